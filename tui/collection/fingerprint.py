"""By what a file is known again: its size, the times of its last change, and the hash of what it held."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from pathlib import Path
from typing import Final, NamedTuple

_UNSETTLED: Final = -1
_SETTLED_AFTER: Final = 2_000_000_000


class Fingerprint(NamedTuple):
    """Size in bytes, the times of the last change in nanoseconds, SHA-256 in hexadecimal (None: it was not read).

    `mtime_ns` is when the content was last written, `ctime_ns` when anything of the file was: unlike the first it
    cannot be set back by whoever copies a file. A time of -1 agrees with none: the file was changed so shortly
    before it was read that a second change might not have moved its times, so the hash decides the next time.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    digest: str | None


UNREAD: Final = Fingerprint(-1, _UNSETTLED, _UNSETTLED, None)
"""The fingerprint of a file that could not be read: it is looked at again every time."""


def fingerprint(found: os.stat_result, data: bytes) -> Fingerprint:
    """Return the fingerprint of a file that held `data`; `found` is what was said of it before it was read."""
    digest = hashlib.sha256(data).hexdigest()
    # Some file systems count time in steps of two seconds.
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _SETTLED_AFTER:
        return Fingerprint(found.st_size, _UNSETTLED, _UNSETTLED, digest)
    return Fingerprint(found.st_size, found.st_mtime_ns, found.st_ctime_ns, digest)


def recheck(path: Path, known: Fingerprint) -> Fingerprint | None:
    """Return the fingerprint that the file at `path` is known by from now on, or None where it has changed.

    Size and times are asked for first; only where the size agrees and a time does not is the file read.
    """
    if known.digest is None:
        return None
    try:
        found = path.stat()
        if found.st_size != known.size or not stat.S_ISREG(found.st_mode):
            return None
        if (found.st_mtime_ns, found.st_ctime_ns) == (known.mtime_ns, known.ctime_ns):
            return known
        now = fingerprint(found, path.read_bytes())
    except OSError:
        return None
    return now if now.digest == known.digest else None
