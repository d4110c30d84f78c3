"""Where a commitment dropped out: traces by statements, each cell present, changed, alike, missing or not seen.

*Missing* is said only where the editors say it: of a thread, by a member declared missing; of a phrase or a topic,
where they say that they saw the full text, and (for a phrase) all of it is here in the document's own words. All else
is *not seen*: nobody read enough to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tui.index.scope import Scope
from tui.model.dates import EdtfDate
from tui.model.records import Statement
from tui.model.vocabulary import Speech
from tui.study.compare import same_language
from tui.study.trace.occurrence import Kinds, Occurrence, Trace, order_of

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

MOST: Final = 400
"""With more statements than this, only those where something was found, or declared missing, have a column."""
WHOLE: Final = ("full text seen", "whole text seen")
"""What `text_seen` says, in full, of a statement whose every word the editors saw; case and a full stop apart."""


class Cell(StrEnum):
    """How something stands in a statement."""

    PRESENT = "present"
    CHANGED = "changed"
    ALIKE = "like wording only"
    """Found by likeness alone, and nothing to compare it with."""
    MISSING = "missing"
    NOT_SEEN = "not seen"
    """The editors did not see enough of the text to tell."""


SIGNS: Final = {Cell.PRESENT: "●", Cell.CHANGED: "≠", Cell.ALIKE: "≈", Cell.MISSING: "×", Cell.NOT_SEEN: "·"}
LEGEND: Final = (
    "● present   ≠ changed   ≈ alike only   × missing   · not seen by the editors, which is not to say missing"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A statement, and its addresses in other collections; `date` is its own or its summit's."""

    statement: Statement
    date: EdtfDate | None
    title: str
    addresses: frozenset[str]

    @property
    def when(self) -> str:
        """The date for a reader."""
        return self.date.label if self.date else "undated"


@dataclass(frozen=True, slots=True)
class Row:
    """A trace with a cell for each column, and what is said of each that is missing."""

    trace: Trace
    cells: tuple[Cell, ...]
    said: tuple[str, ...]
    first: tuple[Occurrence | None, ...]
    """The first occurrence in each column's statement."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Traces by statements, these in order of time."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int = 0
    """How many statements have no column, since nothing is known of them in any row."""


def absence(catalogue: Catalogue, traces: Sequence[Trace]) -> Grid:
    """Return the grid of traces; its columns are the statements of the collections that they run through."""
    keys = _statements(catalogue, traces)
    everything = len(keys)
    if everything > MOST:
        keys = list(dict.fromkeys(one.statement.key for trace in traces for one in trace.occurrences))
    columns = _columns(catalogue, keys)
    left_out = everything - len(keys)
    return Grid(tuple(columns), tuple(_row(trace, columns) for trace in traces), left_out)


def _statements(catalogue: Catalogue, traces: Iterable[Trace]) -> Sequence[str]:
    """Return the statements (keys) of the collections that traces run through."""
    names = {one.statement.collection for trace in traces for one in trace.occurrences}
    names |= {address.partition("/")[0] for trace in traces for one in trace.occurrences for address in one.same}
    scopes = [Scope(collection=one.id) for one in catalogue.collections if one.id in names]
    return [statement.key for scope in scopes for statement in catalogue.statements(scope)]


def _columns(catalogue: Catalogue, keys: Iterable[str]) -> list[Column]:
    """Return statements in order of time, each once, whatever the number of collections that have it."""
    found: list[Column] = []
    known = set[str]()
    for key in keys:
        statement = catalogue.statement(key)
        if statement is not None and key not in known:
            found.append(_column(catalogue, statement))
            known |= found[-1].addresses
    return sorted(found, key=lambda column: (*order_of(column.date), column.statement.key))


def _column(catalogue: Catalogue, statement: Statement) -> Column:
    summit = catalogue.summit(statement.summit)
    date = statement.date or (summit.date if summit else None)
    title = summit.where if summit else statement.title
    return Column(statement, date, title, frozenset((statement.key, *catalogue.same(Statement, statement.key))))


def _row(trace: Trace, columns: Sequence[Column]) -> Row:
    by_statement: dict[str, list[Occurrence]] = {}
    for one in trace.occurrences:
        for key in {one.statement.key, *(address.partition("#")[0] for address in one.same)}:
            by_statement.setdefault(key, []).append(one)
    # A statement that is the same in two collections has its occurrences under both keys.
    there = [_once(one for key in column.addresses for one in by_statement.get(key, ())) for column in columns]
    cells = [_cell(trace, column, found) for column, found in zip(columns, there, strict=True)]
    said = tuple(_said(place, cells, columns) for place in range(len(cells)))
    return Row(trace, tuple(cells), said, tuple(found[0] if found else None for found in there))


def _once(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    return list({one.address: one for one in occurrences}.values())


def _cell(trace: Trace, column: Column, found: Sequence[Occurrence]) -> Cell:
    present = [one for one in found if not one.missing]
    if present:
        changed = all(one.changed for one in present)
        alike = all(one.only_alike for one in present)
        return Cell.CHANGED if changed else Cell.ALIKE if alike else Cell.PRESENT
    if found or _is_missing(trace, column.statement):
        return Cell.MISSING
    return Cell.NOT_SEEN


def _is_missing(trace: Trace, statement: Statement) -> bool:
    """Whether something is missing that nobody declared: only where the full text was seen."""
    if trace.cut or not seen_whole(statement):
        return False
    if trace.kind is Kinds.TOPIC:
        return bool(statement.clauses)
    return trace.kind is Kinds.PHRASE and _here_in_full(trace, statement)


def seen_whole(statement: Statement) -> bool:
    """Whether the editors say that they saw all of a statement's text."""
    return " ".join((statement.text_seen or "").split()).rstrip(".").casefold() in WHOLE


