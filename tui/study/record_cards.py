"""What there is to read about everything that is not a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.index.scope import Scope
from tui.model.records import (
    Clause,
    Collection,
    Evidence,
    Instrument,
    Participant,
    Participation,
    Remark,
    Source,
    Statement,
    Summit,
    Thread,
)
from tui.model.vocabulary import InstrumentKind, RemarkKind, Standing, standing_of
from tui.study.card import Card, Fact
from tui.study.clause_card import clause_card, instrument_line, proof_fact
from tui.study.shown_by import source_facts, source_line, sure, sure_of
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record


def card(catalogue: Catalogue, record: Record) -> Card:
    """Return what there is to read about any record."""
    match record:
        case Clause():
            return clause_card(catalogue, record)
        case Statement():
            return _card("statement", record, _statement(catalogue, record))
        case Summit():
            return _card("summit", record, _summit(catalogue, record))
        case Participant():
            return _card(record.kind.label, record, _participant(catalogue, record), record.name)
        case Instrument():
            # A statement that is cited is another record than the statement itself, often with the same id.
            kind = "instrument" if record.kind is InstrumentKind.STATEMENT else record.kind.label
            return _card(kind, record, _instrument(catalogue, record))
        case Source():
            return _card(record.kind.label, record, _source(catalogue, record))
        case Thread():
            return _card("thread", record, _thread(catalogue, record))
        case Collection():
            return Card("collection", record.title, record.id, facts=tuple(_collection(catalogue, record)))


def participation_line(catalogue: Catalogue, participation: Participation) -> str:
    """Return a participation as one line: name, roles, office, for whom."""
    parts = [catalogue.name(participation.participant), _roles(participation)]
    if participation.office:
        parts.append(participation.office)
    if participation.acting_for:
        parts.append("for " + " and ".join(catalogue.name(key) for key in participation.acting_for))
    return ", ".join(parts)


_MOST = 50
"""Of a longer list a card shows so many, and says how many more there are."""

_STANDINGS = {Standing.PART: "Took part", Standing.PRESENT: "Was there", Standing.NAMED: "Named"}

_Titled = Statement | Summit | Participant | Instrument | Source | Thread


def _card(kind: str, record: _Titled, facts: Iterable[Fact], title: str | None = None) -> Card:
    shown = title if title is not None else getattr(record, "title", record.id)
    place = record.location
    return Card(
        kind, shown, record.key, facts=(*facts, Fact("Encoded in", f"{place.file}:{place.line}:{place.column}"))
    )


def _optional(*pairs: tuple[str, str | None]) -> Iterator[Fact]:
    for label, text in pairs:
        if text:
            yield Fact(label, text)


def _more(items: Sequence[object]) -> Iterator[Fact]:
    """How many of `items` were left out."""
    if len(items) > _MOST:
        yield Fact("", f"… and {len(items) - _MOST:,} more")


def _roles(participation: Participation) -> str:
    return ", ".join(role.label for role in participation.roles)


def _evidence(catalogue: Catalogue, evidence: Iterable[Evidence]) -> Iterator[Fact]:
    for shown in evidence:
        source = catalogue.source(shown.source)
        publisher = source.publisher if source else shown.source
        yield proof_fact("Evidence", shown.proof, source, f"“{shown.exact}” ({publisher}) ")


def _participations(catalogue: Catalogue, participations: Iterable[Participation]) -> Iterator[Fact]:
    for participation in participations:
        shown_by = sure_of(catalogue, participation.shown_by)
        yield Fact("Participant", f"{participation_line(catalogue, participation)}{shown_by}")
        if participation.note:
            yield Fact("", participation.note)
        yield from _evidence(catalogue, participation.evidence)


def _statement(catalogue: Catalogue, statement: Statement) -> Iterator[Fact]:
    summit = catalogue.summit(statement.summit)
    act = " ".join(
        part for part in (statement.act and statement.act.label, statement.date and statement.date.label) if part
    )
    yield from _optional(
        ("Also titled", "; ".join(statement.other_titles)),
        ("Title sure", sure(statement.shown_by)),
        ("Kind", statement.kind.label),
        ("Act", act),
        ("Symbol", statement.symbol),
        ("Summit", summit.title if summit else statement.summit),
        ("Languages", ", ".join(statement.languages)),
        ("Clauses", counted(len(statement.clauses), "clause")),
        ("Text seen", statement.text_seen),
        ("Note", statement.note),
    )
    yield from _same(catalogue, statement)
    yield from _remarks(catalogue, statement.remarks)
    for address in catalogue.same(Statement, statement.key):
        twin = catalogue.statement(address)
        if twin and (differing := [one for one in twin.remarks if one.kind is RemarkKind.DIFFERENCE]):
            yield Fact("Remarked", f"by the editors of {address}, the same statement:")
            yield from _remarks(catalogue, differing)
    yield from _evidence(catalogue, statement.evidence)
    yield from _participations(catalogue, statement.participations)
    for citation in statement.cites:
        instrument = catalogue.instrument(citation.instrument)
        yield Fact("Cites", instrument_line(instrument) if instrument else citation.instrument)
    for thread in catalogue.threads_of(statement.key):
        yield Fact("Thread", f"{thread.title} ({thread.key})")
    yield from source_facts(catalogue, "Read for it", statement.seen)


def _remarks(catalogue: Catalogue, remarks: Iterable[Remark]) -> Iterator[Fact]:
    for remark in remarks:
        yield Fact(remark.kind.label.capitalize(), f"{remark.text}{sure_of(catalogue, remark.shown_by)}")


def _same(catalogue: Catalogue, record: Statement | Summit | Participant | Instrument) -> Iterator[Fact]:
    for key in catalogue.same(type(record), record.key):
        yield Fact("The same", key)


def _summit(catalogue: Catalogue, summit: Summit) -> Iterator[Fact]:
    within, margins = catalogue.summit(summit.within), catalogue.summit(summit.margins_of)
    yield from _optional(
        ("Date", summit.date.label if summit.date else None),
        ("Place", ", ".join(part for part in (summit.place, summit.country) if part)),
        ("Series", summit.series),
        ("Host", catalogue.name(summit.host) if summit.host else None),
        ("Within", within.title if within else summit.within),
        ("Margins of", margins.title if margins else summit.margins_of),
    )
    yield from _same(catalogue, summit)
    for other in catalogue.beside(summit.key):
        yield Fact("On margins", other.title)
    for statement in catalogue.statements(Scope(summit=summit.key)):
        yield Fact("Statement", statement.title)
    yield from _optional(("Note", summit.note))
    yield from _evidence(catalogue, summit.evidence)
    yield from _participations(catalogue, summit.participations)


def _participant(catalogue: Catalogue, participant: Participant) -> Iterator[Fact]:
    yield from _optional(
        ("Also as", ", ".join(participant.other_names)),
        ("Code", participant.code),
        ("Note", participant.note),
    )
    yield from _same(catalogue, participant)
    keys = catalogue.sameness(Participant).all(participant.key)
    taken = [one for key in keys for one in catalogue.participations_of(key)]
    for place, participation in taken[:_MOST]:
        date = f" ({place.date.label})" if place.date else ""
        label = _STANDINGS[standing_of(participation.roles)]
        yield Fact(label, f"{place.title}{date}: {participation_line(catalogue, participation)}")
        if participation.note:
            yield Fact("", participation.note)
        yield from _evidence(catalogue, participation.evidence)
    yield from _more(taken)
    clauses = catalogue.clauses(Scope(participant=participant.key))
    yield Fact("Clauses", f"{counted(len(clauses), 'clause')}, of these statements or undertaken by it")


def _instrument(catalogue: Catalogue, instrument: Instrument) -> Iterator[Fact]:
    text = catalogue.statement(instrument.statement)
    yield from _optional(
        ("Symbol", instrument.symbol),
        ("Date", instrument.date.label if instrument.date else None),
        ("Place", instrument.place),
        ("Text", text.title if text else instrument.statement),
        ("Note", instrument.note),
    )
    yield from _same(catalogue, instrument)
    for statement in catalogue.invoking(instrument.key):
        yield Fact("Cited by", f"{statement.key} {statement.title}")
    citing = catalogue.citing(instrument.key)
    for clause in citing[:_MOST]:
        yield Fact("Cited by", clause.address)
    yield from _more(citing)


def _source(catalogue: Catalogue, source: Source) -> Iterator[Fact]:
    origin = catalogue.source(source.derived_from)
    yield from _optional(
        ("Source", source_line(source)),
        ("Address", source.url),
        ("Held as", source.file),
        ("SHA-256", source.sha256),
        ("Made from", source_line(origin) if origin else source.derived_from),
        ("Note", source.note),
    )


def _thread(catalogue: Catalogue, thread: Thread) -> Iterator[Fact]:
    phrases = ", ".join(f"“{phrase}”" for phrase in thread.phrases)
    yield from _optional(("About", thread.description), ("Phrases", phrases), ("Note", thread.note))
    for member in thread.members:
        statement = catalogue.statement(member.address.partition("#")[0])
        date = statement.date.label if statement and statement.date else "undated"
        note = f": {member.note}" if member.note else ""
        shown_by = sure_of(catalogue, member.shown_by)
        yield Fact(member.state.label.capitalize(), f"{date} {member.address}{note}{shown_by}")
    yield Fact("Not listed", "not seen to have it, which is not to say that it lacks it")


def _collection(catalogue: Catalogue, collection: Collection) -> Iterator[Fact]:
    scope = Scope(collection=collection.id)
    counts = (
        counted(len(catalogue.summits(scope)), "summit"),
        counted(len(catalogue.statements(scope)), "statement"),
        counted(len(catalogue.clauses(scope)), "clause"),
        counted(len(catalogue.parts(scope)), "participant"),
    )
    yield from _optional(
        ("Holds", ", ".join(counts)),
        ("About", collection.description),
        ("Note", collection.note),
        ("Licence", collection.licence),
    )
    for thread in catalogue.threads(scope):
        yield Fact("Thread", f"{thread.title}: {counted(len(thread.members), 'place')} ({thread.key})")
    sources = catalogue.sources(scope)
    for source in sources[:_MOST]:
        held = f", held as {source.file}" if source.file else ", not held"
        yield Fact("Source", f"{source_line(source)}{held}. {source.note or ''}".rstrip())
    yield from _more(sources)
    for instrument in catalogue.instruments(scope):
        yield Fact("Instrument", instrument_line(instrument))
    for alias in catalogue.aliases(scope):
        yield Fact("Alias", " = ".join(alias.names))
    yield Fact("Folder", collection.folder)
