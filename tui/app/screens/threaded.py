"""`T` lists the threads that editors declare; from a page, what it is of or what its row is about is traced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.places import Leaf, Showing, ToTrace, Wish
from tui.app.screens.following import FollowingScreen
from tui.app.screens.page import PageScreen

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.study.page import Page
    from tui.study.trace.tracing import Traceable


class ThreadedScreen(FollowingScreen):
    """Lists threads, and traces from pages. A trace that is closed leads back to its page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "T",
            "threads",
            "Threads",
            show=False,
            id="room.threads",
            tooltip="The commitments that editors follow from meeting to meeting; enter traces one",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | T | threads, to trace one |
    """

    def action_threads(self) -> None:
        """All threads."""
        if self.catalogue is None or not self.catalogue.threads():
            self.notify("No threads are declared: / finds a phrase, and t traces it", markup=False)
        else:
            self.follow(Leaf(Showing.THREADS))

    def maker(self, catalogue: Catalogue, leaf: Leaf) -> Callable[[], Page] | None:
        """Return what makes a page, that of threads too; None where what it is of is not there."""
        if leaf.showing is not Showing.THREADS:
            return super().maker(catalogue, leaf)
        from tui.study.thread_page import threads_page

        return partial(threads_page, catalogue)

    def trace_thread(self, key: str) -> None:
        """Trace the thread at an address, and nothing else that has the same address."""
        self._trace(ToTrace(key, "thread"), None)

    def _left_page(self, screen: PageScreen, wanted: Wish | None) -> None:
        if isinstance(wanted, ToTrace):
            self._trace(wanted, screen.leaf)
        else:
            super()._left_page(screen, wanted)

    def _trace(self, wanted: ToTrace, leaf: Leaf | None) -> None:
        from tui.app.screens.trace import TraceScreen

        record = self._to_trace(wanted)
        if self.catalogue is None or self.searcher is None or record is None:
            self.notify(f"Nothing to trace at {wanted.address}", markup=False)
            self._back_from_trace(leaf, None)
            return
        screen = TraceScreen(self.catalogue, self.searcher, [record])
        self.app.push_screen(screen, partial(self._back_from_trace, leaf))

    def _to_trace(self, wanted: ToTrace) -> Traceable | None:
        if self.catalogue is None:
            return None
        match wanted.kind:
            case "clause":
                return self.catalogue.clause(wanted.address)
            case "instrument":
                return self.catalogue.instrument(wanted.address)
            case "thread":
                return self.catalogue.thread(wanted.address)

    def _back_from_trace(self, leaf: Leaf | None, wanted: Wish | None) -> None:
        """Go where the trace was closed to, or back to the page it began on."""
        if isinstance(wanted, str):
            self.leave(replace(self.here, leaf=leaf))
            self._go(wanted)
        elif leaf is not None:
            self.open_leaf(leaf)
