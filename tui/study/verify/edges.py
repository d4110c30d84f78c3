"""Where a quotation begins and ends in an extract: words at its edges may be moved, names, or the quotation's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from rapidfuzz import fuzz

from tui.study.difference.pieces import Change
from tui.study.difference.pieces import Kind as Matter
from tui.study.verify.examined import Compared
from tui.study.verify.extract import Extract
from tui.text.words import Word, words

_WIDER: Final = 8
_BEYOND: Final = 3
_ALIKE: Final = 80.0
"""Words of which this part of the letters agrees (0..100) are of one stem: Syria and Syrian."""
_STEM: Final = 4
_SPARED: Final = 0.55
_STOPS: Final = ".!?;。！？"

Edges = tuple[int, int]


def best_edges(extract: Extract, aligned: Edges, core: Edges, compare: Callable[[int, int], Compared]) -> Edges:
    """Return the stretch of an extract that a passage is best held against: the one with the fewest differences.

    `aligned` is the stretch that its words stand for, `core` the one without words at the edges that are only in the
    place of others. What stands on both sides is taken in where it makes the differences fewer, as for words that were
    moved, or where it is what other words of the passage are made of.
    """
    tried = dict.fromkeys(_widened(extract, edges, compare) for edges in dict.fromkeys((aligned, core)))
    best = min(tried, key=lambda edges: (round(_cost(compare(*edges)), 2), _voices(extract, edges)))
    return _with_stems(extract, best, compare(*best))


def _widened(extract: Extract, edges: Edges, compare: Callable[[int, int], Compared]) -> Edges:
    """Return the stretch with those of the words before and after it that make the differences the fewest."""
    start, end = edges
    for of_start in (True, False):
        near = [word.start for word in extract.words if word.start <= start][-_WIDER:][::-1]
        far = [word.end for word in extract.words if word.end >= end][:_WIDER]
        tried = [(one, end) for one in near] if of_start else [(start, one) for one in far]
        if tried:
            start, end = min(tried, key=lambda pair: _cost(compare(*pair)))
    return start, end


def _cost(compared: Compared) -> float:
    """What the differences cost, where a moved word is a better story than one left out and the same one added."""
    moved = (piece for piece in compared.differing if piece.change is Change.MOVED and piece.kind is Matter.SUBSTANTIVE)
    return compared.cost - _SPARED * sum(
        len(words(compared.left[slice(*piece.left)] + compared.right[slice(*piece.right)])) for piece in moved
    )


def _voices(extract: Extract, edges: Edges) -> int:
    """Whose words are in a stretch: how many voices."""
    held = zip(extract.words, extract.voices, strict=True)
    return len({voice for word, voice in held if edges[0] <= word.start and word.end <= edges[1]})


def _with_stems(extract: Extract, edges: Edges, compared: Compared) -> Edges:
    """Return the stretch with words beside it that are of one stem with words which only the quotation has."""
    added = [
        word.folded
        for piece in compared.pieces
        if piece.change is Change.ADDED and piece.kind is Matter.SUBSTANTIVE
        for word in words(compared.right[slice(*piece.right)])
        if len(word.folded) >= _STEM
    ]
    start, end = edges
    for word in _beside(extract, edges) if added else ():
        if len(word.folded) >= _STEM and any(fuzz.ratio(word.folded, one) >= _ALIKE for one in added):
            start, end = min(start, word.start), max(end, word.end)
    return start, end


def _beside(extract: Extract, edges: Edges) -> Iterator[Word]:
    """Yield the next words on both sides of a stretch, in its sentence."""
    before = [word for word in extract.words if word.end <= edges[0]][-_BEYOND:]
    after = [word for word in extract.words if word.start >= edges[1]][:_BEYOND]
    for word in before:
        if not any(sign in extract.text[word.end : edges[0]] for sign in _STOPS):
            yield word
    for word in after:
        if not any(sign in extract.text[edges[1] : word.start] for sign in _STOPS):
            yield word
