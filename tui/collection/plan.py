"""Looks through a collection's folder before it is compiled: which files there are, which have to be compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.collection.declared import Declared, Sources, declare
from tui.collection.fingerprint import recheck
from tui.collection.head import Head, read_head
from tui.collection.listing import HEAD, yaml_files
from tui.collection.paths import shown
from tui.collection.problems import Problem, Problems
from tui.collection.read import read_sources
from tui.collection.sources import SourceFiles
from tui.collection.units import Context, File, Outline
from tui.collection.yaml_parse import parse_yaml
from tui.collection.yaml_text import read_file

# How a key of a mapping may come to be `sources`: as it stands, by an escape, or by a YAML alias. Each begins with
# what is seldom met, which makes the search a fast one.
_AS_IT_STANDS: Final = re.compile(rb"""sources["']?\s*:""")
_ESCAPED: Final = re.compile(rb"""\\[xuU][^\n]*["']\s*:""")
_ALIASED: Final = re.compile(rb"\*[^\s,\[\]{}]+\s*:")
_EXPLICIT: Final = re.compile(rb"\?")
# The section of sources as it is nearly always written, and what may come next that is no part of it.
_KEY: Final = b"sources:"
_SECTION: Final = re.compile(rb"sources:[ \t]*(?:#[^\n]*)?\r?\n")
_NEXT: Final = re.compile(rb"^(?:[^\s#\-]|---)", re.MULTILINE)
_REUSED: Final = re.compile(rb"(?:^|[\s\[{,])[&*]\S")
_INDENT: Final = 100
_BEFORE_EXPLICIT: Final = b"\n\r[{,:-"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be compiled of a collection.

    `order` holds the keys of all files that are there, in the order in which ids count; `again` are the files to
    compile, in the same order. `kept` are the outlines of the others: those that are new objects differ from what
    was known only in the times of files. `declared` are the sources that the files to compile seem to declare: see
    `misled`. `removed` are the keys of the known files that are no more. `problems`
    are those of the folder and of `collection.yaml`.
    """

    folder: Path
    head: Head
    context: Context
    order: tuple[str, ...]
    again: tuple[File, ...]
    kept: Mapping[str, Outline]
    declared: Mapping[str, tuple[Declared, ...]]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


def plan(
    folder: Path,
    known: Mapping[str, Outline] | None = None,
    name: Callable[[Path], str] = shown,
    *,
    exact: bool = False,
) -> Plan:
    """Return what is to be compiled of the collection in `folder`; nothing is raised.

    `known` are the outlines of an earlier compilation by their keys: a file is compiled again when it has changed,
    when the file of a source that it declares has, or when it proves words against a source that is not what it
    was. `name` gives a file's name in messages and locations. Files are looked through for sources by the section that
    holds them; `exact` parses them whole.
    """
    problems = Problems()
    head, head_path = read_head(folder, name, problems), folder / HEAD
    paths = {
        path.relative_to(folder).as_posix(): path for path in yaml_files(folder, name, problems) if path != head_path
    }
    files = SourceFiles(folder)
    known = known or {}
    kept: dict[str, Outline] = {}
    declared: list[Declared] = []
    found: dict[str, tuple[Declared, ...]] = {}
    for key, path in paths.items():
        outline = _as_known(known.get(key), path, files)
        if outline is None:
            found[key] = _declared_in(path, files, exact=exact)
            declared += found[key]
        else:
            kept[key] = outline
            declared += outline.declared
    context = Context(head.id, Sources(files, declared))
    kept = {key: outline for key, outline in kept.items() if not outline.differs_in(context)}
    return Plan(
        folder=folder,
        head=head,
        context=context,
        order=tuple(paths),
        again=tuple(File(key, path, name(path)) for key, path in paths.items() if key not in kept),
        kept=kept,
        declared=found,
        removed=tuple(key for key in known if key not in paths),
        problems=tuple(problems),
    )


def _as_known(known: Outline | None, path: Path, files: SourceFiles) -> Outline | None:
    """Return the outline of a file that is as it was, with its sources' files as they were; None for any other."""
    if known is None:
        return None
    fingerprint = recheck(path, known.fingerprint)
    if fingerprint is None:
        return None
    declared = tuple(_again(source, files) for source in known.declared)
    if any(
        before.held is not None and now.held is not None and not now.held.same_as(before.held)
        for before, now in zip(known.declared, declared, strict=True)
    ):
        return None
    if (fingerprint, declared) == (known.fingerprint, known.declared):
        return known
    return known.touched(fingerprint, declared)


def _again(source: Declared, files: SourceFiles) -> Declared:
    if source.file is None or source.held is None:
        return source
    return source._replace(held=files.again(source.file, source.held))


def may_declare(data: bytes) -> bool:
    """Whether a file that holds `data` may declare sources: False only where it cannot.

    Where it is True for one that declares none, that costs no more than that the file is parsed twice.
    """
    if _AS_IT_STANDS.search(data) or _ESCAPED.search(data) or _ALIASED.search(data):
        return True
    # An explicit key (`? sources`), which may have comments in it, is told by what stands before it.
    for found in _EXPLICIT.finditer(data):
        before = data[max(0, found.start() - _INDENT) : found.start()].rstrip(b" \t")
        if not before or before[-1] in _BEFORE_EXPLICIT:
            return True
    return False


def misled(found: Plan, outlines: Iterable[Outline]) -> bool:
    """Whether a file that was compiled declares other sources than it seemed to: then `plan` has to be `exact`.

    That is so where the section of sources is sound and the rest of its file is not, or where another key comes to be
    `sources` in a way that is seldom met.
    """
    return any(
        _first_of_each(outline.declared) != _first_of_each(found.declared[outline.key])
        for outline in outlines
        if outline.key in found.declared
    )


def _first_of_each(declared: Iterable[Declared]) -> dict[str, Declared]:
    first: dict[str, Declared] = {}
    for source in declared:
        first.setdefault(source.id, source)
    return first


def _declared_in(path: Path, files: SourceFiles, *, exact: bool) -> tuple[Declared, ...]:
    """Return the sound sources that a file declares; the file is parsed only where it may declare any."""
    ignored = Problems()
    data, _ = read_file(path, "", ignored)
    if data is None or not may_declare(data):
        return ()
    part = data if exact else _section(data)
    return tuple(declare(shape, files) for shape in read_sources(parse_yaml(part, "", ignored)))


def _section(data: bytes) -> bytes:
    """Return the part of a file that seems to declare its sources, where one does; else all of it: see `misled`."""
    at = 0 if data.startswith(_KEY) else data.find(b"\n" + _KEY) + 1
    begin = _SECTION.match(data, at)
    if begin is None or data.find(b"\n" + _KEY, begin.end() - 1) >= 0:
        return data
    end = _NEXT.search(data, begin.end())
    section = data[begin.start() : end.start() if end else len(data)]
    return data if _REUSED.search(section) else section
