"""A source read from top to bottom, with the clauses that are taken from it marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.screens.study import StudyScreen
from tui.study.shown_by import source_line
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.model.records import Clause, Source
    from tui.study.source_text import SourceReading


class SourceReader(StudyScreen):
    """The text of the source that a clause is taken from, the clause in sight."""

    BINDING_GROUP_TITLE = "Source"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_clause", "To the clause", id="source.clause", tooltip="Go to the clause one is at"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | enter | go to the clause one is at |
    """
    DOING = "Reading"
    STOPS = "clause"

    @dataclass
    class Read(Message):
        """The source has been read."""

        reading: SourceReading

    def __init__(self, catalogue: Catalogue, source: Source, clause: Clause) -> None:
        super().__init__(f"Source  {source_line(source)}")
        self._catalogue, self._source, self._clause = catalogue, source, clause

    def on_mount(self) -> None:
        """Read off the screen's thread: files can be long, and on a slow disk."""
        self._read()

    @work(thread=True, exclusive=True, group="source", exit_on_error=False)
    def _read(self) -> None:
        from tui.study.source_text import read_source

        reading = read_source(self._catalogue, self._source)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Read(reading))

    @on(Read)
    def _was_read(self, message: Read) -> None:
        from tui.app.source_sheet import SourceSheet

        reading, sheet = message.reading, SourceSheet(message.reading)
        count = counted(len(reading.taken), "clause")
        here = "" if sheet.stop_of(self._clause.key) is not None else f" · #{self._clause.id} has no place in it"
        summary = reading.trouble if reading.text is None else f"{count} marked in {self._source.file}{here}"
        self.show_sheet(sheet, summary, sheet.stop_of(self._clause.key))

    def action_open_clause(self) -> None:
        """Close, and go to the clause one is at."""
        stop = self.sheet.stop
        if stop is None:
            self.notify("No clause is chosen: n and N go from one to the next", markup=False)
        else:
            self.dismiss(self.sheet.stops[stop].key)
