"""How a file was when it was written: told from its size and its time at once, and from all that it holds."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Final, NamedTuple

_PIECE: Final = 1 << 20


class Stamp(NamedTuple):
    """The bytes of a file, the time that it was written at (in nanoseconds), and the CRC-32 of what it holds."""

    bytes: int
    time: int
    checksum: int

    def agrees(self, path: Path) -> bool:
        """Whether a file has this size and time: whoever wrote into it since has moved one. Raises `OSError`."""
        found = path.stat()
        return (found.st_size, found.st_mtime_ns) == (self.bytes, self.time)

    def holds(self, path: Path) -> bool:
        """Whether a file is still as it was, down to the last bit: all of it is read. Raises `OSError`."""
        return self.agrees(path) and self.checksum == _checksum(path)


def stamp(path: Path) -> Stamp:
    """Return how a file is, that is written to its end. Raises `OSError`."""
    found = path.stat()
    return Stamp(found.st_size, found.st_mtime_ns, _checksum(path))


def _checksum(path: Path) -> int:
    """The CRC-32 of a file, in the memory of a piece of it.

    It finds what a disk does by chance; of the sums that the library has, none is much faster.
    """
    piece = memoryview(bytearray(_PIECE))
    found = 0
    with path.open("rb", buffering=0) as file:
        while read := file.readinto(piece):
            found = zlib.crc32(piece[:read], found)
    return found
