"""The words of some clauses, read from their texts: what a text index is made from.

A draft numbers its own words, so that drafts can be made apart, in several processes, and put together afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.cutting import Cut, cut
from tui.text.words import fold

LONG: Final = 0xFF
"""Stands for the length of a word that has so many characters or more: it is read from the text again."""

_BATCH: Final = 1 << 17
"""Characters that are cut at once: what is made of them stays in the processor's cache."""


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
    parts = [_part(cut(some), numbers) for some in _batches(texts)]
    none = np.zeros(0, np.uint32)
    return Draft(
        tuple(numbers.folded),
        np.concatenate([none, *(part.tokens for part in parts)]),
        np.concatenate([none, *(part.starts for part in parts)]),
        np.concatenate([none.astype(np.uint8), *(part.lengths for part in parts)]),
        np.concatenate([none, *(part.counts for part in parts)]),
    )


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Part(NamedTuple):
    """A part of a draft; the words are numbered through all parts."""

    tokens: Array
    starts: Array
    lengths: Array
    counts: Array


def _part(found: Cut, numbers: _Numbers) -> _Part:
    tokens = numbers.of(found.written)
    starts, lengths, counts = found.starts, found.lengths, found.counts
    empty = tokens < 0
    if empty.any():
        texts = np.repeat(np.arange(len(counts)), counts)
        counts = counts - np.bincount(texts[empty], minlength=len(counts))
        tokens, starts, lengths = tokens[~empty], starts[~empty], lengths[~empty]
    return _Part(
        tokens.astype(np.uint32),
        starts.astype(np.uint32),
        np.minimum(lengths, LONG).astype(np.uint8),
        counts.astype(np.uint32),
    )


class _Numbers:
    """Numbers of words by how they are written; -1 for one that folds to nothing. Each spelling is folded once."""

    def __init__(self) -> None:
        self.folded: dict[str, int] = {}
        self._written: dict[str, int] = {}

    def of(self, written: Sequence[str]) -> Array:
        """Return the numbers of words."""
        new = [word for word in dict.fromkeys(written) if word not in self._written]
        for word, folded in zip(new, map(fold, new), strict=True):
            self._written[word] = self.folded.setdefault(folded, len(self.folded)) if folded else -1
        return np.fromiter(map(self._written.__getitem__, written), np.int64, len(written))


def joined(drafts: Iterable[Draft]) -> Draft:
    """Return drafts as one, in their order."""
    drafts = list(drafts)
    if len(drafts) == 1:
        return drafts[0]
    # A word that is asked for the first time gets the next number.
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    tokens = []
    for one in drafts:
        table = np.fromiter(map(numbers.__getitem__, one.words), np.uint32, len(one.words))
        tokens.append(table[one.tokens] if len(table) else one.tokens)
    empty = draft(())
    return Draft(
        tuple(numbers),
        np.concatenate([empty.tokens, *tokens]),
        np.concatenate([empty.starts, *(one.starts for one in drafts)]),
        np.concatenate([empty.lengths, *(one.lengths for one in drafts)]),
        np.concatenate([empty.counts, *(one.counts for one in drafts)]),
    )
