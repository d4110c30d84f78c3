"""From bare words, planned for each segment, to the clauses that answer them, the best first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.index.arrays import Array
from tui.search.cancel import Cancelled
from tui.search.candidates import Counted, least
from tui.search.plan import Plan
from tui.search.query import BareWords
from tui.search.rank import AS_WRITTEN
from tui.search.segments import Answer, Ranked, SegmentSearcher

_LEAST_SCORE: Final = 35.0
"""Below this a clause holds a few words of the query strewn about."""

_ALIKE: Final = 200
"""So many clauses that hold a number as it was written are looked at: whether it is a part of another is to be seen."""


class Task(NamedTuple):
    """Bare words in one segment, and which of its clauses may be found (bool, one a clause; None: all of them).

    `indirect` says of which the words are not the document's own but tell what it says (None: of none).
    """

    segment: SegmentSearcher
    plan: Plan
    allowed: Array | None
    indirect: Array | None

    def found(self, ranked: Ranked) -> Found:
        """Return a clause that answers as found by this task."""
        return Found(self.segment, ranked, self.indirect is not None and bool(self.indirect[ranked.clause]))


class Found(NamedTuple):
    """A clause of a segment, how it answers, and whether its words only tell what a document says."""

    segment: SegmentSearcher
    ranked: Ranked
    indirect: bool

    @property
    def number(self) -> int:
        """Its place among all that are searched."""
        return self.segment.offset + self.ranked.clause


def rank(tasks: Sequence[Task], asked: BareWords, limit: int, cancelled: Cancelled) -> tuple[list[Found], Counted]:
    """Return the hits among the clauses that were looked at closely, the best first, and how many hits there are.

    Those are `limit` and perhaps more. Raises `SearchCancelled`.
    """
    numbered = any(char.isdigit() for word in (*asked.words[:1], *asked.words[-1:]) for char in word.folded)
    order = _whole_numbers_first if numbered else _order
    written = [_as_written(task, max(limit, _ALIKE) if numbered else limit) for task in tasks]
    if sum(map(len, written)) >= limit:
        found = [
            task.found(ranked)
            for task, clauses in zip(tasks, written, strict=True)
            for ranked in task.segment.match(task.plan, clauses, cancelled)
        ]
        found.sort(key=order)
        counts = [task.segment.count_as_written(task.plan, task.allowed) for task in tasks]
        # Others answer it as well, less well, unless it is one word that stands for nothing else.
        exact = all(count.exact and len(task.plan.pieces) == 1 for count, task in zip(counts, tasks, strict=True))
        return found, Counted(sum(count.clauses for count in counts), exact and len(asked.words) == 1)
    found, count = _rank_others(tasks, written, asked, limit, cancelled)
    found.sort(key=order)
    return found, count


def _as_written(task: Task, most: int) -> list[int]:
    """Return `most` clauses that hold the query word for word: those that are nothing else, then the document's own."""
    segment, plan, allowed, indirect = task
    wholes = segment.wholes(plan, allowed)
    if indirect is None:
        own, told = segment.as_written(plan, most, allowed), []
    else:
        own = segment.as_written(plan, most, ~indirect if allowed is None else allowed & ~indirect)
        told = segment.as_written(plan, most - len(own), indirect if allowed is None else allowed & indirect)
    return list(dict.fromkeys((*wholes, *own, *told)))[:most]


def _rank_others(
    tasks: Sequence[Task], written: Sequence[list[int]], asked: BareWords, limit: int, cancelled: Cancelled
) -> tuple[list[Found], Counted]:
    """As `rank`, in no order, where too few clauses hold the words as they are written."""
    answers: list[Answer] = []
    best = 0.0
    for task, clauses in zip(tasks, written, strict=True):
        # A word that no clause holds has the number 0, which breaks a run.
        codes = "".join(chr(task.segment.index.number(word.folded)) for word in asked.words)
        answer = task.segment.answer(task.plan, clauses, codes, limit, best, task.allowed, cancelled)
        answers.append(answer)
        best = max(best, *(ranked.match.held for ranked in answer.ranked), 0.0)
    enough = least(tasks[0].plan, best) if tasks else 0.0
    kept = [
        task.found(ranked)
        for task, answer in zip(tasks, answers, strict=True)
        for ranked in answer.ranked
        if ranked.clause in answer.whole or (ranked.match.held >= enough and ranked.match.score >= _LEAST_SCORE)
    ]
    # Where clauses were left out, what was kept are not all the hits there are, however few they are.
    return kept, Counted(len(kept), all(answer.all for answer in answers))


def _whole_numbers_first(found: Found) -> tuple[float, bool, tuple[float, bool, bool, int, int]]:
    """As `_order`; but where the words stand as they were written only as a part of a number, behind where they do so.

    500 is found in 1,500, too, since signs between words count for nothing; but it was hardly meant.
    """
    order = _order(found)
    match = found.ranked.match
    part = match.score >= AS_WRITTEN and found.segment.cuts_number(found.ranked.clause, match)
    return order[0], part, order


def _order(found: Found) -> tuple[float, bool, bool, int, int]:
    """The best first; of equals what is nothing else, then the document's own words, then what is little else.

    Scores that are shown alike are equal. Where the words stand as they were written, how much else a clause holds
    makes no difference.
    """
    match = found.ranked.match
    score = round(match.score, 1)
    length = found.segment.index.length(found.ranked.clause)
    written = score >= AS_WRITTEN
    more = written and length > match.last - match.first + 1
    return -score, more, found.indirect, 0 if written else length, found.number
