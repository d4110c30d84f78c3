"""The words of some clauses, read from their texts: what a text index is made from.

A draft numbers its own words, so that drafts can be made apart, in several processes, and put together afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.cutting import Cut, cut
from tui.text.words import folded_all

LONG: Final = 0xFF
"""Stands for the length of a word that has so many characters or more: it is read from the text again."""

_NOTHING: Final = 0xFFFFFFFF
"""Stands for the number of a spelling that folds to nothing."""

_NONE: Final = np.zeros(0, np.uint32)
_BATCH: Final = 1 << 17
"""Characters that are cut at once: what is made of them stays in the processor's cache."""


class Draft(NamedTuple):
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
    spellings = _numbers()
    return _folded(_gathered(spellings, [_part(cut(some), spellings) for some in _batches(texts)]))


def joined(drafts: Iterable[Draft]) -> Draft:
    """Return drafts as one, in their order."""
    drafts = list(drafts)
    if len(drafts) == 1:
        return drafts[0]
    words = _numbers()
    return _gathered(words, [one._replace(tokens=_renumbered(one, words)) for one in drafts])


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


def _part(found: Cut, spellings: Mapping[str, int]) -> Draft:
    """Return a part of a draft; its tokens are those of `spellings`."""
    return Draft(
        (),
        np.fromiter(map(spellings.__getitem__, found.written), np.uint32, len(found.written)),
        found.starts.astype(np.uint32),
        np.minimum(found.lengths, LONG).astype(np.uint8),
        found.counts.astype(np.uint32),
    )


def _gathered(words: Iterable[str], parts: Sequence[Draft]) -> Draft:
    """Return parts, whose tokens are those of `words`, as one."""
    return Draft(
        tuple(words),
        np.concatenate([_NONE, *(part.tokens for part in parts)]),
        np.concatenate([_NONE, *(part.starts for part in parts)]),
        np.concatenate([_NONE.astype(np.uint8), *(part.lengths for part in parts)]),
        np.concatenate([_NONE, *(part.counts for part in parts)]),
    )


def _folded(read: Draft) -> Draft:
    """Return a draft of words as they are written as one of folded words, without those that fold to nothing."""
    words = _numbers()
    number = np.array([words[word] if word else _NOTHING for word in folded_all(read.words)], np.uint32)
    tokens = number[read.tokens]
    kept = tokens != _NOTHING
    if kept.all():
        return read._replace(words=tuple(words), tokens=tokens)
    lost = np.repeat(np.arange(len(read.counts)), read.counts)[~kept]
    counts = read.counts - np.bincount(lost, minlength=len(read.counts)).astype(np.uint32)
    return Draft(tuple(words), tokens[kept], read.starts[kept], read.lengths[kept], counts)


def _numbers() -> Mapping[str, int]:
    """Return the numbers of words, none so far: one that is asked for the first time gets the next."""
    return defaultdict(count().__next__)


def _renumbered(read: Draft, words: Mapping[str, int]) -> Array:
    """Return the tokens of a draft as those of `words`."""
    numbers = np.fromiter(map(words.__getitem__, read.words), np.uint32, len(read.words))
    return numbers[read.tokens]
