"""What of the clauses that were found lights up because of a query's conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tui.index.text_index import TextIndex
from tui.search.atoms.pattern import LIT_LIMIT, Clock
from tui.search.atoms.read import Read, parted
from tui.search.cancel import Cancelled, watched
from tui.search.conditions import Conditions
from tui.search.language.notices import shown
from tui.search.results import Lit, Span


class Lighting:
    """Lights the hits of one search."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._clock = Clock(LIT_LIMIT)
        self._cut: dict[str, None] = {}

    @property
    def notices(self) -> list[str]:
        """Say which patterns are not lit wherever they match."""
        return [f"not all that {shown(f'/{text}/')} matches is lit: it would have taken too long" for text in self._cut]

    def light(self, place: int, index: TextIndex, clauses: Sequence[int], cancelled: Cancelled) -> Iterator[Lit]:
        """Yield what lights in each of these clauses of the segment with this place. Raises `SearchCancelled`."""
        for clause, words in watched(self._words(place, index, clauses), cancelled, every=16):
            yield Lit(words, self._matched(index, clause) if self._conditions.patterns else ())

    def _words(self, place: int, index: TextIndex, clauses: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        atoms = self._conditions.lighting(place)
        if not atoms:
            yield from ((clause, []) for clause in clauses)
            return
        for part in parted(index, np.array(clauses, np.int64)):
            read = Read.of(index, part)
            places = np.flatnonzero(np.logical_or.reduce([atom.lit(read) for atom in atoms]))
            bounds = np.searchsorted(places, read.firsts).tolist()
            for number, clause in enumerate(part.tolist()):
                own = places[bounds[number] : bounds[number + 1]] - read.firsts[number]
                yield clause, own.tolist()

    def _matched(self, index: TextIndex, clause: int) -> list[Span]:
        text, found = index.original(clause), []
        for pattern in self._conditions.patterns:
            spans, every = pattern.spans(text, self._clock)
            found += spans
            if not every:
                self._cut[pattern.text] = None
        return found
