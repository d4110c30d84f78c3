"""A set of named arrays in one file: written once, read through the memory map, given up by the page.

The file holds a line of JSON that says where each array lies, and the arrays, each at a multiple of 64 bytes. What is
read of it stays in the system's page cache, shared by all programs; `release` lets go of the pages that this process
has mapped, so that its own memory does not grow with what it has looked at.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from tui.index.damage import DamagedError

Array = npt.NDArray[Any]
Arrays = Mapping[str, Array]

_MAGIC: Final = b"summit-tui arrays 1\n"
_ALIGNED: Final = 64
_MOST_HEADER: Final = 1 << 20
_SMALL: Final = 8 << 20
"""Bytes of an array that is small: of a million clauses, that has a number for each."""


def write_arrays(path: Path, arrays: Arrays) -> None:
    """Write `arrays` to a new file, flushed to the disk. Raises `OSError`."""
    table: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, array in arrays.items():
        table[name] = (array.dtype.str, offset, array.size)
        offset += -(-array.nbytes // _ALIGNED) * _ALIGNED
    header = json.dumps({"arrays": table, "bytes": offset}).encode()
    begin = _begin(len(header))
    with path.open("wb") as file:
        file.write(_MAGIC + len(header).to_bytes(8, "little") + header)
        for name, array in arrays.items():
            file.write(b"\0" * (begin + table[name][1] - file.tell()))
            file.write(np.ascontiguousarray(array).data.cast("B") if array.size else b"")
        file.write(b"\0" * (begin + offset - file.tell()))
        file.flush()
        os.fsync(file.fileno())


def ranges(begins: Array, ends: Array) -> Array:
    """Return all numbers from each begin to its end, one range after the other (int64)."""
    lengths = ends - begins
    firsts = np.cumsum(lengths) - lengths
    numbers: Array = np.repeat(begins - firsts, lengths)
    numbers += np.arange(len(numbers))
    return numbers


def looked_up(wanted: Array, known: Array) -> tuple[Array, Array]:
    """Return where in `known`, sorted and not empty, each number `wanted` stands, and whether it does (bool)."""
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return at, known[at] == wanted


class ArrayFile:
    """The arrays of a file that `write_arrays` wrote, by name, read-only. Raises `DamagedError`, or `OSError`.

    It stays readable when the file is removed or replaced.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC) + 8)
            if start[: len(_MAGIC)] != _MAGIC:
                raise DamagedError(path)
            length = int.from_bytes(start[len(_MAGIC) :], "little")
            header = file.read(min(length, _MOST_HEADER))
            try:
                said = json.loads(header)
                table, size = dict(said["arrays"]), int(said["bytes"])
            except (ValueError, KeyError, TypeError) as error:
                raise DamagedError(path) from error
            begin = _begin(length)
            if os.fstat(file.fileno()).st_size != begin + size:
                raise DamagedError(path)
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._great = list(_great(table, begin))
            self.arrays: dict[str, Array] = {
                name: np.frombuffer(self._map, dtype, count, begin + offset)
                for name, (dtype, offset, count) in table.items()
            }
        except (ValueError, TypeError) as error:
            raise DamagedError(path) from error

    def release(self) -> None:
        """Unmap what was read of great arrays; it is mapped again, from the page cache, when it is needed.

        The small ones stay: nearly all is looked up by them, and to map them again takes longer than it saves.
        """
        if hasattr(mmap, "MADV_DONTNEED"):  # not on every system
            for start, length in self._great:
                self._map.madvise(mmap.MADV_DONTNEED, start, length)


def _great(table: Mapping[str, tuple[str, int, int]], begin: int) -> Iterator[tuple[int, int]]:
    """Yield the whole pages of each great array: where they begin, and how many bytes they are."""
    for dtype, offset, count in table.values():
        size = np.dtype(dtype).itemsize * count
        start = -(-(begin + offset) // mmap.PAGESIZE) * mmap.PAGESIZE
        length = (begin + offset + size - start) // mmap.PAGESIZE * mmap.PAGESIZE
        if size > _SMALL and length > 0:
            yield start, length


def _begin(header: int) -> int:
    return -(-(len(_MAGIC) + 8 + header) // _ALIGNED) * _ALIGNED
