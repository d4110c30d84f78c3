"""How a quotation begins and ends in an extract: inside of a word, or with another sign than stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.collection.proof import cuts_word
from tui.study.verify.examined import Compared
from tui.study.verify.extract import Extract
from tui.study.verify.quotation import ELLIPSIS, Kind, Quotation

_CLOSING: Final = "closing punctuation"
_ENDS: Final = ".,;:"
_TELLING_ENDS: Final = "?!"
_MARKS: Final = "\"'“”„‟«»‘’‚‛‹›)] \t\n"


def cut(extract: Extract, compared: Sequence[Compared]) -> str | None:
    """Return the expression of the extract that a stretch begins or ends inside of, or None."""
    for one in compared:
        for edge in (one.start, one.end):
            if one.start < one.end and cuts_word(extract.text, edge):
                return _expression(extract.text, edge)
    return None


def closing(quotation: Quotation, extract: Extract, last: Compared) -> Iterator[str]:
    """Yield that the quotation closes with another full stop, comma, colon or semicolon than the source has there."""
    tail = _tail(quotation)
    if tail and all(char in _ENDS for char in tail) and not _follows(extract, last.end, tail):
        yield _CLOSING


def wrong_end(quotation: Quotation, extract: Extract, last: Compared) -> str | None:
    """Return the question or exclamation mark that the quotation closes with and the source has not there."""
    tail = _tail(quotation)
    telling = [char for char in tail if char in _TELLING_ENDS]
    return telling[0] if telling and not _follows(extract, last.end, tail) else None


def _expression(text: str, place: int) -> str:
    start, end = place, place
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip(_MARKS + _ENDS + "[(")


def _tail(quotation: Quotation) -> str:
    """The sign that closes a quotation after its last word, without quotation marks and ellipses."""
    last = quotation.tokens[-1]
    after = "" if last.kind in (Kind.GAP, Kind.INSERTED) else quotation.text[last.end :]
    return ELLIPSIS.sub("", after).strip(_MARKS + "[")


def _follows(extract: Extract, place: int, tail: str) -> bool:
    return extract.text[place : place + len(tail) + 8].lstrip(_MARKS).startswith(tail)
