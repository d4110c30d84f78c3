"""A timeline of signs: years from left to right, each occurrence at its place, told apart by more than colour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.study.trace.occurrence import Occurrence, Whose, whose

OWN: Final = "●"
TOLD: Final = "○"
ALIKE: Final = "≈"
MISSING: Final = "×"
SEVERAL: Final = "◉"
LEGEND: Final = (
    f"{OWN} the document's own words   {TOLD} told   {ALIKE} alike only   {MISSING} missing   {SEVERAL} several"
)
_LABEL: Final = 5
"""Cells for a year and a space."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years and the line below them, both so many cells wide; `cells` is where each occurrence stands.

    An occurrence without a day that is known stands nowhere (None).
    """

    years: str
    line: str
    cells: tuple[int | None, ...]


def sign(one: Occurrence) -> str:
    """Return the sign of an occurrence: whose words are shown of it, or that it is only alike, or missing."""
    if one.missing:
        return MISSING
    if one.only_alike:
        return ALIKE
    own = one.rendering is not None and whose(one.rendering) is Whose.DOCUMENT
    return OWN if own else TOLD


def timeline(occurrences: Sequence[Occurrence], width: int) -> Timeline:
    """Return the timeline of occurrences, at most `width` cells wide, from the first of their years to the last.

    A date that covers more than a day stands at its middle.
    """
    days = [_middle(one) for one in occurrences]
    known = [day for day in days if day is not None]
    if not known or width < 1:
        return Timeline("", "", (None,) * len(days))
    first, last = min(known).year, max(known).year
    begin, end = dt.date(first, 1, 1).toordinal(), dt.date(last, 12, 31).toordinal() + 1
    places = tuple(None if day is None else (day.toordinal() - begin) * width // (end - begin) for day in days)
    starts = {
        (dt.date(year, 1, 1).toordinal() - begin) * width // (end - begin): year for year in range(first, last + 1)
    }
    line = [("├" if cell else "└") if cell in starts else "─" for cell in range(width)]
    taken: dict[int, str] = {}
    for place, one in zip(places, occurrences, strict=True):
        if place is not None:
            taken[place] = SEVERAL if place in taken else sign(one)
    for place, mark in taken.items():
        line[place] = mark
    return Timeline(_years(starts, width), "".join(line), places)


def _years(starts: dict[int, int], width: int) -> str:
    """Return the years where they begin, as many as have room."""
    written = ""
    for cell, year in sorted(starts.items()):
        if cell >= len(written) + bool(written) and cell + _LABEL - 1 <= width:
            written = f"{written:<{cell}}{year}"
    return f"{written:<{width}}"


def _middle(one: Occurrence) -> dt.date | None:
    """Return the day in the middle of a date; of an open one, the end that is known."""
    if one.date is None:
        return None
    earliest, latest = one.date.earliest, one.date.latest
    if earliest == dt.date.min or latest == dt.date.max:
        return latest if earliest == dt.date.min else earliest
    return earliest + (latest - earliest) / 2
