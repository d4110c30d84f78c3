"""Reads `collection.yaml`: what the collection is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tui.collection.listing import HEAD
from tui.collection.paths import is_file, real
from tui.collection.problems import Problems
from tui.collection.schema import CollectionShape
from tui.collection.schema_values import SLUG
from tui.collection.validate import validate
from tui.collection.yaml_parse import read_yaml
from tui.model.records import Location


@dataclass(frozen=True, slots=True)
class Head:
    """What `collection.yaml` says; where it is missing or unsound, as much of it as can be told."""

    id: str
    title: str
    description: str | None = None
    language: str | None = None
    licence: str | None = None
    note: str | None = None


def read_head(folder: Path, name: Callable[[Path], str], problems: Problems) -> Head:
    """Return the head of the collection in `folder`. `name` gives a file's name in messages; nothing is raised."""
    path = folder / HEAD
    otherwise = real(folder).name
    if not is_file(path):
        problems.error(
            Location(name(path), 1, 1),
            "the folder has no collection.yaml",
            expected="one that gives at least format, id and title",
        )
        return Head(otherwise, otherwise)
    node = read_yaml(path, name(path), problems)
    if node is None:
        return Head(otherwise, otherwise)
    entry = validate(CollectionShape, node, "the collection", problems)
    if entry is None:
        written = node.child("id")
        if written is not None and isinstance(written.value, str) and re.fullmatch(SLUG, written.value):
            # Whatever else is wrong with it: addresses stay the same.
            otherwise = written.value
        return Head(otherwise, otherwise)
    shape = entry.shape
    return Head(shape.id, shape.title, shape.description, shape.language, shape.licence, shape.note)
