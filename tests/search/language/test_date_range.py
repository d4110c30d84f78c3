"""Which days a date asks for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.dates import DateError
from tui.search.language.date_range import DateRange, begun, is_turned, may_become_a_date

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
        ("2012..2010", "2010-01-01", "2012-12-31"),
        ("2010-2012", "2010-01-01", "2012-12-31"),
        ("2010–2012", "2010-01-01", "2012-12-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("1990s..2005", "1990-01-01", "2005-12-31"),
        (">=1990s", "1990-01-01", MAX),
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
        "2012-2010",
        "1995s",
        "1990sx",
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


def test_a_range_the_wrong_way_round_is_read_the_other_and_told() -> None:
    assert is_turned("2012..2010")
    assert DateRange.parse("2012..2010") == DateRange.parse("2010..2012")
    assert not any(map(is_turned, ("2010..2012", "2012", "soon", "2012..")))


@pytest.mark.parametrize(
    ("typed", "so_far"),
    [
        ("2", "2000..2999"),
        ("20", "20XX"),
        ("201", "201X"),
        ("2017-", "2017"),
        ("2017-0", "2017"),
        ("2017-1", "2017"),
        ("2017-07-", "2017-07"),
        ("2017-07-2", "2017-07"),
        ("2017-07.", "2017-07"),
        ("2017-07..2", "2017-07.."),
        ("2017-07..201", "2017-07.."),
        ("2017-07..2017-", "2017-07..2017"),
        ("2017-07..2017-1", "2017-07..2017"),
        ("2010-20", "2010"),
        (">=2017-0", ">=2017"),
        ("2017/201", "2017/"),
    ],
)
def test_the_beginning_of_a_date_is_the_date_so_far(typed: str, so_far: str) -> None:
    assert may_become_a_date(typed)
    assert begun(typed) == DateRange.parse(so_far)


@pytest.mark.parametrize("typed", [">", ">=", ".", "..", "..2", ">=201"])
def test_of_some_beginnings_nothing_is_there_yet(typed: str) -> None:
    assert may_become_a_date(typed)
    assert begun(typed) is None


@pytest.mark.parametrize("typed", ["soon", "2017-13", "2017-9", "2017-02-3", "2017-07...", "x" * 1_000])
def test_a_mistake_is_no_beginning(typed: str) -> None:
    assert not may_become_a_date(typed)
    assert begun(typed) is None


@given(st.text("0123456789-./<>=~?Xs ", max_size=24))
def test_what_is_there_of_a_date_can_be_written(text: str) -> None:
    asked = begun(text)
    assert asked is None or DateRange.parse(asked.text) == asked


@given(st.text(max_size=20) | st.text("0123456789-./<>=~?Xs ", max_size=24))
def test_any_text_is_a_range_or_refused(text: str) -> None:
    try:
        asked = DateRange.parse(text)
    except DateError:
        return
    assert asked.earliest <= asked.latest
    assert DateRange.parse(asked.text) == asked
