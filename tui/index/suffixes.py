"""All places of a text in the order of what stands there: any run of words is one stretch of that order.

A suffix array (Manber and Myers 1993) over words instead of characters, sorted only as deep as searching needs: every
place by its word, and by one word more as long as more than a few places have all words so far in common. The words
after every 16th place stand together, as milestones: they are searched first, since each place that is looked at
elsewhere is another page of a great file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np

from tui.index.arrays import Array, Arrays, ranges

_DEEPEST: Final = 7
"""A stretch of more than `_FEW` places is sorted by seven words."""
_FEW: Final = 16
_APART: Final = 16
"""How many places lie between two milestones."""
_ALONG: Final = 3
"""How many words after its place a milestone has: of so many, few places are left."""
_CHUNK: Final = 1 << 20
_BLOCK: Final = 1 << 15
"""Places that are sorted at once: they stay in the processor's cache."""
_THREADS: Final = 2
_WORD_BITS: Final = 21
"""Enough for the number of any word: it is also a code point."""


def word_bounds(tokens: Array, words: int) -> Array:
    """Return where the places of each word begin in `word_order`, and the end; 0 has none (uint64)."""
    counts = np.bincount(tokens, minlength=words + 1)
    counts[0] = 0
    return np.concatenate((np.zeros(1, np.uint64), np.cumsum(counts, dtype=np.uint64)))


def word_order(tokens: Array, bounds: Array) -> Array:
    """Return the places of all tokens but 0 by word and then by place (uint32); `bounds` are `word_bounds`."""
    order = np.empty(int(bounds[-1]), np.uint32)
    following = bounds[:-1].astype(np.int64)
    for begin in range(0, len(tokens), _CHUNK):
        chunk = tokens[begin : begin + _CHUNK]
        sorting = _by_token(chunk)
        found = chunk[sorting]
        zeros = int(np.searchsorted(found, np.uint32(1)))
        sorting, found = sorting[zeros:], found[zeros:]
        if not len(found):
            continue
        firsts = _firsts(found)
        sizes = np.diff(firsts, append=len(found))
        words = found[firsts]
        order[ranges(following[words], following[words] + sizes)] = sorting + begin
        following[words] += sizes
    return order


def suffix_arrays(name: str, order: Array, tokens: Array, bounds: Array) -> dict[str, Array]:
    """Return the arrays of `Suffixes`, from places in the order of their words, which are sorted on in place."""
    sort_on(order, tokens, bounds)
    return {name: order, f"{name}_from": bounds, f"{name}_milestones": _milestones(order, tokens)}


def _milestones(order: Array, tokens: Array) -> Array:
    """Return the first words after each milestone, then the second words, and so on."""
    places = order[::_APART].astype(np.int64)
    last = len(tokens) - 1
    return np.concatenate([tokens[np.minimum(places + after, last)] for after in range(1, _ALONG + 1)])


def sort_on(order: Array, tokens: Array, bounds: Array) -> None:
    """Sort places that are in the order of their words by the words that follow, as deep as searching needs."""
    padded = np.concatenate((tokens, np.zeros(_DEEPEST, tokens.dtype)))
    begins, sizes = bounds[:-1].astype(np.int64), np.diff(bounds).astype(np.int64)
    with ThreadPoolExecutor(_THREADS) as threads:
        for depth in range(1, _DEEPEST):
            many = sizes > _FEW
            begins, sizes = begins[many], sizes[many]
            if not len(begins):
                return

            def sort(block: slice, depth: int = depth, begins: Array = begins, sizes: Array = sizes) -> Array:
                return _sort_block(order, padded, begins[block], sizes[block], depth)

            # NumPy sorts without the interpreter's lock.
            groups = list(threads.map(sort, _blocks(sizes)))
            begins, sizes = np.concatenate(groups, axis=1)


def _by_token(tokens: Array) -> Array:
    """Return what sorts tokens, equal ones by place. Of numbers of 16 bits NumPy does it digit by digit."""
    sorting = np.argsort(tokens.astype(np.uint16), kind="stable")
    high = (tokens >> np.uint32(16)).astype(np.uint16)
    return sorting[np.argsort(high[sorting], kind="stable")] if high.any() else sorting


def _firsts(found: Array) -> Array:
    """Where each run of equals begins, in a sorted array that is not empty."""
    return np.concatenate(([0], np.flatnonzero(found[1:] != found[:-1]) + 1))


def _blocks(sizes: Array) -> Iterator[slice]:
    """Yield groups that are sorted at once: enough of them to be worth it, or a great one alone."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, done + _BLOCK, "right")))
        yield slice(first, last)
        first = last


def _sort_block(order: Array, tokens: Array, begins: Array, sizes: Array, depth: int) -> Array:
    """Sort each group of places by the word `depth` words on; return where the new groups begin, and their sizes."""
    slots = ranges(begins, begins + sizes)
    places = order[slots]
    # In one number: the group, the word, and which of the places it is. A block of several groups has few places, and
    # a group more than `_FEW`, so this is never more than 64 bits.
    bits = np.uint64(len(slots).bit_length())
    key = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes) << np.uint64(_WORD_BITS)
    key |= tokens[places + np.uint32(depth)]
    key <<= bits
    key |= np.arange(len(slots), dtype=np.uint64)
    key.sort()
    order[slots] = places[key & ((np.uint64(1) << bits) - np.uint64(1))]
    key >>= bits
    firsts = _firsts(key)
    # After the end of a clause nothing is searched for.
    ended = (key[firsts] & np.uint64((1 << _WORD_BITS) - 1)) == 0
    return np.stack((slots[firsts], np.diff(firsts, append=len(key))))[:, ~ended]


class Suffixes:
    """Finds runs of words. `tokens` are the numbers of words, 0 between clauses; `name` is that of the arrays."""

    def __init__(self, name: str, arrays: Arrays, tokens: Array) -> None:
        self._tokens = tokens
        self._order = arrays[name]
        self._starts = arrays[f"{name}_from"]
        self._milestones = arrays[f"{name}_milestones"].reshape(_ALONG, -1)

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
            step = steps[depth]
            low = self._first_from(step.start, depth, low, high)
            # Most runs that are asked for stand nowhere: then nothing more is looked at.
            there = low < high and self._word_at(low, depth) < step.stop
            high = self._first_from(step.stop, depth, low + 1, high) if there else low
            one = len(step) == 1
            depth += 1
        found = self._order[low:high]
        for after, step in enumerate(steps[depth:], depth):
            if not len(found):
                break
            # Clauses end with a 0, the last one too, so no place is beyond the end before a word has differed.
            token_there = self._tokens[found + np.uint32(after)]
            found = found[(token_there >= step.start) & (token_there < step.stop)]
        return found

    def _first_from(self, word: int, depth: int, low: int, high: int) -> int:
        """Return the first slot in `[low, high)` whose word `depth` words on is not before `word`; `high` if none is.

        All that stand there have the words so far in common.
        """
        if depth <= _ALONG:
            first = -(-low // _APART)
            milestones = self._milestones[depth - 1, first : -(-high // _APART)]
            # Of another type than the array's, the whole array would be converted first.
            passed = int(milestones.searchsorted(np.uint32(word)))
            if passed < len(milestones):
                high = (first + passed) * _APART
            if passed:
                low = (first + passed - 1) * _APART + 1
        tokens, order = self._tokens, self._order
        return low + bisect_left(range(low, high), word, key=lambda slot: int(tokens[int(order[slot]) + depth]))

    def _word_at(self, slot: int, depth: int) -> int:
        return int(self._tokens[int(self._order[slot]) + depth])
