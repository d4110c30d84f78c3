"""Going to an address: whatever is there is shown, in the pane that has such records, or read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.messages import LibraryOpened
from tui.app.screens.copying import CopyingScreen
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING, SUMMITS
from tui.index.scope import EVERYTHING, Scope
from tui.model.records import Clause, Collection, Instrument, Participant, Source, Statement, Summit, Thread
from tui.study.record_cards import card

if TYPE_CHECKING:
    from tui.index.catalogue import Record


class AddressedScreen(CopyingScreen):
    """Opens at `address`, once what is at it has been read."""

    def __init__(self, paths: Sequence[Path], address: str | None = None) -> None:
        super().__init__(paths)
        self._wanted_address = address
        self.read_aside: Record | None = None
        """The record that is read and stands in no list."""

    @property
    def record_read(self) -> Record | None:
        """The record that the reading pane shows, also one that stands in no list."""
        return self.read_aside or super().record_read

    def read_current(self) -> None:
        """Read what is under the cursor again."""
        self.read_aside = None
        super().read_current()

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read, and in it what is at the address, the first time that there is anything."""
        super().open_library(message)
        if self._wanted_address is not None and self.go_to_address(self._wanted_address):
            self._wanted_address = None

    def show_first_pane(self) -> None:
        """Show no pane that the one with the record would take the place of: the focus comes after the pane."""
        if self._wanted_address is None or self.catalogue is None or not self.catalogue.find(self._wanted_address):
            super().show_first_pane()

    def go_to_address(self, address: str) -> bool:
        """Show what is at an address; return whether there is anything."""
        records = self.catalogue.find(address) if self.catalogue else []
        if not records:
            return False
        self._show_record(records[0])
        clause = records[0]
        if isinstance(clause, Clause) and clause.address != address:
            self.notify(f"{address} is an old address: the clause is now at {clause.address}", markup=False)
        return True

    def _show_record(self, record: Record) -> None:
        match record:
            case Clause():
                self._show_clause(record)
            case Statement():
                self._select(Scope(record.collection, record.summit, record.key))
            case Summit():
                self._select(Scope(record.collection, record.key))
            case Collection():
                self._select(Scope(record.id))
            case Participant():
                self._show_participant(record)
            case Source() | Instrument() | Thread():
                self._read(record)

    def _show_clause(self, clause: Clause) -> None:
        """The clause among those of its statement, under the cursor and read."""
        statement = self.catalogue.statement(clause.statement) if self.catalogue else None
        if statement is not None:
            self.scope = Scope(statement.collection, statement.summit, statement.key)
        self.show_all()
        self.show_clauses(clause.address)
        self._show_list(CLAUSES)

    def _select(self, scope: Scope) -> None:
        """A summit, statement or collection under the cursor of the summits, and read."""
        self.scope = scope
        self.show_all()
        self._show_list(SUMMITS)

    def _show_participant(self, participant: Participant) -> None:
        self.scope = replace(EVERYTHING, collection=participant.collection)
        self.show_all()
        row = self.catalogue.people(self.scope).place(participant.key) if self.catalogue else None
        if row is None:
            self._read(participant)
            return
        self.participants.place_cursor(row)
        self._show_list(PARTICIPANTS)

    def _show_list(self, number: int) -> None:
        """Read what is under the cursor of a list; where only one pane fits, that is what is shown."""
        self.set_pane(number)
        self.read_current()
        self.show_pane(READING if self.one_pane else number)

    def _read(self, record: Record) -> None:
        """What stands in no list is read, until the cursor of one is moved."""
        if self.catalogue is not None:
            self.show_pane(READING)
            self.read_aside = record
            self.reading.show_card(card(self.catalogue, record))
