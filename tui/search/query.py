"""The bare words of a query, safe for any string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui.text.words import Word, words

MOST_WORDS: Final = 100
MOST_CHARACTERS: Final = 10_000


@dataclass(frozen=True, slots=True)
class BareWords:
    """Words remembered badly, with their offsets in `text`.

    `unfinished` says whether the last word may still be being typed: nothing follows it.
    """

    text: str
    words: tuple[Word, ...]
    unfinished: bool
    notices: tuple[str, ...] = ()


def read_words(text: str, *, unfinished: bool = True) -> BareWords:
    """Return the words of any string, the first 100 of its first 10,000 characters; notices say what was left out.

    When it is not `unfinished` its last word is a whole one, whether anything follows it or not.
    """
    found = words(text[:MOST_CHARACTERS])
    notices = []
    if len(text) > MOST_CHARACTERS:
        notices.append(f"the query was cut to its first {MOST_CHARACTERS:,} characters")
    if len(found) > MOST_WORDS:
        notices.append(f"the query was cut to its first {MOST_WORDS} words")
    begun = unfinished and bool(found) and found[-1].end == len(text) and len(found) <= MOST_WORDS
    return BareWords(text, tuple(found[:MOST_WORDS]), begun, tuple(notices))
