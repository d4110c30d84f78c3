"""What a query's fields ask of an index, and what it answers: which wordings have a value, and which values there are.

Wordings are told by masks: for each segment, in the order in which a search goes through them, one bool a wording.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tui.index.arrays import Array

Masks = Sequence[Array]
"""For each segment, which of its wordings are meant (bool)."""


class Count(NamedTuple):
    """A value of a field: as a query writes it, as a reader calls it, and how many wordings have it."""

    value: str
    name: str
    wordings: int


class Meant(NamedTuple):
    """A value that there is: as a query writes it, and as a reader calls it."""

    value: str
    name: str


class Nearest(NamedTuple):
    """The value that is nearest to one that there is not; where none is, all that there are, if they are few."""

    value: str | None
    others: tuple[str, ...] = ()


class Narrowing(Protocol):
    """Looks up what fields say of wordings. Fields are those of the query language, by their names."""

    def having(self, field: str, values: Sequence[str]) -> Masks:
        """Return the wordings that have any of the values: an id, a code, or words of a name, case set aside.

        Records that are the same in several collections count as one.
        """
        ...

    def meant(self, field: str, value: str, *, unfinished: bool = False) -> Sequence[Meant]:
        """Return what a value of an open field means; nothing, where there is no such value.

        One that is `unfinished` means all that go on from it, unless it is whole: an id, a code or a name.
        """
        ...

    def nearest(self, field: str, value: str) -> Nearest:
        """Return what comes nearest to a value of an open field that means nothing."""
        ...

    def dated(self, ranges: Sequence[tuple[dt.date, dt.date]]) -> Masks:
        """Return the wordings whose statement, or where it has no date its summit, may be of a day in any range."""
        ...

    def standing(self) -> Masks:
        """Return all wordings that stand in the files; an index may hold others, of what the files said before."""
        ...

    def days(self) -> Sequence[Array]:
        """Return for each segment the first day that each wording may be of, as its ordinal (int32); 0 for none."""
        ...

    def values(self, field: str, prefix: str, most: int) -> list[Count]:
        """Return values of a field that go on from `prefix`, in their id or name, the most frequent first."""
        ...

    def counts(self, field: str, wordings: Masks, most: int) -> list[Count]:
        """Return how many of the wordings meant have each value of a field, the most frequent first; `year` too.

        They are as many as the value, or the year as a date, keeps of them.
        """
        ...
