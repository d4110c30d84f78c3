"""Reads the YAML files of a collection's folder into shapes; a bad record never hides a good one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tui.collection.paths import is_file, real
from tui.collection.problems import Problems
from tui.collection.schema import (
    SLUG,
    AliasShape,
    ClauseShape,
    CollectionShape,
    InstrumentShape,
    ParticipantShape,
    RecordsShape,
    SourceShape,
    StatementShape,
    SummitShape,
)
from tui.collection.validate import AnyShape, Entry, child, describe, items, validate
from tui.collection.yaml_nodes import Node, read_yaml
from tui.model.records import Location

HEAD: Final = "collection.yaml"
"""The file that makes a folder a collection."""

ENDINGS: Final = (".yaml", ".yml")
"""How the name of a YAML file ends."""


@dataclass(slots=True)
class StatementEntry:
    """A statement as written, with those of its clauses that are sound."""

    shape: StatementShape
    node: Node
    clauses: list[Entry[ClauseShape]]


@dataclass(slots=True)
class Folder:
    """All sound records of one folder, and the ids that unsound ones claim (so that none is called undefined)."""

    path: Path
    id: str
    head: CollectionShape | None = None
    participants: list[Entry[ParticipantShape]] = field(default_factory=list)
    sources: list[Entry[SourceShape]] = field(default_factory=list)
    instruments: list[Entry[InstrumentShape]] = field(default_factory=list)
    aliases: list[Entry[AliasShape]] = field(default_factory=list)
    summits: list[Entry[SummitShape]] = field(default_factory=list)
    statements: list[StatementEntry] = field(default_factory=list)
    unsound: set[tuple[str, str]] = field(default_factory=set)
    unread: bool = False


def read_folder(path: Path, name: Callable[[Path], str], problems: Problems) -> Folder:
    """Return what the folder at `path` holds. `name` gives a file's name in messages; nothing is raised."""
    folder = Folder(path, real(path).name)
    head = path / HEAD
    if is_file(head):
        node = read_yaml(head, name(head), problems)
        if node is not None:
            _read_head(node, folder, problems)
    else:
        problems.error(
            Location(name(head), 1, 1),
            "the folder has no collection.yaml",
            expected="one that gives at least format, id and title",
        )
    for file in yaml_files(path, name, problems):
        if file != head:
            _read_records(file, name(file), folder, problems)
    return folder


def is_collection(path: Path) -> bool:
    """Whether the folder at `path` is a collection's."""
    return is_file(path / HEAD)


def yaml_files(path: Path, name: Callable[[Path], str], problems: Problems) -> list[Path]:
    """Return the YAML files below a folder, in order of their names.

    Passed over are hidden files and folders, links that lead out of the folder, folders that are links, and
    collections inside the collection.
    """
    found: list[Path] = []
    base = real(path)
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = [(folder / entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
        except OSError as error:
            problems.error(Location(name(folder), 1, 1), f"the folder cannot be read ({error.strerror or error})")
            continue
        for file, is_folder in inside:
            if file.name.startswith("."):
                continue
            if not is_folder:
                if file.suffix.lower() not in ENDINGS:
                    continue
                if real(file).is_relative_to(base):
                    found.append(file)
                else:
                    problems.error(
                        Location(name(file), 1, 1),
                        "a link that leads out of the collection was passed over",
                        expected="a file in the collection's folder",
                    )
            elif is_collection(file):
                problems.error(
                    Location(name(file / HEAD), 1, 1),
                    "a collection inside a collection was passed over",
                    expected="collections side by side",
                )
            else:
                waiting.append(file)
    return sorted(found)


def _read_head(node: Node, folder: Folder, problems: Problems) -> None:
    entry = validate(CollectionShape, node, "the collection", problems)
    name = child(node, "id")
    if entry is not None:
        folder.head = entry.shape
        folder.id = entry.shape.id
    elif name is not None and isinstance(name.value, str) and re.fullmatch(SLUG, name.value):
        # Whatever else is wrong with it: addresses stay the same.
        folder.id = name.value


def _read_records(file: Path, shown: str, folder: Folder, problems: Problems) -> None:
    root = read_yaml(file, shown, problems)
    if root is None:
        folder.unread = True
        return
    if not isinstance(root.value, dict):
        problems.error(root.location, "the file is not a mapping", found=describe(root), expected="lists of records")
        folder.unread = True
        return
    sections = RecordsShape.model_fields
    for key, node in root.value.items():
        if key not in sections:
            problems.unknown(root.keys[key], "unknown key", key, sections)
        elif not isinstance(node.value, list):
            problems.error(node.location, f"{key} is not right", found=describe(node), expected="a list")
        else:
            for record in node.value:
                _read_record(key, record, folder, problems)


def _read_record(section: str, node: Node, folder: Folder, problems: Problems) -> None:
    match section:
        case "participants":
            _keep(ParticipantShape, node, "a participant", folder.participants, section, folder, problems)
        case "sources":
            _keep(SourceShape, node, "a source", folder.sources, section, folder, problems)
        case "instruments":
            _keep(InstrumentShape, node, "an instrument", folder.instruments, section, folder, problems)
        case "aliases":
            _keep(AliasShape, node, "an alias", folder.aliases, section, folder, problems)
        case "summits":
            _keep(SummitShape, node, "a summit", folder.summits, section, folder, problems)
        case _:
            _read_statement(node, folder, problems)


def _keep(
    shape: type[AnyShape],
    node: Node,
    what: str,
    entries: list[Entry[AnyShape]],
    section: str,
    folder: Folder,
    problems: Problems,
) -> None:
    entry = validate(shape, node, what, problems)
    if entry is not None:
        entries.append(entry)
    elif (name := child(node, "id")) is not None and isinstance(name.value, str):
        folder.unsound.add((section, name.value))


def _read_statement(node: Node, folder: Folder, problems: Problems) -> None:
    """Clauses are held against the schema one by one, so that a bad one costs only itself."""
    clauses: list[Entry[ClauseShape]] = []
    listed = child(node, "clauses")
    separate = listed is not None and isinstance(listed.value, list)
    for item in items(listed):
        _keep(ClauseShape, item, "a clause", clauses, "clauses", folder, problems)
    bare = node
    if separate and isinstance(node.value, dict):
        rest = {key: value for key, value in node.value.items() if key != "clauses"}
        bare = Node(rest, node.location, node.keys)
    entry = validate(StatementShape, bare, "a statement", problems)
    if entry is not None:
        folder.statements.append(StatementEntry(entry.shape, entry.node, clauses))
