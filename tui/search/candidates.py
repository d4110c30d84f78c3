"""Which clauses are worth a closer look: those that hold enough of what was asked, wherever in them it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.cancel import Cancelled, watched
from tui.search.plan import Plan

LEAST_COVERAGE: Final = 0.4
"""A hit holds at least this part of the query, by weight."""
LEAST_OF_BEST: Final = 0.55
"""And this part of what the best clause holds: where one holds all of a query, those with a word of it are noise."""

LEAST_PASTED: Final = 8
"""A query of fewer words is a phrase looked for, not a passage pasted."""
RUN: Final = 4
"""Fewer words side by side stand in too much by chance."""

_MOST_WALKED: Final = 150_000
"""How many entries of the index are walked for a query. Its rarer words come first; they decide."""
_SELDOM: Final = 300
"""A run that stands in more places than this is a formula."""
_WHOLE: Final = 60_000
"""What a query weighs in the units that are added up: whole numbers of 16 bits take half the time of other ones."""
_LOOKED_AT: Final = 20_000
"""How many places of a phrase are looked at: no reader goes through so many hits, and counting more takes time."""


class Counted(NamedTuple):
    """How many clauses there are, or the least that there are, when not all of them were counted."""

    clauses: int
    exact: bool


class Covered(NamedTuple):
    """The clauses that hold enough of a query, and how much of what was looked for each holds (in units, uint16)."""

    clauses: Array
    gains: Array


class Scratch:
    """Room to add up what each clause holds: lent out to one search at a time, and kept clean between searches."""

    def __init__(self, clauses: int) -> None:
        self.gains = np.zeros(clauses, np.uint16)
        self.word = np.zeros(clauses, np.uint16)

    def clear(self) -> None:
        """Forget what was added up."""
        # Quicker than to seek out the clauses that were walked, unless they are very few.
        self.gains.fill(0)
        self.word.fill(0)


def findable(clauses: Array, allowed: Array | None) -> Array:
    """Return which of `clauses` may be found: those `allowed` (bool, one a clause; None: all of them)."""
    return clauses if allowed is None else clauses[allowed[clauses]]


def least(plan: Plan, best: float) -> float:
    """Return the weight of query words that a hit must hold when the best clause holds `best`."""
    # A hair less, for sums taken in another order.
    return max(LEAST_COVERAGE * plan.total, LEAST_OF_BEST * best) * (1 - 1e-6)


def cover(plan: Plan, best: float, allowed: Array | None, scratch: Scratch, cancelled: Cancelled) -> Covered:
    """Return the clauses that may hold enough of the query, where others hold `best` of it. Raises `SearchCancelled`.

    The rarest words are walked first, and no more of the index than a search has time for: what a clause holds of
    the others is to be looked up in the clause.
    """
    room, remaining = _MOST_WALKED, plan.total
    only_common = all(asked.common for asked in plan.words)
    try:
        # A word that is still being typed may weigh less than a common one, and is walked before it.
        for asked in watched(sorted(plan.words, key=lambda asked: (asked.common, -asked.weight)), cancelled):
            # Once the rest together are too little, no new clause can do. Nor can one that holds none but the common
            # words of a query with others.
            if remaining < LEAST_COVERAGE * plan.total or (asked.common and not only_common) or room <= 0:
                break
            lists = [(quality, holders[: max(0, room)]) for quality, holders in asked.holders]
            _add(asked.weight * _WHOLE / plan.total, lists, scratch)
            room -= sum(len(holders) for _, holders in lists)
            remaining -= asked.weight
        return _enough(plan, best, remaining, allowed, scratch)
    finally:
        scratch.clear()


def _add(units: float, lists: list[tuple[float, Array]], scratch: Scratch) -> None:
    """Add what each clause holds of one query word, which weighs so many units: its best form there."""
    for after, (quality, holders) in enumerate(lists, 1):  # the best form comes last, and replaces lesser ones
        gain = np.uint16(quality * units)
        # No clause comes twice in a list, so this is `gains[holders] += ...`, in a third of the time.
        np.add.at(scratch.gains, holders, gain - scratch.word[holders] if after > 1 else gain)
        if after < len(lists):
            scratch.word[holders] = gain
    for _, holders in lists[:-1]:
        scratch.word[holders] = 0


def _enough(plan: Plan, best: float, remaining: float, allowed: Array | None, scratch: Scratch) -> Covered:
    """Those that may still hold enough when words weighing `remaining` have not been looked at, in their order."""
    # All clauses are gone through: that takes less time than sorting those that were walked, to have each once.
    gains = scratch.gains if allowed is None else scratch.gains * allowed
    unit = plan.total / _WHOLE
    best = max(best, int(gains.max(initial=0)) * unit)
    # Each word was counted up to a unit too low. What holds nothing of the query is never enough.
    enough = max(1, int((least(plan, best) - remaining) / unit) - len(plan.words))
    clauses = (gains >= np.uint16(enough)).nonzero()[0]
    return Covered(clauses, gains[clauses])


def first_clauses(index: TextIndex, places: Array, most: int, allowed: Array | None) -> list[int]:
    """Return the first `most` clauses in which `places` lie; where these are very many, of some of the places."""
    found = _first_of(index, places[:_LOOKED_AT], most, allowed)
    if allowed is not None and len(found) < most and len(places) > _LOOKED_AT:
        # Too few of those looked at may be found.
        found = _first_of(index, places, most, allowed)
    return found


def _first_of(index: TextIndex, places: Array, most: int, allowed: Array | None) -> list[int]:
    few = 4 * most
    if len(places) > few:
        clauses = findable(index.clauses_of(np.partition(places, few)[:few]), allowed)
        if len(clauses) >= most:
            return list(map(int, clauses[:most]))
    return list(map(int, findable(index.clauses_of(places), allowed)[:most]))


def count_clauses(index: TextIndex, places: Array, allowed: Array | None) -> Counted:
    """Return in how many clauses `places` lie; where they are very many, of the first of them."""
    exact = len(places) <= _LOOKED_AT
    return Counted(len(findable(index.clauses_of(places[:_LOOKED_AT]), allowed)), exact)


def runs_of(index: TextIndex, codes: str) -> list[Array]:
    """Return where each four words that follow one another in the query `codes` stand in the index, side by side."""
    numbers = [ord(code) for code in codes]
    return [index.places(numbers[first : first + RUN]) for first in range(len(numbers) - RUN + 1)]


def holding_runs(index: TextIndex, runs: Sequence[Array], most: int, allowed: Array | None) -> list[int]:
    """Return the clauses, `most` of them, that hold the most of the query's runs of words: of those that are seldom.

    However common its words are and however long a clause is, a run of them is no chance.
    """
    seldom = [findable(index.clauses_of(places), allowed) for places in runs if 0 < len(places) <= _SELDOM]
    if not seldom:
        return []
    clauses, counts = np.unique(np.concatenate(seldom), return_counts=True)
    return list(map(int, clauses[np.argsort(-counts, kind="stable")[:most]]))


def held_whole(index: TextIndex, codes: str, runs: Sequence[Array], allowed: Array | None) -> list[int]:
    """Return the clauses, in order, that stand word for word inside the query `codes`, of which `runs` are the runs.

    A pasted quotation may run over several clauses; each of them answers it, though none holds much of it.
    """
    if len(codes) < LEAST_PASTED:
        return []
    found: set[int] = set()
    numbers = [ord(code) for code in codes]
    for first, places in enumerate(runs):
        # Looked for only where the run stands anywhere.
        opening = index.opening_with(numbers[first : first + RUN]) if len(places) else places
        for clause in findable(opening, allowed).tolist():
            if index.length(clause) <= len(codes) - first and codes.startswith(index.text(clause), first):
                found.add(clause)
    return sorted(found)
