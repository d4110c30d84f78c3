"""The concordance in place of the hits: the same results one a line, and the same cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.app.screens.calendar import CalendarScreen
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING
from tui.app.widgets.concordance_list import ConcordanceList
from tui.app.widgets.row_list import RowList
from tui.search.results import Results
from tui.study.concordance import Line, Order, concordance, next_order, sort_lines
from tui.text.counting import counted


class ConcordedScreen(CalendarScreen):
    """While a search is open, its `results` can be shown as a concordance; the list of hits then stands hidden.

    The hidden list's cursor goes with the concordance's, so whoever asks which hit is meant asks it as before.
    Once wanted, the concordance comes with every search, until the hits are wanted again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "concordance",
            "Concordance",
            show=False,
            id="room.concordance",
            tooltip="The hits one a line, the matched words in the middle; and back",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | c | the concordance of the hits, and back |
    """

    results: Results | None = None
    """What the search that is open has found."""

    order = Order.FOUND
    """How the concordance is sorted."""

    _wanted = False
    _found: Sequence[Line] = ()
    _rows: ConcordanceList | None = None

    # What a subclass adds

    def resume_search(self) -> bool:
        """Open the search that was left for one of its hits; return whether there was one."""
        return False

    # What is shown

    @property
    def concorded(self) -> bool:
        """Whether the concordance is shown."""
        return self.has_class("-concordance")

    @property
    def concordance(self) -> ConcordanceList:
        """The list of lines; made when it is asked for first, since few starts need it."""
        if self._rows is None:
            self._rows = ConcordanceList(id="concordance")
            self._rows.display = False
            self.query_one(f"#pane-{CLAUSES}").mount(self._rows)
        return self._rows

    @property
    def clause_rows(self) -> RowList:
        """The list that stands in the clauses' pane."""
        return self.concordance if self.concorded else self.clauses

    @property
    def clauses_name(self) -> str:
        """While searching, they are what was found."""
        if self.concorded:
            return f"concordance, {counted(len(self._found), 'line')} {self.order.label}"
        return "found" if self.results is not None else ""

    @property
    def place_shown(self) -> int | None:
        """Where the node is that the cursor is on."""
        line = self.concordance.line if self.concorded else None
        return line.start if line else None

    def show_found(self) -> None:
        """Show the results as hits or as a concordance, whichever is wanted; the cursor stays on its hit.

        Whoever changes `results` fills the list of hits, and calls this.
        """
        shown = self._wanted and self.results is not None
        if shown != self.concorded:
            self._exchange(shown)
        if shown and self.results is not None:
            line = self.concordance.line
            self._found = concordance(self.results)
            self._show_lines(hit=self.clauses.cursor or 0, start=line.start if line else None)
        elif self._found:
            self._found = ()

    def _exchange(self, shown: bool) -> None:
        """Put the concordance in the place of the hits, over the reading pane, where there is room; or take it away."""
        rows = self.concordance
        focused = self.clause_rows.has_focus
        rows.active = self.clauses.active
        self.set_class(shown, "-concordance")
        rows.display, self.clauses.display = shown, not shown
        first, second = (PARTICIPANTS, READING) if shown else (READING, PARTICIPANTS)
        panes = self.query_one("#panes")
        panes.move_child(panes.query_one(f"#pane-{first}"), before=panes.query_one(f"#pane-{second}"))
        if focused:
            self.clause_rows.focus()

    def _show_lines(self, hit: int | None = None, start: int | None = None) -> None:
        """Show the lines in order, the cursor on the one of a hit whose node begins at `start`, else on its first.

        By default the cursor is on the first of all.
        """
        if self.catalogue is None:
            return
        lines = sort_lines(self._found, self.order, self.catalogue)
        of_hit = [row for row, line in enumerate(lines) if line.hit == hit]
        cursor = next((row for row in of_hit if lines[row].start == start), of_hit[0] if of_hit else 0)
        self.concordance.show_lines(self.catalogue, lines, cursor=cursor, empty=self._no_lines())
        if lines:
            self.clauses.place_cursor(lines[cursor].hit)
        self.show_state()

    def _no_lines(self) -> str:
        found = self.results is not None and self.results.hits
        return "What was found has no words to align: nothing in it is lit." if found else "Nothing found."

    # What the reader does

    @on(RowList.Moved, "#concordance")
    def _line_under_cursor(self) -> None:
        if self.concordance.line:
            self.clauses.place_cursor(self.concordance.line.hit)
        self.read_current()

    @on(ConcordanceList.OrderWanted)
    def _order_wanted(self, message: ConcordanceList.OrderWanted) -> None:
        self.sort_concordance(next_order(self.order, message.towards))

    def sort_concordance(self, order: Order) -> None:
        """Sort the concordance, which is shown if it is not yet."""
        self.order = order
        if self.concorded:
            self._show_lines()
            self.read_current()
        else:
            self.action_concordance()

    def action_concordance(self) -> None:
        """Show the concordance of the hits in place of them, or the hits again."""
        resumed = self.results is None and self.resume_search()
        if self.results is None:
            self.notify("No search to show as a concordance: / starts one", markup=False)
            return
        self._wanted = resumed or not self.concorded
        self.show_found()
        self.show_state()
        self.read_current()
