"""A text to scroll, with the same keys everywhere."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

SCROLL_KEYS: Final[list[BindingType]] = [
    Binding("j,down", "scroll_down", "Down", show=False, id="text.down"),
    Binding("k,up", "scroll_up", "Up", show=False, id="text.up"),
    Binding("ctrl+d,pagedown,space", "page_down", "Page down", show=False, id="text.page-down"),
    Binding("ctrl+u,pageup", "page_up", "Page up", show=False, id="text.page-up"),
    Binding("g,home", "scroll_home", "Top", show=False, id="text.top"),
    Binding("G,end", "scroll_end", "Bottom", show=False, id="text.bottom"),
]
"""
| Keys | What they do |
| --- | --- |
| j, down / k, up | scroll down, up |
| ctrl+d, page down, space / ctrl+u, page up | a page down, up |
| g, home / G, end | top, bottom |
"""


class Scrolled(VerticalScroll, inherit_bindings=False):
    """A vertical scroll with vim's keys besides the arrows, and none for the sideways scroll it cannot do."""

    BINDINGS: ClassVar[list[BindingType]] = SCROLL_KEYS

    DEFAULT_CSS = """
    Scrolled { scrollbar-size-vertical: 1; }
    """
