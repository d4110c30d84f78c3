"""What is offered while a query is typed: fields by the beginning of their name, values after `field:`, verifying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.index.narrowing import Count, Narrowing
from tui.search.language.complete import Completions, Value, Values, complete
from tui.search.language.values import canonical_value
from tui.text.words import words

MOST: Final = 6
"""How many offers are made."""

LONGEST: Final = 1_000
"""Code points of a text to which something is offered: nobody types a longer one by hand."""

_QUOTED: Final = 6
"""So many words side by side are rather somebody's than a search."""

_LEAST_LETTERS: Final = 2
_SPARE: Final = 4
_YEARS: Final = 200


def offered(text: str, cursor: int, values: Values) -> Completions:
    """Return what is offered at `cursor`: at most `MOST` offers, each of which changes the text.

    Fields are offered for two letters or more at the end of a word, so that plain words are left alone as far as can
    be; values only after `field:`.
    """
    nothing = Completions(cursor, cursor)
    if len(text) > LONGEST:
        return nothing
    found = complete(text, cursor, values)
    if text[found.start - 1 : found.start] not in (":", ","):
        begun = text[found.start : cursor]
        if len(begun) < _LEAST_LETTERS or not begun.isalpha() or found.end != cursor:
            return nothing
    telling = [offer for offer in found.offers if found.applied(text, offer)[0] != text]
    return replace(found, offers=tuple(telling[:MOST]))


def words_quoted(text: str) -> int:
    """Return how many words a text has, where they may be a quotation; else 0. What names a field is no word.

    Typed or pasted makes no difference: many terminals paste as if it were typed.
    """
    prose = [word for word in text.split() if ":" not in word[:-1]]
    if len(prose) < _QUOTED and len(text) <= LONGEST:
        # Scripts without spaces, dashes without any.
        return count if (count := sum(len(words(word)) for word in prose)) >= _QUOTED else 0
    return len(prose) if len(prose) >= _QUOTED else 0


def values_in(narrowing: Narrowing) -> Values:
    """Return what looks values up in the collections that are open; it may take a while in large ones."""

    def values(field: str, prefix: str) -> Sequence[Value]:
        counts = _years(narrowing, prefix) if field == "date" else narrowing.values(field, prefix, MOST + _SPARE)
        offers = {count.value: Value(count.value, _about(count)) for count in counts}
        # What no query can ask for is not offered.
        return [value for value in offers.values() if canonical_value(field, value.text) is not None]

    return values


def _years(narrowing: Narrowing, prefix: str) -> list[Count]:
    return [count for count in narrowing.counts("year", narrowing.standing(), _YEARS) if count.value.startswith(prefix)]


def _about(count: Count) -> str:
    number = f"{count.wordings:,}"
    return number if count.name == count.value else f"{count.name} {number}"
