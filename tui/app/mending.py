"""Where what is compiled of the collections is damaged: it is compiled anew, and the program goes on.

It is read piece by piece, as it is needed: in workers, while keys are handled, while the screen is painted. Any of
these may be where damage is met.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from tui.app.messages import DamageMet
from tui.index.damage import DamagedError

if TYPE_CHECKING:
    from tui.app.screens.reading_room import ReadingRoom


class MendingApp(App[None]):
    """An app that posts `DamageMet` where another one would end."""

    def _handle_exception(self, error: Exception) -> None:
        """Textual ends the program here, for whatever nobody expected: it still does, for all but damage."""
        if isinstance(error, DamagedError):
            # Textual stops the widget, or screen, whose handler failed: it is of no more use.
            self.post_message(DamageMet(error, stopped=True))
        else:
            super()._handle_exception(error)

    async def _dispatch_message(self, message: Message) -> None:
        """Keys are handled here, in the app: it may not stop."""
        try:
            await super()._dispatch_message(message)
        except DamagedError as error:
            self._handle_exception(error)


def where(room: ReadingRoom) -> str | None:
    """Return the address of what the reader reads; where that is what is damaged, of what it is in."""
    scope = room.scope
    with suppress(DamagedError):
        record = room.record_read
        if record is not None:
            return record.key
    return scope.statement or scope.summit or scope.collection
