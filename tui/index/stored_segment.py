"""A segment on the disk, or in memory: the text index, the terms and the clauses of some files.

Two files: `index`, the arrays, and `clauses`, the clauses encoded one after the other in the order they were read in.
In the arrays statements stand in the order they were given to `finish`, and with them clauses and wordings.
"""

from __future__ import annotations

import io
import mmap
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from tui.index.arrays import Array, ArrayFile, Arrays, ranges, write_arrays
from tui.index.codec import NOT_ENCODED, decode
from tui.index.compiled import CompiledFile
from tui.index.damage import DamagedError
from tui.index.drafts import Draft, draft, joined
from tui.index.terms import Terms, gathered, term_arrays
from tui.index.text_index import TextIndex, index_arrays
from tui.model.records import Clause

INDEX: Final = "index"
CLAUSES: Final = "clauses"
_REMEMBERED: Final = 512
_COPIED: Final = 1 << 24


class StoredSegment:
    """An open segment. Clauses and wordings are numbered from 0; `folder` is None for one in memory.

    Raises `DamagedError` for a clause that is not what was written.
    """

    def __init__(
        self, arrays: Arrays, blobs: bytes | mmap.mmap, file: ArrayFile | None = None, folder: Path | None = None
    ) -> None:
        self._file = file
        self._folder = folder
        self._blobs = blobs
        self.at, self.sizes = arrays["clause_at"], arrays["clause_sizes"]
        self.first_wordings: Final = arrays["first_wordings"]
        """The number of the first wording of each clause, and the number of all (uint32)."""
        self.terms: Final = Terms(arrays)
        self.index: Final = TextIndex(arrays, self.text)
        # A list asks for the same clauses again with every move of its cursor.
        self.clause = lru_cache(_REMEMBERED)(self._clause)
        if int(arrays["clause_bytes"][0]) != len(blobs):
            raise DamagedError(folder)

    @classmethod
    def open(cls, folder: Path) -> StoredSegment:
        """Open the segment in `folder`. It can be used when the files are removed. Raises `DamagedError`, `OSError`."""
        file = ArrayFile(folder / INDEX)
        with (folder / CLAUSES).open("rb") as blobs:
            size = os.fstat(blobs.fileno()).st_size
            content = mmap.mmap(blobs.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        try:
            return cls(file.arrays, content, file, folder)
        except (KeyError, IndexError) as error:
            raise DamagedError(folder) from error

    def __len__(self) -> int:
        """Return how many clauses there are."""
        return len(self.at)

    def _clause(self, number: int) -> Clause:
        try:
            return decode(Clause, self._blob(number))
        except NOT_ENCODED as error:
            raise DamagedError(self._folder) from error

    def _blob(self, number: int) -> bytes:
        begin = int(self.at[number])
        return self._blobs[begin : begin + int(self.sizes[number])]

    def place(self, wording: int) -> tuple[int, int]:
        """Return the clause that a wording is one of, and which of its renderings it is, from 0."""
        # Of another type than the array's, the whole array would be converted first.
        clause = int(np.searchsorted(self.first_wordings, np.uint32(wording), "right")) - 1
        return clause, wording - int(self.first_wordings[clause])

    def wording(self, number: int) -> Clause:
        """Return a wording: its clause, with that rendering first."""
        clause_number, rendering = self.place(number)
        clause = self.clause(clause_number)
        if not rendering:
            return clause
        renderings = clause.renderings
        return replace(
            clause, renderings=(renderings[rendering], *renderings[:rendering], *renderings[rendering + 1 :])
        )

    def text(self, wording: int) -> str:
        """Return the text of a wording."""
        return self.wording(wording).reading.text

    def copy_clauses(self, out: BinaryIO) -> int:
        """Write all encoded clauses to `out`; return how many bytes they are."""
        for begin in range(0, len(self._blobs), _COPIED):
            out.write(self._blobs[begin : begin + _COPIED])
            self.release()
        return len(self._blobs)

    def release(self) -> None:
        """Give back the memory that reading took."""
        if self._file is not None:
            self._file.release()
        if isinstance(self._blobs, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._blobs.madvise(mmap.MADV_DONTNEED)


class SegmentWriter:
    """Takes in compiled files, and then makes a segment of the statements chosen from them.

    With a `folder`, which is made, the segment is written there; else it is made in memory. Raises `OSError`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True)
        self._out: BinaryIO = io.BytesIO() if folder is None else (folder / CLAUSES).open("wb")
        self._written = 0
        self._drafts: list[Draft] = []
        self._terms: list[tuple[dict[tuple[str, str], Array], int]] = []
        self._at: list[Array] = []
        self._sizes: list[Array] = []
        self._wordings: list[Array] = []
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._all_clauses = 0
        self._all_wordings = 0

    @property
    def statements(self) -> int:
        """How many statements have been taken in; the next one gets this place."""
        return len(self._begins)

    def add(self, file: CompiledFile) -> None:
        """Take a file in. Its statements get the next places, from 0, in the order of its headings."""
        for heading in file.headings:
            begin = self._ends[-1] if heading is not file.headings[0] else self._all_clauses
            self._begins.append(begin)
            self._ends.append(begin + len(heading.clauses))
        self._out.write(file.blobs)
        self._add(np.cumsum(file.sizes, dtype=np.uint64) - file.sizes, file.sizes, len(file.blobs))
        self._add_wordings(file.wordings, file.draft, dict(file.terms))

    def add_segment(self, segment: StoredSegment, statements: Iterable[tuple[int, int]]) -> None:
        """Take statements of a segment in: where the clauses of each begin and end. They get the next places."""
        for begin, end in statements:
            self._begins.append(self._all_clauses + begin)
            self._ends.append(self._all_clauses + end)
        size = segment.copy_clauses(self._out)
        self._add(segment.at, segment.sizes, size)
        self._add_wordings(np.diff(segment.first_wordings), segment.index.draft(), segment.terms.all())

    def _add(self, at: Array, sizes: Array, size: int) -> None:
        self._at.append(at.astype(np.uint64) + np.uint64(self._written))
        self._sizes.append(sizes)
        self._written += size

    def _add_wordings(self, counts: Array, read: Draft, terms: dict[tuple[str, str], Array]) -> None:
        self._wordings.append(counts)
        self._drafts.append(read)
        self._terms.append((terms, self._all_wordings))
        self._all_clauses += len(counts)
        self._all_wordings += int(counts.sum())

    def finish(self, statements: Sequence[int]) -> StoredSegment:
        """Return the segment with these statements, by their places, in this order."""
        arrays = self._arrays(np.array(statements, np.int64))
        if self._folder is None:
            assert isinstance(self._out, io.BytesIO)
            return StoredSegment(arrays, self._out.getvalue())
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        write_arrays(self._folder / INDEX, arrays)
        del arrays
        return StoredSegment.open(self._folder)

    def abandon(self) -> None:
        """Close what is open: nothing comes of it."""
        with suppress(OSError):  # a full disk says so a second time
            self._out.close()

    def _arrays(self, statements: Array) -> dict[str, Array]:
        none = np.zeros(0, np.uint32)
        clauses = ranges(np.array(self._begins, np.int64)[statements], np.array(self._ends, np.int64)[statements])
        counts = np.concatenate([none, *self._wordings])
        firsts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        wordings = ranges(firsts[clauses], firsts[clauses + 1])
        number = np.full(self._all_wordings, -1, np.int64)
        number[wordings] = np.arange(len(wordings))
        terms = gathered(self._terms)
        read = _reordered(joined(self._drafts), wordings)
        self._drafts.clear()
        self._terms.clear()
        return {
            "clause_bytes": np.array([self._written], np.uint64),
            "clause_at": np.concatenate([none.astype(np.uint64), *self._at])[clauses],
            "clause_sizes": np.concatenate([none, *self._sizes])[clauses],
            "first_wordings": np.concatenate(([0], np.cumsum(counts[clauses]))).astype(np.uint32),
            **term_arrays({term: kept for term, held in terms.items() if len(kept := _kept(number[held]))}),
            **index_arrays(read),
        }


def _kept(numbers: Array) -> Array:
    kept: Array = numbers[numbers >= 0]
    return kept


def _reordered(read: Draft, texts: Array) -> Draft:
    """Return a draft with only these texts, in this order."""
    if len(texts) == len(read.counts) and np.array_equal(texts, np.arange(len(texts))):
        return read
    if not len(texts):
        return draft(())
    ends = np.cumsum(read.counts, dtype=np.int64)
    begins = ends - read.counts
    # Neighbours that stay neighbours are copied together.
    breaks = np.flatnonzero(np.diff(texts) != 1)
    firsts, lasts = texts[np.concatenate(([0], breaks + 1))], texts[np.concatenate((breaks, [-1]))]
    stretches = [slice(int(begins[first]), int(ends[last])) for first, last in zip(firsts, lasts, strict=True)]
    return Draft(
        read.words,
        np.concatenate([read.tokens[stretch] for stretch in stretches]),
        np.concatenate([read.starts[stretch] for stretch in stretches]),
        np.concatenate([read.lengths[stretch] for stretch in stretches]),
        read.counts[texts],
    )
