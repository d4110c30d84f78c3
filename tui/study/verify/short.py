"""A quotation of one word: it can be counted, not proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.study.verify.answer import Answer, Place, Verdict
from tui.text.words import words

if TYPE_CHECKING:
    from tui.search.cancel import Cancelled
    from tui.search.engine import Searcher

_LISTED = 20


def short(text: str, said: str, searcher: Searcher, cancelled: Cancelled) -> Answer:
    """Return how often a quotation of one word was found, or that there is none in what it says.

    Raises `SearchCancelled`.
    """
    held = words(said)
    if not held:
        return Answer(text, Verdict.NOT_FOUND, cautions=("there are no words in it",))
    results = searcher.search(f"'{held[0].folded}'", limit=_LISTED, cancelled=cancelled)
    if not results.total:
        return Answer(text, Verdict.NOT_FOUND)
    places = tuple(Place(hit.clause, hit.clause.reading, *hit.passage) for hit in results.hits)
    return Answer(text, Verdict.TOO_SHORT, others=places, more=results.total - len(places), found=results.total)
