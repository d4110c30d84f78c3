"""From a clause, a statement or a source to a reference. Nothing is added to what the collection holds.

A statement known through the press is cited by the press item, which quotes or reports it; one whose own text was
published, by that text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.model.records import Clause, Rendering, Source, Statement
from tui.model.vocabulary import Authority, Part, ProofState, Role, SourceKind, Speech
from tui.study.cite.reference import Cited, Event, Publication, Reference, Work
from tui.study.cite.shown import is_theirs, own_words, pages, shown_notes

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record

_RELATIONS: Final = {Speech.DIRECT: "quoting", Speech.MIXED: "quoting in part", Speech.INDIRECT: "reporting"}
_OF_THE_DOCUMENT: Final = (
    Authority.AUTHENTIC,
    Authority.OFFICIAL_TRANSLATION,
    Authority.UNOFFICIAL,
    Authority.BACK_TRANSLATION,
)
_AUTHORITIES: Final = {
    Authority.OFFICIAL_TRANSLATION: "official translation",
    Authority.UNOFFICIAL: "unofficial text",
    Authority.BACK_TRANSLATION: "back-translation, not the document's own words",
    Authority.EDITORIAL: "summary by the editors of the collection, not the document's words",
}
_MAKERS: Final = (Role.SIGNATORY, Role.PRINCIPAL)


def cite(catalogue: Catalogue, record: Record) -> Reference | None:
    """Return the reference for a record; None for what has none: clauses, statements and sources are cited alone."""
    match record:
        case Clause():
            return cite_clause(catalogue, _to_be_cited(catalogue, record))
        case Statement():
            return cite_statement(catalogue, record)
        case Source():
            return cite_source(record)
        case _:
            return None


def _to_be_cited(catalogue: Catalogue, clause: Clause) -> Clause:
    """Return a clause as it is cited: one that is read in the editors' words in the document's own, where they are."""
    if is_theirs(catalogue.source(clause.reading.source)) and (own := own_words(clause)) is not None:
        return replace(clause, renderings=(own, *(one for one in clause.renderings if one is not own)))
    return clause


def cite_clause(catalogue: Catalogue, clause: Clause) -> Reference:
    """Return the reference for a clause, in the rendering that it is read in.

    The editors' own words are cited by the pages that show what they tell.
    """
    rendering = clause.reading
    source = catalogue.source(rendering.source)
    if is_theirs(source) and (shown := pages(catalogue, clause.shown_by)):
        return _cite_shown(catalogue, clause, shown)
    reported = _is_reported(source, rendering)
    statement = catalogue.statement(clause.statement)
    stored = catalogue.clause(clause.address)
    # A clause that was found in another rendering is a reference of its own.
    plain = _to_be_cited(catalogue, stored).reading.source if stored else rendering.source
    other = plain != rendering.source
    return Reference(
        key=_key(clause.address) + (f":{rendering.source.rpartition('/')[2]}" if other else ""),
        address=clause.address,
        cited=Cited.REPORT if reported else Cited.TEXT,
        publication=_publication(source),
        work=_work(catalogue, statement) if statement else None,
        relation=_relation(rendering) if reported else "",
        num=clause.num,
        part=None if clause.part is Part.BODY else clause.part.label,
        notes=(
            *_notes(catalogue, rendering, source, reported=reported),
            *_attribution(clause, rendering, reported=reported),
        ),
    )


def _cite_shown(catalogue: Catalogue, clause: Clause, shown: Sequence[Source]) -> Reference:
    """Return the reference for a clause in the editors' words: the first of the pages, with the others as notes."""
    statement = catalogue.statement(clause.statement)
    return Reference(
        key=_key(clause.address),
        address=clause.address,
        cited=Cited.REPORT,
        publication=_publication(shown[0]),
        work=_work(catalogue, statement) if statement else None,
        relation=_relation(clause.reading),
        num=clause.num,
        part=None if clause.part is Part.BODY else clause.part.label,
        notes=(*shown_notes(clause, shown[1:]), *_note(clause, clause.reading)),
    )


def cite_statement(catalogue: Catalogue, statement: Statement) -> Reference:
    """Return the reference for a whole statement: by a published text of it, or else by the first report of it.

    Of a statement that only the editors tell, by a page that shows its title.
    """
    chosen = _source_of(catalogue, statement)
    if chosen is None and (shown := pages(catalogue, (*statement.shown_by, *statement.seen))):
        return Reference(
            key=_key(statement.key),
            address=statement.key,
            cited=Cited.REPORT,
            publication=_publication(shown[0]),
            work=_work(catalogue, statement),
            relation=_RELATIONS[Speech.INDIRECT],
        )
    source, rendering = chosen if chosen else (None, None)
    reported = rendering is not None and _is_reported(source, rendering)
    return Reference(
        key=_key(statement.key),
        address=statement.key,
        cited=Cited.REPORT if reported else Cited.TEXT,
        publication=_publication(source),
        work=_work(catalogue, statement),
        relation=_whole_relation(statement, rendering) if reported and rendering else "",
        notes=() if source else ("no source of its text is recorded",),
    )


def cite_source(source: Source) -> Reference:
    """Return the reference for a publication."""
    return Reference(
        key=_key(source.key), address=source.key, cited=Cited.REPORT, publication=_publication(source), work=None
    )


