"""What a search hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.model.records import Clause
from tui.search.language.tree import Query
from tui.text.counting import counted

if TYPE_CHECKING:
    # The first paint does without arrays.
    from tui.index.narrowing import Masks

Span = tuple[int, int]

_UNASKED: Final = Query()
_MOMENT: Final = 0.001
_NAMED: Final = 3


@dataclass(frozen=True)
class Hit:
    """A clause that was found, and why. `number` is its place among all that were searched.

    `score` is 0.0 to 100.0, to one decimal; 100.0 is for bare words as written and nothing else, or for every hit of
    a query without bare words. Offsets are `[start, end)` in code points of `clause.reading.text`. `spans` are sorted
    and disjoint and hold exactly the words that matched, neighbours joined, and what patterns matched; there are none
    where only fields, or what is not there, were asked for. `passage` reaches from the first to the last matched word
    of the best passage; words that tell something and are not in it, or that were asked for without the others near,
    may be lit outside it. Without bare words it is the first of the spans, `(0, 0)` where there are none. The clause
    itself is read by `read` when it is first asked for.
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


class Lit(NamedTuple):
    """Of a clause, the positions of words that light, in order, and what patterns match, `[start, end)`."""

    words: Sequence[int] = ()
    matched: Sequence[Span] = ()


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
    """Hits, the best first, or as sorted; `total` counts those found before the limit. `notices` are for the reader.

    `counted` says whether `total` is the whole truth; where it is not, there are at least so many. `asked` is the
    query as it was searched for, `narrowed` says by what else than bare words, and `seconds` is the time it took.
    `matching` are all that were found, where that is an exact set: without bare words, and with no pattern given up.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    also: tuple[Also, ...] = ()
    notices: tuple[str, ...] = ()
    counted: bool = True
    asked: Query = _UNASKED
    narrowed: tuple[str, ...] = ()
    seconds: float = 0.0
    matching: Masks | None = field(default=None, compare=False, repr=False)

    @property
    def count(self) -> str:
        """How many hits there are, for a reader; where they were not all counted, that is said."""
        shown = len(self.hits)
        if self.counted:
            return counted(shown, "hit") if shown == self.total else f"first {shown:,} of {self.total:,} hits"
        if self.total > shown:
            return f"first {shown:,} of at least {self.total:,} hits"
        return f"the best {shown:,} hits" if self.asked.fuzzy else f"at least {counted(shown, 'hit')}"

    @property
    def time(self) -> str:
        """How long it took, for a reader: `3 ms`, `1.2 s`."""
        if self.seconds < _MOMENT:
            return "<1 ms"
        return f"{self.seconds * 1000:.0f} ms" if self.seconds < 1 else f"{self.seconds:.1f} s"

    @property
    def narrowing(self) -> str:
        """By what it was narrowed, for a reader: `narrowed by person, date`; nothing where it was not."""
        named = ", ".join(self.narrowed[:_NAMED])
        more = f" and {len(self.narrowed) - _NAMED} more" if len(self.narrowed) > _NAMED else ""
        return f"narrowed by {named}{more}" if named else ""

    @property
    def more(self) -> bool:
        """Whether a higher limit shows more hits than these."""
        return self.total > len(self.hits) or not (self.counted or self.asked.fuzzy is None)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
