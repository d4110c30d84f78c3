"""Fragments: words of a clause that is else in the editors' own, which may be held against each other only so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.model.records import Clause, Rendering
from tui.study.difference.pieces import Change, Piece
from tui.text.words import words

_AGREE: Final = 0.5
"""Of the words of two texts together a greater part is to agree where either is a fragment."""


def held_against(left: tuple[Clause, Rendering], right: tuple[Clause, Rendering], pieces: Sequence[Piece]) -> bool:
    """Whether what differs between two renderings of one clause, `pieces`, is a difference of their sources.

    The editors' own words are no source's. Fragments may be of two passages: most of the words have to agree.
    """
    (of, one), (clause, other) = left, right
    if one.editorial or other.editorial:
        return False
    return not (of.in_fragments or clause.in_fragments) or share(pieces, one.text, other.text) > _AGREE


def share(pieces: Sequence[Piece], left: str, right: str) -> float:
    """Return which part of the words of two texts together is the same in both, 0 to 1."""
    same = sum(len(words(left[slice(*piece.left)])) for piece in pieces if piece.change is Change.SAME)
    return 2 * same / max(1, len(words(left)) + len(words(right)))
