"""Where the bundled collections are: inside an installed wheel, or beside the package in a clone."""

from __future__ import annotations

from pathlib import Path


def bundled_content() -> Path:
    """Return the folder of the bundled collections. It may be missing in a damaged installation."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "bundled" / "content"
    return installed if installed.is_dir() else package.parent / "content"
