"""The box that a quotation is pasted or typed into, of any length that a person would quote."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from tui.app.proving import MOST, tidy


class QuotationBox(TextArea):
    """A text of several lines. Enter breaks a line: a terminal that pastes as if typed sends it between the lines."""

    BINDING_GROUP_TITLE = "Quotation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "leave", "To the verdict", id="quotation.verdict"),
        Binding("ctrl+u", "empty", "Empty", id="quotation.empty", tooltip="Take the quotation away; ctrl+z undoes"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | tab, shift+tab | go to the verdict |
    | ctrl+u | empty the box |
    """
    DEFAULT_CSS = """
    QuotationBox { height: 1fr; background: $background; padding: 0 1; }
    """

    class Left(Message):
        """The verdict is to have the focus."""

    def __init__(self, text: str, *, id: str | None = None) -> None:
        super().__init__(
            tidy(text),
            id=id,
            compact=True,
            highlight_cursor_line=False,
            placeholder="Paste or type the words that you want to prove",
        )
        # An idle program draws nothing: a blinking cursor would, twice a second, over every ssh line.
        self.cursor_blink = False

    def edit(self, edit: Edit) -> EditResult:
        """Whatever comes in, no control or bidirectional character of it reaches the terminal."""
        safe = Edit(tidy(edit.text), edit.from_location, edit.to_location, edit.maintain_selection_offset)
        return super().edit(safe)

    async def _on_paste(self, event: events.Paste) -> None:
        """A text that nobody quotes is refused, not cut; all else is for the stock box."""
        event.stop()
        if too_long(self, event.text):
            event.prevent_default()

    def put(self, text: str) -> None:
        """Put a text in the place of what is there."""
        if not too_long(self, text):
            self.replace(text, (0, 0), self.document.end)
            self.move_cursor(self.document.end)

    def action_leave(self) -> None:
        """Ask for the verdict."""
        self.post_message(self.Left())

    def action_empty(self) -> None:
        """Take the whole quotation away."""
        self.clear()


def too_long(box: QuotationBox, text: str) -> bool:
    """Return whether a text is too long to be a quotation, and say so."""
    if len(text) <= MOST:
        return False
    said = f"Too long to be verified here: {len(text):,} characters, of at most {MOST:,}. Use summit-tui verify -"
    box.notify(said, severity="warning", markup=False)
    return True
