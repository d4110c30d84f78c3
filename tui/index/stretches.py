"""The clauses of statements, wherever they stand: each statement's are a stretch of one segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.lazy import Lazy
from tui.index.ordering import listed
from tui.index.store import Compiled
from tui.index.stored_segment import StoredSegment
from tui.model.records import Clause


class Stretch(NamedTuple):
    """Clauses of one statement: its key, its segment, their numbers there, and their ids in the statement's order."""

    statement: str
    segment: StoredSegment
    numbers: Sequence[int]
    first: int
    ids: tuple[str, ...]

    def clauses(self, read: Any) -> Lazy[Clause]:
        """Return the clauses; `read` makes one of its segment and number."""

        def find(key: str) -> int | None:
            statement, _, name = key.partition("#")
            if statement != self.statement or name not in self.ids:
                return None
            number = self.first + self.ids.index(name)
            return self.numbers.index(number) if number in self.numbers else None

        return Lazy(len(self.numbers), lambda place: read(self.segment, int(self.numbers[place])), find)

    def among(self, clauses: Array) -> list[int]:
        """Return which of some clauses of the segment, in order, are the statement's."""
        low, high = np.searchsorted(clauses, (self.first, self.first + len(self.ids)))
        inside: list[int] = clauses[low:high].tolist()
        return inside


class Stretches:
    """Finds the stretches of one collection."""

    def __init__(self, compiled: Compiled) -> None:
        self._tables: Final = compiled.tables
        self._segments: Final = compiled.segments

    def of(self, statement: str) -> Stretch | None:
        """Return all clauses of a statement (a key); None where it is not there."""
        row = self._tables.row(
            "SELECT key, segment, first_clause, clauses, ids FROM statement WHERE key = ?", (statement,)
        )
        return self._from(row) if row else None

    def at(self, position: int) -> tuple[int, Stretch]:
        """Return the clauses of the statement that holds a position through all statements, and that of the first.

        Raises `IndexError` where there is none.
        """
        row = self._tables.row(
            "SELECT key, segment, first_clause, clauses, ids, first_position FROM statement"
            " WHERE first_position <= ? AND clauses ORDER BY first_position DESC LIMIT 1",
            (position,),
        )
        if row is None:
            raise IndexError(position)
        return int(row[5]), self._from(row)

    def _from(self, row: Sequence[Any]) -> Stretch:
        key, segment, first, clauses, ids = row[:5]
        return Stretch(key, self._segments[segment], range(first, first + clauses), first, listed(ids))

    def holding(self, segment: int, clauses: Array) -> list[Stretch]:
        """Return clauses of a segment (its number), in order, by the statements that still stand in it."""
        stretches: list[Stretch] = []
        place = 0
        while place < len(clauses):
            row = self._tables.row(
                "SELECT key FROM statement WHERE segment = ? AND first_clause <= ?2 AND first_clause + clauses > ?2",
                (segment, int(clauses[place])),
            )
            stretch = self.of(row[0]) if row else None
            if stretch is None:
                place += 1
                continue
            inside = stretch.among(clauses)
            stretches.append(stretch._replace(numbers=inside))
            place += len(inside)
        return stretches


def clauses_having(segment: StoredSegment, field: str, value: str) -> Array:
    """Return the clauses of a segment of which a wording has a term, in order."""
    wordings = segment.terms.wordings(field, value)
    clauses: Array = np.unique(np.searchsorted(segment.first_wordings, wordings, "right") - 1)
    return clauses
