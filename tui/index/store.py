"""The compiled collection: made from the YAML, kept in the user's cache directory, brought up to date by changed files.

The folder of a collection there holds generations. One is a database of tables and some segments; none changes once
it is finished. The file `current` names the one that counts, and is replaced in one step, so that whoever opens it
finds the old one whole or the new one. It says how each file was when it was written; what is otherwise by now is
not read. Only who holds the lock writes, and takes away what nothing refers to any more; what others have open stays
readable to them. Nothing here is the truth: all of it can be deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from tui import __version__
from tui.collection.paths import real
from tui.collection.problems import Problem
from tui.collection.units import Findings, Outline, Ties
from tui.index.codec import NOT_ENCODED, shape
from tui.index.damage import DamagedError
from tui.index.generation import Headed, content
from tui.index.lock import locked
from tui.index.stamps import Stamp
from tui.index.stored_segment import CLAUSES, INDEX, StoredSegment
from tui.index.tables import SCHEMA, Tables
from tui.model.records import AliasSet, Clause, Instrument, Participant, Source, Statement, Summit

_CURRENT: Final = "current"
_LOCK: Final = "lock"
_FORMAT: Final = "4"
_TRIES: Final = 5
_Result = TypeVar("_Result")
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
    """What `current` names: the file of the tables, the segments' numbers with their living clauses, and all files.

    `files` tells of each, by its name in the collection's folder here, how it was when it was written.
    """

    tables: str
    segments: dict[int, int]
    files: dict[str, Stamp]


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
        try:
            return self.opened()
        except (DamagedError, OSError):
            return None

    def opened(self) -> Compiled | None:
        """Return what is compiled, as it stands, or None where nothing is, or only by another version.

        How long it takes does not depend on its size. Raises `DamagedError`, and `OSError` where it cannot be read.
        """
        return self._settled(self.open_generation)

    def verify_all(self) -> None:
        """Read all that is compiled. Raises `DamagedError` where a bit of it is not what was written, and `OSError`."""
        self._settled(lambda generation: self.verify(generation.files))

    def _settled(self, work: Callable[[Generation], _Result]) -> _Result | None:
        """Return what `work` makes of the generation that counts; None where there is none."""
        missing = self.place
        for _ in range(_TRIES):
            generation = self._named()
            if generation is None:
                return None
            try:
                return work(generation)
            except FileNotFoundError as error:
                # Another program may have put a newer one in its place, and taken this one away, in the meantime.
                missing = Path(error.filename)
        raise DamagedError(missing)

    def current(self) -> Generation | None:
        """Return the generation that counts; None where there is none, or one of another version."""
        try:
            return self._named()
        except (DamagedError, OSError):
            return None

    def _named(self) -> Generation | None:
        path = self.place / _CURRENT
        try:
            said = json.loads(path.read_bytes())
            if said["version"] != version():
                return None
            generation = Generation(
                str(said["tables"]),
                {int(number): int(living) for number, living in said["segments"].items()},
                {str(name): Stamp(*map(int, stamp)) for name, stamp in said["files"].items()},
            )
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (IsADirectoryError, *NOT_ENCODED) as error:
            raise DamagedError(path) from error
        if set(generation.files) != {generation.tables, *self.segment_files(generation.segments)}:
            raise DamagedError(path)
        return generation

    def replace(self, generation: Generation) -> None:
        """Make `generation` the one that counts. Raises `OSError`."""
        said = {"version": version(), **generation._asdict()}
        said["folder"] = os.fsencode(real(self.folder)).decode("utf-8", "backslashreplace")
        new, current = self.place / f"{_CURRENT}.new", self.place / _CURRENT
        for path in (new, current):
            if path.is_dir():
                _take_away(path)
        with new.open("w", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(current)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock: others wait. Raises `OSError` where the place cannot be written."""
        if os.path.lexists(self.place) and not self.place.is_dir():
            _take_away(self.place)
        self.place.mkdir(parents=True, exist_ok=True)
        if (self.place / _LOCK).is_dir():
            _take_away(self.place / _LOCK)
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

    def segment_files(self, numbers: Iterable[int]) -> list[str]:
        """Return the names of the files of segments."""
        return [f"{self.segment_folder(number).name}/{file}" for number in numbers for file in (INDEX, CLAUSES)]

    def tidy(self, kept: Generation | None) -> None:
        """Take away what is no part of `kept`. The lock is held."""
        names = {_LOCK}
        if kept is not None:
            names |= {_CURRENT, kept.tables, *(self.segment_folder(number).name for number in kept.segments)}
        for path in self.place.iterdir():
            if path.name not in names:
                _take_away(path)

    def throw_away(self, error: DamagedError) -> bool:
        """Take away what is compiled, if it is this that was found damaged, and tell whether it was. Raises `OSError`.

        It is for damage that no size and no time tells of: the next opening compiles all of it.
        """
        if error.path is None or not error.path.is_relative_to(self.place):
            return False
        with self.writing():
            self.tidy(None)
        return True

    def clear(self) -> None:
        """Take everything away. Raises `OSError`."""
        if self.place.exists():
            with self.writing():
                self.tidy(None)
            shutil.rmtree(self.place)

    def size(self) -> int:
        """Return how many bytes there are on the disk."""
        return sum(map(_size, self.place.rglob("*")))

    def verify(self, files: Mapping[str, Stamp]) -> None:
        """Read files. Raises `DamagedError` where a bit of one is not what was written, and `OSError`."""
        for name, stamp in files.items():
            if not stamp.holds(self.place / name):
                raise DamagedError(self.place / name)

    def open_generation(self, generation: Generation) -> Compiled:
        """Return a generation, open. Raises `DamagedError`, and `OSError` where it cannot be read."""
        for name, stamp in generation.files.items():
            if not stamp.agrees(self.place / name):
                raise DamagedError(self.place / name)
        tables = Tables.open(self.tables_path(generation))
        if tables.head("head") is None:
            raise DamagedError(self.place)
        segments = {number: StoredSegment.open(self.segment_folder(number)) for number in generation.segments}
        return Compiled(self.folder, tables, segments, dict(generation.segments), content=content(tables))


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _size(path: Path) -> int:
    """The bytes of a file; none of what is no file, or has gone meanwhile."""
    try:
        found = path.lstat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
