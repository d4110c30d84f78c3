"""What can be copied, a choice a line: its key, its name, what to know before taking it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content

from tui.app.showing import shown_on_one_line
from tui.app.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.study.cite.choices import Choice

_NAME_WIDTH: Final = 27


class ChoiceList(RowList):
    """Choices. One that cannot be taken is dimmed, and its line says why."""

    ROW_HEIGHT = 1
    BINDING_GROUP_TITLE = "Copy what?"
    DEFAULT_CSS = """
    ChoiceList {
        background: $surface;
        &.-whole {
            scrollbar-background: $surface;
            scrollbar-background-hover: $surface;
            scrollbar-background-active: $surface;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set()

    def __init__(self, choices: Sequence[Choice], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices

    def on_mount(self) -> None:
        """Show the choices."""
        self.set_rows(len(self._choices))

    @property
    def choice(self) -> Choice:
        """The choice under the cursor."""
        return self._choices[self.cursor or 0]

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a choice's line."""
        choice = self._choices[index]
        muted = self.get_visual_style("row-list--muted", partial=True)
        key = Content(f"{choice.key}  ").stylize("bold")
        name = Content(f"{choice.name:<{_NAME_WIDTH}}")
        detail = shown_on_one_line(choice.detail, muted)
        if choice.make is None:
            key, name = key.stylize(muted), name.stylize(muted)
            detail = shown_on_one_line(f"not to be had: {choice.detail}", muted)
        return [(key + name + detail).truncate(width, ellipsis=True)]
