"""A reader who types into a program in a pseudo-terminal, with a stopwatch on what is painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, Self

import pexpect

from tests.terminal.driver import COMMAND, DEADLINE, Terminal

COLUMNS: Final = 120
ROWS: Final = 36
OPENING: Final = 3600.0
"""Seconds that opening may take: the collection may have to be compiled first."""


class Typist(Terminal):
    """Types a key, waits until nothing is painted any more for `pause` seconds, and only then looks at the screen.

    So the emulator's own work falls into no measurement. A program that is idle paints nothing; one that goes on
    painting after a pause is told of by `late`.
    """

    def __init__(
        self, *arguments: str | Path, pause: float, command: Path = COMMAND, env: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(COLUMNS, ROWS, *arguments, command=command, env=env)
        self._pause = pause
        self.late = 0

    def wait_long(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until `condition` holds, as long as opening may take. Raises `TimeoutError` where that is exceeded."""
        end = time.monotonic() + OPENING
        while not condition():
            if not self._read() or time.monotonic() > end:
                raise TimeoutError(f"waited in vain for {what}; the screen:\n{self.text}")

    def settle(self) -> Self:
        """Wait until nothing is painted any more."""
        while chunk := self._chunk(self._pause):
            self._take(chunk)
        return self

    def key(self, char: str, done: Callable[[], bool]) -> float:
        """Type one character; return the seconds until the last of what it changed was painted.

        `done` says whether the screen is as it should be. Raises `TimeoutError` where it never is.
        """
        if before := self._chunk(0):
            self.late += 1
            self._take(before)
        painted = 0.0
        start = time.perf_counter()
        self._process.send(char)
        while not painted or not done():
            chunks: list[bytes] = []
            while chunk := self._chunk(self._pause):
                painted = time.perf_counter() - start
                chunks.append(chunk)
            self._take(b"".join(chunks))
            if time.perf_counter() - start > DEADLINE:
                raise TimeoutError(f"waited in vain for what {char!r} changes; the screen:\n{self.text}")
        return painted

    def _chunk(self, seconds: float) -> bytes:
        """What is written within so many seconds; nothing where nothing is."""
        try:
            return self._process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return b""
