"""Which records stand in several open collections: each thing is counted and gathered once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tui.index.lazy import Lazy


class Sameness:
    """The records of one kind that are declared the same, in groups: it does not matter which one declares it.

    `pairs` are keys that are the same; `has` tells whether a key is open; `order` gives collections (ids) their places.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]], has: Callable[[str], bool], order: Mapping[str, int]) -> None:
        groups: dict[str, set[str]] = {}
        for one, other in pairs:
            if has(one) and has(other):
                joined = groups.get(one, {one}) | groups.get(other, {other})
                groups.update(dict.fromkeys(joined, joined))

        def place(key: str) -> tuple[int, str]:
            return order[key.partition("/")[0]], key

        self._groups = {key: tuple(sorted(group, key=place)) for key, group in groups.items()}

    @property
    def groups(self) -> list[tuple[str, ...]]:
        """Each group once, its keys in the order of their collections."""
        return list(dict.fromkeys(self._groups.values()))

    def all(self, key: str) -> tuple[str, ...]:
        """Return the keys of all records that are the same as one, with its own, in the order of their collections."""
        return self._groups.get(key, (key,))

    def first(self, key: str) -> str:
        """Return the key that stands for all that are the same."""
        return self.all(key)[0]

    def once(self, keys: Iterable[str]) -> list[str]:
        """Return the keys that stand for some, each once, in order."""
        return list(dict.fromkeys(map(self.first, keys)))

    def repeated(self, records: Lazy[Any]) -> list[int]:
        """Return the places of the records in a sequence that stand there a second time."""
        found = []
        for group in self.groups:
            places = [place for key in group if (place := records.place(key)) is not None]
            found += sorted(places)[1:]
        return sorted(found)

    def count(self, records: Lazy[Any]) -> int:
        """Return how many things the records of a sequence are."""
        return len(records) - len(self.repeated(records))
