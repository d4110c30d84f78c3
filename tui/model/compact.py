"""Frozen records that are quick to send: a pickle of one is its class and what its fields hold, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Compact:
    """A base for frozen dataclasses of two fields or more.

    What dataclasses with slots do by themselves, a list of the fields' values set one by one in Python, takes
    longer than reading the record anew.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        kind: Any = type(self)
        return kind, _values_of(kind)(self)


@cache
def _values_of(record: Any) -> Callable[[object], tuple[object, ...]]:
    """Return what takes the values of the fields from a record of a class, in the order of its constructor."""
    getter: Callable[[object], tuple[object, ...]] = attrgetter(*(field.name for field in fields(record)))
    return getter
