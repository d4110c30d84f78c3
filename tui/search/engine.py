"""Finding a phrase in clauses, however badly it is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from tui.index.arrays import Array
from tui.index.segment import Segment, segment_of
from tui.model.records import AliasSet, Clause
from tui.search.aliases import Aliases, Named
from tui.search.cancel import Cancelled, SearchCancelled, never
from tui.search.candidates import Counted, least
from tui.search.near import Meant
from tui.search.plan import Plan, best_forms, make_plan, weigh
from tui.search.query import Query, read_query
from tui.search.results import Also, Results
from tui.search.segments import Ranked, SegmentSearcher
from tui.search.weigh import COMMON, share

__all__ = ["SearchCancelled", "Searcher", "never", "searcher_of"]

_LEAST_SCORE: Final = 35.0
"""Below this a clause holds a few words of the query strewn about."""

Allowed = Sequence[Array | None]
"""For each segment which of its clauses may be found (bool, one a clause); None for all of them."""


class _Task(NamedTuple):
    """A query in one segment."""

    segment: SegmentSearcher
    plan: Plan
    allowed: Array | None


class _Found(NamedTuple):
    segment: SegmentSearcher
    ranked: Ranked


class Searcher:
    """Searches segments; their order, and that of the clauses in each, decides between equals.

    It may be used from several threads at once: it only remembers what it worked out about words.
    """

    def __init__(self, segments: Sequence[Segment], aliases: Iterable[AliasSet] = ()) -> None:
        offsets = [0, *accumulate(len(segment.index) for segment in segments)]
        self._segments = list(map(SegmentSearcher, segments, offsets))
        self._clauses = offsets[-1]
        self._aliases = Aliases(aliases)

    def search(
        self, query: str, *, limit: int = 100, allowed: Allowed | None = None, cancelled: Cancelled = never
    ) -> Results:
        """Return the clauses that answer `query`, any string at all, the best `limit` (0 or more) of them.

        `cancelled` is asked now and then whether to give up; `SearchCancelled` is raised when it says so. Nothing
        else is.
        """
        asked = read_query(query)
        if not asked.words:
            return Results(query, (), 0, (), asked.notices)
        limit = max(0, limit)
        named = list(self._aliases.find(asked.words))
        try:
            tasks = self._tasks(asked, named, allowed or [None] * len(self._segments), cancelled)
            found, counted = self._rank(tasks, asked, limit, cancelled)
            hits = tuple(segment.hit(ranked) for segment, ranked in found[:limit])
        finally:
            for segment in self._segments:
                segment.segment.release()
        also = tuple(_also(asked, one) for one in named)
        return Results(query, hits, counted.clauses, also, asked.notices, counted.exact)

    def _tasks(self, asked: Query, named: Sequence[Named], allowed: Allowed, cancelled: Cancelled) -> list[_Task]:
        """Plan the query for each segment, with the same weights in all of them."""
        meant = [self._meant(word.folded) for word in asked.words]
        forms = [segment.forms.find(asked, meant, named, cancelled) for segment in self._segments]
        indexes = [segment.index for segment in self._segments]
        count = len(asked.words)
        best = [best_forms(index, count, found) for index, found in zip(indexes, forms, strict=True)]
        weights = weigh(asked, best, self._clauses)
        return [
            _Task(segment, make_plan(segment.index, asked, found, weights), segment.allowed(wanted))
            for segment, found, wanted in zip(self._segments, forms, allowed, strict=True)
        ]

    def _meant(self, word: str) -> Meant:
        numbers = [(segment.index, segment.index.number(word)) for segment in self._segments]
        holders = sum(index.frequency(number) for index, number in numbers if number)
        return Meant(word, holders > 0, holders > 0 and share(word, holders, self._clauses) > COMMON)

    def _rank(
        self, tasks: Sequence[_Task], asked: Query, limit: int, cancelled: Cancelled
    ) -> tuple[list[_Found], Counted]:
        """The hits among the clauses that were looked at closely, the best first, and how many hits there are."""
        written = [task.segment.as_written(task.plan, limit, task.allowed) for task in tasks]
        if sum(map(len, written)) >= limit:
            found = [
                _Found(task.segment, ranked)
                for task, clauses in zip(tasks, written, strict=True)
                for ranked in task.segment.match(task.plan, clauses, cancelled)
            ]
            counts = [task.segment.count_as_written(task.plan, task.allowed) for task in tasks]
            return found, Counted(sum(count.clauses for count in counts), all(count.exact for count in counts))
        return self._rank_others(tasks, written, asked, limit, cancelled)

    def _rank_others(
        self,
        tasks: Sequence[_Task],
        written: Sequence[list[int]],
        asked: Query,
        limit: int,
        cancelled: Cancelled,
    ) -> tuple[list[_Found], Counted]:
        """As `_rank`, where too few clauses hold the query as it is written."""
        answers = []
        for task, clauses in zip(tasks, written, strict=True):
            # A word that no clause holds has the number 0, which breaks a run.
            codes = "".join(chr(task.segment.index.number(word.folded)) for word in asked.words)
            answers.append(task.segment.answer(task.plan, clauses, codes, limit, task.allowed, cancelled))
        held = [ranked.match.held for answer in answers for ranked in answer.ranked]
        enough = least(tasks[0].plan, max(held, default=0.0)) if tasks else 0.0
        kept = [
            _Found(task.segment, ranked)
            for task, answer in zip(tasks, answers, strict=True)
            for ranked in answer.ranked
            if ranked.clause in answer.whole or (ranked.match.held >= enough and ranked.match.score >= _LEAST_SCORE)
        ]
        kept.sort(key=lambda found: -round(found.ranked.match.score, 6))
        # Where clauses were left out, what was kept are not all the hits there are, unless they are fewer than wanted.
        return kept, Counted(len(kept), len(kept) < limit or all(answer.all for answer in answers))


def searcher_of(clauses: Sequence[Clause], aliases: Iterable[AliasSet] = ()) -> Searcher:
    """Return a searcher of clauses that are in memory, each in the rendering that is read first."""
    return Searcher([segment_of(clauses)], aliases)


def _also(asked: Query, named: Named) -> Also:
    words = asked.words[named.first : named.first + named.count]
    return Also(asked.text[words[0].start : words[-1].end], named.names)
