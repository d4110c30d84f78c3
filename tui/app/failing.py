"""Workers that fail: the screen that began one says so, and the program goes on with what it has."""

from __future__ import annotations

from textual.worker import Worker, WorkerState

from tui.app.messages import DamageMet
from tui.index.damage import DamagedError


def failure(event: Worker.StateChanged) -> str | None:
    """Return in words why a worker failed; None where it did not. The app is told of damage that it met."""
    if event.state is not WorkerState.ERROR:
        return None
    error = event.worker.error
    if isinstance(error, DamagedError):
        event.worker.node.app.post_message(DamageMet(error))
    # Some errors say nothing but what they are.
    return str(error) or type(error).__name__
