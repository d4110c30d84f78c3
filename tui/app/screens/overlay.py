"""What the screens on top of the reading room share: a box with a text to scroll, closed by Escape."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class OverlayText(VerticalScroll, inherit_bindings=False):
    """The text of an overlay."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Down", show=False),
        Binding("k,up", "scroll_up", "Up", show=False),
        Binding("ctrl+d,pagedown,space", "page_down", "Page down", show=False),
        Binding("ctrl+u,pageup", "page_up", "Page up", show=False),
        Binding("g,home", "scroll_home", "Top", show=False),
        Binding("G,end", "scroll_end", "Bottom", show=False),
    ]


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
        scrollbar-size-vertical: 1;
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
