"""What lies beyond the ends of a fragment was not seen: there nothing can be called added, dropped or replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from tui.study.difference.pieces import Change, Kind, Piece
from tui.study.trace.alike import LONG
from tui.study.trace.occurrence import Since, Wording
from tui.text.words import words


def unseen_at_the_edges(pieces: Sequence[Piece], left: Wording, right: Wording) -> frozenset[int]:
    """Return the numbers of the pieces at both ends that are no change: the other side was not seen to go on there.

    Words at an end that stand against nothing are unseen where the other side is a fragment; words that stand against
    other words, where either is. A word or two as short as *of* that agree further out hold nothing together.
    """
    forward = range(len(pieces))
    return frozenset(
        number for numbers in (forward, forward[::-1]) for number in _from_an_end(numbers, pieces, left, right)
    )


def _from_an_end(numbers: Sequence[int], pieces: Sequence[Piece], left: Wording, right: Wording) -> Iterator[int]:
    """Yield the numbers of the pieces at the end at which `numbers` begin."""
    waiting: list[int] = []
    begun = False
    for kind, several in groupby(numbers, key=lambda number: _sort(pieces[number], left, right)):
        run = list(several)
        if kind is _Sort.OTHER and _is_unseen([pieces[number] for number in run], left, right):
            yield from (*waiting, *run)
            waiting, begun = [], True
        elif kind is _Sort.SAME and begun and not any(_holds(pieces[number], right) for number in run):
            waiting += run
        else:
            return


class _Sort(Enum):
    """Whether the words of a piece are the same, were seen on both sides though they differ, or neither."""

    SAME = auto()
    KNOWN = auto()
    OTHER = auto()


def _sort(piece: Piece, left: Wording, right: Wording) -> _Sort:
    if piece.change is Change.SAME:
        return _Sort.SAME
    both = words(left.text[slice(*piece.left)]) and words(right.text[slice(*piece.right)])
    known = piece.change is Change.MOVED or (both and piece.kind is not Kind.SUBSTANTIVE)
    return _Sort.KNOWN if known else _Sort.OTHER


def _is_unseen(run: Sequence[Piece], left: Wording, right: Wording) -> bool:
    """Whether nothing can be said of pieces at an end, one after the other, in other words than the other side's."""
    of_left = any(left.text[slice(*piece.left)].strip() for piece in run)
    of_right = any(right.text[slice(*piece.right)].strip() for piece in run)
    if of_left and of_right:
        return left.fragment or right.fragment
    return right.fragment if of_left else left.fragment


def _holds(piece: Piece, right: Wording) -> bool:
    """Whether words that are the same are enough to tell that both texts go on alike."""
    there = [word.folded for word in words(right.text[slice(*piece.right)])]
    return len(there) > 2 or any(len(word) >= LONG for word in there)


class Run(NamedTuple):
    """Pieces that are shown as one: several, where they are unseen. `left` and `right` are their words."""

    pieces: tuple[Piece, ...]
    unseen: bool
    left: str
    right: str


def runs_of(since: Since) -> Iterator[Run]:
    """Yield what both wordings are made of, from end to end; nothing, where none were compared."""
    if since.left is None or since.right is None:
        return
    for unseen, run in groupby(range(len(since.pieces)), key=lambda number: number in since.unseen):
        numbers = list(run)
        for group in [numbers] if unseen else [[number] for number in numbers]:
            pieces = tuple(since.pieces[number] for number in group)
            yield Run(
                pieces,
                unseen,
                since.left.text[pieces[0].left[0] : pieces[-1].left[1]],
                since.right.text[pieces[0].right[0] : pieces[-1].right[1]],
            )


def bracketed(run: Run) -> str:
    """Return words of which one side only was seen in round brackets; where both have some, which are whose."""
    left, right = run.left, run.right
    if left.strip() and right.strip():
        before, after = _around(right)
        return f"{before}(then: {left.strip()}; here: {right.strip()}){after}"
    return f"({right or left})"


def _around(text: str) -> tuple[str, str]:
    """Return the spaces before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
