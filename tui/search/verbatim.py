"""What stands word for word as it was typed, signs and all: those clauses come first, whatever the signs may mean.

A passage that is pasted with its quotation marks, or a row of a table with its bars, reads as a query with phrases
and alternatives. A clause that holds all its words in a row answers that query too, and is what was meant. So is a
clause that is the query from end to end, even one whose dashes read as exclusions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.index.arrays import Array
from tui.search.candidates import findable, first_clauses
from tui.search.language.tree import ExactWord, Fuzzy, FuzzyPhrase, Near, Phrase, Query
from tui.search.rank import AS_WRITTEN, Match
from tui.search.segments import SegmentSearcher
from tui.text.words import words

_OF_WORDS: Final = (Fuzzy, ExactWord, Phrase, Near, FuzzyPhrase)
_FEWEST: Final = 3


def verbatim(
    query: str, asked: Query, segments: Sequence[SegmentSearcher], allowed: Sequence[Array | None], most: int
) -> dict[int, Match]:
    """Return clauses, `most` of them, that hold all words of a query in a row, when they are more than bare words.

    They are told by their numbers among all that are searched. Where something is excluded, a field is asked for, or
    an order, only those that are the query from end to end: what else answers that is told otherwise.
    """
    alternatives = [one for group in asked.groups for one in group.alternatives]
    typed = [word.folded for word in words(query)]
    if len(alternatives) < 2 or len(typed) < _FEWEST:
        return {}
    of_words = all(not one.negated and isinstance(one.atom, _OF_WORDS) for one in alternatives)
    whole = asked.sort is not None or not of_words
    found: dict[int, Match] = {}
    for segment, wanted in zip(segments, allowed, strict=True):
        numbers = [segment.index.number(word) for word in typed]
        room, may = most - len(found), segment.allowed(wanted)
        if whole:
            clauses = findable(segment.index.wholes(numbers), may)[:room].tolist()
        else:
            clauses = first_clauses(segment.index, segment.index.places(numbers), room, may)
        for clause in clauses:
            first = segment.index.text(clause).index("".join(map(chr, numbers)))
            lit = tuple(range(first, first + len(numbers)))
            found[segment.offset + clause] = Match(AS_WRITTEN, 0.0, lit, lit[0], lit[-1])
    return found
