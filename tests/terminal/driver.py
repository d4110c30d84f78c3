"""Drives the installed `summit-tui` as a reader does: keys and clicks in, what stands on the screen out."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pexpect
import pyte
import pyte.screens

COMMAND: Final = Path(sys.executable).parent / "summit-tui"
"""The command as pip installed it, beside the interpreter that runs the tests."""

DEADLINE: Final = 20.0
"""Seconds that anything may take; a sound program needs a fraction of one."""

_ON_IN_A_SHELL: Final = {b"7", b"25"}
"""Lines that wrap, and the cursor."""

_MODE: Final = re.compile(rb"\x1b\[\?(\d+)([hl])")
"""A private mode switched on or off: the alternate screen, the mouse, pasting in brackets, the cursor ..."""

_UNKNOWN_TO_PYTE: Final = re.compile(rb"(\x1b\[\?1049[hl])|\x1b\[<[0-9;]*u")
"""The alternate screen, and the end of the kitty keyboard's protocol, which pyte would print."""

_UNFINISHED: Final = re.compile(rb"\x1b[^A-Za-z\x1b]{0,12}\Z")
"""An escape sequence whose rest is still to come."""

_UNWANTED: Final = ("TEXTUAL", "NO_COLOR", "COLUMNS", "LINES")
"""Variables that would change the picture; pytest's workers set the size of their own terminal."""

_KEYS: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "backspace": "\x7f",
    "ctrl+c": "\x03",
    "ctrl+l": "\x0c",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+t": "\x14",
    "ctrl+z": "\x1a",
}


