"""Facts as two columns, wrapped with a hanging indent: a label, then what is so, with its sign of proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.app.showing import shown
from tui.study.card import Fact, Mark

_LABEL: Final = 13
_NARROW: Final = 40
_MARK_CLASSES: Final = {
    Mark.PROVED: "fact-list--proved",
    Mark.EDITED: "fact-list--edited",
    Mark.FAILED: "fact-list--failed",
    Mark.UNPROVED: "fact-list--unproved",
}


class FactList(Widget):
    """Facts, laid out for the width there is; too narrow for two columns, the label stands above."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"fact-list--label", *_MARK_CLASSES.values()}
    """
    | Class | What it styles |
    | --- | --- |
    | `fact-list--label` | the label |
    | `fact-list--proved`, `--edited`, `--failed`, `--unproved` | the sign of proof |
    """

    DEFAULT_CSS = """
    FactList {
        height: auto;
        & > .fact-list--label { color: $foreground 65%; }
        &:ansi > .fact-list--label { color: ansi_default; text-style: dim; }
        & > .fact-list--proved { color: $text-success; text-style: bold; }
        & > .fact-list--edited { color: $text-success; text-style: bold; }
        & > .fact-list--failed { color: $text-error; text-style: bold underline; }
        & > .fact-list--unproved { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facts: Sequence[Fact] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show `facts`."""
        self._facts = facts
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the facts take at `width`."""
        return max(1, sum(1 for _ in self._lines(width)))

    def render(self) -> Content:
        """Return the facts, every line cut to the width, so that nothing is wrapped again."""
        return Content("\n").join(list(self._lines(self.content_size.width)))

    def _lines(self, width: int) -> Iterator[Content]:
        label_width = _LABEL if width >= _NARROW else 0
        label_style = self.get_visual_style("fact-list--label", partial=True)
        before = ""
        for fact in self._facts:
            # A label that repeats the one above it says nothing new.
            label = Content("" if fact.label == before else fact.label).stylize(label_style)
            before = fact.label
            if not label_width and label:
                yield label
            lines = self._text(fact).wrap(max(2, width - max(label_width, 2)))
            for number, line in enumerate(lines):
                head = label if label_width and not number else Content("")
                yield head.pad_right(max(0, max(label_width, 2) - head.cell_length)) + line.rstrip()

    def _text(self, fact: Fact) -> Content:
        text = shown(fact.text)
        if fact.mark is None:
            return text
        style = self.get_visual_style(_MARK_CLASSES[fact.mark], partial=True)
        return Content(f"{fact.mark.value} ").stylize(style) + text
