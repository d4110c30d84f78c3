"""Copying from the reading room: what is under the cursor, and what of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.screens.copy_menu import ask_what_to_copy
from tui.app.screens.offering import OfferingScreen
from tui.app.screens.paned import PARTICIPANTS, READING, SUMMITS

if TYPE_CHECKING:
    from tui.index.catalogue import Record


class CopyingScreen(OfferingScreen):
    """`y` asks what of the record under the cursor is to be copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "y",
            "copy",
            "Copy",
            id="room.copy",
            tooltip="Copy the words, the citation, the address ... of what is under the cursor",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | y | copy |
    """

    # What a subclass adds

    @property
    def passage(self) -> tuple[int, int] | None:
        """The stretch of the clause under the cursor that a search has lit, `[start, end)` in code points."""
        return None

    @property
    def record_read(self) -> Record | None:
        """The record that the reading pane shows: what is under the cursor of the list that was used last."""
        pane = self.last_list if self.current_pane == READING else self.current_pane
        row, part, clause = self.summits.row, self.participants.part, self.clauses.clause
        if pane == SUMMITS and row is not None:
            return row.record
        if pane == PARTICIPANTS and part is not None and self.participants.display:
            return part.participant
        return self.wording(clause) if clause is not None else None

    def action_copy(self) -> None:
        """Ask what is to be copied."""
        record = self.record_read
        if self.catalogue is None or record is None:
            self.notify("Nothing to copy" if self.catalogue else "Nothing to copy yet", markup=False)
        else:
            ask_what_to_copy(self, self.catalogue, record, self.passage)
