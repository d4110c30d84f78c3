"""Going back through earlier queries and forth again, as shells do it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.history import History


class Recall:
    """A walk through a history. It begins from what was being typed, and comes back to it past the newest query."""

    def __init__(self, history: History) -> None:
        self.history = history
        self._entries: Sequence[str] = ()
        self._place = 0
        self._typed: str | None = None

    @property
    def walking(self) -> bool:
        """Whether a query of the history is shown."""
        return self._typed is not None

    def older(self, shown: str) -> str | None:
        """Return the next older query that is not the one that is `shown`; None where there is none."""
        if self._typed is None:
            self._entries = self.history.entries()
            self._place = len(self._entries)
        for place in range(self._place - 1, -1, -1):
            if self._entries[place] != shown:
                if self._typed is None:
                    self._typed = shown
                self._place = place
                return self._entries[place]
        return None

    def newer(self) -> str | None:
        """Return the next newer query or, past the newest, what was being typed; None where nothing is recalled."""
        if self._typed is None:
            return None
        self._place += 1
        if self._place < len(self._entries):
            return self._entries[self._place]
        typed = self._typed
        self.end()
        return typed

    def end(self) -> None:
        """What is shown is the reader's own query from now on."""
        self._typed = None
