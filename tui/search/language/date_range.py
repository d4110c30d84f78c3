"""The dates that a query asks for: `2017`, `2017-07..2017-11`, `>=2010`, each date in EDTF."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from tui.model.dates import DateError, EdtfDate

_COMPARISON: Final = re.compile(r"(>=|<=|>|<)(.*)", re.DOTALL)
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from `earliest` to `latest`, both included; `date.min` and `date.max` stand for an open end.

    `text` writes it; an open range is always written as a comparison.
    """

    text: str
    earliest: dt.date
    latest: dt.date

    @classmethod
    def parse(cls, text: str) -> DateRange:
        """Return the range that `text` writes, white space set aside.

        Raises `DateError` when it writes none, or one without a day.
        """
        text = "".join(text.split())
        if "/" in text or not (found := _COMPARISON.fullmatch(_as_comparison(text))):
            return cls(text, *_between(text))
        return cls(found[0], *_compared(found[1], found[2]))


def _as_comparison(text: str) -> str:
    """Write `2010..` and `..2012` as comparisons; anything else stays as it is."""
    start, dots, end = text.partition("..")
    if dots and bool(start) != bool(end):
        return f">={start}" if start else f"<={end}"
    return text


def _between(text: str) -> tuple[dt.date, dt.date]:
    # In an EDTF interval (2017-07/..) the dots are an open end.
    start, dots, end = (text, "", "") if "/" in text else text.partition("..")
    first = EdtfDate.parse(start)
    last = EdtfDate.parse(end) if dots else first
    if first.earliest > last.latest:
        raise DateError(text, "a range that ends before it begins")
    return first.earliest, last.latest


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
