"""What was asked: the words of a query, safe for any string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui.text.words import Word, words

MOST_WORDS: Final = 100
MOST_CHARACTERS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a query with their offsets in `text`.

    `unfinished` says whether the last word may still be being typed: nothing follows it.
    """

    text: str
    words: tuple[Word, ...]
    unfinished: bool
    notices: tuple[str, ...] = ()


def read_query(text: str) -> Query:
    """Return the words of any string, the first 100 of its first 10,000 characters; notices say what was left out."""
    found = words(text[:MOST_CHARACTERS])
    notices = []
    if len(text) > MOST_CHARACTERS:
        notices.append(f"the query was cut to its first {MOST_CHARACTERS:,} characters")
    if len(found) > MOST_WORDS:
        notices.append(f"the query was cut to its first {MOST_WORDS} words")
    if not found:
        notices.append("nothing to search for: the query has no letters or digits")
    unfinished = bool(found) and found[-1].end == len(text) and len(found) <= MOST_WORDS
    return Query(text, tuple(found[:MOST_WORDS]), unfinished, tuple(notices))
