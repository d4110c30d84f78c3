"""Compiles collections in memory: where the cache cannot be written, and records that are in memory already."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tui.collection.declared import Sources
from tui.collection.fingerprint import UNREAD
from tui.collection.head import Head
from tui.collection.link import FIT
from tui.collection.plan import Plan, plan
from tui.collection.sources import SourceFiles
from tui.collection.units import Context, Outline, Records, Ties, Unit
from tui.index.compiled import compiled
from tui.index.filling import fill, finish, unmisled
from tui.index.generation import Brief, name_of
from tui.index.progress import Progress, never, nobody
from tui.index.store import Compiled
from tui.index.stored_segment import SegmentWriter
from tui.index.tables import Tables
from tui.model.records import Collection


def compile_in_memory(folder: Path, *, progress: Progress = nobody, cancelled: Callable[[], bool] = never) -> Compiled:
    """Return the collection in `folder`, compiled in memory. Raises `CompileCancelled`."""

    def compile_all(found: Plan) -> Compiled:
        tables = Tables.in_memory()
        segment = fill(tables, SegmentWriter(), 1, found, progress, cancelled, 1)
        return Compiled(folder, tables, {1: segment}, {1: len(segment)})

    return unmisled(plan(folder, name=partial(name_of, folder)), compile_all)


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
    found = Plan(folder, head, UNREAD, context, ("",), (), {}, {}, (), ())
    tables, writer = Tables.in_memory(), SegmentWriter()
    writer.add(file)
    segment = finish(tables, writer, 1, found, [Brief.of(file, 0)], FIT, None)
    return Compiled(folder, tables, {1: segment}, {1: len(segment)}, named_from_folder=False)
