"""What the screens that study texts share: a title, a sheet to read, what is said of the place one is at."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker

from tui.app.failing import failure
from tui.app.keys import keys_text
from tui.app.places import Wish
from tui.app.screens.overlay import Overlay
from tui.app.showing import shown_on_one_line
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.sheet import Maker, SheetView


class StudyScreen(Screen[Wish | None]):
    """A sheet over the whole screen. It is closed with what the reader wants next, as the address to go to, or None."""

    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "step(1)", "Next", id="study.next", tooltip="Next difference, clause or section"),
        Binding("N", "step(-1)", "Previous", id="study.previous", tooltip="Previous difference, clause or section"),
        Binding("escape,q", "close", "Close", id="study.close", tooltip="Back to the reading room"),
        Binding("question_mark,f1", "help", "Keys", id="study.help", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | n / N | next, previous difference, marked clause or section |
    | escape, q | back to the reading room |
    | ?, f1 | keys |
    """

    DEFAULT_CSS = """
    StudyScreen {
        & > #study-title { width: 100%; height: 1; background: $panel; padding: 0 1; text-style: bold; }
        & > #study-state { width: 100%; height: auto; max-height: 3; padding: 0 1; background: $boost; }
        & > #study-state { color: $text-accent; }
    }
    """

    sheet = query_one("#sheet", SheetView)

    STOPS = "difference"
    """What can be stepped to, as one of them is called."""

    DOING = "Looking it up"
    """What a worker does until there is a sheet."""

    VIEW: type[SheetView] = SheetView
    """What shows the sheet."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._summary = f"{self.DOING} …"

    def compose(self) -> ComposeResult:
        """Title, sheet, state, keys."""
        yield Static(shown_on_one_line(self._title), id="study-title")
        yield from self.compose_middle()
        yield Static("", id="study-state", markup=False)
        yield KeyBar()

    def compose_middle(self) -> ComposeResult:
        """What stands between the title and the state: the sheet, and what a subclass puts beside it."""
        yield self.VIEW(id="sheet")

    def on_mount(self) -> None:
        """The sheet has the focus. Subclasses begin in an `on_mount` of their own; Textual calls both."""
        self.sheet.focus()
        self.show_state()

    def show_sheet(self, make: Maker, summary: str, stop: int | None = None) -> None:
        """Show a sheet; `summary` is said of it before the first step."""
        self._summary = summary
        self.sheet.show_sheet(make, stop)
        self.show_state()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self.query_one("#study-title", Static).update(shown_on_one_line(title))

    def show_state(self) -> None:
        """Say at which place one is, or what there is."""
        self.query_one("#study-state", Static).update(shown_on_one_line(self.state))

    @property
    def state(self) -> str:
        """What is said below the sheet: at which place one is, or what there is."""
        stops, stop = self.sheet.stops, self.sheet.stop
        if stop is None or not stops:
            return self._summary
        return f"{self.STOPS} {stop + 1:,}/{len(stops):,} · {stops[stop].said}"

    def action_step(self, stops: int) -> None:
        """Go to the next or previous place."""
        if not self.sheet.stops:
            self.notify(f"There is no {self.STOPS} to go to", markup=False)
            return
        at = self.sheet.stop
        begin = 0 if stops > 0 else len(self.sheet.stops) - 1
        self.sheet.go_to(begin if at is None else at + stops)
        self.show_state()

    def action_close(self) -> None:
        """Back to the reading room."""
        self.dismiss(None)

    def action_help(self) -> None:
        """List the keys that work here."""
        self.app.push_screen(Overlay("Keys", keys_text(self)))

    @on(Worker.StateChanged)
    def _worker_failed(self, event: Worker.StateChanged) -> None:
        if why := failure(event):
            self.show_failure(f"{self.DOING} failed: {why}")

    def show_failure(self, said: str) -> None:
        """Say that what was begun failed, in a notice and for as long as there is nothing else to say."""
        self._summary = said
        self.show_state()
        self.notify(said, severity="error", markup=False)
