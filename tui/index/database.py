"""What SQLite says went wrong, as the rest of the program says it: damage, or a disk that cannot be written."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from typing import Final, NoReturn

from tui.index.damage import DamagedError

FULL: Final = sqlite3.SQLITE_FULL
_PRIMARY: Final = 0xFF
"""The rest of an extended code says more of the same; see the list of SQLite's result codes."""

_UNWRITTEN: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EIO,
}
_DAMAGED: Final = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
)


def code(error: sqlite3.Error) -> int | None:
    """Return SQLite's code for an error; None where it is not SQLite's: text, say, that is no text."""
    found: int | None = getattr(error, "sqlite_errorcode", None)
    return None if found is None else found & _PRIMARY


def fail(error: sqlite3.DatabaseError, path: Path | None, *, changing: bool) -> NoReturn:
    """Raise what an error of the database at `path` means: `OSError`, `DamagedError`, or else itself.

    What is being changed may be on a disk that cannot be written; what is only read is damaged.
    """
    found = code(error)
    number = _UNWRITTEN.get(found or 0)
    if changing and number is not None:
        raise OSError(number, os.strerror(number), None if path is None else str(path)) from error
    # A table that is not there is one, but only where none was to be made.
    if found in _DAMAGED or (found == sqlite3.SQLITE_ERROR and not changing) or _is_no_text(error):
        raise DamagedError(path) from error
    raise error


def _is_no_text(error: sqlite3.DatabaseError) -> bool:
    return code(error) is None and isinstance(error, sqlite3.OperationalError)
