"""What a word-by-word difference is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import Final, NamedTuple


class Change(StrEnum):
    """What happened between the left text and the right one."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"
    REPLACED = "replaced"
    MOVED = "moved"


class Kind(StrEnum):
    """What a difference is about. All but `SUBSTANTIVE` leave the meaning alone; a reader may still want to know."""

    SUBSTANTIVE = "substantive"
    SPELLING = "spelling"
    """One word in two known spellings: British and American, accents, ligatures, a hyphen."""
    ALIAS = "alias"
    """Names of one referent, by the alias sets of the collection."""
    ORDER = "order"
    """The same names in another order, as each capital names itself first (*alternat*)."""
    STYLE = "style"
    """Case, quotation marks, dashes, punctuation or spacing."""


class Piece(NamedTuple):
    """A stretch of both texts. `left` and `right` are `[start, end)` in code points of each and may be empty.

    `kind` is None for what is the same. What is `MOVED` has a number, `move`: the same for both ends of a passage that
    stands at one place in the left text and at another in the right one, and for all pieces of a list whose order
    differs (which are of the kind `ORDER`).
    """

    change: Change
    left: tuple[int, int]
    right: tuple[int, int]
    kind: Kind | None = None
    move: int | None = None


_TURNED: Final = {Change.ADDED: Change.DROPPED, Change.DROPPED: Change.ADDED}


def turned(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the same differences seen from the right text: what was added is dropped, and left is right.

    Between two stretches that are the same, what only the left text has comes before what only the right one has.
    """
    mirrored = (
        piece._replace(change=_TURNED.get(piece.change, piece.change), left=piece.right, right=piece.left)
        for piece in pieces
    )
    return tuple(left_first(mirrored))


def left_first(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield `pieces`; of neighbours of which each is in one text only, those of the left text first.

    Each begins where the one before ends, in both texts.
    """
    left = right = 0
    for one_sided, run in groupby(pieces, key=_one_sided):
        for piece in sorted(run, key=lambda piece: _empty(piece.left)) if one_sided else run:
            piece = piece._replace(
                left=(left, left) if _empty(piece.left) else piece.left,
                right=(right, right) if _empty(piece.right) else piece.right,
            )
            left, right = piece.left[1], piece.right[1]
            yield piece


def _one_sided(piece: Piece) -> bool:
    return piece.change is not Change.SAME and _empty(piece.left) != _empty(piece.right)


def _empty(span: tuple[int, int]) -> bool:
    return span[0] == span[1]
