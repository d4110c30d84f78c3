"""Reads the records of one YAML file into shapes; a bad record never hides a good one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.collection.problems import Problems
from tui.collection.schema import (
    AliasShape,
    ClauseShape,
    InstrumentShape,
    ParticipantShape,
    RecordsShape,
    SourceShape,
    StatementShape,
    SummitShape,
    ThreadShape,
)
from tui.collection.validate import AnyShape, Entry, describe, validate
from tui.collection.yaml_nodes import Node


@dataclass(slots=True)
class StatementEntry:
    """A statement as written, with those of its clauses that are sound."""

    shape: StatementShape
    node: Node
    clauses: list[Entry[ClauseShape]]


@dataclass(slots=True)
class Written:
    """The sound records of one file as written, and the ids that unsound ones claim: section, id, the record.

    `unread` tells that what the file holds is not known.
    """

    participants: list[Entry[ParticipantShape]] = field(default_factory=list)
    sources: list[Entry[SourceShape]] = field(default_factory=list)
    instruments: list[Entry[InstrumentShape]] = field(default_factory=list)
    aliases: list[Entry[AliasShape]] = field(default_factory=list)
    summits: list[Entry[SummitShape]] = field(default_factory=list)
    statements: list[StatementEntry] = field(default_factory=list)
    threads: list[Entry[ThreadShape]] = field(default_factory=list)
    unsound: list[tuple[str, str, Node]] = field(default_factory=list)
    unread: bool = False


def read_records(root: Node | None, problems: Problems) -> Written:
    """Return what the file with this root holds (None: it was not sound as YAML); nothing is raised."""
    written = Written()
    if root is None:
        written.unread = True
        return written
    if not isinstance(root.value, dict):
        problems.error(root.location, "the file is not a mapping", found=describe(root), expected="lists of records")
        written.unread = True
        return written
    sections = RecordsShape.model_fields
    for key in root.value:
        node = root.at(key)
        if key not in sections:
            problems.unknown(root.key_location(key), "unknown key", key, sections)
        elif not isinstance(node.value, list):
            problems.error(node.location, f"{key} is not right", found=describe(node), expected="a list")
        else:
            for record in node.items():
                _read_record(key, record, written, problems)
    return written


def read_sources(root: Node | None) -> list[SourceShape]:
    """Return the sound sources of the file with this root, in order; what is wrong is not noted."""
    listed = root.child("sources") if root is not None else None
    if listed is None:
        return []
    ignored = Problems()
    entries = [validate(SourceShape, node, "a source", ignored) for node in listed.items()]
    return [entry.shape for entry in entries if entry is not None]


def _read_record(section: str, node: Node, written: Written, problems: Problems) -> None:
    match section:
        case "participants":
            _keep(ParticipantShape, node, "a participant", written.participants, section, written, problems)
        case "sources":
            _keep(SourceShape, node, "a source", written.sources, section, written, problems)
        case "instruments":
            _keep(InstrumentShape, node, "an instrument", written.instruments, section, written, problems)
        case "aliases":
            _keep(AliasShape, node, "an alias", written.aliases, section, written, problems)
        case "summits":
            _keep(SummitShape, node, "a summit", written.summits, section, written, problems)
        case "threads":
            _keep(ThreadShape, node, "a thread", written.threads, section, written, problems)
        case _:
            _read_statement(node, written, problems)


def _keep(
    shape: type[AnyShape],
    node: Node,
    what: str,
    entries: list[Entry[AnyShape]],
    section: str,
    written: Written,
    problems: Problems,
) -> None:
    entry = validate(shape, node, what, problems)
    if entry is not None:
        entries.append(entry)
    elif (name := node.child("id")) is not None and isinstance(name.value, str):
        written.unsound.append((section, name.value, node))


def _read_statement(node: Node, written: Written, problems: Problems) -> None:
    """Clauses are held against the schema one by one, so that a bad one costs only itself."""
    clauses: list[Entry[ClauseShape]] = []
    bare = node
    listed = node.child("clauses")
    if listed is not None and isinstance(listed.value, list):
        for item in listed.items():
            entry = validate(ClauseShape, item, "a clause", problems)
            if entry is not None:
                clauses.append(entry)
        bare = node.without("clauses")
    statement = validate(StatementShape, bare, "a statement", problems)
    if statement is not None:
        written.statements.append(StatementEntry(statement.shape, statement.node, clauses))