def _key(address: str) -> str:
    """Return an address as a key that every format takes; no id has a colon, so no two addresses have one key."""
    return address.replace("/", ":").replace("#", ":")


def _is_reported(source: Source | None, rendering: Rendering) -> bool:
    """Whether a source tells of the statement, rather than being a text of it. Of one not recorded nobody can say."""
    if source is None:
        return False
    news = source.kind is SourceKind.NEWS_REPORT
    own_words = rendering.speech is Speech.DIRECT and rendering.authority in _OF_THE_DOCUMENT
    return news or not own_words


def _source_of(catalogue: Catalogue, statement: Statement) -> tuple[Source | None, Rendering] | None:
    first = None
    for clause in statement.clauses:
        for rendering in clause.renderings:
            found = catalogue.source(rendering.source), rendering
            if is_theirs(found[0]):
                continue
            if not _is_reported(*found):
                return found
            first = first or found
    return first


def _relation(rendering: Rendering) -> str:
    if rendering.editorial:
        return "the basis of a summary of"
    if rendering.standing is ProofState.FAILED:
        return "said to quote"
    return _RELATIONS[rendering.speech]


def _whole_relation(statement: Statement, chosen: Rendering) -> str:
    """Return what the chosen source does with the statement: it quotes it only where no clause is told otherwise."""
    speeches = {
        rendering.speech if rendering.standing is not ProofState.FAILED else Speech.INDIRECT
        for clause in statement.clauses
        for rendering in clause.renderings
        if rendering.source == chosen.source
    }
    if speeches == {Speech.DIRECT} and any(clause.in_fragments for clause in statement.clauses):
        return _RELATIONS[Speech.MIXED]
    return _RELATIONS[speeches.pop()] if len(speeches) == 1 else _RELATIONS[Speech.MIXED]


def _publication(source: Source | None) -> Publication | None:
    if source is None:
        return None
    return Publication(
        title=source.title,
        publisher=source.publisher,
        kind=source.kind.label,
        language=source.language,
        is_news=source.kind is SourceKind.NEWS_REPORT,
        date=source.published,
        url=source.url,
    )


def _work(catalogue: Catalogue, statement: Statement) -> Work:
    summit = catalogue.summit(statement.summit)
    return Work(
        title=statement.title,
        kind=statement.kind.label,
        act=statement.act.label if statement.act else None,
        date=statement.date,
        names=_names(catalogue, statement),
        symbol=statement.symbol,
        event=Event(summit.title, summit.place, summit.date) if summit else None,
    )


def _names(catalogue: Catalogue, statement: Statement) -> tuple[str, ...]:
    """Return the signatories; of a statement that nobody is said to have signed, those in whose names it was made."""
    for role in _MAKERS:
        keys = [part.participant for part in statement.participations if role in part.roles]
        if keys:
            return tuple(dict.fromkeys(catalogue.name(key) for key in keys))
    return ()


def _notes(catalogue: Catalogue, rendering: Rendering, source: Source | None, *, reported: bool) -> Iterator[str]:
    """Yield whose words they are, which text it is, and how well they are proved, where that is not plain."""
    publisher = source.publisher if source else rendering.source
    if source is None:
        yield f"its source, {rendering.source}, is not recorded"
    if rendering.authority not in _AUTHORITIES or reported:
        if rendering.speech is Speech.INDIRECT:
            yield f"in the words of {publisher}, not of the statement"
        elif rendering.speech is Speech.MIXED:
            yield f"the statement's words only where {publisher} gives them in quotation marks"
    if authority := _AUTHORITIES.get(rendering.authority):
        yield authority
    if source and source.derived_from:
        origin = catalogue.source(source.derived_from)
        yield f"made from {f'{origin.title}, {origin.publisher}' if origin else source.derived_from}"
    yield from _standing(rendering)


def _attribution(clause: Clause, rendering: Rendering, *, reported: bool) -> Iterator[str]:
    """Yield what the editors say of the words; where no words of the source attribute them, who does."""
    if clause.in_fragments and not rendering.editorial:
        yield f"the words that are recorded of it: “{rendering.text}”"
    if clause.note or rendering.note:
        yield from _note(clause, rendering)
    elif reported and rendering.cue is None:
        yield "attributed to the statement by the editors of the collection"


def _note(clause: Clause, rendering: Rendering) -> Iterator[str]:
    if said := " ".join(filter(None, (clause.note, rendering.note))):
        yield f"editors' note: {said.rstrip('.')}"


def _standing(rendering: Rendering) -> Iterator[str]:
    proofs = [rendering.proof, *(span.proof for span in rendering.quoted)]
    worst = rendering.standing
    if worst is ProofState.EDITED:
        edits = dict.fromkeys(edit for proof in proofs for edit in proof.edits)
        yield f"found in the source with editing ({', '.join(edits)})"
    elif worst in (ProofState.UNHELD, ProofState.STALE):
        why = next((proof.complaint for proof in proofs if proof.state is worst and proof.complaint), None)
        yield f"not proved{f': {why}' if why else ''}"
    elif worst is ProofState.FAILED:
        yield "NOT PROVED: the source was not found to have these words"
