"""Passages that stand at one place in the left text and at another in the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui.study.difference.blocks import Block, Tag
from tui.study.difference.names import Text

_FAR: Final = 40
"""A passage of one or two words is moved, and not another use of the same words, within so many words."""
_LETTERS: Final = 5
"""A moved passage has so many letters at least; a character that is a word of its own counts as three."""


class _Move(NamedTuple):
    """Words `[i, i + length)` of the left text, which are `[j, j + length)` of the right one."""

    i: int
    j: int
    length: int


def with_moves(left: Text, right: Text, blocks: Sequence[Block]) -> list[Block]:
    """Return the alignment with dropped words that were added elsewhere cut out of their blocks, as MOVED ones.

    Found by words that were dropped once and added once (as in Cohen's patience diff), and the words around them.
    Lists in another order are numbered after them.
    """
    moves = list(_moves(left, right, blocks))
    from_left = {move.i: (number, move.length) for number, move in enumerate(moves)}
    from_right = {move.j: (number, move.length) for number, move in enumerate(moves)}
    done: list[Block] = []
    for block in blocks:
        if block.tag is Tag.CHANGED:
            done.extend(_cut(block, _parts(block.i1, block.i2, from_left), _parts(block.j1, block.j2, from_right)))
        else:
            done.append(block if block.move is None else block._replace(move=block.move + len(moves)))
    return done


def _moves(left: Text, right: Text, blocks: Sequence[Block]) -> Iterator[_Move]:
    """Yield the moved passages in the order of the left text; no word is in two of them."""
    dropped = {i: block for block in blocks if block.tag is Tag.CHANGED for i in range(block.i1, block.i2)}
    added = {j: block for block in blocks if block.tag is Tag.CHANGED for j in range(block.j1, block.j2)}
    once = _once(right, added)
    taken = set[int]()
    end = 0
    for word, i in _once(left, dropped).items():
        j = once.get(word)
        if i < end or j is None or j in taken:
            continue
        move = _widened(left, right, i, j, dropped, added, end, taken)
        if _worth(left, move, dropped[i], added[j]):
            end = move.i + move.length
            taken.update(range(move.j, move.j + move.length))
            yield move


def _once(text: Text, places: dict[int, Block]) -> dict[str, int]:
    """Return the words that stand once among `places`, each with its place, in order."""
    counts = Counter(text.words[place].folded for place in places)
    return {text.words[place].folded: place for place in places if counts[text.words[place].folded] == 1}


def _widened(
    left: Text,
    right: Text,
    i: int,
    j: int,
    dropped: dict[int, Block],
    added: dict[int, Block],
    end: int,
    taken: set[int],
) -> _Move:
    """Return the longest passage around a word at `i` and `j` that is the same in both texts."""

    def same(back: int) -> bool:
        a, b = i + back, j + back
        if a < end or b in taken or dropped.get(a) is not dropped[i] or added.get(b) is not added[j]:
            return False
        return left.words[a].folded == right.words[b].folded

    back = forth = 0
    while same(back - 1):
        back -= 1
    while same(forth + 1):
        forth += 1
    return _Move(i + back, j + back, forth - back + 1)


def _worth(left: Text, move: _Move, out_of: Block, into: Block) -> bool:
    """Whether a passage is long enough, for how far it has gone, to be called moved."""
    letters = sum(len(word) if len(word) > 1 else 3 for word in left.folded(move.i, move.i + move.length))
    return letters >= _LETTERS and (move.length > 2 or abs(out_of.i1 - into.i1) <= _FAR)


class _Part(NamedTuple):
    start: int
    end: int
    move: int | None


def _parts(start: int, end: int, moved: dict[int, tuple[int, int]]) -> list[_Part]:
    """Return one side of a block cut where moved passages begin and end."""
    parts: list[_Part] = []
    at = plain = start
    while at < end:
        if at not in moved:
            at += 1
            continue
        if plain < at:
            parts.append(_Part(plain, at, None))
        number, count = moved[at]
        parts.append(_Part(at, at + count, number))
        at = plain = at + count
    if plain < end:
        parts.append(_Part(plain, end, None))
    return parts


def _cut(block: Block, left: list[_Part], right: list[_Part]) -> Iterator[Block]:
    """Yield a block as its parts, in order; what was replaced by what stands together."""
    i, j = block.i1, block.j1
    left, right = left[::-1], right[::-1]
    while left or right:
        if left and left[-1].move is not None:
            part = left.pop()
            yield Block(i, part.end, j, j, Tag.MOVED, part.move)
            i = part.end
        elif right and right[-1].move is not None:
            part = right.pop()
            yield Block(i, i, j, part.end, Tag.MOVED, part.move)
            j = part.end
        else:
            start = (i, j)
            i = left.pop().end if left else i
            j = right.pop().end if right else j
            yield Block(start[0], i, start[1], j, Tag.CHANGED)
