"""The hits of a search that was left for one of them, or the places of a quotation: n and N go on from hit to hit."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.app.hits import Hits, Spans, hit_clauses
from tui.app.messages import LibraryOpened
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING, SUMMITS
from tui.app.screens.searching import SearchingScreen
from tui.app.widgets.row_list import RowList
from tui.index.scope import EVERYTHING
from tui.model.records import Clause
from tui.search.results import Hit


class SteppingScreen(SearchingScreen):
    """Once a hit of a search is opened in its place, all of them stay as `hits`, and what matched stays lit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "hit(1)", "Next hit", show=False, id="room.next-hit"),
        Binding("N", "hit(-1)", "Previous hit", show=False, id="room.previous-hit"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | n / N | next, previous hit |
    """

    hits: Hits | None = None

    # What the linked panes ask

    @property
    def _hit_under_cursor(self) -> Hit | None:
        """The hit under the cursor, while a search is open."""
        cursor = self.clauses.cursor
        return self.results.hits[cursor] if self.results is not None and cursor is not None else None

    @property
    def _hits_read(self) -> Hits | None:
        """The hits of which the one that was opened is read."""
        hits, clause = self.hits, self.clauses.clause
        if hits is None or clause is None or self.results is not None:
            return None
        return hits if hits.hit.clause.address == clause.address else None

    def spans_of(self, clause: Clause) -> Spans:
        """Return the words of a clause that matched the search."""
        if self.results is not None:
            hit = self._hit_under_cursor
            return hit.spans if hit and hit.clause is clause else ()
        return self.hits.spans(clause) if self.hits else ()

    def wording(self, clause: Clause) -> Clause:
        """Return the clause in the rendering whose words matched."""
        return self.hits.wording(clause) if self.hits and self.results is None else clause

    @property
    def passage(self) -> tuple[int, int] | None:
        """The passage of the hit under the cursor, or of the one that was opened."""
        if self.results is not None:
            line, hit = self.concordance.line if self.concorded else None, self._hit_under_cursor
            return (line.start, line.end) if line else hit.passage if hit else None
        read = self._hits_read
        return read.hit.passage if read else None

    @property
    def query_at_hand(self) -> str | None:
        """The query of the hits that are shown, or of the hit that was opened, while that is read."""
        if self.results is not None:
            return self.results.query
        read = self._hits_read
        return read.results.query if read else None

    def state_lines(self) -> list[str]:
        """Say which hit is shown."""
        found = [f"{self.hits.label} · n next · N previous"] if self.hits and not self.searching else []
        return [*found, *super().state_lines()]

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read. What was found in what was there before is no longer there to go on with."""
        self.hits = None
        super().open_library(message)

    # Going on

    def resume_search(self) -> bool:
        """Open the search that was left for one of its hits, the cursor on that hit."""
        hits = self.hits
        if hits is None or hits.of_quotation:
            return False
        self.take_up(hits.results, hits.position)
        return True

    @on(RowList.Chosen, "#concordance")
    @on(RowList.Chosen, "#clauses")
    def _clause_chosen(self) -> None:
        if self.results is not None:
            self.open_hit()
        else:
            self.show_pane(READING)

    def open_hit(self) -> None:
        """Open the hit under the cursor in its place, keeping the others for n and N."""
        results, cursor = self.results, self.clauses.cursor
        if results is None or cursor is None:
            return
        self.open_places(Hits(results, cursor))

    def open_places(self, hits: Hits) -> None:
        """Read a hit, or a place of a quotation; n and N go on to the others, b leads back to where one was."""
        self.leave(self.before_search if self.searching else self.here)
        self.close_bar()
        self.hits = hits
        self._show_hit(hits)
        self.show_pane(READING if self.one_pane else CLAUSES)

    def _show_hit(self, hits: Hits) -> None:
        self.go_to_clause(hits.hit.clause.address)

    def go_to_clause(self, address: str) -> None:
        """Read the clause at an address, wherever it is. What is narrowed and does not hold it is undone.

        A search that is open closes, since the clauses take the place of its hits; one of them is read as a hit.
        """
        if self.searching:
            place = hit_clauses(self.results).place(address) if self.results is not None else None
            if self.results is not None:
                self.hits = Hits(self.results, place) if place is not None else None
            self.close_bar()
        if self.catalogue and self.catalogue.clauses(self.scope).place(address) is None:
            if self.scope.participant:
                self.notify("Narrowing undone: the clause lies outside it", markup=False)
            self.scope = EVERYTHING
            self.show_all()
        self.show_clauses(address)
        if self.current_pane in (SUMMITS, PARTICIPANTS):
            self.set_pane(CLAUSES)
            self.clauses.focus()
        self.read_current()

    def action_hit(self, hits: int) -> None:
        """Go on to the next or previous hit."""
        if self.results is not None:
            self.clause_rows.action_move(hits)
        elif self.hits is None:
            self.notify("No search to go on with: / starts one", markup=False)
        else:
            self.hits = self.hits.step(hits)
            self._show_hit(self.hits)
