"""The facets of a search, in the place of the participants: values with their counts; choosing one edits the query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.app.showing import shown_on_one_line
from tui.app.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.app.facet_rows import FacetRow

CHOSEN = "◆"


class FacetList(RowList):
    """Headings, and below each its values, of which the cursor stands on one; a chosen one carries a sign."""

    ROW_HEIGHT = 1
    BINDING_GROUP_TITLE = "Facets"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space",
            "choose",
            "Choose",
            id="facets.choose",
            tooltip="Narrow the query to this value, too; once more takes it out",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | enter, space | put the value into the query, or take it out |
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[FacetRow] = ()
        self._stale = False

    @property
    def rows(self) -> Sequence[FacetRow]:
        """The rows shown, headings among them."""
        return self._rows

    @property
    def row(self) -> FacetRow | None:
        """The value under the cursor."""
        return None if self.cursor is None else self._rows[self.cursor]

    @property
    def place(self) -> str:
        """Nothing: rows are not all of one kind here, and nobody counts them."""
        return ""

    @property
    def stale(self) -> bool:
        """Whether the counts are those of another query than the one in the box; they are dimmed then."""
        return self._stale

    @stale.setter
    def stale(self, stale: bool) -> None:
        if stale != self._stale:
            self._stale = stale
            self.forget_drawn()
            self.show_changes()

    def show_facets(self, rows: Sequence[FacetRow], *, empty: str) -> None:
        """Show `rows`; the cursor stays on its value, or else near where it was."""
        before, place = self.row, self.cursor or 0
        self._rows, self._stale = rows, False
        same = (
            index for index, row in enumerate(rows) if before and (row.field, row.value) == (before.field, before.value)
        )
        self.set_rows(len(rows), cursor=self._nearest(next(same, place)), empty=empty)

    def _nearest(self, index: int, step: int = 1) -> int:
        """The value at `index` or after it (`step` 1), or before it (-1); the other way where there is none."""
        last = len(self._rows) - 1
        index = max(0, min(index, last))
        ways = (range(index, last + 1), range(index, -1, -1))
        for way in ways if step > 0 else ways[::-1]:
            for row in way:
                if self._rows[row].value:
                    return row
        return index

    def move_to(self, index: int) -> None:
        """Put the cursor on a value: headings are passed over."""
        here = self.cursor or 0
        super().move_to(self._nearest(index, 1 if index >= here else -1))
        if here == 1 and index < 1:
            self.scroll_to(y=0, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a value."""
        event.stop()
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if 0 <= index < self.count and self._rows[index].value:
            self.move_to(index)
            self.action_choose()

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a heading, or a value with its count at the right; the sign tells that the query narrows to it."""
        row = self._rows[index]
        if not row.value:
            return [Content(row.label).stylize("bold")]
        muted = self.get_visual_style("row-list--muted", partial=True)
        sign = Content(f"{CHOSEN} ").stylize(self.get_visual_style("row-list--mark", partial=True))
        label = (sign if row.chosen else Content("  ")) + shown_on_one_line(row.label)
        count = Content("" if row.count is None else f" {row.count:,}")
        if self._stale:
            label, count = label.stylize(muted), count.stylize(muted)
        return [label.truncate(max(1, width - count.cell_length), ellipsis=True, pad=True) + count]
