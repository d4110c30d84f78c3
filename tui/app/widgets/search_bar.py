"""The search box: what is typed is searched for at once; the arrows move through the hits below and earlier queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tui.app.history import History
from tui.app.recall import Recall
from tui.text.visible import one_line


class SearchBar(Input):
    """An input that says what the reader wants: another query, another hit, the hit opened, or out."""

    BINDING_GROUP_TITLE = "Search box"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next hit", show=False, id="search.next", tooltip="Next hit, or newer query"),
        Binding(
            "up",
            "step(-1)",
            "Previous hit",
            show=False,
            id="search.previous",
            tooltip="Previous hit; above the first, an older query",
        ),
        Binding("ctrl+n,shift+down", "hit(1)", "Next hit", show=False, id="search.next-hit"),
        Binding("shift+up", "hit(-1)", "Previous hit", show=False, id="search.previous-hit"),
        Binding(
            "ctrl+t",
            "screen.concordance",
            "Concordance",
            id="search.concordance",
            tooltip="The hits one a line, the matched words in the middle; and back",
        ),
        Binding("tab", "list", "To the hits", show=False, id="search.list"),
        Binding("enter", "submit", "Open the hit", id="search.open"),
        Binding("escape", "leave", "Leave the search", id="search.leave"),
        Binding("f1", "screen.help", "Keys", id="search.help", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | down / up | next, previous hit; above the first, older queries, and down to newer ones |
    | ctrl+n, shift+down / shift+up | next, previous hit, also while an older query is shown |
    | ctrl+t | the concordance of the hits, and back |
    | tab | go to the list of hits |
    | enter | open the hit in its place |
    | escape | leave the search; everything is as before |
    """

    # The stock one lays out the whole screen with every letter, since the text has another width then.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    @dataclass
    class Stepped(Message):
        """Another hit is wanted: `rows` further down; or, `or_older`, an older query where none stands above."""

        rows: int
        or_older: bool = False

    class ListWanted(Message):
        """The list of hits is to have the focus."""

    class Left(Message):
        """The search is over."""

    def __init__(self, *, id: str | None = None, history: History | None = None) -> None:
        super().__init__(id=id, placeholder="Search all quoted text", compact=True, select_on_focus=False)
        # An idle program draws nothing: a blinking cursor would, twice a second, over every ssh line.
        self.cursor_blink = False
        self._recall = Recall(history or History())
        self._recalled = ""

    def validate_value(self, value: str) -> str:
        """Whatever is pasted, no control or bidirectional character of it reaches the terminal."""
        return one_line(value)

    def _on_paste(self, event: events.Paste) -> None:
        """A quotation is pasted whole: where its source broke the lines is no part of it."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    def action_step(self, rows: int) -> None:
        """Ask for another hit or, while a recalled query stands unedited, show an older or a newer one."""
        if self._recall.walking and self.value == self._recalled:
            self._show(self._recall.older(self.value) if rows < 0 else self._recall.newer())
        else:
            self._recall.end()
            self.post_message(self.Stepped(rows, or_older=rows < 0))

    def action_hit(self, rows: int) -> None:
        """Ask for another hit."""
        self.post_message(self.Stepped(rows))

    def recall_older(self) -> None:
        """Show the query before this one."""
        self._show(self._recall.older(self.value))

    def remember(self, query: str) -> None:
        """Keep a query that was acted on; recalling begins anew from here."""
        self._recall.end()
        self._recall.history.add(query)

    def _show(self, query: str | None) -> None:
        if query is None:
            return
        self.value = query
        self.action_end()
        self._recalled = self.value

    def action_list(self) -> None:
        """Ask for the list of hits."""
        self.post_message(self.ListWanted())

    def action_leave(self) -> None:
        """Leave the search."""
        self.post_message(self.Left())
