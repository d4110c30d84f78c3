"""How the threads of the program take turns: whoever types waits for none of the others."""

from __future__ import annotations

import gc
import sys
from typing import Final

_TURN: Final = 0.001
_YOUNG: Final = 5_000
_OLDER: Final = 40
_OLD: Final = 100


def take_short_turns() -> None:
    """Have threads take turns of a millisecond, and seldom look through all objects for those that are garbage.

    A thread that computes keeps the interpreter for 5 ms by default, each time that the screen's thread wants it: while
    files are looked through, a key has some ten such waits. To look through all objects takes 30 ms and more, in
    which nobody else has a turn; what is no part of a circle, as nearly everything here, goes without that. To look
    through those that some fifty keys made takes 12 ms: `tidy` does so in a pause.
    """
    sys.setswitchinterval(_TURN)
    gc.set_threshold(_YOUNG, _OLDER, _OLD)


def tidy() -> None:
    """Have the collector look through what was made lately: now that the reader pauses, and not at the next key."""
    gc.collect(1)


def keep() -> None:
    """Have the collector look at nothing any more that is loaded by now: it stays as long as what is open."""
    gc.freeze()


def let_go() -> None:
    """Take away what was kept and is no longer in use. It takes a moment: for when the reader waits anyway."""
    gc.unfreeze()
    gc.collect()
