"""Facts as two columns, wrapped with a hanging indent: a label, then what is so, with its sign of proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from tui.app.showing import shown
from tui.study.card import Fact, Mark

_LABEL: Final = 13
_NARROW: Final = 40
_LABEL_CLASS: Final = "fact--label"
_MARK_CLASSES: Final = {
    Mark.PROVED: "fact--proved",
    Mark.EDITED: "fact--edited",
    Mark.FAILED: "fact--failed",
    Mark.UNPROVED: "fact--unproved",
}
FACT_CLASSES: Final = {_LABEL_CLASS, *_MARK_CLASSES.values()}

FACT_CSS: Final = """
SELF {
    & > .fact--label { color: $foreground 65%; }
    &:ansi > .fact--label { color: ansi_default; text-style: dim; }
    & > .fact--proved { color: $text-success; text-style: bold; }
    & > .fact--edited { color: $text-success; text-style: bold; }
    & > .fact--failed { color: $text-error; text-style: bold underline; }
    & > .fact--unproved { color: $text-warning; text-style: bold; }
}
"""
"""The styles, for a widget's DEFAULT_CSS: SELF stands for the widget's name."""


def fact_lines(widget: Widget, facts: Sequence[Fact], width: int) -> Iterator[Content]:
    """Yield `facts` as lines of at most `width` cells, in the styles of a widget with `FACT_CLASSES`.

    Too narrow for two columns, the label stands above.
    """
    label_width = _LABEL if width >= _NARROW else 0
    label_style = widget.get_visual_style(_LABEL_CLASS, partial=True)
    before = ""
    for fact in facts:
        # A label that repeats the one above it says nothing new.
        label = Content("" if fact.label == before else fact.label).stylize(label_style)
        before = fact.label
        if not label_width and label:
            yield label
        lines = _text(widget, fact).wrap(max(2, width - max(label_width, 2)))
        for number, line in enumerate(lines):
            head = label if label_width and not number else Content("")
            yield head.pad_right(max(0, max(label_width, 2) - head.cell_length)) + line.rstrip()


def _text(widget: Widget, fact: Fact) -> Content:
    text = shown(fact.text)
    if fact.mark is None:
        return text
    style = widget.get_visual_style(_MARK_CLASSES[fact.mark], partial=True)
    return Content(f"{fact.mark.value} ").stylize(style) + text
