"""A sheet of lines to read, made for the width there is, with places to step to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from tui.app.marking import DIFFERENCE_CLASSES, DIFFERENCE_CSS
from tui.app.voices import VOICE_CLASSES, VOICE_CSS
from tui.app.widgets.facts import FACT_CLASSES, FACT_CSS
from tui.app.widgets.line_view import LineView
from tui.app.widgets.scrolled import SCROLL_KEYS

_GUTTER: Final = 2
_ABOVE: Final = 4
"""Lines that stay in sight above the place that is stepped to, where there is room."""
_UNSEEN: Final = 80


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to step to: its line in the sheet, and what is said of it."""

    line: int
    said: str
    key: str = ""
    """What it stands for, where something can be opened there."""
    lines: int = 1
    """How many lines from there on are to be in sight with it, where there is room."""


@dataclass
class Sheet:
    """Lines, and the places in them that can be stepped to, from top to bottom."""

    lines: list[Content] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def line(self, y: int) -> Content:
        """Return a line, counted from 0."""
        return self.lines[y]


Maker = Callable[[Widget, int], Sheet]
"""Makes a sheet in the styles of a widget, for a width in cells."""


class SheetView(LineView, can_focus=True, inherit_bindings=False):
    """Shows a sheet. The place one is at has a bar at the left."""

    BINDING_GROUP_TITLE = "Text"
    BINDINGS: ClassVar[list[BindingType]] = SCROLL_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *VOICE_CLASSES,
        *FACT_CLASSES,
        *DIFFERENCE_CLASSES,
        "sheet--muted",
        "sheet--heading",
        "sheet--stop",
    }
    """
    | Class | What it styles |
    | --- | --- |
    | `sheet--muted` | what is said beside the texts |
    | `sheet--heading` | headings |
    | `sheet--stop` | the bar at the place one is at |
    """
    DEFAULT_CSS = (
        """
    SheetView {
        height: 1fr;
        background: $background;
        & > .sheet--muted { color: $foreground 65%; }
        & > .sheet--heading { text-style: bold; }
        & > .sheet--stop { color: $accent; text-style: bold; }
        &:ansi > .sheet--muted { color: ansi_default; text-style: dim; }
    }
    """
        + VOICE_CSS.replace("SELF", "SheetView")
        + FACT_CSS.replace("SELF", "SheetView")
        + DIFFERENCE_CSS.replace("SELF", "SheetView")
    )
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make: Maker = lambda _widget, _width: Sheet()
        self._sheet = Sheet()
        self._made_for = 0, ""
        self._stop: int | None = None
        self._drawn: dict[int, Strip] = {}

    @property
    def stops(self) -> Sequence[Stop]:
        """The places to step to."""
        return self._sheet.stops

    @property
    def stop(self) -> int | None:
        """The number of the place one is at; None before the first step."""
        return self._stop

    @property
    def text(self) -> str:
        """What is there to read, line by line."""
        return "\n".join(self._sheet.line(y).plain for y in range(self._sheet.height))

    def show_sheet(self, make: Maker, stop: int | None = None) -> None:
        """Show the sheet that `make` makes, from its top or with one of its places in sight."""
        with self.changing():
            self._make, self._made_for, self._stop = make, (0, ""), None
            self._lay()
            if stop is not None and self.stops:
                self.go_to(stop)
            else:
                self.scroll_to(y=0, animate=False, force=True)

    def go_to(self, stop: int) -> None:
        """Step to a place (the nearest there is) and bring it into sight."""
        if not self.stops:
            return
        with self.changing():
            self.forget_drawn()
            self._stop = max(0, min(stop, len(self.stops) - 1))
            self._show_stop()

    def _show_stop(self) -> None:
        if self._stop is not None:
            line, lines = self.stops[self._stop].line, self.stops[self._stop].lines
            top, height = self.scroll_offset.y, self.size.height
            last = line + lines - 1
            if not top <= line <= last < top + max(1, height - 1):
                above = min(_ABOVE, height // 3)
                if lines > 1:
                    above = max(0, min(above, height - 1 - lines))
                self.scroll_to(y=max(0, line - above), animate=False, force=True)

    def on_resize(self) -> None:
        """Lines are as wide as the sheet."""
        with self.changing():
            self._lay()
            self._show_stop()

    def _lay(self) -> None:
        """Make the sheet for the width there is, in the theme's colours, unless it is."""
        width = max(2, (self.size.width or _UNSEEN) - _GUTTER - 1)
        if (width, self.app.theme) != self._made_for:
            self._made_for = width, self.app.theme
            self.forget_drawn()
            self._sheet = self._make(self, width)
            self.set_height(self._sheet.height)

    def forget_drawn(self) -> None:
        """Forget how the lines looked."""
        self._drawn.clear()

    def draw_line(self, y: int) -> Strip:
        """Return a line of the sheet, or a blank one below it."""
        self._lay()
        if y >= self._sheet.height:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        if y not in self._drawn:
            at = self._stop is not None and self.stops[self._stop].line == y
            bar = Content("▶ " if at else "  ").stylize(self.get_visual_style("sheet--stop", partial=True))
            line = bar + self._sheet.line(y)
            strip = Strip(line.render_segments(self.visual_style), line.cell_length)
            self._drawn[y] = strip.adjust_cell_length(self.size.width, self.visual_style.rich_style)
        return self._drawn[y]
