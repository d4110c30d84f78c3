"""Two lists of words laid against each other: what is the same and what is not, with as few changed words as can be.

Positions here are numbers of words, `[start, end)`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple


class Tag(Enum):
    """What is known about a block."""

    SAME = "the same words"
    WRITTEN = "the same words, not written alike"
    CHANGED = "other words"
    SPELLING = "other spelling"
    ALIAS = "another name"
    ORDER = "another order"
    MOVED = "moved"


UNCHANGED: Final = (Tag.SAME, Tag.WRITTEN)


class Block(NamedTuple):
    """Words `[i1, i2)` of the left text against words `[j1, j2)` of the right one."""

    i1: int
    i2: int
    j1: int
    j2: int
    tag: Tag
    move: int | None = None


class Region(NamedTuple):
    """Words of both texts whose differences are of one kind."""

    i1: int
    i2: int
    j1: int
    j2: int
    tag: Tag


def aligned(left: Sequence[int], right: Sequence[int]) -> list[Block]:
    """Return blocks that cover both lists, SAME and CHANGED by turns, with the fewest words changed.

    The longest common subsequence, by rapidfuzz's bit-parallel Indel alignment (Hyyro 2004).
    """
    from rapidfuzz.distance import Indel

    blocks: list[Block] = []
    for step in Indel.opcodes(left, right):
        tag = Tag.SAME if step.tag == "equal" else Tag.CHANGED
        block = Block(step.src_start, step.src_end, step.dest_start, step.dest_end, tag)
        _append(blocks, block)
    return blocks


def _append(blocks: list[Block], block: Block) -> None:
    """Add a block at the end, as a part of the last one where both are the same or both are changed."""
    if block.i1 == block.i2 and block.j1 == block.j2:
        return
    if blocks and blocks[-1].tag is block.tag:
        block = block._replace(i1=blocks[-1].i1, j1=blocks[-1].j1)
        blocks.pop()
    blocks.append(block)


def respelled(blocks: Sequence[Block], left: Sequence[int], right: Sequence[int]) -> list[Block]:
    """Return the alignment with the words of changed blocks that fold to the same laid against each other, as WRITTEN.

    `left` and `right` number the folded words.
    """
    done: list[Block] = []
    for block in blocks:
        if block.tag is not Tag.CHANGED or block.i1 == block.i2 or block.j1 == block.j2:
            done.append(block)
            continue
        for inner in aligned(left[block.i1 : block.i2], right[block.j1 : block.j2]):
            tag = Tag.WRITTEN if inner.tag is Tag.SAME else Tag.CHANGED
            i, j = block.i1, block.j1
            done.append(Block(i + inner.i1, i + inner.i2, j + inner.j1, j + inner.j2, tag))
    return done


Seam = Callable[[bool, int], int]
"""How good a place is to begin or end a difference: whether it is in the left list, and the number of the word."""


def settled(blocks: Sequence[Block], left: Sequence[int], right: Sequence[int], seam: Seam) -> list[Block]:
    """Return the alignment with differences of one side moved to where they are read best; no word more is changed.

    "the A the B" against "the B" may drop "the A" or "A the". Such a difference goes where it meets the one before
    or after it, so that there is one and not two; else to where a sentence or a part of one begins.
    """
    done: list[Block] = []
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        one_sided = block.tag is Tag.CHANGED and (block.i1 == block.i2) != (block.j1 == block.j2)
        if one_sided:
            after = waiting[-1] if waiting else None
            shift = _shift(block, done, after, len(waiting) > 1, left if block.j1 == block.j2 else right, seam)
            if shift:
                _slide(block, shift, done, waiting)
                continue
        _append(done, block)
    return done


def _shift(
    block: Block, done: Sequence[Block], after: Block | None, more: bool, words: Sequence[int], seam: Seam
) -> int:
    """Return by how many words a difference of one side should move; less than nothing: backwards."""
    dropped = block.j1 == block.j2
    first, end = (block.i1, block.i2) if dropped else (block.j1, block.j2)
    before = done[-1].i2 - done[-1].i1 if done else 0
    behind = after.i2 - after.i1 if after else 0
    back = forth = 0
    while back < before and words[first - 1 - back] == words[end - 1 - back]:
        back += 1
    if back and back == before and len(done) > 1:
        return -back
    while forth < behind and words[first + forth] == words[end + forth]:
        forth += 1
    if forth and forth == behind and more:
        return forth
    return max(range(-back, forth + 1), key=lambda by: (seam(dropped, first + by) + seam(dropped, end + by), -abs(by)))


def _slide(block: Block, shift: int, done: list[Block], waiting: list[Block]) -> None:
    """Move a difference of one side along its neighbours, and join it to the difference it meets."""
    before = done.pop() if done else Block(block.i1, block.i1, block.j1, block.j1, Tag.SAME)
    after = waiting.pop() if waiting else Block(block.i2, block.i2, block.j2, block.j2, Tag.SAME)
    moved = Block(block.i1 + shift, block.i2 + shift, block.j1 + shift, block.j2 + shift, Tag.CHANGED)
    _append(done, before._replace(i2=moved.i1, j2=moved.j1))
    _append(done, moved)
    rest = after._replace(i1=moved.i2, j1=moved.j2)
    if rest.i1 < rest.i2:
        waiting.append(rest)


class Path:
    """The way through both lists that an alignment is: which places in one stand for which in the other.

    Inside a changed block any place in one stands for any place in the other.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.i1 for block in blocks]

    def opposite(self, i: int) -> Iterator[tuple[int, int]]:
        """Yield the places in the right list, `[first, last]`, that stand for place `i` in the left one."""
        at = bisect_right(self._starts, i) - 1
        while at >= 0 and self._blocks[at].i2 >= i:
            block = self._blocks[at]
            if block.tag in UNCHANGED:
                yield block.j1 + i - block.i1, block.j1 + i - block.i1
            else:
                yield block.j1, block.j2
            at -= 1

    def holds(self, i: int, j: int) -> bool:
        """Whether place `i` in the left list stands for place `j` in the right one."""
        return any(first <= j <= last for first, last in self.opposite(i))


def marked(blocks: Sequence[Block], regions: Iterable[Region]) -> list[Block]:
    """Return the alignment cut at the corners of `regions`, whose changed blocks take the tag of their region.

    Regions come in order, do not overlap, and their corners lie on the path. The blocks of a list in another order
    take the number of their region.
    """
    done: list[Block] = []
    waiting = list(reversed(blocks))
    for number, region in enumerate(regions):
        _until(region.i1, region.j1, waiting, done, None, None)
        _until(region.i2, region.j2, waiting, done, region.tag, number if region.tag is Tag.ORDER else None)
    return [*done, *reversed(waiting)]


def _until(i: int, j: int, waiting: list[Block], done: list[Block], tag: Tag | None, number: int | None) -> None:
    """Move blocks, cut where they must be, from `waiting` to `done`, up to a place in both lists."""
    while waiting and (waiting[-1].i1 < i or waiting[-1].j1 < j):
        block = waiting.pop()
        if block.i2 > i or block.j2 > j:
            waiting.append(block._replace(i1=i, j1=j))
            block = block._replace(i2=i, j2=j)
        done.append(block._replace(tag=tag, move=number) if tag and block.tag is Tag.CHANGED else block)
