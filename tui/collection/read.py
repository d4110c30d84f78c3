"""Reads the YAML files of a collection's folder into shapes; a bad record never hides a good one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Generic, TypeVar

from tui.collection.problems import Problems
from tui.collection.schema import (
    AliasShape,
    ClauseShape,
    CollectionShape,
    InstrumentShape,
    ParticipantShape,
    RecordsShape,
    Shape,
    SourceShape,
    StatementShape,
    SummitShape,
)
from tui.collection.validate import AnyShape, child, describe, items, validate
from tui.collection.yaml_nodes import Node, read_yaml
from tui.model.records import Location

HEAD: Final = "collection.yaml"
"""The file that makes a folder a collection."""

_Item = TypeVar("_Item", bound=Shape)


@dataclass(frozen=True, slots=True)
class Entry(Generic[_Item]):
    """A record as written: its shape, and the node that knows where its parts stand."""

    shape: _Item
    node: Node


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
    folder = Folder(path)
    head = path / HEAD
    if head.is_file():
        node = read_yaml(head, name(head), problems)
        if node is not None:
            folder.head = validate(CollectionShape, node, "the collection", problems)
    else:
        problems.error(
            Location(name(head), 1, 1),
            "the folder has no collection.yaml",
            expected="one that gives at least format, id and title",
        )
    for file in yaml_files(path):
        if file != head:
            _read_records(file, name(file), folder, problems)
    return folder


def yaml_files(path: Path) -> list[Path]:
    """Return the YAML files below a folder, in order of their names; hidden ones and folders are passed over."""
    found = [file for ending in ("*.yaml", "*.yml") for file in path.rglob(ending)]
    return sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts))


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
    valid = validate(shape, node, what, problems)
    if valid is not None:
        entries.append(Entry(valid, node))
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
    shape = validate(StatementShape, bare, "a statement", problems)
    if shape is not None:
        folder.statements.append(StatementEntry(shape, node, clauses))
