"""Compiles what has changed of a collection, and makes that the generation that counts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from tui.collection.plan import Plan, plan
from tui.index import generation
from tui.index.filling import fill, unmisled
from tui.index.generation import name_of
from tui.index.progress import Progress
from tui.index.stamps import Stamp, stamp
from tui.index.store import Generation, Store
from tui.index.stored_segment import SegmentWriter, StoredSegment
from tui.index.tables import Tables

_SMALL: Final = 20_000
_MOST_SEGMENTS: Final = 8
_LEAST_LIVING: Final = 0.7


def replaced(
    store: Store,
    before: tuple[Generation, Plan] | None,
    progress: Progress,
    cancelled: Callable[[], bool],
    workers: int,
) -> Generation:
    """Compile what has changed since a generation, or everything, and make that the generation that counts.

    `before` is that generation and what is to be compiled. Raises `OSError` where it cannot be written,
    `CompileCancelled`, and `DamagedError` where what was to be taken over cannot be read.
    """
    current, found = before or (None, plan(store.folder, None, partial(name_of, store.folder)))
    after = unmisled(found, partial(_compile, store, current, progress, cancelled, workers))
    store.replace(after)
    return after


def _compile(
    store: Store,
    before: Generation | None,
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
        shutil.copyfile(store.tables_path(before), path)
        tables = Tables.change(path)
    known = before.files if before is not None else {}
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
