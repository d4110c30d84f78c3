"""The difference of two texts, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.records import AliasSet
from tui.study.difference.blocks import Block, aligned, marked, respelled, settled
from tui.study.difference.moves import with_moves
from tui.study.difference.names import Text, other_names, other_orders
from tui.study.difference.pieces import Change, Kind, Piece, turned
from tui.study.difference.spellings import other_spellings
from tui.study.difference.variants import key
from tui.study.difference.writer import written
from tui.text.words import words


def differences(left: str, right: str, aliases: Sequence[AliasSet] = ()) -> tuple[Piece, ...]:
    """Return how `right` differs from `left`: pieces that cover both texts from their first code point to their last.

    Words are compared as they are written but for style, and the fewest that can be are added and dropped. `aliases`
    say which names are of one referent. Turning the texts round turns the answer round (`pieces.turned`).
    """
    if left == right:
        return (Piece(Change.SAME, (0, len(left)), (0, len(right))),) if left else ()
    # Of alignments that are as good, one is taken. It must not depend on which text is on the left.
    if left > right:
        return turned(differences(right, left, aliases))
    texts = Text(left, words(left)), Text(right, words(right))
    return tuple(written(*texts, _blocks(*texts, aliases)))


def _blocks(left: Text, right: Text, aliases: Sequence[AliasSet]) -> list[Block]:
    keys = _numbered(*([key(text.span(number)) for number in range(len(text.words))] for text in (left, right)))
    folds = _numbered(*([word.folded for word in text.words] for text in (left, right)))
    blocks = aligned(*keys)
    blocks = settled(blocks, *keys, lambda of_left, place: _seam(left if of_left else right, place))
    blocks = respelled(blocks, *folds)
    blocks = marked(blocks, other_names(left, right, blocks, aliases))
    blocks = marked(blocks, other_orders(left, right, blocks))
    blocks = marked(blocks, other_spellings(left, right, blocks))
    return with_moves(left, right, blocks)


def _numbered(left: Sequence[str], right: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return two lists with a number for each string, the same for equals."""
    numbers: dict[str, int] = {}
    one = [numbers.setdefault(item, len(numbers)) for item in left]
    return one, [numbers.setdefault(item, len(numbers)) for item in right]


def _seam(text: Text, place: int) -> int:
    """Return how well a difference begins or ends before the word `place`: best between sentences."""
    if place in (0, len(text.words)):
        return 3
    gap = text.gap(place)
    if "\n" in gap or any(char in ".!?。！？" for char in gap):
        return 3
    return 2 if any(char in ",;:—–()،؛、，；：" for char in gap) else 0


def changed_words(pieces: Sequence[Piece], left: str, right: str) -> int:
    """Return how many words of both texts are added, dropped, replaced or moved; other style changes none."""
    return sum(
        len(words(left[slice(*piece.left)])) + len(words(right[slice(*piece.right)]))
        for piece in pieces
        if piece.change is not Change.SAME and piece.kind is not Kind.STYLE
    )
