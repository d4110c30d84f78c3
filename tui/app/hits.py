"""The hits of a search that was opened, or the places of a quotation: which one is shown, and what of each is lit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from tui.index.lazy import Lazy
from tui.model.records import Clause
from tui.search.results import Hit, Results

_QUERY_LENGTH = 40

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Hits:
    """The results of a search, and the position (from 0) of the hit that is shown.

    With `of_quotation` they are the places of a verdict, and no search leads back to them.
    """

    results: Results
    position: int
    of_quotation: bool = False

    @cached_property
    def _rows(self) -> dict[str, int]:
        return best_rows(self.results)

    @property
    def hit(self) -> Hit:
        """The hit that is shown."""
        return self.results.hits[self.position]

    def step(self, hits: int) -> Hits:
        """The same results, so many hits further; after the last comes the first."""
        return replace(self, position=(self.position + hits) % len(self.results.hits))

    def spans(self, clause: Clause) -> Spans:
        """The words of a clause that matched, in the rendering it is read in; none where that is no hit."""
        address = clause.address
        row = self.position if self.hit.clause.address == address else self._rows.get(address)
        hit = None if row is None else self.results.hits[row]
        # What matched in another rendering is no place in this one.
        return hit.spans if hit and hit.clause.reading == clause.reading else ()

    def wording(self, clause: Clause) -> Clause:
        """Return the clause as the hit that is shown reads it: in the rendering whose words matched."""
        return self.hit.clause if self.hit.clause.address == clause.address else clause

    @property
    def label(self) -> str:
        """Which hit of how many, for what."""
        query = self.results.query.strip()
        short = query if len(query) <= _QUERY_LENGTH else query[: _QUERY_LENGTH - 1] + "…"
        place = f"{self.position + 1:,} of {len(self.results.hits):,}"
        return f"Place {place} of the quotation “{short}”" if self.of_quotation else f"Hit {place} for “{short}”"


def best_rows(results: Results) -> dict[str, int]:
    """Return the row, from 0, of the best hit at each address: a clause may be one in several renderings."""
    rows: dict[str, int] = {}
    for row, hit in enumerate(results.hits):
        rows.setdefault(hit.clause.address, row)
    return rows


def hit_clauses(results: Results) -> Lazy[Clause]:
    """Return the clauses found, the best first; each is read when it is shown."""
    hits = results.hits
    rows: dict[str, int] = {}

    def find(address: str) -> int | None:
        # Not before somebody asks: all clauses are read for it.
        if not rows:
            rows.update(best_rows(results))
        return rows.get(address)

    return Lazy(len(hits), lambda row: hits[row].clause, find)


def grown(shown: Results, further: Results) -> Results:
    """Return `further` results of a query with the hits that are `shown` first: no row changes under the cursor."""
    there = {hit.number for hit in shown.hits}
    return replace(further, hits=(*shown.hits, *(hit for hit in further.hits if hit.number not in there)))


def results_line(results: Results, *, narrowed: bool) -> str:
    """Return how many hits a search has, its time, what narrowed and widened it, and what is to be known of it.

    A search goes through everything; where the panes are narrowed (`narrowed`) that is said.
    """
    said = [
        f"{results.count} in everything" if narrowed else results.count,
        results.time,
        *filter(None, (results.narrowing,)),
        *(also.label for also in results.also),
        *results.notices,
    ]
    if results.hits:
        said.append("Enter opens")
    return " · ".join([*said, "Esc leaves"])
