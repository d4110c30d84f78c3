"""A trace as a sheet: each occurrence with its date first, its words, what changed in them, how it was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.app.marking import difference_style, in_voices
from tui.app.showing import lit, shown, shown_on_one_line
from tui.app.voices import hit_style
from tui.app.widgets.facts import fact_lines
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.card import Fact
from tui.study.difference.pieces import Change
from tui.study.difference.signs import signed
from tui.study.trace.occurrence import Occurrence, Since, Trace
from tui.study.trace.signs import since_line, telling, ways_line, who_line, whose_line
from tui.study.trace.timeline import sign

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


class TraceSheet:
    """Makes the sheet of a trace for any width; its stops are the occurrences, by their addresses."""

    def __init__(self, catalogue: Catalogue, trace: Trace) -> None:
        self._catalogue, self._trace = catalogue, trace

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide."""
        sheet = Sheet()
        muted = widget.get_visual_style("sheet--muted", partial=True)
        for notice in self._trace.notices:
            sheet.lines += shown_on_one_line(notice).stylize(muted).wrap(width)
        if self._trace.notices:
            sheet.lines.append(Content(""))
        if not self._trace.occurrences:
            sheet.lines += shown("It was found nowhere in what is open: try fewer or other words.").wrap(width)
        for one in self._trace.occurrences:
            sheet.stops.append(Stop(len(sheet.lines), self._said(one), one.address))
            sheet.lines += [*self._block(widget, one, width), Content("")]
        return sheet

    def _said(self, one: Occurrence) -> str:
        """Return what is said of an occurrence when one is at it."""
        return f"{one.when} · {one.address} · {since_line(self._trace, one)}"

    def _block(self, widget: Widget, one: Occurrence, width: int) -> Iterator[Content]:
        heading = widget.get_visual_style("sheet--heading", partial=True)
        where = f"{one.summit.place or one.summit.title} · " if one.summit else ""
        head = f"{sign(one)} {one.when}  {where}{one.statement.title}"
        yield shown_on_one_line(head).stylize(heading).truncate(width, ellipsis=True)
        if one.rendering is not None:
            text = lit(in_voices(widget, one.rendering), one.spans, hit_style(widget))
            for line in text.wrap(max(2, width - 2)):
                yield Content("  ") + line
        for line in fact_lines(widget, list(self._facts(one)), max(2, width - 2)):
            yield Content("  ") + line
        if one.since.changes:
            for line in changes(widget, one.since).wrap(max(2, width - 4)):
                yield Content("    ") + line

    def _facts(self, one: Occurrence) -> Iterator[Fact]:
        """Yield what is to be known of an occurrence; what changed comes last, since its words follow."""
        yield Fact("Words", whose_line(self._catalogue, one))
        if told := telling(one):
            yield Fact("The editors", told)
        yield Fact("Found by", ways_line(one))
        if one.dated_by_summit:
            yield Fact("Date", "the summit's: the statement has none")
        if one.same:
            yield Fact("Also at", ", ".join(one.same))
        if one.parts:
            yield Fact("Took part", ", ".join(who_line(self._catalogue, one)))
        yield Fact("Since", since_line(self._trace, one))


def changes(widget: Widget, since: Since) -> Content:
    """Return both wordings as one text, each difference between signs and in the style of its kind.

    What only one of two was seen to have, since the other is a fragment, stands muted in round brackets.
    """
    if since.left is None or since.right is None:
        return Content("")
    left, right = since.left.text, since.right.text
    muted = widget.get_visual_style("sheet--muted", partial=True)
    parts: list[Content] = []
    for number, piece in enumerate(since.pieces):
        if piece.change is Change.SAME:
            parts.append(shown(right[slice(*piece.right)]))
        elif number in since.unseen:
            only = left[slice(*piece.left)] or right[slice(*piece.right)]
            parts.append(shown(f"({only})").stylize(muted))
        else:
            parts.append(shown(signed([piece], left, right)).stylize(difference_style(widget, piece.kind)))
    return Content("").join(parts)
