"""Texts as the tree holds them, and values as they are written after `field:`."""

from __future__ import annotations

import re
from typing import Final

from tui.model.dates import DateError
from tui.search.language.date_range import DateRange, begun
from tui.search.language.fields import FIELDS
from tui.search.language.scan import QUOTES
from tui.text.words import words

_NEEDS_QUOTES: Final = re.compile(rf"[\s|,{QUOTES}]")
_ANY_QUOTE: Final = re.compile(f"[{QUOTES}]")


def trimmed(text: str) -> str:
    """Return `text` from its first word to its last with single spaces; empty when it holds no word."""
    found = words(text)
    return " ".join(text[found[0].start : found[-1].end].split()) if found else ""


def unquoted(text: str) -> str:
    """Return `text` with single spaces in place of white space and of marks that would close a quotation."""
    return " ".join(_ANY_QUOTE.sub(" ", text).split())


def canonical_value(field: str, value: str) -> str | None:
    """Return a value of a known field as the tree holds it, or None when the field cannot have it.

    A closed field's is one of its own; a date is a range; any other must hold a word.
    """
    if FIELDS[field].values is not None:
        return FIELDS[field].known(value)
    if field == "date":
        try:
            return DateRange.parse(value).text
        except DateError:
            return None
    return unquoted(value) if words(value) else None


def values_meant(field: str, value: str, *, unfinished: bool) -> tuple[str, ...]:
    """Return the values of a known field, as the tree holds them, that a value stands for; none when it has none such.

    One that is `unfinished` stands for the date so far, or for the closed values that begin so. Whether an open one is
    whole, only who knows its values can tell: it stays as it is.
    """
    if (whole := canonical_value(field, value)) is not None:
        return (whole,)
    if not unfinished:
        return ()
    if field == "date":
        return (so_far.text,) if (so_far := begun(value)) else ()
    found = FIELDS[field].beginning(value)
    return found[:1] if field == "sort" else found


def written_value(value: str) -> str:
    """Return a value as it is written after `field:`, in quotes where it needs them."""
    value = unquoted(value)
    return f'"{value}"' if _NEEDS_QUOTES.search(value) else value
