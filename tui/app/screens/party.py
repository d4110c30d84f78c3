"""The page of a participant: narrowing from there, and marking it to hold it against another."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.app.messages import MarkWanted
from tui.app.places import Narrowing, SideBySide
from tui.app.screens.page import PageScreen


class PartyScreen(PageScreen):
    """A participant over time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "narrow", "Narrow", id="party.narrow", tooltip="Narrow the panes to this participant"),
        Binding("m", "mark", "Mark", id="party.mark", tooltip="Mark this participant; once more undoes it"),
        Binding(
            "equals_sign",
            "side_by_side",
            "Side by side",
            id="party.side-by-side",
            tooltip="What the marked participant and this one both committed to, and what only each did",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | space | narrow to this participant |
    | m | mark it |
    | = | hold the marked one and this one side by side |
    """

    def action_narrow(self) -> None:
        """Narrow the panes to this participant."""
        self.dismiss(Narrowing(self.leaf.address))

    def action_mark(self) -> None:
        """Mark this participant, or undo it."""
        self.post_message(MarkWanted(self.leaf.address))

    def action_side_by_side(self) -> None:
        """Hold the marked participant and this one side by side."""
        self.dismiss(SideBySide(self.leaf.address))
