"""The bars above and below the panes: what is open, which pane is shown, and what narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tui.app.showing import shown_on_one_line

_MOST_LINES: Final = 2
"""How many lines the state of a search may take."""

PANES = ("Summits", "Clauses", "Participants", "Reading")
"""The panes by their number, from 1."""


class TitleBar(Widget):
    """The top line: the program, what is open, and whether something is wrong with it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-bar--open", "title-bar--problems"}
    """
    | Class | What it styles |
    | --- | --- |
    | `title-bar--open` | what is open |
    | `title-bar--problems` | the count of problems |
    """

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        background: $panel;
        color: $foreground;
        padding: 0 1;
        & > .title-bar--open { color: $foreground 65%; }
        & > .title-bar--problems { text-style: bold; color: $text-warning; }
        &:ansi > .title-bar--open { color: ansi_default; }
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class ProblemsWanted(Message):
        """The count of problems was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._open = "opening …"
        self._progress = ""
        self._problems = ""

    def show_title(self, text: str, problems: str) -> None:
        """Show what is open, and what is wrong with it, counted; nothing where nothing is."""
        self._open = text
        self._progress = ""
        self._problems = f"{problems}: !" if problems else ""
        self.refresh()

    def show_progress(self, text: str) -> None:
        """Show what is being done, beside what is open; nothing where nothing is."""
        self._progress = text
        self.refresh()

    def render(self) -> Content:
        """Return the line: the program and what is open at the left, problems at the right."""
        problems = Content(self._problems).stylize(self.get_visual_style("title-bar--problems", partial=True))
        opened = shown_on_one_line(
            f"{self._open} · {self._progress}" if self._progress else self._open,
            self.get_visual_style("title-bar--open", partial=True),
        )
        left = Content("summit-tui").stylize("bold") + Content("  ") + opened
        room = max(0, self.content_size.width - problems.cell_length)
        return left.truncate(room, ellipsis=True, pad=True) + problems

    def on_click(self, event: events.Click) -> None:
        """The count of problems opens their list."""
        if self._problems and event.x >= self.size.width - len(self._problems) - 1:
            self.post_message(self.ProblemsWanted())


class PaneTabs(Widget):
    """The names of the panes, for when only one of them is on the screen; a click shows it."""

    DEFAULT_CSS = """
    PaneTabs { height: 1; display: none; background: $surface; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    @dataclass
    class Wanted(Message):
        """A pane was clicked: its number, from 1."""

        number: int

    def __init__(self, current: int) -> None:
        super().__init__()
        self._current = current
        self._names = list(PANES)

    @property
    def _tabs(self) -> list[str]:
        return [f" {number} {name} " for number, name in enumerate(self._names, 1)]

    def show_current(self, number: int) -> None:
        """Mark the pane that is shown."""
        self._current = number
        self.refresh()

    def show_name(self, number: int, name: str) -> None:
        """Call a pane by another name."""
        self._names[number - 1] = name
        self.refresh()

    def render(self) -> Content:
        """Return the names, the current one reversed."""
        tabs = [
            Content(name).stylize("bold reverse" if number == self._current else "")
            for number, name in enumerate(self._tabs, 1)
        ]
        return Content("").join(tabs)

    def on_click(self, event: events.Click) -> None:
        """Ask for the pane whose name was clicked."""
        end = 0
        for number, name in enumerate(self._tabs, 1):
            end += len(name)
            if event.x < end:
                self.post_message(self.Wanted(number))
                return


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

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[str] = ()
        self._text = Content()
        self._least = 0

    def render(self) -> Content:
        """Return what is said; where it is cut, the sign for it stands at its end."""
        width = max(2, self.content_size.width)
        wrapped = self._text.wrap(width)
        if len(wrapped) <= _MOST_LINES:
            return self._text
        # The line is cut by a word, where that leaves no room for the sign.
        last = wrapped[_MOST_LINES - 1].rstrip()
        fits = last.cell_length + 2 <= width
        cut = last + " …" if fits else last.truncate(width - 1) + "…"
        return Content("\n").join([*wrapped[: _MOST_LINES - 1], cut])

    def show_state(self, lines: Sequence[str], *, steady: bool = False) -> None:
        """Show `lines`; none hides the bar. While `steady`, it gets no lower, and what is above it does not move."""
        self._least = self.size.height if steady and self.has_class("-shown") else 0
        self.set_class(bool(lines), "-shown")
        text = Content("\n").join([shown_on_one_line(line) for line in lines])
        height = max(self._least, min(_MOST_LINES, len(text.wrap(max(2, self.size.width)))))
        if lines != self._lines or height != self.size.height:
            self._lines, self._text = lines, text
            self.update(text, layout=height != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the text takes, or took before while the bar is steady."""
        return max(self._least, super().get_content_height(container, viewport, width))

    def on_click(self) -> None:
        """Ask for the undoing."""
        self.post_message(self.UndoWanted())
