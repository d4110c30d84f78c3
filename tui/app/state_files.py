"""Where the app keeps what it remembers between sessions."""

from __future__ import annotations

from pathlib import Path


def state_file(name: str, path: Path | None = None) -> Path:
    """Return the path of a file in the user's state directory, or `path` in its place.

    Raises `OSError` where that is no absolute path: the user has no directory.
    """
    if path is None:
        # Imported here: a start that remembers nothing need not know.
        from platformdirs import user_state_path

        path = user_state_path("summit-tui", appauthor=False) / name
    if not path.is_absolute():
        raise NotADirectoryError(str(path))
    return path
