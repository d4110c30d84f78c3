"""Finding a phrase in clauses, however badly it is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tui.index.postings import Postings
from tui.model.records import AliasSet, Clause
from tui.search.aliases import Aliases
from tui.search.cancel import Cancelled, SearchCancelled, never, watched
from tui.search.candidates import as_begun, as_written, choose, cover, held_whole, least
from tui.search.forms import FormFinder
from tui.search.plan import Plan, make_plan
from tui.search.query import read_query
from tui.search.rank import Match, match
from tui.search.results import Hit, Results, Span

__all__ = ["SearchCancelled", "Searcher", "never"]

_LEAST_SCORE: Final = 35.0
"""Below this a clause holds a few words of the query strewn about."""
_NO_WORD: Final = "\U0010ffff"
_ALIGNED: Final = 150
"""How many clauses are looked at closely."""

_Ranked = list[tuple[int, Match]]


class Searcher:
    """Searches a fixed list of clauses; the order of the list decides between equals.

    It may be used from several threads at once: it only remembers what it worked out about words.
    """

    def __init__(self, clauses: Sequence[Clause], aliases: Iterable[AliasSet] = ()) -> None:
        self._postings = Postings(clauses)
        self._forms = FormFinder(self._postings, Aliases(aliases))

    def search(self, query: str, *, limit: int = 100, cancelled: Cancelled = never) -> Results:
        """Return the clauses that answer `query`, any string at all, the best `limit` (0 or more) of them.

        `cancelled` is asked now and then whether to give up; `SearchCancelled` is raised when it says so. Nothing
        else is.
        """
        asked = read_query(query)
        if not asked.words:
            return Results(query, (), 0, (), asked.notices)
        forms = self._forms.find(asked, cancelled)
        plan = make_plan(self._postings, asked, forms)
        # A word that no clause holds breaks a run.
        codes = "".join(self._postings.code(word.folded) or _NO_WORD for word in asked.words)
        ranked, total = self._rank(plan, limit, frozenset(held_whole(self._postings, codes)), cancelled)
        hits = tuple(self._hit(number, found) for number, found in ranked[: max(0, limit)])
        return Results(query, hits, total, forms.also, asked.notices)

    def _rank(self, plan: Plan, limit: int, whole: frozenset[int], cancelled: Cancelled) -> tuple[_Ranked, int]:
        """The clauses that were looked at closely and are hits, the best first, and how many hits there are.

        Those in `whole` stand word for word in the query, and are hits however little of it they are.
        """
        covered = cover(plan, cancelled)
        ranked: _Ranked = []
        chosen = dict.fromkeys((*self._chosen(plan, covered, limit), *sorted(whole)))
        for number in watched(list(chosen), cancelled, every=16):
            if found := match(self._postings.text(number), plan):
                ranked.append((number, found))
        enough = least(plan, max((found.held for _, found in ranked), default=0.0))
        kept = [
            (number, found)
            for number, found in ranked
            if number in whole or (found.held >= enough and found.score >= _LEAST_SCORE)
        ]
        kept.sort(key=lambda entry: (-round(entry[1].score, 6), entry[0]))
        if len(kept) < limit:  # not even those that promised the most are all hits
            return kept, len(kept)
        return kept, max(len(kept), len(covered) - len(ranked) + len(kept))

    def _chosen(self, plan: Plan, covered: dict[int, float], limit: int) -> list[int]:
        """The clauses to look at closely; those with the query as written alone, when they are enough."""
        exact = as_written(self._postings, plan)
        if len(exact) >= limit:
            return exact[: max(0, limit)]
        most = max(limit, _ALIGNED)
        begun = as_begun(self._postings, plan)[:most]
        return list(dict.fromkeys((*exact, *begun, *choose(self._postings, plan, covered, most))))

    def _hit(self, number: int, found: Match) -> Hit:
        spans = tuple(self._postings.span(number, first, last) for first, last in _runs(found.lit))
        passage: Span = self._postings.span(number, found.first, found.last)
        return Hit(self._postings.clauses[number], round(found.score, 1), spans, passage)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring positions: `[first, last]` of each run."""
    first = last = places[0]
    for place in places[1:]:
        if place > last + 1:
            yield first, last
            first = place
        last = place
    yield first, last
