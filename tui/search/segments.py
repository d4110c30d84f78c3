"""Searching one segment: from a plan to the clauses that answer it, with what of them matched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.segment import Segment
from tui.search.cancel import Cancelled, watched
from tui.search.candidates import (
    Counted,
    Scratch,
    count_clauses,
    cover,
    findable,
    first_clauses,
    held_whole,
    holding_runs,
    least,
    runs_of,
)
from tui.search.company import Company
from tui.search.forms import FormFinder
from tui.search.plan import Plan
from tui.search.rank import AS_WRITTEN, Match, match
from tui.search.results import Hit, Lit, Span, joined
from tui.search.windows import Weighing
from tui.text.numbers import cuts_number

_WEIGHED: Final = 250
"""Of how many clauses the best passage is estimated: those that hold the most."""
_SORTED: Final = 5_000
"""How many are sorted to find the best of them."""
_READ: Final = 40_000
"""How many words are read for that; clauses of a hundred times the usual length would make a reader wait."""
_OTHERS: Final = 10
"""How many clauses are looked at, at the least, that do not hold the query as it was typed so far."""
_HOLDING_RUNS: Final = 8
"""How many clauses are looked at for the runs of words that they share with the query."""
_ALIGNED: Final = 30
"""How many clauses are looked at closely."""

_UNLIT: Final = Lit()


class Ranked(NamedTuple):
    """A clause of a segment, and how it answers."""

    clause: int
    match: Match


class Answer(NamedTuple):
    """The clauses looked at closely, those among them that stand whole in the query, and whether no others can do."""

    ranked: list[Ranked]
    whole: frozenset[int]
    all: bool


class SegmentSearcher:
    """Searches one segment, whose first clause has the number `offset` among all that are searched.

    It may be used from several threads at once.
    """

    def __init__(self, segment: Segment, offset: int = 0) -> None:
        self.segment = segment
        self.offset = offset
        self.index = segment.index
        self.forms = FormFinder(segment.index)
        self.company = Company(segment.index)
        self._idle: list[Scratch] = []

    def within(self, wanted: Array | None) -> Array:
        """Return which clauses may be found, as `allowed`, one bool a clause even where all may."""
        allowed = self.allowed(wanted)
        return np.ones(len(self.index), bool) if allowed is None else allowed

    def allowed(self, wanted: Array | None) -> Array | None:
        """Return which clauses may be found: those wanted (None: all) that still stand in their files."""
        alive = self.segment.alive
        if wanted is None or alive is None:
            return alive if wanted is None else wanted
        return wanted & alive

    def as_written(self, plan: Plan, most: int, allowed: Array | None) -> list[int]:
        """Return `most` clauses that hold the query word for word, the first."""
        if len(plan.phrase) == 1:
            return list(map(int, self._holders(plan, allowed)[:most]))
        return first_clauses(self.index, self._places(plan.phrase), most, allowed) if plan.phrase else []

    def wholes(self, plan: Plan, allowed: Array | None) -> list[int]:
        """Return the clauses that are the query, word for word and nothing else."""
        if not plan.phrase:
            return []
        return list(map(int, findable(self.index.wholes([ord(code) for code in plan.phrase]), allowed)))

    def longest_run(self, words: Sequence[str], first: int = 0) -> int:
        """Return how many of these folded words, from `first` on, stand side by side in some clause."""
        numbers: list[int] = []

        def stands(length: int) -> bool:
            numbers.extend(map(self.index.number, words[first + len(numbers) : first + length]))
            return bool(len(self.index.places(numbers[:length])))

        # A run that stands nowhere makes every longer one stand nowhere: twice as long is tried as often as it helps.
        most = len(words) - first
        length = 1
        while length <= most and stands(length):
            length *= 2
        tried = range(length // 2, min(length, most + 1))
        return tried[bisect_left(tried, True, lo=1, key=lambda longer: not stands(longer)) - 1] if length > 1 else 0

    def standing(self, words: Sequence[str], most: int) -> tuple[list[Hit], int]:
        """Return clauses, `most` of them, that have these folded words in a row, and how many do, or at least do."""
        numbers = [self.index.number(word) for word in words]
        alive = self.segment.alive
        places = self.index.places(numbers)
        run = "".join(map(chr, numbers))
        hits = []
        for clause in first_clauses(self.index, places, most, alive) if most > 0 else ():
            first = self.index.text(clause).index(run)
            passage = self.index.span(clause, first, first + len(run) - 1)
            hits.append(
                Hit(self.offset + clause, partial(self.segment.clause, clause), AS_WRITTEN, (passage,), passage)
            )
        return hits, count_clauses(self.index, places, alive).clauses

    def occurrences(self, word: str) -> tuple[int, int]:
        """Return how often this folded word stands in clauses, and in how many of them."""
        places = self.index.places([self.index.number(word)])
        if self.segment.alive is not None:
            places = places[self.segment.alive[self.index.clause_of_each(places)]]
        return len(places), len(self.index.clauses_of(places))

    def count_as_written(self, plan: Plan, allowed: Array | None) -> Counted:
        """Return how many clauses hold the query word for word."""
        if len(plan.phrase) == 1:
            return Counted(len(self._holders(plan, allowed)), True)
        return count_clauses(self.index, self._places(plan.phrase), allowed)

    def answer(
        self,
        plan: Plan,
        written: Sequence[int],
        codes: str,
        most: int,
        best: float,
        allowed: Array | None,
        cancelled: Cancelled,
    ) -> Answer:
        """Return the clauses that answer best, `most` or somewhat more. Raises `SearchCancelled`.

        `written` are those that hold the query word for word; `codes` the query with a code for each word; `best` is
        the weight of the query words that a clause of another segment holds.
        """
        most = max(most, _ALIGNED)
        begun = self._begun(plan, most, allowed)
        # Where many hold what was typed so far, few others need a look.
        others = max(_OTHERS, most - len(written) - len(begun))
        weighing = Weighing(self.index, plan)
        known = np.array([*written, *begun], np.int64)
        promising, everything = self._promising(plan, weighing, others, known, best, allowed, cancelled)
        runs = runs_of(self.index, codes)
        whole = held_whole(self.index, codes, runs, allowed)
        holding = holding_runs(self.index, runs, _HOLDING_RUNS, allowed)
        chosen = dict.fromkeys((*written, *begun, *promising, *holding, *whole))
        matched = self._matched(plan, weighing, chosen, cancelled, frozenset(whole), best)
        return Answer(matched, frozenset(whole), everything)

    def match(self, plan: Plan, clauses: Iterable[int], cancelled: Cancelled) -> list[Ranked]:
        """Look at clauses closely; return those that answer. Raises `SearchCancelled`."""
        numbers = list(clauses)
        return self._matched(plan, Weighing(self.index, plan), numbers, cancelled, frozenset(numbers), 0.0)

    def _matched(
        self,
        plan: Plan,
        weighing: Weighing,
        clauses: Iterable[int],
        cancelled: Cancelled,
        kept: Collection[int],
        best: float,
    ) -> list[Ranked]:
        """The same without those that cannot hold enough where others hold `best`; the `kept` are looked at anyway."""
        numbers = list(clauses)
        looked = zip(numbers, weighing.look(np.array(numbers, np.int64)), strict=True)
        ranked: list[Ranked] = []
        for number, seen in watched(looked, cancelled, every=16):
            if found := match(*seen, plan, 0.0 if number in kept else least(plan, best)):
                ranked.append(Ranked(number, found))
                best = max(best, found.held)
        return ranked

    def hit(self, clause: int, found: Match | None, lit: Lit = _UNLIT) -> Hit:
        """Return a clause as a hit: of bare words that it answers, if there are any, and of what else lights in it."""
        places = found.lit if found else lit.words
        if found and lit.words:
            places = sorted({*found.lit, *lit.words})
        spans = tuple(self.index.span(clause, first, last) for first, last in _runs(places))
        if lit.matched:
            spans = joined((*spans, *lit.matched))
        passage: Span = self.index.span(clause, found.first, found.last) if found else spans[0] if spans else (0, 0)
        score = round(found.score, 1) if found else AS_WRITTEN
        return Hit(self.offset + clause, lambda: self.segment.clause(clause), score, spans, passage)

    def cuts_number(self, clause: int, found: Match) -> bool:
        """Whether of a clause nothing is lit but what begins or ends inside of a number."""
        text = self.index.original(clause)
        return all(cuts_number(text, *self.index.span(clause, first, last)) for first, last in _runs(found.lit))

    def _holders(self, plan: Plan, allowed: Array | None) -> Array:
        """The clauses that hold a query of one word."""
        return findable(self.index.holders(ord(plan.phrase)), allowed)

    def _places(self, codes: str, endings: range | None = None) -> Array:
        return self.index.places([ord(code) for code in codes], endings)

    def _begun(self, plan: Plan, most: int, allowed: Array | None) -> list[int]:
        """Those that hold the query so but for a last word that is not finished."""
        if not (plan.head and plan.endings):
            return []
        return first_clauses(self.index, self._places(plan.head, plan.endings), most, allowed)

    def _promising(
        self,
        plan: Plan,
        weighing: Weighing,
        most: int,
        known: Array,
        best: float,
        allowed: Array | None,
        cancelled: Cancelled,
    ) -> tuple[list[int], bool]:
        """The clauses that promise the most, those first, and whether none was left out that might do.

        The `known` ones are looked at anyway.
        """
        with self._scratch() as scratch:
            covered = cover(plan, best, allowed, scratch, cancelled)
        clauses, gains = covered
        if most < len(clauses) <= most + len(known):
            others = ~np.isin(clauses, known)
            clauses, gains = clauses[others], gains[others]
        everything = len(clauses) <= most
        if len(clauses) > _WEIGHED:
            clauses = clauses[_first_best(gains, _WEIGHED)]
        if len(clauses) > most:
            clauses = clauses[self._short_enough(clauses, most)]
            rated = weighing.rate(clauses)
            clauses = clauses[_first_best(rated, most)]
        return clauses.tolist(), everything

    def _short_enough(self, clauses: Array, most: int) -> Array:
        """Return which clauses are read to weigh them: the longest are left out when together they are too much."""
        lengths = self.index.lengths(clauses)
        by_length = np.argsort(lengths, kind="stable")
        read = np.searchsorted(np.cumsum(lengths[by_length]), _READ, "right")
        return np.sort(by_length[: max(most, int(read))])

    @contextmanager
    def _scratch(self) -> Iterator[Scratch]:
        """Lend room to add up in; a search at a time in each."""
        scratch = self._idle.pop() if self._idle else Scratch(len(self.index))
        try:
            yield scratch
        finally:
            self._idle.append(scratch)


def _first_best(ratings: Array, most: int) -> Array:
    """Return the places of the `most` best ratings, all above 0; of equals, or nearly equals, the first.

    Of very many, no two are told apart that are nearer than a thousandth of the best: a full sort takes longer, and
    NumPy's selection longer still where very many are equal.
    """
    if len(ratings) > _SORTED:
        ratings = (ratings * (1_000 / ratings.max())).astype(np.int16)
        at_least = np.cumsum(np.bincount(ratings)[::-1])
        edge = len(at_least) - 1 - int(np.searchsorted(at_least, most))
        better = np.flatnonzero(ratings > edge)
        return np.concatenate((better, np.flatnonzero(ratings == edge)[: most - len(better)]))
    # No sign is put before them: they may be of a type that has none.
    return np.argsort(ratings.max(initial=0) - ratings, kind="stable")[:most]


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring positions: `[first, last]` of each run."""
    if not places:
        return
    first = last = places[0]
    for place in places[1:]:
        if place > last + 1:
            yield first, last
            first = place
        last = place
    yield first, last
