"""EDTF dates as citations give them: as much as is known, in the way each format has for what is not sure.

Words are those of the Chicago Manual of Style (17th edition, 14.44 and 14.45: n.d., [1750?], [ca. 1750]).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import Final

from tui.model.dates import EdtfDate

NO_DATE: Final = "n.d."
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FIRST_SEASON: Final = 21


@dataclass(frozen=True, slots=True)
class Day:
    """One date of EDTF, as much of it as is known: `parts` are year, month and day, none where not even the year is.

    `season` is 1 (spring) to 4; `between` are the years that an unknown digit leaves; `qualifier` is one of ?, ~, %.
    """

    parts: tuple[int, ...]
    season: int | None = None
    between: tuple[int, int] | None = None
    qualifier: str = ""

    @property
    def words(self) -> str:
        """The date as a note has it, but for the brackets of one that is not sure."""
        about = "ca. " if self.qualifier in ("~", "%") else ""
        asked = "?" if self.qualifier in ("?", "%") else ""
        return f"{about}{self._plain}{asked}"

    @property
    def _plain(self) -> str:
        if self.between:
            return f"between {self.between[0]} and {self.between[1]}"
        if self.season:
            return f"{_SEASONS[self.season + _FIRST_SEASON - 1]} {self.parts[0]}"
        year, *rest = self.parts
        if not rest:
            return str(year)
        month = calendar.month_name[rest[0]]
        return f"{month} {rest[1]}, {year}" if len(rest) > 1 else f"{month} {year}"


def days(date: EdtfDate) -> tuple[Day | None, ...]:
    """Return the date, or the two ends of an interval; None for an end that is open or unknown."""
    return tuple(None if text in ("", "..") else _day(text) for text in date.text.split("/"))


def _day(text: str) -> Day:
    qualifier = text[-1] if text[-1] in "?~%" else ""
    year, *rest = text.rstrip("?~%").partition("T")[0].split("-")
    if "X" in year:
        return Day((), between=(max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))), qualifier=qualifier)
    known = [int(part) for part in rest if part != "XX"]
    if known and known[0] >= _FIRST_SEASON:
        return Day((int(year),), season=known[0] - _FIRST_SEASON + 1, qualifier=qualifier)
    return Day((int(year), *known), qualifier=qualifier)


def in_words(date: EdtfDate | None) -> str:
    """Return a date as a note has it: `November 11, 2017`, `[ca. October 1998]`, `n.d.` where there is none."""
    if date is None:
        return NO_DATE
    found = days(date)
    said = found[0].words if len(found) == 1 and found[0] else _interval(date.text, found)
    return f"[{said}]" if date.qualifiers else said


def _interval(text: str, ends: tuple[Day | None, ...]) -> str:
    first, last = ends
    before, _, after = text.partition("/")
    if first is None and last is not None:
        return f"until {last.words}" if before == ".." else f"from an unknown date to {last.words}"
    if last is None and first is not None:
        return f"from {first.words} on" if after == ".." else f"from {first.words} to an unknown date"
    assert first is not None
    assert last is not None
    sure = not (first.qualifier or last.qualifier)
    if sure and len(first.parts) == len(last.parts) == 3 and first.parts[0] == last.parts[0]:
        year, (_, month, day), (_, last_month, last_day) = first.parts[0], first.parts, last.parts
        end = str(last_day) if month == last_month else f"{calendar.month_name[last_month]} {last_day}"
        return f"{calendar.month_name[month]} {day}–{end}, {year}"
    return f"{first.words}–{last.words}"


def in_csl(date: EdtfDate) -> dict[str, object]:
    """Return a date as CSL-JSON has it: `date-parts` for what is known, `circa` where it is not sure.

    What has no parts (an unknown digit of the year, an open end) is a `literal`, in words.
    """
    found = days(date)
    sure = [day for day in found if day is not None and day.parts]
    if len(sure) < len(found) or (len(found) > 1 and any(day.season for day in sure)):
        return {"literal": in_words(date)}
    said: dict[str, object] = {"date-parts": [list(day.parts) for day in sure]}
    if season := sure[0].season:
        said["season"] = season
    if date.qualifiers:
        said["circa"] = True
    return said


def sure_day(date: EdtfDate | None) -> Day | None:
    """Return the one date that `date` is, where that is sure and has a year; else None."""
    if date is None or date.qualifiers or "/" in date.text:
        return None
    (found,) = days(date)
    return found if found is not None and found.parts and not found.season else None
