"""The queries that were acted on, kept between sessions in the user's state directory.

One query a line, each as a JSON string, the newest last. The file is replaced whole, under a lock, after it has been
read again, so several programs at once keep each other's entries. Where it cannot be read or written the history
lasts as long as the program; lines that are no query are passed over.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui.app.state_files import state_file
from tui.index.lock import locked
from tui.text.visible import json_line

MOST: Final = 500
LONGEST: Final = 10_000
"""Code points of a query that is kept; no search looks at more."""

_FILE: Final = "search-history"
_MOST_BYTES: Final = 1 << 23
_PATIENCE: Final = 0.045
"""Seconds that are waited for another program."""


class History:
    """The queries of this and earlier sessions. `path` is their file; by default, in the user's state directory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._unsaved: list[str] = []

    def entries(self) -> list[str]:
        """Return the queries, the oldest first, at most `MOST`, none of them twice in a row."""
        try:
            kept = _read(self._file())
        except OSError:
            kept = []
        return _tidy([*kept, *self._unsaved])

    def add(self, query: str) -> None:
        """Put a query at the end. An empty one, or one longer than `LONGEST`, is left out."""
        if not query.strip() or len(query) > LONGEST:
            return
        self._unsaved = _tidy([*self._unsaved, query])
        # Whatever is wrong with the file, the reader came to search.
        with suppress(OSError):
            self._save()

    def _save(self) -> None:
        path = self._file()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path.with_name(f"{path.name}.lock"), _PATIENCE):
            kept = _read(path)
            _write(path, _tidy([*kept, *self._unsaved]))
        self._unsaved = []

    def _file(self) -> Path:
        """The history's file, behind any links. Raises `OSError` where the user has no directory."""
        self._path = state_file(_FILE, self._path)
        return Path(os.path.realpath(self._path))


def _tidy(queries: Iterable[str]) -> list[str]:
    """Leave out what repeats the query before it, and the oldest beyond `MOST`."""
    kept: list[str] = []
    for query in queries:
        if not kept or kept[-1] != query:
            kept.append(query)
    return kept[-MOST:]


def _read(path: Path) -> list[str]:
    """Return the queries in a file; none, where there is no file. Raises `OSError` where it cannot be read."""
    try:
        # Not to wait for a pipe that somebody put there.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return []
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{path} is no file")
    with os.fdopen(handle, "rb") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(0, end - _MOST_BYTES))
        lines = file.read(_MOST_BYTES).split(b"\n")
    return [query for line in lines if (query := _query(line)) is not None]


def _query(line: bytes) -> str | None:
    try:
        query = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return query if isinstance(query, str) and query.strip() and len(query) <= LONGEST else None


def _write(path: Path, queries: Iterable[str]) -> None:
    """Replace a file by one that only the user may read."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{json_line(query)}\n" for query in queries)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
