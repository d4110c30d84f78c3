"""Differences as signs that say the same without colour: `[-dropped-]`, `{+added+}` and the name of what is neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.study.difference.pieces import Change, Kind, Piece
from tui.text.counting import counted


class Told(NamedTuple):
    """A difference as a reader is told of it.

    `name` is empty for words plainly added, dropped or replaced. Of the pieces of one list in another order, and of
    the two ends of a moved passage, all say the same; only one of them is `first`.
    """

    piece: Piece
    said: str
    name: str
    first: bool


def name_of(piece: Piece) -> str:
    """Return what a difference is called beside its signs; nothing for words plainly added, dropped or replaced."""
    if piece.kind is Kind.SUBSTANTIVE and piece.move is not None:
        return f"moved {piece.move + 1}"
    return "" if piece.kind in (None, Kind.SUBSTANTIVE) else str(piece.kind)


def differing(pieces: Sequence[Piece], left: str, right: str) -> list[Told]:
    """Return every piece that differs, as a reader is told of it."""
    groups: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.move is not None:
            groups.setdefault(piece.move, []).append(piece)
    found = []
    for piece in pieces:
        if piece.change is not Change.SAME:
            group = groups[piece.move] if piece.move is not None else [piece]
            found.append(Told(piece, _told(group, left, right), name_of(piece), piece is group[0]))
    return found


def _told(group: Sequence[Piece], left: str, right: str) -> str:
    """Return a difference in words: `“forged” / “found”`, `“today” / nothing`; a list from its first name on."""
    if group[0].kind is Kind.ORDER or len(group) == 1:
        one = left[group[0].left[0] : group[-1].left[1]]
        other = right[group[0].right[0] : group[-1].right[1]]
        return f"{_quoted(one)} / {_quoted(other)}"
    return _quoted(next(left[slice(*piece.left)] for piece in group if piece.left[0] < piece.left[1]))


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text.strip() else "nothing"


def signed(pieces: Sequence[Piece], left: str, right: str) -> str:
    """Return both texts as one, with what differs between signs: `[-Daesh-]{+ISIS+}(alias)`."""
    return "".join(_signed(piece, left, right) for piece in pieces)


def _signed(piece: Piece, left: str, right: str) -> str:
    dropped, added = left[slice(*piece.left)], right[slice(*piece.right)]
    if piece.change is Change.SAME:
        return added
    name = name_of(piece)
    return (f"[-{dropped}-]" if dropped else "") + (f"{{+{added}+}}" if added else "") + (f"({name})" if name else "")


def tally(pieces: Sequence[Piece]) -> str:
    """Return how many differences there are, by kind: "3 differences: 2 substantive, 1 alias"; or "the same"."""
    kinds = Counter(_kinds(pieces))
    if not kinds:
        return "the same"
    each = ", ".join(f"{kinds[kind]} {kind}" for kind in Kind if kinds[kind])
    return f"{counted(kinds.total(), 'difference')}: {each}"


def _kinds(pieces: Sequence[Piece]) -> Iterator[Kind]:
    """Yield the kind of each difference; a moved passage counts once, and so does a list in another order."""
    moved = set[int]()
    for piece in pieces:
        if piece.kind is not None and piece.move not in moved:
            yield piece.kind
            if piece.move is not None:
                moved.add(piece.move)
