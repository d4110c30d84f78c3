"""The search box over the panes: what is typed is searched for at once, and its hits take the place of the clauses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.app.hits import grown, hit_clauses, results_line
from tui.app.messages import LibraryOpened, SearchFinished
from tui.app.places import Place
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, SUMMITS
from tui.app.screens.welcoming import WelcomingScreen
from tui.app.turns import rest, tidy
from tui.app.widgets.search_bar import SearchBar
from tui.index.scope import EVERYTHING
from tui.search.cancel import SearchCancelled
from tui.search.results import Results
from tui.search.weigh import UNSPACED

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

NOTHING_FOUND: Final = "Nothing found: try fewer or other words."
ONE_LETTER: Final = "One letter begins too many words: type on."
_NOTHING_TYPED: Final = "Any words of it, as they are remembered · Esc closes the box"
_FIRST: Final = 30
"""How many hits are looked for with every key."""
_MOST: Final = 200
"""How many are, when nothing was typed for a moment."""
_MOMENT: Final = 0.8
_BREATH: Final = 0.03
"""Seconds after which the hits of a key are on the screen, and the next key is not there yet."""


class SearchingScreen(WelcomingScreen):
    """While the box is open, the `results` of what is typed in it take the place of the clauses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # First of all: what is typed in the same breath belongs to the search box, not to the list before it.
        Binding(
            "slash", "search", "Search", priority=True, id="room.search", tooltip="Search all quoted text while typing"
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | / | search all quoted text |
    """

    before_search = Place(EVERYTHING, None, None, CLAUSES, CLAUSES)
    """Where the reader was before the box was opened."""

    _open_on_arrival = False
    _back_to: str | None = None
    _waiting: tuple[Timer, ...] = ()
    """For what is done between this key and the next."""

    # What a subclass adds

    def open_hit(self) -> None:
        """Open the hit under the cursor in its place."""

    # What is open

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read. What stands in the box is searched for in it, and the cursor goes back to its hit."""
        hit = self.clauses.clause if self.results is not None else None
        # The hits are of what was open before: whatever is shown of it now is no longer theirs.
        self.results = None
        self._stay()
        self.show_found()
        super().open_library(message)
        if self.nothing_to_read:
            self.close_bar()
        elif self.searching and self.bar.value.strip():
            self._back_to = hit.address if hit else None
            self._search(self.bar.value)

    def show_all(self) -> None:
        """Show what is in scope in every pane. What was found gives way to it: its rows are not those of the hits."""
        if self.results is not None:
            typing = self.focused is self.bar
            self.close_bar()
            if typing:
                self.clauses.focus()
        super().show_all()

    def set_pane(self, number: int) -> None:
        """Make a pane the current one; the search box closes when the reader turns to another list."""
        elsewhere = (SUMMITS,) if self.faceted else (SUMMITS, PARTICIPANTS)
        if number in elsewhere and self.searching:
            self.close_bar()
            self.show_clauses(self.before_search.clause)
        super().set_pane(number)

    def state_lines(self) -> list[str]:
        """Say how many hits there are."""
        if self.results is not None:
            return [results_line(self.results, narrowed=self.scope != EVERYTHING)]
        if self.searching:
            # The line is there from the first: if it came with the first hits, all panes would move.
            return [_NOTHING_TYPED]
        return super().state_lines()

    # The box

    @property
    def searching(self) -> bool:
        """Whether the search box is open."""
        return self.bar.styles.display == "block"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where something is typed, `/`, `?`, `t` and `y` are letters."""
        if action in ("search", "copy", "trace") or (action == "help" and parameters == ("typed",)):
            return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Open the search box."""
        if self.nothing_to_read:
            self.notify("Nothing to search", markup=False)
            return
        self.open_bar()
        self.set_focus(self.bar)
        self.bar.select_all()
        if self.bar.value.strip():
            self._search(self.bar.value)

    def open_search(self) -> None:
        """Open the search box, where there is something to search."""
        self.action_search()

    def go_on_searching(self, query: str) -> None:
        """Open the search box with what was typed in another reading room; typing goes on at its end."""
        self.open_bar()
        self.set_focus(self.bar)
        self.bar.value = query
        self.bar.action_end()

    def open_bar(self) -> None:
        """Open the box, above the clauses."""
        if not self.searching:
            self.before_search = self.here
        self.bar.display = True
        self.show_offer_line(True)
        self.clauses.active = True
        self.set_pane(CLAUSES)
        self.show_facets()
        self.show_state()

    def close_bar(self) -> None:
        """Close the box; whoever closes it shows what is to stand in the place of the hits."""
        self._remember()
        self._stay()
        self.bar.display = False
        self.show_offer_line(False)
        self.clauses.active = False
        self.results = None
        self._open_on_arrival = False
        self.show_found()

    @on(SearchBar.Left)
    def leave_search(self) -> None:
        """Close the box; everything is as it was before."""
        self.close_bar()
        self.show_clauses(self.before_search.clause)
        self.show_pane(self.before_search.pane)
        self.read_current()

    def _remember(self) -> None:
        """A query that found something, and was acted on, enters the history."""
        if self.results is not None and self.results.hits:
            self.bar.remember(self.results.query)

    # Searching

    @on(Input.Changed, "#search")
    def _query_changed(self, message: Input.Changed) -> None:
        self._open_on_arrival = False
        self._back_to = None
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
            self.show_clauses(self.before_search.clause)
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
            place = hit_clauses(results).place(self._back_to) if self._back_to else None
            self._show_results(results, cursor=place or 0)
            self.read_current()
        if self._open_on_arrival:
            self.open_hit()

    def _look_further(self, results: Results) -> None:
        """Look for more hits, where there are some, once nothing was typed for a moment; clear up before that."""
        self._stay()
        self.more_coming = results.more and len(results.hits) < _MOST
        self._waiting = self.set_timer(_BREATH, tidy), self.set_timer(_MOMENT, partial(self._pause, results.query))

    def _pause(self, query: str) -> None:
        if self.more_coming:
            self._search(query, _MOST)
        rest()

    def _stay(self) -> None:
        """Look no further: what is shown, or will be, is of another query."""
        self.more_coming = False
        for timer in self._waiting:
            timer.stop()
        self._waiting = ()

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
            empty=self.no_clauses(self.catalogue),
        )
        self.show_found()
        self.show_state()

    def no_clauses(self, catalogue: Catalogue) -> str:
        """Return what is said where no clause is listed: while searching, that none was found."""
        if self.results is None:
            return super().no_clauses(catalogue)
        return ONE_LETTER if _one_letter(self.results.query.lstrip()) else NOTHING_FOUND

    def take_up(self, results: Results, cursor: int) -> None:
        """Open the box with results that were there before, the cursor on one of the hits."""
        self.open_bar()
        with self.bar.prevent(Input.Changed):
            self.bar.value = results.query
        self._show_results(results, cursor=cursor)
        self._look_further(results)
        self.clause_rows.focus()

    # What the reader does in the box

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
            self.leave_search()
        elif self.results is None or self.results.query != self.bar.value:
            # Typed faster than searched: the first hit opens as soon as it is there.
            self._open_on_arrival = True
        else:
            self.open_hit()


def _one_letter(query: str) -> bool:
    """Whether no more than the first letter of a word is typed; of scripts without spaces that may be the word."""
    return len(query) == 1 and query.isalnum() and query < UNSPACED
