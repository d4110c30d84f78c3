"""A box of one line to type in, as both boxes of the reading room are."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.text.visible import one_line


class LineInput(Input):
    """An input that is a quiet neighbour of the panes: it neither blinks nor lays out the screen with every letter."""

    # The stock one lays out the whole screen with every letter, since the text has another width then.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        # An idle program draws nothing: a blinking cursor would, twice a second, over every ssh line.
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever is pasted, no control or bidirectional character of it reaches the terminal."""
        return one_line(value)

    def _on_paste(self, event: events.Paste) -> None:
        """What is pasted is pasted whole: where its source broke the lines is no part of it."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))