class Terminal:
    """The program in a pseudo-terminal of its own, with an emulated screen. Every step returns the terminal.

    Nothing sleeps: a step that expects something reads on until it is there, or fails with the screen.
    """

    def __init__(
        self,
        columns: int,
        rows: int,
        *arguments: str | Path,
        env: Mapping[str, str] | None = None,
        command: Path = COMMAND,
        cwd: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""
        self._unread = b""
        self._process: pexpect.spawn[bytes] = pexpect.spawn(
            str(command),
            [str(argument) for argument in arguments],
            dimensions=(rows, columns),
            env=_environment(env or {}),
            cwd=str(cwd) if cwd else None,
            timeout=DEADLINE,
        )
        # pexpect waits a little before every write, for programs that ask for passwords.
        self._process.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.close(force=True)

    # What the reader does

    def press(self, *keys: str) -> Self:
        """Press keys, each by its name or as the character it is."""
        for key in keys:
            self._process.send(_KEYS.get(key, key))
        return self

    def type(self, text: str) -> Self:
        """Type a text, a character at a time."""
        for char in text:
            self._process.send(char)
        return self

    def paste(self, text: str) -> Self:
        """Paste a text, as terminals do: between brackets."""
        self._process.send(f"\x1b[200~{text}\x1b[201~")
        return self

    def click(self, text: str, times: int = 1) -> Self:
        """Click on `text`, as soon as it is on the screen."""
        row, column = self.wait_for(text).place_of(text)
        place = f"{column + 1};{row + 1}"
        for _ in range(times):
            self._process.send(f"\x1b[<0;{place}M\x1b[<0;{place}m")
        return self

    def scroll_down(self, text: str, times: int = 1) -> Self:
        """Turn the mouse's wheel over `text`."""
        row, column = self.wait_for(text).place_of(text)
        self._process.send(f"\x1b[<65;{column + 1};{row + 1}M" * times)
        return self

    def resize(self, columns: int, rows: int) -> Self:
        """Change the size of the terminal, while the program runs; it forgets its picture, as some terminals do."""
        self._screen.resize(rows, columns)
        self._screen.erase_in_display(2)
        self._process.setwinsize(rows, columns)
        return self

    # What the reader sees

    @property
    def lines(self) -> list[str]:
        """The lines on the screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def written(self) -> str:
        """Everything that the program wrote, as it wrote it."""
        return self.output.decode("utf-8", "replace")

    def shows(self, *texts: str) -> bool:
        """Whether all of `texts` are on the screen, each on one line."""
        return all(any(text in line for line in self._screen.display) for text in texts)

    def place_of(self, text: str) -> tuple[int, int]:
        """Return row and column, from 0, of the first cell of `text`."""
        for row, line in enumerate(self._screen.display):
            if text in line:
                return row, _cells(line[: line.index(text)])
        raise self._failure(f"{text!r} is not on the screen")

    def cells_of(self, text: str) -> list[pyte.screens.Char]:
        """Return the cells that `text` stands in, with their colours and styles."""
        row, column = self.place_of(text)
        return [self._screen.buffer[row][column + offset] for offset in range(_cells(text))]

    @property
    def colours(self) -> set[str]:
        """Every colour on the screen."""
        cells = [
            self._screen.buffer[row][column]
            for row in range(self._screen.lines)
            for column in range(self._screen.columns)
        ]
        return {colour for cell in cells for colour in (cell.fg, cell.bg)}

    # What the test waits for

    def wait_for(self, *texts: str) -> Self:
        """Wait until all of `texts` are on the screen, each on one line."""
        return self.wait_until(lambda: self.shows(*texts), f"{texts!r}")

    def wait_for_look(self, text: str, look: Callable[[pyte.screens.Char], bool]) -> Self:
        """Wait until `text` is on the screen and every cell of it has that look."""
        return self.wait_until(
            lambda: self.shows(text) and all(map(look, self.cells_of(text))), f"that look of {text!r}"
        )

    def wait_gone(self, *texts: str) -> Self:
        """Wait until none of `texts` is on the screen."""
        return self.wait_until(lambda: not any(self.shows(text) for text in texts), f"no {texts!r}")

    def wait_until(self, condition: Callable[[], bool], what: str) -> Self:
        """Read what the program writes until `condition` holds."""
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end:
                raise self._failure(f"waited {DEADLINE:g} s for {what}")
            if not self._read():
                raise self._failure(f"the program ended before {what}")
        return self

    def wait_exit(self) -> int:
        """Wait until the program ends; return its exit code, or the negative number of the signal that ended it."""
        end = time.monotonic() + DEADLINE
        while self._read():
            if time.monotonic() > end:
                raise self._failure(f"waited {DEADLINE:g} s for the end")
        self._process.wait()
        status, signal = self._process.exitstatus, self._process.signalstatus
        return status if status is not None else -(signal or 0)

    @property
    def changed_modes(self) -> set[str]:
        """The modes that are not as a shell leaves them."""
        states = dict(_MODE.findall(self.output))
        return {mode.decode() for mode, state in states.items() if (state == b"h") != (mode in _ON_IN_A_SHELL)}

    def _read(self) -> bool:
        """Feed what has arrived to the screen; return whether more may come."""
        try:
            data = self._process.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self._take(data)
        return True

    def _take(self, data: bytes) -> None:
        """Keep what has arrived, and show as much of it as is whole."""
        self.output += data
        self._unread += data
        end = found.start() if (found := _UNFINISHED.search(self._unread)) else len(self._unread)
        self._show(self._unread[:end])
        self._unread = self._unread[end:]

    def _show(self, data: bytes) -> None:
        """Change the screen; the alternate one is empty whenever it is entered, the first when it is left."""
        shown = 0
        for found in _UNKNOWN_TO_PYTE.finditer(data):
            self._stream.feed(data[shown : found.start()])
            if found[1]:
                self._screen.erase_in_display(2)
            shown = found.end()
        self._stream.feed(data[shown:])

    def _failure(self, what: str) -> AssertionError:
        return AssertionError(f"{what}; the screen:\n{self.text}\n\nlast written: {self.output[-400:]!r}")


def _cells(text: str) -> int:
    """pyte's lines leave out the second cell of a wide character."""
    return sum(pyte.screens.wcwidth(char) for char in text)


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    """The tests' environment without what would change the picture, as a common terminal sets it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_UNWANTED)}
    return {
        **kept,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        **changes,
    }
