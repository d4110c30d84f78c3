"""What is compiled, and not what was written."""

from __future__ import annotations

from pathlib import Path


class DamagedError(Exception):
    """A file is not what was written: cut short, changed, of another version, or no such file at all.

    `path` is the file, or the folder of the segment that it is one of; None for what is in memory.
    """

    def __init__(self, path: Path | None) -> None:
        super().__init__(f"{path or 'what is in memory'} is damaged")
        self.path = path
