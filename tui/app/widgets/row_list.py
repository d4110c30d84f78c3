"""A list of rows of one height, drawn line by line: only what is on the screen is ever rendered.

The stock lists build every row when they are filled, which a collection of a million clauses cannot wait
for; this one asks for the rows it shows. The cursor is told by a bar at the row's left, so
it is there without colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from tui.app.showing import fitted, shown_on_one_line
from tui.app.widgets.line_view import LineView

_GUTTER = 2
_KEPT = 256
"""How many drawn rows are kept: a few screens of them."""


class RowList(LineView, can_focus=True, inherit_bindings=False):
    """A scrolling list with a cursor. Subclasses say how a row looks (`render_row`)."""

    ROW_HEIGHT: ClassVar[int] = 2
    """Lines a row, at the least."""

    ROOMY_ROW_HEIGHT: ClassVar[int | None] = None
    """Lines a row where there is room for all rows to be this high; rows in between fit the room."""

    BINDING_GROUP_TITLE = "List"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next", show=False, id="list.next", tooltip="Next row"),
        Binding("k,up", "move(-1)", "Previous", show=False, id="list.previous", tooltip="Previous row"),
        Binding("ctrl+d,pagedown", "page(1)", "Page down", show=False, id="list.page-down"),
        Binding("ctrl+u,pageup", "page(-1)", "Page up", show=False, id="list.page-up"),
        Binding("g,home", "first", "First", show=False, id="list.first"),
        Binding("G,end", "last", "Last", show=False, id="list.last"),
        Binding("enter", "choose", "Open", id="list.choose", tooltip="Open or choose the row under the cursor"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | j, down / k, up | next, previous row |
    | ctrl+d, page down / ctrl+u, page up | a page down, up |
    | g, home / G, end | first, last row |
    | enter | open or choose the row |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--cursor",
        "row-list--cursor-blurred",
        "row-list--muted",
        "row-list--mark",
    }
    """
    | Class | What it styles |
    | --- | --- |
    | `row-list--cursor` | the row under the cursor, with focus |
    | `row-list--cursor-blurred` | the same without focus |
    | `row-list--muted` | the lesser lines of a row |
    | `row-list--mark` | signs in a row |
    """

    DEFAULT_CSS = """
    RowList {
        & > .row-list--cursor { background: $primary 40%; }
        & > .row-list--cursor-blurred { background: $foreground 8%; }
        & > .row-list--muted { color: $foreground 65%; }
        & > .row-list--mark { color: $accent; }
        &:ansi > .row-list--cursor { background: transparent; }
        &:ansi > .row-list--cursor-blurred { background: transparent; text-style: underline; }
        &:ansi > .row-list--muted { color: ansi_default; text-style: dim; }
    }
    """

    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """The cursor stands on another row; posted for the latest only when several wait."""

        row_list: RowList
        index: int

        def can_replace(self, message: Message) -> bool:
            """A newer place of the same cursor makes an older one stale."""
            return isinstance(message, RowList.Moved) and message.row_list is self.row_list

        @property
        def control(self) -> RowList:
            """The list, for `@on` selectors."""
            return self.row_list

    @dataclass
    class Chosen(Message):
        """The row under the cursor was chosen, with Enter or a second click."""

        row_list: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list, for `@on` selectors."""
            return self.row_list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._count = 0
        self._cursor = 0
        self._empty = ""
        self._drawn: dict[int, list[Strip]] = {}
        self._drawn_for = Size(0, 0)
        self._active = False
        self._marked: str | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def row_height(self) -> int:
        """Lines a row has now: all rows the same, higher where the list has room to spare."""
        return self._fitting(self.size.height)

    def _fitting(self, height: int) -> int:
        room = height // max(1, self._count)
        return max(self.ROW_HEIGHT, min(room, self.ROOMY_ROW_HEIGHT or self.ROW_HEIGHT))

    @property
    def cursor(self) -> int | None:
        """The index of the row under the cursor; None in an empty list."""
        return self._cursor if self._count else None

    @property
    def place(self) -> str:
        """Where the cursor is, for a reader: `3/1,204`; nothing in an empty list."""
        return f"{self._cursor + 1:,}/{self._count:,}" if self._count else ""

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return the lines of a row, at most `row_height`, each at most `width` cells."""
        raise NotImplementedError

    def set_rows(self, count: int, *, cursor: int = 0, empty: str = "") -> None:
        """Show `count` rows with the cursor on one of them; `empty` is said where there are none.

        Posts no message: whoever fills a list knows where its cursor is.
        """
        with self.changing():
            self._count = count
            self._cursor = max(0, min(cursor, count - 1))
            self._empty = empty
            self._measure()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row (the nearest there is) and post `Moved`."""
        before = self._cursor
        self.place_cursor(index)
        if self._cursor != before:
            self.post_message(self.Moved(self, self._cursor))

    def place_cursor(self, index: int) -> None:
        """Put the cursor on a row (the nearest there is) and post no message."""
        if not self._count:
            return
        index = max(0, min(index, self._count - 1))
        with self.changing():
            for row in (self._cursor, index):
                self._drawn.pop(row, None)
            self._cursor = index
            self._show_cursor()

    def action_move(self, rows: int) -> None:
        """Move the cursor by a number of rows."""
        self.move_to(self._cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a number of pages."""
        self.move_to(self._cursor + pages * max(1, self.size.height // self.row_height - 1))

    def action_first(self) -> None:
        """Move to the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """Move to the last row."""
        self.move_to(self._count - 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self._cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the row under it chooses that row."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if not 0 <= index < self._count:
            return
        event.stop()
        if index == self._cursor and event.chain > 1:
            self.action_choose()
        else:
            self.move_to(index)

    def on_resize(self) -> None:
        """Rows are as wide as the list."""
        with self.changing():
            self._measure()

    def on_focus(self) -> None:
        """The cursor looks different with focus."""
        self._redraw()

    def on_blur(self) -> None:
        """The cursor looks different without focus."""
        self._redraw()

    @property
    def active(self) -> bool:
        """Whether the list looks as if it had the focus, since its cursor is moved from a search box above it."""
        return self._active

    @active.setter
    def active(self, active: bool) -> None:
        self._active = active
        self._redraw()

    @property
    def marked(self) -> str | None:
        """The address of the record that is marked, for lists that show it."""
        return self._marked

    @marked.setter
    def marked(self, address: str | None) -> None:
        self._marked = address
        self._redraw()

    def _redraw(self) -> None:
        self.forget_drawn()
        self.show_changes()

    def forget_drawn(self) -> None:
        """Forget how the rows looked."""
        self._drawn.clear()

    def draw_line(self, y: int) -> Strip:
        """Return a line of a row, or one below the rows."""
        size = self.size
        index, line = divmod(y, self._fitting(size.height))
        if index >= self._count:
            return self._blank(y, size.width)
        if size != self._drawn_for or len(self._drawn) >= _KEPT:
            self._drawn_for = size
            self.forget_drawn()
        if index not in self._drawn:
            self._drawn[index] = self._row(index)
        return self._drawn[index][line]

    def _row(self, index: int) -> list[Strip]:
        """Draw a row, each line over the whole width."""
        width = self.size.width
        lines = self.render_row(index, max(1, width - _GUTTER - 1))
        lines += [Content("")] * (self.row_height - len(lines))
        base, bar = self.visual_style, " "
        active = self.has_focus or self._active
        if index == self._cursor:
            base = self.get_visual_style("row-list--cursor" if active else "row-list--cursor-blurred")
            bar = "▌" if active else "▏"
        strips = []
        for number, content in enumerate(lines):
            style = base
            if index == self._cursor and active and not number and self.has_pseudo_class("ansi"):
                # The terminal's own colours cannot be tinted, and a component style does not carry reverse.
                style += Style(reverse=True)
            whole = Content(bar + " ") + content.truncate(max(1, width - _GUTTER), ellipsis=True, pad=True)
            strips.append(Strip(whole.render_segments(style), width).adjust_cell_length(width))
        return strips

    def _blank(self, y: int, width: int) -> Strip:
        """Return a line below the rows; in an empty list, what is said there."""
        lines = fitted(shown_on_one_line(self._empty), max(2, width - 2 * _GUTTER), 4) if not self._count else []
        text = lines[y - 1] if 0 < y <= len(lines) else Content("")
        muted = self.visual_style + self.get_visual_style("row-list--muted", partial=True)
        text = text.pad_left(_GUTTER).truncate(width, pad=True)
        return Strip(text.render_segments(muted), width).adjust_cell_length(width)

    def _measure(self) -> None:
        """Rows may be of another height or width now; the cursor stays in sight."""
        self.forget_drawn()
        self.set_height(self._count * self.row_height)
        self._show_cursor()

    def _show_cursor(self) -> None:
        if self._count:
            self.scroll_to_region(
                Region(0, self._cursor * self.row_height, 1, self.row_height), animate=False, force=True
            )
