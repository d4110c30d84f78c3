"""The reading pane: one record, read whole. A clause's text comes first, in the voices it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.app.showing import lit, shown, shown_on_one_line, voiced
from tui.app.voices import VOICE_CLASSES, VOICE_CSS, hit_style, voice_styles
from tui.app.widgets.fact_list import FactList
from tui.app.widgets.scrolled import Scrolled
from tui.study.card import Card, Voice


class ClauseText(Static):
    """A clause's text with its voices and, while a search lasts, its matched words lit.

    Text that is direct speech from end to end stands in quotation marks: its source's own stand outside it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = VOICE_CLASSES
    DEFAULT_CSS = VOICE_CSS.replace("SELF", "ClauseText")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Content("")

    def show_text(self, card: Card, spans: Sequence[tuple[int, int]]) -> None:
        """Show the text of `card`, with `spans` lit."""
        styles = voice_styles(self)
        text = voiced(shown(card.text), card.stretches, styles)
        text = lit(text, spans, hit_style(self))
        voices = {stretch.voice for stretch in card.stretches}
        if Voice.DOCUMENT in voices and Voice.SOURCE not in voices:
            text = Content("“") + text + Content("”")
        self._text = text
        self.update(text)

    def line_of(self, offset: int) -> int:
        """Return the line, from 0, that the code point at `offset` stands on."""
        passed = 0
        for number, line in enumerate(self._text.wrap(max(2, self.content_size.width))):
            passed += len(line.plain)
            if offset < passed:
                return number
        return 0


class ReadingPane(Scrolled):
    """One record: its title and address, its text, its facts."""

    BINDING_GROUP_TITLE = "Reading"
    DEFAULT_CSS = """
    ReadingPane {
        padding: 0 1;
        & > #reading-head { margin: 1 1 0 0; color: $foreground 65%; }
        & > #reading-text { margin: 1 1 0 0; max-width: 92; }
        & > FactList { margin: 1 1 1 0; max-width: 110; }
    }
    """

    def compose(self) -> ComposeResult:
        """Head, text, facts."""
        yield Static(id="reading-head")
        yield ClauseText(id="reading-text")
        yield FactList(id="reading-facts")

    def show_card(self, card: Card, spans: Sequence[tuple[int, int]] = (), place: int | None = None) -> None:
        """Show `card` from its top, or from the first of the matched words in `spans`, or from those at `place`."""
        address = " · ".join(part for part in ("" if card.text else card.kind, card.address) if part)
        title = shown_on_one_line(card.title).stylize("bold $foreground")
        self.query_one("#reading-head", Static).update(title + Content("\n") + shown(address))
        text = self.query_one(ClauseText)
        text.display = bool(card.text)
        text.show_text(card, spans)
        self.query_one(FactList).show_facts(card.facts)
        if spans:
            self.call_after_refresh(self._show_line, spans[0][0] if place is None else place)
        else:
            self.scroll_home(animate=False)

    def _show_line(self, offset: int) -> None:
        text = self.query_one(ClauseText)
        line = text.line_of(offset)
        above = text.virtual_region.y + line - self.size.height // 3
        self.scroll_to(y=max(0, above), animate=False)
