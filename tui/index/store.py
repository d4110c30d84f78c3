"""The compiled collection: made from the YAML, kept in the user's cache directory, brought up to date by changed files.

The folder of a collection there holds generations. One is a database of tables and some segments; none changes once
it is finished. The file `current` names the one that counts, and is replaced in one step, so that whoever opens it
finds the old one whole or the new one. Only who holds the lock writes, and takes away what nothing refers to any
more; what others have open stays readable to them. Nothing here is the truth: all of it can be deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from tui import __version__
from tui.collection.paths import real
from tui.collection.problems import Problem
from tui.collection.units import Findings, Outline, Ties
from tui.index.arrays import DamagedError
from tui.index.codec import shape
from tui.index.generation import Headed, content
from tui.index.lock import locked
from tui.index.stored_segment import StoredSegment
from tui.index.tables import SCHEMA, Tables
from tui.model.records import AliasSet, Clause, Instrument, Participant, Source, Statement, Summit

_CURRENT: Final = "current"
_LOCK: Final = "lock"
_FORMAT: Final = "3"
_TRIES: Final = 5
_RECORDS: Final = (
    AliasSet,
    Clause,
    Findings,
    Headed,
    Instrument,
    Outline,
    Participant,
    Problem,
    Source,
    Statement,
    Summit,
    Ties,
)


class Generation(NamedTuple):
    """What `current` names: the file of the tables and its size, the segments' numbers with their living clauses."""

    tables: str
    bytes: int
    segments: dict[int, int]


class Compiled:
    """One compiled collection, open.

    `folder` is the collection's; `living` tells how many clauses of each segment still stand in their files;
    where two have the same `content`, they say the same (it is empty for one in memory); `named_from_folder`, whether
    the names of files begin at the folder.
    """

    def __init__(
        self,
        folder: Path,
        tables: Tables,
        segments: dict[int, StoredSegment],
        living: dict[int, int],
        *,
        content: str = "",
        named_from_folder: bool = True,
    ) -> None:
        self.folder: Final = folder
        self.tables: Final = tables
        self.segments: Final = segments
        self.living: Final = living
        self.content: Final = content
        self.named_from_folder: Final = named_from_folder


def version() -> str:
    """Return what the compiled form depends on besides the files: the program, its records, its idea of a word."""
    told = [_FORMAT, __version__, unicodedata.unidata_version, SCHEMA, *(shape(kind) for kind in _RECORDS)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


class Store:
    """The place in the cache directory `cache` for the collection in `folder`."""

    def __init__(self, cache: Path, folder: Path) -> None:
        self.folder: Final = folder
        name = hashlib.sha256(os.fsencode(real(folder))).hexdigest()[:16]
        self.place: Final = cache / f"{real(folder).name[:40] or 'root'}-{name}"

    def open(self) -> Compiled | None:
        """Return what is compiled, as it stands, or None where there is nothing that can be used."""
        for _ in range(_TRIES):
            generation = self.current()
            if generation is None:
                return None
            try:
                return self.open_generation(generation)
            except FileNotFoundError:
                # Another program may have put a newer one in its place, and taken this one away, in the meantime.
                continue
            except (DamagedError, sqlite3.Error, OSError, ValueError):
                return None
        return None

    def current(self) -> Generation | None:
        """Return the generation that counts; None where there is none, or one of another version."""
        try:
            said = json.loads((self.place / _CURRENT).read_bytes())
            if said["version"] != version():
                return None
            return Generation(
                str(said["tables"]),
                int(said["bytes"]),
                {int(number): int(living) for number, living in said["segments"].items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def replace(self, generation: Generation) -> None:
        """Make `generation` the one that counts. Raises `OSError`."""
        said = {"version": version(), **generation._asdict()}
        said["folder"] = os.fsencode(real(self.folder)).decode("utf-8", "backslashreplace")
        new = self.place / f"{_CURRENT}.new"
        with new.open("w", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.place / _CURRENT)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock: others wait. Raises `OSError` where the place cannot be written."""
        self.place.mkdir(parents=True, exist_ok=True)
        with locked(self.place / _LOCK):
            yield

    def new_name(self) -> int:
        """Return a number that no file here has in its name."""
        taken = [int(part) for path in self.place.iterdir() if (part := path.name.partition(".")[0]).isdigit()]
        return max(taken, default=0) + 1

    def tables_path(self, generation: Generation) -> Path:
        """Return where the tables of a generation are."""
        return self.place / generation.tables

    def segment_folder(self, number: int) -> Path:
        """Return where a segment is."""
        return self.place / f"{number}.segment"

    def tidy(self, kept: Generation | None) -> None:
        """Take away what is no part of `kept`. The lock is held."""
        names = {_LOCK}
        if kept is not None:
            names |= {_CURRENT, kept.tables, *(self.segment_folder(number).name for number in kept.segments)}
        for path in self.place.iterdir():
            if path.name not in names:
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Take everything away. Raises `OSError`."""
        if self.place.exists():
            with self.writing():
                self.tidy(None)
            shutil.rmtree(self.place)

    def size(self) -> int:
        """Return how many bytes there are on the disk."""
        return sum(path.stat().st_size for path in self.place.rglob("*") if path.is_file())

    def open_generation(self, generation: Generation) -> Compiled:
        """Return a generation, open. Raises `DamagedError`, `sqlite3.Error`, `OSError`, `ValueError`."""
        path = self.tables_path(generation)
        if path.stat().st_size != generation.bytes:
            raise DamagedError(path)
        tables = Tables.open(path)
        if tables.head("head") is None:
            raise DamagedError(self.place)
        segments = {number: StoredSegment.open(self.segment_folder(number)) for number in generation.segments}
        return Compiled(self.folder, tables, segments, dict(generation.segments), content=content(tables))
