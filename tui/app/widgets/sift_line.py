"""The line above the summits: what is typed narrows them at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.app.widgets.line_input import LineInput


class SiftLine(LineInput):
    """An input that says what the reader wants: another row, the list, or out. It is there while it is used."""

    BINDING_GROUP_TITLE = "Finding a summit"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next row", show=False, id="sift.next"),
        Binding("up", "step(-1)", "Previous row", show=False, id="sift.previous"),
        Binding("tab", "list", "To the summits", show=False, id="sift.list", tooltip="To the summits that are found"),
        Binding("enter", "submit", "Choose", id="sift.choose", tooltip="Choose the row under the cursor"),
        Binding("escape", "leave", "All summits", id="sift.leave", tooltip="Show all summits again"),
        Binding("f1", "screen.help", "Keys", id="sift.help", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | down / up | next, previous row of what is found |
    | tab | to the summits that are found |
    | enter | choose the row under the cursor |
    | escape | show all summits again |
    """

    DEFAULT_CSS = """
    SiftLine { height: 1; margin: 0 1; }
    """

    @dataclass
    class Stepped(Message):
        """Another row is wanted: `rows` further down."""

        rows: int

    class ListWanted(Message):
        """The list of summits is to have the focus."""

    class Left(Message):
        """All summits are to be shown again."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("Title, place, year, who ...", id=id)

    def action_step(self, rows: int) -> None:
        """Ask for another row."""
        self.post_message(self.Stepped(rows))

    def action_list(self) -> None:
        """Ask for the list."""
        self.post_message(self.ListWanted())

    def action_leave(self) -> None:
        """Ask for all summits."""
        self.post_message(self.Left())
