"""Words in a row: an exact word, an exact phrase, the words at the start or the end of a clause."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.atoms.read import Read, among, followed, mask_of
from tui.search.cancel import Cancelled


class Run:
    """These folded words, one at least, side by side; the last may be a beginning, when it is `unfinished`.

    `at_start`: the clause begins with them; `at_end`: it ends with them.
    """

    def __init__(
        self,
        index: TextIndex,
        words: Sequence[str],
        *,
        unfinished: bool = False,
        at_start: bool = False,
        at_end: bool = False,
    ) -> None:
        self._index = index
        self._at_start, self._at_end = at_start, at_end
        finished = words[:-1] if unfinished else words
        # A word that no clause holds has the number 0, which stands between clauses.
        self._run = [index.number(word) for word in finished]
        self._endings = index.vocabulary.starting_with(words[-1]) if unfinished else None
        self._steps = [range(number, number + 1) for number in self._run]
        if self._endings is not None:
            self._steps.append(self._endings)
        self._possible = all(self._run) and all(map(len, self._steps))

    def found(self, within: Array, cancelled: Cancelled) -> Array:  # noqa: ARG002 - it is quickly done
        """Return which of the clauses `within` have it."""
        if not self._possible:
            return np.zeros(len(self._index), bool)
        found: Array = self._one(self._steps[0]) if len(self._steps) == 1 else self._several()
        both: Array = found & within
        return both

    def _one(self, words: range) -> Array:
        edges = []
        if self._at_start:
            edges.append(self._index.first_words())
        if self._at_end:
            edges.append(self._index.last_words())
        if not edges:
            return mask_of(len(self._index), [self._index.holders_of(words)])
        mask: Array = np.logical_and.reduce([among(edge, words) for edge in edges])
        if self._at_start and self._at_end:
            mask &= self._index.word_counts() == 1
        return mask

    def _several(self) -> Array:
        places = self._index.places(self._run, self._endings)
        if self._at_start:
            places = self._index.first_of_clauses(places)
        if self._at_end:
            places = self._index.last_of_clauses(places, len(self._steps))
        return mask_of(len(self._index), [self._index.clauses_of(places)])

    def lit(self, read: Read) -> Array:
        """Return the words of the run, wherever it stands."""
        lit = read.none()
        if not self._possible:
            return lit
        places = np.flatnonzero(among(read.tokens, self._steps[0]))
        if self._at_start:
            first = read.none()
            first[read.firsts[:-1]] = True
            places = places[first[places]]
        places = followed(read, places, self._steps)
        if self._at_end:
            places = places[read.tokens[places + len(self._steps)] == 0]
        for after in range(len(self._steps)):
            lit[places + after] = True
        return lit
