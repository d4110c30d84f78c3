"""Which files a collection is read from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tui.collection.paths import is_file, real
from tui.collection.problems import Problems
from tui.model.records import Location

HEAD: Final = "collection.yaml"
"""The file that makes a folder a collection."""

ENDINGS: Final = (".yaml", ".yml")
"""How the name of a YAML file ends."""


def is_collection(path: Path) -> bool:
    """Whether the folder at `path` is a collection's."""
    return is_file(path / HEAD)


def yaml_files(path: Path, name: Callable[[Path], str], problems: Problems) -> list[Path]:
    """Return the YAML files below a folder, in order of their names. `name` gives a file's name in messages.

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
                inside = [
                    (folder / entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink())
                    for entry in entries
                    if not entry.name.startswith(".")
                ]
        except OSError as error:
            problems.error(Location(name(folder), 1, 1), f"the folder cannot be read ({error.strerror or error})")
            continue
        for file, is_folder, is_link in inside:
            if not is_folder:
                if file.suffix.lower() in ENDINGS:
                    _take(file, is_link, base, found, name, problems)
            elif is_collection(file):
                problems.error(
                    Location(name(file / HEAD), 1, 1),
                    "a collection inside a collection was passed over",
                    expected="collections side by side",
                )
            else:
                waiting.append(file)
    return sorted(found)


def _take(
    file: Path, is_link: bool, base: Path, found: list[Path], name: Callable[[Path], str], problems: Problems
) -> None:
    # What is no link, in a folder that was reached by none, is inside.
    if not is_link or real(file).is_relative_to(base):
        found.append(file)
    else:
        problems.error(
            Location(name(file), 1, 1),
            "a link that leads out of the collection was passed over",
            expected="a file in the collection's folder",
        )
