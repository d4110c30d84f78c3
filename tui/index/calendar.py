"""Summits and statements as a tree: by collection, by year, or by series.

A tree is made from what the tables say of order and days; no record is read for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from tui.index.scope import Group

UNDATED: Final = "Undated"
NO_SERIES: Final = "No series recorded"
_Name = tuple[int, int, str]
"""A group's name, after two numbers that put groups in order."""


class Grouping(Enum):
    """What summits stand under. The value is the word for it; a collection's is not said."""

    COLLECTION = ""
    YEAR = "by year"
    SERIES = "by series"

    @property
    def next(self) -> Grouping:
        """The grouping that comes after this one, the first after the last."""
        all_of_them = list(Grouping)
        return all_of_them[(all_of_them.index(self) + 1) % len(all_of_them)]


class Entry(NamedTuple):
    """A summit, or a statement with the `summit` (a key) it stands under. Days are ordinals, inclusive."""

    key: str
    is_summit: bool
    summit: str | None
    earliest: int | None
    latest: int | None
    series: str | None

    @property
    def listed_key(self) -> str:
        """What it is found by: a summit and a statement may have the same key."""
        return ("^" if self.is_summit else " ") + self.key


class Node(NamedTuple):
    """A row of a tree: its depth, the place after the last row below it, and the place of the row it stands under.

    `key` is `""` for everything there is, a collection's id, `=` and a group's name, or an entry's `listed_key`.
    """

    key: str
    depth: int
    end: int
    parent: int | None


class Tree:
    """Rows in their order, and the groups among them by name."""

    def __init__(self, nodes: Sequence[Node], groups: dict[str, Group]) -> None:
        self.nodes: Final = nodes
        self.groups: Final = groups
        self._places: Final = {node.key: place for place, node in enumerate(nodes)}

    def place(self, key: str) -> int | None:
        """Return the place of a row; None where there is none."""
        return self._places.get(key)

    def above(self, key: str) -> Iterator[str]:
        """Yield the keys of the rows that a row stands under, the nearest first."""
        place = self._places.get(key)
        while place is not None and (place := self.nodes[place].parent) is not None:
            yield self.nodes[place].key

    def branches(self) -> list[str]:
        """Return the keys of all rows with rows below them."""
        return [node.key for place, node in enumerate(self.nodes) if node.end > place + 1]

    def open_rows(self, folded: Container[str], kept: Callable[[str], bool] | None = None) -> list[int]:
        """Return the places of the rows that no folded row hides.

        `kept` tells of summits and statements whether they are wanted; what stands above a wanted row is kept with it,
        and nothing is folded then.
        """
        if kept is not None:
            return self._kept(kept)
        rows = []
        place = 0
        while place < len(self.nodes):
            rows.append(place)
            node = self.nodes[place]
            place = node.end if node.key in folded else place + 1
        return rows

    def _kept(self, kept: Callable[[str], bool]) -> list[int]:
        wanted: set[int] = set()
        for place, node in enumerate(self.nodes):
            if node.key[:1] in ("^", " ") and kept(node.key):
                above: int | None = place
                while above is not None and above not in wanted:
                    wanted.add(above)
                    above = self.nodes[above].parent
        return sorted(wanted)


def tree(collections: Sequence[tuple[str, Sequence[Entry]]], grouping: Grouping) -> Tree:
    """Return the tree of the entries of collections (by id), each collection's in the order of its listing.

    By collection, statements of no summit stand at its end. By year and series everything open stands together, in
    order of time: groups by year, series by name; what has no date or series, last.
    """
    if grouping is Grouping.COLLECTION:
        heads = [(name, _branches(entries)) for name, entries in collections]
        groups: dict[str, Group] = {}
    else:
        branches = [branch for _, entries in collections for branch in _branches(entries)]
        name_of = _year if grouping is Grouping.YEAR else _series
        heads, groups = _grouped(branches, name_of)
    nodes: list[Node] = []
    if groups or len(collections) != 1:
        only = collections[0][0] if len(collections) == 1 else ""
        nodes.append(Node(only, 0, 1, None))
    for key, below in heads:
        head = len(nodes)
        nodes.append(Node(key, 0, head + 1 + sum(map(len, below)), None))
        for branch in below:
            _add(nodes, branch, head)
    return Tree(nodes, groups)


def _add(nodes: list[Node], branch: list[Entry], head: int) -> None:
    first = len(nodes)
    nodes.append(Node(branch[0].listed_key, 1, first + len(branch), head))
    nodes += [Node(entry.listed_key, 2, place, first) for place, entry in enumerate(branch[1:], first + 2)]


def _branches(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Summits with their statements, and statements of no summit each on its own."""
    branches: list[list[Entry]] = []
    for entry in entries:
        under = not entry.is_summit and branches and branches[-1][0].is_summit and branches[-1][0].key == entry.summit
        if under:
            branches[-1].append(entry)
        else:
            branches.append([entry])
    return branches


def _grouped(
    branches: Iterable[list[Entry]], name_of: Callable[[Entry], _Name]
) -> tuple[list[tuple[str, list[list[Entry]]]], dict[str, Group]]:
    found: dict[_Name, list[list[Entry]]] = {}
    for branch in branches:
        found.setdefault(name_of(branch[0]), []).append(branch)
    heads, groups = [], {}
    for rank in sorted(found):
        name = rank[-1]
        below = sorted(found[rank], key=lambda branch: (branch[0].earliest is None, branch[0].earliest or 0))
        heads.append((f"={name}", below))
        entries = [entry for branch in below for entry in branch]
        groups[name] = Group(
            name,
            tuple(entry.key for entry in entries if entry.is_summit),
            tuple(entry.key for entry in entries if not entry.is_summit),
        )
    return heads, groups


def _series(entry: Entry) -> _Name:
    return (0, 0, entry.series) if entry.series else (1, 0, NO_SERIES)


def _year(entry: Entry) -> _Name:
    """Return a year's rank and name. A date that may be in several years, or has an open end, is given no one year."""
    if entry.earliest is None or entry.latest is None:
        return dt.MAXYEAR + 1, 0, UNDATED
    first, last = dt.date.fromordinal(entry.earliest), dt.date.fromordinal(entry.latest)
    if first == dt.date.min:
        return last.year, 0, f"until {last.year}"
    if last == dt.date.max:
        return first.year, dt.MAXYEAR, f"from {first.year}"
    return first.year, last.year, str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
