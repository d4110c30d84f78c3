"""Slips that are words themselves, told by the company they keep: `untied nations`, `security counsel`.

A word that is known is taken as it was typed, as long as it stands beside one of its neighbours in the query anywhere
in the collection. Where it never does, and a word like it does so far more often than the typed one stands at all, that
one may have been meant as well. The company of a word tells what was meant of its kind (Mays, Damerau and Mercer 1991,
context based spelling correction).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from tui.index.text_index import TextIndex
from tui.search.near import MISSPELT, Meant, allowed_distance, distance

_SHORTEST: Final = 3
_LONG: Final = 6
"""From so many letters on, a slip may be two letters off."""
_OFTENER: Final = 2
"""How many times as often as the typed word stands at all, the other must stand beside its neighbour."""
_FAR_OFTENER: Final = 20
"""The same where that neighbour is a common word, which stands beside many."""
_LEAST: Final = 3
_REMEMBERED: Final = 4096


class Slip(NamedTuple):
    """A query word, by its place, that may stand for another, by its number, and how much that one counts (0..1)."""

    place: int
    word: int
    quality: float


class Company:
    """Finds slips by the text of one index."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index
        # While a phrase is typed, the same words are asked about with every key.
        self._found = lru_cache(_REMEMBERED)(self._find)

    def slips(self, meant: Sequence[Meant], *, unfinished: bool) -> Iterator[Slip]:
        """Yield the slips among the words of a query; an `unfinished` last word is none, and tells nothing."""
        whole = [*meant[: len(meant) - unfinished]]
        for place, one in enumerate(whole):
            if one.known and not one.common and len(one.word) >= _SHORTEST and allowed_distance(one.word):
                before = whole[place - 1] if place else None
                after = whole[place + 1] if place + 1 < len(whole) else None
                for word, quality in self._found(one.word, before, after):
                    yield Slip(place, word, quality)

    def _find(self, word: str, before: Meant | None, after: Meant | None) -> tuple[tuple[int, float], ...]:
        index = self._index
        typed = index.number(word)
        sides = [(one, first) for one, first in ((before, True), (after, False)) if one is not None and one.known]
        # Common words keep everybody's company: they are asked where there are no others.
        sides = [side for side in sides if not side[0].common] or sides
        neighbours = [(number, first, one.common) for one, first in sides if (number := index.number(one.word))]
        if not typed or not neighbours or any(self._beside(typed, side, first) for side, first, _ in neighbours):
            return ()
        held = index.frequency(typed)
        most = 2 if len(word) >= _LONG else 1
        found = []
        for other, spelt in index.vocabulary.alike(word, most).items():
            edits = distance(word, spelt, most)
            if not 0 < edits <= most:
                continue
            for side, first, common in neighbours:
                enough = max(_LEAST, (_FAR_OFTENER if common else _OFTENER) * held)
                if (edits == 1 or not common) and self._beside(other, side, first) >= enough:
                    found.append((other, MISSPELT[edits]))
                    break
        return tuple(found)

    def _beside(self, word: int, side: int, first: bool) -> int:
        """How often two words stand side by side; `first` says that the neighbour comes first."""
        return len(self._index.places((side, word) if first else (word, side)))
