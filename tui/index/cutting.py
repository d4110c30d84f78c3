"""Cuts many texts at their words at once: each word is the one that `tui.text.words` finds.

All characters of the texts stand in one array, and so do their kinds. Most texts have words of letters alone, for
which a few comparisons of arrays tell where words begin and end; marks and scripts without spaces take some more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.text.words import KINDS, kind

_NUMBERS: Final = {name: number for number, name in enumerate(KINDS, 1)}
_LETTER, _SINGLE, _MARK, _APOSTROPHE = (_NUMBERS[name] for name in ("letter", "single", "mark", "apostrophe"))
_CODE_POINTS: Final = 0x110000
_BETWEEN: Final = "\n"
"""Stands before, between and after texts: no part of a word."""


class Cut(NamedTuple):
    """The words of some texts: as `written`, where each begins in its text, its length, and how many each text has."""

    written: list[str]
    starts: Array
    lengths: Array
    counts: Array


def cut(texts: Sequence[str]) -> Cut:
    """Return the words of `texts`, one text after the other, those that fold to nothing among them."""
    together = _BETWEEN.join(("", *texts, ""))
    codes = np.frombuffer(together.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds = _kinds(codes)
    singles = kinds == _SINGLE
    if singles.any():
        starts, ends = _with_singles(kinds, singles)
        written = [together[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    else:
        within = _of_letters(kinds)
        edges = np.flatnonzero(within[1:] != within[:-1]) + 1
        starts, ends = edges[::2], edges[1::2]
        spaced = np.where(within, codes, np.uint32(ord(" "))).astype("<u4", copy=False)
        # No word has a space in it.
        written = spaced.tobytes().decode("utf-32-le", "surrogatepass").split()
    begins = np.cumsum([1, *(len(text) + 1 for text in texts)])
    counts = np.diff(np.searchsorted(starts, begins))
    return Cut(written, starts - np.repeat(begins[:-1], counts), ends - starts, counts)


class _Table:
    """The kind of each character as a number, 0 as long as nobody has asked for it."""

    def __init__(self) -> None:
        self.numbers = np.zeros(_CODE_POINTS, np.uint8)

    def learn(self, codes: Array) -> None:
        for code in np.unique(codes).tolist():
            self.numbers[code] = _NUMBERS[kind(chr(code))]


_TABLE: Final = _Table()


def _kinds(codes: Array) -> Array:
    kinds: Array = _TABLE.numbers[codes]
    unknown = kinds == 0
    if unknown.any():
        _TABLE.learn(codes[unknown])
        kinds = _TABLE.numbers[codes]
    return kinds


def _of_letters(kinds: Array) -> Array:
    """Return which characters belong to words of letters: letters, marks after them, apostrophes between them."""
    letters: Array = kinds == _LETTER
    within = letters | _marks_on(kinds, _LETTER)
    apostrophes = np.flatnonzero(kinds == _APOSTROPHE)
    apostrophes = apostrophes[letters[apostrophes + 1] & within[apostrophes - 1]]
    within[apostrophes] = True
    return within


def _with_singles(kinds: Array, singles: Array) -> tuple[Array, Array]:
    """Return where words begin and end, where single characters count as words."""
    of_letters = _of_letters(kinds)
    within = of_letters | singles | _marks_on(kinds, _SINGLE)
    first = singles.copy()
    first[1:] |= of_letters[1:] & ~of_letters[:-1]
    last = within[:-1] & (~within[1:] | first[1:])
    return np.flatnonzero(first), np.flatnonzero(last) + 1


def _marks_on(kinds: Array, kind: int) -> Array:
    """Return which characters are marks that follow a character of a kind, or other marks that do."""
    marks: Array = kinds == _MARK
    if not marks.any():
        return marks
    bases = np.maximum.accumulate(np.where(marks, 0, np.arange(len(kinds))))
    marks &= kinds[bases] == kind
    return marks
