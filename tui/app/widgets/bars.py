"""The bars above and below the panes: what is open, which pane is shown, and what narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.app.showing import shown_on_one_line

PANES = ("Summits", "Clauses", "Participants", "Reading")
"""The panes by their number, from 1."""


class TitleBar(Horizontal):
    """The top line: the program, what is open, and whether something is wrong with it."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        background: $panel;
        color: $foreground;
        padding: 0 1;
        & > #title-program { width: auto; text-style: bold; }
        & > #title-open { width: 1fr; padding: 0 2; color: $text-muted; }
        & > #title-problems { width: auto; text-style: bold; color: $text-warning; }
    }
    """

    class ProblemsWanted(Message):
        """The count of problems was clicked."""

    def compose(self) -> ComposeResult:
        """Program, what is open, problems."""
        yield Static(Content("summit-tui"), id="title-program")
        yield Static(Content("opening…"), id="title-open")
        yield Static(id="title-problems")

    def show_title(self, text: str, problems: int) -> None:
        """Show what is open, and how many problems it has."""
        self.query_one("#title-open", Static).update(shown_on_one_line(text))
        said = f"{problems} problem{'' if problems == 1 else 's'}: !" if problems else ""
        self.query_one("#title-problems", Static).update(Content(said))

    def on_click(self, event: events.Click) -> None:
        """The count of problems opens their list."""
        if event.widget is not None and event.widget.id == "title-problems":
            self.post_message(self.ProblemsWanted())


class PaneTab(Static):
    """The name of a pane; a click shows it."""

    DEFAULT_CSS = """
    PaneTab { width: auto; padding: 0 1; color: $text-muted; }
    PaneTab.-current { text-style: bold reverse; color: $foreground; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    @dataclass
    class Wanted(Message):
        """A pane was clicked: its number, from 1."""

        number: int

    def __init__(self, number: int) -> None:
        super().__init__(Content(f"{number} {PANES[number - 1]}"), id=f"tab-{number}")
        self._number = number

    def on_click(self) -> None:
        """Ask for the pane."""
        self.post_message(self.Wanted(self._number))


class PaneTabs(Horizontal):
    """The names of the panes, for when only one of them is on the screen."""

    DEFAULT_CSS = """
    PaneTabs { height: 1; display: none; background: $surface; }
    """

    def compose(self) -> ComposeResult:
        """A tab a pane."""
        for number in range(1, len(PANES) + 1):
            yield PaneTab(number)

    def show_current(self, number: int) -> None:
        """Mark the pane that is shown."""
        for tab in self.query(PaneTab):
            tab.set_class(tab.id == f"tab-{number}", "-current")


class StateBar(Static):
    """What narrows the panes and which hit is shown, with the key that undoes it; hidden where nothing does.

    A click undoes it as well.
    """

    DEFAULT_CSS = """
    StateBar {
        height: auto;
        max-height: 2;
        display: none;
        padding: 0 1;
        background: $boost;
        color: $text-accent;
        text-style: bold;
        &.-shown { display: block; }
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class UndoWanted(Message):
        """The bar was clicked: undo what it says."""

    def show_state(self, lines: Sequence[str]) -> None:
        """Show `lines`; none hides the bar."""
        self.set_class(bool(lines), "-shown")
        self.update(Content("\n").join([shown_on_one_line(line) for line in lines]))

    def on_click(self) -> None:
        """Ask for the undoing."""
        self.post_message(self.UndoWanted())
