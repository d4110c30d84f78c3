"""A page as a sheet: facts, then under each heading its rows, each of them a place to step to."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widget import Widget

from tui.app.showing import FACTS_WIDTH, fitted, shown, shown_on_one_line
from tui.app.widgets.facts import fact_lines
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.page import Page, Row, Section
from tui.text.cells import cells

_DATE: Final = 12
_NARROW: Final = 50
_TITLE_LINES: Final = 2
_DETAIL_LINES: Final = 2


class PageSheet:
    """Makes the sheet of a page for any width."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide at the most."""
        sheet, width = Sheet(), min(width, FACTS_WIDTH)
        if self._page.facts:
            sheet.lines += fact_lines(widget, self._page.facts, width)
        for section in self._page.sections:
            _section(sheet, widget, section, width)
        return sheet


def _section(sheet: Sheet, widget: Widget, section: Section, width: int) -> None:
    heading = widget.get_visual_style("sheet--heading", partial=True)
    muted = widget.get_visual_style("sheet--muted", partial=True)
    if sheet.lines:
        sheet.lines.append(Content(""))
    sheet.lines += shown_on_one_line(section.heading).stylize(heading).wrap(width)
    if section.note:
        sheet.lines += shown_on_one_line(section.note).stylize(muted).wrap(width)
    dates = max((cells(row.date) for row in section.rows), default=0)
    indent = min(dates + 2, _DATE) if dates and width >= _NARROW else 2
    for row in section.rows:
        if row.address:
            sheet.stops.append(Stop(len(sheet.lines), row.address, row.address))
        sheet.lines += _row(widget, row, indent, width)
    if section.more:
        sheet.lines.append(Content(f"… and {section.more:,} more").stylize(muted))


def _row(widget: Widget, row: Row, indent: int, width: int) -> list[Content]:
    """Return a row as lines: the date, what it is, and below that what is to be known of it; cut with an ellipsis."""
    muted = widget.get_visual_style("sheet--muted", partial=True)
    date = shown_on_one_line(row.date)
    # A date that does not fit beside the text has a line of its own.
    beside = date.cell_length + 2 <= indent
    lines = [] if beside else [date]
    room = max(2, width - indent)
    texts = _cut(shown_on_one_line(row.title), room, _TITLE_LINES)
    if row.detail:
        texts += _cut(shown(row.detail.replace("\n", " ")).stylize(muted), room, _DETAIL_LINES)
    for number, text in enumerate(texts):
        head = date if beside and not number else Content("")
        lines.append(head.pad_right(indent - head.cell_length) + text)
    return lines


def _cut(text: Content, room: int, most: int) -> list[Content]:
    whole = text.wrap(room)
    return [line.rstrip() for line in (whole if len(whole) <= most else fitted(text, room, most))]
