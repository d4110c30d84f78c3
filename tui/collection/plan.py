"""Looks through a collection's folder before it is compiled: which files there are, which have to be compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.collection.declared import Declared, Sources
from tui.collection.fingerprint import Fingerprint, recheck
from tui.collection.head import Head, KnownHead
from tui.collection.listing import HEAD, yaml_files
from tui.collection.paths import shown
from tui.collection.problems import Problem, Problems
from tui.collection.sources import SourceFiles
from tui.collection.units import Context, File, Outline


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be compiled of a collection.

    `head_file` is that by which `collection.yaml` is known again. `order` holds the keys of all files that are there,
    in the order in which ids count; `again` are the files to compile, in the same order. `kept` are the outlines of the
    others: those that are new objects differ from what was known only in the times of files. `declared` are the sources
    that the files to compile seem to declare: see `misled`. `removed` are the keys of the known files that are no more.
    `problems` are those of the folder and of `collection.yaml`.
    """

    folder: Path
    head: Head
    head_file: Fingerprint
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
    known_head: KnownHead | None = None,
    exact: bool = False,
) -> Plan:
    """Return what is to be compiled of the collection in `folder`; nothing is raised.

    `known` are the outlines of an earlier compilation by their keys: a file is compiled again when it has changed,
    when the file of a source that it declares has, or when it proves words against a source that is not what it
    was. Of `known_head` the same holds: its file is read again when it has changed. `name` gives a file's name in
    messages and locations. Files are looked through for sources by the section that
    holds them; `exact` parses them whole.
    """
    problems = Problems()
    (head, head_file), head_path = _head(folder, known_head, name, problems), folder / HEAD
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
            # Imported here: where nothing has changed, nothing of what reads and validates YAML is needed.
            from tui.collection.declaring import declared_in

            found[key] = declared_in(path, files, exact=exact)
            declared += found[key]
        else:
            kept[key] = outline
            declared += outline.declared
    context = Context(head.id, Sources(files, declared))
    kept = {key: outline for key, outline in kept.items() if not outline.differs_in(context)}
    return Plan(
        folder=folder,
        head=head,
        head_file=head_file,
        context=context,
        order=tuple(paths),
        again=tuple(File(key, path, name(path)) for key, path in paths.items() if key not in kept),
        kept=kept,
        declared=found,
        removed=tuple(key for key in known if key not in paths),
        problems=tuple(problems),
    )


def _head(folder: Path, known: KnownHead | None, name: Callable[[Path], str], problems: Problems) -> KnownHead:
    if known is not None and (fingerprint := recheck(folder / HEAD, known.fingerprint)):
        return known._replace(fingerprint=fingerprint)
    from tui.collection.head_reading import read_head

    return read_head(folder, name, problems)


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
