"""Following references, and going back: what a clause refers to, what refers to it, the pages of instruments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.places import AtOnce, Leaf, Narrowing, Place, Places, Showing, SideBySide, Steps, Wish
from tui.app.screens.page import PageScreen, wish
from tui.app.screens.party import PartyScreen
from tui.app.screens.tracing import TracingScreen
from tui.index.scope import Scope
from tui.model.records import Clause, Collection, Instrument, Participant, Source, Statement, Thread

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.study.page import Page


class FollowingScreen(TracingScreen):
    """Goes from record to record, and remembers the places it has left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "d",
            "leads_to",
            "Leads to",
            show=False,
            id="room.leads-to",
            tooltip="What the clause or statement refers to: its page, or a list where there are several",
        ),
        Binding(
            "D",
            "referred_to_by",
            "Referred to by",
            show=False,
            id="room.referred-to-by",
            tooltip="What refers to the clause's statement, or to the instrument: a list, or the one there is",
        ),
        Binding(
            "p",
            "participant",
            "Participant",
            show=False,
            id="room.participant-page",
            tooltip="The participant over time; of a clause, who undertakes it, or a list where there are several",
        ),
        Binding("i", "instruments", "Instruments", show=False, id="room.instruments", tooltip="What clauses cite"),
        Binding(
            "b",
            "walk(-1)",
            "Back",
            show=False,
            id="room.walk-back",
            tooltip="Back to where one was before one followed or found something (ctrl+o has no ctrl+i: that is tab)",
        ),
        Binding("B", "walk(1)", "Forward", show=False, id="room.walk-forward", tooltip="Forward again"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | d | what the clause refers to |
    | D | what refers to it |
    | p | the participant over time |
    | i | instruments |
    | b / B | back to where one was before, and forward again |
    """

    def __init__(self, paths: Sequence[Path], address: str | None = None) -> None:
        super().__init__(paths, address)
        self._places = Places()

    # Places

    @property
    def here(self) -> Place:
        """Where the reader is."""
        clause, part, aside = self.clauses.clause, self.participants.part, self.read_aside
        return Place(
            self.scope,
            clause.address if clause else None,
            part.participant.key if part else None,
            self.last_list,
            self.current_pane,
            aside.key if aside is not None else None,
        )

    def leave(self, place: Place) -> None:
        """Remember a place that is left."""
        self._places.leave(place)

    def go_to(self, scope: Scope) -> None:
        """Read a collection, summit or statement; where one was is remembered."""
        self._places.leave(self.here)
        super().go_to(scope)

    def back_from_study(self, wanted: Wish | None) -> None:
        """Go where a screen was closed to; where one was is remembered."""
        if isinstance(wanted, str):
            self._places.leave(self.here)
        super().back_from_study(wanted)

    def action_walk(self, steps: int) -> None:
        """Go back to the place before, or forward again."""
        self._walk(steps, self.here)

    def _walk(self, steps: int, here: Place) -> None:
        place = self._places.go(steps, here)
        if place is not None:
            self._return_to(place)
        else:
            self.notify("Nowhere to go back to" if steps < 0 else "Nowhere to go forward to", markup=False)
            if here.leaf is not None:
                self.open_leaf(here.leaf)

    def _return_to(self, place: Place) -> None:
        """Show a place as it was, as far as it still exists."""
        if self.catalogue is None:
            return
        self.scope = place.scope
        self.scope = self._existing(self.catalogue)
        self.show_all()
        self.show_clauses(place.clause)
        row = self.catalogue.people(self.scope).place(place.participant) if place.participant else None
        if row is not None:
            self.participants.place_cursor(row)
        self.set_pane(place.last_list)
        self.read_current()
        if place.aside is None or not self.go_to_address(place.aside):
            self.show_pane(place.pane)
        if place.leaf is not None:
            self.open_leaf(place.leaf)

    # Pages

    def open_leaf(self, leaf: Leaf, *, at_once: bool = False) -> None:
        """Open a page over the reading room."""
        catalogue = self.catalogue
        make = self.maker(catalogue, leaf) if catalogue else None
        if make is None:
            self.notify(f"There is no page of {leaf.address}", markup=False)
            return
        kind = PartyScreen if leaf.showing is Showing.PARTICIPANT else PageScreen
        screen = kind(leaf, leaf.address, make, at_once=at_once)
        self.app.push_screen(screen, partial(self._left_page, screen))

    def maker(self, catalogue: Catalogue, leaf: Leaf) -> Callable[[], Page] | None:
        """Return what makes a page; None where what it is of is not there."""
        # Imported here: no page is needed before one is asked for.
        from tui.study.instrument_page import instrument_page, instruments_page
        from tui.study.references import leads_to_page, referring_page
        from tui.study.who_page import who_page

        if leaf.showing is Showing.INSTRUMENTS:
            return partial(instruments_page, catalogue)
        if leaf.showing in (Showing.PARTICIPANT, Showing.BOTH):
            return _party_maker(catalogue, leaf)
        if leaf.showing is Showing.WHO:
            return partial(who_page, catalogue, leaf.address)
        if leaf.showing is Showing.INSTRUMENT:
            instrument = catalogue.instrument(leaf.address)
            return partial(instrument_page, catalogue, instrument) if instrument else None
        record = next((one for one in catalogue.find(leaf.address) if isinstance(one, Clause | Statement)), None)
        citable = record or catalogue.instrument(leaf.address)
        if citable is None:
            return None
        make = leads_to_page if leaf.showing is Showing.LEADS_TO else referring_page
        return partial(make, catalogue, citable)

    def _left_page(self, screen: PageScreen, wanted: Wish | None) -> None:
        """Do what the reader of a page wanted next."""
        here = replace(self.here, leaf=screen.leaf)
        match wanted:
            case Steps(steps):
                self._walk(steps, here)
            case AtOnce(address) if address:
                self._go(address)
            case AtOnce():
                self.notify(f"Nothing that is recorded refers to {screen.leaf.address}", markup=False)
            case Narrowing(participant):
                self._places.leave(here)
                self.narrow_to(participant)
            case SideBySide(participant):
                leaf = self._side_by_side(participant)
                if leaf is not None:
                    self._places.leave(here)
                self.open_leaf(leaf or screen.leaf)
            case Leaf() | str():
                self._places.leave(here)
                self._do(wanted)

    def _do(self, wanted: Wish) -> None:
        if isinstance(wanted, Leaf):
            self.open_leaf(wanted)
        elif isinstance(wanted, str):
            self._go(wanted)

    def follow(self, leaf: Leaf, *, at_once: bool = False) -> None:
        """Open a page from the reading room; where one was is remembered. `at_once`: a single row is gone to."""
        self._places.leave(self.here)
        self.open_leaf(leaf, at_once=at_once)

    def _go(self, address: str) -> None:
        """Go to a clause among its like, or to what the panes list."""
        if "#" in address:
            self.go_to_clause(address)
        else:
            self.go_to_address(address)

    # Keys

    @property
    def _citable(self) -> Clause | Statement | Instrument | None:
        record = self.record_read
        return record if isinstance(record, Clause | Statement | Instrument) else None

    def action_leads_to(self) -> None:
        """Go to what the clause, statement or instrument refers to; where there are several, list them."""
        from tui.study.references import leads_to

        record = self._citable
        if self.catalogue is None or record is None:
            self.notify("Move to a clause or a statement: d shows what it refers to", markup=False)
            return
        rows = leads_to(self.catalogue, record)
        if not rows:
            self.notify(f"{record.key} refers to nothing that is recorded", markup=False)
        elif len(rows) == 1 and rows[0].address:
            self._places.leave(self.here)
            self._do(wish(rows[0]))
        else:
            self.follow(Leaf(Showing.LEADS_TO, record.key))

    def action_referred_to_by(self) -> None:
        """List what refers to the clause, statement or instrument; where it is one, go there."""
        record = self._citable
        if self.catalogue is None or record is None:
            self.notify("Move to a clause or a statement: D shows what refers to it", markup=False)
        else:
            # Counted off the screen's thread: a resolution may be cited ten thousand times.
            self.follow(Leaf(Showing.REFERRED_TO_BY, record.key), at_once=True)

    def action_participant(self) -> None:
        """The page of the participant under the cursor, or of who undertakes the clause; of several, a list."""
        record = self.record_read
        if self.catalogue is None or record is None or isinstance(record, Collection | Source | Instrument | Thread):
            self.notify("Move to a participant, a clause, a statement or a summit: p shows who it is", markup=False)
        elif isinstance(record, Participant):
            self.follow(Leaf(Showing.PARTICIPANT, record.key))
        elif isinstance(record, Clause) and len(record.by) == 1 and self.catalogue.participant(record.by[0]):
            self.follow(Leaf(Showing.PARTICIPANT, record.by[0]))
        else:
            self.follow(Leaf(Showing.WHO, record.key))

    def _side_by_side(self, participant: str) -> Leaf | None:
        """The page of the marked participant and this one; where there is none, say why."""
        if self.marked is None or not self.marked_party:
            self.notify("No participant is marked: m marks one, = holds it beside another", markup=False)
        elif self._is_same(participant, self.marked):
            self.notify("This is the marked one: move to the other participant", markup=False)
        else:
            return Leaf(Showing.BOTH, self.marked, participant)
        return None

    def action_compare(self) -> None:
        """Hold the marked participant beside the one under the cursor, or compare texts."""
        party = self.party_under_cursor
        if self.marked_party != (party is not None) and self.marked is not None:
            marked, wanted = ("participant",) * 2 if self.marked_party else ("text", "clause or a statement")
            self.notify(f"The marked one is a {marked}: move to another {wanted}", markup=False)
        elif party is not None:
            leaf = self._side_by_side(party.key)
            if leaf is not None:
                self.follow(leaf)
        else:
            super().action_compare()

    def action_instruments(self) -> None:
        """The page of the instrument that is read, or all instruments."""
        record = self.record_read
        if self.catalogue is None or not self.catalogue.instruments():
            self.notify("No instruments are recorded", markup=False)
        elif isinstance(record, Instrument):
            self.follow(Leaf(Showing.INSTRUMENT, record.key))
        else:
            self.follow(Leaf(Showing.INSTRUMENTS))


def _party_maker(catalogue: Catalogue, leaf: Leaf) -> Callable[[], Page] | None:
    """Return what makes the page of a participant, or of two."""
    from tui.study.participant_page import participant_page
    from tui.study.parties import parties_page

    party, other = catalogue.participant(leaf.address), catalogue.participant(leaf.other)
    if party is None or leaf.showing is Showing.PARTICIPANT:
        return partial(participant_page, catalogue, party) if party else None
    return partial(parties_page, catalogue, party, other) if other else None
