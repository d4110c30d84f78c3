"""Python's garbage collector, while records are made: they hold no cycles, so it finds little and goes through much."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_RECORDS: Final = 500_000
"""So many things more than there were are made before it looks at them."""

_lock: Final = threading.Lock()
_usual = gc.get_threshold()
_held = 0


def seldom_from_now_on() -> None:
    """Let it look seldom until this process ends, and not at what there is by now."""
    gc.freeze()
    gc.set_threshold(_RECORDS)


@contextmanager
def seldom() -> Iterator[None]:
    """Let it look seldom in the meantime. Several threads may ask for that at once.

    What was made by then counts as old, as all that was frozen does again: nobody waits until it has been looked at.
    """
    _hold(1)
    try:
        yield
    finally:
        _hold(-1)


def _hold(more: int) -> None:
    global _held, _usual
    with _lock:
        if not _held:
            _usual = gc.get_threshold()
        _held += more
        if not _held:
            # There is no other way to make young things old without looking at each of them.
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*((_RECORDS, *_usual[1:]) if _held else _usual))
