"""Which clauses are worth a closer look: those that hold enough of what was asked, wherever in them it stands."""

from __future__ import annotations

from heapq import nlargest
from typing import Final

from tui.index.postings import Postings
from tui.search.align import begun_places
from tui.search.cancel import Cancelled, watched
from tui.search.plan import Asked, Plan

LEAST_COVERAGE: Final = 0.4
"""A hit holds at least this part of the query, by weight."""
LEAST_OF_BEST: Final = 0.55
"""And this part of what the best clause holds: where one holds all of a query, those with a word of it are noise."""

LEAST_PASTED: Final = 8
"""A query of fewer words is a phrase looked for, not a passage pasted."""
LEAST_CONTAINED: Final = 4
"""A clause of fewer words stands in too much by chance."""

_LONG: Final = 400
_LENGTH_COUNTS: Final = 0.1
_BESIDE_COUNTS: Final = 0.5
_MOST_COMPARED: Final = 2_000


def cover(plan: Plan, cancelled: Cancelled) -> dict[int, float]:
    """Return the clauses that hold enough of the query, by number, with the weight of the query words they hold.

    Raises `SearchCancelled`.
    """
    covered: dict[int, float] = {}
    remaining = plan.total
    only_common = all(asked.common for asked in plan.words)
    for asked in watched(sorted(plan.words, key=lambda asked: -asked.weight), cancelled):
        # The words are taken the heaviest first: once the rest together are too little, no new clause can do.
        # Nor can one that holds none but the common words of a query with others.
        new_ones = remaining >= LEAST_COVERAGE * plan.total and (only_common or not asked.common)
        remaining -= asked.weight
        _count(asked, covered, new_ones)
        if not new_ones:
            covered = _enough(covered, plan, remaining)
    return _enough(covered, plan)


def least(plan: Plan, best: float) -> float:
    """Return the weight of query words that a hit must hold when the best clause holds `best`."""
    # A hair less, for sums taken in another order.
    return max(LEAST_COVERAGE * plan.total, LEAST_OF_BEST * best) - 1e-9


def as_written(postings: Postings, plan: Plan) -> list[int]:
    """Return the numbers, in order, of the clauses that hold the query word for word."""
    return sorted(postings.run_holders(plan.phrase)) if plan.phrase else []


def held_whole(postings: Postings, codes: str) -> list[int]:
    """Return the numbers, in order, of the clauses that stand word for word inside the query `codes`.

    A pasted quotation may run over several clauses; each of them answers it, though none holds much of it.
    """
    if len(codes) < LEAST_PASTED:
        return []
    texts = ((number, postings.text(number)) for number in range(len(postings.clauses)))
    return [number for number, text in texts if len(text) >= LEAST_CONTAINED and text in codes]


def as_begun(postings: Postings, plan: Plan) -> list[int]:
    """Return the numbers, in order, of the clauses that hold it so but for a last word that is not finished."""
    if not (plan.head and plan.endings):
        return []
    # Few words follow a given run: reading on in each clause beats looking up each ending.
    holders = postings.run_holders(plan.head)
    return sorted(number for number in holders if any(True for _ in begun_places(postings.text(number), plan)))


def choose(postings: Postings, plan: Plan, covered: dict[int, float], most: int) -> list[int]:
    """Return the numbers of the `most` clauses that promise the most.

    Those hold much of the query, side by side as in the query, and are not long.
    """
    if len(covered) <= most:
        return sorted(covered)

    def promise(number: int) -> float:
        text = postings.text(number)
        beside = sum([gain for pair, gain in plan.pairs if pair in text])
        return covered[number] * (1 - _LENGTH_COUNTS * min(_LONG, len(text)) / _LONG) + _BESIDE_COUNTS * beside

    likely = nlargest(_MOST_COMPARED, sorted(covered), covered.__getitem__)
    return nlargest(most, likely, promise)


def _count(asked: Asked, covered: dict[int, float], new_ones: bool) -> None:
    seen: frozenset[int] = frozenset()
    for quality, holders in asked.holders:
        fresh = holders - seen if seen else holders
        seen |= holders
        gain = quality * asked.weight
        if new_ones:
            for number in fresh:
                covered[number] = covered.get(number, 0.0) + gain
        else:
            for number in covered.keys() & fresh:
                covered[number] += gain


def _enough(covered: dict[int, float], plan: Plan, remaining: float = 0.0) -> dict[int, float]:
    """Those that may still hold enough when words weighing `remaining` have not been looked at."""
    enough = least(plan, max(covered.values(), default=0.0)) - remaining
    return {number: gain for number, gain in covered.items() if gain >= enough}
