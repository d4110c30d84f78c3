"""Where else words of a quotation stand: the longest runs of them in documents' own words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice
from typing import Final, NamedTuple

from tui.search.engine import Searcher
from tui.study.card import Voice
from tui.study.verify.extract import Extract, Wording
from tui.study.verify.quotation import Quotation
from tui.text.words import standing

_LEAST: Final = 4
"""Fewer words side by side stand in too many places to tell of any."""
_PART: Final = 0.5
"""A run has so great a part of the quotation's words at least."""
_SEARCHED: Final = 200
"""Of a long quotation the runs begin among its first words, so many of them."""
_LOOKED_AT: Final = 20


class Beside(NamedTuple):
    """A wording, and where in its text a run of the quotation's words stands: `[start, end)`."""

    wording: Wording
    start: int
    end: int


def beside(quotation: Quotation, searcher: Searcher, known: Container[str], most: int) -> Iterator[Beside]:
    """Yield where the longest runs of a quotation's words stand in documents' own words, `most` places, each a clause.

    A run is of half the quotation's words or more. Clauses whose address is `known` are left out.
    """
    yield from islice(_places(quotation, searcher, known), most)


def _places(quotation: Quotation, searcher: Searcher, known: Container[str]) -> Iterator[Beside]:
    asked = [word.folded for word in quotation.words[:_SEARCHED]]
    seen: set[str] = set()
    for length, first in _runs(asked, searcher, max(_LEAST, _PART * len(quotation.words))):
        run = asked[first : first + length]
        for hit in searcher.standing(run, limit=_LOOKED_AT)[0]:
            address = hit.clause.address
            if address in known or address in seen:
                continue
            wording = Wording(hit.clause, hit.clause.reading)
            place = _own(wording, run)
            if place is not None:
                seen.add(address)
                yield Beside(wording, *place)


def _runs(asked: list[str], searcher: Searcher, least: float) -> list[tuple[int, int]]:
    """Return the runs that stand somewhere, each its length and its first word, the longest first."""
    found: list[tuple[int, int]] = []
    first = end = 0
    while first < len(asked):
        length = searcher.longest_run(asked, first)
        # One that ends where an earlier one does is a part of that one.
        if length >= least and first + length > end:
            found.append((length, first))
        end = max(end, first + length)
        first += 1
    return sorted(found, key=lambda run: -run[0])


def _own(wording: Wording, run: list[str]) -> tuple[int, int] | None:
    """Return where a run stands in a wording, all of it in the document's own words; None where it does not so."""
    extract = Extract([wording])
    for first in standing(run, extract.folded):
        last = first + len(run) - 1
        if all(voice is Voice.DOCUMENT for voice in extract.voices[first : last + 1]):
            return extract.words[first].start, extract.words[last].end
    return None
