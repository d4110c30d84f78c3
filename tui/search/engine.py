"""Finding clauses: bare words however badly they are remembered, and all else that the query language can ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from time import perf_counter
from typing import Final

import numpy as np

from tui.index.arrays import Array
from tui.index.catalogue import Catalogue
from tui.index.mapped import mapped_bytes
from tui.index.narrowing import Narrowing
from tui.index.segment import Segment, segment_of
from tui.model.records import AliasSet, Clause
from tui.model.vocabulary import Speech
from tui.search.atoms.read import mask_of
from tui.search.by_date import ByDate
from tui.search.cancel import Cancelled, SearchCancelled, never
from tui.search.conditions import Conditions, Reader
from tui.search.language.parse import parse
from tui.search.language.tree import Fuzzy, Query, Sort
from tui.search.light import Lighting
from tui.search.narrow import Narrowed, narrowed
from tui.search.pasted import as_plain_words
from tui.search.plan import make_plan
from tui.search.planner import Meaning, Planner
from tui.search.query import BareWords, read_words
from tui.search.rank import AS_WRITTEN, Match
from tui.search.ranking import Task, rank
from tui.search.results import Hit, Results
from tui.search.segments import SegmentSearcher
from tui.search.verbatim import verbatim
from tui.text.counting import counted

__all__ = ["SearchCancelled", "Searcher", "never", "searcher_of", "searcher_through"]

MOST_SORTED: Final = 1_000
"""Of how many hits of bare words an order by date is made."""

_MOST_MAPPED: Final = 96 << 20
"""How many bytes of files a program may hold between searches."""

_NONE: Final = np.zeros(0, bool)
_NOTHING: Final = "nothing to search for: the query has no letters or digits"
_ORDER_ALONE: Final = "nothing to search for: the query has only an order"
_NO_DATES: Final = "sort: was left out: what is open is searched by its words alone"

Allowed = Sequence[Array | None]
"""For each segment which of its clauses may be found (bool, one a clause); None for all of them."""


class Searcher:
    """Searches segments; their order, and that of the clauses in each, decides between equals.

    Fields and dates are looked up in `narrowing`; without one they are left out, with a notice. It may be used from
    several threads at once: it only remembers what it worked out about words.
    """

    def __init__(
        self, segments: Sequence[Segment], aliases: Iterable[AliasSet] = (), narrowing: Narrowing | None = None
    ) -> None:
        offsets = [0, *accumulate(len(segment.index) for segment in segments)]
        self._segments = list(map(SegmentSearcher, segments, offsets))
        self._planner = Planner(self._segments, aliases)
        self._reader = Reader(self._segments, self._planner, narrowing)
        self._narrowing = narrowing

    def search(
        self, query: str, *, limit: int = 100, allowed: Allowed | None = None, cancelled: Cancelled = never
    ) -> Results:
        """Return the clauses that answer `query`, any string at all, the best `limit` (0 or more) of them.

        `cancelled` is asked now and then whether to give up; `SearchCancelled` is raised when it says so. Nothing
        else is.
        """
        begun = perf_counter()
        wanted = allowed or [None] * len(self._segments)
        asked = parse(query)
        try:
            results = self._answer(query, asked, max(0, limit), wanted, cancelled)
            if not results.total and (plain := as_plain_words(query, asked)):
                again = self._answer(query, plain, max(0, limit), wanted, cancelled)
                results = again if again.total else results
        finally:
            self._release()
        return replace(results, seconds=perf_counter() - begun)

    def longest_run(self, words: Sequence[str], first: int = 0) -> int:
        """Return how many of these folded words, from `first` on, stand side by side in some clause."""
        return max((segment.longest_run(words, first) for segment in self._segments), default=0)

    def standing(self, words: Sequence[str], *, limit: int) -> tuple[list[Hit], int]:
        """Return clauses, `limit` of them, that have these folded words in a row, and how many do, or at least do.

        Nothing but the words is compared: what stands between them may differ.
        """
        hits: list[Hit] = []
        total = 0
        try:
            for segment in self._segments:
                found, count = segment.standing(words, limit - len(hits))
                hits += found
                total += count
        finally:
            self._release()
        return hits, total

    def occurrences(self, word: str) -> tuple[int, int]:
        """Return how often this folded word stands in wordings, and in how many of them."""
        try:
            counts = [segment.occurrences(word) for segment in self._segments]
        finally:
            self._release()
        return sum(times for times, _ in counts), sum(wordings for _, wordings in counts)

    def telling(self, words: Iterable[str]) -> list[str]:
        """Return those of these folded words that stand somewhere and are not common, the rarest first, each once."""
        return self._planner.telling(words)

    def _answer(self, query: str, asked: Query, limit: int, allowed: Allowed, cancelled: Cancelled) -> Results:
        bare = _bare_words(asked)
        # Bare words alone, as most queries are, need nothing but their ranking.
        conditions = self._reader.read(asked, cancelled) if len(asked.groups) > (bare is not None) else Conditions()
        if bare:
            results = self._ranked(asked, bare, conditions, limit, allowed, cancelled)
        elif conditions.groups:
            results = self._listed(asked, conditions, limit, allowed, cancelled)
        else:
            nothing = () if asked.notices or conditions.notices else (_ORDER_ALONE if asked.sort else _NOTHING,)
            results = Results(query, (), 0, notices=nothing)
        cut = bare.notices if bare else ()
        hits = self._verbatim_first(
            verbatim(query, asked, self._segments, allowed, limit), results, conditions, cancelled
        )
        notices = dict.fromkeys((*asked.notices, *cut, *conditions.notices, *results.notices))
        return replace(
            results,
            query=query,
            hits=hits[:limit],
            total=max(results.total, len(hits)),
            also=tuple(dict.fromkeys((*results.also, *conditions.also))),
            notices=tuple(notices),
            asked=asked,
            narrowed=conditions.names,
        )

    def _release(self) -> None:
        """Give back the memory that reading took, where that is much: reading it again takes time, too."""
        mapped = mapped_bytes()
        if mapped is None or mapped > _MOST_MAPPED:
            for segment in self._segments:
                segment.segment.release()

    # Bare words: ranked

    def _ranked(
        self,
        asked: Query,
        words: BareWords,
        conditions: Conditions,
        limit: int,
        allowed: Allowed,
        cancelled: Cancelled,
    ) -> Results:
        meaning = self._planner.meaning(words, cancelled)
        tasks = self._tasks(meaning, allowed)
        complete = True
        notices: list[str] = []
        if conditions.groups:
            _, complete, notices = left = self._left(conditions, tasks, cancelled)
            tasks = [task._replace(allowed=mask) for task, mask in zip(tasks, left.masks, strict=True)]
        by_date = self._by_date(asked, notices)
        found, count = rank(tasks, words, max(limit, MOST_SORTED) if by_date else limit, cancelled)
        if by_date:
            if not count.exact or count.clauses > len(found):
                notices.append(f"sorted by date are the best {counted(len(found), 'hit')}; there are more")
            numbers = np.array([one.number for one in found], np.int64)
            found = [found[place] for place in by_date.places(numbers, limit).tolist()]
        if conditions.groups:
            matches = {one.number: one.ranked.match for one in found[:limit]}
            hits = self._lit(matches, conditions, notices, cancelled)
        else:
            hits = tuple(one.segment.hit(one.ranked.clause, one.ranked.match) for one in found[:limit])
        return Results("", hits, count.clauses, meaning.also, tuple(notices), count.exact and complete)

    def _tasks(self, meaning: Meaning, allowed: Allowed) -> list[Task]:
        return [
            Task(
                segment, make_plan(segment.index, meaning.words, forms, meaning.weights), segment.allowed(wanted), told
            )
            for segment, forms, wanted, told in zip(self._segments, meaning.forms, allowed, self._indirect, strict=True)
        ]

    @cached_property
    def _indirect(self) -> Sequence[Array | None]:
        """For each segment, which clauses do not have the document's own words; None where all have them."""
        if self._narrowing is None:
            return [None] * len(self._segments)
        return [mask if mask.any() else None for mask in self._narrowing.having("is", [Speech.INDIRECT])]

    def _left(self, conditions: Conditions, tasks: Sequence[Task], cancelled: Cancelled) -> Narrowed:
        """What the conditions leave. Patterns are tried on no clause that the bare words cannot find."""
        within = []
        for segment, plan, allowed, _ in tasks:
            mask = segment.within(allowed)
            if conditions.has_patterns:
                telling = [asked for asked in plan.words if not asked.common] or plan.words
                mask = mask & mask_of(len(mask), (held for asked in telling for _, held in asked.holders))
            within.append(mask)
        return narrowed(conditions, [segment.index for segment in self._segments], within, cancelled)

    # No bare words: all that meet the conditions

    def _listed(
        self, asked: Query, conditions: Conditions, limit: int, allowed: Allowed, cancelled: Cancelled
    ) -> Results:
        within = [segment.within(wanted) for segment, wanted in zip(self._segments, allowed, strict=True)]
        indexes = [segment.index for segment in self._segments]
        masks, complete, notices = narrowed(conditions, indexes, within, cancelled)
        by_date = self._by_date(asked, notices)
        numbers = np.flatnonzero(np.concatenate([_NONE, *masks]))
        total = len(numbers)
        numbers = numbers[by_date.places(numbers, limit)] if by_date else numbers[:limit]
        hits = self._lit(dict.fromkeys(numbers.tolist()), conditions, notices, cancelled)
        return Results("", hits, total, (), tuple(notices), complete, matching=masks if complete else None)

    # Either

    def _verbatim_first(
        self, first: Mapping[int, Match], results: Results, conditions: Conditions, cancelled: Cancelled
    ) -> tuple[Hit, ...]:
        """Return the hits with those before all others that hold the query as it was typed."""
        known = {hit.number: hit for hit in results.hits}
        missing = {number: match for number, match in first.items() if number not in known}
        if missing:
            known |= {hit.number: hit for hit in self._lit(missing, conditions, [], cancelled)}
        others = (hit for hit in results.hits if hit.number not in first)
        return (*(replace(known[number], score=AS_WRITTEN) for number in first), *others)

    def _lit(
        self, matches: Mapping[int, Match | None], conditions: Conditions, notices: list[str], cancelled: Cancelled
    ) -> tuple[Hit, ...]:
        """The clauses with these numbers as hits, in this order, all lit that the conditions ask for."""
        lighting = Lighting(conditions)
        hits: dict[int, Hit] = {}
        for place, segment in enumerate(self._segments):
            own = range(segment.offset, segment.offset + len(segment.index))
            clauses = [number - segment.offset for number in matches if number in own]
            for clause, lit in zip(clauses, lighting.light(place, segment.index, clauses, cancelled), strict=True):
                number = segment.offset + clause
                hits[number] = segment.hit(clause, matches[number], lit)
        notices += lighting.notices
        return tuple(hits[number] for number in matches)

    def _by_date(self, asked: Query, notices: list[str]) -> ByDate | None:
        if asked.sort in (None, Sort.SCORE):
            return None
        if self._narrowing is None:
            notices.append(_NO_DATES)
            return None
        return ByDate(self._narrowing, newest=asked.sort is Sort.NEWEST)


def _bare_words(asked: Query) -> BareWords | None:
    one = asked.fuzzy
    return read_words(one.atom.text, unfinished=one.unfinished) if one and isinstance(one.atom, Fuzzy) else None


def searcher_through(catalogue: Catalogue, narrowing: Narrowing | None = None) -> Searcher:
    """Return a searcher of all that a catalogue holds; fields are looked up in its own filters by default."""
    return Searcher(catalogue.segments(), catalogue.aliases(), narrowing or catalogue.filters())


def searcher_of(
    clauses: Sequence[Clause], aliases: Iterable[AliasSet] = (), narrowing: Narrowing | None = None
) -> Searcher:
    """Return a searcher of clauses that are in memory, each in the rendering that is read first."""
    return Searcher([segment_of(clauses)], aliases, narrowing)
