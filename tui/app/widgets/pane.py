"""A numbered pane: a border with a title and the place of the cursor in it, around a list or a text."""

from __future__ import annotations

from typing import Self

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region

from tui.app.showing import shown_on_one_line


class Pane(Vertical):
    """A pane whose title may change with every key: only the line of the border that changed is painted."""

    def __init__(self, title: str, *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes)
        self._title = self._place = ""
        self._line: Region | None = None
        self.show_title(title)

    def show_title(self, title: str) -> None:
        """Show `title` in the upper border."""
        if title != self._title:
            self._title = title
            self._line = Region(-1, -1, self.outer_size.width, 1)
            self.border_title = shown_on_one_line(title)
            self._line = None

    def show_place(self, place: str) -> None:
        """Show where the cursor is in the lower border."""
        if place != self._place:
            self._place = place
            self._line = Region(-1, self.size.height, self.outer_size.width, 1)
            self.border_subtitle = Content(place)
            self._line = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As everywhere; but what is inside paints itself, so the border will do, or the line of it that changed."""
        if self._line is not None:
            regions = (self._line,)
        elif not regions and not layout and self.size:
            width, height = self.size
            sides = [Region(x, 0, 1, height) for x in (-1, width)]
            regions = (Region(-1, -1, width + 2, 1), *sides, Region(-1, height, width + 2, 1))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
