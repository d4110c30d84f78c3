"""The search box: what is typed is searched for at once; the arrows move through the hits below and earlier queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets.input import Selection

from tui.app.history import History
from tui.app.recall import Recall
from tui.app.widgets.line_input import LineInput

if TYPE_CHECKING:
    from tui.search.language.complete import Completions, Offer


VERIFY_KEY: Final = "ctrl+r"


class SearchBar(LineInput):
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
        Binding(
            "ctrl+g",
            "screen.facets",
            "Facets",
            id="search.facets",
            tooltip="How what is found is spread over years, bodies, kinds ...; and back",
        ),
        Binding(
            "ctrl+y",
            "take",
            "Take the offer",
            show=False,
            id="search.take",
            tooltip="Put in what is offered under the box; → does so at the end of the text",
        ),
        Binding("ctrl+o", "turn", "Next offer", show=False, id="search.turn", tooltip="Another of the offers first"),
        Binding(
            VERIFY_KEY,
            "screen.verify_query",
            "Verify",
            show=False,
            id="search.verify",
            tooltip="Verify the words in the box as a quotation",
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
    | ctrl+g | the facets of what is found |
    | ctrl+y; right at the end | take the first offer |
    | ctrl+o | the next offer first |
    | ctrl+r | verify the words in the box as a quotation |
    | tab | go to the list of hits |
    | enter | open the hit in its place |
    | escape | leave the search; everything is as before |
    """

    @dataclass
    class Stepped(Message):
        """Another hit is wanted: `rows` further down; or, `or_older`, an older query where none stands above."""

        rows: int
        or_older: bool = False

    class ListWanted(Message):
        """The list of hits is to have the focus."""

    @dataclass
    class Offering(Message):
        """What can be put in at the cursor, the first of which a key takes; only the latest matters."""

        offers: Sequence[Offer]

        def can_replace(self, message: Message) -> bool:
            """Newer offers make older ones stale."""
            return isinstance(message, SearchBar.Offering)

    class Left(Message):
        """The search is over."""

    def __init__(self, *, id: str | None = None, history: History | None = None) -> None:
        super().__init__("Search all quoted text", id=id)
        self._recall = Recall(history or History())
        self._recalled = ""
        self._completions: Completions | None = None
        self._offered_for = ("", 0)

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

    # Offers

    def offer(self, completions: Completions) -> None:
        """Offer what can be put in, made for the text and cursor as they are now; nothing takes offers away."""
        self._offered_for = (self.value, self.cursor_position)
        self._show_offers(completions if completions.offers else None)

    def _show_offers(self, completions: Completions | None) -> None:
        if completions != self._completions:
            self._completions = completions
            self.post_message(self.Offering(completions.offers if completions else ()))

    def watch_selection(self, selection: Selection) -> None:
        """Where the cursor stands now, other things can be put in."""
        if self._completions and (self.value, selection.end) != self._offered_for:
            self._show_offers(None)

    def take(self, index: int) -> None:
        """Put in one of the offers."""
        completions = self._completions
        if completions is None or (self.value, self.cursor_position) != self._offered_for:
            return
        text, cursor = completions.applied(self.value, completions.offers[index])
        self.value = text
        self.cursor_position = cursor

    def action_take(self) -> None:
        """Put in the first offer."""
        self.take(0)

    def action_turn(self) -> None:
        """Put the next offer first."""
        if self._completions:
            first, *others = self._completions.offers
            self._show_offers(replace(self._completions, offers=(*others, first)))

    def action_cursor_right(self, select: bool = False) -> None:
        """At the end of the text there is nowhere to go: take the first offer, where there is one."""
        if self._completions and self.cursor_at_end and self.selection.is_empty and not select:
            self.action_take()
        else:
            super().action_cursor_right(select)

    def action_list(self) -> None:
        """Ask for the list of hits."""
        self.post_message(self.ListWanted())

    def action_leave(self) -> None:
        """Leave the search."""
        self.post_message(self.Left())
