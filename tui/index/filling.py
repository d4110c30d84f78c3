"""Fills the tables and a new segment with what is compiled of a collection's files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from typing import TypeVar

from tui.collection.compile import findings_of
from tui.collection.link import FIT, Links, link
from tui.collection.plan import Plan, misled, plan
from tui.collection.processes import compile_units
from tui.collection.units import File
from tui.index import generation
from tui.index.compiled import compiled
from tui.index.generation import Brief, name_of
from tui.index.ordering import Standing
from tui.index.progress import CompileCancelled, Progress
from tui.index.stored_segment import SegmentWriter, StoredSegment
from tui.index.tables import Tables

_Result = TypeVar("_Result")


class MisledError(Exception):
    """A file declares other sources than it seemed to."""


def unmisled(found: Plan, work: Callable[[Plan], _Result]) -> _Result:
    """Return what `work` makes of a plan or, where that misled it, of one that parses the files whole."""
    try:
        return work(found)
    except MisledError:
        return work(plan(found.folder, None, partial(name_of, found.folder), exact=True))


def fill(
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
            raise MisledError
        some = found.kept and not found.removed
        before = Standing.of(tables, (file.key for file in found.again)) if some else None
        links = _links(tables, found, briefs)
        generation.forget_but(tables, found.kept)
        return finish(tables, writer, number, found, briefs, links, before)
    except BaseException:
        writer.abandon()
        raise


def finish(
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
