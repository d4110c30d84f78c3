"""A sequence made from another, an item at a time as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class Lazily(Sequence[_Out], Generic[_In, _Out]):
    """`make(item)` for every item of `items`. A list on the screen asks for a few of a million."""

    def __init__(self, items: Sequence[_In], make: Callable[[_In], _Out]) -> None:
        self._items = items
        self._make = make

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> _Out: ...

    @overload
    def __getitem__(self, place: slice) -> Lazily[_In, _Out]: ...

    def __getitem__(self, place: int | slice) -> _Out | Lazily[_In, _Out]:
        if isinstance(place, slice):
            return Lazily(self._items[place], self._make)
        return self._make(self._items[place])
