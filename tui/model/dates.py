"""Dates as people know them: EDTF (ISO 8601-2:2019), levels 0 and 1, for the years 0001 to 9999.

Taken: `2017`, `2017-11`, `2017-11-11`, a time of day with its zone (`2017-11-11T14:30+07:00`), seasons
(`2017-22`), unspecified digits (`201X`, `2017-XX`, `2017-11-XX`), the qualifiers `?` (uncertain), `~`
(approximate) and `%` (both), and intervals of these with `/`, where `..` is an open end and nothing an
unknown one. Years outside 0001 to 9999 are not.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_DATE: Final = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_MOMENT: Final = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)",
    re.ASCII,
)
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_QUALIFIERS: Final = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
EXPECTED: Final = "a date such as 2017, 2017-11, 2017-11-11, 2017-11-10/2017-11-11 or 2017-11~ (EDTF levels 0 and 1)"


class DateError(ValueError):
    """The text is not an EDTF date of levels 0 and 1. `reason` says what is wrong with one that looks like a date."""

    def __init__(self, found: str, reason: str | None = None) -> None:
        super().__init__(f"found {found!r}{f', {reason}' if reason else ''}; expected {EXPECTED}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written, and the days it may cover.

    `text` is what the file says. `earliest` and `latest` are inclusive; `date.min` and `date.max` stand for
    an open or unknown end. Seasons are those of the northern hemisphere, winter counted to the year's end.
    """

    text: str
    earliest: dt.date
    latest: dt.date
    qualifiers: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """Return the date that `text` writes.

        Raises `DateError`, with what was found and what was expected, when it writes none.
        """
        if "/" not in text:
            return cls(text, *_single(text))
        start, _, end = text.partition("/")
        if start in ("", "..") and end in ("", ".."):
            raise DateError(text, "an interval without a date")
        earliest, _, before = _end(start, dt.date.min)
        _, latest, after = _end(end, dt.date.max)
        if earliest > latest:
            raise DateError(text, "an interval that ends before it begins")
        return cls(text, earliest, latest, tuple(dict.fromkeys(before + after)))

    @property
    def label(self) -> str:
        """The date for a reader: as written, with any qualifier in words."""
        if not self.qualifiers:
            return self.text
        return f"{self.text.translate(str.maketrans('', '', '?~%'))} ({', '.join(self.qualifiers)})"


def _end(text: str, otherwise: dt.date) -> tuple[dt.date, dt.date, tuple[str, ...]]:
    return (otherwise, otherwise, ()) if text in ("", "..") else _single(text)


def _single(text: str) -> tuple[dt.date, dt.date, tuple[str, ...]]:
    moment = _MOMENT.fullmatch(text)
    found = _DATE.fullmatch(moment["date"] if moment else text)
    if not found:
        raise DateError(text)
    year, month, day = found["year"], found["month"], found["day"]
    try:
        if "X" in year and month not in (None, "XX"):
            raise ValueError("a known month in an unknown year")
        earliest, latest = _bounds(year, month, day)
    except ValueError as error:
        raise DateError(text, str(error)) from None
    qualifier = found["qualifier"]
    return earliest, latest, (_QUALIFIERS[qualifier],) if qualifier else ()


def _bounds(year: str, month: str | None, day: str | None) -> tuple[dt.date, dt.date]:
    first_year, last_year = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if year == "0000":
        raise ValueError("there is no year 0000")
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("a known day in an unknown month")
        return dt.date(first_year, 1, 1), dt.date(last_year, 12, 31)
    number = int(month)
    if number in _SEASONS and day is None:
        first, last = _SEASONS[number]
        return dt.date(first_year, first, 1), dt.date(last_year, last, calendar.monthrange(last_year, last)[1])
    if not 1 <= number <= 12:
        raise ValueError("month must be in 1..12")
    if day in (None, "XX"):
        return dt.date(first_year, number, 1), dt.date(last_year, number, calendar.monthrange(last_year, number)[1])
    exact = dt.date(first_year, number, int(day))
    return exact, exact
