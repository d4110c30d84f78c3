"""Patterns, tried on the texts of clauses one by one while their time lasts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.atoms.literal import literal
from tui.search.atoms.read import mask_of
from tui.search.cancel import Cancelled, watched
from tui.search.language.regex import compile_regex
from tui.search.results import Span

if TYPE_CHECKING:
    import regex

TIME_LIMIT: Final = 1.0
"""How many seconds the patterns of a search may take to find clauses."""
LIT_LIMIT: Final = 0.25
"""How many seconds they may then take to find what to light in the hits."""
ONE_TEXT: Final = 0.05
"""How many seconds a single text may take; the package looks at the clock only now and then, so it can be more."""

_QUICK: Final = 0.005
"""So long the other threads wait for one text; where it takes longer it is begun anew beside them."""
_AT_ONCE: Final = 4_096
_FEW: Final = 64
"""So many texts, when none takes long, are tried between two looks at the clock."""


class Clock:
    """The time that the patterns of one search have left."""

    def __init__(self, seconds: float) -> None:
        self._end = perf_counter() + seconds

    @property
    def left(self) -> float:
        """How many seconds are left; below 0 when the time is over."""
        return self._end - perf_counter()


class Tried(NamedTuple):
    """Which clauses a pattern matches, and on which it was tried (bool, one a clause)."""

    matched: Array
    tried: Array


class Pattern:
    """A pattern that `compile_regex` takes. It is tried on the texts themselves, not on their folded words."""

    def __init__(self, pattern: str) -> None:
        self.text: Final = pattern
        self._compiled = compile_regex(pattern)
        self._literal = literal(pattern)

    def try_on(self, index: TextIndex, within: Array, clock: Clock, cancelled: Cancelled) -> Tried:
        """Try it on the texts of the clauses `within` (bool, one a clause) in order. Raises `SearchCancelled`.

        Where it needs certain letters, clauses without a word that holds them count as tried.
        """
        tried = np.zeros(len(index), bool)
        possible = within
        if self._literal:
            words = index.vocabulary.containing(self._literal)
            possible = within & mask_of(len(index), map(index.holders, words))
            tried = within & ~possible
        matched: list[int] = []
        for part in watched(_parts(possible), cancelled):
            read, found = self._matching(index, part, clock)
            tried[read] = True
            matched += found
        return Tried(mask_of(len(index), [np.array(matched, np.int64)]), tried)

    def _matching(self, index: TextIndex, clauses: Sequence[int], clock: Clock) -> tuple[list[int], list[int]]:
        """On which of some clauses it was tried before the time was over, and which of them match."""
        read: list[int] = []
        matched: list[int] = []
        left = clock.left
        for clause in clauses:
            if left <= 0:
                break
            try:
                if _search(self._compiled, index.original(clause), min(left, ONE_TEXT)):
                    matched.append(clause)
                read.append(clause)
            except (TimeoutError, MemoryError):
                left = clock.left
        return read, matched

    def spans(self, text: str, clock: Clock) -> tuple[list[Span], bool]:
        """Return what it matches of a text, matches of no characters left out, and whether that is all."""
        spans: list[Span] = []
        left = min(clock.left, ONE_TEXT)
        if left <= 0:
            return spans, False
        try:
            for match in self._compiled.finditer(text, timeout=left):
                if match.end() > match.start():
                    spans.append(match.span())
                if clock.left <= 0:
                    return spans, False
        except (TimeoutError, MemoryError):
            return spans, False
        return spans, True


def _search(compiled: regex.Pattern[str], text: str, seconds: float) -> bool:
    """Whether the pattern matches. Raises `TimeoutError`, or `MemoryError`."""
    try:
        # Not letting go of the interpreter for each text is what makes going through many of them quick.
        return compiled.search(text, timeout=min(seconds, _QUICK), concurrent=False) is not None
    except TimeoutError:
        if seconds <= _QUICK:
            raise
        return compiled.search(text, timeout=seconds, concurrent=True) is not None


def _parts(mask: Array) -> Iterator[list[int]]:
    """Yield the numbers of the clauses that are meant, a few at a time."""
    for first in range(0, len(mask), _AT_ONCE):
        numbers = (np.flatnonzero(mask[first : first + _AT_ONCE]) + first).tolist()
        for begin in range(0, len(numbers), _FEW):
            yield numbers[begin : begin + _FEW]
