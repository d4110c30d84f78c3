"""The line under the search box: what can be put in where the cursor stands. It takes no focus and moves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.app.showing import shown_on_one_line

if TYPE_CHECKING:
    from tui.search.language.complete import Offer

_MARK: Final = "→ "
_BETWEEN: Final = "  "


class OfferLine(Widget):
    """Offers in a row, the first of them with an arrow: the key that takes it. A click takes any.

    What is told of the first stands there too, where there is room for all; and so does, beside them, what can be done
    with the whole text.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offer-line--first", "offer-line--muted"}
    """
    | Class | What it styles |
    | --- | --- |
    | `offer-line--first` | the offer that the key takes |
    | `offer-line--muted` | the others, and what is told of the first |
    """

    DEFAULT_CSS = """
    OfferLine {
        height: 1;
        margin: 0 1;
        display: none;
        &.-shown { display: block; }
        & > .offer-line--first { text-style: bold; color: $text-accent; }
        & > .offer-line--muted { color: $foreground 65%; }
        &:ansi > .offer-line--muted { color: ansi_default; text-style: dim; }
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    @dataclass
    class Taken(Message):
        """An offer was clicked: its place among them, from 0."""

        index: int

    class AsideTaken(Message):
        """What can be done with the whole text was clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._offers: Sequence[Offer] = ()
        self._aside = ""

    @property
    def offers(self) -> Sequence[Offer]:
        """The offers shown."""
        return self._offers

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show `offers`; none leaves the line blank."""
        if offers != self._offers:
            self._offers = offers
            self.refresh()

    @property
    def aside(self) -> str:
        """What can be done with the whole text; nothing where nothing is said."""
        return self._aside

    def show_aside(self, text: str) -> None:
        """Say what can be done with the whole text, with its key; nothing takes it away."""
        if text != self._aside:
            self._aside = text
            self.refresh()

    def _parts(self) -> list[Content]:
        muted = self.get_visual_style("offer-line--muted", partial=True)
        first = self.get_visual_style("offer-line--first", partial=True)
        parts = [
            shown_on_one_line(offer.insert, muted if index else first) + Content(_BETWEEN)
            for index, offer in enumerate(self._offers)
        ]
        if parts:
            parts[0] = Content(_MARK).stylize(first) + parts[0]
            about = shown_on_one_line(self._offers[0].about + _BETWEEN, muted)
            if sum(part.cell_length for part in parts) + about.cell_length <= self.size.width:
                parts[0] += about
        return parts

    def _aside_part(self, taken: int) -> Content:
        """What can be done with the whole text, where it has room beside offers that take so many cells."""
        part = shown_on_one_line(self._aside, self.get_visual_style("offer-line--muted", partial=True))
        return part if not taken or taken + part.cell_length <= self.size.width else Content("")

    def render(self) -> Content:
        """Return the line."""
        offers = Content("").join(self._parts())
        line = offers + self._aside_part(offers.cell_length)
        return line.truncate(max(1, self.size.width), ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Take the offer that was clicked."""
        end = 0
        for index, part in enumerate(self._parts()):
            end += part.cell_length
            if event.x < end:
                self.post_message(self.Taken(index))
                return
        if event.x < end + self._aside_part(end).cell_length:
            self.post_message(self.AsideTaken())
