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
from tui.text.words import fold, pieces

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
    tokens, counts, sizes = array("l"), array("L"), array("L")
    for text in texts:
        cut = pieces(text)
        numbered = [numbers[written] for written in cut[1::2]]
        if -1 in numbered:
            cut = _without_empty(cut, numbered)
            numbered = [number for number in numbered if number >= 0]
        counts.append(len(numbered))
        tokens.extend(numbered)
        sizes.extend(map(len, cut))
    starts, lengths = _places(np.array(sizes, np.int64), np.array(counts, np.int64))
    return Draft(
        tuple(numbers.folded),
        np.array(tokens, np.uint32),
        starts.astype(np.uint32),
        np.minimum(lengths, LONG).astype(np.uint8),
        np.array(counts, np.uint32),
    )


def _places(sizes: Array, counts: Array) -> tuple[Array, Array]:
    """Return where each word begins in its text, and its length, from the sizes of all pieces of all texts."""
    texts = np.repeat(np.arange(len(counts)), counts)
    # Each text has a piece before, between and after its words.
    words = 2 * np.arange(len(texts)) + texts + 1
    ends = np.concatenate(([0], np.cumsum(sizes)))
    firsts = np.cumsum(2 * counts + 1) - (2 * counts + 1)
    return ends[words] - ends[firsts][texts], sizes[words]


def _without_empty(cut: list[str], numbered: list[int]) -> list[str]:
    """Return the pieces of a text with words that fold to nothing joined to what stands around them."""
    kept = [cut[0]]
    for number, word, after in zip(numbered, cut[1::2], cut[2::2], strict=True):
        if number >= 0:
            kept += [word, after]
        else:
            kept[-1] += word + after
    return kept


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
