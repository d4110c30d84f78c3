"""A phrase remembered badly: enough of its words, in its order and close together.

That is a chain of forms of its words, each after the one before in the phrase and in the clause, with no more than
`STRANGE` other words between two of them, which together weigh at least `ENOUGH` of the phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array, looked_up
from tui.index.text_index import TextIndex
from tui.search.atoms.alike import run_places
from tui.search.atoms.read import Read, lit_among
from tui.search.cancel import Cancelled, watched
from tui.search.forms import Forms
from tui.search.near import MISSPELT

ENOUGH: Final = 0.6
"""What part of the phrase the chain holds, by weight; a form that is not the word itself counts somewhat less."""
STRANGE: Final = 3
"""How many other words may stand between two words of the chain."""

_SOME_LETTERS: Final = 4
_FEW: Final = 2_000
"""So few clauses are read rather than narrowed further."""
_HAIR: Final = 1e-6
"""Sums are taken in different orders."""


class _Links(NamedTuple):
    """Forms of the phrase's words `[first, after)`, each `length` words long, where they begin, and their weights.

    `apart` is where they begin when there is more room between clauses than a chain leaps over.
    """

    first: int
    after: int
    length: int
    places: Array
    apart: Array
    gains: Array


class Misremembered:
    """A phrase of words with these `weights`, one at least, each in any of its forms.

    With `begun` (folded) its last word is being typed, and so far is that: it stands for all words that begin so.
    """

    def __init__(self, index: TextIndex, forms: Forms, weights: Sequence[float], begun: str = "") -> None:
        self._index = index
        self._weights = weights
        self._need = ENOUGH * sum(weights) * (1 - _HAIR)
        # By the words that they stand for: forms of one word, with what each weighs, and longer ones.
        self._alone: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
        self._longer: list[tuple[int, int, list[int], float]] = []
        self._held: list[list[tuple[float, Sequence[int]]]] = [[] for _ in weights]
        for form, quality in sorted(forms.quality.items(), key=lambda one: one[1]):
            if form in forms.guesses:
                continue
            after, numbers = form.first + form.width, [ord(code) for code in form.codes]
            gain = quality * sum(weights[form.first : after])
            if len(numbers) == 1:
                self._alone[form.first, after][numbers[0]] = gain
            else:
                self._longer.append((form.first, after, numbers, gain))
            for word in range(form.first, after):
                self._held[word].append((quality * weights[word], numbers))
        if begun:
            self._add_endings(begun)

    def _add_endings(self, begun: str) -> None:
        """Take in what the last word may become; of some letters, the last one may be the mistake."""
        last = len(self._weights) - 1
        beginnings = [(begun, 1.0)]
        if len(begun) >= _SOME_LETTERS:
            beginnings.insert(0, (begun[:-1], MISSPELT[2]))
        for beginning, quality in beginnings:
            gain, endings = quality * self._weights[last], self._index.vocabulary.starting_with(beginning)
            if endings:
                self._held[last].append((gain, endings))
            for number in endings:
                self._alone[last, last + 1][number] = max(gain, self._alone[last, last + 1].get(number, 0.0))
        self._held[last].sort(key=lambda held: held[0])

    def found(self, within: Array, cancelled: Cancelled) -> Array:
        """Return which of the clauses `within` have it. Raises `SearchCancelled`."""
        return lit_among(self._index, self, self._likely(within, cancelled), cancelled)

    def lit(self, read: Read) -> Array:
        """Return the words of every chain that weighs enough."""
        lit = read.none()
        links = list(self._links(read))
        size, words = len(read.tokens) + len(read.firsts) * STRANGE, len(self._weights)
        upto = _heaviest(links, size, words)
        onwards = _heaviest([_mirrored(link, size, words) for link in links], size, words)
        for link, before, after in zip(links, upto, onwards, strict=True):
            places = link.places[before + after - link.gains >= self._need]
            for ahead in range(link.length):
                lit[places + ahead] = True
        return lit

    def _links(self, read: Read) -> Iterator[_Links]:
        some = np.zeros(len(self._index.vocabulary) + 1, bool)
        for gains in self._alone.values():
            some[list(gains)] = True
        places = np.flatnonzero(some[read.tokens])
        tokens, apart = read.tokens[places], places + read.owners(places) * STRANGE
        for (first, after), gains in self._alone.items():
            forms = np.array(sorted(gains), np.uint32)
            weights = np.array([gains[form] for form in sorted(gains)])
            at, known = looked_up(tokens, forms)
            here = np.flatnonzero(known)
            yield _Links(first, after, 1, places[here], apart[here], weights[at[here]])
        for first, after, numbers, gain in self._longer:
            begins = run_places(read, numbers)
            spaced = begins + read.owners(begins) * STRANGE
            yield _Links(first, after, len(numbers), begins, spaced, np.full(len(begins), gain))

    def _likely(self, within: Array, cancelled: Cancelled) -> Array:
        """The clauses `within` that hold forms of words enough, wherever they stand, and perhaps some others."""
        gains = np.zeros(len(self._index), np.float32)
        remaining = sum(self._weights)
        for word in watched(sorted(range(len(self._weights)), key=lambda word: -self._weights[word]), cancelled):
            best = np.zeros(len(self._index), np.float32)
            for gain, numbers in self._held[word]:  # the best form comes last
                best[self._holders(numbers)] = gain
            gains += best
            remaining -= self._weights[word]
            if remaining < self._need:
                likely = np.flatnonzero((gains >= (self._need - remaining) * (1 - 1e-3)) & within)
                if len(likely) <= _FEW:
                    return likely
        return np.flatnonzero((gains >= self._need * (1 - 1e-3)) & within)

    def _holders(self, numbers: Sequence[int]) -> Array:
        """The clauses that hold a run of words, or any of the words of a range."""
        return self._index.holders_of(numbers) if isinstance(numbers, range) else self._index.run_holders(numbers)


def _heaviest(links: Sequence[_Links], size: int, words: int) -> list[Array]:
    """Return, for each of `links` and each of its places, the weight of the heaviest chain that ends with it there."""
    reach = STRANGE + 1
    best = np.zeros(reach + size)  # by place, of chains of words before the one that is being looked at
    ended: dict[int, list[tuple[Array, Array]]] = defaultdict(list)
    totals = [np.zeros(0)] * len(links)
    for word in range(words):
        for ends, weights in ended.pop(word, ()):
            best[ends] = np.maximum(best[ends], weights)
        for number, link in enumerate(links):
            if link.first == word and len(link.apart):
                begins = link.apart + reach
                before = np.maximum.reduce([best[begins - back] for back in range(1, reach + 1)])
                totals[number] = before + link.gains
                ended[link.after].append((begins + link.length - 1, totals[number]))
    return totals


def _mirrored(link: _Links, size: int, words: int) -> _Links:
    """The same read from the end of the phrase and of what is read."""
    apart = size - link.apart - link.length
    return link._replace(first=words - link.after, after=words - link.first, apart=apart)
