"""The dates that a query asks for: `2017`, `2017-07..2017-11`, `>=2010`, `1990s`, each date in EDTF."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final

from tui.model.dates import DateError, EdtfDate

_COMPARISON: Final = re.compile(r"(>=|<=|>|<)(.*)", re.DOTALL)
_DECADE: Final = re.compile(r"(?<![0-9])([0-9]{3})0s(?![^./])")
_YEARS: Final = re.compile(r"([0-9]{4})[-–]([0-9]{4})")
_DAY: Final = dt.timedelta(days=1)

_LONGEST: Final = 60
"""Beginnings longer than this are not tried: no date that somebody types is."""
_YEAR_BEGUN: Final = re.compile(r"[0-9]{1,3}|[0-9]{2}X")
_AFTER_YEAR: Final = re.compile(r"([0-9]{2})[0-9]{2}-([0-9]{1,3})")
_SIGNS: Final = frozenset({".", "..", ">", "<", ">=", "<="})
_ENDINGS: Final = ("1", "01", "0", "00", "000", "9", "99", "999", "X", ".", "s")
"""What makes a date of the beginning of one: a digit or two of a month or day, three of a year ..."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from `earliest` to `latest`, both included; `date.min` and `date.max` stand for an open end.

    `text` writes it; an open range is always written as a comparison. `turned`: it was written the wrong way round.
    """

    text: str
    earliest: dt.date
    latest: dt.date
    turned: bool = field(default=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> DateRange:
        """Return the range that `text` writes, white space set aside.

        Raises `DateError` when it writes none, or one without a day.
        """
        text = _as_ranges("".join(text.split()))
        if "/" in text or not (found := _COMPARISON.fullmatch(_as_comparison(text))):
            return _between(text)
        return cls(found[0], *_compared(found[1], found[2]))


def is_turned(text: str) -> bool:
    """Return whether `text` writes a range the wrong way round."""
    asked = _parsed(text)
    return asked is not None and asked.turned


def may_become_a_date(text: str) -> bool:
    """Return whether something that `text` begins is a date or a range."""
    text = "".join(text.split())
    if len(text) > _LONGEST:
        return False
    if years := _AFTER_YEAR.fullmatch(text):
        # A month, or 2010-2012; 2017-13 and 2017-9 are mistakes.
        return years[2] in "012" if len(years[2]) == 1 else int(years[2][:2]) - int(years[1]) in (0, 1)
    return text in _SIGNS or any(_parsed(text + ending) for ending in _ENDINGS)


def begun(text: str) -> DateRange | None:
    """Return what the beginning of a date or range asks for so far; None where nothing of it is whole yet.

    Of a year its decade or century, or the years that begin so; of any other the part that is whole (`2017-0` is
    2017).
    """
    text = "".join(text.split())
    if not may_become_a_date(text):
        return None
    if _YEAR_BEGUN.fullmatch(text):
        return _years_from(text)
    return next((asked for end in range(len(text) - 1, 0, -1) if (asked := _parsed(text[:end]))), None)


def _years_from(digits: str) -> DateRange:
    if len(digits) > 1 and (asked := _parsed(digits.ljust(4, "X"))):
        return asked
    first = max("0001", digits.ljust(4, "0"))
    return DateRange.parse(f"{first}..{max(first, digits.ljust(4, '9'))}")


def _parsed(text: str) -> DateRange | None:
    try:
        return DateRange.parse(text)
    except DateError:
        return None


def _as_ranges(text: str) -> str:
    """Write `1990s` in EDTF, and `2010-2012` as a range; anything else stays as it is."""
    text = _DECADE.sub(r"\1X", text)
    years = _YEARS.fullmatch(text)
    return f"{years[1]}..{years[2]}" if years and years[1] <= years[2] else text


def _as_comparison(text: str) -> str:
    """Write `2010..` and `..2012` as comparisons; anything else stays as it is."""
    start, dots, end = text.partition("..")
    if dots and bool(start) != bool(end):
        return f">={start}" if start else f"<={end}"
    return text


def _between(text: str) -> DateRange:
    # In an EDTF interval (2017-07/..) the dots are an open end.
    start, dots, end = (text, "", "") if "/" in text else text.partition("..")
    first = EdtfDate.parse(start)
    if not dots:
        return DateRange(text, first.earliest, first.latest)
    last = EdtfDate.parse(end)
    if first.earliest <= last.latest:
        return DateRange(text, first.earliest, last.latest)
    return DateRange(f"{end}..{start}", last.earliest, first.latest, turned=True)


def _compared(sign: str, text: str) -> tuple[dt.date, dt.date]:
    date = EdtfDate.parse(text)
    try:
        match sign:
            case ">=":
                return date.earliest, dt.date.max
            case "<=":
                return dt.date.min, date.latest
            case ">":
                return date.latest + _DAY, dt.date.max
            case _:
                return dt.date.min, date.earliest - _DAY
    except OverflowError:
        raise DateError(sign + text, "a range without a day") from None
