"""The rows of the facets: the values of what was found with their counts, and which of them the query names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.index.narrowing import Count
from tui.search.facets import FIELDS, Facets
from tui.search.language.editing import has_field
from tui.search.language.parse import parse
from tui.search.language.tree import DateIn, FieldValues, Query
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


def facet_rows(found: Facets, query: str) -> tuple[FacetRow, ...]:
    """Return the facets as rows, each below its heading; what `query` narrows to is there even where nothing has it."""
    asked = parse(query)
    counts = {facet.field: facet.counts for facet in found.facets}
    rows: list[FacetRow] = []
    for name, field in FIELDS.items():
        values = [*_counted(field, counts.get(field, ()), query)]
        chosen = {row.value.casefold() for row in values}
        values += [
            FacetRow(field, value, value, chosen=True)
            for value in dict.fromkeys(_named(asked, field))
            if value.casefold() not in chosen
        ]
        if values:
            rows += [FacetRow(field, name.capitalize()), *values]
    return tuple(rows)


def _counted(field: str, counts: Sequence[Count], query: str) -> Iterator[FacetRow]:
    for value, name, wordings in counts:
        # What no query can ask for is no choice.
        if canonical_value(field, value) is not None:
            yield FacetRow(field, name, value, wordings, has_field(query, field, value))


def _named(asked: Query, field: str) -> Iterator[str]:
    """The values of a field that a query narrows to by themselves, not as one of several ways."""
    for group in asked.groups:
        one = group.alone
        if one is None or one.negated:
            continue
        if isinstance(one.atom, FieldValues) and one.atom.field == field:
            yield from one.atom.values
        elif isinstance(one.atom, DateIn) and field == "date":
            yield from (held.text for held in one.atom.ranges)
