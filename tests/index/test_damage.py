"""What is compiled, and damaged: it is found, made anew, and never shown."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, HEAD, Shelf
from tests.index.test_store import is_true
from tui.index import replacing
from tui.index.damage import DamagedError
from tui.index.opening import open_as_compiled, open_collections, throw_away
from tui.index.status import State, status
from tui.index.store import Store
from tui.index.update import update


@pytest.fixture
def store(shelf: Shelf, cache: Path) -> Store:
    made = Store(cache, shelf.folder)
    update(made)
    return made


def scribble(path: Path, *, unseen: bool = False) -> None:
    """Write over the middle of a file; `unseen`, as a disk does that fails: with the file's times as they were."""
    before = path.stat()
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 60] = b"\xff" * len(data[middle : middle + 60])
    path.write_bytes(data)
    # The clocks of files go in steps: what is written at once after something else may have its time.
    later = before.st_mtime_ns if unseen else before.st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(before.st_atime_ns, later))


def the(store: Store, pattern: str) -> Path:
    (path,) = store.place.glob(pattern)
    return path


FILES = ("*.tables", "*.segment/index", "*.segment/clauses")


@pytest.mark.parametrize("name", FILES)
def test_whoever_writes_into_a_file_has_it_made_anew(shelf: Shelf, cache: Path, store: Store, name: str) -> None:
    scribble(the(store, name))
    assert store.open() is None
    assert open_as_compiled([shelf.folder], cache) is None
    opened = open_collections([shelf.folder], cache)
    assert opened.notices == ()
    assert is_true(opened, shelf.folder)


def test_a_copy_with_its_times_is_as_good(shelf: Shelf, cache: Path, store: Store, tmp_path: Path) -> None:
    shutil.copytree(cache, tmp_path / "copy")
    copied = Store(tmp_path / "copy", shelf.folder)
    before = copied.current()
    update(copied)
    assert copied.current() == before, "nothing was compiled"


def test_what_was_taken_over_from_an_older_generation_is_looked_at_too(
    shelf: Shelf, cache: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "_SMALL", 0)
    monkeypatch.setattr(replacing, "_LEAST_LIVING", 0.3)
    shelf.write("b.yaml", CLAUSE.replace("Saturday", "Sunday"))
    assert len(update(store).segments) == 2
    scribble(store.place / "1.segment" / "clauses")
    assert store.open() is None
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)


@pytest.mark.parametrize("name", FILES)
def test_what_no_time_tells_of_is_found_when_all_is_read(store: Store, name: str) -> None:
    path = the(store, name)
    scribble(path, unseen=True)
    assert store.open() is not None, "an opening does not read all of it"
    found = status(store)
    assert (found.state, found.why) == (State.DAMAGED, f"{path.relative_to(store.place)} is not as it was written")
    assert store.open() is None, "it is never read again"
    update(store)
    assert status(store).state is State.UP_TO_DATE


def test_what_is_damaged_is_not_made_part_of_what_is_new(shelf: Shelf, cache: Path, store: Store) -> None:
    """A small collection is written as one segment again with each change: a letter that changed would stay so."""
    path = the(store, "*.segment/clauses")
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"ceasefire in the south", b"ceasefire in the mouth"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    shelf.write("b.yaml", CLAUSE.replace("Saturday", "Sunday"))
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)


def test_a_clause_that_cannot_be_read_is_damage(shelf: Shelf, cache: Path, store: Store) -> None:
    scribble(the(store, "*.segment/clauses"), unseen=True)
    opened = open_collections([shelf.folder], cache)
    with pytest.raises(DamagedError) as failed:
        list(opened.catalogue.clauses())
    assert failed.value.path == store.place / "1.segment"
    assert throw_away([shelf.folder], cache, failed.value)
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)


def test_a_record_that_cannot_be_read_is_damage(shelf: Shelf, cache: Path, store: Store) -> None:
    path = the(store, "*.tables")
    before = path.stat()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE record SET blob = '[' WHERE kind = 'Statement'")
    connection.close()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    opened = open_as_compiled([shelf.folder], cache)
    assert opened is not None
    with pytest.raises(DamagedError):
        list(opened.catalogue.statements())


