"""Differences as signs that say the same without colour: `[-dropped-]`, `{+added+}` and the name of what is neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.study.difference.pieces import Change, Kind, Piece
from tui.text.counting import counted


def name_of(piece: Piece) -> str:
    """Return what a difference is called beside its signs; nothing for words plainly added, dropped or replaced."""
    if piece.change is Change.SAME:
        return ""
    if piece.move is not None:
        return f"moved {piece.move + 1}"
    return "" if piece.kind in (None, Kind.SUBSTANTIVE) else str(piece.kind)


def signed(pieces: Sequence[Piece], left: str, right: str) -> str:
    """Return both texts as one, with what differs between signs: `[-Daesh-]{+ISIS+}(alias)`."""
    return "".join(_signed(piece, left, right) for piece in pieces)


def _signed(piece: Piece, left: str, right: str) -> str:
    dropped, added = left[slice(*piece.left)], right[slice(*piece.right)]
    if piece.change is Change.SAME:
        return added
    name = name_of(piece)
    return (f"[-{dropped}-]" if dropped else "") + (f"{{+{added}+}}" if added else "") + (f"({name})" if name else "")


def told(piece: Piece, left: str, right: str) -> str:
    """Return a difference as a reader would tell it: `“forged” / “found”`, `“today” / nothing`."""
    one, other = (text[slice(*span)].strip() for text, span in ((left, piece.left), (right, piece.right)))
    return " / ".join(f"“{' '.join(words.split())}”" if words else "nothing" for words in (one, other))


def tally(pieces: Sequence[Piece]) -> str:
    """Return how many differences there are, by kind: "3 differences: 2 substantive, 1 alias"; or "the same"."""
    kinds = Counter(_kinds(pieces))
    if not kinds:
        return "the same"
    each = ", ".join(f"{kinds[kind]} {kind}" for kind in Kind if kinds[kind])
    return f"{counted(kinds.total(), 'difference')}: {each}"


def _kinds(pieces: Sequence[Piece]) -> Iterator[Kind]:
    """Yield the kind of each difference; a moved passage counts once."""
    moved = set[int]()
    for piece in pieces:
        if piece.kind is not None and piece.move not in moved:
            yield piece.kind
            if piece.move is not None:
                moved.add(piece.move)
