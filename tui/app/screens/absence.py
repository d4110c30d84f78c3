"""Where a commitment dropped out: what is traced, and the editors' threads, by statements in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.screens.study import StudyScreen
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.search.engine import Searcher
    from tui.study.trace.absence import Grid
    from tui.study.trace.occurrence import Trace


class AbsenceScreen(StudyScreen):
    """A grid of cells: present, changed, missing, or not seen by the editors. One goes from cell to cell."""

    BINDING_GROUP_TITLE = "Absence"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "sideways(1)", "Later", priority=True, id="absence.right", tooltip="The next statement"),
        Binding("h,left", "sideways(-1)", "Earlier", priority=True, id="absence.left", tooltip="The one before"),
        Binding("down,j", "row(1)", "Down", show=False, priority=True, id="absence.down", tooltip="The next row"),
        Binding("up,k", "row(-1)", "Up", show=False, priority=True, id="absence.up", tooltip="The row above"),
        Binding("enter", "open_clause", "To it", id="absence.clause", tooltip="Go to the clause or the statement"),
        Binding("g", "close", "Trace", priority=True, id="absence.close", tooltip="Back to the trace"),
        Binding("n", "step(1)", "Next missing", id="absence.next", tooltip="The next cell that is missing"),
        Binding("N", "step(-1)", "Previous", show=False, id="absence.previous", tooltip="The one before"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | h, left / l, right | the statement before, after |
    | up, k / down, j | the row above, below |
    | n / N | the next, previous cell that is missing |
    | enter | go to the clause or the statement |
    | g | back to the trace |
    """
    DOING = "Looking for what is missing"
    STOPS = "row"

    @dataclass
    class Made(Message):
        """The grid has been made."""

        grid: Grid

    def __init__(self, catalogue: Catalogue, searcher: Searcher, trace: Trace, statement: str | None) -> None:
        super().__init__(f"Absence  {trace.title}")
        self._catalogue, self._searcher, self._trace = catalogue, searcher, trace
        self._statement = statement
        self._column = 0
        self.grid: Grid | None = None

    def on_mount(self) -> None:
        """Made off the screen's thread: each thread is traced."""
        self._make()

    @work(thread=True, exclusive=True, group="absence", exit_on_error=False)
    def _make(self) -> None:
        from tui.study.trace.absence import absence
        from tui.study.trace.occurrence import Kinds
        from tui.study.trace.tracing import trace_records

        collections = {one.statement.collection for one in self._trace.occurrences}
        threads = [
            thread
            for thread in self._catalogue.threads()
            if thread.collection in collections
            and not (self._trace.kind is Kinds.THREAD and thread.key == self._trace.what)
        ]
        traces = [trace_records(self._catalogue, self._searcher, [thread]) for thread in threads]
        grid = absence(self._catalogue, [self._trace, *traces])
        if not get_current_worker().is_cancelled:
            self.post_message(self.Made(grid))

    @on(Made)
    def _made(self, message: Made) -> None:
        self.grid = message.grid
        places = (place for place, one in enumerate(self.grid.columns) if self._statement in one.addresses)
        self._column = next(places, 0)
        self._show(0)

    def _show(self, row: int) -> None:
        from tui.app.absence_sheet import AbsenceSheet

        if self.grid is not None:
            rows, columns = len(self.grid.rows), len(self.grid.columns)
            summary = f"{counted(rows, 'row')}, {counted(columns, 'statement')}"
            self.show_sheet(AbsenceSheet(self.grid, self._column), summary, row)

    def action_sideways(self, columns: int) -> None:
        """Go to the statement before or after."""
        if self.grid is not None:
            self._column = max(0, min(self._column + columns, len(self.grid.columns) - 1))
            self._show(self.sheet.stop or 0)

    def action_row(self, rows: int) -> None:
        """Go to the row above or below."""
        self.sheet.go_to((self.sheet.stop or 0) + rows)
        self.show_state()

    def action_step(self, stops: int) -> None:
        """Go to the next or previous cell that is missing, row by row."""
        from tui.study.trace.absence import Cell

        if self.grid is None:
            return
        here = self.sheet.stop or 0, self._column
        missing = [
            (number, place)
            for number, row in enumerate(self.grid.rows)
            for place, cell in enumerate(row.cells)
            if cell is Cell.MISSING
        ]
        ahead = (
            [one for one in missing if one > here] if stops > 0 else [one for one in reversed(missing) if one < here]
        )
        if not ahead:
            said = "No further cell is missing" if missing else "Nothing here is known to be missing"
            self.notify(f"{said}: what is not seen may stand there", markup=False)
            return
        row, self._column = ahead[0]
        self._show(row)

    def action_open_clause(self) -> None:
        """Close, and go to what stands in the cell, or else to its statement."""
        stop = self.sheet.stop
        if stop is not None and self.sheet.stops[stop].key:
            self.dismiss(self.sheet.stops[stop].key)
