"""Quotations brought to the reading room to be verified: pasted on their own screen, or into the search box."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from tui.app.messages import LibraryOpened
from tui.app.places import Wish
from tui.app.proving import Draft, Prover
from tui.app.screens.studying import StudyingScreen
from tui.app.widgets.offer_line import OfferLine
from tui.app.widgets.search_bar import VERIFY_KEY

if TYPE_CHECKING:
    from tui.app.hits import Hits
    from tui.app.screens.verifying import VerifyingScreen


class QuotingScreen(StudyingScreen):
    """Opens the screen that verifies a quotation, and goes to the place that is chosen there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "v", "verify", "Verify", id="room.verify", tooltip="Paste a quotation: was it said, where, how it differs"
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | v | verify a quotation |
    """

    def __init__(self, paths: Sequence[Path], address: str | None = None) -> None:
        super().__init__(paths, address)
        self._prover: Prover | None = None
        self._draft = Draft()

    def open_library(self, message: LibraryOpened) -> None:
        """Show what was read; a quotation that is on the screen is verified against it."""
        super().open_library(message)
        self._prover = Prover(message.catalogue, message.searcher)
        screen = self._verifying
        if screen is not None:
            screen.open_library(self._prover)

    @property
    def _verifying(self) -> VerifyingScreen | None:
        """The screen that verifies, where it is open."""
        from tui.app.screens.verifying import VerifyingScreen

        return next((screen for screen in self.app.screen_stack if isinstance(screen, VerifyingScreen)), None)

    def action_verify(self) -> None:
        """Open the screen that takes a quotation, with the one that was put in last."""
        if self.nothing_to_read:
            self.notify("Nothing to verify a quotation against", markup=False)
            return
        if self._verifying is not None:
            return
        from tui.app.screens.verifying import VerifyingScreen

        screen = VerifyingScreen(self._prover, self._draft)

        def closed(wanted: Wish | None) -> None:
            if wanted is not None and screen.hits is not None:
                self.open_places(screen.hits)

        self.app.push_screen(screen, closed)

    def open_places(self, hits: Hits) -> None:
        """Read a place of a quotation; a subclass knows what stands in the way."""
        self.go_to_clause(hits.hit.clause.address)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted beside the boxes is a quotation to verify.

        It comes here too where it follows the key that opens the screen before that has the focus.
        """
        event.stop()
        if self.is_current and event.text.strip():
            self.action_verify()
        screen = self._verifying
        if screen is not None:
            screen.post_message(events.Paste(event.text))

    # From the search box

    @on(OfferLine.AsideTaken)
    def action_verify_query(self) -> None:
        """Verify what is in the search box; the search stays as it is."""
        if self.bar.value.strip():
            self._draft.text = self.bar.value
        self.action_verify()

    def show_offer_line(self, shown: bool) -> None:
        """Show the line for offers, with that of verifying what is in the box."""
        super().show_offer_line(shown)
        self._offer_verifying()

    def offer(self) -> None:
        """Offer what can stand at the cursor of the box, and to verify what looks like a quotation."""
        super().offer()
        self._offer_verifying()

    def _offer_verifying(self) -> None:
        from tui.app.offers import words_quoted

        words = words_quoted(self.bar.value)
        self.show_aside(f"{VERIFY_KEY} verifies these {words:,} words" if words else "")
