"""The summits pane: a calendar of summits and the statements that came out of them, by collection, year or series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tui.app.showing import shown_on_one_line
from tui.app.summit_rows import SummitCalendar, SummitRow, key_of
from tui.app.widgets.row_list import RowList
from tui.index.calendar import Grouping
from tui.index.lazy import Lazy, listed
from tui.index.scope import EVERYTHING, Group, Scope
from tui.model.records import Statement

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_FOLDED, _OPEN = "▸ ", "▾ "


class SummitList(RowList):
    """Collections, years or series, their summits and statements, two lines each, indented by what they belong to."""

    ROW_HEIGHT = 2
    BINDING_GROUP_TITLE = "Summits"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "Fold", show=False, id="summits.turn", tooltip="Fold what stands below, or unfold it"),
        Binding("right", "unfold", "Unfold", show=False, id="summits.unfold", tooltip="Unfold a folded row"),
        Binding("left", "fold", "Fold", show=False, id="summits.fold", tooltip="Fold, or go to what it belongs to"),
        Binding("minus", "turn_all", "Fold all", show=False, id="summits.turn-all", tooltip="Fold all, or unfold all"),
        Binding("a", "regroup", "Group", id="summits.group", tooltip="Group by year, by series, or by collection"),
        Binding(
            "s",
            "screen.sift",
            "Find",
            id="summits.find",
            tooltip="Find by title, place, series, year or participant while typing",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | space | fold what stands below, or unfold it |
    | right / left | unfold; fold, or go to what the row belongs to |
    | - | fold all, or unfold all |
    | a | group by year, by series, or by collection |
    | s | find while typing |
    """

    @dataclass
    class Regrouped(Message):
        """Summits stand under something else now."""

        grouping: Grouping

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.grouping = Grouping.COLLECTION
        self._calendar: SummitCalendar | None = None
        self._rows: Lazy[SummitRow] = listed([], lambda row: key_of(row.scope))
        self._folded: frozenset[str] = frozenset()
        self._typed: tuple[str, ...] = ()
        self._words: Mapping[str, str] = {}

    @property
    def row(self) -> SummitRow | None:
        """The row under the cursor."""
        return None if self.cursor is None else self._rows[self.cursor]

    @property
    def scope(self) -> Scope:
        """The scope that the row under the cursor stands for."""
        return self.row.scope if self.row else EVERYTHING

    # What is shown

    def show_calendar(self, catalogue: Catalogue, participant: str | None, scope: Scope) -> bool:
        """Show all summits, or those of a participant (a key), with the cursor on the row that stands for `scope`.

        What hides it is unfolded. Return whether the row is there.
        """
        self._calendar = SummitCalendar(catalogue, participant)
        key = key_of(scope)
        if self._folded:
            self._folded -= {*self._calendar.tree(self.grouping).above(key)}
        rows = self._arranged(self._calendar)
        place = rows.place(key)
        self._show(rows, place or 0)
        return place is not None

    def group(self, name: str) -> Group | None:
        """Return the group of a name as summits are grouped now."""
        return self._calendar.group(self.grouping, name) if self._calendar else None

    def sift(self, typed: tuple[str, ...], words: Mapping[str, str]) -> None:
        """Show only summits and statements that have all that was `typed` among their `words`, by their keys.

        Nothing typed shows all again. The cursor stays where it is, or goes to the first that is found.
        """
        before = self._key
        self._typed, self._words = typed, words
        if typed and not self._wanted(before):
            before = self._first_wanted() or before
        self._arrange(before)

    def _first_wanted(self) -> str | None:
        """The key of the first row that is what was looked for, rather than what stands above it."""
        if self._calendar is None:
            return None
        nodes = self._calendar.tree(self.grouping).nodes
        return next((node.key for node in nodes if self._wanted(node.key)), None)

    def _wanted(self, key: str) -> bool:
        words = self._words.get(key)
        return words is not None and all(typed in words for typed in self._typed)

    @property
    def _key(self) -> str:
        """What the row under the cursor is found by."""
        return key_of(self.scope)

    def _arranged(self, calendar: SummitCalendar) -> Lazy[SummitRow]:
        return calendar.rows(self.grouping, self._folded, self._wanted if self._typed else None)

    def _arrange(self, key: str) -> None:
        """Show the rows anew, with the cursor on the one with a key or the nearest it belongs to; tell if it moved."""
        if self._calendar is None:
            return
        before = self._key
        rows = self._arranged(self._calendar)
        keys = (key, *self._calendar.tree(self.grouping).above(key))
        place = next((place for one in keys if (place := rows.place(one)) is not None), 0)
        self._show(rows, place)
        if self.cursor is not None and self._key != before:
            self.post_message(self.Moved(self, self.cursor))

    def _show(self, rows: Lazy[SummitRow], cursor: int) -> None:
        self._rows = rows
        empty = "No summit or statement has these words." if self._typed else "No summits are recorded."
        self.set_rows(len(rows), cursor=cursor, empty=empty)

    # Folding and grouping

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is nothing to fold, keys do what they do elsewhere: left and right go to other panes."""
        if action in ("turn", "unfold", "fold", "turn_all"):
            row = self.row
            if row is None or self._typed:
                return False
            if action == "turn":
                return row.folded is not None
            if action == "unfold":
                return row.folded is True
            if action == "fold":
                return row.folded is False or row.depth > 0
        return super().check_action(action, parameters)

    def action_turn(self) -> None:
        """Fold what stands below the row under the cursor, or unfold it."""
        self._folded ^= {self._key}
        self._arrange(self._key)

    def action_unfold(self) -> None:
        """Unfold what stands below the row under the cursor."""
        self.action_turn()

    def action_fold(self) -> None:
        """Fold what stands below; where nothing does, or it is folded, go to the row that this one belongs to."""
        row = self.row
        if row is not None and row.folded is False:
            self.action_turn()
        elif self._calendar is not None:
            above = next(self._calendar.tree(self.grouping).above(self._key), None)
            place = self._rows.place(above) if above is not None else None
            if place is not None:
                self.move_to(place)

    def action_turn_all(self) -> None:
        """Fold everything, or unfold it where all is folded."""
        if self._calendar is None:
            return
        branches = frozenset(self._calendar.tree(self.grouping).branches())
        self._folded = frozenset() if branches <= self._folded else branches
        self._arrange(self._key)

    def action_regroup(self) -> None:
        """Group in the next way. What was folded is so no more; the cursor stays on its record."""
        self.grouping = self.grouping.next
        self._folded = frozenset()
        self._arrange(self._key)
        self.post_message(self.Regrouped(self.grouping))

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a row's two lines."""
        row = self._rows[index]
        indent = "  " * row.depth
        fold = "" if row.folded is None else _FOLDED if row.folded else _OPEN
        marked = self.marked and isinstance(row.record, Statement) and row.record.key == self.marked
        second = row.glance.fitted(width - len(indent)) if row.glance else row.second
        muted = self.get_visual_style("row-list--muted", partial=True)
        return [
            shown_on_one_line(indent + fold + ("◆ " if marked else "") + row.first).truncate(width, ellipsis=True),
            shown_on_one_line(indent + second, muted).truncate(width, ellipsis=True),
        ]
