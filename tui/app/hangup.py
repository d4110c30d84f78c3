"""Notices that the terminal is gone, so that the program does not stay behind without one."""

from __future__ import annotations

import select
import sys
import threading
from collections.abc import Callable
from typing import Final

_GONE: Final = select.POLLHUP | select.POLLERR | select.POLLNVAL if hasattr(select, "poll") else 0


def when_hung_up(then: Callable[[], object]) -> None:
    """Call `then`, from a thread of its own, once the terminal that is read from has hung up.

    Whoever drops a connection mostly ends its programs by SIGHUP; some are left, below a shell that does not pass it
    on or after nohup. What is read then ends at once, again and again. The thread sleeps until that happens.
    """
    if not _GONE or sys.__stdin__ is None:
        return
    poll = select.poll()
    # Asked for nothing, it tells of hang-ups and errors alone.
    poll.register(sys.__stdin__.fileno(), 0)

    def wait() -> None:
        if any(event & _GONE for _, event in poll.poll()):
            then()

    threading.Thread(target=wait, name="hang-up", daemon=True).start()
