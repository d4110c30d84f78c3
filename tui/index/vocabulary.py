"""The words of a text index: each has a number, its rank among them, from 1; 0 stands for no word.

Words are kept as UTF-8 one after the other, in the order of their code points, which is that of their bytes. Beside
them, for finding near words, stands a signature of each: which letters it holds, and which twice and three times.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

import numpy as np

from tui.index.arrays import Array, Arrays

MOST_WORDS: Final = 0x10FFFF
"""A word's number is also a code point."""
SHORTEST: Final = 3
LONGEST: Final = 66
"""Words shorter or longer, and numbers, are near no other word."""

_REMEMBERED: Final = 8192
_LAST: Final = "\U0010ffff"
_APART: Final = 16
"""How many words lie between two milestones."""
_LETTERS: Final = 26
_NONE: Final = np.zeros(0, np.uint32)


class Vocabulary:
    """Words by number and numbers by word."""

    def __init__(self, arrays: Arrays) -> None:
        self._bytes = arrays["words"].data
        self._offsets = arrays["word_offsets"]
        self._near = arrays["near_words"]
        self._signatures = arrays["near_signatures"]
        self._numbers: dict[str, int] = {}
        self._of_length = arrays["near_bounds"].tolist()

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._offsets) - 2

    def word(self, number: int) -> str:
        """Return the word with this number, 1 or more."""
        return str(self._encoded(number), "utf-8", "surrogatepass")

    def words(self, numbers: range) -> Iterator[tuple[int, str]]:
        """Yield the words with these numbers, each after its number."""
        encoded = self._encoded_all(numbers) if numbers else []
        return zip(numbers, (str(word, "utf-8", "surrogatepass") for word in encoded), strict=True)

    def number(self, word: str) -> int:
        """Return the number of a folded word, or 0 when there is no such word."""
        number = self._numbers.get(word)
        if number is None:
            first = self._first_from(word)
            number = first if first <= len(self) and self.word(first) == word else 0
            if len(self._numbers) >= _REMEMBERED:
                self._numbers.clear()
            self._numbers[word] = number
        return number

    def starting_with(self, prefix: str) -> range:
        """Return the numbers of the words that begin with `prefix`."""
        return range(self._first_from(prefix), self._first_from(prefix + _LAST))

    def containing(self, letters: str) -> list[int]:
        """Return the numbers of the words in which `letters`, one at least, stand side by side, in order."""
        found: list[int] = []
        wanted, held = letters.encode("utf-8", "surrogatepass"), bytes(self._bytes)
        place = held.find(wanted)
        while place >= 0:
            number = int(np.searchsorted(self._offsets, np.uint32(place), "right")) - 1
            end = int(self._offsets[number + 1])
            if place + len(wanted) <= end:
                found.append(number)
                place = end - 1
            place = held.find(wanted, place + 1)
        return found

    def alike(self, word: str, edits: int) -> dict[int, str]:
        """Return the words, by their numbers, whose letters differ from those of `word` by no more than so many edits.

        All words that are so many edits off are among them, and others.
        """
        lengths = range(max(SHORTEST, len(word) - edits), min(LONGEST, len(word) + edits) + 1)
        bounds = self._of_length[lengths.start : lengths.stop + 1] if lengths else [0, 0]
        different = np.bitwise_count(self._signatures[bounds[0] : bounds[-1]] ^ np.uint64(signature(word)))
        # An edit takes one letter away, or puts one in, or both; a word is longer or shorter by one of these only.
        near = (different <= 2 * edits).nonzero()[0]
        most = np.array([2 * edits - abs(length - len(word)) for length in lengths], np.int64)
        of_length = np.array(bounds[1:]).searchsorted(near + bounds[0], "right")
        numbers = self._near[bounds[0] + near[different[near] <= most[of_length]]]
        begins, ends = self._offsets[numbers].tolist(), self._offsets[numbers + np.uint32(1)].tolist()
        spelt = (str(self._bytes[begin:end], "utf-8", "surrogatepass") for begin, end in zip(begins, ends, strict=True))
        return dict(zip(numbers.tolist(), spelt, strict=True))

    def _first_from(self, word: str) -> int:
        """The number of the first word not before `word`."""
        wanted = word.encode("utf-8", "surrogatepass")
        passed = bisect_left(self._milestones, wanted)
        if not passed:
            return 1
        low = _APART * (passed - 1) + 2
        high = min(_APART * passed, len(self)) + 1
        return low + bisect_left(self._encoded_all(range(low, high)), wanted)

    @cached_property
    def _milestones(self) -> list[bytes]:
        """The first word and every so many on: among these a word is sought first, which is much quicker."""
        return [self._encoded(number) for number in range(1, len(self) + 1, _APART)]

    def _encoded_all(self, numbers: range) -> list[bytes]:
        """Words that follow one another: quicker than one by one."""
        offsets = self._offsets[numbers.start : numbers.stop + 1].tolist()
        first = offsets[0]
        held = bytes(self._bytes[first : offsets[-1]])
        return [held[begin - first : end - first] for begin, end in pairwise(offsets)]

    def _encoded(self, number: int) -> bytes:
        begin, end = self._offsets[number : number + 2].tolist()
        return bytes(self._bytes[begin:end])


def vocabulary_arrays(words: Sequence[str]) -> dict[str, Array]:
    """Return the arrays of a vocabulary of `words`, sorted and no two the same.

    Raises `ValueError` when they are too many.
    """
    if len(words) > MOST_WORDS:
        raise ValueError(f"found {len(words):,} different words; expected at most {MOST_WORDS:,}")
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    offsets = np.zeros(len(words) + 2, np.uint32)
    np.cumsum([len(word) for word in encoded], out=offsets[2:])
    near = [number for number, word in enumerate(words, 1) if _is_near_others(word)]
    near.sort(key=lambda number: len(words[number - 1]))
    lengths = np.array([len(words[number - 1]) for number in near], np.uint8)
    return {
        "words": np.frombuffer(b"".join(encoded), np.uint8),
        "word_offsets": offsets,
        "near_words": np.array(near, np.uint32),
        "near_signatures": np.array([signature(words[number - 1]) for number in near], np.uint64),
        "near_bounds": np.searchsorted(lengths, np.arange(LONGEST + 2)).astype(np.uint32),
    }


def signature(word: str) -> int:
    """Return which letters a word holds, which it holds twice and which oftener: 64 bits, one a letter or several.

    An edit changes no more than two of them.
    """
    once = twice = oftener = 0
    for char in word:
        slot = (ord(char) - 97) % _LETTERS
        bit = 1 << slot
        if not once & bit:
            once |= bit
        elif not twice & bit:
            twice |= bit
        else:
            oftener |= 1 << slot % 12
    return once | twice << _LETTERS | oftener << 2 * _LETTERS


def _is_near_others(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and not any(map(str.isdigit, word))
