"""What the fields of a query mean among what is open: the values that are asked for, and what they keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.index.narrowing import Masks, Meant, Narrowing
from tui.search.language.fields import FIELDS
from tui.search.language.tree import Alternative, DateIn, FieldValues


def typed_values(one: Alternative, atom: FieldValues) -> Iterator[tuple[str, bool]]:
    """Yield the values of a field, and of each whether it may still be being typed. What is excluded is whole."""
    last = len(atom.values) - 1
    is_open = FIELDS[atom.field].values is None and one.unfinished and not one.negated
    for place, value in enumerate(atom.values):
        yield value, is_open and place == last


def meant_by(narrowing: Narrowing, field: str, value: str, *, unfinished: bool) -> Sequence[Meant]:
    """Return the values that are meant by one; nothing, where there is no such value. A closed field's is itself."""
    if FIELDS[field].values is not None:
        return (Meant(value, value.replace("-", " ")),)
    return narrowing.meant(field, value, unfinished=unfinished)


def dates_kept(narrowing: Narrowing, atom: DateIn) -> Masks:
    """Return the wordings that may be of a day in any of the ranges."""
    return narrowing.dated([(asked.earliest, asked.latest) for asked in atom.ranges])
