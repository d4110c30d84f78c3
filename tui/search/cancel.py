"""Giving up a search that nobody waits for any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Cancelled = Callable[[], bool]
_Item = TypeVar("_Item")


class SearchCancelled(Exception):  # noqa: N818 - it is no error
    """The search was given up because a newer one took its place."""


def never() -> bool:
    """Return False: this search is not cancelled."""
    return False


def watched(items: Iterable[_Item], cancelled: Cancelled, every: int = 1) -> Iterator[_Item]:
    """Yield `items`, asking before the first and then before each `every`th whether to go on.

    Raises `SearchCancelled` when `cancelled()` says so.
    """
    for number, item in enumerate(items):
        if number % every == 0 and cancelled():
            raise SearchCancelled
        yield item
