"""What is offered under the search box while a query is typed. Nothing of it is put in unless the reader takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work

from tui.app.messages import OffersFound
from tui.app.screens.faceted import FacetedScreen
from tui.app.screens.paned import CLAUSES
from tui.app.widgets.offer_line import OfferLine
from tui.app.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from tui.index.narrowing import Narrowing
    from tui.search.language.complete import Value


class OfferingScreen(FacetedScreen):
    """Offers fields and their values for what is typed; values of large collections are looked up in a worker."""

    _line: OfferLine | None = None
    _looking = False

    def show_offer_line(self, shown: bool) -> None:
        """Show the line for offers, which comes and goes with the box: what is typed moves nothing."""
        if shown and self._line is None:
            self._line = OfferLine(id="offers")
            self.query_one(f"#pane-{CLAUSES}").mount(self._line, after=self.bar)
        if self._line is not None:
            self._line.set_class(shown, "-shown")

    def offer(self) -> None:
        """Offer what can stand at the cursor of the box."""
        from tui.app.offers import offered

        if self.has_class("-low"):
            return  # no room for the line, and nothing is offered that is not seen
        text, cursor = self.bar.value, self.bar.cursor_position
        unknown: list[str] = []

        def look_up_later(field: str, _prefix: str) -> Sequence[Value]:
            unknown.append(field)
            return ()

        completions = offered(text, cursor, look_up_later)
        self.bar.offer(completions)
        if unknown and not self._looking and self.narrowing is not None:
            self._looking = True
            self._look_up(text, cursor, self.narrowing)

    @work(thread=True, group="offers", exit_on_error=False)
    def _look_up(self, text: str, cursor: int, narrowing: Narrowing) -> None:
        """Runs off the screen's thread, one at a time: a look-up cannot be given up, and typing is to stay quick."""
        from tui.app.offers import offered, values_in

        try:
            completions = offered(text, cursor, values_in(narrowing))
        finally:
            self._looking = False
        self.post_message(OffersFound(text, cursor, narrowing, completions))

    @on(OffersFound)
    def _offers_found(self, message: OffersFound) -> None:
        if not self.searching:
            return
        asked = (message.text, message.cursor, message.narrowing)
        if asked == (self.bar.value, self.bar.cursor_position, self.narrowing):
            self.bar.offer(message.completions)
        else:
            # Typed on meanwhile: what is asked for now could not be looked up before.
            self.offer()

    @on(SearchBar.Offering)
    def _offers_changed(self, message: SearchBar.Offering) -> None:
        if self._line is not None:
            self._line.show_offers(message.offers)

    def show_aside(self, text: str) -> None:
        """Say beside the offers what can be done with all that is in the box; nothing takes it away."""
        if self._line is not None:
            self._line.show_aside(text)

    @on(OfferLine.Taken)
    def _offer_taken(self, message: OfferLine.Taken) -> None:
        self.bar.take(message.index)
        self.set_focus(self.bar)
