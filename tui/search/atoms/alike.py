"""Words remembered badly, asked for one by one: any near form of each, wherever it stands in a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.atoms.read import Read, followed, mask_of
from tui.search.cancel import Cancelled, watched
from tui.search.forms import Forms
from tui.search.rank import SURE


class Alike:
    """A form of each of so many words, one at least: as written, near, joined, split, by another name, unfinished.

    Words that stand for them less surely, which a ranking takes in company, are not among the forms.
    """

    def __init__(self, index: TextIndex, words: int, forms: Forms) -> None:
        self._index = index
        self._runs: list[list[Sequence[int]]] = [[] for _ in range(words)]
        for form, quality in forms.quality.items():
            if quality >= SURE and form not in forms.guesses:
                for word in range(form.first, form.first + form.width):
                    self._runs[word].append([ord(code) for code in form.codes])
        self._endings = forms.endings

    def found(self, within: Array, cancelled: Cancelled) -> Array:
        """Return which of the clauses `within` have it. Raises `SearchCancelled`."""
        mask = within.copy()
        for word, runs in watched(enumerate(self._runs), cancelled):
            held = [self._index.run_holders(run) for run in runs]
            if word == len(self._runs) - 1 and self._endings:
                held.append(self._index.holders_of(self._endings))
            mask &= mask_of(len(self._index), held)
        return mask

    def lit(self, read: Read) -> Array:
        """Return every form of the words, in clauses that hold one of each."""
        lit, all_held = read.none(), np.ones(len(read.firsts) - 1, bool)
        for forms in self._lit_words(read):
            all_held &= read.having(forms)
            lit |= forms
        lit &= np.repeat(all_held, np.diff(read.firsts))
        return lit

    def _lit_words(self, read: Read) -> Iterator[Array]:
        for word, runs in enumerate(self._runs):
            alone = np.zeros(len(self._index.vocabulary) + 1, bool)
            alone[[run[0] for run in runs if len(run) == 1]] = True
            if word == len(self._runs) - 1 and self._endings:
                alone[self._endings.start : self._endings.stop] = True
            lit = alone[read.tokens]
            for run in runs:
                if len(run) > 1:
                    places = run_places(read, run)
                    for after in range(len(run)):
                        lit[places + after] = True
            yield lit


def run_places(read: Read, run: Sequence[int]) -> Array:
    """Return where the words of `run`, one at least, stand side by side."""
    return followed(read, np.flatnonzero(read.tokens == run[0]), [range(word, word + 1) for word in run])
