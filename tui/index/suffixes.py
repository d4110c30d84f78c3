"""All places of a text in the order of what stands there: any run of words is one stretch of that order.

A suffix array (Manber and Myers 1993) over words instead of characters, sorted only as deep as searching needs: every
place by its first three words, and further where more than a few places have them in common.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np

from tui.index.arrays import Array

_FIRST: Final = 3
_MORE: Final = 2
_DEEPEST: Final = 7
"""Three words, and two more as often as it takes: a stretch of more than `_FEW` places is sorted by seven."""
_FEW: Final = 64
_PARALLEL: Final = 1 << 20


def suffix_order(tokens: Array, words: int) -> Array:
    """Return the places of all tokens but 0 in order (uint32); `words` is the greatest token there is, below 2**21."""
    bits = words.bit_length()
    padded = np.concatenate((tokens, np.zeros(_DEEPEST, np.uint32)))
    order = np.flatnonzero(tokens).astype(np.uint32)
    if not len(order):
        return order
    key = _packed(padded, order, 0, _FIRST, bits)
    sorting = _argsort(key)
    order, key = order[sorting], key[sorting]
    del sorting
    slots = np.arange(len(order), dtype=np.uint32)
    for depth in range(_FIRST, _DEEPEST, _MORE):
        # Only groups of many equals are sorted on; each keeps the slots it has.
        sizes = _sizes(key)
        many = np.repeat(sizes > _FEW, sizes)
        slots, sizes = slots[many], sizes[sizes > _FEW]
        del many, key
        if not len(slots):
            break
        group = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
        places = order[slots]
        key = group << np.uint64(_MORE * bits) | _packed(padded, places, depth, _MORE, bits)
        sorting = _argsort(key)
        order[slots], key = places[sorting], key[sorting]
    return order


class Suffixes:
    """Finds runs of words. Tokens are the numbers of words, 0 between clauses; `starts` is by word, its first slot."""

    def __init__(self, tokens: Array, order: Array, starts: Array) -> None:
        self._tokens = tokens
        self._order = order
        self._starts = starts

    def places(self, run: Sequence[int], endings: range | None = None) -> Array:
        """Return the places, in no order, where the words of `run` stand one after the other.

        With `endings`, only those where any of these words follows. One word at least is given, in either.
        """
        steps = [range(word, word + 1) for word in run]
        if endings is not None:
            steps.append(endings)
        low, high = int(self._starts[steps[0].start]), int(self._starts[steps[0].stop])
        one = len(steps[0]) == 1
        depth = 1
        while one and depth < min(len(steps), _DEEPEST) and high - low > _FEW:
            token = self._token_after(depth)
            stretch = range(low, high)
            low, high = (
                low + bisect_left(stretch, word, key=token) for word in (steps[depth].start, steps[depth].stop)
            )
            one = len(steps[depth]) == 1
            depth += 1
        found = self._order[low:high]
        for after, step in enumerate(steps[depth:], depth):
            if not len(found):
                break
            # Clauses end with a 0, the last one too, so no place is beyond the end before a word has differed.
            token_there = self._tokens[found + np.uint32(after)]
            found = found[(token_there >= step.start) & (token_there < step.stop)]
        return found

    def _token_after(self, depth: int) -> Callable[[int], int]:
        tokens, order = self._tokens, self._order
        return lambda slot: int(tokens[int(order[slot]) + depth])


def _packed(tokens: Array, places: Array, first: int, count: int, bits: int) -> Array:
    """The `count` tokens from `first` on after each place, in one number that sorts as they do."""
    key = np.zeros(len(places), np.uint64)
    for ahead in range(first, first + count):
        key <<= np.uint64(bits)
        key |= tokens[places + np.uint32(ahead)]
    return key


def _sizes(key: Array) -> Array:
    """How many equals there are of each key, in a sorted array."""
    ends = np.flatnonzero(key[1:] != key[:-1])
    return np.diff(np.concatenate(([-1], ends, [len(key) - 1])))


def _argsort(key: Array) -> Array:
    """Sort by halves, in two threads, where there is much to sort."""
    if len(key) < _PARALLEL:
        return np.argsort(key)
    pivot = np.partition(key[:: len(key) // 4096], 2048)[2048]
    parts = np.flatnonzero(key < pivot), np.flatnonzero(key >= pivot)
    with ThreadPoolExecutor(len(parts)) as threads:
        return np.concatenate(list(threads.map(lambda part: part[np.argsort(key[part])], parts)))
