"""Texts beside each other, wrapped, where each line still knows which code points it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from textual.content import Content

from tui.app.showing import shown, wrapped_paragraph

GAP: Final = " │ "
LEAST: Final = 36
"""Cells of a column at the least; where there is no room for two, texts stand one above the other."""


class Lines(NamedTuple):
    """A text as wrapped lines, and at which of its code points each begins."""

    lines: list[Content]
    starts: list[int]

    def line_of(self, place: int) -> int:
        """Return the line, from 0, that a code point stands on."""
        return max((number for number, start in enumerate(self.starts) if start <= place), default=0)


def wrapped(text: Content, width: int) -> Lines:
    """Return a text wrapped to lines of at most `width` cells."""
    lines: list[Content] = []
    starts: list[int] = []
    begin = 0
    for paragraph in text.split("\n", allow_blank=True):
        for start, line in wrapped_paragraph(paragraph, width):
            lines.append(line)
            starts.append(begin + start)
        begin += len(paragraph.plain) + 1
    return Lines(lines, starts)


def columns_in(width: int) -> int:
    """Return how many texts fit beside each other in so many cells."""
    return max(1, (width + len(GAP)) // (LEAST + len(GAP)))


def column_width(width: int, columns: int) -> int:
    """Return the cells of each of so many columns."""
    return max(2, (width - len(GAP) * (columns - 1)) // columns)


def beside(columns: Sequence[Iterable[Content]], width: int) -> list[Content]:
    """Return columns of lines, each `width` cells wide, as lines with a rule between the columns."""
    rows = zip_longest(*columns, fillvalue=Content(""))
    rule = shown(GAP)
    return [rule.join([cell.truncate(width, pad=True) for cell in row]).rstrip() for row in rows]
