"""The rows of the facets: the values of what was found with their counts, and which of them the query names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.search.facets import Facet, Facets
from tui.search.language.values import canonical_value


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A value as a query writes it after `field:`, what a reader calls it, and how many hits have it (None: untold).

    `chosen`: the query narrows to it. The heading of a facet has no value.
    """

    field: str
    label: str
    value: str = ""
    count: int | None = None
    chosen: bool = False


def facet_rows(found: Facets) -> tuple[FacetRow, ...]:
    """Return the facets as rows, each below its heading; what a query narrows to is there even where nothing has it."""
    rows: list[FacetRow] = []
    for facet in found.facets:
        if values := [*_values(facet)]:
            rows += [FacetRow(facet.field, facet.name.capitalize()), *values]
    return tuple(rows)


def _values(facet: Facet) -> Iterator[FacetRow]:
    named = {chosen.kept.value: chosen for chosen in reversed(facet.chosen)}
    listed: set[str] = set()
    for value, name, wordings in facet.counts:
        if chosen := named.get(value):
            listed.add(chosen.typed)
            yield FacetRow(facet.field, name, chosen.typed, wordings, chosen=True)
        # What no query can ask for is no choice.
        elif canonical_value(facet.field, value) is not None:
            yield FacetRow(facet.field, name, value, wordings)
    for typed, (_, name, wordings) in facet.chosen:
        if typed not in listed:
            yield FacetRow(facet.field, name, typed, wordings, chosen=True)
