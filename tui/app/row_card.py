"""What is read while the cursor of the summits is on a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.index.scope import Scope
from tui.model.records import Summit
from tui.study.card import Card, Fact
from tui.study.record_cards import card

if TYPE_CHECKING:
    from tui.app.summit_rows import SummitRow
    from tui.index.catalogue import Catalogue

_MOST: Final = 100
"""Summits that the card of a year or series names."""


def row_card(catalogue: Catalogue, row: SummitRow) -> Card:
    """Return what there is to read of a row of the summits; of what has no record, what belongs to it."""
    if row.record:
        return card(catalogue, row.record)
    if row.scope.group is None:
        return _everything(catalogue)
    listed = catalogue.summits(Scope(group=row.scope.group))
    # A summit that stands in two collections is named once.
    twice = catalogue.sameness(Summit).repeated(listed)
    summits = [one for place, one in enumerate(listed[: _MOST + len(twice)]) if place not in twice]
    facts = [Fact(one.date.label if one.date else "undated", one.title) for one in summits[:_MOST]]
    if (more := len(listed) - len(twice) - _MOST) > 0:
        facts.append(Fact("", f"and {more:,} more"))
    return Card("", row.first, row.second, facts=tuple(facts))


def _everything(catalogue: Catalogue) -> Card:
    """What is open, when it is more than one collection."""
    facts = [Fact("Collection", f"{collection.title} ({collection.id})") for collection in catalogue.collections]
    return Card("", "All collections", "", facts=tuple(facts))
