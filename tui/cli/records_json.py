"""Records as JSON objects. Offsets are code points, `[start, end)`; dates are as written (EDTF)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.index.parts import Part
from tui.index.scope import Scope
from tui.model.records import (
    Clause,
    Collection,
    Evidence,
    Instrument,
    Participant,
    Participation,
    Proof,
    Remark,
    Rendering,
    Source,
    Statement,
    Summit,
    Thread,
)
from tui.study.difference.pieces import Piece
from tui.study.shown_by import sure

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record

Json = dict[str, object]


def record_json(catalogue: Catalogue, record: Record) -> Json:
    """Return any record as a JSON object; `kind` tells which."""
    match record:
        case Clause():
            return clause_json(catalogue, record)
        case Statement():
            return statement_json(catalogue, record, whole=True)
        case Summit():
            return summit_json(catalogue, record)
        case Participant():
            return _participant(catalogue, record)
        case Instrument():
            return _instrument(catalogue, record)
        case Source():
            return _source(record)
        case Thread():
            return thread_json(record)
        case Collection():
            return _collection(catalogue, record)


def clause_json(catalogue: Catalogue, clause: Clause) -> Json:
    """Return a clause: its place, its words, its renderings with their proofs."""
    statement = catalogue.statement(clause.statement)
    return {
        "record": "clause",
        **place_json(catalogue, clause),
        "text": clause.reading.text,
        "part": clause.part.value,
        "num": clause.num,
        "by": list(clause.by),
        "verb": clause.verb,
        "topics": list(clause.topics),
        "formerly": list(clause.formerly),
        "cites": [{"instrument": citation.instrument, "words": citation.words} for citation in clause.cites],
        "renderings": [_rendering(rendering) for rendering in clause.renderings],
        "act": statement.act.value if statement and statement.act else None,
        "stands": clause.stands,
        **_shown_by(clause.shown_by),
        "closest": clause.closest.value if clause.closest else None,
        "same": catalogue.same(Clause, clause.key),
        "threads": [thread.key for thread in catalogue.threads_of(clause.key)],
        "note": clause.note,
        **_location(clause),
    }


def place_json(catalogue: Catalogue, clause: Clause) -> Json:
    """Return where a clause stands: its address, statement and summit, and the statement's date."""
    statement = catalogue.statement(clause.statement)
    return {
        "address": clause.address,
        "statement": clause.statement,
        "summit": statement.summit if statement else None,
        "date": statement.date.text if statement and statement.date else None,
    }


def statement_json(catalogue: Catalogue, statement: Statement, *, whole: bool) -> Json:
    """Return a statement; `whole` adds who took part, the evidence, and what the editors say of it."""
    brief: Json = {
        "record": "statement",
        "address": statement.key,
        "title": statement.title,
        "kind": statement.kind.value,
        "act": statement.act.value if statement.act else None,
        "date": statement.date.text if statement.date else None,
        "summit": statement.summit,
        "symbol": statement.symbol,
        "languages": list(statement.languages),
        "clauses": [clause.address for clause in statement.clauses],
    }
    if whole:
        brief["participations"] = [_participation(part) for part in statement.participations]
        brief["evidence"] = [_evidence(shown) for shown in statement.evidence]
        brief |= {
            "other_titles": list(statement.other_titles),
            "text_seen": statement.text_seen,
            **_shown_by(statement.shown_by),
            "seen": list(statement.seen),
            "cites": [{"instrument": one.instrument, "words": one.words} for one in statement.cites],
            "remarks": [_remark(remark) for remark in statement.remarks],
            "same": catalogue.same(Statement, statement.key),
            "threads": [thread.key for thread in catalogue.threads_of(statement.key)],
            "note": statement.note,
        }
    return brief | _location(statement)


def summit_json(catalogue: Catalogue, summit: Summit) -> Json:
    """Return a summit with who took part."""
    return {
        "record": "summit",
        "address": summit.key,
        "title": summit.title,
        "series": summit.series,
        "date": summit.date.text if summit.date else None,
        "place": summit.place,
        "country": summit.country,
        "host": summit.host,
        "within": summit.within,
        "margins_of": summit.margins_of,
        "participations": [_participation(part) for part in summit.participations],
        "evidence": [_evidence(shown) for shown in summit.evidence],
        "same": catalogue.same(Summit, summit.key),
        "note": summit.note,
        **_location(summit),
    }


