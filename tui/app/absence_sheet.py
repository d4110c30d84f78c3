"""The absence grid as a sheet: what is traced down the side, the statements in order of time across."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widget import Widget

from tui.app.marking import difference_style
from tui.app.showing import shown, shown_on_one_line
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.difference.pieces import Kind
from tui.study.trace.absence import LEGEND, SIGNS, Cell, Column, Grid, Row
from tui.text.counting import counted

_LEAST: Final = 16
_MOST: Final = 44
_WIDEST: Final = 3
_HERE: Final = "▼"
_BESIDE: Final = 4
"""What stands beside columns: a cell before them, and three after for the year above the last."""


class AbsenceSheet:
    """Makes the sheet of a grid for any width, with the column one is at in sight. Its stops are the rows."""

    def __init__(self, grid: Grid, column: int) -> None:
        self._grid, self._column = grid, column

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide."""
        sheet = Sheet()
        columns = self._grid.columns
        label = max(_LEAST, min(_MOST, width - len(columns) - _BESIDE))
        size = max(1, min(_WIDEST, (width - label - _BESIDE) // max(1, len(columns))))
        room = max(1, (width - label - _BESIDE) // size)
        first = max(0, min(self._column - room // 2, len(columns) - room))
        seen = range(first, min(len(columns), first + room))
        muted = widget.get_visual_style("sheet--muted", partial=True)
        if columns:
            lead = " " * (label + 1)
            for line in years([columns[place] for place in seen], size):
                sheet.lines.append(Content(lead + line).stylize(muted))
            sheet.lines.append(Content(lead + " " * (size * (self._column - first)) + _HERE))
        for row in self._grid.rows:
            sheet.stops.append(Stop(len(sheet.lines), self._said(row), self._address(row)))
            title = shown_on_one_line(f"{row.trace.kind}: {row.trace.title}").truncate(label, ellipsis=True, pad=True)
            sheet.lines.append(
                Content("").join([title, Content(" "), *(self._cell(widget, row, at, size) for at in seen)])
            )
        sheet.lines.append(Content(""))
        sheet.lines += shown(LEGEND).stylize(muted).wrap(width)
        if self._grid.left_out:
            said = f"Left out: {counted(self._grid.left_out, 'statement')} of which nothing is known here"
            sheet.lines += shown(said).stylize(muted).wrap(width)
        if len(seen) < len(columns):
            said = f"Statements {first + 1} to {first + len(seen)} of {len(columns)}: ← → for the others"
            sheet.lines += shown(said).stylize(muted).wrap(width)
        return sheet

    def _cell(self, widget: Widget, row: Row, place: int, size: int) -> Content:
        cell = row.cells[place]
        text = Content(f"{SIGNS[cell]:<{size}}")
        if cell is Cell.MISSING:
            text = text.stylize(difference_style(widget, Kind.SUBSTANTIVE))
        if place == self._column:
            text = text.stylize(widget.get_visual_style("sheet--stop", partial=True), 0, 1)
        return text

    def _said(self, row: Row) -> str:
        """Return what is said of the cell one is at."""
        if not self._grid.columns:
            return row.trace.title
        column, cell = self._grid.columns[self._column], row.cells[self._column]
        known = row.said[self._column] or (f"{cell} by the editors" if cell is Cell.NOT_SEEN else cell.value)
        return f"{column.when} {column.title} · {known} · {column.statement.key}"

    def _address(self, row: Row) -> str:
        """Return the address of what stands in the cell one is at; else of the statement."""
        if not self._grid.columns:
            return ""
        first = row.first[self._column]
        return first.address if first else self._grid.columns[self._column].statement.key


def years(columns: list[Column], size: int) -> list[str]:
    """Return lines with the year above the first statement of each; a year without room goes a line further down."""
    lines: list[str] = []
    before = ""
    for place, column in enumerate(columns):
        year = f"{column.date.earliest.year}" if column.date else ""
        at = place * size
        if year and year != before:
            free = (number for number, line in enumerate(lines) if not line or len(line) < at)
            line = next(free, len(lines))
            lines += [""] if line == len(lines) else []
            lines[line] = f"{lines[line]:<{at}}{year}"
        before = year
    return lines
