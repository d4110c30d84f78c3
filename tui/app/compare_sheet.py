"""A comparison as a sheet: both texts beside each other, or one above the other where there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.app.columns import Lines, beside, column_width, columns_in, wrapped
from tui.app.marking import difference_line, difference_style, in_voices, marked
from tui.app.showing import shown, shown_on_one_line
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.compare import Comparison, Fate, Pair, Side
from tui.study.difference.pieces import Kind
from tui.study.difference.signs import Told, differing, tally
from tui.study.shown_by import source_line
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


class ComparisonSheet:
    """Makes the sheet of a comparison for any width. Both texts stand in columns where two fit."""

    def __init__(self, catalogue: Catalogue, comparison: Comparison) -> None:
        self._catalogue = catalogue
        self._comparison = comparison

    @property
    def summary(self) -> str:
        """How the two differ, in a line."""
        comparison = self._comparison
        if not comparison.comparable:
            why = comparison.incomparable
            return why[:1].upper() + why[1:]
        if self._of_clauses:
            return tally(comparison.pairs[0].pieces)
        fates = comparison.fates
        each = ", ".join(f"{fates[fate]:,} {fate}" for fate in Fate if fates[fate])
        return f"{counted(len(comparison.pairs), 'clause')}: {each}"

    @property
    def _of_clauses(self) -> bool:
        return "#" in self._comparison.left and "#" in self._comparison.right

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide."""
        sheet = Sheet()
        two = columns_in(width) > 1
        size = column_width(width, 2) if two else width
        heads = [list(self._head(widget, side, size)) for side in (False, True)]
        sheet.lines += beside(heads, size) if two else [*heads[0], *heads[1]]
        if whose := self._comparison.whose:
            heading = widget.get_visual_style("sheet--heading", partial=True)
            sheet.lines += [Content(""), *shown_on_one_line(whose).stylize(heading).wrap(width)]
        sheet.lines.append(Content(""))
        for pair in self._comparison.pairs:
            if pair.fate is Fate.SAME and not self._of_clauses:
                sheet.lines.append(self._same(widget, pair, width))
            else:
                self._pair(widget, pair, sheet, size, two=two)
        return sheet

    def _head(self, widget: Widget, right: bool, width: int) -> Iterator[Content]:
        """Yield what stands above a side: its address, and for a clause its source."""
        comparison = self._comparison
        address = comparison.right if right else comparison.left
        heading = widget.get_visual_style("sheet--heading", partial=True)
        muted = widget.get_visual_style("sheet--muted", partial=True)
        yield from shown_on_one_line(f"{'right' if right else 'left'}: {address}").stylize(heading).wrap(width)
        side = None
        if self._of_clauses:
            side = comparison.pairs[0].right if right else comparison.pairs[0].left
        if side is not None:
            source = self._catalogue.source(side.rendering.source)
            said = source_line(source) if source else side.rendering.source
            kind = f"{side.rendering.authority.label}{', a fragment' if side.fragment else ''}"
            yield from shown_on_one_line(f"{said} ({kind})").stylize(muted).wrap(width)
        elif statement := self._catalogue.statement(address):
            date = f", {statement.date.label}" if statement.date else ""
            yield from shown_on_one_line(f"{statement.title}{date}").stylize(muted).wrap(width)

    def _same(self, widget: Widget, pair: Pair, width: int) -> Content:
        """Return a clause that is the same in both statements as one line."""
        text = pair.left.text if pair.left else ""
        muted = widget.get_visual_style("sheet--muted", partial=True)
        return shown_on_one_line(f"= {_ids(pair)}  {text}").stylize(muted).truncate(width, ellipsis=True)

    def _pair(self, widget: Widget, pair: Pair, sheet: Sheet, width: int, *, two: bool) -> None:
        """Add a pair of clauses to the sheet: what became of it, both texts, each difference by name."""
        if not self._of_clauses:
            heading = widget.get_visual_style("sheet--heading", partial=True)
            sheet.lines.append(
                shown_on_one_line(_said(pair)).stylize(heading).truncate(width * (1 + two), ellipsis=True)
            )
        top = len(sheet.lines)
        left, left_places = _text(widget, pair, right=False, width=width)
        right, right_places = _text(widget, pair, right=True, width=width)
        if two:
            sheet.lines += beside([left.lines, right.lines], width)
            below = top
        else:
            between = [Content("─" * min(width, 8))] if left.lines and right.lines else []
            sheet.lines += [*left.lines, *between, *right.lines]
            below = top + len(left.lines) + len(between)
        if pair.fate in (Fate.ADDED, Fate.DROPPED):
            sheet.stops.append(Stop(top, _said(pair)))
        one, other = (side.text if side else "" for side in (pair.left, pair.right))
        for told, at, right_at in zip(differing(pair.pieces, one, other), left_places, right_places, strict=True):
            if two:
                line = top + min(left.line_of(at), right.line_of(right_at))
            else:
                on_left = told.piece.left[0] < told.piece.left[1]
                line = top + left.line_of(at) if on_left else below + right.line_of(right_at)
            if told.first or told.piece.kind is not Kind.ORDER:
                sheet.stops.append(Stop(line, f"{told.said} · {told.name or Kind.SUBSTANTIVE}"))
            if told.first:
                sheet.lines += _named(widget, told, width * (1 + two))
        sheet.lines.append(Content(""))


def _named(widget: Widget, told: Told, width: int) -> list[Content]:
    """Return a difference under the texts, by name."""
    lines = difference_line(widget, told).wrap(max(2, width - 4))
    return [shown("  · " if not number else "    ") + line for number, line in enumerate(lines)]


def _text(widget: Widget, pair: Pair, *, right: bool, width: int) -> tuple[Lines, list[int]]:
    """Return one side's text as lines, and the places of its differences."""
    side = pair.right if right else pair.left
    if side is None:
        return Lines([], []), []
    if not pair.pieces:
        text = in_voices(widget, side.rendering)
        if pair.fate in (Fate.ADDED, Fate.DROPPED):
            text = text.stylize(difference_style(widget, Kind.SUBSTANTIVE))
        return wrapped(text, width), []
    text, places = marked(widget, in_voices(widget, side.rendering), pair.pieces, right=right)
    return wrapped(text, width), places


def _ids(pair: Pair) -> str:
    """Return the ids of a pair's clauses: one where they are the same."""
    left, right = (f"#{side.clause.id}" if side else "" for side in (pair.left, pair.right))
    return left if left == right or not right else right if not left else f"{left} / {right}"


def _said(pair: Pair) -> str:
    """Return what became of a clause."""
    said = [f"{_SIGNS[pair.fate]} {pair.fate}", _ids(pair)]
    if pair.fate is Fate.MOVED:
        said.append(f"{_place(pair.left)} on the left, {_place(pair.right)} on the right")
    if pair.pieces:
        said.append(tally(pair.pieces))
    if named := " and ".join(name for name, theirs in zip(("left", "right"), pair.editors, strict=True) if theirs):
        said.append(f"{named}: editors' words")
    return " · ".join(said)


def _place(side: Side | None) -> str:
    return f"clause {side.place + 1}" if side else ""


_SIGNS = {
    Fate.SAME: "=",
    Fate.CHANGED: "≠",
    Fate.MOVED: "⇅",
    Fate.DROPPED: "−",
    Fate.ADDED: "+",
    Fate.NOT_COMPARED: "?",
}
