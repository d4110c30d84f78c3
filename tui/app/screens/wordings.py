"""A clause's wordings beside each other: who publishes which, where each comes from, how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.screens.study import StudyScreen
from tui.app.wordings_sheet import WordingsSheet

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.model.records import Clause


class WordingsScreen(StudyScreen):
    """Every wording of one clause, held against one of them, the base."""

    BINDING_GROUP_TITLE = "Wordings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "base", "Base", id="wordings.base", tooltip="Hold the others against the next wording"),
        Binding("l,right", "sideways(1)", "More", show=False, id="wordings.right", tooltip="The next wording beside"),
        Binding("h,left", "sideways(-1)", "Back", show=False, id="wordings.left", tooltip="The one before"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | b | another base |
    | l, right / h, left | the next, previous wordings beside the base |
    """

    def __init__(self, catalogue: Catalogue, clause: Clause) -> None:
        super().__init__(f"Wordings of {clause.address}")
        self._catalogue, self._clause = catalogue, clause
        self._base = self._first = 0

    def on_mount(self) -> None:
        """Show them, the first as the base."""
        self._show()

    def _show(self) -> None:
        sheet = WordingsSheet(self._catalogue, self._clause, self._base, self._first)
        self._first = sheet.first
        self.show_sheet(sheet, sheet.summary)

    def action_base(self) -> None:
        """Hold the others against the next wording."""
        self._base += 1
        self._first = 0
        self._show()

    def action_sideways(self, wordings: int) -> None:
        """Show the next or previous wordings beside the base."""
        self._first += wordings
        self._show()
