"""How what a search found is spread over years, bodies, series and the like; choosing a value edits the query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np

from tui.index.narrowing import Count, Masks, Narrowing
from tui.search.cancel import Cancelled, never, watched
from tui.search.fields_meant import dates_kept, meant_by, typed_values
from tui.search.language.tree import Alternative, DateIn, FieldValues, Query
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


class Chosen(NamedTuple):
    """A value that the query narrows to: as it stands there, and counted. Where it means several, `kept.value` is it.

    How it is written may differ from what it means: `body:Russia` is `body:ru`.
    """

    typed: str
    kept: Count


class Facet(NamedTuple):
    """What a reader calls it, the field of the query language that its values go after, and its values, counted.

    `chosen` are those that the query narrows to.
    """

    name: str
    field: str
    counts: tuple[Count, ...]
    chosen: tuple[Chosen, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """Facets with the most frequent values of each; `of` says of which hits: `of all 1,204`, `of the 30 best`.

    The number beside a value is how many of those hits are left when it is chosen.
    """

    facets: tuple[Facet, ...]
    of: str


def facets(results: Results, narrowing: Narrowing, most: int = MOST, *, cancelled: Cancelled = never) -> Facets:
    """Return the facets of what was found: of all of it where that is an exact set, else of the hits shown.

    Those without a value are left out, unless the query narrows by them. Between one facet and the next `cancelled`
    is asked whether to give up; `SearchCancelled` is raised when it says so.
    """
    masks = _of_hits(results, narrowing) if results.matching is None else results.matching
    fields = watched(FIELDS.items(), cancelled)
    found = (_facet(results.asked, narrowing, name, field, masks, most) for name, field in fields)
    return Facets(tuple(one for one in found if one.counts or one.chosen), _of(results))


def everything(narrowing: Narrowing) -> Results:
    """Return what a query that asks for nothing would find, for its facets: all that is open, and no hits."""
    masks = narrowing.standing()
    return Results("", (), sum(int(np.count_nonzero(mask)) for mask in masks), matching=masks)


def _facet(asked: Query, narrowing: Narrowing, name: str, field: str, masks: Masks, most: int) -> Facet:
    counts = tuple(narrowing.counts(name if field == "date" else field, masks, most))
    return Facet(name, field, counts, tuple(_chosen(asked, narrowing, field, masks)))


def _chosen(asked: Query, narrowing: Narrowing, field: str, masks: Masks) -> Iterator[Chosen]:
    """The values of a field that a query narrows to by themselves, not as one of several ways; each once."""
    seen: set[str] = set()
    for one in (group.alone for group in asked.groups):
        if one is None or one.negated:
            continue
        found: Iterator[tuple[str, str, str, Masks]] = iter(())
        if isinstance(one.atom, FieldValues) and one.atom.field == field:
            found = _kept(one, one.atom, narrowing)
        elif isinstance(one.atom, DateIn) and field == "date":
            found = (
                (held.text, held.text, held.text, dates_kept(narrowing, DateIn((held,)))) for held in one.atom.ranges
            )
        for typed, value, name, kept in found:
            if typed.casefold() not in seen:
                seen.add(typed.casefold())
                there = sum(int(np.count_nonzero(mask & own)) for mask, own in zip(masks, kept, strict=True))
                yield Chosen(typed, Count(value, name, there))


def _kept(one: Alternative, atom: FieldValues, narrowing: Narrowing) -> Iterator[tuple[str, str, str, Masks]]:
    """Each value as typed, what it means and is called, and what it keeps. What means nothing narrows to nothing."""
    for typed, unfinished in typed_values(one, atom):
        meant = meant_by(narrowing, atom.field, typed, unfinished=unfinished)
        if meant:
            values = [kept.value for kept in meant] if unfinished else [typed]
            value, name = meant[0] if len(meant) == 1 else (typed, typed)
            yield typed, value, name, narrowing.having(atom.field, values)


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
