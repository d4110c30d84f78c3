"""The calendar of summits: grouped by collection, year or series, and narrowed by what is typed above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.app.messages import CalendarWordsRead, LibraryOpened
from tui.app.screens.linked import LinkedScreen
from tui.app.screens.paned import SUMMITS
from tui.app.widgets.sift_line import SiftLine
from tui.app.widgets.summit_list import SummitList

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


class CalendarScreen(LinkedScreen):
    """While the line above the summits is open, only those are shown that have what is typed there.

    The words they are found by are read off the screen's thread when the line is opened first.
    """

    _sift_line: SiftLine | None = None
    _calendar_words: Mapping[str, str] | None = None

    @property
    def sifting(self) -> bool:
        """Whether the line above the summits is open."""
        return self._sift_line is not None

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read; the words of what was there before are no longer those of it."""
        self._calendar_words = None
        super().open_library(message)
        if self.nothing_to_read:
            self.end_sifting()
        elif self.sifting:
            self._read_words(message.catalogue)

    def show_summits(self, catalogue: Catalogue) -> bool:
        """Show the summits. What is in scope is always among them: where the line hides it, the line is closed."""
        shown = super().show_summits(catalogue)
        if not shown and self.sifting:
            self.end_sifting()
            shown = super().show_summits(catalogue)
        return shown

    # The line

    def action_sift(self) -> None:
        """Open the line above the summits, or go back to it."""
        if self.catalogue is None or self.nothing_to_read:
            self.notify("No summits to find", markup=False)
            return
        if self._sift_line is None:
            self._sift_line = SiftLine(id="sift")
            self.query_one(f"#pane-{SUMMITS}").mount(self._sift_line, before=self.summits)
            if self._calendar_words is None:
                self._read_words(self.catalogue)
        self.set_pane(SUMMITS)
        self.summits.active = True
        self._sift_line.focus()

    @work(thread=True, exclusive=True, group="calendar", exit_on_error=False)
    def _read_words(self, catalogue: Catalogue) -> None:
        """Runs off the screen's thread: each title is read."""
        worker = get_current_worker()
        words = catalogue.calendar_words()
        if not worker.is_cancelled:
            self.post_message(CalendarWordsRead(catalogue, words))

    @on(CalendarWordsRead)
    def _words_read(self, message: CalendarWordsRead) -> None:
        if message.catalogue is self.catalogue:
            self._calendar_words = message.words
            self._sift()

    @on(Input.Changed, "#sift")
    def _sift(self) -> None:
        """Show what has the words that are typed, once it is known which do."""
        # Imported here: the words of texts are not needed for the first paint.
        from tui.index.calendar_words import typed_words

        if self._sift_line is not None and self._calendar_words is not None:
            self.summits.sift(typed_words(self._sift_line.value), self._calendar_words)
            self.show_places()

    @on(SiftLine.Stepped)
    def _row_stepped(self, message: SiftLine.Stepped) -> None:
        self.summits.action_move(message.rows)

    @on(SiftLine.ListWanted)
    def _summits_wanted(self) -> None:
        self.summits.focus()

    @on(Input.Submitted, "#sift")
    def _row_chosen(self) -> None:
        self.summits.action_choose()

    @on(SiftLine.Left)
    def _line_left(self) -> None:
        self.end_sifting()
        self.summits.focus()

    def end_sifting(self) -> None:
        """Close the line and show all summits, the cursor where it is."""
        line, self._sift_line = self._sift_line, None
        if line is None:
            return
        focused = self.focused is line
        line.remove()
        self.summits.active = False
        self.summits.sift((), {})
        self.show_places()
        if focused:
            self.summits.focus()

    @on(SummitList.Regrouped)
    def _regrouped(self, message: SummitList.Regrouped) -> None:
        """Say in the title of the pane how summits are grouped."""
        self.name_pane(SUMMITS, message.grouping.value)
        self.show_places()
