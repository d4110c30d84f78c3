"""Where something stands in time: a timeline, and each occurrence below it with its words and what changed in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.places import Wish
from tui.app.screens.copy_menu import ask_what_to_copy
from tui.app.screens.study import StudyScreen
from tui.app.widgets.timeline import TimelineView
from tui.search.cancel import SearchCancelled

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.search.engine import Searcher
    from tui.study.trace.occurrence import Occurrence, Trace
    from tui.study.trace.tracing import Traceable


class TraceScreen(StudyScreen):
    """Traces a query, or records. One walks from occurrence to occurrence; each can be opened, copied and cited."""

    BINDING_GROUP_TITLE = "Trace"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next", show=False, priority=True, id="trace.next", tooltip="Next occurrence"),
        Binding("up,k", "step(-1)", "Back", show=False, priority=True, id="trace.previous", tooltip="Previous one"),
        Binding("enter", "open_clause", "To the clause", id="trace.clause", tooltip="Go to the clause one is at"),
        Binding("y", "copy", "Copy", id="trace.copy", tooltip="Copy the words, the citation ... of the one one is at"),
        # The sheet's own g goes to its top, which is not far here.
        Binding("g", "grid", "Absence", priority=True, id="trace.grid", tooltip="Where it is missing, and where not"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | down, j / up, k | next, previous occurrence |
    | enter | go to the clause one is at |
    | y | copy |
    | g | where it is missing |
    """
    DOING = "Tracing"
    STOPS = "occurrence"

    timeline = query_one("#timeline", TimelineView)

    @dataclass
    class Traced(Message):
        """It has been traced."""

        trace: Trace

    def __init__(self, catalogue: Catalogue, searcher: Searcher, wanted: str | Sequence[Traceable]) -> None:
        super().__init__(f"Trace  {wanted if isinstance(wanted, str) else wanted[0].key}")
        self._catalogue, self._searcher, self._wanted = catalogue, searcher, wanted
        self.trace: Trace | None = None

    def compose_middle(self) -> ComposeResult:
        """The timeline, and the sheet below it."""
        yield TimelineView(id="timeline")
        yield from super().compose_middle()

    def on_mount(self) -> None:
        """Trace off the screen's thread: it is a search, and texts are compared."""
        self._trace()

    @work(thread=True, exclusive=True, group="trace", exit_on_error=False)
    def _trace(self) -> None:
        from tui.study.trace.tracing import trace_query, trace_records

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled

        try:
            if isinstance(self._wanted, str):
                trace = trace_query(self._catalogue, self._searcher, self._wanted, cancelled)
            else:
                trace = trace_records(self._catalogue, self._searcher, self._wanted, cancelled)
        except SearchCancelled:
            return
        if not worker.is_cancelled:
            self.post_message(self.Traced(trace))

    @on(Traced)
    def _traced(self, message: Traced) -> None:
        """Show the first occurrence; of a clause that is traced, the clause itself."""
        from tui.study.trace.occurrence import How

        self.trace = message.trace
        self.show_title(f"Trace  {self.trace.title}")
        itself = (
            number
            for number, one in enumerate(self.trace.occurrences)
            if any(way.how is How.ITSELF for way in one.ways)
        )
        self._show(next(itself, 0))

    def _show(self, occurrence: int) -> None:
        from tui.app.trace_sheet import TraceSheet
        from tui.study.trace.signs import summary

        if self.trace is not None:
            sheet = TraceSheet(self._catalogue, self.trace, occurrence)
            self.show_sheet(sheet, summary(self.trace), occurrence)

    def action_step(self, stops: int) -> None:
        """Go to the next or previous occurrence, and open it in its place."""
        if self.trace is None or not self.trace.occurrences:
            super().action_step(stops)
        else:
            last = len(self.trace.occurrences) - 1
            self._show(max(0, min((self.sheet.stop or 0) + stops, last)))

    def show_state(self) -> None:
        """Say at which occurrence one is, and point to it in the timeline."""
        super().show_state()
        if self.trace is not None:
            self.timeline.show(self.trace.occurrences, self.sheet.stop)

    @property
    def occurrence(self) -> Occurrence | None:
        """The occurrence one is at."""
        stop = self.sheet.stop
        return self.trace.occurrences[stop] if self.trace is not None and stop is not None else None

    def _at_one(self) -> Occurrence | None:
        """Return the occurrence one is at; where one is at none, say so."""
        if self.occurrence is None:
            self.notify("There is no occurrence" if self.trace else "Still tracing", markup=False)
        return self.occurrence

    def action_open_clause(self) -> None:
        """Close, and go to the clause one is at."""
        if one := self._at_one():
            self.dismiss(one.address)

    def action_copy(self) -> None:
        """Ask what of the occurrence one is at is to be copied."""
        if one := self._at_one():
            ask_what_to_copy(self, self._catalogue, one.clause or one.statement, one.passage)

    def action_grid(self) -> None:
        """Show where what is traced, and each thread of the editors, is missing."""
        from tui.app.screens.absence import AbsenceScreen

        if self.trace is None or not self.trace.occurrences:
            self.notify("Nothing was found that could be missing", markup=False)
        else:
            at = self.occurrence
            screen = AbsenceScreen(self._catalogue, self._searcher, self.trace, at.statement.key if at else None)
            self.app.push_screen(screen, self._back_from_grid)

    def _back_from_grid(self, wanted: Wish | None) -> None:
        """What was chosen in the grid is gone to."""
        if wanted is not None:
            self.dismiss(wanted)
