"""From conditions to the clauses that meet them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.atoms.pattern import TIME_LIMIT, Clock, Pattern
from tui.search.cancel import Cancelled, watched
from tui.search.conditions import Conditions, Part
from tui.search.language.notices import shown
from tui.text.counting import counted


class Narrowed(NamedTuple):
    """Which clauses of each segment meet all conditions, whether those are all there are, and why they may not be."""

    masks: list[Array]
    complete: bool
    notices: list[str]


class _Trying:
    """How far each pattern of a search came."""

    def __init__(self) -> None:
        self.clock = Clock(TIME_LIMIT)
        self._asked: dict[str, int] = {}
        self._tried: dict[str, int] = {}

    def note(self, pattern: Pattern, asked: Array, tried: Array) -> None:
        self._asked[pattern.text] = self._asked.get(pattern.text, 0) + int(np.count_nonzero(asked))
        self._tried[pattern.text] = self._tried.get(pattern.text, 0) + int(np.count_nonzero(tried))

    def notices(self) -> list[str]:
        """Say of each pattern how much it was not tried on."""
        return [
            f"{shown(f'/{text}/')} was tried on {self._tried[text]:,} of {counted(asked, 'clause')}: "
            "the others would have taken too long"
            for text, asked in self._asked.items()
            if self._tried[text] < asked
        ]


def narrowed(
    conditions: Conditions, indexes: Sequence[TextIndex], within: Sequence[Array], cancelled: Cancelled
) -> Narrowed:
    """Return which of the clauses `within` (for each index, bool, one a clause) meet all conditions.

    Patterns come last: they are tried on what the rest leaves. Raises `SearchCancelled`.
    """
    masks, trying = list(within), _Trying()
    for group in sorted(conditions.groups, key=_slowest):
        for place, index in watched(enumerate(indexes), cancelled):
            masks[place] = _any_of(group, place, index, masks[place], trying, cancelled)
    notices = trying.notices()
    return Narrowed(masks, not notices, notices)


def _slowest(group: Iterable[Part]) -> bool:
    return any(part.pattern for part in group)


def _any_of(
    group: Iterable[Part], place: int, index: TextIndex, within: Array, trying: _Trying, cancelled: Cancelled
) -> Array:
    """Which of the clauses `within` meet any part; what one meets, the next need not look at."""
    open_ones, found = within, np.zeros(len(within), bool)
    for part in watched(sorted(group, key=lambda part: part.pattern is not None), cancelled):
        if part.pattern:
            matched, tried = part.pattern.try_on(index, open_ones, trying.clock, cancelled)
            trying.note(part.pattern, open_ones, tried)
            met = tried & ~matched if part.negated else matched
        else:
            held = part.words[place].found(open_ones, cancelled) if part.words else part.masks[place] & open_ones
            met = open_ones & ~held if part.negated else held
        found |= met
        open_ones = open_ones & ~met
    return found
