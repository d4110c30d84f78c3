"""How the voices of a clause look: the document's words, the source's, an editor's insertion, and a hit.

They differ in weight and slant as well as in colour, so they are told apart without it.
"""

from __future__ import annotations

from typing import Final

from textual.style import Style
from textual.widget import Widget

from tui.study.card import Voice

_HIT: Final = "voice--hit"
_CLASSES: Final = {
    Voice.DOCUMENT: "voice--document",
    Voice.SOURCE: "voice--source",
    Voice.INSERTION: "voice--insertion",
}
VOICE_CLASSES: Final = {_HIT, *_CLASSES.values()}

VOICE_CSS: Final = """
SELF {
    & > .voice--document { text-style: bold; }
    & > .voice--source { text-style: italic; color: $foreground 75%; }
    & > .voice--insertion { text-style: italic underline; color: $text-warning; }
    & > .voice--hit { background: $warning; color: auto 95%; text-style: bold underline; }
    &:ansi > .voice--source { color: ansi_default; }
    &:ansi > .voice--hit { background: ansi_yellow; color: ansi_black; }
}
"""
"""The styles, for a widget's DEFAULT_CSS: SELF stands for the widget's name."""


def hit_style(widget: Widget) -> Style:
    """Return the style of matched words; whole, since a partial style loses its background."""
    return widget.get_visual_style(_HIT)


def voice_styles(widget: Widget) -> dict[Voice, Style]:
    """Return the style of each voice in a widget that has `VOICE_CLASSES` among its component classes."""
    return {voice: widget.get_visual_style(name, partial=True) for voice, name in _CLASSES.items()}
