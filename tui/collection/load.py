"""Opens collections: what is sound is returned, what is not is said."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.collection.build import build
from tui.collection.problems import Problem, Problems
from tui.collection.read import HEAD, read_folder, yaml_files
from tui.model.records import Collection, Location
from tui.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Library:
    """The collections that were opened, and every problem found on the way."""

    collections: tuple[Collection, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def load(paths: Iterable[Path]) -> Library:
    """Return what the collections at `paths` hold.

    A path is a collection's folder or a folder of such folders. Nothing is raised for what is wrong with
    them: it is among the problems.
    """
    problems = Problems()
    collections: dict[str, Collection] = {}
    folders = dict.fromkeys(folder for path in paths for folder in _folders(path, problems))
    for folder in folders:
        collection = build(read_folder(folder, shown, problems), problems)
        if collection.id in collections:
            problems.error(
                Location(shown(folder / HEAD), 1, 1),
                f"a second collection with the id {collection.id}; the first, in "
                f"{shown(Path(collections[collection.id].folder))}, was kept",
            )
        else:
            collections[collection.id] = collection
    return Library(tuple(collections.values()), problems.sorted())


def check(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Return every problem of the collections at `paths`; for a file, of that file in its collection."""
    problems: dict[Problem, None] = {}
    for path in paths:
        if path.is_dir():
            problems.update(dict.fromkeys(load([path]).problems))
        else:
            name = shown(path)
            found = load([_home(path)]).problems
            problems.update(dict.fromkeys(problem for problem in found if problem.location.file == name))
    return tuple(problems)


def shown(path: Path) -> str:
    """Return a path as a person would write it from here: relative where that is shorter."""
    text = str(path)
    relative = os.path.relpath(path)
    return relative if len(relative) < len(text) else text


def _home(file: Path) -> Path:
    """Return the folder of the collection that a file belongs to; its own folder where it belongs to none."""
    for folder in file.resolve().parents:
        if (folder / HEAD).is_file():
            return folder
    return file.parent


def _folders(path: Path, problems: Problems) -> list[Path]:
    start = Location(shown(path), 1, 1)
    if not path.is_dir():
        problems.error(start, "no such folder" if not path.exists() else "not a folder", expected="a collection")
        return []
    if (path / HEAD).is_file():
        return [path]
    try:
        inside = sorted(folder for folder in path.iterdir() if (folder / HEAD).is_file())
    except OSError as error:
        problems.error(start, f"the folder cannot be read ({error.strerror or error})")
        return []
    if inside:
        return inside
    if yaml_files(path):
        return [path]
    problems.error(start, "the folder holds no collection", expected="a folder with a collection.yaml")
    return []
