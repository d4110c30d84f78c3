"""Which of many clauses hold the query best in one place: weighed by the run of words, not word for word.

For each clause the best stretch of half again as many words as the query has is found, by the weight of the query
words in it. That is quick enough for a thousand clauses, and good enough to choose those that are aligned in earnest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.forms import HARDLY
from tui.search.plan import Plan

_STRETCH: Final = 1.5
_SPARE: Final = 2
_HELD, _IN_PASSAGE, _IN_ORDER = 0.4, 0.4, 0.2
_APART: Final = 1 << 20
"""More words than any clause has: stretches never reach over the end of one."""


class Weighing:
    """The query words that each word of an index stands for, and what that is worth."""

    def __init__(self, index: TextIndex, plan: Plan) -> None:
        self._index = index
        self._reach = int(_STRETCH * len(plan.words)) + _SPARE
        self._words = len(plan.words)
        self._asked = np.full(len(index.vocabulary) + 1, 255, np.uint8)
        self._gain = np.zeros(len(index.vocabulary) + 1, np.float32)
        self._telling = np.zeros(len(index.vocabulary) + 1, bool)
        for code, pieces in plan.pieces.items():
            self._asked[ord(code)] = pieces[0].form.first
            self._gain[ord(code)] = pieces[0].gain
            self._telling[ord(code)] = any(piece.mask & plan.telling and piece.quality > HARDLY for piece in pieces)

    def rate(self, clauses: Array) -> Array:
        """Return how much of the query each clause holds: all in all, in one stretch, and there in order (float32)."""
        rated = np.zeros(len(clauses), np.float32)
        tokens, firsts = self._index.tokens(clauses)
        places = self._gain[tokens].nonzero()[0]
        if not len(places):
            return rated
        asked, gain = self._asked[tokens[places]], self._gain[tokens[places]]
        owner = firsts.searchsorted(places, "right") - 1
        places = places + owner * _APART
        new = np.concatenate(([True], owner[1:] != owner[:-1]))
        heads = new.nonzero()[0]
        held = np.add.reduceat(gain * self._first_of_its_word(owner, asked), heads)
        in_order = gain * np.concatenate(
            ([False], (asked[1:] > asked[:-1]) & (places[1:] - places[:-1] <= self._reach))
        )
        passage = np.maximum.reduceat(self._stretches(places, gain * self._last_near(places, asked)), heads)
        ordered = np.maximum.reduceat(self._stretches(places, in_order), heads)
        rated[owner[heads]] = _HELD * held + _IN_PASSAGE * passage + _IN_ORDER * ordered
        return rated

    def look(self, clauses: Array) -> Iterator[tuple[str, list[int]]]:
        """Yield for each clause its words, one character a word, and at which of them pieces of the query may begin.

        Words that tell nothing are passed over where none that does stands within a stretch of them.
        """
        tokens, firsts = self._index.tokens(clauses)
        text = tokens.tobytes().decode("utf-32-le", "surrogatepass")
        places = self._gain[tokens].nonzero()[0]
        places = places[self._near(places, places[self._telling[tokens[places]]])]
        bounds = places.searchsorted(firsts).tolist()
        firsts = firsts.tolist()
        for first, end, low, high in zip(firsts, firsts[1:], bounds, bounds[1:], strict=False):
            yield text[first : end - 1], (places[low:high] - first).tolist()

    def _near(self, places: Array, others: Array) -> Array:
        """Which of `places` have one of `others` within a stretch; all of them where there are no others."""
        if not len(others):
            return np.ones(len(places), bool)
        after = np.minimum(others.searchsorted(places), len(others) - 1)
        before = np.maximum(after - 1, 0)
        distance: Array = np.minimum(np.abs(others[after] - places), np.abs(places - others[before]))
        near: Array = distance <= self._reach
        return near

    def _stretches(self, places: Array, gain: Array) -> Array:
        """What stands in the stretch that ends at each place."""
        sums = np.concatenate(([0.0], np.cumsum(gain, dtype=np.float64)))
        first = places.searchsorted(places - self._reach, "right")
        return sums[1:] - sums[first]

    def _first_of_its_word(self, owner: Array, asked: Array) -> Array:
        """Whether each is the first in its clause that stands for its query word."""
        key = owner.astype(np.int64) * 256 + asked
        first = np.zeros(len(key), bool)
        first[np.unique(key, return_index=True)[1]] = True
        return first

    def _last_near(self, places: Array, asked: Array) -> Array:
        """Whether none for the same query word follows within a stretch: a word counts once in it."""
        by_word = np.argsort(asked, kind="stable")
        here, after = by_word[:-1], by_word[1:]
        near = (asked[here] == asked[after]) & (places[after] - places[here] < self._reach)
        last = np.ones(len(places), bool)
        last[here[near]] = False
        return last
