"""A trace as a sheet: a table of the occurrences, dates first; of one of them all that is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.widget import Widget

from tui.app.marking import difference_style, in_voices
from tui.app.showing import lit, shown, shown_on_one_line, voiced
from tui.app.voices import hit_style, voice_styles
from tui.app.widgets.facts import fact_lines
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.card import Fact
from tui.study.clause_card import stretches
from tui.study.difference.pieces import Change
from tui.study.difference.signs import signed
from tui.study.trace.edges import bracketed, runs_of
from tui.study.trace.occurrence import Occurrence, Since, Trace
from tui.study.trace.signs import fate, since_line, telling, ways_line, who_line, whose_line
from tui.study.trace.timeline import sign
from tui.text.cells import cells

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_LONGEST: Final = 20
_SHORTEST: Final = 12
_WIDE: Final = 100
_BEFORE: Final = 12
"""Code points that stand before what was found, where the words are cut."""


class TraceSheet:
    """Makes the sheet of a trace for any width: a line for each occurrence, and all that is known of the one `opened`.

    Its stops are the occurrences, by their addresses.
    """

    def __init__(self, catalogue: Catalogue, trace: Trace, opened: int) -> None:
        self._catalogue, self._trace, self._opened = catalogue, trace, opened

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide."""
        sheet = Sheet()
        occurrences = self._trace.occurrences
        muted = widget.get_visual_style("sheet--muted", partial=True)
        for notice in self._trace.notices:
            sheet.lines += shown_on_one_line(notice).stylize(muted).wrap(width)
        if not occurrences:
            sheet.lines += shown("It was found nowhere in what is open: try fewer or other words.").wrap(width)
            return sheet
        sizes = _Sizes(
            min(_LONGEST, max(cells(one.when) for one in occurrences)),
            min(_LONGEST if width >= _WIDE else _SHORTEST, max(cells(one.where) for one in occurrences)),
            width,
        )
        head = f"  {'date':<{sizes.date}}  {'where':<{sizes.where}}    words"
        sheet.lines.append(shown(head).stylize(muted).truncate(width))
        for number, one in enumerate(occurrences):
            block = [_row(widget, one, sizes)] if number != self._opened else list(self._block(widget, one, width))
            sheet.stops.append(Stop(len(sheet.lines), self._said(one), one.address, len(block)))
            sheet.lines += block
        return sheet

    def _said(self, one: Occurrence) -> str:
        """Return what is said of an occurrence when one is at it."""
        return f"{one.when} · {since_line(self._trace, one, addressed=False)} · {one.address}"

    def _block(self, widget: Widget, one: Occurrence, width: int) -> Iterator[Content]:
        """Yield all that is known of an occurrence, first its words and what changed in them."""
        heading = widget.get_visual_style("sheet--heading", partial=True)
        head = f"{sign(one)} {one.when}  {one.where} · {one.statement.title}"
        yield shown_on_one_line(head).stylize(heading).truncate(width, ellipsis=True)
        if one.rendering is not None:
            text = lit(in_voices(widget, one.rendering), one.spans, hit_style(widget))
            for line in text.wrap(max(2, width - 2)):
                yield Content("  ") + line
        inner = max(2, width - 2)
        for line in fact_lines(widget, [Fact("Since", since_line(self._trace, one))], inner):
            yield Content("  ") + line
        if one.since.changes or one.since.unseen:
            for line in changes(widget, one.since).wrap(max(2, width - 4)):
                yield Content("    ") + line
        for line in fact_lines(widget, list(self._facts(one)), inner):
            yield Content("  ") + line

    def _facts(self, one: Occurrence) -> Iterator[Fact]:
        """Yield what else is to be known of an occurrence."""
        yield Fact("Words", whose_line(self._catalogue, one))
        if told := telling(one):
            yield Fact("The editors", told)
        yield Fact("Found by", ways_line(one))
        if one.dated_by_summit:
            yield Fact("Date", "the summit's: the statement has none")
        if one.parts:
            yield Fact("Took part", ", ".join(who_line(self._catalogue, one)))
        if one.same:
            yield Fact("Also at", ", ".join(one.same))


class _Sizes(NamedTuple):
    """Cells for the date, for the place and in all."""

    date: int
    where: int
    width: int


def _row(widget: Widget, one: Occurrence, sizes: _Sizes) -> Content:
    """Return an occurrence as a line: its sign, date, place, whether it changed, and its words."""
    head = Content(" ").join(
        [
            Content(sign(one)),
            shown_on_one_line(one.when).truncate(sizes.date, ellipsis=True, pad=True),
            Content(""),
            shown_on_one_line(one.where).truncate(sizes.where, ellipsis=True, pad=True),
            Content(""),
            Content(fate(one)),
        ]
    ) + Content(" ")
    return head + _words(widget, one, max(2, sizes.width - head.cell_length))


def _words(widget: Widget, one: Occurrence, width: int) -> Content:
    """Return as much of an occurrence's words as has room, what was found in sight."""
    if one.rendering is None:
        muted = widget.get_visual_style("sheet--muted", partial=True)
        return shown("missing" if one.missing else "in a clause that is not known").stylize(muted).truncate(width)
    text = lit(
        voiced(shown_on_one_line(one.rendering.text), stretches(one.rendering), voice_styles(widget)),
        one.spans,
        hit_style(widget),
    )
    start, end = one.passage or (0, 0)
    if text[:end].cell_length > width and start > _BEFORE:
        text = Content("…") + text[start - _BEFORE :]
    return text.truncate(width, ellipsis=True)


def changes(widget: Widget, since: Since) -> Content:
    """Return both wordings as one text, each difference between signs and in the style of its kind.

    What was not seen of both, at the edges of a fragment, stands muted in round brackets.
    """
    if since.left is None or since.right is None:
        return Content("")
    muted = widget.get_visual_style("sheet--muted", partial=True)
    parts: list[Content] = []
    for run in runs_of(since):
        piece = run.pieces[0]
        if run.unseen:
            parts.append(shown(bracketed(run)).stylize(muted))
        elif piece.change is Change.SAME:
            parts.append(shown(run.right))
        else:
            said = signed([piece], since.left.text, since.right.text)
            parts.append(shown(said).stylize(difference_style(widget, piece.kind)))
    return Content("").join(parts)
