"""Dates as people know them: what is taken, what it covers, and what is said of what is not taken."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.dates import EXPECTED, DateError, EdtfDate

DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


def covers(text: str) -> tuple[str, str]:
    date = EdtfDate.parse(text)
    return date.earliest.isoformat(), date.latest.isoformat()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-11", "2017-11-01", "2017-11-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-11-11", "2017-11-11", "2017-11-11"),
        ("2017-11-11T14:30+07:00", "2017-11-11", "2017-11-11"),
        ("2017-11-11T23:59:59Z", "2017-11-11", "2017-11-11"),
        ("2017-11-11T00:00-03:30", "2017-11-11", "2017-11-11"),
        ("2017-21", "2017-03-01", "2017-05-31"),
        ("2017-22", "2017-06-01", "2017-08-31"),
        ("2017-23", "2017-09-01", "2017-11-30"),
        ("2017-24", "2017-12-01", "2017-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2017-XX", "2017-01-01", "2017-12-31"),
        ("2017-11-XX", "2017-11-01", "2017-11-30"),
        ("2017-XX-XX", "2017-01-01", "2017-12-31"),
        ("2017-11-10/2017-11-11", "2017-11-10", "2017-11-11"),
        ("2017/2018-02", "2017-01-01", "2018-02-28"),
        ("2017-11-11/2017-11-11", "2017-11-11", "2017-11-11"),
        ("2017-11~", "2017-11-01", "2017-11-30"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_the_days_that_a_date_may_cover(text: str, earliest: str, latest: str) -> None:
    assert covers(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2017/..", dt.date(2017, 1, 1), dt.date.max),
        ("2017/", dt.date(2017, 1, 1), dt.date.max),
        ("../2017", dt.date.min, dt.date(2017, 12, 31)),
        ("/2017", dt.date.min, dt.date(2017, 12, 31)),
    ],
)
def test_an_open_or_unknown_end_has_no_bound(text: str, earliest: dt.date, latest: dt.date) -> None:
    date = EdtfDate.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "yesterday",
        "NO",
        "12:30",
        "1e3",
        "11 November 2017",
        "11/11/2017",
        "2017/11/11",
        "2017-11-11 ",
        "2017-1-1",
        "20171111",
        "17",
        "-2017",
        "02017",
        "0000",
        "2017-00",
        "2017-13",
        "2017-25",
        "2017-22-01",
        "2017-11-00",
        "2017-11-31",
        "2017-02-29",
        "2017-XX-11",
        "201X-11",
        "2017-11-11T14:30",
        "2017-11-11T24:00Z",
        "2017-11-11T14:60Z",
        "2017-11-11T14:30+15:00",
        "2017-11-11T14:30+07:99",
        "2017-11T14:30Z",
        "2017-11-11?~",
        "?2017",
        "/",
        "..",
        "../..",
        "/..",
        "2017//2018",
        "2017/2018/2019",
        "２０１７",
        "٢٠١٧",
        "2017-11-11\n",
    ],
)
def test_what_is_no_date_is_refused_with_what_was_found_and_expected(text: str) -> None:
    with pytest.raises(DateError) as refused:
        EdtfDate.parse(text)
    # Of an interval, the end that is wrong is what was found.
    assert any(f"found {part!r}" in str(refused.value) for part in (text, *text.split("/", 1)))
    assert str(refused.value).endswith(f"expected {EXPECTED}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2017-11-12/2017-11-11", "an interval that ends before it begins"),
        ("../..", "an interval without a date"),
        ("2017-02-30", "day is out of range for month"),
        ("2017-13", "month must be in 1..12"),
        ("0000", "there is no year 0000"),
        ("201X-05", "a known month in an unknown year"),
        ("2017-XX-05", "a known day in an unknown month"),
        ("soon", None),
    ],
)
def test_the_refusal_of_what_looks_like_a_date_says_why(text: str, reason: str | None) -> None:
    with pytest.raises(DateError) as refused:
        EdtfDate.parse(text)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2017-11-11", "2017-11-11"),
        ("2017-11-11?", "2017-11-11 (uncertain)"),
        ("2017-11~", "2017-11 (approximate)"),
        ("2017%", "2017 (uncertain and approximate)"),
        ("2017-11-10~/2017-11-11?", "2017-11-10/2017-11-11 (approximate, uncertain)"),
        ("2017~/2018~", "2017/2018 (approximate)"),
    ],
)
def test_a_reader_sees_doubt_in_words(text: str, label: str) -> None:
    assert EdtfDate.parse(text).label == label


@given(DAYS, QUALIFIERS)
def test_a_day_covers_itself_and_keeps_its_text(day: dt.date, qualifier: str) -> None:
    date = EdtfDate.parse(f"{day.isoformat()}{qualifier}")
    assert (date.text, date.earliest, date.latest) == (f"{day.isoformat()}{qualifier}", day, day)
    assert bool(date.qualifiers) == bool(qualifier)


@given(DAYS, DAYS)
def test_an_interval_covers_what_its_ends_cover(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    date = EdtfDate.parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (date.earliest, date.latest) == (first, last)


@given(DAYS)
def test_a_month_lies_in_its_year_and_a_day_in_its_month(day: dt.date) -> None:
    text = day.isoformat()
    year, month, exact = (EdtfDate.parse(text[:length]) for length in (4, 7, 10))
    assert year.earliest <= month.earliest <= exact.earliest
    assert exact.latest <= month.latest <= year.latest
    assert month.latest.day == calendar.monthrange(day.year, day.month)[1]


@given(st.text(alphabet="0123456789X-/.?~%TZ:+ ") | st.text())
def test_any_text_is_a_date_or_refused_and_never_crashes(text: str) -> None:
    try:
        date = EdtfDate.parse(text)
    except DateError:
        return
    assert date.earliest <= date.latest
    assert date.text == text


def in_common() -> st.SearchStrategy[str]:
    """Dates that both this program and the `edtf` library claim to read (the library's limits are left out)."""
    year = st.integers(1, 9999).map("{:04}".format)
    month = st.integers(0, 13).map("{:02}".format)
    season = st.integers(21, 24).map(str)
    day = st.integers(1, 28).map("{:02}".format)
    unknown = st.one_of(
        st.integers(1, 99).map("{:02}XX".format), st.integers(1, 999).map("{:03}X".format), year.map("{}-XX".format)
    )
    plain = st.one_of(
        year,
        st.tuples(year, month).map("-".join),
        st.tuples(year, month, day).map("-".join),
    )
    qualified = st.tuples(plain, QUALIFIERS).map("".join)
    interval = st.tuples(qualified, qualified).map("/".join)
    return st.one_of(qualified, interval, unknown, st.tuples(year, season).map("-".join))


def by_the_library(text: str) -> tuple[str, str] | None:
    """Return the bounds that the `edtf` library gives a date, or None where it knows none."""
    try:
        parsed: Any = parse_edtf(text)
    except Exception:
        # It raises whatever its parser raises.
        return None
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    return f"{lower[0]:04}-{lower[1]:02}-{lower[2]:02}", f"{upper[0]:04}-{upper[1]:02}-{upper[2]:02}"


@settings(max_examples=150)
@given(in_common())
def test_the_bounds_are_those_that_the_edtf_library_gives(text: str) -> None:
    theirs = by_the_library(text)
    # The library takes an interval that ends before it begins; nothing is covered by one.
    if theirs is None or theirs[0] > theirs[1]:
        with pytest.raises(DateError):
            EdtfDate.parse(text)
    else:
        assert covers(text) == theirs
