"""The page of an instrument: what it is, its own text where a collection has it, who invokes it and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.model.records import Instrument, Participant, Statement
from tui.model.vocabulary import InstrumentKind, ParticipantKind, Standing
from tui.study.card import Fact
from tui.study.page import UNDATED, Page, Row, Section, clause_row, place_row, section
from tui.study.references import Referring, leads_to, referring, referring_rows, statements_referring
from tui.study.standing import by_standing
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_BODIES: Final = (ParticipantKind.STATE, ParticipantKind.ORGANISATION)


def instrument_page(catalogue: Catalogue, instrument: Instrument) -> Page:
    """Return the page of an instrument. Reads as many clauses as it shows."""
    found = referring(catalogue, instrument)
    note = "In order of time. The same instrument in another collection counts as this one."
    return Page(
        kind="instrument",
        title=instrument.title,
        address=instrument.key,
        facts=tuple(_facts(catalogue, instrument)),
        sections=(
            section(f"Invoked by {found.counts}", referring_rows(catalogue, found), found.total, note),
            *_by_whom(catalogue, found),
            *_text(catalogue, instrument),
        ),
    )


def _by_whom(catalogue: Catalogue, found: Referring) -> Iterator[Section]:
    """The statements that invoke it, each once, with the states and organisations that took part in it."""
    keys = statements_referring(catalogue, found)
    if keys:
        statements = (one for one in map(catalogue.statement, keys) if one is not None)
        rows = (place_row(catalogue, one, _took_part(catalogue, one)) for one in statements)
        note = "States and organisations, also those for which somebody acted. Those only named are left out."
        yield section(f"Invoked in {counted(len(keys), 'statement')}, made by", rows, len(keys), note)


def _took_part(catalogue: Catalogue, statement: Statement) -> str:
    return ", ".join(one.name for one in bodies_of(catalogue, statement)) or "no state or organisation is recorded"


def bodies_of(catalogue: Catalogue, statement: Statement) -> list[Participant]:
    """Return the states and organisations that took part in a statement, or for which somebody did."""
    parts = by_standing(catalogue, statement)[Standing.PART]
    return [one.participant for one in parts if one.participant.kind in _BODIES]


def _facts(catalogue: Catalogue, instrument: Instrument) -> Iterator[Fact]:
    kind = "statement, as it is cited" if instrument.kind is InstrumentKind.STATEMENT else instrument.kind.label
    pairs = (
        ("Kind", kind),
        ("Symbol", instrument.symbol),
        ("Date", instrument.date.label if instrument.date else None),
        ("Place", instrument.place),
        ("Note", instrument.note),
    )
    for label, text in pairs:
        if text:
            yield Fact(label, text)
    for key in catalogue.same(Instrument, instrument.key):
        yield Fact("The same", key)
    place = instrument.location
    yield Fact("Encoded in", f"{place.file}:{place.line}:{place.column}")


def _text(catalogue: Catalogue, instrument: Instrument) -> Iterator[Section]:
    """The text that the collection has of it, and its clauses."""
    statement = catalogue.statement(instrument.statement)
    if statement is None:
        yield Section("Its text", note="No collection that is open has its text.")
        return
    own = statement

    def rows() -> Iterator[Row]:
        yield from leads_to(catalogue, instrument)
        yield from (clause_row(catalogue, clause) for clause in own.clauses)

    seen = f" Text seen: {own.text_seen}" if own.text_seen else ""
    clauses = counted(len(own.clauses), "clause")
    yield section("Its text", rows(), 1 + len(own.clauses), f"{own.key}, {clauses}.{seen}")


def instruments_page(catalogue: Catalogue) -> Page:
    """Return the instruments of all open collections in order of time, each with how much invokes it."""
    instruments = sorted(
        catalogue.instruments(), key=lambda one: (one.date.earliest if one.date else dt.date.max, one.title)
    )
    rows = (_instrument_row(catalogue, one) for one in instruments)
    heading = counted(len(instruments), "instrument")
    return Page("instruments", "What clauses cite", "", sections=(section(heading, rows, len(instruments)),))


def _instrument_row(catalogue: Catalogue, instrument: Instrument) -> Row:
    found = referring(catalogue, instrument)
    detail = ", ".join(filter(None, (instrument.kind.label, instrument.symbol, f"invoked by {found.counts}")))
    return Row(
        instrument.date.label if instrument.date else UNDATED, instrument.title, detail, instrument.key, "instrument"
    )