def _here_in_full(trace: Trace, statement: Statement) -> bool:
    """Whether each clause is here in the document's own words, in the language in which a phrase was found."""
    languages = {one.rendering.language for one in trace.present if one.rendering}

    def in_full(language: str) -> bool:
        return all(
            any(
                rendering.speech is Speech.DIRECT and same_language(rendering.language, language)
                for rendering in clause.renderings
            )
            and not clause.in_fragments
            for clause in statement.clauses
        )

    return bool(statement.clauses) and any(in_full(language) for language in languages)


_THERE: Final = (Cell.PRESENT, Cell.CHANGED, Cell.ALIKE)
_NAMED: Final = 3
"""So many statements that were not seen are named by their dates."""


def _said(place: int, cells: Sequence[Cell], columns: Sequence[Column]) -> str:
    """Return what is to be said of a missing cell: how it was before, and what lies between that was not seen."""
    if cells[place] is not Cell.MISSING:
        return ""
    there = [one for one in range(place) if cells[one] in _THERE]
    gone = [one for one in range(place) if cells[one] is Cell.MISSING]
    run = [one for one in gone if not there or one > there[-1]]
    begin = run[0] if run else there[-1] if there else 0
    unseen = _unseen(columns, cells, begin, place)
    seen = f"last seen {columns[there[-1]].when}" if there else "it was not seen before"
    if run and not unseen:
        return f"still missing, as in each statement since {columns[run[0]].when}; {seen}"
    if run:
        return f"missing, as {columns[run[-1]].when}; {seen}{unseen}"
    if gone:
        return f"missing again, as {columns[gone[-1]].when}; {seen}{unseen}"
    if len(there) > 1:
        seen = f"seen from {columns[there[0]].when} to {columns[there[-1]].when}"
    return f"first known to be missing here; {seen}{unseen}" if there else f"missing; {seen}"


def _unseen(columns: Sequence[Column], cells: Sequence[Cell], begin: int, end: int) -> str:
    """Return which statements between two were not seen: nobody knows whether it stands there."""
    between = [columns[one].when for one in range(begin + 1, end) if cells[one] is Cell.NOT_SEEN]
    if not between:
        return ""
    more = f" and {len(between) - _NAMED} more" if len(between) > _NAMED else ""
    return f"; not seen between: {', '.join(between[:_NAMED])}{more}"
