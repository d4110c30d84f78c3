"""Words of the vocabulary that a reader may have meant by a word: misspelt, inflected or not yet finished.

Distances are optimal string alignment (Damerau 1964): letters put in, left out, changed, or swapped with the
next, each counting one. Words near enough to be worth measuring are found by what they keep: an edit damages one
piece of a word or two neighbouring ones, so a near word shares a piece, at most a few places further on
(Li, Deng, Wang and Feng, "Pass-Join", PVLDB 5(3), 2011).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from tui.index.postings import Postings

EXACT: Final = 1.0
UNFINISHED: Final = 0.97
"""What the finished word counts for its beginning; more than a near word, for the reader is still typing."""
INFLECTED: Final = 0.95
"""What a word counts that differs only at the end, such as the plural."""
MISSPELT: Final = (1.0, 0.9, 0.8)
"""By distance: how much a word counts that stands for one which no clause holds."""
MISTAKEN: Final = 0.5
"""Another word one letter off from a word that clauses do hold: enough in company, too little alone."""

_SHORTEST: Final = 3
_LONGEST: Final = 64
_MOST: Final = 48
_REMEMBERED: Final = 4096


def allowed_distance(word: str) -> int:
    """Return how many edits a folded query word may be off: 0 below 3 letters and for numbers, 1 below 8, else 2."""
    if not _SHORTEST <= len(word) <= _LONGEST or any(map(str.isdigit, word)):
        return 0
    return 1 if len(word) < 8 else 2


def distance(one: str, other: str, most: int) -> int:
    """Return the optimal string alignment distance of two words, or `most + 1` when it is greater than `most`."""
    return OSA.distance(one, other, score_cutoff=most)


class NearWords:
    """The words of a vocabulary by the pieces they are made of."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._pieces: dict[tuple[int, int, str], list[str]] = {}
        self._known: dict[tuple[str, bool], dict[str, float]] = {}
        for word in postings.vocabulary:
            if _SHORTEST <= len(word) <= _LONGEST + 2 and not any(map(str.isdigit, word)):
                for start, end in _pieces(len(word)):
                    self._pieces.setdefault((len(word), start, word[start:end]), []).append(word)

    def find(self, word: str, *, common: bool = False) -> dict[str, float]:
        """Return the codes of the words that `word` may stand for, itself included, with how much each counts (0..1).

        A word that clauses hold is meant as it stands: its inflections count nearly as much, other words one letter
        off only half, and not at all when it is `common`.
        """
        found = self._known.get((word, common))
        if found is None:
            found = self._find(word, common)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word, common] = found
        return found

    def endings(self, word: str) -> tuple[tuple[str, ...], float]:
        """Return the codes of the words that `word` may become when it is finished, and how much they count (0..1).

        They begin with it; when there are none, with something one edit off.
        """
        if found := self._postings.starting_with(word):
            return tuple(found), UNFINISHED
        if len(word) >= 5 and allowed_distance(word):
            return tuple(self._nearly_starting_with(word)), MISSPELT[2]
        return (), UNFINISHED

    def hardly_begun(self, word: str) -> bool:
        """Whether `word` is one letter, or short and whole as it stands: not much of a beginning."""
        return len(word) < 2 or (len(word) < 4 and self._postings.code(word) is not None)

    def _find(self, word: str, common: bool) -> dict[str, float]:
        code = self._postings.code(word)
        found = {code: EXACT} if code else {}
        most = allowed_distance(word)
        if not most:
            return found
        near = [(distance(word, other, most), other) for other in self._alike(word, most)]
        rated = {
            other: rating
            for edits, other in near
            if 0 < edits <= most and (rating := _rating(word, other, edits, bool(code), common))
        }
        best = sorted(rated, key=lambda other: (-rated[other], -self._frequency(other)))[:_MOST]
        return found | {self._code(other): rated[other] for other in best}

    def _alike(self, word: str, most: int) -> set[str]:
        """Words that share a piece with `word`, no further off than `most` edits could move it."""
        alike: set[str] = set()
        for length in range(max(_SHORTEST, len(word) - most), len(word) + most + 1):
            for start, end in _pieces(length):
                for moved in range(max(0, start - most), min(start + most, len(word) - (end - start)) + 1):
                    alike.update(self._pieces.get((length, start, word[moved : moved + end - start]), ()))
        return alike

    def _nearly_starting_with(self, word: str) -> Iterator[str]:
        # A slip in the first letter is rare, and looking for it would mean reading the whole vocabulary.
        for code in self._postings.starting_with(word[0]):
            other = self._postings.word(code)
            if any(distance(word, other[:length], 1) == 1 for length in range(len(word) - 1, len(word) + 2)):
                yield code

    def _code(self, word: str) -> str:
        code = self._postings.code(word)
        assert code is not None
        return code

    def _frequency(self, word: str) -> int:
        return self._postings.frequency(self._code(word))


def _pieces(length: int) -> Iterable[tuple[int, int]]:
    """Three pieces of a word, four of one with 8 letters or more: `[start, end)` each."""
    count = 3 if length < 8 else 4
    cuts = [length * cut // count for cut in range(count + 1)]
    return pairwise(cuts)


def _rating(word: str, other: str, edits: int, known: bool, common: bool) -> float:
    if _inflected(word, other, edits):
        return INFLECTED
    if not known:
        return MISSPELT[edits]
    return MISTAKEN if edits == 1 and len(word) >= 5 and not common else 0.0


def _inflected(word: str, other: str, edits: int) -> bool:
    """Whether only the end differs; of a short word, whether one of them has an s more."""
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < 5:
        return longer == shorter + "s"
    return shorter[:-1] == longer[: len(shorter) - 1] if edits == 1 else longer.startswith(shorter)
