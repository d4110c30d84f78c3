"""A quotation of one word: it can be counted, not proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.study.verify.answer import Answer, Place, Verdict
from tui.text.words import words

if TYPE_CHECKING:
    from tui.search.engine import Searcher

_LISTED = 20


def short(text: str, said: str, searcher: Searcher) -> Answer:
    """Return how often a quotation of one word was found, or that there is none in what it says."""
    held = words(said)
    if not held:
        return Answer(text, Verdict.TOO_SHORT)
    times, wordings = searcher.occurrences(held[0].folded)
    if not times:
        return Answer(text, Verdict.NOT_FOUND)
    hits, _ = searcher.standing([held[0].folded], limit=_LISTED)
    places = tuple(Place(hit.clause, hit.clause.reading, *hit.passage) for hit in hits)
    return Answer(text, Verdict.TOO_SHORT, others=places, more=wordings - len(places), found=times)
