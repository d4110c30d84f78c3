"""How well one clause answers a query, 0 to 100, and which of its words to light.

A clause with the query as written has 100 and no other has. Others have four parts, each by the weight of the query
words: those the clause holds, those in its best passage, and of these those in the query's order and close together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tui.search.align import Alignment, Occurrence, Placed, align, begun_places, occurrences, places
from tui.search.plan import Plan

AS_WRITTEN: Final = 100.0
_BEST_OTHER: Final = 99.9
_HELD, _IN_PASSAGE, _IN_ORDER, _CLOSE = 0.30, 0.35, 0.15, 0.20
_PHRASE: Final = 0.6
"""A passage of which this part matched is a phrase, not words that happen to be near each other."""
_FEW: Final = 3
SURE: Final = 0.7
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


def match(text: str, likely: Sequence[int], plan: Plan, enough: float = 0.0) -> Match | None:
    """Return how a clause with the words `text` (one code a word) answers the query, or None when it does not.

    `likely` are the positions, in order, of the words that pieces of the query begin with. None is returned as well
    when the clause cannot hold `enough` of the query, by weight.
    """
    written = list(places(text, plan.phrase)) if plan.phrase else []
    begun = [] if written else list(begun_places(text, plan))
    if not written and not begun and _at_most({text[place] for place in likely}, plan) < enough:
        return None
    found = occurrences(text, likely, plan)
    if not found:
        return None
    if written:
        return _phrase(written, AS_WRITTEN, plan.total, found, plan)
    if begun:
        return _phrase(begun, AS_WRITTEN * plan.begun_gain / plan.total, plan.begun_gain, found, plan)
    return _strewn(found, plan)


def _at_most(codes: Iterable[str], plan: Plan) -> float:
    """What a clause with these words holds of the query if each of them counts at its best: it never holds more."""
    best = [0.0] * len(plan.words)
    for code in codes:
        for _, quality, _, _, first, after, _ in plan.pieces[code]:
            for number in range(first, after):
                if quality > best[number]:
                    best[number] = quality
    return sum(quality * asked.weight for quality, asked in zip(best, plan.words, strict=True))


def _phrase(begins: Sequence[int], score: float, held: float, found: Iterable[Occurrence], plan: Plan) -> Match:
    """The phrase wherever it stands; for a single word, its other forms too."""
    length = len(plan.words)
    lit = {place for first in begins for place in range(first, first + length)}
    if length == 1:
        every = (Placed(place, piece) for place, pieces in found for piece in pieces)
        lit.update(_words(placed for placed in every if placed.piece.quality >= SURE))
    return Match(score, held, tuple(sorted(lit)), begins[0], begins[0] + length - 1)


def _strewn(found: Sequence[Occurrence], plan: Plan) -> Match:
    """The words of the query as they lie, in their best passage and elsewhere."""
    alignment = align(found, plan)
    elsewhere = _elsewhere(found, alignment, plan)
    gain, held = alignment.gain, alignment.gain + _gain(elsewhere, alignment, plan)
    first, last = alignment.placed[0].place, max(placed.last for placed in alignment.placed)
    lit = set(_words(alignment.placed))
    close = len(lit) / (last - first + 1)
    # Of a few words strewn about, each is of interest wherever it stands; of a phrase, what its passage lacks.
    few = len(plan.words) == 1 or (len(plan.words) <= _FEW and (close < _PHRASE or held > gain))
    wanted = ~plan.common if few else ~plan.common & ~alignment.mask
    lit.update(_words(placed for placed in elsewhere if placed.piece.mask & wanted))
    parts = _HELD * held + (_IN_PASSAGE + _CLOSE * close) * gain + _IN_ORDER * alignment.in_order
    return Match(min(_BEST_OTHER, AS_WRITTEN * parts / plan.total), held, tuple(sorted(lit)), first, last)


def _elsewhere(found: Iterable[Occurrence], alignment: Alignment, plan: Plan) -> list[Placed]:
    """Telling words that stand surely for query words and are not placed, wherever in the clause."""
    taken = set(_words(alignment.placed))
    sure = (
        Placed(place, piece)
        for place, pieces in found
        if place not in taken
        for piece in pieces
        if piece.quality >= SURE and piece.mask & plan.telling
    )
    return [placed for placed in sure if placed.last == placed.place or taken.isdisjoint(_words((placed,)))]


def _gain(elsewhere: Iterable[Placed], alignment: Alignment, plan: Plan) -> float:
    """The weight of the telling query words that are matched only outside the passage."""
    open_words = plan.telling & ~alignment.mask
    best: dict[int, float] = {}
    for _, piece in elsewhere:
        for number in range(piece.first, piece.after):
            if open_words >> number & 1:
                best[number] = max(best.get(number, 0.0), piece.quality)
    return sum(quality * plan.words[number].weight for number, quality in best.items())


def _words(placed: Iterable[Placed]) -> Iterator[int]:
    for one in placed:
        yield from range(one.place, one.last + 1)
