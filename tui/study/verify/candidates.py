"""Where a quotation may come from: the wordings that a search finds for it, or for parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from tui.search.cancel import Cancelled
from tui.search.engine import Searcher
from tui.search.results import Hit
from tui.study.verify.extract import Wording
from tui.study.verify.quotation import Kind, Quotation

_HITS: Final = 10
_FURTHER: Final = 4
_WHOLE: Final = 60
"""A quotation of more words is searched for in parts."""
_PART: Final = 30
_PARTS: Final = 6
_LEAST: Final = 3
_RUNS: Final = 3
_SHARED: Final = 2
_SHARING: Final = 200


def candidates(quotation: Quotation, searcher: Searcher, cancelled: Cancelled) -> Iterator[Wording]:
    """Yield the wordings that a quotation may come from, the likeliest first. Raises `SearchCancelled`."""
    found: set[tuple[str, str, str]] = set()
    for number, words in enumerate(_probes(quotation)):
        # What follows the last word says that it is a whole one.
        limit = _FURTHER if number else _HITS
        for wording in _wordings(searcher.search(f"{words} ", limit=limit, cancelled=cancelled).hits):
            if wording.whole_key not in found:
                found.add(wording.whole_key)
                yield wording


def _probes(quotation: Quotation) -> Iterator[str]:
    words = [word.folded for word in quotation.words]
    if len(words) <= _WHOLE:
        yield " ".join(words)
        pieces = [[one.folded for one in piece if one.kind is not Kind.INSERTED] for piece in quotation.pieces()]
        if len(pieces) > 1:
            yield from islice((" ".join(piece) for piece in pieces if len(piece) >= _LEAST), _PARTS)
        return
    last = len(words) - _PART
    for number in range(_PARTS):
        first = last * number // (_PARTS - 1)
        yield " ".join(words[first : first + _PART])


def sharing(quotation: Quotation, searcher: Searcher) -> Iterator[Wording]:
    """Yield wordings that share the longest runs of words with a quotation, however common its words are."""
    words = [word.folded for word in quotation.words[:_SHARING]]
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(words):
        length = searcher.longest_run(words, first)
        if length >= _SHARED:
            found.append((length, first))
        first += max(length, 1)
    for length, first in sorted(found, reverse=True)[:_RUNS]:
        yield from _wordings(searcher.standing(words[first : first + length], limit=_FURTHER)[0])


def telling(quotation: Quotation, searcher: Searcher) -> Iterator[Wording]:
    """Yield wordings that share a telling word with a quotation, the rarest first."""
    for word in searcher.telling(word.folded for word in quotation.words)[:_RUNS]:
        yield from _wordings(searcher.standing([word], limit=_FURTHER)[0])


def exact(quotation: Quotation, searcher: Searcher, most: int) -> tuple[list[Wording], int]:
    """Return wordings, `most` of them, that have all words of a quotation in a row, and how many do, or at least do.

    Only what case, accents and signs are set aside for is still to be compared.
    """
    hits, total = searcher.standing([word.folded for word in quotation.words], limit=most)
    return list(_wordings(hits)), total


def _wordings(hits: Iterable[Hit]) -> Iterator[Wording]:
    """Yield what was found, each clause in the wording that was."""
    for hit in hits:
        yield Wording(hit.clause, hit.clause.reading)
