"""Whether the reader has been here before: a file in the user's state directory, beside the search history.

It is empty; that it is there says it. Where it cannot be written, what is dismissed stays so as long as the program.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui.app.state_files import state_file

_FILE: Final = "welcome-dismissed"


class Visits:
    """Remembers that the first visit is over. `path` is its file; by default, in the user's state directory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._over = False

    @property
    def first(self) -> bool:
        """Whether the first visit was never dismissed."""
        if not self._over:
            with suppress(OSError):
                self._over = os.path.lexists(self._file())
        return not self._over

    def dismiss(self) -> None:
        """The first visit is over."""
        self._over = True
        # Whatever is wrong with the directory, the reader came to read.
        with suppress(OSError):
            path = self._file()
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC, 0o600))

    def _file(self) -> Path:
        """The file. Raises `OSError` where the user has no directory."""
        self._path = state_file(_FILE, self._path)
        return self._path
