"""Sequences that read an item when it is asked for: a million clauses cost nothing until they are looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar, overload

_Item = TypeVar("_Item", covariant=True)


class Lazy(Sequence[_Item], Generic[_Item]):
    """`length` items, each read by `read` from its place; `find` tells the place of the one with a key, or None."""

    def __init__(self, length: int, read: Callable[[int], _Item], find: Callable[[str], int | None]) -> None:
        self._length = length
        self._read = read
        self._find = find

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> _Item: ...

    @overload
    def __getitem__(self, place: slice) -> list[_Item]: ...

    def __getitem__(self, place: int | slice) -> _Item | list[_Item]:
        if isinstance(place, slice):
            return [self._read(one) for one in range(*place.indices(self._length))]
        if not -self._length <= place < self._length:
            raise IndexError(place)
        return self._read(place % self._length)

    def __iter__(self) -> Iterator[_Item]:
        return map(self._read, range(self._length))

    def place(self, key: str) -> int | None:
        """Return the place of the item with this key; None where there is none."""
        return self._find(key)


def listed(items: Sequence[_Item], key: Callable[[_Item], str]) -> Lazy[_Item]:
    """Return items that are there already."""

    def find(wanted: str) -> int | None:
        return next((place for place, item in enumerate(items) if key(item) == wanted), None)

    return Lazy(len(items), items.__getitem__, find)


def keyed(keys: Sequence[str], read: Callable[[str], _Item]) -> Lazy[_Item]:
    """Return the items that have these keys."""
    return Lazy(len(keys), lambda place: read(keys[place]), lambda key: keys.index(key) if key in keys else None)


def chained(parts: Sequence[Lazy[_Item]]) -> Lazy[_Item]:
    """Return several sequences as one."""
    if len(parts) == 1:
        return parts[0]
    firsts = [0, *accumulate(map(len, parts))]

    def read(place: int) -> _Item:
        part = bisect_right(firsts, place) - 1
        return parts[part][place - firsts[part]]

    def find(key: str) -> int | None:
        for first, part in zip(firsts, parts, strict=False):
            if (place := part.place(key)) is not None:
                return first + place
        return None

    return Lazy(firsts[-1], read, find)
