"""Which clause holds which words, and where: the text index in memory.

The text of a clause is that of the rendering shown first. A word has a number, its rank in the sorted
vocabulary, and a code, the character with that number: a clause is then a string of codes, in which a run of
words is found at the speed of `str.find`. Clauses are numbered from 0 in the order given. Positions are
numbers of words from 0; offsets are code points, `[start, end)`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from tui.model.records import Clause
from tui.text.words import Word, words

_LAST: Final = "\U0010ffff"
_NONE: Final[frozenset[int]] = frozenset()


class Postings:
    """The words of clauses, looked up from either side. It does not change once built.

    Raises `ValueError` when the clauses have more than 1,114,111 different words between them.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self.clauses: Final = tuple(clauses)
        self._starts: list[array[int]] = []
        self._ends: list[array[int]] = []
        drafts = [self._read(clause) for clause in self.clauses]
        self.vocabulary: Final[Sequence[str]] = sorted({word for draft in drafts for word in draft})
        if len(self.vocabulary) > ord(_LAST):
            raise ValueError(f"found {len(self.vocabulary)} different words; expected at most {ord(_LAST)}")
        self._codes = {word: chr(number) for number, word in enumerate(self.vocabulary)}
        self._texts = ["".join(map(self._codes.__getitem__, draft)) for draft in drafts]
        self._holders = _holders(self._texts)

    def __len__(self) -> int:
        """Return the number of clauses."""
        return len(self.clauses)

    def code(self, word: str) -> str | None:
        """Return the code of a folded word, or None when no clause holds it."""
        return self._codes.get(word)

    def word(self, code: str) -> str:
        """Return the folded word that `code` stands for."""
        return self.vocabulary[ord(code)]

    def frequency(self, code: str) -> int:
        """Return the number of clauses that hold the word."""
        return len(self._holders[code])

    def holders(self, code: str) -> frozenset[int]:
        """Return the numbers of the clauses that hold the word."""
        return self._holders[code]

    def run_holders(self, codes: str) -> frozenset[int]:
        """Return the numbers of the clauses that hold the words of `codes` one directly after the other."""
        if len(codes) < 2:
            return self._holders[codes] if codes else _NONE
        both = frozenset.intersection(*sorted((self._holders[code] for code in codes), key=len))
        return frozenset(number for number in both if codes in self._texts[number])

    def starting_with(self, prefix: str) -> list[str]:
        """Return the codes of the words that begin with `prefix`, in the order of the vocabulary."""
        first = bisect_left(self.vocabulary, prefix)
        return [chr(number) for number in range(first, bisect_left(self.vocabulary, prefix + _LAST, first))]

    def text(self, number: int) -> str:
        """Return the words of a clause, one code a word."""
        return self._texts[number]

    def words(self, number: int) -> list[Word]:
        """Return the words of a clause with their offsets."""
        places = zip(self._starts[number], self._ends[number], self._texts[number], strict=True)
        return [Word(start, end, self.word(code)) for start, end, code in places]

    def span(self, number: int, first: int, last: int) -> tuple[int, int]:
        """Return the offsets from the start of the word at position `first` to the end of the one at `last`."""
        return self._starts[number][first], self._ends[number][last]

    def _read(self, clause: Clause) -> list[str]:
        found = words(clause.reading.text)
        self._starts.append(array("I", [word.start for word in found]))
        self._ends.append(array("I", [word.end for word in found]))
        return [word.folded for word in found]


def _holders(texts: Sequence[str]) -> dict[str, frozenset[int]]:
    gathered: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for code in set(text):
            gathered.setdefault(code, []).append(number)
    return {code: frozenset(numbers) for code, numbers in gathered.items()}
