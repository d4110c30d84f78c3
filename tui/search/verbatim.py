"""What stands word for word as it was typed, signs and all: those clauses come first, whatever the signs may mean.

A passage that is pasted with its quotation marks, or a row of a table with its bars, reads as a query with phrases
and alternatives. A clause that holds all its words in a row answers that query too, and is what was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.index.arrays import Array
from tui.search.candidates import first_clauses
from tui.search.language.tree import ExactWord, Fuzzy, FuzzyPhrase, Near, Phrase, Query
from tui.search.rank import AS_WRITTEN, Match
from tui.search.results import Hit
from tui.search.segments import SegmentSearcher
from tui.text.words import words

_OF_WORDS: Final = (Fuzzy, ExactWord, Phrase, Near, FuzzyPhrase)
_FEWEST: Final = 3


def verbatim(
    query: str, asked: Query, segments: Sequence[SegmentSearcher], allowed: Sequence[Array | None], most: int
) -> list[Hit]:
    """Return clauses, `most` of them, that hold all words of a query in a row, when they are more than bare words.

    None where something is excluded, a field is asked for, or an order: what answers that is told otherwise.
    """
    alternatives = [one for group in asked.groups for one in group.alternatives]
    if len(alternatives) < 2 or asked.sort is not None:
        return []
    if any(one.negated or not isinstance(one.atom, _OF_WORDS) for one in alternatives):
        return []
    typed = [word.folded for word in words(query)]
    if len(typed) < _FEWEST:
        return []
    hits: list[Hit] = []
    for segment, wanted in zip(segments, allowed, strict=True):
        numbers = [segment.index.number(word) for word in typed]
        places = segment.index.places(numbers)
        for clause in first_clauses(segment.index, places, most - len(hits), segment.allowed(wanted)):
            first = segment.index.text(clause).index("".join(map(chr, numbers)))
            lit = tuple(range(first, first + len(numbers)))
            hits.append(segment.hit(clause, Match(AS_WRITTEN, 0.0, lit, lit[0], lit[-1])))
    return hits


def put_first(first: Sequence[Hit], others: Sequence[Hit], most: int) -> tuple[Hit, ...]:
    """Return `first` and then the others, each clause once."""
    known = {hit.number for hit in first}
    return (*first, *(hit for hit in others if hit.number not in known))[:most]
