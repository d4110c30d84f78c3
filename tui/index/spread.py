"""How wordings are spread over what their statements are: of which kind, by which act, of which year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.narrowing import Count, Masks
from tui.index.shelf import Shelf
from tui.index.stored_segment import StoredSegment


class Place(NamedTuple):
    """A segment, with the collection that it is of and its number there."""

    shelf: Shelf
    number: int
    segment: StoredSegment


def statement_counts(places: Sequence[Place], field: str, wordings: Masks, most: int) -> list[Count]:
    """Return how many of the wordings meant are of statements with each value of a field, the most frequent first."""
    counts: dict[str, int] = {}
    for place, meant in zip(places, wordings, strict=True):
        for value, there in per_statement(place, field, meant):
            if there:
                counts[value] = counts.get(value, 0) + there
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [Count(value, value.replace("-", " "), there) for value, there in ordered[:most]]


def year_counts(places: Sequence[Place], wordings: Masks, most: int) -> list[Count]:
    """Return how many of the wordings meant may be of each year; listed are those in which something begins."""
    changes = np.zeros(dt.MAXYEAR + 2, np.int64)
    begun: set[int] = set()
    for place, meant in zip(places, wordings, strict=True):
        for (first, last), there in _columns(place, "earliest, latest", "earliest AND latest", meant):
            if there:
                years = dt.date.fromordinal(first).year, dt.date.fromordinal(last).year
                # What is open at its beginning begins in no year that a reader would know.
                begun.add(years[0] if first > 1 else years[1])
                changes[years[0]] += there
                changes[years[1] + 1] -= there
    counts = np.cumsum(changes)
    ordered = sorted(begun, key=lambda year: (-counts[year], year))[:most]
    return [Count(f"{year:04}", f"{year:04}", int(counts[year])) for year in ordered]


def per_statement(place: Place, column: str, meant: Array) -> Iterator[tuple[Any, int]]:
    """Yield for each statement of a segment what it has in a column, and how many of the wordings meant it has.

    A statement that has nothing there is left out.
    """
    for (value,), there in _columns(place, column, f"{column} IS NOT NULL", meant):
        yield value, there


def _columns(place: Place, columns: str, condition: str, meant: Array) -> Iterator[tuple[Any, int]]:
    rows = place.shelf.tables.rows(
        f"SELECT first_clause, clauses, {columns} FROM statement WHERE segment = ? AND {condition}", (place.number,)
    )
    firsts, sums = place.segment.first_wordings, np.concatenate(([0], np.cumsum(meant)))
    for first, clauses, *values in rows:
        yield values, int(sums[firsts[first + clauses]] - sums[firsts[first]])
