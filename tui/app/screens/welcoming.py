"""The first visit of the reading room, and what can be tried from there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tui.app.screens.threaded import ThreadedScreen
from tui.app.screens.welcome import SEARCH, Trial, WelcomeScreen
from tui.app.visits import Visits

PHRASE: Final = '"no military solution"'
"""What is traced: the thread that runs through most statements of the Syria track."""

MISREMEMBERED: Final = "there is no military solution to the crisis in Syria"
"""What is verified: as one might remember it. How it differs is for the verdict to say."""

COMPARED: Final = (
    "syria-track/moscow-2016-12-20#sovereignty-and-state-character",
    "syria-track/astana-2017-01-24#sovereignty-and-state-character",
)
"""Clauses that differ, in words of their own, in what they call Syria: a secular state, a month later no more."""


class WelcomingScreen(ThreadedScreen):
    """Shows what is open to who comes for the first time; anybody can have it shown again."""

    def __init__(self, paths: Sequence[Path], address: str | None = None) -> None:
        super().__init__(paths, address)
        self.visits: Final = Visits()

    @property
    def at_rest(self) -> bool:
        """Whether the reader has begun nothing that a welcome would interrupt."""
        return self.app.screen is self and not self.searching and not self.sifting and not self.nothing_to_read

    def action_welcome(self) -> None:
        """Show what is open, what its editors saw of it, and what can be tried."""
        if self.catalogue is None or self.nothing_to_read:
            self.notify("Nothing is open", markup=False)
        else:
            self.app.push_screen(WelcomeScreen(self.catalogue.collections, self._trials()), self._welcomed)

    def _trials(self) -> list[Trial]:
        """What can be tried here: what needs the bundled collections, only where they are open."""
        trials = [Trial("v", "Verify a quotation", "was it said, where, and how it differs")]
        if self.catalogue and all(self.catalogue.clause(address) for address in COMPARED):
            trials.insert(0, Trial("t", f"Trace {PHRASE}", "from meeting to meeting"))
            trials.append(Trial("=", "Compare two texts", "in words quoted of Moscow 2016 and Astana 2017"))
        return trials

    def _welcomed(self, key: str | None) -> None:
        """However it was closed, it was seen."""
        self.visits.dismiss()
        if key == "t":
            self._try_tracing()
        elif key == "v":
            self._draft.text = self._draft.text or MISREMEMBERED
            self.action_verify()
        elif key == "=":
            self._try_comparing()
        elif key == SEARCH:
            self.open_search()

    def _try_tracing(self) -> None:
        """Where the phrase stands in time."""
        from tui.app.screens.trace import TraceScreen

        if self.catalogue is not None and self.searcher is not None:
            self.study(TraceScreen(self.catalogue, self.searcher, PHRASE))

    def _try_comparing(self) -> None:
        from tui.app.screens.comparing import ComparingScreen

        if self.catalogue is None:
            return
        left, right = map(self.catalogue.clause, COMPARED)
        if left is not None and right is not None:
            self.study(ComparingScreen(self.catalogue, left, right))
