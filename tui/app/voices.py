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
    & > .voice--source { text-style: italic; color: $text-muted; }
    & > .voice--insertion { text-style: italic underline; color: $text-warning; }
    & > .voice--hit { color: $text-accent; }
}
"""
"""The styles, for a widget's DEFAULT_CSS: SELF stands for the widget's name."""


def hit_style(widget: Widget) -> Style:
    """Return the style of matched words. Reversed here, since a component style does not carry it."""
    return widget.get_visual_style(_HIT, partial=True) + Style(bold=True, reverse=True)


def voice_styles(widget: Widget) -> dict[Voice, Style]:
    """Return the style of each voice in a widget that has `VOICE_CLASSES` among its component classes."""
    return {voice: widget.get_visual_style(name, partial=True) for voice, name in _CLASSES.items()}
