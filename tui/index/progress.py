"""How compiling is followed, and given up."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many files of how many have been compiled."""


class CompileCancelled(Exception):  # noqa: N818 - it is no error
    """Compiling was given up; what was compiled before stands."""


def nobody(_done: int, _files: int) -> None:
    """Tell nobody of progress."""


def never() -> bool:
    """Return False: this compilation is not cancelled."""
    return False
