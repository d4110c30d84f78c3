"""What is being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Group:
    """Summits and statements (keys) that a calendar puts together, of any collections; `name` is a year or a series."""

    name: str
    summits: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is being read: everything, or what a collection, summit or statement holds, or a participant's part of it.

    Each field is None or a key (a collection's is its id). A narrower field overrides the wider ones; a group is what
    is wider than a summit in a calendar.
    """

    collection: str | None = None
    summit: str | None = None
    statement: str | None = None
    participant: str | None = None
    group: Group | None = None


EVERYTHING: Final = Scope()
