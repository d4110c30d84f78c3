"""What a search hands back."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.records import Clause

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found, and why.

    `score` is 0.0 to 100.0, to one decimal; 100.0 is for the query as written and nothing else. Offsets are
    `[start, end)` in code points of `clause.reading.text`. `spans` are sorted and disjoint and hold exactly the
    words that matched, neighbours joined. `passage` reaches from the first to the last matched word of the best
    passage; words that tell something and are not in it, or that were asked for without the others near, may be lit
    outside it.
    """

    clause: Clause
    score: float
    spans: tuple[Span, ...]
    passage: Span


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
    """Hits, the best first; `total` counts those found before the limit. `notices` are sentences for the reader."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    also: tuple[Also, ...] = ()
    notices: tuple[str, ...] = ()
