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


class Narrowing(Protocol):
    """Looks up what fields say of wordings. Fields are those of the query language, by their names."""

    def having(self, field: str, values: Sequence[str]) -> Masks:
        """Return the wordings that have any of the values: an id, a code, or words of a name, case set aside."""
        ...

    def dated(self, ranges: Sequence[tuple[dt.date, dt.date]]) -> Masks:
        """Return the wordings whose statement, or where it has no date its summit, may be of a day in any range."""
        ...

    def days(self) -> Sequence[Array]:
        """Return for each segment the first day that each wording may be of, as its ordinal (int32); 0 for none."""
        ...

    def values(self, field: str, prefix: str, most: int) -> list[Count]:
        """Return values of a field that go on from `prefix`, in their id or name, the most frequent first."""
        ...

    def counts(self, field: str, wordings: Masks, most: int) -> list[Count]:
        """Return how many of the wordings meant have each value of a field, the most frequent first; `year` too."""
        ...
