"""Programs that stand in for the clipboard's helpers, and write down what they are given."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Helpers:
    """A folder of programs. Each keeps its standard input in `NAME.got`, its arguments in `NAME.arguments`."""

    folder: Path

    def add(self, name: str, then: str = "exit 0") -> None:
        """Add a program that takes what it is given; `then` is what it does afterwards, in sh."""
        path = self.folder / name
        path.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{self.folder}/{name}.arguments"\n'
            f'/bin/cat > "{self.folder}/{name}.got"\n{then}\n'
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def got(self, name: str) -> bytes | None:
        """What a program was given last; None where it was never run."""
        path = self.folder / f"{name}.got"
        return path.read_bytes() if path.exists() else None

    def arguments(self, name: str) -> list[str]:
        """The arguments of all its runs."""
        return (self.folder / f"{name}.arguments").read_text().splitlines()

    def environment(self, **changes: str) -> dict[str, str]:
        """An environment in which there are no other programs."""
        return {"PATH": str(self.folder), "TERM": "xterm-256color", "HOME": os.environ.get("HOME", "/"), **changes}
