"""Reads `collection.yaml`: what the collection is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tui.collection.fingerprint import UNREAD
from tui.collection.head import Head, KnownHead
from tui.collection.listing import HEAD
from tui.collection.paths import is_file, real
from tui.collection.problems import Problems
from tui.collection.schema import CollectionShape
from tui.collection.schema_values import SLUG
from tui.collection.validate import validate
from tui.collection.yaml_nodes import Node
from tui.collection.yaml_parse import parse_yaml
from tui.collection.yaml_text import read_file
from tui.model.records import Location


def read_head(folder: Path, name: Callable[[Path], str], problems: Problems) -> KnownHead:
    """Return the head of the collection in `folder`. `name` gives a file's name in messages; nothing is raised."""
    path = folder / HEAD
    otherwise = real(folder).name
    if not is_file(path):
        problems.error(
            Location(name(path), 1, 1),
            "the folder has no collection.yaml",
            expected="one that gives at least format, id and title",
        )
        return KnownHead(Head(otherwise, otherwise), UNREAD)
    found = Problems()
    data, fingerprint = read_file(path, name(path), found)
    node = None if data is None else parse_yaml(data, name(path), found)
    head = Head(otherwise, otherwise) if node is None else _head(node, otherwise, found)
    problems.extend(found)
    return KnownHead(head, UNREAD if found else fingerprint)


def _head(node: Node, otherwise: str, problems: Problems) -> Head:
    entry = validate(CollectionShape, node, "the collection", problems)
    if entry is None:
        written = node.child("id")
        if written is not None and isinstance(written.value, str) and re.fullmatch(SLUG, written.value):
            # Whatever else is wrong with it: addresses stay the same.
            otherwise = written.value
        return Head(otherwise, otherwise)
    shape = entry.shape
    return Head(shape.id, shape.title, shape.description, shape.language, shape.licence, shape.note)
