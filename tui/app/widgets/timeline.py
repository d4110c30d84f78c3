"""The timeline of a trace: the years from left to right, and where one is among the occurrences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.widget import Widget

from tui.app.showing import shown_on_one_line
from tui.text.cells import cells

if TYPE_CHECKING:
    from tui.study.trace.occurrence import Occurrence

_HERE: Final = "▼"


class TimelineView(Widget):
    """Draws a timeline as wide as there is room; above it stands which occurrence one is at."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--here", "timeline--muted"}
    """
    | Class | What it styles |
    | --- | --- |
    | `timeline--here` | the occurrence one is at |
    | `timeline--muted` | the years and what the signs mean |
    """
    DEFAULT_CSS = """
    TimelineView {
        height: 4;
        padding: 0 1;
        background: $surface;
        & > .timeline--here { color: $accent; text-style: bold reverse; }
        & > .timeline--muted { color: $foreground 65%; }
        &:ansi > .timeline--here { color: ansi_default; text-style: bold reverse; }
        &:ansi > .timeline--muted { color: ansi_default; text-style: dim; }
    }
    """
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._occurrences: Sequence[Occurrence] = ()
        self._at: int | None = None

    def show(self, occurrences: Sequence[Occurrence], at: int | None) -> None:
        """Show occurrences, and at which of them one is (by its number)."""
        self._occurrences, self._at = occurrences, at
        self.refresh()

    @property
    def text(self) -> str:
        """What is drawn, line by line."""
        return self.render().plain

    def render(self) -> Content:
        """Return where one is, the line, the years, and what the signs mean."""
        if not self._occurrences:
            return Content("")
        # Imported here: the study of traces is not needed before there is one.
        from tui.study.trace.timeline import LEGEND, timeline

        width = self.size.width
        drawn = timeline(self._occurrences, width)
        muted = self.get_visual_style("timeline--muted", partial=True)
        place = drawn.cells[self._at] if self._at is not None else None
        line = Content(drawn.line)
        if place is not None:
            line = line.stylize(self.get_visual_style("timeline--here", partial=True), place, place + 1)
        legend = Content(LEGEND).stylize(muted).truncate(width, ellipsis=True)
        return Content("\n").join([self._pointer(place, width), line, Content(drawn.years).stylize(muted), legend])

    def _pointer(self, place: int | None, width: int) -> Content:
        """Return the line above: a pointer, with the date and place beside it where there is more room."""
        if self._at is None:
            return Content("")
        one = self._occurrences[self._at]
        said = f"{one.when} {one.where}"
        if place is None:
            return shown_on_one_line(said).truncate(width, ellipsis=True)
        if place <= width // 2:
            return Content(" " * place) + shown_on_one_line(f"{_HERE} {said}").truncate(width - place, ellipsis=True)
        label = shown_on_one_line(said).truncate(max(1, place - 1), ellipsis=True)
        return Content(" " * max(0, place - 1 - cells(label.plain))) + label + Content(f" {_HERE}")
