"""Helper programs that put a text into the clipboard of the display they are run on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

TIMEOUT: Final = 3.0
"""Seconds that a helper may take: one that waits for a display that is gone would never end."""

_SSH: Final = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


class Helper(NamedTuple):
    """A program with its arguments; it reads the text from its standard input, in `encoding`."""

    command: Sequence[str]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What it is called."""
        return self.command[0]


def helpers(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[Helper]:
    """Yield the programs that are there and have a display of the reader's to copy to; none over ssh."""
    return (one for one in _known(environment, platform) if shutil.which(one.name, path=environment.get("PATH")))


def _known(environment: Mapping[str, str], platform: str) -> Iterator[Helper]:
    if any(environment.get(name) for name in _SSH):
        return
    if platform == "darwin":
        yield Helper(["pbcopy"])
    if environment.get("WAYLAND_DISPLAY"):
        yield Helper(["wl-copy"])
    if environment.get("DISPLAY"):
        yield Helper(["xclip", "-selection", "clipboard"])
        yield Helper(["xsel", "--clipboard", "--input"])
    if environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"):
        # Windows' own: it takes UTF-8 for the letters of an old code page, unless a byte order mark says otherwise.
        yield Helper(["clip.exe"], "utf-16")


def run(
    command: Sequence[str], data: bytes, environment: Mapping[str, str], timeout: float | None = None
) -> str | None:
    """Give `data` to a program; return None where it took it, else what went wrong. No shell is asked.

    It may take `timeout` seconds, by default `TIMEOUT`. Some go on in the background to serve the clipboard: their
    output is not waited for.
    """
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        return "not found"
    try:
        process = subprocess.Popen(
            [program, *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**environment, "LC_CTYPE": "UTF-8"} if command[0] == "pbcopy" else dict(environment),
            start_new_session=True,
        )
    except OSError as error:
        return error.strerror or str(error)
    timeout = TIMEOUT if timeout is None else timeout
    try:
        process.communicate(data, timeout)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return f"no answer in {timeout:g} s"
    return None if process.returncode == 0 else f"exit code {process.returncode}"


def answer(command: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return what a program prints, without the spaces around it; None where it fails."""
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=dict(environment),
            timeout=TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()