def thread_json(thread: Thread) -> Json:
    """Return a thread with where it is seen."""
    return {
        "record": "thread",
        "address": thread.key,
        "title": thread.title,
        "description": thread.description,
        "phrases": list(thread.phrases),
        "members": [
            {
                "address": member.address,
                "state": member.state.value,
                "note": member.note,
                **_shown_by(member.shown_by),
            }
            for member in thread.members
        ],
        "note": thread.note,
        **_location(thread),
    }


def part_json(catalogue: Catalogue, part: Part) -> Json:
    """Return a participant with every role and office held in the open collections."""
    return _participant(catalogue, part.participant) | {
        "roles": [role.value for role in part.roles],
        "offices": list(part.offices),
        "acting_for": list(part.acting_for),
    }


def _participant(catalogue: Catalogue, participant: Participant) -> Json:
    return {
        "record": "participant",
        "address": participant.key,
        "name": participant.name,
        "kind": participant.kind.value,
        "code": participant.code,
        "other_names": list(participant.other_names),
        "same": catalogue.same(Participant, participant.key),
        "note": participant.note,
        **_location(participant),
    }


def _instrument(catalogue: Catalogue, instrument: Instrument) -> Json:
    return {
        "record": "instrument",
        "address": instrument.key,
        "title": instrument.title,
        "kind": instrument.kind.value,
        "symbol": instrument.symbol,
        "date": instrument.date.text if instrument.date else None,
        "place": instrument.place,
        "statement": instrument.statement,
        "same": catalogue.same(Instrument, instrument.key),
        "note": instrument.note,
        **_location(instrument),
    }


def _source(source: Source) -> Json:
    return {
        "record": "source",
        "address": source.key,
        "kind": source.kind.value,
        "publisher": source.publisher,
        "title": source.title,
        "language": source.language,
        "published": source.published.text if source.published else None,
        "url": source.url,
        "file": source.file,
        "sha256": source.sha256,
        "held": source.held,
        "changed": source.changed,
        "derived_from": source.derived_from,
        "note": source.note,
        **_location(source),
    }


def _collection(catalogue: Catalogue, collection: Collection) -> Json:
    scope = Scope(collection=collection.id)
    return {
        "record": "collection",
        "address": collection.id,
        "title": collection.title,
        "description": collection.description,
        "language": collection.language,
        "licence": collection.licence,
        "note": collection.note,
        "folder": collection.folder,
        "summits": [summit.key for summit in catalogue.summits(scope)],
        "statements": [statement.key for statement in catalogue.statements(scope)],
        "threads": [thread.key for thread in catalogue.threads(scope)],
    }


def _rendering(rendering: Rendering) -> Json:
    return {
        "source": rendering.source,
        "language": rendering.language,
        "speech": rendering.speech.value,
        "authority": rendering.authority.value,
        "text": rendering.text,
        "proof": _proof(rendering.proof),
        "quoted": [{"span": [span.start, span.end], "proof": _proof(span.proof)} for span in rendering.quoted],
        "insertions": [{"span": [mark.start, mark.end], "by": mark.by.value} for mark in rendering.insertions],
        "cue": _evidence(rendering.cue) if rendering.cue else None,
        "note": rendering.note,
    }


def _participation(participation: Participation) -> Json:
    return {
        "participant": participation.participant,
        "roles": [role.value for role in participation.roles],
        "acting_for": list(participation.acting_for),
        "office": participation.office,
        "evidence": [_evidence(shown) for shown in participation.evidence],
        **_shown_by(participation.shown_by),
        "note": participation.note,
    }


def _remark(remark: Remark) -> Json:
    return {"kind": remark.kind.value, "text": remark.text, **_shown_by(remark.shown_by)}


def _shown_by(sources: Sequence[str]) -> Json:
    """Return the sources that show a fact, and in words how sure that makes it."""
    return {"shown_by": list(sources), "sure": sure(sources) or None}


def _evidence(evidence: Evidence) -> Json:
    return {"source": evidence.source, "exact": evidence.exact, "proof": _proof(evidence.proof)}


def _proof(proof: Proof) -> Json:
    return {
        "state": proof.state.value,
        "span": [proof.start, proof.end] if proof.start is not None else None,
        "line": proof.line,
        "column": proof.column,
        "edits": list(proof.edits),
        "complaint": proof.complaint,
    }


def _location(record: Summit | Statement | Clause | Participant | Instrument | Source | Thread) -> Json:
    place = record.location
    return {"file": place.file, "line": place.line, "column": place.column}


def piece_json(piece: Piece) -> Json:
    """Return a stretch of two texts that are compared; offsets are those of each."""
    return {
        "change": piece.change.value,
        "kind": piece.kind.value if piece.kind else None,
        "left": list(piece.left),
        "right": list(piece.right),
        "move": piece.move,
    }
