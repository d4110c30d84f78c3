"""What a reader does with texts: mark one and compare it, see its wordings beside each other, read its source."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.app.messages import LibraryOpened
from tui.app.places import Wish
from tui.app.screens.addressed import AddressedScreen
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING, SUMMITS
from tui.app.screens.study import StudyScreen
from tui.model.records import Clause, Participant, Statement


class StudyingScreen(AddressedScreen):
    """Opens the screens that study texts. One clause or statement can be marked, to be compared with another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "m",
            "mark",
            "Mark",
            show=False,
            id="room.mark",
            tooltip="Mark the clause, statement or participant, to compare it; once more undoes it",
        ),
        Binding(
            "equals_sign",
            "compare",
            "Compare",
            show=False,
            id="room.compare",
            tooltip="Compare the marked one with the one under the cursor; two participants stand side by side",
        ),
        Binding(
            "w",
            "wordings",
            "Wordings",
            show=False,
            id="room.wordings",
            tooltip="The clause's wordings beside each other, with their differences",
        ),
        Binding(
            "o",
            "source",
            "Source",
            show=False,
            id="room.source",
            tooltip="The clause's source from top to bottom, with the clauses in it marked",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | m | mark the clause or statement, or undo it |
    | = | compare the marked one with the one under the cursor |
    | w | the clause's wordings beside each other |
    | o | the clause's source, from top to bottom |
    """

    marked: str | None = None
    """The address of the clause, statement or participant that is marked."""

    marked_party = False
    """Whether what is marked is a participant."""

    @property
    def under_cursor(self) -> Clause | Statement | None:
        """The statement under the cursor of the summits, or else the clause that is read."""
        pane = self.last_list if self.current_pane not in (SUMMITS, CLAUSES) else self.current_pane
        if pane == SUMMITS:
            record = self.summits.row.record if self.summits.row else None
            return record if isinstance(record, Statement) else None
        return self.clauses.clause

    @property
    def party_under_cursor(self) -> Participant | None:
        """The participant under the cursor, in their pane, or as it is read."""
        pane = self.last_list if self.current_pane == READING else self.current_pane
        here = pane == PARTICIPANTS and self.participants.display
        return self.participants.part.participant if here and self.participants.part else None

    def state_lines(self) -> list[str]:
        """Say what is marked."""
        if self.marked is None or self.searching:
            return super().state_lines()
        return [*super().state_lines(), f"◆ Marked: {self.marked} · = compares it with the one under the cursor"]

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read; what is no longer there is marked no longer."""
        super().open_library(message)
        if self.marked and not message.catalogue.find(self.marked):
            self.show_mark(None)

    def show_mark(self, address: str | None, *, party: bool = False) -> None:
        """Mark what is at an address (of a clause or statement, or of a participant), and nothing else."""
        self.marked, self.marked_party = address, party and address is not None
        self.clauses.marked = self.summits.marked = None if party else address
        self.participants.marked = address if party else None
        self.show_state()

    def mark_party(self, key: str) -> None:
        """Mark a participant, or undo it."""
        again = self.marked_party and self._is_same(key, self.marked)
        self.show_mark(None if again else key, party=True)
        name = self.catalogue.name(key) if self.catalogue else key
        said = "no longer marked" if again else "marked: = on another participant holds the two side by side"
        self.notify(f"{name} is {said}", markup=False)

    def action_mark(self) -> None:
        """Mark the clause, statement or participant under the cursor, or undo it."""
        record, party = self.under_cursor, self.party_under_cursor
        if party is not None:
            self.mark_party(party.key)
        elif record is None:
            self.notify("Nothing to mark: move to a clause or a statement", markup=False)
        else:
            self.show_mark(None if record.key == self.marked and not self.marked_party else record.key)

    def action_compare(self) -> None:
        """Compare the marked clause or statement with the one under the cursor."""
        from tui.app.screens.comparing import ComparingScreen

        catalogue, right = self.catalogue, self.under_cursor
        if catalogue is None or right is None:
            self.notify("Nothing to compare: move to a clause or a statement", markup=False)
            return
        left = catalogue.clause(self.marked) or catalogue.statement(self.marked) if self.marked else None
        if left is None:
            self.notify("Nothing is marked: m marks a clause or a statement, = compares it with another", markup=False)
        elif left.key == right.key:
            self.notify("This is the marked one: move to what it is to be compared with", markup=False)
        else:
            self.study(ComparingScreen(catalogue, left, right))

    def action_wordings(self) -> None:
        """Show the wordings of the clause beside each other."""
        from tui.app.screens.wordings import WordingsScreen

        clause = self.clauses.clause
        if self.catalogue is None or clause is None:
            self.notify("No clause to show the wordings of", markup=False)
        else:
            self.study(WordingsScreen(self.catalogue, clause))

    def action_source(self) -> None:
        """Read the source of the clause from top to bottom."""
        from tui.app.screens.source_reader import SourceReader

        clause = self.clauses.clause
        if self.catalogue is None or clause is None:
            self.notify("No clause to read the source of", markup=False)
            return
        source = self.catalogue.source(self.wording(clause).reading.source)
        if source is None:
            self.notify(f"The source is undefined: {clause.reading.source}", severity="warning", markup=False)
        else:
            self.study(SourceReader(self.catalogue, source, clause))

    def study(self, screen: StudyScreen) -> None:
        """Open a screen; when it is closed with an address, go there."""
        self.app.push_screen(screen, self.back_from_study)

    def back_from_study(self, wanted: Wish | None) -> None:
        """Go to the clause that a screen was closed with."""
        if isinstance(wanted, str):
            self.go_to_clause(wanted)

    def go_to_clause(self, address: str) -> None:
        """Read the clause at an address, wherever it is; a subclass knows what stands in the way."""
        self.show_clauses(address)
