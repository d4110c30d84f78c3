"""How well one clause answers a query, 0 to 100, and which of its words to light.

A clause with the query as written has 100 and no other has. Others have four parts, each by the weight of the query
words: those the clause holds, those in its best passage, and of these those in the query's order and close together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tui.search.align import Alignment, Occurrence, Placed, align, begun_at, occurrences
from tui.search.plan import Plan

AS_WRITTEN: Final = 100.0
_BEST_OTHER: Final = 99.9
_HELD, _IN_PASSAGE, _IN_ORDER, _CLOSE = 0.35, 0.35, 0.15, 0.15
_PHRASE: Final = 0.6
_SURE: Final = 0.7
"""Words that stand for a query word less surely than this do so only within the passage."""


class Match(NamedTuple):
    """What of a clause answers the query.

    `lit` are the positions, in order, of the words that matched, `first` and `last` those of the best passage, and
    `held` the weight of the query words that the clause holds.
    """

    score: float
    held: float
    lit: tuple[int, ...]
    first: int
    last: int


def match(text: str, plan: Plan) -> Match | None:
    """Return how a clause with the words `text` (one code a word) answers the query, or None when it does not."""
    found = occurrences(text, plan)
    if not found:
        return None
    if plan.phrase and plan.phrase in text:
        return _as_written(text, plan, found)
    if (begun := begun_at(text, plan)) >= 0:
        last = begun + len(plan.head)
        score = AS_WRITTEN * plan.begun_gain / plan.total
        return Match(score, plan.begun_gain, tuple(range(begun, last + 1)), begun, last)
    alignment = align(found, plan)
    elsewhere = _elsewhere(found, alignment, plan)
    held = alignment.gain + _gain(elsewhere, alignment, plan)
    first, last = alignment.placed[0].place, max(placed.last for placed in alignment.placed)
    lit = set(_words(alignment.placed))
    close = len(lit) / (last - first + 1)
    if len(plan.words) == 1 or close < _PHRASE or held > alignment.gain:
        lit.update(_words(placed for placed in elsewhere if placed.piece.mask & ~plan.common))
    parts = _HELD * held + (_IN_PASSAGE + _CLOSE * close) * alignment.gain + _IN_ORDER * alignment.in_order
    score = min(_BEST_OTHER, AS_WRITTEN * parts / plan.total)
    return Match(score, held, tuple(sorted(lit)), first, last)


def _as_written(text: str, plan: Plan, found: Sequence[Occurrence]) -> Match:
    """The phrase wherever it stands; of a single word, its other forms too."""
    length = len(plan.phrase)
    first = text.index(plan.phrase)
    lit: set[int] = set()
    place = first
    while place >= 0:
        lit.update(range(place, place + length))
        place = text.find(plan.phrase, place + 1)
    if length == 1:
        every = (Placed(place, piece) for place, pieces in found for piece in pieces)
        lit.update(_words(placed for placed in every if placed.piece.quality >= _SURE))
    return Match(AS_WRITTEN, plan.total, tuple(sorted(lit)), first, first + length - 1)


def _elsewhere(found: Iterable[Occurrence], alignment: Alignment, plan: Plan) -> list[Placed]:
    """Telling words that stand surely for query words and are not placed, wherever in the clause."""
    taken = set(_words(alignment.placed))
    return [
        placed
        for place, pieces in found
        if place not in taken
        for piece in pieces
        if piece.quality >= _SURE and piece.mask & plan.telling
        if taken.isdisjoint(_words([placed := Placed(place, piece)]))
    ]


def _gain(elsewhere: Iterable[Placed], alignment: Alignment, plan: Plan) -> float:
    """The weight of the telling query words that are matched only outside the passage."""
    open_words = plan.telling & ~alignment.mask
    best: dict[int, float] = {}
    for _, piece in elsewhere:
        for number in range(piece.form.first, piece.form.first + piece.form.width):
            if open_words >> number & 1:
                best[number] = max(best.get(number, 0.0), piece.quality)
    return sum(quality * plan.words[number].weight for number, quality in best.items())


def _words(placed: Iterable[Placed]) -> Iterator[int]:
    for one in placed:
        yield from range(one.place, one.last + 1)
