"""Where what is compiled of the collections is damaged: it is compiled anew, and the program goes on.

It is read piece by piece, as it is needed: in workers, while keys are handled, while the screen is painted. Any of
these may be where damage is met.
"""

from __future__ import annotations

from textual.app import App
from textual.message import Message

from tui.app.messages import DamageMet
from tui.index.damage import DamagedError


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
