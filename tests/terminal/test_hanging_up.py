"""What becomes of the program when its terminal goes away under it."""

from __future__ import annotations

import os
import pty
import signal
import subprocess

import pytest

from tests.terminal.driver import COMMAND, DEADLINE
from tests.terminal.steps import DA_NANG

pytestmark = pytest.mark.terminal


def test_it_ends_though_nobody_tells_it_that_its_terminal_is_gone() -> None:
    """A shell that does not pass SIGHUP on leaves its programs behind; they are not to read the end for ever."""
    ours, its = pty.openpty()
    program = subprocess.Popen(
        [COMMAND, "-c", DA_NANG],
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(its)
    seen = b""
    while b"Clauses" not in seen:
        seen += os.read(ours, 65536)
    os.close(ours)
    try:
        assert program.wait(DEADLINE) == 129
    finally:
        program.kill()
