"""Numbers as they are written: where what stands in a text is only a part of one, as 500 is of 1,500 and 5 of 2.5.

Thousands are grouped with a comma, a full stop, an apostrophe or a space, fractions stand behind a comma or a full
stop. A number with several stops that are not before groups of three is none (11.11.2017, section 3.2.1): of those the
parts are numbers of their own.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = re.compile(
    "(?<![0-9.,])(?:[0-9]{1,3}(?:[.,'’ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+[.,][0-9]+)"
    "(?![.,]?[0-9])"
)
_FARTHEST: Final = 24
"""How far before and behind a place the number that it stands in is looked for, in code points."""


def cuts_number(text: str, start: int, end: int) -> bool:
    """Whether `[start, end)` of `text`, in code points, begins or ends inside of a number."""
    return _inside(text, start) or _inside(text, end)


def _inside(text: str, place: int) -> bool:
    # The window begins between words, so that no number is cut by it.
    near = text[max(0, place - _FARTHEST) : place + _FARTHEST]
    at = min(place, _FARTHEST)
    return any(found.start() < at < found.end() for found in _NUMBER.finditer(near))
