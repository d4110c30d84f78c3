"""A source's text as a sheet: the clauses in it marked at the margin by a line and their ids, the rest dimmed.

Of what clauses cover, the document's words and the source's are in their voices, as in the reading pane.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from textual.content import Content
from textual.widget import Widget

from tui.app.showing import TEXT_WIDTH, shown_on_one_line
from tui.app.voices import voice_styles
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.card import Voice
from tui.study.source_text import SourceReading, Taken
from tui.text.cells import cells
from tui.text.visible import visible
from tui.text.wrapping import wrap

_MARGINS: Final = ((100, 24), (64, 14), (0, 8))
"""Cells for ids at the margin, by how wide the sheet is at the least."""
_LINE: Final = "┃"
_FIRST: Final = "┏"


class SourceSheet:
    """Makes the sheet of a source for any width."""

    def __init__(self, reading: SourceReading) -> None:
        self._reading = reading

    def stop_of(self, clause: str) -> int | None:
        """Return the number of the place of a clause, by its address; None where it has none."""
        taken = self._reading.taken
        return next((number for number, one in enumerate(taken) if one.clause == clause), None)

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide. A line is made when it is seen: a source can be as long as a book."""
        return _Lines(widget, self._reading, width)


class _Lines(Sheet):
    def __init__(self, widget: Widget, reading: SourceReading, width: int) -> None:
        super().__init__()
        self._reading = reading
        # What is shown for a control character takes a cell, a tab is a space: so they are measured.
        text = visible(reading.text or "").replace("\t", " ")
        longest = max((cells(taken.id) for taken in reading.taken), default=0)
        self._margin = min(longest, next(most for least, most in _MARGINS if width >= least))
        self._spans = wrap(text, min(TEXT_WIDTH, width - self._margin - 3)) if reading.text is not None else []
        self._above = self._said(widget, width)
        starts = [start for start, _ in self._spans]
        for taken in reading.taken:
            line = len(self._above) + max(0, bisect_right(starts, taken.start) - 1)
            self.stops.append(Stop(line, f"#{taken.id} · {taken.said}", taken.clause))
        self._voices = voice_styles(widget)
        self._muted = widget.get_visual_style("sheet--muted", partial=True)
        self._bar = widget.get_visual_style("sheet--stop", partial=True)

    def _said(self, widget: Widget, width: int) -> list[Content]:
        """Return what is said above the text: that something is wrong, and which clauses have no place in it."""
        heading = widget.get_visual_style("sheet--heading", partial=True)
        said = [self._reading.trouble] if self._reading.trouble else []
        if self._reading.lost:
            ids = ", ".join(f"#{address.rpartition('#')[2]}" for address in self._reading.lost)
            said.append(f"Clauses whose words are not here as they are recorded: {ids}")
        lines = [line for text in said for line in shown_on_one_line(text).stylize(heading).wrap(width)]
        return [*lines, Content("")] if lines else []

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._above) + len(self._spans)

    def line(self, y: int) -> Content:
        """Return a line: ids and a rule at the margin where a clause stands, then the text."""
        if y < len(self._above):
            return self._above[y]
        start, end = self._spans[y - len(self._above)]
        here = self._reading.covered(start, max(end, start + 1)) if start < end else []
        content = shown_on_one_line((self._reading.text or "")[start:end])
        content = self._in_styles(content, here, start, end)
        begun = [taken for taken in here if start <= taken.start < end]
        ids = self._ids(begun)
        rule = Content(_FIRST if begun else _LINE if here else " ").stylize(self._bar)
        return ids.pad_left(max(0, self._margin - ids.cell_length)) + Content(" ") + rule + Content(" ") + content

    def _ids(self, begun: list[Taken]) -> Content:
        """Return what stands at the margin where clauses begin: all ids, or the first and how many more there are."""
        ids = shown_on_one_line(" ".join(taken.id for taken in begun))
        if ids.cell_length <= self._margin:
            return ids
        more = f" +{len(begun) - 1}" if len(begun) > 1 else ""
        return shown_on_one_line(begun[0].id).truncate(self._margin - len(more), ellipsis=True) + Content(more)

    def _in_styles(self, content: Content, here: list[Taken], start: int, end: int) -> Content:
        """Return a line with what clauses cover in its voices, and the rest dimmed."""
        at = start
        for first, last, voice in _voiced(here):
            first, last = max(first, at), min(last, end)
            if first < last:
                content = content.stylize(self._muted, at - start, first - start)
                content = content.stylize(self._voices[voice], first - start, last - start)
                at = last
        return content.stylize(self._muted, at - start, end - start)


def _voiced(here: list[Taken]) -> Iterator[tuple[int, int, Voice]]:
    """Yield the stretches of clauses, in their order, each with whose words it has."""
    for taken in sorted(here):
        edges = sorted({taken.start, taken.end, *chain(*taken.own, *taken.inserted)})
        for first, last in pairwise(edges):
            yield first, last, _voice(taken, first)


def _voice(taken: Taken, at: int) -> Voice:
    if any(first <= at < last for first, last in taken.inserted):
        return Voice.INSERTION
    return Voice.DOCUMENT if any(first <= at < last for first, last in taken.own) else Voice.SOURCE
