"""Turns texts of a collection into Textual content. Nothing else in the app may: text is data, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from textual.content import Content
from textual.style import Style

from tui.study.card import Stretch, Voice
from tui.text.visible import one_line, visible

TEXT_WIDTH: Final = 92
"""Cells of a line of running text at the most: longer ones are hard to read."""

FACTS_WIDTH: Final = 110
"""Cells of a line of facts, or of a list, at the most."""

Styles = Mapping[Voice, Style]
_ENOUGH: Final = 2
"""Code points a cell of which some lines of a text certainly need no more."""


def shown(text: str, style: Style | None = None) -> Content:
    """Return `text` as content that shows exactly its words, in one style."""
    return _styled(Content(visible(text)), style)


def shown_on_one_line(text: str, style: Style | None = None) -> Content:
    """Return `text` as content with line breaks and tabs as spaces; offsets stay true."""
    return _styled(Content(one_line(text)), style)


def voiced(content: Content, stretches: Iterable[Stretch], styles: Styles) -> Content:
    """Return a clause's text with each stretch in the style of its voice."""
    for stretch in stretches:
        content = content.stylize(styles[stretch.voice], stretch.start, stretch.end)
    return content


def lit(content: Content, spans: Iterable[tuple[int, int]], style: Style) -> Content:
    """Return `content` with `spans`, `[start, end)` in code points, lit."""
    for start, end in spans:
        content = content.stylize(style, start, end)
    return content


def wrapped_paragraph(paragraph: Content, width: int) -> Iterator[tuple[int, Content]]:
    """Yield the lines of a text without line breaks, `width` cells wide at the most, and where in it each begins."""
    start = 0
    for line in paragraph.wrap(max(2, width)):
        # Only the spaces at a line's end go when it is wrapped.
        start = max(start, paragraph.plain.find(line.plain, start))
        yield start, line
        start += len(line.plain)


def fitted(content: Content, width: int, lines: int) -> list[Content]:
    """Return `content` wrapped to at most `lines` lines of `width` cells, the last with an ellipsis where cut."""
    if width < 2:
        return [Content("")] * lines
    # The whole of a long text need not be wrapped for its first lines, unless it is full of marks without a width.
    wrapped = content[: _ENOUGH * width * lines].wrap(width)
    if len(wrapped) <= lines and len(content) > _ENOUGH * width * lines:
        wrapped = content.wrap(width)
    if len(wrapped) > lines:
        last = wrapped[lines - 1].rstrip()
        wrapped = [*wrapped[: lines - 1], last.truncate(width - 1) + Content("…")]
    return wrapped


def _styled(content: Content, style: Style | None) -> Content:
    return content.stylize(style) if style is not None else content
