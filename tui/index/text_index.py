"""Which clause holds which words, and where: the text index.

Clauses are numbered from 0 in the order given, once for each wording that is searched; words by their rank in the
vocabulary, from 1. Positions are numbers of words in a clause, from 0; offsets are code points, `[start, end)`. A
clause's words are also handed out as a string, one character a word (its number as a code point), in which a run of
words is found at the speed of `str.find`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from tui.index.arrays import Array, Arrays, ranges
from tui.index.drafts import LONG, Draft
from tui.index.suffixes import Suffixes, suffix_arrays, word_bounds, word_order
from tui.index.vocabulary import Vocabulary, vocabulary_arrays
from tui.text.words import words

Texts = Callable[[int], str]
"""The text of a clause, by its number."""

_NONE: Final = np.zeros(0, np.uint32)
_REMEMBERED: Final = 64


class TextIndex:
    """The words of clauses, looked up from either side. It does not change once built."""

    def __init__(self, arrays: Arrays, texts: Texts) -> None:
        self.vocabulary: Final = Vocabulary(arrays)
        self._texts = texts
        self._tokens = arrays["tokens"]
        self._begins = arrays["begins"]
        self._starts, self._lengths = arrays["starts"], arrays["lengths"]
        self._holders, self._holders_from = arrays["holders"], arrays["holders_from"]
        self._suffixes = Suffixes("order", arrays, self._tokens)
        self._openings = Suffixes("openings", arrays, self._tokens)
        # While a phrase is typed the same runs are asked for with every key.
        self._some_holders = lru_cache(_REMEMBERED)(self._some)

    def __len__(self) -> int:
        """Return the number of clauses."""
        return len(self._begins) - 1

    def number(self, word: str) -> int:
        """Return the number of a folded word, or 0 when no clause holds it."""
        return self.vocabulary.number(word)

    def frequency(self, word: int) -> int:
        """Return the number of clauses that hold the word with this number."""
        return int(self._holders_from[word + 1]) - int(self._holders_from[word])

    def frequencies(self, words: range) -> Array:
        """Return the numbers of clauses that hold each of these words."""
        return np.diff(self._holders_from[words.start : words.stop + 1])

    def holders(self, word: int) -> Array:
        """Return the clauses that hold the word with this number, in order (uint32)."""
        return self._holders[int(self._holders_from[word]) : int(self._holders_from[word + 1])]

    def holders_of(self, words: range) -> Array:
        """Return the clauses that hold any of these words, word after word: one that holds several comes as often."""
        return self._holders[int(self._holders_from[words.start]) : int(self._holders_from[words.stop])]

    def places(self, run: Sequence[int], endings: range | None = None) -> Array:
        """Return the places where the words of `run` stand side by side, and then one of `endings`: see `Suffixes`.

        A place is one of all words of the index, in the order of the clauses.
        """
        if not run or not all(run):
            return _NONE
        return self._suffixes.places(run, endings)

    def clauses_of(self, places: Array) -> Array:
        """Return the clauses that places lie in, in their order and each once."""
        found = self._begins.searchsorted(np.sort(places), "right") - 1
        if len(found) < 2:
            return found
        new = np.ones(len(found), bool)
        np.not_equal(found[1:], found[:-1], out=new[1:])
        return found[new]

    def run_holders(self, run: Sequence[int]) -> Array:
        """Return the clauses that hold the words of `run`, one at least, side by side, in order."""
        return self.holders(run[0]) if len(run) == 1 else self.clauses_of(self.places(run))

    def some_run_holders(self, run: Sequence[int], most: int) -> Array:
        """Return the same (uint32); of several words that stand in more than `most` places, those of so many."""
        return self.holders(run[0]) if len(run) == 1 else self._some_holders(tuple(run), most)

    def _some(self, run: Sequence[int], most: int) -> Array:
        return self.clauses_of(self.places(run)[:most]).astype(np.uint32)

    def clause_of_each(self, places: Array) -> Array:
        """Return for each place the clause it lies in."""
        found: Array = self._begins.searchsorted(places, "right") - 1
        return found

    def first_of_clauses(self, places: Array) -> Array:
        """Return which of `places` are the first word of a clause."""
        first: Array = places[self._tokens[places - np.uint32(1)] == 0]
        return first

    def last_of_clauses(self, places: Array, words: int) -> Array:
        """Return which of `places`, where runs of so many words begin, end with the last word of a clause."""
        last: Array = places[self._tokens[places + np.uint32(words)] == 0]
        return last

    def first_words(self) -> Array:
        """Return the number of the first word of each clause; 0 for one without words."""
        first: Array = self._tokens[self._begins[:-1]]
        return first

    def last_words(self) -> Array:
        """Return the number of the last word of each clause; 0 for one without words."""
        # Before a clause stands a 0, which is the last word of one that has none.
        last: Array = self._tokens[self._begins[1:] - np.uint32(2)]
        return last

    def word_counts(self) -> Array:
        """Return how many words each of all clauses has."""
        counts: Array = np.diff(self._begins) - np.uint32(1)
        return counts

    def wholes(self, run: Sequence[int]) -> Array:
        """Return the clauses that have the words of `run`, one at least, and no others, in order."""
        return self.clauses_of(self._openings.places([*run, 0])) if all(run) else _NONE

    def opening_with(self, run: Sequence[int]) -> Array:
        """Return the clauses whose first words are those of `run`, one at least, in order."""
        return self.clauses_of(self._openings.places(run)) if all(run) else _NONE

    def length(self, clause: int) -> int:
        """Return how many words a clause has."""
        return int(self._begins[clause + 1]) - int(self._begins[clause]) - 1

    def lengths(self, clauses: Array) -> Array:
        """Return how many words each clause has."""
        return self._begins[clauses + np.uint32(1)].astype(np.int64) - self._begins[clauses] - 1

    def tokens(self, clauses: Array) -> tuple[Array, Array]:
        """Return the words of several clauses one after the other, a 0 after each clause, and where each begins."""
        begins = self._begins[clauses].astype(np.int64)
        ends = self._begins[clauses + np.uint32(1)].astype(np.int64)
        firsts = np.concatenate(([0], np.cumsum(ends - begins)))
        return self._tokens[ranges(begins, ends)], firsts

    def draft(self) -> Draft:
        """Return what this index was made from, but for the order of its words."""
        words = tuple(map(self.vocabulary.word, range(1, len(self.vocabulary) + 1)))
        tokens = self._tokens[self._tokens > 0] - np.uint32(1)
        counts = np.diff(self._begins) - np.uint32(1)
        return Draft(words, tokens, self._starts, self._lengths, counts)

    def text(self, clause: int) -> str:
        """Return the words of a clause, one character a word."""
        first, end = int(self._begins[clause]), int(self._begins[clause + 1]) - 1
        return self._tokens[first:end].tobytes().decode("utf-32-le", "surrogatepass")

    def original(self, clause: int) -> str:
        """Return the text of a clause, as it was read."""
        return self._texts(clause)

    def span(self, clause: int, first: int, last: int) -> tuple[int, int]:
        """Return the offsets from the start of the word at position `first` to the end of the one at `last`."""
        # Each clause has a 0 after its words, and the first one before them; offsets are kept for words alone.
        begin = int(self._begins[clause]) - clause - 1
        start, length = int(self._starts[begin + first]), int(self._lengths[begin + last])
        if length == LONG:
            return start, words(self._texts(clause))[last].end
        return start, int(self._starts[begin + last]) + length


def index_arrays(read: Draft) -> dict[str, Array]:
    """Return the arrays of the text index of what was read. Raises `ValueError` for too many different words."""
    vocabulary = sorted(read.words)
    rank = np.empty(len(vocabulary), np.uint32)
    number = {word: place for place, word in enumerate(vocabulary, 1)}
    rank[:] = [number[word] for word in read.words]
    tokens, begins = _separated(rank[read.tokens] if len(rank) else read.tokens, read.counts)
    bounds = word_bounds(tokens, len(vocabulary))
    order = word_order(tokens, bounds)
    holders, holders_from = _holders(order, bounds, begins)
    return {
        **vocabulary_arrays(vocabulary),
        "tokens": tokens,
        "begins": begins,
        "starts": read.starts,
        "lengths": read.lengths,
        **suffix_arrays("order", order, tokens, bounds),
        **_openings(tokens, begins, len(vocabulary)),
        "holders": holders,
        "holders_from": holders_from,
    }


def _separated(tokens: Array, counts: Array) -> tuple[Array, Array]:
    """Put a 0 before the first clause and after each; return the tokens and where each clause begins, and the end."""
    begins = np.ones(len(counts) + 1, np.uint32)
    begins[1:] += np.cumsum(counts + np.uint32(1), dtype=np.uint32)
    separated = np.zeros(len(tokens) + len(counts) + 1, np.uint32)
    places = np.arange(1, len(tokens) + 1, dtype=np.uint32)
    separated[places + np.repeat(np.arange(len(counts), dtype=np.uint32), counts)] = tokens
    return separated, begins


def _openings(tokens: Array, begins: Array, words: int) -> dict[str, Array]:
    """Return the arrays that find clauses by their first words."""
    first_words = tokens[begins[:-1]]
    bounds = word_bounds(first_words, words)
    return suffix_arrays("openings", begins[word_order(first_words, bounds)], tokens, bounds)


def _holders(order: Array, bounds: Array, begins: Array) -> tuple[Array, Array]:
    """Return the clauses that hold each word, word after word, and where those of each word begin, and the end.

    `order` are the places of all words, by word and then by place, and `bounds` where those of each word begin.
    """
    lengths = np.diff(begins)
    # The 0 before the first clause belongs to it, and to each clause the 0 that ends it.
    clauses = np.zeros(int(begins[-1]), np.uint32)
    clauses[1:] = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    held = clauses[order]
    del clauses
    first = np.ones(len(held), bool)
    np.not_equal(held[1:], held[:-1], out=first[1:])
    # The last clause of one word may be the first of the next.
    first[bounds[:-1][bounds[:-1] < bounds[-1]].astype(np.int64)] = True
    firsts = np.flatnonzero(first)
    return held[firsts], np.searchsorted(firsts, bounds.astype(np.int64)).astype(np.uint64)
