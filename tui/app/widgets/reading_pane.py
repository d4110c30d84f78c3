"""The reading pane: one record, read whole. A clause's text comes first, in the voices it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip

from tui.app.showing import FACTS_WIDTH, TEXT_WIDTH, lit, shown, shown_on_one_line, voiced, wrapped_paragraph
from tui.app.voices import VOICE_CLASSES, VOICE_CSS, hit_style, voice_styles
from tui.app.widgets.facts import FACT_CLASSES, FACT_CSS, fact_lines
from tui.app.widgets.line_view import LineView
from tui.app.widgets.scrolled import SCROLL_KEYS
from tui.study.card import Card, Fact, Voice

_UNSEEN: Final = 80
"""How wide a pane is taken to be while it is hidden."""

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as wrapped: the `paragraph` it is of, counted from 0, and at which of its code points it begins."""

    content: Content
    paragraph: int
    start: int


class ReadingPane(LineView, can_focus=True, inherit_bindings=False):
    """One record: its title and address, its text, its facts."""

    BINDING_GROUP_TITLE = "Reading"
    BINDINGS: ClassVar[list[BindingType]] = SCROLL_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *VOICE_CLASSES,
        *FACT_CLASSES,
        "reading-pane--title",
        "reading-pane--address",
    }
    """
    | Class | What it styles |
    | --- | --- |
    | `reading-pane--title` | the record's title |
    | `reading-pane--address` | its address, below |
    """
    DEFAULT_CSS = (
        """
    ReadingPane {
        padding: 0 1;
        & > .reading-pane--title { color: $foreground; text-style: bold; }
        & > .reading-pane--address { color: $foreground 65%; }
    }
    """
        + VOICE_CSS.replace("SELF", "ReadingPane")
        + FACT_CSS.replace("SELF", "ReadingPane")
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card = Card("", "", "")
        self._spans: Spans = ()
        self._place: int | None = None
        self._lines: list[_Line] = []
        self._paragraphs: list[str] = []
        self._text_from = 0
        self._facts: list[Content] = []
        self._facts_wrapped: tuple[Sequence[Fact], int] = ((), 0)
        self._stale = True
        self._wrapped_width = 0
        self._drawn: dict[int, Strip] = {}

    @property
    def text(self) -> str:
        """What is there to read, a paragraph a line."""
        return "\n".join(self._paragraphs)

    def show_card(self, card: Card, spans: Spans = (), place: int | None = None) -> None:
        """Show `card` from its top, or from the first of the matched words in `spans`, or from those at `place`."""
        self._place = spans[0][0] if spans and place is None else place if spans else None
        with self.changing():
            if card != self._card or tuple(spans) != tuple(self._spans):
                self._card, self._spans = card, spans
                self._stale = True
                if self.text_selection is not None:
                    self.screen.clear_selection()
            self._show_place()

    def on_resize(self) -> None:
        """Lines are as wide as the pane."""
        with self.changing():
            self._show_place()

    def notify_style_update(self) -> None:
        """With other styles, the card looks different."""
        super().notify_style_update()
        self._stale = True
        self._facts_wrapped = ((), 0)

    def _show_place(self) -> None:
        self._wrap()
        above = 0 if self._place is None else max(0, self._line_of(self._place) - self.size.height // 3)
        self.scroll_to(y=above, animate=False, force=True)

    def _line_of(self, offset: int) -> int:
        """Return the line, from 0, that the code point of the text at `offset` stands on."""
        paragraph, start = self._text_from, offset + self._quoted
        while start > len(self._paragraphs[paragraph]):
            start -= len(self._paragraphs[paragraph]) + 1
            paragraph += 1
        return max(
            number for number, line in enumerate(self._lines) if line.paragraph == paragraph and line.start <= start
        )

    # The lines

    def _wrap(self) -> None:
        """Wrap the card for the width there is, unless it is."""
        # The last column is the scroll bar's.
        width = max(2, (self.size.width or _UNSEEN) - 1)
        if width == self._wrapped_width and not self._stale:
            return
        self._wrapped_width, self._stale = width, False
        self.forget_drawn()
        self._lines, self._paragraphs = [], []
        for content in self._head():
            self._add(content, width)
        if self._card.text:
            self._text_from = len(self._paragraphs)
            self._add(self._text(), min(width, TEXT_WIDTH))
            self._add(Content(""), width)
        # While a phrase is typed, other words of the same clause are lit: its facts stay as they are.
        wrapped = (self._card.facts, width)
        if self._facts_wrapped != wrapped:
            self._facts_wrapped = wrapped
            self._facts = list(fact_lines(self, self._card.facts, min(width, FACTS_WIDTH)))
        for line in (*self._facts, Content("")):
            self._lines.append(_Line(line, len(self._paragraphs), 0))
            self._paragraphs.append(line.plain)
        self.set_height(len(self._lines))

    def _add(self, content: Content, width: int) -> None:
        """Add a text, wrapped."""
        for paragraph in content.split("\n", allow_blank=True):
            number = len(self._paragraphs)
            self._paragraphs.append(paragraph.plain)
            self._lines += (_Line(line, number, start) for start, line in wrapped_paragraph(paragraph, width))

    def _head(self) -> Iterator[Content]:
        """Yield the title and the address, with the blank lines around them."""
        card = self._card
        yield Content("")
        yield shown_on_one_line(card.title, self.get_visual_style("reading-pane--title", partial=True))
        address = " · ".join(part for part in ("" if card.text else card.kind, card.address) if part)
        yield shown(address, self.get_visual_style("reading-pane--address", partial=True))
        yield Content("")

    def _text(self) -> Content:
        """The text in its voices and, while a search lasts, with its matched words lit.

        Text that is direct speech from end to end stands in quotation marks: its source's own stand outside it.
        """
        text = voiced(shown(self._card.text), self._card.stretches, voice_styles(self))
        text = lit(text, self._spans, hit_style(self))
        return Content("“") + text + Content("”") if self._quoted else text

    @property
    def _quoted(self) -> bool:
        voices = {stretch.voice for stretch in self._card.stretches}
        return Voice.DOCUMENT in voices and Voice.SOURCE not in voices

    # How they look

    def forget_drawn(self) -> None:
        """Forget how the lines looked."""
        self._drawn.clear()

    def draw_line(self, y: int) -> Strip:
        """Return a line of the card, or a blank one below it."""
        self._wrap()
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        if y not in self._drawn:
            self._drawn[y] = self._strip(self._lines[y])
        return self._drawn[y]

    def _strip(self, line: _Line) -> Strip:
        content, selection = line.content, self.text_selection
        if selection is not None and (span := selection.get_span(line.paragraph)) is not None:
            start, end = span
            end = len(self._paragraphs[line.paragraph]) if end == -1 else end
            chosen = self.screen.get_visual_style("screen--selection")
            content = content.stylize(chosen, max(0, start - line.start), max(0, end - line.start))
        strip = Strip(content.render_segments(self.visual_style), content.cell_length)
        strip = strip.apply_offsets(line.start, line.paragraph)
        return strip.adjust_cell_length(self.size.width, self.visual_style.rich_style)

    # What the reader selects with the mouse

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the words that are selected, and what ends them."""
        return selection.extract(self.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """What is selected looks different."""
        self.forget_drawn()
        self.show_changes()
