"""`t` traces what is under the cursor: what was searched for, a thread or an instrument that is read, or the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from tui.app.places import Wish
from tui.app.screens.paned import SUMMITS
from tui.app.screens.quoting import QuotingScreen
from tui.model.records import Instrument, Thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.study.trace.tracing import Traceable


NOTHING: Final = (
    "Nothing to trace here: move to a clause, search for a phrase with /, or choose an instrument (i) or a thread (T)"
)


class TracingScreen(QuotingScreen):
    """Opens the trace of what is under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "t",
            "trace",
            "Trace",
            show=False,
            id="room.trace",
            tooltip="Where it stands in time: what was searched for, or the clause, instrument or thread",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | t | trace |
    """

    # What a subclass adds

    @property
    def query_at_hand(self) -> str | None:
        """What was searched for, where a hit of it is under the cursor."""
        return None

    @property
    def traceable(self) -> str | Sequence[Traceable] | None:
        """What is traced: a query, or records."""
        record = self.record_read
        if isinstance(record, Instrument | Thread):
            return [record]
        if self.party_under_cursor is not None:
            return None
        if self.query_at_hand is not None:
            return self.query_at_hand
        pane = self.last_list if self.current_pane != SUMMITS else SUMMITS
        clause = self.clauses.clause if pane != SUMMITS else None
        return [clause] if clause is not None else None

    def action_trace(self) -> None:
        """Trace what is under the cursor."""
        from tui.app.screens.trace import TraceScreen

        wanted = self.traceable
        if self.catalogue is None or self.searcher is None or wanted is None:
            self.notify(NOTHING, markup=False)
        else:
            self.study(TraceScreen(self.catalogue, self.searcher, wanted))

    def back_from_study(self, wanted: Wish | None) -> None:
        """A trace may lead to a statement of which the clause is not known."""
        if isinstance(wanted, str) and "#" not in wanted:
            self.go_to_address(wanted)
        else:
            super().back_from_study(wanted)
