"""The words of some clauses, read from their texts: what a text index is made from.

A draft numbers its own words, so that drafts can be made apart, in several processes, and put together afterwards.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tui.index.arrays import Array
from tui.text.words import fold, words_as_written

LONG: Final = 0xFF
"""Stands for the length of a word that has so many characters or more: it is read from the text again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`words` in the order they first came; `tokens` (uint32) numbers them from 0, text after text.

    `starts` (uint32) and `lengths` (uint8) are a word's offset and length in its text, in code points; `counts`
    (uint32) are the words of each text.
    """

    words: tuple[str, ...]
    tokens: Array
    starts: Array
    lengths: Array
    counts: Array


def draft(texts: Iterable[str]) -> Draft:
    """Return the words of `texts`, in their order."""
    numbers = _Numbers()
    tokens, starts, counts = array("l"), array("L"), array("L")
    lengths = array("L")
    for text in texts:
        found = words_as_written(text)
        numbered = [numbers[written] for _, written in found]
        if -1 in numbered:
            found = [(start, written) for start, written in found if numbers[written] >= 0]
            numbered = [number for number in numbered if number >= 0]
        counts.append(len(found))
        tokens.extend(numbered)
        starts.extend([start for start, _ in found])
        lengths.extend([len(written) for _, written in found])
    return Draft(
        tuple(numbers.folded),
        np.array(tokens, np.uint32),
        np.array(starts, np.uint32),
        np.minimum(lengths, LONG).astype(np.uint8),
        np.array(counts, np.uint32),
    )


class _Numbers(dict[str, int]):
    """Numbers of words by how they are written; -1 for one that folds to nothing. Each spelling is folded once."""

    def __init__(self) -> None:
        self.folded: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        folded = fold(written)
        number = self.folded.setdefault(folded, len(self.folded)) if folded else -1
        self[written] = number
        return number


def joined(drafts: Iterable[Draft]) -> Draft:
    """Return drafts as one, in their order."""
    drafts = list(drafts)
    if len(drafts) == 1:
        return drafts[0]
    numbers: dict[str, int] = {}
    tokens = []
    for one in drafts:
        table = np.array([numbers.setdefault(word, len(numbers)) for word in one.words], np.uint32)
        tokens.append(table[one.tokens] if len(table) else one.tokens)
    empty = draft(())
    return Draft(
        tuple(numbers),
        np.concatenate([empty.tokens, *tokens]),
        np.concatenate([empty.starts, *(one.starts for one in drafts)]),
        np.concatenate([empty.lengths, *(one.lengths for one in drafts)]),
        np.concatenate([empty.counts, *(one.counts for one in drafts)]),
    )
