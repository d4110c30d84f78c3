"""A part of what is searched: some clauses with their text index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.index.arrays import Array
from tui.index.drafts import draft
from tui.index.text_index import TextIndex, index_arrays
from tui.model.records import Clause


@dataclass(frozen=True, slots=True)
class Segment:
    """A text index, and the clauses whose words it holds, by number, each in the wording that was indexed.

    `alive` (bool, one a clause) says which of them still stand in their files; None when all do. `release` gives back
    the memory that reading them took.
    """

    index: TextIndex
    clause: Callable[[int], Clause]
    alive: Array | None = None
    release: Callable[[], None] = lambda: None


def segment_of(clauses: Sequence[Clause]) -> Segment:
    """Return the segment of clauses that are in memory, each in the rendering that is read first."""
    arrays = index_arrays(draft(clause.reading.text for clause in clauses))
    return Segment(TextIndex(arrays, lambda number: clauses[number].reading.text), clauses.__getitem__)
