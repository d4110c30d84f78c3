"""Which collections there are at the paths that were asked for. Nothing is read of them yet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tui.collection.listing import ENDINGS, HEAD, is_collection
from tui.collection.paths import is_folder, real, shown
from tui.collection.problems import Problems
from tui.model.records import Location


def collection_folders(paths: Iterable[Path], problems: Problems) -> list[Path]:
    """Return the folders of the collections at `paths`; one that is given twice, under whatever names, once."""
    folders: dict[Path, Path] = {}
    for folder in (folder for path in paths for folder in _folders(path, problems)):
        folders.setdefault(real(folder), folder)
    return list(folders.values())


def note_second(folder: Path, name: str, first: Path, problems: Problems) -> None:
    """Note that the collection in `folder` has an id that the one in the folder `first` has."""
    problems.error(
        Location(shown(folder / HEAD), 1, 1),
        f"a second collection with the id {name}; the first, in {shown(first)}, was kept",
    )


def _folders(path: Path, problems: Problems) -> list[Path]:
    start = Location(shown(path), 1, 1)
    if not is_folder(path):
        what = "not a folder" if os.path.lexists(path) else "no such folder"
        problems.error(start, what, expected="a collection")
        return []
    if is_collection(path):
        return [path]
    try:
        inside = sorted(path.iterdir())
    except OSError as error:
        problems.error(start, f"the folder cannot be read ({error.strerror or error})")
        return []
    if collections := [folder for folder in inside if is_collection(folder)]:
        return collections
    if any(file.suffix.lower() in ENDINGS for file in inside):
        return [path]
    problems.error(start, "the folder holds no collection", expected="a folder with a collection.yaml")
    return []
