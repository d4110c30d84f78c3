"""How differences look in a text: by weight and line as well as by colour, so they are told apart without it.

What the other text has more is a caret where it is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.app.showing import shown, shown_on_one_line, voiced
from tui.app.voices import voice_styles
from tui.model.records import Rendering
from tui.study.clause_card import stretches
from tui.study.difference.pieces import Change, Kind, Piece
from tui.study.difference.signs import Told, name_of

CARET: Final = "^"
_SUBSTANTIVE: Final = "difference--substantive"
_LESSER: Final = "difference--lesser"
DIFFERENCE_CLASSES: Final = {_SUBSTANTIVE, _LESSER}

DIFFERENCE_CSS: Final = """
SELF {
    & > .difference--substantive { text-style: bold underline; color: $text-warning; }
    & > .difference--lesser { text-style: italic underline; color: $foreground 65%; }
    &:ansi > .difference--lesser { color: ansi_default; text-style: italic underline dim; }
}
"""
"""The styles, for a widget's DEFAULT_CSS: SELF stands for the widget's name."""


def difference_style(widget: Widget, kind: Kind | None) -> Style:
    """Return how a difference of a kind looks in a widget that has `DIFFERENCE_CLASSES`."""
    name = _SUBSTANTIVE if kind is Kind.SUBSTANTIVE else _LESSER
    return widget.get_visual_style(name, partial=True)


def in_voices(widget: Widget, rendering: Rendering) -> Content:
    """Return a wording with the document's words, the source's and insertions told apart as everywhere."""
    return voiced(shown(rendering.text), stretches(rendering), voice_styles(widget))


def marked(widget: Widget, text: Content, pieces: Sequence[Piece], *, right: bool) -> tuple[Content, list[int]]:
    """Return one of two texts with its differences marked, and where in it each difference is, in code points.

    `right` says which of the two texts it is.
    """
    parts: list[Content] = []
    places: list[int] = []
    length = 0
    for piece in pieces:
        start, end = piece.right if right else piece.left
        part = text[start:end]
        if piece.change is not Change.SAME:
            places.append(length)
            part = (part or Content(CARET)).stylize(difference_style(widget, piece.kind))
        parts.append(part)
        length += len(part)
    return Content("").join(parts), places


def in_one(widget: Widget, piece: Piece, left: str, right: str) -> Content:
    """Return a piece of two texts as it stands in one: `[-struck through-]` and `{+underlined+}`, and its name.

    The signs of `tui.study.difference.signs`, so that the screen and the command line show the same.
    """
    dropped, added = left[slice(*piece.left)], right[slice(*piece.right)]
    if piece.change is Change.SAME:
        return shown_on_one_line(added)
    style = difference_style(widget, piece.kind)
    said = Content("")
    if dropped:
        # Struck through instead of underlined: what is not there is not stressed.
        said += shown_on_one_line(f"[-{dropped}-]").stylize(style).stylize("not underline strike")
    if added:
        said += shown_on_one_line(f"{{+{added}+}}").stylize(style)
    name = name_of(piece)
    return said + shown(f"({name})").stylize(widget.get_visual_style(_LESSER, partial=True)) if name else said


def difference_line(widget: Widget, told: Told) -> Content:
    """Return a difference as a line of its own: what stands on both sides, and its name where it is not substantive."""
    line = shown(told.said).stylize(difference_style(widget, told.piece.kind))
    return line + shown(f"  {told.name}") if told.name else line
