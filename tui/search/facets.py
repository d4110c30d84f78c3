"""How what a search found is spread over years, bodies, series and the like; choosing a value edits the query."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np

from tui.index.narrowing import Count, Masks, Narrowing
from tui.search.cancel import Cancelled, never, watched
from tui.search.results import Results

MOST: Final = 10
"""How many values of a facet are counted."""

FIELDS: Final = {
    "year": "date",
    "body": "body",
    "series": "series",
    "kind": "kind",
    "speech": "is",
    "language": "lang",
}
"""What a reader calls each facet, and the field of the query language that its values go after."""


class Facet(NamedTuple):
    """What a reader calls it, the field of the query language that its values go after, and its values, counted."""

    name: str
    field: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Facets with the most frequent values of each; `of` says of which hits: `of all 1,204`, `of the 30 best`."""

    facets: tuple[Facet, ...]
    of: str


def facets(results: Results, narrowing: Narrowing, most: int = MOST, *, cancelled: Cancelled = never) -> Facets:
    """Return the facets of what was found: of all of it where that is an exact set, else of the hits shown.

    Those without a value are left out. Between one facet and the next `cancelled` is asked whether to give up;
    `SearchCancelled` is raised when it says so.
    """
    masks = _of_hits(results, narrowing) if results.matching is None else results.matching
    fields = watched(FIELDS.items(), cancelled)
    counted = ((name, field, _counts(narrowing, name, field, masks, most)) for name, field in fields)
    return Facets(tuple(Facet(*one) for one in counted if one[2]), _of(results))


def everything(narrowing: Narrowing) -> Results:
    """Return what a query that asks for nothing would find, for its facets: all that is open, and no hits."""
    masks = [np.ones(len(days), bool) for days in narrowing.days()]
    return Results("", (), sum(map(len, masks)), matching=masks)


def _counts(narrowing: Narrowing, name: str, field: str, masks: Masks, most: int) -> tuple[Count, ...]:
    return tuple(narrowing.counts(name if field == "date" else field, masks, most))


def _of_hits(results: Results, narrowing: Narrowing) -> Masks:
    lengths = [len(days) for days in narrowing.days()]
    numbers = np.array([hit.number for hit in results.hits], np.int64)
    masks = []
    for length, end in zip(lengths, accumulate(lengths), strict=True):
        mask = np.zeros(length, bool)
        mask[numbers[(numbers >= end - length) & (numbers < end)] - (end - length)] = True
        masks.append(mask)
    return masks


def _of(results: Results) -> str:
    shown = len(results.hits)
    if results.matching is not None or (results.counted and results.total == shown):
        return f"of all {results.total:,}"
    return f"of the {shown:,} best" if results.asked.fuzzy else f"of the first {shown:,}"
