"""The reading room: the linked panes, with the search through all quoted text on top of them."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from tui.app.hits import Hits, Spans, grown, hit_clauses, results_line
from tui.app.keys import keys_text
from tui.app.messages import LibraryOpened, SearchFinished
from tui.app.screens.following import FollowingScreen
from tui.app.screens.overlay import Overlay
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING, SUMMITS
from tui.app.showing import shown_on_one_line
from tui.app.widgets.bars import StateBar, TitleBar
from tui.app.widgets.row_list import RowList
from tui.app.widgets.search_bar import SearchBar
from tui.index.scope import EVERYTHING
from tui.model.records import Clause
from tui.search.cancel import SearchCancelled
from tui.search.results import Results

NOTHING_FOUND: Final = "Nothing found: try fewer or other words."
_NOTHING_TYPED: Final = "Any words of it, as they are remembered · Esc closes the box"
_MOST_PROBLEMS: Final = 500
_FIRST: Final = 30
"""How many hits are looked for with every key."""
_MOST: Final = 200
"""How many are, when nothing was typed for a moment."""
_MOMENT: Final = 0.8
_FAILED: Final = {"facets": "Counting the facets", "offers": "Looking up values"}


class ReadingRoom(FollowingScreen):
    """The main screen. It alone decides; the panes say what the reader did, and are told what to show.

    A search has two states: while the box is open its `results` take the place of the clauses; once one of
    them is opened in its place they stay as `hits`, for n and N.
    """

    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        # First of all: what is typed in the same breath belongs to the search box, not to the list before it.
        Binding(
            "slash", "search", "Search", priority=True, id="room.search", tooltip="Search all quoted text while typing"
        ),
        Binding("n", "hit(1)", "Next hit", show=False, id="room.next-hit"),
        Binding("N", "hit(-1)", "Previous hit", show=False, id="room.previous-hit"),
        Binding("escape", "peel", "Back", id="room.back", tooltip="Undo one thing: search, zoom, narrowing ..."),
        Binding("exclamation_mark", "problems", "Problems", show=False, id="room.problems"),
        Binding("r", "reload", "Read again", show=False, id="room.reload", tooltip="Read the files again"),
        Binding("question_mark", "help('typed')", "Keys", id="room.help", tooltip="The keys that work here"),
        Binding("f1", "help", "Keys", show=False, id="room.help-anywhere", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | / | search all quoted text |
    | n / N | next, previous hit |
    | escape | undo one thing |
    | ! | problems |
    | r | read the files again |
    | ?, f1 (also while typing) | keys |
    """

    class ReloadWanted(Message):
        """The files are to be read again."""

    hits: Hits | None = None
    _before: tuple[str | None, int] = (None, CLAUSES)
    _open_on_arrival = False
    _further: Timer | None = None

    # What the linked panes ask

    def spans_of(self, clause: Clause) -> Spans:
        """Return the words of a clause that matched the search."""
        if self.results is not None:
            cursor = self.clauses.cursor
            hit = self.results.hits[cursor] if cursor is not None else None
            return hit.spans if hit and hit.clause is clause else ()
        return self.hits.spans(clause) if self.hits else ()

    def wording(self, clause: Clause) -> Clause:
        """Return the clause in the rendering whose words matched."""
        return self.hits.wording(clause) if self.hits and self.results is None else clause

    @property
    def passage(self) -> tuple[int, int] | None:
        """The passage of the hit under the cursor, or of the one that was opened."""
        cursor = self.clauses.cursor
        if self.results is not None:
            line = self.concordance.line if self.concorded else None
            hit = self.results.hits[cursor] if cursor is not None else None
            return (line.start, line.end) if line else hit.passage if hit else None
        clause = self.clauses.clause
        shown = self.hits is not None and clause is not None and self.hits.hit.clause.address == clause.address
        return self.hits.hit.passage if self.hits and shown else None

    def state_lines(self) -> list[str]:
        """Say how many hits there are, or which one is shown."""
        if self.results is not None:
            return [results_line(self.results, narrowed=self.scope != EVERYTHING)]
        if self.searching:
            # The line is there from the first: if it came with the first hits, all panes would move.
            return [_NOTHING_TYPED]
        found = [f"{self.hits.label} · n next · N previous"] if self.hits else []
        return [*found, *super().state_lines()]

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read. A search through what was there before is over."""
        waiting = self.searching and self.catalogue is None
        if not waiting:
            self._close_bar()
        self.hits = None
        super().open_library(message)
        if self.nothing_to_read:
            self._close_bar()
        elif waiting and self.bar.value.strip():
            # The box was opened before there was anything to search: what was typed is searched for now.
            self._search(self.bar.value)

    def show_all(self) -> None:
        """Show what is in scope in every pane. What was found gives way to it: its rows are not those of the hits."""
        if self.results is not None:
            typing = self.focused is self.bar
            self._close_bar()
            if typing:
                self.clauses.focus()
        super().show_all()

    def set_pane(self, number: int) -> None:
        """Make a pane the current one; the search box closes when the reader turns to another list."""
        elsewhere = (SUMMITS,) if self.faceted else (SUMMITS, PARTICIPANTS)
        if number in elsewhere and self.searching:
            self._close_bar()
            self.show_clauses(self._before[0])
        super().set_pane(number)

    # Searching

    @property
    def searching(self) -> bool:
        """Whether the search box is open."""
        return self.bar.styles.display == "block"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search box itself `/`, `?` and `y` are letters."""
        if action in ("search", "copy") or (action == "help" and parameters == ("typed",)):
            return self.focused is not self.bar
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Open the search box."""
        if self.nothing_to_read:
            self.notify("Nothing to search", markup=False)
            return
        self._open_bar()
        self.set_focus(self.bar)
        self.bar.select_all()
        if self.bar.value.strip():
            self._search(self.bar.value)

    def open_search(self) -> None:
        """Open the search box, where there is something to search."""
        self.action_search()

    def _open_bar(self) -> None:
        if not self.searching:
            clause = self.clauses.clause
            self._before = (clause.address if clause else None, self.current_pane)
        self.bar.display = True
        self.show_offer_line(True)
        self.clauses.active = True
        self.set_pane(CLAUSES)
        self.show_facets()
        self.show_state()

    def resume_search(self) -> bool:
        """Open the search that was left for one of its hits, the cursor on that hit."""
        hits = self.hits
        if hits is None or hits.of_quotation:
            return False
        self._open_bar()
        with self.bar.prevent(Input.Changed):
            self.bar.value = hits.results.query
        self._show_results(hits.results, cursor=hits.position)
        self._look_further(hits.results)
        self.clause_rows.focus()
        return True

    @on(Input.Changed, "#search")
    def _query_changed(self, message: Input.Changed) -> None:
        self._open_on_arrival = False
        if not self.searching:
            return
        self._stay()
        self.age_facets()
        self.offer()
        if message.value.strip():
            self._search(message.value)
        else:
            self.results = None
            self.show_found()
            self.show_clauses(self._before[0])
            self.read_current()

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, query: str, limit: int = _FIRST) -> None:
        """Runs off the screen's thread; a newer query cancels it."""
        worker = get_current_worker()
        if self.searcher is None:
            return
        try:
            results = self.searcher.search(query, limit=limit, cancelled=lambda: worker.is_cancelled)
        except SearchCancelled:
            return
        self.post_message(SearchFinished(results, further=limit > _FIRST))

    @on(SearchFinished)
    def _results_arrived(self, message: SearchFinished) -> None:
        if not self.searching or message.results.query != self.bar.value:
            return
        results, before = message.results, self.results
        if message.further and before is not None and before.query == results.query:
            self._stay()
            with self.app.batch_update():
                self._show_results(grown(before, results), cursor=self.clauses.cursor or 0)
            return
        with self.app.batch_update():
            self._look_further(results)
            self._show_results(results)
            self.read_current()
        if self._open_on_arrival:
            self._open_hit()

    def _look_further(self, results: Results) -> None:
        """Look for more hits, where there are some, once nothing was typed for a moment."""
        self._stay()
        if results.more and len(results.hits) < _MOST:
            self.more_coming = True
            self._further = self.set_timer(_MOMENT, partial(self._search, results.query, _MOST))

    def _stay(self) -> None:
        """Look no further: what is shown, or will be, is of another query."""
        self.more_coming = False
        if self._further is not None:
            self._further.stop()
            self._further = None

    def _show_results(self, results: Results, cursor: int = 0) -> None:
        if self.catalogue is None:
            return
        self.results = results
        self.clauses.show_clauses(
            self.catalogue,
            hit_clauses(results),
            spans=lambda row: results.hits[row].spans,
            across=True,
            cursor=cursor,
            empty=NOTHING_FOUND,
        )
        self.show_found()
        self.show_state()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A search that failed says so; the reader keeps what is on the screen."""
        if event.state is WorkerState.ERROR:
            failed = _FAILED.get(event.worker.group, "The search")
            self.notify(f"{failed} failed: {event.worker.error}", severity="error", markup=False)

    @on(SearchBar.Stepped)
    def _hit_stepped(self, message: SearchBar.Stepped) -> None:
        """Above the first hit, and where there is none, stand the older queries."""
        if message.or_older and (self.results is None or not self.clause_rows.cursor):
            self.bar.recall_older()
        else:
            self.clause_rows.action_move(message.rows)

    @on(SearchBar.ListWanted)
    def _list_wanted(self) -> None:
        self._remember()
        self.clause_rows.focus()

    @on(Input.Submitted, "#search")
    def _query_submitted(self) -> None:
        if not self.bar.value.strip():
            self._leave_search()
        elif self.results is None or self.results.query != self.bar.value:
            # Typed faster than searched: the first hit opens as soon as it is there.
            self._open_on_arrival = True
        else:
            self._open_hit()

    @on(RowList.Chosen, "#concordance")
    @on(RowList.Chosen, "#clauses")
    def _clause_chosen(self) -> None:
        if self.results is not None:
            self._open_hit()
        else:
            self.show_pane(READING)

    @on(SearchBar.Left)
    def _leave_search(self) -> None:
        """Close the box; everything is as it was before."""
        address, pane = self._before
        self._close_bar()
        self.show_clauses(address)
        self.show_pane(pane)
        self.read_current()

    def _close_bar(self) -> None:
        self._remember()
        self._stay()
        self.bar.display = False
        self.show_offer_line(False)
        self.clauses.active = False
        self.results = None
        self._open_on_arrival = False
        self.show_found()

    def _remember(self) -> None:
        """A query that found something, and was acted on, enters the history."""
        if self.results is not None and self.results.hits:
            self.bar.remember(self.results.query)

    def _open_hit(self) -> None:
        """Open the hit under the cursor in its place, keeping the others for n and N."""
        results, cursor = self.results, self.clauses.cursor
        if results is None or cursor is None:
            return
        self._close_bar()
        self.hits = Hits(results, cursor)
        self._show_hit(self.hits)
        self.show_pane(READING if self.one_pane else CLAUSES)

    def open_places(self, hits: Hits) -> None:
        """Read a place of a quotation; n and N go on to the others."""
        self.hits = hits
        self._show_hit(hits)
        self.show_pane(READING if self.one_pane else CLAUSES)

    def _show_hit(self, hits: Hits) -> None:
        self.go_to_clause(hits.hit.clause.address)

    def go_to_clause(self, address: str) -> None:
        """Read the clause at an address, wherever it is. What is narrowed and does not hold it is undone."""
        if self.searching:
            # Its rows are hits: they give way to the clauses among which this one stands.
            self._close_bar()
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

    # Keys

    def come_forward(self) -> None:
        """Close whatever lies on top of the reading room."""
        while self.app.screen is not self:
            self.app.pop_screen()

    def action_hit(self, hits: int) -> None:
        """Go on to the next or previous hit."""
        if self.results is not None:
            self.clause_rows.action_move(hits)
        elif self.hits is None:
            self.notify("No search to go on with: / starts one", markup=False)
        else:
            self.hits = self.hits.step(hits)
            self._show_hit(self.hits)

    @on(StateBar.UndoWanted)
    def action_peel(self) -> None:
        """Undo one thing: the search box, the reading pane, the hits, the zoom, the narrowing, the choice."""
        if self.current_pane == READING:
            self.show_pane(self.last_list)
        elif self.faceted and self.current_pane == PARTICIPANTS:
            self.show_pane(CLAUSES)
        elif self.searching:
            self._leave_search()
        elif self.hits is not None:
            self.hits = None
            self.show_clauses()
            self.read_current()
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        elif self.scope.participant is not None:
            self.narrow_to(None)
        elif self.scope != EVERYTHING:
            self.scope = EVERYTHING
            self.show_all()
        else:
            self.notify("Nothing left to undo: q quits", markup=False)

    @on(TitleBar.ProblemsWanted)
    def action_problems(self) -> None:
        """List what is wrong with the collections."""
        lines = [shown_on_one_line(str(problem)) for problem in self.problems[:_MOST_PROBLEMS]]
        if len(self.problems) > _MOST_PROBLEMS:
            lines.append(Content(f"… and {len(self.problems) - _MOST_PROBLEMS:,} more: summit-tui check"))
        text = Content("\n\n").join(lines) if lines else Content("No problems were found.")
        self.app.push_screen(Overlay("Problems", text))

    def action_help(self, _key: str = "") -> None:
        """List the keys that work where the focus is."""
        self.app.push_screen(Overlay("Keys", keys_text(self)))

    def action_reload(self) -> None:
        """Read the files again."""
        self.post_message(self.ReloadWanted())
