"""Two clauses or two statements beside each other, each difference marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.screens.study import StudyScreen

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.model.records import Clause, Statement
    from tui.study.compare import Comparison


class ComparingScreen(StudyScreen):
    """The marked clause or statement on the left, the one under the cursor on the right."""

    BINDING_GROUP_TITLE = "Comparison"
    DOING = "Comparing"

    @dataclass
    class Compared(Message):
        """The two have been compared."""

        comparison: Comparison

    def __init__(self, catalogue: Catalogue, left: Clause | Statement, right: Clause | Statement) -> None:
        super().__init__(f"Compare  {left.key}  with  {right.key}")
        self._catalogue = catalogue
        self._left, self._right = left, right

    def on_mount(self) -> None:
        """Compare off the screen's thread: statements can be long."""
        self._compare()

    @work(thread=True, exclusive=True, group="compare", exit_on_error=False)
    def _compare(self) -> None:
        from tui.study.compare import compare

        comparison = compare(self._catalogue, self._left, self._right)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Compared(comparison))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        from tui.app.compare_sheet import ComparisonSheet

        sheet = ComparisonSheet(self._catalogue, message.comparison)
        self.show_sheet(sheet, sheet.summary)
