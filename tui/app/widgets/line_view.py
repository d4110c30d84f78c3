"""Lines drawn one by one, of which only those are painted again that look different.

A key in the search box changes some lines of two panes. To lay the screen out anew, or to paint whole panes, would take
several times as long as finding what was asked for; over a slow line, what is written is felt as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineView(ScrollView, inherit_bindings=False):
    """A scrolling view of lines. Subclasses say how one looks (`draw_line`), and change what is shown in `changing`."""

    # A scroll bar that comes and goes would lay out the screen each time: it is always there, and not to be seen where
    # all lines are.
    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        &.-whole {
            scrollbar-background: $background;
            scrollbar-background-hover: $background;
            scrollbar-background-active: $background;
        }
    }
    """

    # The stock one lays out the screen whenever it changes.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._painted: dict[int, Strip] = {}
        self._changing = 0
        self._on_screen = False

    def draw_line(self, y: int) -> Strip:
        """Return a line, counted from the first of all lines."""
        raise NotImplementedError

    def forget_drawn(self) -> None:
        """Forget lines that were kept because they were drawn once: they may look different by now."""

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While this lasts, what is shown changes; at its end, the lines that look different are painted."""
        self._changing += 1
        try:
            yield
        finally:
            self._changing -= 1
            self.show_changes()

    def set_height(self, lines: int) -> None:
        """Say how many lines there are."""
        self.virtual_size = Size(self.size.width, lines)
        # Nobody stays scrolled beyond the end: what is set is brought within it.
        self.scroll_y = self.scroll_y
        self._show_bar()

    def _show_bar(self) -> None:
        """Show the scroll bar as it should be, and only where there is more than is seen."""
        if self._on_screen:
            self.vertical_scrollbar.window_virtual_size = self.virtual_size.height
            self.vertical_scrollbar.position = self.scroll_y
            self.set_class(self.virtual_size.height <= self.container_size.height, "-whole")

    def show_changes(self) -> None:
        """Paint the lines that look different from how they were painted last."""
        if self._changing:
            return
        if not self._on_screen:
            self.refresh()
            return
        width, height = self.size
        top = self.scroll_offset.y
        changed = [y for y in range(height) if self._painted.get(y) != self.draw_line(top + y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As everywhere; but what is hidden is painted when it is shown again, and says nothing before.

        A widget inside a hidden one that asks to be painted makes the compositor arrange the screen behind the back of
        the next layout, which then finds nothing changed: what it was to show never appears.
        """
        if self._on_screen or layout or recompose:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        # There is no public way to have lines drawn anew without asking for them to be painted.
        self._styles_cache.clear()
        self._painted.clear()
        return self

    def on_hide(self) -> None:
        """Hidden: what was painted is gone."""
        self._on_screen = False

    def render_line(self, y: int) -> Strip:
        """Return one line of what is on the screen."""
        if not self._on_screen:
            self._on_screen = True
            self.call_later(self._show_bar)
        strip = self.draw_line(y + self.scroll_offset.y)
        self._painted[y] = strip
        return strip

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled: other lines stand on the screen."""
        self._show_bar()
        if round(old_value) != round(new_value):
            self.show_changes()

    def notify_style_update(self) -> None:
        """With other styles, lines look different."""
        super().notify_style_update()
        self.forget_drawn()
