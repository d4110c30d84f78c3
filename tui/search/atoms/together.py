"""Words near one another, in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from tui.index.arrays import Array, looked_up
from tui.index.text_index import TextIndex
from tui.search.atoms.read import Read, lit_among
from tui.search.cancel import Cancelled, watched

_APART: Final = 1 << 20
"""More than a stretch can be long, so that none reaches from one clause into the next."""


class Together:
    """All these folded words, in any order, with at most `others` other words among them.

    That is a stretch of as many words as both are together that holds each of them, and as often as it is given.
    """

    def __init__(self, index: TextIndex, words: Sequence[str], others: int) -> None:
        self._index = index
        self._times = Counter(index.number(word) for word in words)
        self._stretch = len(words) + others
        self._possible = 0 not in self._times
        self._number = np.zeros(len(index.vocabulary) + 1, np.uint16)
        for place, word in enumerate(self._times, 1):
            self._number[word] = place if self._possible else 0

    def found(self, within: Array, cancelled: Cancelled) -> Array:
        """Return which of the clauses `within` have it. Raises `SearchCancelled`."""
        if not self._possible:
            return np.zeros(len(self._index), bool)
        rarest, *rest = sorted(self._times, key=self._index.frequency)
        clauses = self._index.holders(rarest)
        clauses = clauses[within[clauses]]
        for word in watched(rest, cancelled):
            clauses = _both(clauses, self._index.holders(word))
        return lit_among(self._index, self, clauses, cancelled)

    def lit(self, read: Read) -> Array:
        """Return the words, in each stretch that holds all of them."""
        lit = read.none()
        numbers = self._number[read.tokens]
        places = np.flatnonzero(numbers)
        if not len(places):
            return lit
        numbers, apart = numbers[places], places + read.owners(places) * _APART
        # A stretch may as well begin with one of the words: `[begin, end)` of the places it then holds.
        begin, end = np.arange(len(places)), np.searchsorted(apart, apart + self._stretch)
        enough = np.ones(len(places), bool)
        for number, times in enumerate(self._times.values(), 1):
            before = np.concatenate(([0], np.cumsum(numbers == number)))
            enough &= before[end] - before[begin] >= times
        changes = np.zeros(len(places) + 1, np.int64)
        np.add.at(changes, begin[enough], 1)
        np.add.at(changes, end[enough], -1)
        lit[places[np.cumsum(changes)[:-1] > 0]] = True
        return lit


def _both(clauses: Array, others: Array) -> Array:
    """The clauses that stand among others; both are in order."""
    if not len(others):
        return clauses[:0]
    both: Array = clauses[looked_up(clauses, others)[1]]
    return both
