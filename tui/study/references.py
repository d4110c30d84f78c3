"""References both ways: what a record refers to, and what refers to it or to its statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING

from tui.model.records import Clause, Instrument, Statement
from tui.study.page import Page, Row, Section, clause_row, date_label, day, place_row, section
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record

_AS_A_WHOLE = "cites it; in which clause is not known"


@dataclass(frozen=True, slots=True)
class Referring:
    """What refers to something: the keys of the instruments that stand for it, and how many cite one of them."""

    instruments: tuple[str, ...]
    clauses: int
    statements: int

    @property
    def total(self) -> int:
        """How many clauses and statements."""
        return self.clauses + self.statements

    @property
    def counts(self) -> str:
        """The numbers in words; nothing is said of what there is none of, but for clauses where there is nothing."""
        whole = f"{counted(self.statements, 'statement')} as a whole" if self.statements else ""
        clauses = counted(self.clauses, "clause") if self.clauses or not whole else ""
        return ", ".join(filter(None, (clauses, whole)))


def leads_to(catalogue: Catalogue, record: Record) -> list[Row]:
    """Return what a clause or statement cites, or the text of an instrument, in order.

    A citation of nothing is a row that leads nowhere, and says so.
    """
    if isinstance(record, Instrument):
        text = catalogue.statement(record.statement)
        return [place_row(catalogue, text, "the instrument's own text")] if text else []
    if not isinstance(record, Clause | Statement):
        return []
    rows = []
    for citation in record.cites:
        words = f"“{citation.words}”" if citation.words else ""
        instrument = catalogue.instrument(citation.instrument)
        if instrument is None:
            rows.append(Row("", citation.instrument, "no such instrument is recorded"))
        else:
            date = instrument.date.label if instrument.date else ""
            detail = ", ".join(part for part in (instrument.kind.label, instrument.symbol, words) if part)
            rows.append(Row(date, instrument.title, detail, instrument.key, "instrument"))
    return rows


def referring(catalogue: Catalogue, record: Record) -> Referring:
    """Return what refers to an instrument, a statement, or the statement of a clause.

    The same instrument, or statement, in another collection counts as the same one.
    """
    instruments = _instruments(catalogue, record)
    clauses = statements = 0
    for keys in _by_collection(instruments):
        clauses += len(catalogue.citing(*keys))
        statements += len(catalogue.invoking(*keys))
    return Referring(instruments, clauses, statements)


def referring_rows(catalogue: Catalogue, found: Referring) -> Iterator[Row]:
    """Yield what refers to it, the oldest first, the undated last; each is read when it is asked for."""
    streams = []
    for keys in _by_collection(found.instruments):
        streams.append(_clauses(catalogue, keys))
        streams.append(_statements(catalogue, keys))
    for _, row in merge(*streams, key=lambda one: one[0]):
        yield row


def statements_referring(catalogue: Catalogue, found: Referring) -> list[str]:
    """Return the statements (keys) that refer to it, in a clause or as a whole, each once, the oldest first."""
    keys = [key for one in _by_collection(found.instruments) for key in catalogue.statements_citing(*one)]
    once = catalogue.sameness(Statement).once(keys)
    if len({key.partition("/")[0] for key in once}) < 2:
        return once
    return sorted(once, key=lambda key: day(catalogue, catalogue.statement(key)) or dt.date.max)


def leads_to_page(catalogue: Catalogue, record: Clause | Statement | Instrument) -> Page:
    """Return what a record refers to as a page."""
    rows = leads_to(catalogue, record)
    heading = f"Refers to {counted(len(rows), 'instrument')}"
    return Page("references", f"What {record.key} refers to", record.key, sections=(section(heading, rows, len(rows)),))


def referring_page(catalogue: Catalogue, record: Clause | Statement | Instrument) -> Page:
    """Return what refers to a record as a page."""
    found = referring(catalogue, record)
    said = "" if isinstance(record, Instrument) else "Clauses cite an instrument: the statement, not one clause of it."
    note = f"Through {', '.join(found.instruments)}. {said}".rstrip()
    sections: tuple[Section, ...] = (
        section(f"Referred to by {found.counts}", referring_rows(catalogue, found), found.total, note),
    )
    return Page("references", f"What refers to {record.key}", record.key, sections=sections)


def _clauses(catalogue: Catalogue, keys: tuple[str, ...]) -> Iterator[tuple[dt.date, Row]]:
    for clause in catalogue.citing(*keys):
        statement = catalogue.statement(clause.statement)
        cited = [one.words for one in clause.cites if one.instrument in keys and one.words]
        extra = f"“{cited[0]}”" if cited else ""
        yield day(catalogue, statement) or dt.date.max, clause_row(catalogue, clause, extra)


def _statements(catalogue: Catalogue, keys: tuple[str, ...]) -> Iterator[tuple[dt.date, Row]]:
    for statement in catalogue.invoking(*keys):
        row = Row(date_label(catalogue, statement), statement.title, _AS_A_WHOLE, statement.key)
        yield day(catalogue, statement) or dt.date.max, row


def _instruments(catalogue: Catalogue, record: Record) -> tuple[str, ...]:
    """The instruments that stand for a record: itself, those whose text it is, and the same in other collections."""
    statement = record.statement if isinstance(record, Clause | Instrument) else None
    statement = record.key if isinstance(record, Statement) else statement
    texts = [statement, *catalogue.same(Statement, statement)] if statement else []
    found = [record.key] if isinstance(record, Instrument) else []
    if texts:
        found += [one.key for one in catalogue.instruments() if one.statement in texts]
    found += [same for key in list(found) for same in catalogue.same(Instrument, key)]
    return tuple(dict.fromkeys(found))


def _by_collection(keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    ordered = sorted(keys, key=lambda key: key.partition("/")[0])
    return [tuple(group) for _, group in groupby(ordered, key=lambda key: key.partition("/")[0])]
