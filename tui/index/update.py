"""Brings a compiled collection up to date: only what has changed is compiled, the rest is taken over."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from tui.collection.collector import seldom
from tui.collection.compile import findings_of
from tui.collection.declared import Sources
from tui.collection.fingerprint import UNREAD
from tui.collection.head import Head
from tui.collection.link import FIT, Links, link
from tui.collection.plan import Plan, misled, plan
from tui.collection.processes import compile_units
from tui.collection.sources import SourceFiles
from tui.collection.units import Context, File, Outline, Records, Ties, Unit
from tui.index import generation
from tui.index.arrays import DamagedError
from tui.index.compiled import compiled
from tui.index.generation import Brief
from tui.index.ordering import Standing
from tui.index.store import Compiled, Generation, Store
from tui.index.stored_segment import SegmentWriter, StoredSegment
from tui.index.tables import Tables
from tui.model.records import Collection

Progress = Callable[[int, int], None]
"""Is told how many files of how many have been compiled."""

_Result = TypeVar("_Result")
_WORKERS: Final = min(4, os.cpu_count() or 1)
_SMALL: Final = 20_000
_MOST_SEGMENTS: Final = 8
_LEAST_LIVING: Final = 0.7
_DAMAGED: Final = (DamagedError, OSError, sqlite3.Error, ValueError, TypeError, KeyError, IndexError)
"""What reading tables raises that are not what was written."""


class CompileCancelled(Exception):  # noqa: N818 - it is no error
    """Compiling was given up; what was compiled before stands."""


class _Before(NamedTuple):
    """A generation, what it holds, open, and what is to be compiled; None where nothing has changed since."""

    generation: Generation
    compiled: Compiled
    changes: Plan | None


class _MisledError(Exception):
    """A file declares other sources than it seemed to."""


def nobody(_done: int, _files: int) -> None:
    """Tell nobody of progress."""


def never() -> bool:
    """Return False: this compilation is not cancelled."""
    return False


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
        if before is None:
            found = plan(store.folder, None, partial(_name, store.folder))
        elif before.changes is None:
            return before.compiled
        else:
            found = before.changes
            before.compiled.tables.close()
        try:
            after = _unmisled(found, partial(_compile, store, before, progress, cancelled, workers))
            store.replace(after)
        except BaseException:
            store.tidy(store.current())
            raise
        store.tidy(after)
        return store.open_generation(after)


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


def compile_in_memory(folder: Path, *, progress: Progress = nobody, cancelled: Callable[[], bool] = never) -> Compiled:
    """Return the collection in `folder`, compiled in memory. Raises `CompileCancelled`."""

    def compile_all(found: Plan) -> Compiled:
        tables = Tables.in_memory()
        segment = _fill(tables, SegmentWriter(), 1, found, progress, cancelled, 1)
        return Compiled(folder, tables, {1: segment}, {1: len(segment)})

    return _unmisled(plan(folder, name=partial(_name, folder)), compile_all)


def records_in_memory(collection: Collection) -> Compiled:
    """Return a collection whose records are in memory already."""
    head = Head(
        collection.id,
        collection.title,
        collection.description,
        collection.language,
        collection.licence,
        collection.note,
    )
    folder = Path(collection.folder)
    context = Context(collection.id, Sources(SourceFiles(folder), ()))
    outline = Outline("", "", collection.id, UNREAD, (), ())
    ties = Ties("", "", False, (), frozenset())
    records = Records(
        collection.participants,
        collection.sources,
        collection.instruments,
        collection.aliases,
        collection.summits,
        collection.statements,
        collection.threads,
    )
    file = compiled(Unit(outline, ties, None, records))
    found = Plan(folder, head, context, ("",), (), {}, {}, (), ())
    tables, writer = Tables.in_memory(), SegmentWriter()
    writer.add(file)
    segment = _finish(tables, writer, 1, found, [Brief.of(file, 0)], FIT, None)
    return Compiled(folder, tables, {1: segment}, {1: len(segment)}, named_from_folder=False)


def _name(folder: Path, path: Path) -> str:
    """What a file is called in what is compiled: that is kept, wherever it is read from."""
    return path.relative_to(folder).as_posix()


def _unmisled(found: Plan, work: Callable[[Plan], _Result]) -> _Result:
    """Return what `work` makes of a plan or, where that misled it, of one that parses the files whole."""
    try:
        return work(found)
    except _MisledError:
        return work(plan(found.folder, None, partial(_name, found.folder), exact=True))


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
    name = partial(_name, folder)
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
    with closing(tables):
        writer = SegmentWriter(store.segment_folder(number))
        tables.begin()
        _fill(tables, writer, number, found, progress, cancelled, workers)
        living = _gathered(store, tables, number)
        tables.commit()
    _flush(path)
    return Generation(path.name, path.stat().st_size, living)


def _fill(
    tables: Tables,
    writer: SegmentWriter,
    number: int,
    found: Plan,
    progress: Progress,
    cancelled: Callable[[], bool],
    workers: int,
) -> StoredSegment:
    """Compile what has to be, and put it into the tables and a new segment."""
    briefs: list[Brief] = []
    try:
        with closing(compile_units(found.context, found.again, compiled, workers)) as files:
            for file in files:
                if cancelled():
                    raise CompileCancelled
                briefs.append(Brief.of(file, writer.statements))
                writer.add(file)
                progress(len(briefs), len(found.again))
        if misled(found, (brief.outline for brief in briefs)):
            raise _MisledError
        some = found.kept and not found.removed
        before = Standing.of(tables, (file.key for file in found.again)) if some else None
        links = _links(tables, found, briefs)
        generation.forget_but(tables, found.kept)
        return _finish(tables, writer, number, found, briefs, links, before)
    except BaseException:
        writer.abandon()
        raise


def _finish(
    tables: Tables,
    writer: SegmentWriter,
    number: int,
    found: Plan,
    briefs: Sequence[Brief],
    links: Links,
    before: Standing | None,
) -> StoredSegment:
    """Put compiled files into the tables, and make the segment of their statements.

    `before` is how the files stood that are compiled again, None where others were removed.
    """
    if generation.drop(tables, links, found.kept):
        before = None
    placed = generation.add_files(tables, _with_findings(briefs, links, found), links)
    placed = generation.in_order(placed, tables, found.order)
    segment = writer.finish([one.writer_place for one in placed])
    generation.add_statements(tables, placed, number)
    _find_findings(tables, found, links)
    generation.finish(tables, found, links, number, before)
    return segment


def _links(tables: Tables, found: Plan, briefs: Sequence[Brief]) -> Links:
    """Return how the files fit together; the tables still tell of all files as they were."""
    if _fit_as_before(tables, found, briefs):
        return FIT
    known = generation.ties(tables)
    new = {brief.outline.key: brief.ties for brief in briefs}
    return link(new.get(key) or known[key] for key in found.order)


def _fit_as_before(tables: Tables, found: Plan, briefs: Sequence[Brief]) -> bool:
    """Whether the files fitted together, and those that are new show the others nothing else than before.

    In a large collection that is told far sooner than how all files fit together.
    """
    if found.removed or not generation.fitted(tables):
        return False
    before = (generation.ties_of(tables, brief.outline.key) for brief in briefs)
    return all(known is not None and brief.ties.bind_like(known) for brief, known in zip(briefs, before, strict=True))


def _with_findings(briefs: Sequence[Brief], links: Links, found: Plan) -> list[Brief]:
    """Nothing is wrong with most files alone; where the links find something, its references are needed."""
    files = {file.key: file for file in found.again}
    return [
        brief._replace(findings=findings_of(files[brief.outline.key], found.context))
        if brief.findings is None and links.concerns(brief.ties)
        else brief
        for brief in briefs
    ]


def _find_findings(tables: Tables, found: Plan, links: Links) -> None:
    """The same for files that were not compiled this time."""
    if links.fit:
        return
    for key, ties in generation.ties(tables).items():
        if key not in found.kept or not links.concerns(ties):
            continue
        if tables.row("SELECT 1 FROM file WHERE key = ? AND findings IS NULL", (key,)):
            file = File(key, found.folder / key, ties.name)
            generation.keep_findings(tables, key, findings_of(file, found.context))


def _gathered(store: Store, tables: Tables, newest: int) -> dict[int, int]:
    """Return the segments with their living clauses; where they are many, or hold much that is dead, make them one."""
    living = generation.living(tables)
    segments = {number: StoredSegment.open(store.segment_folder(number)) for number in living}
    held, alive = sum(map(len, segments.values())), sum(living.values())
    if len(living) < 2 and held == alive:
        return living
    if len(living) <= _MOST_SEGMENTS and held > _SMALL and alive >= _LEAST_LIVING * held:
        return living
    number = newest + 1
    writer = SegmentWriter(store.segment_folder(number))
    rows = tables.rows("SELECT key, segment, first_clause, clauses FROM statement ORDER BY rank")
    places: dict[str, int] = {}
    for old, segment in segments.items():
        inside = [row for row in rows if row[1] == old]
        places |= {row[0]: writer.statements + place for place, row in enumerate(inside)}
        writer.add_segment(segment, [(first, first + clauses) for _, _, first, clauses in inside])
    writer.finish([places[row[0]] for row in rows])
    generation.move_statements(tables, [(row[0], row[3]) for row in rows], number)
    return generation.living(tables)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
