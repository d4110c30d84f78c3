"""A YAML file as a tree of strings, lists and mappings that knows where each value stands; nothing is guessed.

The values are a tree of their own, ready for the validator; beside it stands a tree of places, with a number for
each string and a `Branch` for each list or mapping. A `Node` is a value with its place, made for who asks.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Any, TypeAlias

from tui.model.records import Location

Value: TypeAlias = str | list["Value"] | dict[str, "Value"] | None
Below: TypeAlias = "list[Place] | dict[str, Place]"


class Lines:
    """Where the lines of one file begin: counted by line feeds, as editors count.

    The parser's own marks also count U+2028 and U+0085.
    """

    __slots__ = ("_starts", "file")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._starts = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))

    def position(self, index: int) -> tuple[int, int]:
        """Return the line and column, counted from 1, of a code point."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def location(self, index: int) -> Location:
        """Return where a code point stands."""
        return Location(self.file, *self.position(index))


class Branch:
    """Where a list or a mapping stands, and all that is in it. An index is in code points from the file's begin.

    `below` holds a place for each value, `keys` the index of each key of a mapping.
    """

    __slots__ = ("below", "extent", "index", "keys")

    def __init__(self, index: int, below: Below) -> None:
        self.index = index
        self.below = below
        self.keys: dict[str, int] = {}
        self.extent: tuple[int, int] | None = None

    def with_below(self, below: Below) -> Branch:
        """Return a branch at the same place with other values in it."""
        made = Branch(self.index, below)
        made.keys = self.keys
        return made


Place: TypeAlias = int | Branch
"""An index in code points, or a branch that has one."""


def extent(place: Place) -> tuple[int, int]:
    """Return how many values and keys there are from a place down, and in how many levels, aliases written out.

    It is remembered: what aliases of aliases hold is not gone through again.
    """
    if isinstance(place, int):
        return 1, 1
    if place.extent is None:
        inside = [extent(below) for below in (place.below.values() if isinstance(place.below, dict) else place.below)]
        weight = 1 + len(place.keys) + sum(weight for weight, _ in inside)
        place.extent = weight, 1 + max((height for _, height in inside), default=0)
    return place.extent


class Node:
    """A value and where it stands: a string, a list, a mapping, or None where the file says nothing."""

    __slots__ = ("lines", "place", "value")

    def __init__(self, value: Value, place: Place, lines: Lines) -> None:
        self.value = value
        self.place = place
        self.lines = lines

    @property
    def index(self) -> int:
        """The place in the file, in code points from 0."""
        return self.place if isinstance(self.place, int) else self.place.index

    @property
    def location(self) -> Location:
        """The place in the file."""
        line, column = self.position
        return Location(self.lines.file, line, column)

    @property
    def position(self) -> tuple[int, int]:
        """The line and the column, counted from 1."""
        place = self.place
        return self.lines.position(place if isinstance(place, int) else place.index)

    def key_location(self, key: str) -> Location:
        """Return where a key of a mapping stands; for a key it has not, where the mapping does."""
        place = self.place
        index = self.index if isinstance(place, int) else place.keys.get(key, place.index)
        return self.lines.location(index)

    def at(self, *path: str | int) -> Node:
        """Return the node at `path` below this one, or the deepest one on the way to it that is there."""
        value: Any = self.value
        place: Any = self.place
        for step in path:
            # A place that is a number has nothing below it. Asking first, at each step, takes longer than reading.
            try:
                value, place = value[step], place.below[step]
            except (AttributeError, IndexError, KeyError, TypeError):
                break
        return Node(value, place, self.lines)

    def child(self, key: str) -> Node | None:
        """Return what a mapping holds under `key`, or None."""
        found = step_below(self.value, self.place, key)
        return None if found is None else Node(*found, self.lines)

    def items(self) -> list[Node]:
        """Return the items of a list; nothing for anything else."""
        if isinstance(self.value, list) and isinstance(self.place, Branch) and isinstance(self.place.below, list):
            lines = self.lines
            return [Node(value, place, lines) for value, place in zip(self.value, self.place.below, strict=True)]
        return []

    def without(self, key: str) -> Node:
        """Return a mapping without what it holds under `key`."""
        if not isinstance(self.value, dict):
            return self
        return Node({name: value for name, value in self.value.items() if name != key}, self.place, self.lines)


def step_below(value: Value, place: Place, step: str | int) -> tuple[Value, Place] | None:
    """Return the value and the place that are one step below, or None where nothing is."""
    if not isinstance(place, Branch):
        return None
    if isinstance(value, dict) and isinstance(place.below, dict):
        return (value[step], place.below[step]) if isinstance(step, str) and step in value else None
    if isinstance(value, list) and isinstance(place.below, list) and isinstance(step, int) and step < len(value):
        return value[step], place.below[step]
    return None
