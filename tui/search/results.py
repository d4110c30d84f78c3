"""What a search hands back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from tui.model.records import Clause
from tui.text.counting import counted

Span = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """A clause that was found, and why. `number` is its place among all that were searched.

    `score` is 0.0 to 100.0, to one decimal; 100.0 is for the query as written and nothing else. Offsets are
    `[start, end)` in code points of `clause.reading.text`. `spans` are sorted and disjoint and hold exactly the
    words that matched, neighbours joined. `passage` reaches from the first to the last matched word of the best
    passage; words that tell something and are not in it, or that were asked for without the others near, may be lit
    outside it. The clause itself is read by `read` when it is first asked for.
    """

    number: int
    read: Callable[[], Clause] = field(compare=False, repr=False)
    score: float
    spans: tuple[Span, ...]
    passage: Span

    @cached_property
    def clause(self) -> Clause:
        """The clause, in the wording that was found."""
        return self.read()


@dataclass(frozen=True, slots=True)
class Also:
    """An alias that widened the query: `name` as it stands in the query, `names` what was searched as well."""

    name: str
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """The alias for a reader: `Daesh, also: ISIS, ISIL`."""
        return f"{self.name}, also: {', '.join(self.names)}"


@dataclass(frozen=True, slots=True)
class Results:
    """Hits, the best first; `total` counts those found before the limit. `notices` are sentences for the reader.

    `counted` says whether `total` is the whole truth; where it is not, there are at least so many.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    also: tuple[Also, ...] = ()
    notices: tuple[str, ...] = ()
    counted: bool = True

    @property
    def count(self) -> str:
        """How many hits there are, for a reader; where they were not all counted, that is said."""
        shown = len(self.hits)
        if not self.counted:
            return f"first {shown:,} of over {self.total:,} hits" if self.total > shown else f"the best {shown:,} hits"
        return counted(shown, "hit") if shown == self.total else f"first {shown:,} of {self.total:,} hits"

    @property
    def more(self) -> bool:
        """Whether there are more hits than these."""
        return self.total > len(self.hits) or not self.counted
