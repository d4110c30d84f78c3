"""The bare words of a query, safe for any string."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.text.words import Word, kind, words

MOST_WORDS: Final = 100
MOST_CHARACTERS: Final = 10_000


@dataclass(frozen=True, slots=True)
class BareWords:
    """Words remembered badly, with their offsets in `text`.

    `unfinished` says whether the last word may still be being typed: nothing follows it. `unspaced` are the places,
    among the words, of characters that each count as a word and stand side by side, two or more: in Chinese, say, they
    are words only together.
    """

    text: str
    words: tuple[Word, ...]
    unfinished: bool
    notices: tuple[str, ...] = ()
    unspaced: tuple[range, ...] = ()


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
    kept = found[:MOST_WORDS]
    begun = unfinished and bool(found) and found[-1].end == len(text) and len(found) <= MOST_WORDS
    # A character that counts as a word becomes no other one.
    begun = begun and not _alone(text, kept[-1])
    return BareWords(text, tuple(kept), begun, tuple(notices), tuple(_unspaced(text, kept)))


def _unspaced(text: str, found: Sequence[Word]) -> Iterator[range]:
    if text.isascii():
        return
    first = 0
    for number in range(1, len(found) + 1):
        goes_on = number < len(found) and found[number].start == found[number - 1].end
        if not (goes_on and _alone(text, found[number]) and _alone(text, found[number - 1])):
            if number - first > 1:
                yield range(first, number)
            first = number


def _alone(text: str, word: Word) -> bool:
    return kind(text[word.start]) == "single"
