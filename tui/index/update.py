"""Brings a compiled collection up to date: only what has changed is compiled, the rest is taken over."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from tui.collection.collector import seldom
from tui.collection.plan import Plan, plan
from tui.index import generation
from tui.index.codec import NOT_ENCODED
from tui.index.damage import DamagedError
from tui.index.filling import Progress, fill, name_of, never, nobody, unmisled
from tui.index.stamps import Stamp, stamp
from tui.index.store import Compiled, Generation, Store
from tui.index.stored_segment import SegmentWriter, StoredSegment
from tui.index.tables import Tables

_WORKERS: Final = min(4, os.cpu_count() or 1)
_SMALL: Final = 20_000
_MOST_SEGMENTS: Final = 8
_LEAST_LIVING: Final = 0.7
_DAMAGED: Final = (DamagedError, OSError, *NOT_ENCODED)
"""What reading tables raises that are not what was written."""


class _Before(NamedTuple):
    """A generation, what it holds, open, and what is to be compiled; None where nothing has changed since."""

    generation: Generation
    compiled: Compiled
    changes: Plan | None


def update(
    store: Store,
    *,
    fresh: bool = False,
    progress: Progress = nobody,
    cancelled: Callable[[], bool] = never,
    workers: int = _WORKERS,
) -> Compiled:
    """Return the collection of `store` as its files are now, compiled on the disk; `fresh` takes nothing over.

    Raises `OSError` where it cannot be written, `CompileCancelled`, and nothing for what is wrong with the collection.
    """
    with store.writing(), seldom():
        before = None if fresh else _before(store)
        if before is not None and before.changes is None:
            return before.compiled
        how = progress, cancelled, workers
        try:
            try:
                after = _replaced(store, before, *how)
            except DamagedError:
                # What was to be taken over cannot be read after all.
                after = _replaced(store, None, *how)
            opened = store.open_generation(after)
        except BaseException as error:
            store.tidy(store.current())
            if isinstance(error, DamagedError):
                raise OSError(errno.EIO, "what was written is not what is read", str(error.path)) from error
            raise
        store.tidy(after)
        return opened


def _replaced(
    store: Store, before: _Before | None, progress: Progress, cancelled: Callable[[], bool], workers: int
) -> Generation:
    """Compile what has changed since `before`, and make that the generation that counts."""
    found = plan(store.folder, None, partial(name_of, store.folder)) if before is None else before.changes
    assert found is not None
    if before is not None:
        before.compiled.tables.close()
    after = unmisled(found, partial(_compile, store, before, progress, cancelled, workers))
    store.replace(after)
    return after


def up_to_date(store: Store) -> bool:
    """Whether what is compiled is what the files hold now."""
    current = store.current()
    if current is None:
        return False
    try:
        with closing(Tables.open(store.tables_path(current))) as tables:
            return _changes(store.folder, tables) is None
    except _DAMAGED:
        return False


def _before(store: Store) -> _Before | None:
    """The generation that counts, with what has changed since, where its tables are sound.

    They are looked through once, before they are copied: SQLite does that while the files are looked through.
    """
    current = store.current()
    if current is None:
        return None
    with suppress(*_DAMAGED), ThreadPoolExecutor(1) as other:
        sound = other.submit(_sound, store.tables_path(current))
        compiled = store.open_generation(current)
        changes = _changes(store.folder, compiled.tables)
        if sound.result():
            return _Before(current, compiled, changes)
    return None


def _sound(path: Path) -> bool:
    with closing(Tables.open(path)) as tables:
        return tables.row("PRAGMA quick_check(1)") == ("ok",)


def _changes(folder: Path, tables: Tables) -> Plan | None:
    """Return what is to be compiled; None where nothing has changed since the tables were filled."""
    name = partial(name_of, folder)
    known = generation.outlines(tables)
    found = plan(folder, known, name)
    same = not found.again and all(known.get(key) is found.kept[key] for key in found.order)
    if same and len(known) == len(found.order) and generation.headed(tables) == (found.head, found.problems):
        return None
    # What was dropped for another file's sake comes back when that file goes.
    again = set(generation.dropped_files(tables)).difference(found.removed)
    if not again:
        return found
    return plan(folder, {key: outline for key, outline in known.items() if key not in again}, name)


def _compile(
    store: Store,
    before: _Before | None,
    progress: Progress,
    cancelled: Callable[[], bool],
    workers: int,
    found: Plan,
) -> Generation:
    number = store.new_name()
    path = store.place / f"{number}.tables"
    if before is None or not found.kept:
        tables = Tables.create(path)
    else:
        shutil.copyfile(store.tables_path(before.generation), path)
        tables = Tables.change(path)
    known = before.generation.files if before is not None else {}
    with closing(tables):
        writer = SegmentWriter(store.segment_folder(number))
        tables.begin()
        fill(tables, writer, number, found, progress, cancelled, workers)
        living = _gathered(store, tables, number, known)
        tables.commit()
    with ThreadPoolExecutor(1) as other:
        # While the disk is busy.
        stamped = other.submit(_stamped, store, [path.name, *store.segment_files(living)], known)
        _flush(path)
        return Generation(path.name, living, stamped.result())


def _stamped(store: Store, names: list[str], known: dict[str, Stamp]) -> dict[str, Stamp]:
    """Return how files are; those that were taken over stay as they were written."""
    return {name: known.get(name) or stamp(store.place / name) for name in names}


def _gathered(store: Store, tables: Tables, newest: int, known: dict[str, Stamp]) -> dict[int, int]:
    """Return the segments with their living clauses; where they are many, or hold much that is dead, make them one."""
    living = generation.living(tables)
    segments = {number: StoredSegment.open(store.segment_folder(number)) for number in living}
    held, alive = sum(map(len, segments.values())), sum(living.values())
    if len(living) < 2 and held == alive:
        return living
    if len(living) <= _MOST_SEGMENTS and held > _SMALL and alive >= _LEAST_LIVING * held:
        return living
    # All is read anyway; and what is damaged would be as good as new in its new place.
    store.verify({name: known[name] for name in store.segment_files(living) if name in known})
    number = newest + 1
    writer = SegmentWriter(store.segment_folder(number))
    try:
        rows = tables.rows("SELECT key, segment, first_clause, clauses FROM statement ORDER BY rank")
        places: dict[str, int] = {}
        for old, segment in segments.items():
            inside = [row for row in rows if row[1] == old]
            places |= {row[0]: writer.statements + place for place, row in enumerate(inside)}
            writer.add_segment(segment, [(first, first + clauses) for _, _, first, clauses in inside])
        writer.finish([places[row[0]] for row in rows])
    except BaseException:
        writer.abandon()
        raise
    generation.move_statements(tables, [(row[0], row[3]) for row in rows], number)
    return generation.living(tables)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
