"""A page about a record over the whole screen: rows to go through, each of which leads somewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.places import AtOnce, Leaf, Showing, Steps, ToTrace, Wish
from tui.app.screens.study import StudyScreen
from tui.app.widgets.sheet import SheetView

if TYPE_CHECKING:
    from tui.study.page import Page, Row


def wish(row: Row) -> Wish:
    """Return what is wanted by choosing a row."""
    if row.page == "thread":
        return ToTrace(row.address, "thread")
    if row.page:
        return Leaf(Showing.INSTRUMENT if row.page == "instrument" else Showing.PARTICIPANT, row.address)
    return row.address


class PageView(SheetView, inherit_bindings=False):
    """A sheet of which the rows are gone through, as in a list."""

    BINDING_GROUP_TITLE = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "screen.row(1)", "Next", show=False, id="page.next", tooltip="Next row"),
        Binding("k,up", "screen.row(-1)", "Previous", show=False, id="page.previous", tooltip="Previous row"),
        Binding("ctrl+d,pagedown", "screen.leaf(1)", "Page down", show=False, id="page.page-down"),
        Binding("ctrl+u,pageup", "screen.leaf(-1)", "Page up", show=False, id="page.page-up"),
        Binding("g,home", "screen.end(-1)", "First", show=False, id="page.first"),
        Binding("G,end", "screen.end(1)", "Last", show=False, id="page.last"),
        Binding("enter", "screen.go", "Go", id="page.go", tooltip="Go to what the row is about"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | j, down / k, up | next, previous row |
    | ctrl+d, page down / ctrl+u, page up | a page down, up |
    | g, home / G, end | first, last row |
    | enter | go to what the row is about |
    """


class PageScreen(StudyScreen):
    """A page, made off the screen's thread by `make`. `leaf` says which one it is.

    Opened `at_once`, it gives way to its only row, and closes where it has none.
    """

    BINDING_GROUP_TITLE = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "walk(-1)", "Back", id="page.back", tooltip="Back to where one was before"),
        Binding("B", "walk(1)", "Forward", show=False, id="page.forward", tooltip="Forward again"),
        Binding(
            "t",
            "trace",
            "Trace",
            id="page.trace",
            tooltip="Where the page's instrument stands in time, or what the row is about",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | b / B | back to where one was before, and forward again |
    | t | trace the page's instrument, or what the row is about |
    """
    STOPS = "row"
    VIEW = PageView

    @dataclass
    class Made(Message):
        """The page is there."""

        page: Page

    def __init__(self, leaf: Leaf, title: str, make: Callable[[], Page], *, at_once: bool = False) -> None:
        super().__init__(title)
        self._leaf, self._make, self._at_once = leaf, make, at_once
        self.page: Page | None = None

    @property
    def leaf(self) -> Leaf:
        """Which page this is, and the row under the cursor."""
        return replace(self._leaf, row=self.sheet.stop or 0)

    def on_mount(self) -> None:
        """Look it up off the screen's thread: much may have to be counted."""
        self._look_up()

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def _look_up(self) -> None:
        page = self._make()
        if not get_current_worker().is_cancelled:
            self.post_message(self.Made(page))

    @on(Made)
    def _was_made(self, message: Made) -> None:
        from tui.app.page_sheet import PageSheet

        self.page = page = message.page
        if self._at_once and page.total < 2:
            self.dismiss(AtOnce(self._rows[0].address if self._rows else ""))
            return
        self.show_title(f"{page.title}  ·  {page.kind}  {page.address}".rstrip())
        self.show_sheet(PageSheet(page), self._told(page), self._leaf.row)
        if not self._leaf.row:
            self.sheet.scroll_to(y=0, animate=False, force=True)

    def _told(self, page: Page) -> str:
        """What is said below a page without a row to go to."""
        return "; ".join(section.heading for section in page.sections) or "Nothing is recorded"

    def action_row(self, rows: int) -> None:
        """Go to the next or previous row; where there is none, scroll, for what stands above and below them."""
        at, last = self.sheet.stop, len(self.sheet.stops) - 1
        if at is None or (rows < 0 and at == 0) or (rows > 0 and at == last):
            self.sheet.scroll_relative(y=rows, animate=False)
        else:
            self._go_to(at + rows)

    def action_step(self, stops: int) -> None:
        """Go to the first row of the next section, or of this one or the one before."""
        at, firsts = self.sheet.stop or 0, self._firsts()
        wanted = [first for first in firsts if (first > at if stops > 0 else first < at)]
        if wanted:
            self._go_to(wanted[0] if stops > 0 else wanted[-1])
        else:
            self.notify(f"There is no section {'below' if stops > 0 else 'above'}", markup=False)

    def _firsts(self) -> list[int]:
        """The first row of each section that has one, among those that lead somewhere."""
        firsts, row = [], 0
        for section in self.page.sections if self.page else ():
            rows = sum(1 for one in section.rows if one.address)
            firsts += [row] if rows else []
            row += rows
        return firsts

    def action_leaf(self, pages: int) -> None:
        """Go a screen of rows down or up."""
        sheet = self.sheet
        if sheet.stop is None:
            sheet.scroll_relative(y=pages * max(1, sheet.size.height - 1), animate=False)
            return
        lines = [stop.line for stop in sheet.stops]
        wanted = lines[sheet.stop] + pages * max(1, sheet.size.height - 2)
        stop = bisect_right(lines, wanted) - 1 if pages > 0 else bisect_left(lines, wanted)
        self._go_to(max(stop, sheet.stop + 1) if pages > 0 else min(stop, sheet.stop - 1))

    def action_end(self, which: int) -> None:
        """Go to the first or last row, and to what stands above or below it."""
        if self.sheet.stop is not None:
            self._go_to(0 if which < 0 else len(self.sheet.stops) - 1)
        self.sheet.scroll_to(y=0 if which < 0 else self.sheet.virtual_size.height, animate=False, force=True)

    def _go_to(self, stop: int) -> None:
        self.sheet.go_to(stop)
        self.show_state()

    def action_go(self) -> None:
        """Go to what the row is about."""
        if self.sheet.stop is None:
            self.notify("No row here leads anywhere", markup=False)
        else:
            self.dismiss(wish(self._rows[self.sheet.stop]))

    @property
    def _rows(self) -> list[Row]:
        """The rows that lead somewhere, in order, as the sheet has them."""
        sections = self.page.sections if self.page else ()
        return [row for section in sections for row in section.rows if row.address]

    def action_trace(self) -> None:
        """Trace the instrument that the page is of, or the clause, instrument or thread that the row is about."""
        wanted = self._to_trace()
        if wanted is None:
            said = "Nothing to trace here: move to a row about a clause, an instrument or a thread"
            self.notify(said, markup=False)
        else:
            self.dismiss(wanted)

    def _to_trace(self) -> ToTrace | None:
        if self._leaf.showing is Showing.INSTRUMENT:
            return ToTrace(self._leaf.address, "instrument")
        row = self._rows[self.sheet.stop] if self.sheet.stop is not None else None
        if row is None or row.page == "participant" or (not row.page and "#" not in row.address):
            return None
        return ToTrace(row.address, "thread" if row.page == "thread" else "instrument" if row.page else "clause")

    def action_walk(self, steps: int) -> None:
        """Go back to where one was before, or forward again."""
        self.dismiss(Steps(steps))
