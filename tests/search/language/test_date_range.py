"""Which days a date asks for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.dates import DateError
from tui.search.language.date_range import DateRange

MIN, MAX = str(dt.date.min), str(dt.date.max)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-11-11", "2017-11-11", "2017-11-11"),
        ("2017-11~", "2017-11-01", "2017-11-30"),
        ("2017-07..2017-11", "2017-07-01", "2017-11-30"),
        ("2017-07/2017-11", "2017-07-01", "2017-11-30"),
        ("2017/..", "2017-01-01", MAX),
        (">=2010", "2010-01-01", MAX),
        (">2010", "2011-01-01", MAX),
        ("<=2010-02", MIN, "2010-02-28"),
        ("<2010", MIN, "2009-12-31"),
        ("2010..", "2010-01-01", MAX),
        ("..2012", MIN, "2012-12-31"),
        ("2010 .. 2012", "2010-01-01", "2012-12-31"),
    ],
)
def test_the_days_that_are_asked_for(text: str, earliest: str, latest: str) -> None:
    asked = DateRange.parse(text)
    assert (str(asked.earliest), str(asked.latest)) == (earliest, latest)
    assert DateRange.parse(asked.text) == asked


def test_an_open_range_is_written_as_a_comparison() -> None:
    assert DateRange.parse("2010..") == DateRange.parse(">=2010")
    assert DateRange.parse("..2012") == DateRange.parse("<=2012")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "soon",
        "2017-13",
        "2017-7",
        "2012..2010",
        ">",
        ">=..2010",
        "<2017/2018",
        ">9999",
        "<0001",
        "1..2..3",
        "⑨",
    ],
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        DateRange.parse(text)


@given(st.text(max_size=20) | st.text("0123456789-./<>=~?X ", max_size=24))
def test_any_text_is_a_range_or_refused(text: str) -> None:
    try:
        asked = DateRange.parse(text)
    except DateError:
        return
    assert asked.earliest <= asked.latest
    assert DateRange.parse(asked.text) == asked
