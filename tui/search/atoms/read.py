"""Some clauses laid out word after word, to look at all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.cancel import Cancelled, watched

_AT_ONCE: Final = 400_000
"""How many words are laid out at once: some ten milliseconds of work."""


class Read(NamedTuple):
    """The words of some clauses, one clause after the other, a 0 after each (uint32); `firsts` is where each begins.

    The last of `firsts` is the end.
    """

    tokens: Array
    firsts: Array

    @classmethod
    def of(cls, index: TextIndex, clauses: Array) -> Read:
        """Lay out these clauses of an index."""
        return cls(*index.tokens(clauses))

    def owners(self, places: Array) -> Array:
        """Return which of the clauses each place lies in."""
        owners: Array = np.searchsorted(self.firsts, places, "right") - 1
        return owners

    def none(self) -> Array:
        """Return that no word is meant: one bool a word."""
        return np.zeros(len(self.tokens), bool)

    def having(self, meant: Array) -> Array:
        """Return which clauses have a word that is meant (bool, one a clause)."""
        if len(self.firsts) < 2:
            return np.zeros(0, bool)
        having: Array = np.logical_or.reduceat(meant, self.firsts[:-1])
        return having


class WordAtom(Protocol):
    """Something that is asked of the words of a clause, in one text index."""

    def found(self, within: Array, cancelled: Cancelled) -> Array:
        """Return which of the clauses `within` (bool, one a clause) have it. Raises `SearchCancelled`."""
        ...

    def lit(self, read: Read) -> Array:
        """Return which words it lights (bool, one a word): all that it is made of, wherever the clause has it."""
        ...


def among(tokens: Array, words: range) -> Array:
    """Return which tokens are one of `words` (bool, one a token)."""
    found: Array = tokens == words.start if len(words) == 1 else (tokens >= words.start) & (tokens < words.stop)
    return found


def followed(read: Read, places: Array, steps: Sequence[range]) -> Array:
    """Return which of `places`, where the first of `steps` stands, are followed by one word of each of the others."""
    # After each clause stands a 0, so no place is beyond the end before a word has differed.
    for after, step in enumerate(steps[1:], 1):
        places = places[among(read.tokens[places + after], step)]
    return places


def lit_among(index: TextIndex, atom: WordAtom, clauses: Array, cancelled: Cancelled) -> Array:
    """Return which of all clauses are among `clauses`, numbers in order, and have a word that the atom lights."""
    mask = np.zeros(len(index), bool)
    for part in watched(parted(index, clauses), cancelled):
        read = Read.of(index, part)
        mask[part[read.having(atom.lit(read))]] = True
    return mask


def parted(index: TextIndex, clauses: Array) -> Iterator[Array]:
    """Yield clauses in parts that are laid out at once."""
    if len(clauses):
        ends = np.cumsum(index.lengths(clauses) + 1)
        cuts = np.flatnonzero(np.diff(ends // _AT_ONCE)) + 1
        yield from np.split(clauses, cuts)


def mask_of(length: int, held: Iterable[Array]) -> Array:
    """Return which of so many clauses any of these arrays of their numbers names."""
    mask = np.zeros(length, bool)
    for clauses in held:
        mask[clauses] = True
    return mask
