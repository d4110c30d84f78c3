"""The search box: what is typed is searched for at once; the arrows move through the hits below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui.text.visible import one_line


class SearchBar(Input):
    """An input that says what the reader wants: another query, another hit, the hit opened, or out."""

    BINDING_GROUP_TITLE = "Search box"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "step(1)", "Next hit", show=False, id="search.next"),
        Binding("up", "step(-1)", "Previous hit", show=False, id="search.previous"),
        Binding("tab", "list", "To the hits", show=False, id="search.list"),
        Binding("enter", "submit", "Open the hit", id="search.open"),
        Binding("escape", "leave", "Leave the search", id="search.leave"),
        Binding("f1", "screen.help", "Keys", id="search.help", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | down, ctrl+n / up | next, previous hit |
    | tab | go to the list of hits |
    | enter | open the hit in its place |
    | escape | leave the search; everything is as before |
    """

    @dataclass
    class Stepped(Message):
        """Another hit is wanted: `rows` further down."""

        rows: int

    class ListWanted(Message):
        """The list of hits is to have the focus."""

    class Left(Message):
        """The search is over."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, placeholder="Search all quoted text", compact=True, select_on_focus=False)
        # An idle program draws nothing: a blinking cursor would, twice a second, over every ssh line.
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever is pasted, no control or bidirectional character of it reaches the terminal."""
        return one_line(value)

    def _on_paste(self, event: events.Paste) -> None:
        """A quotation is pasted whole: where its source broke the lines is no part of it."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    def action_step(self, rows: int) -> None:
        """Ask for another hit."""
        self.post_message(self.Stepped(rows))

    def action_list(self) -> None:
        """Ask for the list of hits."""
        self.post_message(self.ListWanted())

    def action_leave(self) -> None:
        """Leave the search."""
        self.post_message(self.Left())
