"""What the screens on top of the reading room share: a box with a text to scroll, closed by Escape."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.widgets.scrolled import Scrolled


class OverlayText(Scrolled):
    """The text of an overlay."""


class Overlay(ModalScreen[None]):
    """A text over the reading room. `title` stands in the border, with how to close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,exclamation_mark", "dismiss", "Close", show=False),
    ]

    DEFAULT_CSS = """
    Overlay { align: center middle; }
    Overlay > OverlayText {
        width: 90%;
        max-width: 110;
        height: auto;
        max-height: 90%;
        border: heavy $accent;
        background: $surface;
        padding: 0 1;
    }
    """

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The box and its text."""
        with OverlayText() as box:
            yield Static(self._text, id="overlay-text")
        box.border_title = Content(self._title)
        box.border_subtitle = Content("Esc closes")
