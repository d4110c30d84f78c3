"""The panes of the reading room: all at once where there is room, else one at a time; and which has the focus."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.screen import Screen

from tui.app.widgets.bars import PANES, PaneTabs, StateBar, TitleBar
from tui.app.widgets.clause_list import ClauseList
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.pane import Pane
from tui.app.widgets.participant_list import ParticipantList
from tui.app.widgets.reading_pane import ReadingPane
from tui.app.widgets.row_list import RowList
from tui.app.widgets.search_bar import SearchBar
from tui.app.widgets.summit_list import SummitList

SUMMITS: Final = 1
CLAUSES: Final = 2
PARTICIPANTS: Final = 3
READING: Final = 4
_FURTHER_KEYS: Final = (
    "room.trace",
    "room.wordings",
    "room.source",
    "room.leads-to",
    "room.participant-page",
    "room.walk-back",
    "room.mark",
    "room.compare",
    "room.referred-to-by",
    "room.instruments",
    "room.next-hit",
)
"""The keys that the bar shows where it has room for them, the first ones first."""

_COLUMN: Final = {SUMMITS: 0, PARTICIPANTS: 0, CLAUSES: 1, READING: 2}


class PanedScreen(Screen[None]):
    """Four numbered panes. Knows where they are, not what is in them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "zoom", "Zoom", id="room.zoom", tooltip="One pane over the whole screen, and back"),
        Binding("1", "pane(1)", "Summits", show=False, id="room.summits"),
        Binding("2", "pane(2)", "Clauses", show=False, id="room.clauses"),
        Binding("3", "pane(3)", "Participants", show=False, id="room.participants"),
        Binding("4", "pane(4)", "Reading", show=False, id="room.reading"),
        Binding("tab", "next_pane(1)", "Next pane", show=False, id="room.next-pane"),
        Binding("shift+tab", "next_pane(-1)", "Previous pane", show=False, id="room.previous-pane"),
        Binding("l,right", "sideways(1)", "Pane to the right", show=False, id="room.right"),
        Binding("h,left", "sideways(-1)", "Pane to the left", show=False, id="room.left"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | z | zoom the pane |
    | 1 2 3 4 | summits, clauses, participants, reading |
    | tab / shift+tab | next, previous pane |
    | l, right / h, left | the pane to the right, to the left |
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (100, "-columns"), (160, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]

    summits = query_one("#summits", SummitList)
    clauses = query_one("#clauses", ClauseList)
    participants = query_one("#participants", ParticipantList)
    reading = query_one("#reading", ReadingPane)
    bar = query_one("#search", SearchBar)

    current_pane = CLAUSES
    """The number of the pane that has the focus, or had it last."""

    _left_pane = SUMMITS

    last_list = CLAUSES
    """The number of the last such pane that was not the reading pane."""

    def compose(self) -> ComposeResult:
        """Title, panes, what narrows them, keys. Hidden widgets cost a start as shown ones do: there are few."""
        yield TitleBar()
        yield PaneTabs(self.current_pane)
        with Container(id="panes"):
            with self._pane(SUMMITS):
                yield SummitList(id="summits")
            with self._pane(CLAUSES):
                yield SearchBar(id="search")
                yield ClauseList(id="clauses")
            with self._pane(READING):
                yield ReadingPane(id="reading")
            with self._pane(PARTICIPANTS):
                yield ParticipantList(id="participants")
        yield StateBar()
        yield KeyBar(_FURTHER_KEYS)

    def _pane(self, number: int) -> Pane:
        classes = "pane -current" if number == self.current_pane else "pane"
        return Pane(f"{number} {PANES[number - 1]}", id=f"pane-{number}", classes=classes)

    def on_mount(self) -> None:
        """Start in the clauses."""
        self.clauses.set_rows(0, empty="Opening …")
        self.clauses.focus()

    @property
    def clause_rows(self) -> RowList:
        """The list that stands in the clauses' pane: the clauses themselves, or another in their place."""
        return self.clauses

    @property
    def participant_rows(self) -> RowList:
        """The list that stands in the participants' pane: the participants themselves, or another in their place."""
        return self.participants

    @property
    def one_pane(self) -> bool:
        """Whether only one pane is on the screen: there is no room for more, or it is zoomed."""
        return self.cramped or self.has_class("-zoomed")

    @property
    def cramped(self) -> bool:
        """Whether the screen is too small for all panes."""
        return self.has_class("-single") or self.has_class("-low")

    def show_pane(self, number: int) -> None:
        """Show the pane with this number, and give it the focus."""
        self.set_pane(number)
        (self.summits, self.clause_rows, self.participant_rows, self.reading)[number - 1].focus()

    def set_pane(self, number: int) -> None:
        """Make a pane the current one; where only one fits, it is the one shown."""
        self.current_pane = number
        if number != READING:
            self.last_list = number
        if _COLUMN[number] == 0:
            self._left_pane = number
        for other in range(1, len(PANES) + 1):
            self.query_one(f"#pane-{other}").set_class(other == number, "-current")
        self.query_one(PaneTabs).show_current(number)

    def name_pane(self, number: int, what: str, name: str = "") -> None:
        """Say in a pane's title what of all that could stand there does; it may have another `name` than its own."""
        title = f"{number} {name or PANES[number - 1]}" + (f" · {what}" if what else "")
        self.query_one(f"#pane-{number}", Pane).show_title(title)

    def show_places(self) -> None:
        """Show where the cursor of each list is, in its pane's border."""
        lists = (self.summits, self.clause_rows, self.participant_rows)
        for number, rows in zip((SUMMITS, CLAUSES, PARTICIPANTS), lists, strict=True):
            self.query_one(f"#pane-{number}", Pane).show_place(rows.place)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is the current one."""
        for number in range(1, len(PANES) + 1):
            if self.query_one(f"#pane-{number}") in event.widget.ancestors and number != self.current_pane:
                self.set_pane(number)

    @on(PaneTabs.Wanted)
    def _tab_clicked(self, message: PaneTabs.Wanted) -> None:
        self.show_pane(message.number)

    def action_pane(self, number: int) -> None:
        """Show a pane."""
        self.show_pane(number)

    def action_next_pane(self, step: int) -> None:
        """Show the next or previous pane."""
        self.show_pane((self.current_pane - 1 + step) % len(PANES) + 1)

    def action_sideways(self, step: int) -> None:
        """Show the pane to the right or left: summits and participants stand in one column."""
        here = _COLUMN[self.current_pane]
        if step > 0:
            self.show_pane(CLAUSES if here == 0 else READING)
        else:
            self.show_pane(CLAUSES if here == _COLUMN[READING] else self._left_pane)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or end that."""
        if self.cramped:
            self.notify("One pane at a time already: 1 2 3 4 show the others", markup=False)
        else:
            self.toggle_class("-zoomed")
