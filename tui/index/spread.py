"""How wordings are spread over what their statements are: of which kind, by which act, of which year, by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.narrowing import Count, Masks
from tui.index.shelf import Shelf
from tui.index.stored_segment import StoredSegment
from tui.index.tables import Row

_NONE: Final = np.zeros(0, np.int64)
_COLUMNS: Final = ("kind", "act", "summit")


class Spread:
    """The wordings of one segment, by its number in a collection, and the statements that they are of.

    What a count needs to know of the statements is read when it is first asked for, and kept: some bytes of each.
    """

    def __init__(self, shelf: Shelf, number: int, segment: StoredSegment) -> None:
        self.shelf: Final = shelf
        self.number: Final = number
        self.segment: Final = segment
        self._coded: dict[str, _Coded] = {}

    @cached_property
    def standing(self) -> Array:
        """Which wordings still stand in their files (bool)."""
        alive = self.shelf.alive(self.number)
        return np.ones(len(self.segment.index), bool) if alive is None else alive

    def values(self, field: str) -> list[str]:
        """Return the values of a field that clauses and renderings have which still stand."""
        terms = self.segment.terms
        return [value for value in terms.values(field) if self.standing[terms.wordings(field, value)].any()]

    def per_statement(self, meant: Array) -> Array:
        """Return how many of the wordings meant each statement has (int64), in the order of the statements here."""
        sums = np.concatenate(([0], np.cumsum(meant, dtype=np.int64)))
        firsts, ends = self._bounds
        counts: Array = sums[ends] - sums[firsts]
        return counts

    def per_value(self, column: str, counts: Array) -> Iterable[tuple[str, int]]:
        """Return each value of `kind`, `act` or `summit`, and how many wordings it has; `counts` per statement."""
        if column not in self._coded:
            self._coded[column] = self._read_column(column)
        values, codes = self._coded[column]
        sums = np.bincount(codes, counts, len(values)).astype(np.int64).tolist()
        return [(value, there) for value, there in zip(values, sums, strict=True) if there and value is not None]

    def years(self, counts: Array) -> tuple[Array, Array, Array]:
        """Return the first and the last year of each dated statement that has any wordings, and how many it has.

        One that is open at its beginning begins in the year 1.
        """
        dated, first, last = self._years
        there = counts[dated]
        some = there > 0
        return first[some], last[some], there[some]

    def concerning(self, participants: Collection[str], meant: Array, counts: Array) -> int:
        """Return how many of the wordings meant are of statements in which any of these participants (keys) take part.

        With their summits' they take part in; and of other statements the wordings of the clauses they undertake.
        """
        taking = np.unique(np.concatenate([_NONE, *(self._taking_part.get(key, _NONE) for key in participants)]))
        undertaken = [held for key in participants if len(held := self.segment.terms.wordings("by", key))]
        if not undertaken:
            return int(counts[taking].sum())
        held = undertaken[0] if len(undertaken) == 1 else np.unique(np.concatenate(undertaken))
        held = held[meant[held]]
        elsewhere = np.ones(len(counts), bool)
        elsewhere[taking] = False
        firsts, _ = self._bounds
        others = elsewhere[np.searchsorted(firsts, held, "right") - 1]
        return int(counts[taking].sum()) + int(np.count_nonzero(others))

    @cached_property
    def _bounds(self) -> tuple[Array, Array]:
        """The first wording of each statement, and the one after its last."""
        rows = np.array(self._rows("first_clause, first_clause + clauses"), np.int64).reshape(-1, 2)
        wordings = self.segment.first_wordings.astype(np.int64)[rows]
        return wordings[:, 0].copy(), wordings[:, 1].copy()

    @cached_property
    def _years(self) -> tuple[Array, Array, Array]:
        rows = self._rows("earliest, latest")
        dated = [number for number, row in enumerate(rows) if all(row)]
        first = [dt.date.fromordinal(rows[number][0]).year for number in dated]
        last = [dt.date.fromordinal(rows[number][1]).year for number in dated]
        return np.array(dated, np.int64), np.array(first, np.int64), np.array(last, np.int64)

    @cached_property
    def _taking_part(self) -> dict[str, Array]:
        """By the key of a participant, the statements it takes part in, itself or by who acts for it, each once."""
        numbers = {first: number for number, (first,) in enumerate(self._rows("first_clause"))}
        found: dict[str, list[int]] = {}
        for table, who in (("participation", "participant"), ("acting", "body")):
            for of_summit, place in ((0, "key"), (1, "summit")):
                rows = self.shelf.tables.rows(
                    f"SELECT {table}.{who}, first_clause FROM {table}"
                    f" JOIN statement ON statement.{place} = {table}.place WHERE of_summit = ? AND segment = ?",
                    (of_summit, self.number),
                )
                for key, first in rows:
                    found.setdefault(key, []).append(numbers[first])
        return {key: np.unique(np.array(places, np.int64)) for key, places in found.items()}

    def _read_column(self, column: str) -> _Coded:
        assert column in _COLUMNS
        codes: dict[str | None, int] = {}
        read = [codes.setdefault(value, len(codes)) for (value,) in self._rows(column)]
        return _Coded(tuple(codes), np.array(read, np.int64))

    def _rows(self, columns: str) -> list[Row]:
        """These columns of each statement of the segment, in the order of the wordings."""
        query = f"SELECT {columns} FROM statement WHERE segment = ? ORDER BY first_clause"
        return self.shelf.tables.rows(query, (self.number,))


class _Coded(NamedTuple):
    """The values of a column, and for each statement which of them it has."""

    values: tuple[str | None, ...]
    codes: Array


def statement_counts(spreads: Sequence[Spread], field: str, wordings: Masks, most: int) -> list[Count]:
    """Return how many of the wordings meant are of statements with each value of a field, the most frequent first."""
    counts: dict[str, int] = {}
    for spread, meant in zip(spreads, wordings, strict=True):
        for value, there in spread.per_value(field, spread.per_statement(meant)):
            counts[value] = counts.get(value, 0) + there
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [Count(value, value.replace("-", " "), there) for value, there in ordered[:most]]


def year_counts(spreads: Sequence[Spread], wordings: Masks, most: int) -> list[Count]:
    """Return how many of the wordings meant may be of each year; listed are those in which something begins."""
    changes = np.zeros(dt.MAXYEAR + 2, np.int64)
    begun: set[int] = set()
    for spread, meant in zip(spreads, wordings, strict=True):
        first, last, there = spread.years(spread.per_statement(meant))
        # What is open at its beginning begins in no year that a reader would know.
        begun.update(np.unique(np.where(first > dt.MINYEAR, first, last)).tolist())
        np.add.at(changes, first, there)
        np.add.at(changes, last + 1, -there)
    counts = np.cumsum(changes)
    ordered = sorted(begun, key=lambda year: (-counts[year], year))[:most]
    return [Count(f"{year:04}", f"{year:04}", int(counts[year])) for year in ordered]


def party_counts(spreads: Sequence[Spread], values: Sequence[Collection[str]], wordings: Masks) -> list[int]:
    """Return for each value, the keys of participants that are the same one, how many of the wordings concern it."""
    counts = [0] * len(values)
    for spread, meant in zip(spreads, wordings, strict=True):
        there = spread.per_statement(meant)
        for number, keys in enumerate(values):
            counts[number] += spread.concerning(keys, meant, there)
    return counts
