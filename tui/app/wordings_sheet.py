"""The wordings of a clause as a sheet: beside each other, or one below the other where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from tui.app.columns import beside, column_width, columns_in, wrapped
from tui.app.marking import difference_line, in_voices, marked
from tui.app.showing import shown, shown_on_one_line
from tui.app.widgets.facts import fact_lines
from tui.app.widgets.sheet import Sheet, Stop
from tui.model.records import Clause
from tui.study.card import Fact
from tui.study.difference.pieces import Kind
from tui.study.difference.signs import differing
from tui.study.wordings import Wording, bases, descent_line, first_line, heading, renderings_of, wordings

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


class _Column(NamedTuple):
    """A wording as lines: its heading, then its text and differences; and its stops, from the first line of these."""

    head: list[Content]
    body: list[Content]
    stops: list[Stop]


class WordingsSheet:
    """Makes the sheet of a clause's wordings, also those of the same clause in other collections.

    `base` tells which the others are held against, of those that they may be: the editors' own words are none.
    `first` is the number of the first of the others that stands beside the base, where not all have room.
    """

    def __init__(self, catalogue: Catalogue, clause: Clause, base: int = 0, first: int = 0) -> None:
        self._catalogue, self._clause = catalogue, clause
        held_against = bases(renderings_of(catalogue, clause))
        self._base = held_against[base % len(held_against)]
        self._wordings = wordings(catalogue, clause, self._base)
        others = [number for number in range(len(self._wordings)) if number != self._base]
        # What sources publish comes first beside the base.
        self._others = sorted(others, key=lambda number: self._wordings[number].rendering.editorial)
        self.first = max(0, min(first, len(self._others) - 1))

    @property
    def summary(self) -> str:
        """How many wordings there are, and which one is the base."""
        count = sum(not wording.rendering.editorial for wording in self._wordings)
        beside = " beside the editors' own words" if count < len(self._wordings) else ""
        base = self._wordings[self._base]
        if base.rendering.editorial:
            return "The editors' own words: no source's wording of this clause is recorded here"
        if count == 1:
            return f"One wording{beside}: no other source carries this clause here"
        return f"{count} wordings{beside}, held against {base.publisher} · b: another one · ← → others beside it"

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide."""
        sheet = Sheet()
        muted = widget.get_visual_style("sheet--muted", partial=True)
        if first := first_line(self._catalogue, self._clause):
            sheet.lines += [*shown_on_one_line(first).stylize(muted).wrap(width), Content("")]
        room = min(columns_in(width), len(self._wordings))
        if room < 2:
            for number in (self._base, *self._others):
                self._stack(sheet, self._column(widget, number, width))
            return sheet
        seen = self._others[self.first : self.first + room - 1]
        if len(seen) < room - 1:
            seen = self._others[-(room - 1) :]
        size = column_width(width, room)
        self._side_by_side(sheet, [self._column(widget, number, size) for number in (self._base, *seen)], size)
        if hidden := len(self._others) - len(seen):
            sheet.lines += [Content(""), shown(f"… and {hidden} more: ← →").stylize(muted)]
        return sheet

    def _stack(self, sheet: Sheet, column: _Column) -> None:
        sheet.lines += column.head
        top = len(sheet.lines)
        sheet.stops += [Stop(top + stop.line, stop.said) for stop in column.stops]
        sheet.lines += [*column.body, Content("")]

    def _side_by_side(self, sheet: Sheet, columns: Sequence[_Column], size: int) -> None:
        high = max(len(column.head) for column in columns)
        heads = [[*column.head, *[Content("")] * (high - len(column.head))] for column in columns]
        top = len(sheet.lines) + high
        sheet.lines += beside([[*head, *column.body] for head, column in zip(heads, columns, strict=True)], size)
        stops = [Stop(top + stop.line, stop.said) for column in columns for stop in column.stops]
        sheet.stops += sorted(stops, key=lambda stop: stop.line)

    def _column(self, widget: Widget, number: int, width: int) -> _Column:
        """Return a wording: who publishes it, where it comes from, its words, how they differ from the base's."""
        wording, base = self._wordings[number], self._wordings[self._base]
        strong = widget.get_visual_style("sheet--heading", partial=True)
        title = f"{number + 1} {wording.publisher}" + (" · base" if wording is base else "")
        facts = [
            *list(heading(wording, base))[1:],
            *self._collection(wording),
            Fact("From", descent_line(self._catalogue, wording.clause, wording.rendering)),
        ]
        head = [*shown_on_one_line(title).stylize(strong).wrap(width), *fact_lines(widget, facts, width), Content("")]
        text = in_voices(widget, wording.rendering)
        if wording.pieces is None:
            return _Column(head, wrapped(text, width).lines, [])
        text, places = marked(widget, text, wording.pieces, right=True)
        body, stops = self._differences(widget, wording, base, width)
        lines = wrapped(text, width)
        at = [Stop(lines.line_of(place), said) for place, said in zip(places, stops, strict=True) if said]
        return _Column(head, [*lines.lines, Content(""), *body], at)

    def _collection(self, wording: Wording) -> Iterator[Fact]:
        """Yield the collection of a wording, where there are wordings of several."""
        if self._wordings[-1].clause is not self._clause:
            name = wording.clause.statement.partition("/")[0]
            title = next((one.title for one in self._catalogue.collections if one.id == name), name)
            yield Fact("Collection", title)

    def _differences(
        self, widget: Widget, wording: Wording, base: Wording, width: int
    ) -> tuple[list[Content], list[str]]:
        """Return the differences from the base as lines, and what is said of each piece; of a list once."""
        lines: list[Content] = []
        said: list[str] = []
        left, right = base.rendering.text, wording.rendering.text
        for told in differing(wording.pieces or (), left, right):
            kind = told.name or Kind.SUBSTANTIVE
            once = told.first or told.piece.kind is not Kind.ORDER
            said.append(f"{base.publisher} / {wording.publisher}: {told.said} · {kind}" if once else "")
            if told.first:
                named = difference_line(widget, told).wrap(max(2, width - 2))
                lines += [shown("· " if not number else "  ") + line for number, line in enumerate(named)]
        return lines, said
