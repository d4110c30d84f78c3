"""How the threads of the program take turns: whoever types waits for none of the others."""

from __future__ import annotations

import gc
import sys
from typing import Final

_TURN: Final = 0.001
_YOUNG: Final = 5_000
"""About as many objects as a key makes."""
_OLDER: Final = 40
_OLD: Final = 1_000
_SOME: Final = 8
"""After so many keys what they made is looked through: most of it is gone by itself, or is garbage by then."""
_MANY: Final = 16
"""After so many times that, everything is."""


def take_short_turns() -> None:
    """Have threads take turns of a millisecond, and seldom look through all objects for those that are garbage.

    A thread that computes keeps the interpreter for 5 ms by default, each time that the screen's thread wants it: while
    files are looked through, a key has some ten such waits. To look through all objects takes 30 ms and more, in
    which nobody else has a turn; what is no part of a circle, as nearly everything here, goes without that. To look
    through those that fifty keys made takes up to 90 ms: `tidy` does so sooner, between two keys, and `rest` in a
    pause.
    """
    sys.setswitchinterval(_TURN)
    gc.set_threshold(_YOUNG, _OLDER, _OLD)


def tidy() -> None:
    """Have the collector look through what the last few keys made: a few milliseconds, before there is another key."""
    if gc.get_count()[1] >= _SOME:
        gc.collect(1)


def rest() -> None:
    """Have it look through everything, where enough has come together: now that the reader pauses."""
    if gc.get_count()[2] >= _MANY:
        gc.collect()


def keep() -> None:
    """Have the collector look at nothing any more that is loaded by now: it stays as long as what is open."""
    gc.freeze()


def let_go() -> None:
    """Take away what was kept and is no longer in use. It takes a moment: for when the reader waits anyway."""
    gc.unfreeze()
    gc.collect()
