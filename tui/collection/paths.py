"""Questions about paths that answer no where `pathlib` would raise: a name too long, a folder one may not enter."""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file that can be looked at is there."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder that can be looked at is there."""
    try:
        return path.is_dir()
    except OSError:
        return False


def real(path: Path) -> Path:
    """Return where a path leads, links followed; a link that leads nowhere is left as it is."""
    return Path(os.path.realpath(path))


def shown(path: Path) -> str:
    """Return a path as a person would write it from here: relative where that is shorter."""
    text = str(path)
    try:
        relative = os.path.relpath(path)
    except OSError:
        return text  # the working folder is gone
    return relative if len(relative) < len(text) else text
