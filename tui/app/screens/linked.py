"""How the panes are linked: what is chosen in one decides what the others show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.app.messages import LibraryOpened
from tui.app.row_card import row_card
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING, SUMMITS, PanedScreen
from tui.app.widgets.bars import StateBar, TitleBar
from tui.app.widgets.nothing import NothingToRead
from tui.app.widgets.row_list import RowList
from tui.collection.problems import Problem, counts
from tui.index.calendar import tree
from tui.index.scope import EVERYTHING, Scope
from tui.model.records import Clause, Participant, Summit
from tui.study.card import Card
from tui.study.record_cards import card
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.index.narrowing import Narrowing
    from tui.search.engine import Searcher


class LinkedScreen(PanedScreen):
    """Choosing a summit or statement shows its clauses and participants; a participant narrows all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "widen", "Undo narrowing", show=False, id="room.widen"),
        Binding("right_square_bracket", "clause(1)", "Next clause", show=False, id="room.next-clause"),
        Binding("left_square_bracket", "clause(-1)", "Previous clause", show=False, id="room.previous-clause"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | x | undo narrowing |
    | ] / [ | next, previous clause |
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__()
        self.paths = paths
        self.catalogue: Catalogue | None = None
        self.searcher: Searcher | None = None
        self.narrowing: Narrowing | None = None
        self.problems: tuple[Problem, ...] = ()
        self.scope = EVERYTHING
        self._narrowed: tuple[Catalogue | None, str, str] = (None, "", "")

    # What a subclass adds: the state of a search.

    def spans_of(self, clause: Clause) -> tuple[tuple[int, int], ...]:
        """Return the stretches of a clause's text that are lit, `[start, end)` in code points."""
        return ()

    @property
    def place_shown(self) -> int | None:
        """The code point of the clause's text that is to be seen at first; None for the first that is lit."""
        return None

    @property
    def clauses_name(self) -> str:
        """What the clauses shown are, when they are not those in scope."""
        return ""

    @property
    def searching(self) -> bool:
        """Whether a search is being typed."""
        return False

    def wording(self, clause: Clause) -> Clause:
        """Return the clause in the rendering it is to be read in."""
        return clause

    def state_lines(self) -> list[str]:
        """Return what is said in the state bar, besides narrowing."""
        return []

    # Opening

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read; what was chosen before stays chosen where it still exists."""
        catalogue = message.catalogue
        self.catalogue, self.searcher, self.problems = catalogue, message.searcher, message.problems
        self.narrowing = message.narrowing
        self.scope = self._existing(catalogue)
        title = " · ".join(collection.title for collection in catalogue.collections)
        self.query_one(TitleBar).show_title(title or "nothing open", counts(self.problems))
        was_nothing = self.nothing_to_read
        for notice in message.notices:
            self.notify(notice, severity="warning", markup=False)
        nothing = not catalogue.summits() and not catalogue.statements()
        self.set_class(nothing, "-nothing")
        self.show_all()
        self.query(NothingToRead).remove()
        if nothing:
            page = NothingToRead(self.paths, self.problems)
            self.mount(page, after="#panes")
            page.focus()
        elif was_nothing or self.focused is None:
            self.show_first_pane()

    def show_first_pane(self) -> None:
        """Show the pane in which reading begins."""
        self.show_pane(CLAUSES)

    def show_compiling(self, done: int, files: int) -> None:
        """Say how far the compiling of changed files has come."""
        self.query_one(TitleBar).show_progress(f"compiling {done:,} of {files:,} files" if done < files else "")
        if self.catalogue is None:
            self.clauses.set_rows(0, empty=f"Compiling what has changed: {done:,} of {files:,} files …")

    def show_not_opened(self, said: str) -> None:
        """Say why nothing could be opened, where nothing is open; whatever was being compiled no longer is."""
        self.query_one(TitleBar).show_progress("")
        if self.catalogue is None:
            self.query_one(TitleBar).show_title("nothing open", "")
            self.clauses.set_rows(0, empty=said)

    @property
    def nothing_to_read(self) -> bool:
        """Whether no collection with anything in it could be opened."""
        return self.has_class("-nothing")

    def _existing(self, catalogue: Catalogue) -> Scope:
        """Return the scope, or everything where the files no longer have what it names."""
        scope = self.scope
        known = (
            (scope.collection, catalogue.collection(scope.collection or "")),
            (scope.summit, catalogue.summit(scope.summit)),
            (scope.statement, catalogue.statement(scope.statement)),
            (scope.participant, catalogue.participant(scope.participant)),
        )
        if any(key and record is None for key, record in known):
            return EVERYTHING
        if scope.group is None:
            return scope
        group = tree(catalogue.calendar(), self.summits.grouping).groups.get(scope.group.name)
        return replace(scope, group=group) if group else EVERYTHING

    # Showing

    def go_to(self, scope: Scope) -> None:
        """Read a collection, summit or statement, without narrowing."""
        self.scope = scope
        self.show_all()
        self.show_pane(CLAUSES)

    def narrow_to(self, participant: str | None) -> None:
        """Narrow summits and clauses to what a participant (a key) takes part in; None undoes it."""
        self.scope = replace(self.scope, participant=participant)
        self.show_all()
        if participant is not None and self.one_pane:
            self.show_pane(CLAUSES)

    def show_all(self) -> None:
        """Show what is in scope in every pane."""
        if self.catalogue is None:
            return
        self.show_summits(self.catalogue)
        self.show_clauses()
        self._show_participants()
        self.read_current()

    def show_summits(self, catalogue: Catalogue) -> bool:
        """Show the summits, the cursor on the one in scope; return whether it is there."""
        return self.summits.show_calendar(catalogue, self.scope.participant, self.scope)

    def show_clauses(self, address: str | None = None) -> None:
        """Show the clauses in scope, the cursor on the one at `address` (by default, where it is)."""
        catalogue = self.catalogue
        if catalogue is None:
            return
        wanted = address or (self.clauses.clause.address if self.clauses.clause else "")
        clauses = catalogue.clauses(self.scope)
        self.clauses.show_clauses(
            catalogue,
            clauses,
            spans=lambda row: self.spans_of(clauses[row]),
            across=len(catalogue.statements(self.scope)) > 1,
            cursor=clauses.place(wanted) or 0,
            empty=self.no_clauses(catalogue),
        )
        self.show_state()

    def no_clauses(self, catalogue: Catalogue) -> str:
        """Return what is said where no clause is listed."""
        if self.scope.participant:
            return f"{catalogue.name(self.scope.participant)} takes part in no clause here."
        return "No clauses are recorded here."

    def _show_participants(self) -> None:
        if self.catalogue:
            parts = self.catalogue.people(self.scope)
            self.participants.show_parts(self.catalogue, parts, self.scope.participant)

    def read_current(self) -> None:
        """Read what is under the cursor of the list that was used last."""
        catalogue = self.catalogue
        if catalogue is None:
            return
        self.show_places()
        row, part, clause = self.summits.row, self.participants.part, self.clauses.clause
        if self.current_pane == SUMMITS and row is not None:
            self.reading.show_card(row_card(catalogue, row))
        elif self.current_pane == PARTICIPANTS and part is not None and self.participants.display:
            self.reading.show_card(card(catalogue, part.participant))
        elif clause is not None:
            shown = self.wording(clause)
            self.reading.show_card(card(catalogue, shown), self.spans_of(shown), self.place_shown)
        else:
            self.reading.show_card(Card("", self.no_clauses(catalogue), ""))

    def show_state(self) -> None:
        """Show what narrows the panes, and the state of a search."""
        lines = self.state_lines()
        if self.scope.participant and self.catalogue:
            undo = "" if self.focused is self.bar else " · x undoes"
            lines.append(self._narrowed_to(self.catalogue, self.scope.participant) + undo)
        self.query_one(StateBar).show_state(lines, steady=self.searching)
        self._show_scope()
        self.show_places()

    def _narrowed_to(self, catalogue: Catalogue, participant: str) -> str:
        """Say whom the panes are narrowed to, with counts that a letter typed in the search box does not change."""
        if self._narrowed[:2] != (catalogue, participant):
            scope = Scope(participant=participant)
            clauses = counted(len(catalogue.clauses(scope)), "clause")
            summits = counted(catalogue.sameness(Summit).count(catalogue.summits(scope)), "summit")
            said = f"Narrowed to {catalogue.name(participant)}: {clauses}, {summits}"
            self._narrowed = (catalogue, participant, said)
        return self._narrowed[2]

    def _show_scope(self) -> None:
        """Name in the title of the clauses' pane what they are the clauses of, unless they are all there are."""
        catalogue, scope = self.catalogue, self.scope
        if catalogue is None:
            return
        several = len(catalogue.collections) > 1
        chosen = (
            catalogue.statement(scope.statement)
            or catalogue.summit(scope.summit)
            or (catalogue.collection(scope.collection or "") if several else None)
        )
        group = scope.group.name if scope.group else ""
        self.name_pane(CLAUSES, self.clauses_name or (chosen.title if chosen else group))

    def set_pane(self, number: int) -> None:
        """Make a pane the current one, and read what is under its cursor."""
        changed = number != self.current_pane
        super().set_pane(number)
        if changed and number != READING:
            self.read_current()

    # What the panes say

    @on(RowList.Moved, "#summits")
    def _summit_under_cursor(self) -> None:
        self.scope = replace(self.summits.scope, participant=self.scope.participant)
        self.show_clauses()
        self._show_participants()
        self.read_current()

    @on(RowList.Moved, "#clauses")
    @on(RowList.Moved, "#participants")
    def _row_under_cursor(self) -> None:
        self.read_current()

    @on(RowList.Chosen, "#summits")
    def _summit_chosen(self) -> None:
        self.show_pane(CLAUSES)

    @on(RowList.Chosen, "#participants")
    def _participant_chosen(self, message: RowList.Chosen) -> None:
        key = self.participants.part_at(message.index).participant.key
        self.narrow_to(None if self._is_same(key, self.scope.participant) else key)

    def _is_same(self, key: str, other: str | None) -> bool:
        """Whether two keys are of one participant, in one collection or in two."""
        return self.catalogue is not None and other in self.catalogue.sameness(Participant).all(key)

    # Keys

    def action_clause(self, rows: int) -> None:
        """Go to the next or previous clause, whichever pane has the focus."""
        if self.current_pane != READING:
            self.set_pane(CLAUSES)
            self.clause_rows.focus()
        self.clause_rows.action_move(rows)

    def action_widen(self) -> None:
        """Undo narrowing."""
        if self.scope.participant is None:
            self.notify("Nothing is narrowed", markup=False)
        else:
            self.narrow_to(None)
