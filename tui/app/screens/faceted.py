"""The facets of a search in the place of the participants; choosing a value edits the query in the box."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from tui.app.messages import FacetsCounted
from tui.app.screens.concorded import ConcordedScreen
from tui.app.screens.paned import CLAUSES, PARTICIPANTS
from tui.app.widgets.bars import PANES, PaneTabs
from tui.app.widgets.facet_list import FacetList
from tui.app.widgets.row_list import RowList
from tui.search.cancel import SearchCancelled
from tui.search.results import Results

_FACETS: Final = "Facets"
"""What the pane of participants is called while they stand in it."""


class FacetedScreen(ConcordedScreen):
    """While the search box is open, the facets of what was found can stand beside it, once they are wanted.

    They are counted off the screen's thread. Until they are those of the query in the box, the pane's title says so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f,ctrl+g",
            "facets",
            "Facets",
            show=False,
            id="room.facets",
            tooltip="How what is found is spread over years, bodies, kinds ...; and back",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | f, ctrl+g | the facets of what is found, and back |
    """

    more_coming = False
    """Whether further hits of the query will be looked for in a moment."""

    _facets_wanted = False
    _counted_whole: str | None = None
    """The query of which all hits are counted in what is shown: further ones change nothing."""

    _from_box = False
    _facets: FacetList | None = None

    # What is shown

    @property
    def faceted(self) -> bool:
        """Whether the facets are shown."""
        return self.has_class("-faceted")

    @property
    def facets(self) -> FacetList:
        """The list of facets; made when it is asked for first, since few starts need it."""
        if self._facets is None:
            self._facets = FacetList(id="facets")
            self._facets.display = False
            self.query_one(f"#pane-{PARTICIPANTS}").mount(self._facets)
        return self._facets

    @property
    def participant_rows(self) -> RowList:
        """The list that stands in the participants' pane."""
        return self.facets if self.faceted else self.participants

    def set_pane(self, number: int) -> None:
        """Make a pane the current one; the box stays in sight above the facets."""
        super().set_pane(number)
        self.set_class(self.faceted and number == PARTICIPANTS, "-choosing")

    def show_found(self) -> None:
        """Show the results, and their facets where they are wanted."""
        super().show_found()
        self.show_facets()

    def show_facets(self) -> None:
        """Show the facets of the results while the box is open, where they are wanted; count them anew."""
        shown = self._facets_wanted and self.searching
        if shown and self.results and self._counted_whole == self.results.query:
            return
        if shown != self.faceted:
            self._exchange_facets(shown)
        self.age_facets()
        if shown and not (self.more_coming and self.results and self.results.matching is None):
            # What was found is painted first.
            self.call_after_refresh(self._count_if_still, self.results)

    def _exchange_facets(self, shown: bool) -> None:
        """Put the facets in the place of the participants, or take them away."""
        if not shown and self.current_pane == PARTICIPANTS:
            self.set_pane(CLAUSES)
            (self.bar if self._from_box and self.searching else self.clause_rows).focus()
        self.set_class(shown, "-faceted")
        self.facets.display, self.participants.display = shown, not shown
        self.query_one(PaneTabs).show_name(PARTICIPANTS, _FACETS if shown else PANES[PARTICIPANTS - 1])
        self._say_counted("")
        self.show_places()

    def _say_counted(self, what: str) -> None:
        """Say in the pane's title what is counted."""
        self.name_pane(PARTICIPANTS, what, _FACETS if self.faceted else "")

    def age_facets(self) -> None:
        """Say that the facets are no longer those of the query; whoever was counting stops."""
        self.workers.cancel_group(self, "facets")
        self._counted_whole = None
        if self.faceted:
            self.facets.stale = True
            self._say_counted("counting …")

    # Counting

    def _count_if_still(self, results: Results | None) -> None:
        if self.faceted and results is self.results:
            self._count(results)

    @work(thread=True, exclusive=True, group="facets", exit_on_error=False)
    def _count(self, results: Results | None) -> None:
        """Runs off the screen's thread; newer results cancel it."""
        # Imported here: the engine is loaded after the first paint.
        from tui.app.facet_rows import facet_rows
        from tui.search.facets import everything, facets

        worker, narrowing = get_current_worker(), self.narrowing
        if narrowing is None:
            return
        try:
            found = facets(results or everything(narrowing), narrowing, cancelled=lambda: worker.is_cancelled)
        except SearchCancelled:
            return
        rows = facet_rows(found)
        if not worker.is_cancelled:
            self.post_message(FacetsCounted(results, rows, found.of))

    @on(FacetsCounted)
    def _facets_counted(self, message: FacetsCounted) -> None:
        query = message.results.query if message.results else ""
        if self.faceted and message.results is self.results and query == (self.bar.value if self.results else ""):
            self.facets.show_facets(message.rows, empty="Nothing is found that could be counted.")
            self._say_counted(message.of)
            if message.results and message.results.matching is not None:
                self._counted_whole = query

    # What the reader does

    @on(RowList.Chosen, "#facets")
    def _facet_chosen(self) -> None:
        from tui.search.language.editing import toggle_field

        row = self.facets.row
        if row is not None and row.value:
            self.bar.value = toggle_field(self.bar.value, row.field, row.value)
            self.bar.action_end()

    def action_facets(self) -> None:
        """Go to the facets of what is found, opening the search box where it is not; from there, close them."""
        if self.faceted and self.focused is self.facets:
            self._facets_wanted = False
            self.show_facets()
            return
        if not self.searching and not self.resume_search():
            self.open_search()
        if not self.searching:
            return
        self._from_box = self.focused is self.bar
        if not self.faceted:
            self._facets_wanted = True
            self.show_facets()
        self.show_pane(PARTICIPANTS)

    def open_search(self) -> None:
        """Open the search box, where there is something to search."""
