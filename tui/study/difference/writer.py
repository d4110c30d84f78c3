"""An alignment of words written down as pieces of both texts, with all that stands between the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.study.difference.blocks import UNCHANGED, Block, Tag
from tui.study.difference.names import Text
from tui.study.difference.pieces import Change, Kind, Piece, left_first
from tui.study.difference.spellings import initials
from tui.study.difference.variants import between, is_number, writing

_KINDS: Final = {
    Tag.CHANGED: Kind.SUBSTANTIVE,
    Tag.SPELLING: Kind.SPELLING,
    Tag.ALIAS: Kind.ALIAS,
    Tag.ORDER: Kind.ORDER,
    Tag.MOVED: Kind.SUBSTANTIVE,
}


def written(left: Text, right: Text, blocks: Sequence[Block]) -> Iterator[Piece]:
    """Yield pieces that cover both texts, in order; neighbours that are both the same are one."""
    return left_first(_joined(_Writer(left, right).pieces(blocks)))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last and last.change is piece.change is Change.SAME:
            last = Piece(Change.SAME, (last.left[0], piece.left[1]), (last.right[0], piece.right[1]))
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


class _Writer:
    """Goes through both texts at once. `_l` and `_r` are how far it has come, in code points."""

    def __init__(self, left: Text, right: Text) -> None:
        self._left, self._right = left, right
        self._l = self._r = 0

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        for block in blocks:
            if block.tag in UNCHANGED:
                for i, j in zip(range(block.i1, block.i2), range(block.j1, block.j2), strict=True):
                    yield from self._gap(i, j)
                    yield self._word(i, j)
            elif block.i1 < block.i2 and block.j1 < block.j2:
                yield from self._gap(block.i1, block.j1)
                yield self._piece(block, *self._ends(block))
            else:
                yield from self._one_sided(block)
        yield from self._gap(len(self._left.words), len(self._right.words))

    def _word(self, i: int, j: int) -> Piece:
        """Return two words that fold to the same."""
        left, right = self._left.words[i], self._right.words[j]
        one, other = self._left.span(i), self._right.span(j)
        kind = writing(one, other) if one != other else None
        if kind is Kind.SUBSTANTIVE and one.lower() == other.lower():
            kind = writing(one, other, heading=_in_capitals(self._left, i) or _in_capitals(self._right, j))
        self._l, self._r = left.end, right.end
        change = Change.REPLACED if kind else Change.SAME
        return Piece(change, (left.start, left.end), (right.start, right.end), kind)

    def _piece(self, block: Block, left_end: int, right_end: int) -> Piece:
        """Return a changed block up to a place in both texts."""
        piece = Piece(_change(block), (self._l, left_end), (self._r, right_end), _KINDS[block.tag], block.move)
        self._l, self._r = left_end, right_end
        return piece

    def _ends(self, block: Block) -> tuple[int, int]:
        """Where a changed block ends in both texts; the last stop of initials is theirs where the other has none."""
        left, right = self._left.words[block.i2 - 1].end, self._right.words[block.j2 - 1].end
        stops = self._left.written.startswith(".", left), self._right.written.startswith(".", right)
        if stops == (True, False) and _of_initials(self._left, block.i1, block.i2):
            left += 1
        if stops == (False, True) and _of_initials(self._right, block.j1, block.j2):
            right += 1
        return left, right

    def _one_sided(self, block: Block) -> Iterator[Piece]:
        """Yield words that one text only has, with as much of the signs around them as the other has not."""
        of_left = block.i1 < block.i2
        text, first, end, at = (
            (self._left, block.i1, block.i2, self._l) if of_left else (self._right, block.j1, block.j2, self._r)
        )
        here = self._right_gap(block.j1) if of_left else self._left_gap(block.i1)
        before = text.written[at : text.words[first].start]
        after = text.gap(end)
        cut = next(
            (cut for cut in range(len(here), -1, -1) if before.startswith(here[:cut]) and after.endswith(here[cut:])),
            None,
        )
        if cut is None:
            yield from self._with_signs(block, text, first, end)
            return
        yield from self._same(cut)
        stop = text.words[end - 1].end + len(after) - (len(here) - cut)
        yield self._piece(block, *((stop, self._r) if of_left else (self._l, stop)))
        yield from self._same(len(here) - cut)

    def _with_signs(self, block: Block, text: Text, first: int, end: int) -> Iterator[Piece]:
        """Yield words that one text only has, and by themselves the signs that differ where they are missing."""
        of_left = block.i1 < block.i2
        stop = text.words[end - 1].end
        if first and end < len(text.words):
            yield from self._gap(block.i1, block.j1)
            stop = text.words[end].start
        yield self._piece(block, *((stop, self._r) if of_left else (self._l, stop)))

    def _left_gap(self, i: int) -> str:
        return self._left.written[self._l : _start(self._left, i)]

    def _right_gap(self, j: int) -> str:
        return self._right.written[self._r : _start(self._right, j)]

    def _gap(self, i: int, j: int) -> Iterator[Piece]:
        """Yield what stands before the words `i` and `j`; what begins and ends alike is not told as different."""
        one, other = self._left_gap(i), self._right_gap(j)
        number_before = _number(self._left, i - 1) or _number(self._right, j - 1)
        kind = between(one, other, number_before, _number(self._left, i) or _number(self._right, j))
        if kind is None:
            yield from self._same(len(one))
            return
        head = _shared(one, other)
        tail = _shared(one[head:][::-1], other[head:][::-1])
        yield from self._same(head)
        left, right = (self._l, self._l + len(one) - head - tail), (self._r, self._r + len(other) - head - tail)
        self._l, self._r = left[1], right[1]
        change = Change.ADDED if left[0] == left[1] else Change.DROPPED if right[0] == right[1] else Change.REPLACED
        yield Piece(change, left, right, kind)
        yield from self._same(tail)

    def _same(self, length: int) -> Iterator[Piece]:
        if length:
            left, right = (self._l, self._l + length), (self._r, self._r + length)
            self._l, self._r = left[1], right[1]
            yield Piece(Change.SAME, left, right)


def _change(block: Block) -> Change:
    if block.tag in (Tag.MOVED, Tag.ORDER):
        return Change.MOVED
    if block.i1 == block.i2:
        return Change.ADDED
    return Change.DROPPED if block.j1 == block.j2 else Change.REPLACED


def _of_initials(text: Text, first: int, end: int) -> bool:
    """Whether the last of words `[first, end)` is the last of initials."""
    return end - first > 1 and initials(text, end - 2, end) == 2


def _shared(one: str, other: str) -> int:
    """Return how many characters two strings begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


def _start(text: Text, number: int) -> int:
    return text.words[number].start if number < len(text.words) else len(text.written)


def _number(text: Text, number: int) -> bool:
    return 0 <= number < len(text.words) and is_number(text.words[number].folded)


def _in_capitals(text: Text, number: int) -> bool:
    """Whether a word in capitals stands beside another one, as in a heading."""
    around = [near for near in (number - 1, number + 1) if 0 <= near < len(text.words)]
    return text.span(number).isupper() and any(text.span(near).isupper() for near in around)
