"""Changed words that are one word in two spellings, found inside the blocks of an alignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui.study.difference.blocks import Block, Region, Tag
from tui.study.difference.names import Text
from tui.study.difference.variants import joined, one_word

_NEAR: Final = 4
"""A word in another spelling stands at most so many words further on in the other text's block."""


class _Form(NamedTuple):
    """A word, two that a hyphen joins, or initials: its first, its number of words, the one word that it makes."""

    first: int
    length: int
    folded: str
    initials: bool = False


def other_spellings(left: Text, right: Text, blocks: Sequence[Block]) -> list[Region]:
    """Return where one text has a word in one known spelling and the other has it in another."""
    return [region for block in blocks if block.tag is Tag.CHANGED for region in _in_block(left, right, block)]


def _in_block(left: Text, right: Text, block: Block) -> Iterator[Region]:
    i, j = block.i1, block.j1
    while i < block.i2 and j < block.j2:
        pair = _next(left, right, block._replace(i1=i, j1=j))
        if pair is None:
            i += 1
            # What stands further back on the right was in reach of the words before.
            j = max(j, block.j1 + (i - block.i1) - _NEAR)
            continue
        one, other = pair
        i, j = one.first + one.length, other.first + other.length
        yield Region(one.first, i, other.first, j, Tag.SPELLING)


def _next(left: Text, right: Text, block: Block) -> tuple[_Form, _Form] | None:
    """Return the first word or pair of the left side and what spells it otherwise near it on the right, if anything."""
    for one in _forms(left, block.i1, block.i2):
        for at in range(block.j1, min(block.j1 + 2 * _NEAR + 1, block.j2)):
            for other in _forms(right, at, block.j2):
                if (one.initials or one.length + other.length < 4) and _same(one, other):
                    return one, other
    return None


def _same(one: _Form, other: _Form) -> bool:
    if one.initials or other.initials:
        return one.initials and other.initials and one.folded == other.folded
    if one.length == other.length:
        return one_word(one.folded, other.folded)
    return one.folded == other.folded


def _forms(text: Text, first: int, end: int) -> Iterator[_Form]:
    """Yield the word at `first`, and that word with the next where a hyphen joins them."""
    word = text.words[first].folded
    yield _Form(first, 1, word)
    if first + 1 < end and (both := joined(word, text.gap(first + 1), text.words[first + 1].folded)):
        yield _Form(first, 2, both)
    length = initials(text, first, end)
    if length > 1 or text.span(first).isupper():
        yield _Form(first, length, "".join(text.folded(first, first + length)), initials=True)


def initials(text: Text, first: int, end: int) -> int:
    """Return how many words from `first` on are letters with a stop between each two, as in U.S.; one at least."""
    length = 1
    while first + length < end and text.gap(first + length) == "." and _is_letter(text, first + length):
        length += 1
    return length if _is_letter(text, first) else 1


def _is_letter(text: Text, number: int) -> bool:
    span = text.span(number)
    return len(span) == 1 and span.isupper()
