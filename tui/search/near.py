"""Words of the vocabulary that a reader may have meant by a word: misspelt, inflected or not yet finished.

Distances are optimal string alignment (Damerau 1964): letters put in, left out, changed, or swapped with the
next, each counting one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui.index.text_index import TextIndex
from tui.search.inflections import inflected, inflections, stem_to_decline
from tui.search.spelling import american, same_word, spellings

EXACT: Final = 1.0
UNFINISHED: Final = 0.97
"""What the finished word counts for its beginning; more than a near word, for the reader is still typing."""
SPELT: Final = 0.99
"""What a word counts that is the same in British or American spelling."""
INFLECTED: Final = 0.95
"""What a word counts that is another form of the word, such as the plural."""
MISSPELT: Final = (1.0, 0.9, 0.8)
"""By distance: how much a word counts that stands for one which no clause holds."""
MISTAKEN: Final = 0.5
"""Another word one letter off from a word that clauses do hold: enough in company, too little alone."""

_SHORTEST: Final = 3
_LONGEST: Final = 64
_LEAST_INFLECTED: Final = 5
"""Of shorter words, those that differ only at the end are others."""
_MOST: Final = 48
_MOST_BEGUN: Final = 1_000
_REMEMBERED: Final = 4096


class Meant(NamedTuple):
    """A query word, and how well known it is: whether any clause holds it, and whether it is among the common ones."""

    word: str
    known: bool
    common: bool


def allowed_distance(word: str) -> int:
    """Return how many edits a folded query word may be off: 0 below 3 letters and for numbers, 1 below 8, else 2."""
    if not _SHORTEST <= len(word) <= _LONGEST or any(map(str.isdigit, word)):
        return 0
    return 1 if len(word) < 8 else 2


def distance(one: str, other: str, most: int) -> int:
    """Return the optimal string alignment distance of two words, or `most + 1` when it is greater than `most`."""
    return OSA.distance(one, other, score_cutoff=most)


class NearWords:
    """The words of one text index, found by others like them."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index
        self._remembered: dict[Meant, dict[int, float]] = {}

    def find(self, meant: Meant) -> dict[int, float]:
        """Return the words that a query word may stand for, itself included, with how much each counts (0..1).

        A word that clauses hold is meant as it stands: its inflections count nearly as much, other words one letter
        off only half, and not at all when it is common.
        """
        found = self._remembered.get(meant)
        if found is None:
            found = self._find(meant)
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[meant] = found
        return found

    def endings(self, word: str) -> tuple[range, tuple[int, ...], float]:
        """Return the words that `word` may become when it is finished, and how much they count (0..1).

        The range holds those that begin with it. Where there are none, the tuple has those that begin with something
        one edit off.
        """
        if found := self._index.vocabulary.starting_with(word):
            return found, (), UNFINISHED
        if len(word) >= 5 and allowed_distance(word):
            return range(0), tuple(self._nearly_starting_with(word)), MISSPELT[2]
        return range(0), (), UNFINISHED

    def frequent(self, words: range, most: int) -> list[int]:
        """Return the `most` of these words that the most clauses hold."""
        if len(words) <= most:
            return list(words)
        held = self._index.frequencies(words).astype(np.int64)
        return [words.start + place for place in np.argpartition(-held, most)[:most].tolist()]

    def _find(self, meant: Meant) -> dict[int, float]:
        word = meant.word
        number = self._index.number(word)
        found = {number: EXACT} if number else {}
        rated = self._by_rule(word)
        if most := allowed_distance(word):
            near = process.extract(word, self._alike(meant, most), scorer=OSA.distance, score_cutoff=most, limit=None)
            for spelt, edits, other in near:
                if edits and (rating := _rating(meant, spelt, int(edits))):
                    rated[other] = max(rating, rated.get(other, 0.0))
        best = sorted(rated, key=lambda other: (-rated[other], -self._index.frequency(other), other))[:_MOST]
        return found | {other: rated[other] for other in best}

    def _by_rule(self, word: str) -> dict[int, float]:
        """The words that are this one by a rule: in another spelling, or inflected, however many edits that is."""
        forms = dict.fromkeys(inflections(word), INFLECTED)
        spelt = spellings(word)
        if len(spelt) > 1:
            forms |= dict.fromkeys((other for form in inflections(spelt[0]) for other in spellings(form)), INFLECTED)
            forms |= dict.fromkeys(spelt, SPELT)
        number = self._index.number
        found = {there: rating for form, rating in forms.items() if form != word and (there := number(form))}
        if stem := stem_to_decline(word):
            begun = self._index.vocabulary.starting_with(stem)
            found |= {
                number: INFLECTED for number, other in self._index.vocabulary.words(begun) if inflected(word, other)
            }
        return found

    def _alike(self, meant: Meant, most: int) -> dict[int, str]:
        """The words that may be rated by their distance, and others."""
        vocabulary, word = self._index.vocabulary, meant.word
        if not meant.known:
            return vocabulary.alike(word, most)
        mistaken = _may_be_mistaken(meant)
        found = vocabulary.alike(word, 1) if mistaken else {}
        if len(word) >= _LEAST_INFLECTED and (most > 1 or not mistaken):
            # What is one more form of it begins alike: that is quicker by far than to go through all words.
            begun = vocabulary.words(vocabulary.starting_with(word[:-most]))
            found |= {number: other for number, other in begun if not any(map(str.isdigit, other))}
        return found

    def _nearly_starting_with(self, word: str) -> Iterator[int]:
        # A slip in the first two letters is rare, and looking for it would mean reading the whole vocabulary.
        begun = self._index.vocabulary.starting_with(word[:2])
        for number in self.frequent(begun, _MOST_BEGUN):
            other = self._index.vocabulary.word(number)
            if any(distance(word, other[:length], 1) == 1 for length in range(len(word) - 1, len(word) + 2)):
                yield number


def rule_rating(word: str, other: str) -> float:
    """Return what a different word counts that is the same by a rule, 0 where it is not."""
    if same_word(word, other):
        return SPELT
    if inflected(word, other) or (len(spellings(word)) > 1 and inflected(american(word), american(other))):
        return INFLECTED
    return 0.0


def _rating(meant: Meant, other: str, edits: int) -> float:
    if _inflected(meant.word, other):
        return INFLECTED
    if not meant.known:
        return MISSPELT[edits]
    return MISTAKEN if edits == 1 and _may_be_mistaken(meant) else 0.0


def _may_be_mistaken(meant: Meant) -> bool:
    """Whether a word that clauses hold may have been written for another."""
    return len(meant.word) >= 5 and not meant.common


def _inflected(word: str, other: str) -> bool:
    """Whether only the end differs of words that are not short: the last letter, or what one has more."""
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < _LEAST_INFLECTED:
        return False
    return shorter[:-1] == longer[:-1] if len(shorter) == len(longer) else longer.startswith(shorter)