def test_only_the_collection_that_is_damaged_is_thrown_away(shelf: Shelf, cache: Path, store: Store) -> None:
    shelf.write("../other/collection.yaml", HEAD.replace("id: good", "id: other"))
    other = Store(cache, shelf.folder.parent / "other")
    update(other)
    both = [shelf.folder, other.folder]
    assert throw_away(both, cache, DamagedError(store.segment_folder(1)))
    assert (store.open(), other.open() is None) == (None, False)
    assert not throw_away(both, cache, DamagedError(None))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "within").write_text("something")


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _nested(path: Path) -> None:
    path.write_text("[" * 100_000)


def _no_object(path: Path) -> None:
    path.write_text("[]")


@pytest.mark.parametrize("damage", [_folder, _loop, _nested, _no_object])
def test_whatever_stands_where_the_generation_is_named_gives_way(
    shelf: Shelf, cache: Path, store: Store, damage: Callable[[Path], None]
) -> None:
    damage(store.place / "current")
    assert status(store).state in (State.DAMAGED, State.UNREADABLE)
    opened = open_collections([shelf.folder], cache)
    assert opened.notices == ()
    assert is_true(opened, shelf.folder)
    assert status(store).state is State.UP_TO_DATE


@pytest.mark.parametrize("name", ["lock", "current.new"])
def test_a_folder_in_the_place_of_a_file_gives_way(shelf: Shelf, cache: Path, store: Store, name: str) -> None:
    (store.place / name).unlink(missing_ok=True)
    (store.place / name / "within").mkdir(parents=True)
    shelf.write("b.yaml", CLAUSE.replace("Saturday", "Sunday"))
    assert open_collections([shelf.folder], cache).notices == ()
    assert status(store).state is State.UP_TO_DATE


def test_a_file_in_the_place_of_the_folder_gives_way(shelf: Shelf, cache: Path, store: Store) -> None:
    shutil.rmtree(store.place)
    store.place.write_text("a file")
    assert status(store).state is State.NOT_COMPILED
    assert open_collections([shelf.folder], cache).notices == ()
    assert status(store).state is State.UP_TO_DATE


class _Full:
    """A disk that has room for so many more statements to the database."""

    def __init__(self, connection: sqlite3.Connection, room: int) -> None:
        self._connection, self._room = connection, room

    def _take(self) -> None:
        self._room -= 1
        if self._room < 0:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    def execute(self, *asked: object) -> sqlite3.Cursor:
        self._take()
        return self._connection.execute(*asked)  # type: ignore[arg-type]

    def executemany(self, *asked: object) -> sqlite3.Cursor:
        self._take()
        return self._connection.executemany(*asked)  # type: ignore[arg-type]

    def executescript(self, script: str) -> sqlite3.Cursor:
        self._take()
        return self._connection.executescript(script)

    def close(self) -> None:
        self._connection.close()


@pytest.mark.parametrize("room", [0, 3, 5, 20, 60])
def test_a_disk_too_full_for_the_tables_is_done_without(
    shelf: Shelf, cache: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    connect = sqlite3.connect

    def full(path: str | Path, **how: object) -> object:
        found = connect(path, **how)  # type: ignore[call-overload]
        return _Full(found, room) if isinstance(path, Path) else found

    monkeypatch.setattr("tui.index.tables.sqlite3.connect", full)
    store = Store(cache, shelf.folder)
    with pytest.raises(OSError, match="No space left on device"):
        update(store)
    assert [path.name for path in store.place.iterdir()] == ["lock"]
    opened = open_collections([shelf.folder], cache)
    assert "(No space left on device): it is held in memory" in opened.notices[0]
    assert is_true(opened, shelf.folder)


def test_what_is_sorted_is_sorted_in_memory_where_the_disk_is_full(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite sorts much on the disk, beside the compiled collection or not: that may be full while this is sound."""
    opened = store.open()
    assert opened is not None

    class Full(_Full):
        def execute(self, *asked: object) -> sqlite3.Cursor:
            if asked[0] == "PRAGMA temp_store = MEMORY":
                self._room = 2
            return super().execute(*asked)

    monkeypatch.setattr(opened.tables, "_connection", Full(opened.tables._connection, 0))
    assert opened.tables.number("SELECT COUNT(*) FROM statement") == 2
