"""A page about a record: facts, then rows in sections, each leading somewhere. The app and the command line print it.

Texts here are raw; whoever shows one passes it through `tui.text.visible`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tui.model.records import Clause, Statement, Summit
from tui.model.vocabulary import Part
from tui.study.card import Fact
from tui.study.clause_card import speech_word

if TYPE_CHECKING:
    import datetime as dt

    from tui.index.catalogue import Catalogue

MOST: Final = 200
"""Of a longer section a page shows so many rows, and says how many more there are."""
UNDATED: Final = "undated"


@dataclass(frozen=True, slots=True)
class Row:
    """Something a page tells of: when, what, in more detail, and the address where it leads (none: nowhere)."""

    date: str
    title: str
    detail: str = ""
    address: str = ""
    page: str = ""
    """Whose page it leads to, an "instrument"'s or a "participant"'s, or that a "thread" is traced: a statement may
    have the same address."""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading. `note` says what they are; `more` is how many there are besides those shown."""

    heading: str
    rows: tuple[Row, ...] = ()
    note: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A record as a page."""

    kind: str
    title: str
    address: str
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def total(self) -> int:
        """How many rows there are, with those that are not shown."""
        return sum(len(section.rows) + section.more for section in self.sections)


def section(heading: str, rows: Iterable[Row], total: int, note: str = "") -> Section:
    """Return a section with the first of `total` rows; `rows` need not be made beyond those."""
    shown = tuple(islice(rows, MOST))
    return Section(heading, shown, note, total - len(shown))


def day(catalogue: Catalogue, record: Statement | Summit | None) -> dt.date | None:
    """Return the first day that a record may be of: its own, or its summit's; None where neither is known."""
    date = record.date if record else None
    if date is None and isinstance(record, Statement):
        summit = catalogue.summit(record.summit)
        date = summit.date if summit else None
    return date.earliest if date else None


def date_label(catalogue: Catalogue, record: Statement | Summit | None) -> str:
    """Return a record's date for a reader; of an undated statement its summit's, and says so."""
    if record is not None and record.date is not None:
        return record.date.label
    summit = catalogue.summit(record.summit) if isinstance(record, Statement) else None
    return f"{summit.date.label} (of the summit)" if summit and summit.date else UNDATED


def clause_row(catalogue: Catalogue, clause: Clause, extra: str = "") -> Row:
    """Return a clause as a row: whose words it is in is said before them, and `extra` before that."""
    statement = catalogue.statement(clause.statement)
    place = clause.part.label if clause.part is not Part.BODY else ""
    words = f"{speech_word(clause.reading)}: {clause.reading.text}"
    parts = (place, clause.num and f"paragraph {clause.num}", extra, words)
    detail = " · ".join(part for part in parts if part)
    title = statement.title if statement else clause.statement
    return Row(date_label(catalogue, statement), title, detail, clause.address)


def place_row(catalogue: Catalogue, place: Statement | Summit, detail: str = "") -> Row:
    """Return a statement or a summit as a row."""
    return Row(date_label(catalogue, place), place.title, detail, place.key)


def clause_rows(catalogue: Catalogue, addresses: Sequence[str]) -> Iterable[Row]:
    """Yield the clauses at some addresses as rows, reading each when it is asked for."""
    for address in addresses:
        clause = catalogue.clause(address)
        if clause is not None:
            yield clause_row(catalogue, clause)
