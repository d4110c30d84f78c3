"""Dates in citations: as much as is known, and what is not sure said so, in each format's way."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from tests.study.cite.samples import DATES
from tui.model.dates import EdtfDate
from tui.study.cite.dates import days, in_csl, in_words, sure_day


@pytest.mark.parametrize(
    ("text", "words", "csl"),
    [
        ("2017-11-11", "November 11, 2017", {"date-parts": [[2017, 11, 11]]}),
        ("2017-11", "November 2017", {"date-parts": [[2017, 11]]}),
        ("2017", "2017", {"date-parts": [[2017]]}),
        ("2017-11-11?", "[November 11, 2017?]", {"date-parts": [[2017, 11, 11]], "circa": True}),
        ("1998-10~", "[ca. October 1998]", {"date-parts": [[1998, 10]], "circa": True}),
        ("1998%", "[ca. 1998?]", {"date-parts": [[1998]], "circa": True}),
        ("2017-22", "summer 2017", {"date-parts": [[2017]], "season": 2}),
        ("2017-21~", "[ca. spring 2017]", {"date-parts": [[2017]], "season": 1, "circa": True}),
        ("201X", "between 2010 and 2019", {"literal": "between 2010 and 2019"}),
        ("000X", "between 1 and 9", {"literal": "between 1 and 9"}),
        ("201X?", "[between 2010 and 2019?]", {"literal": "[between 2010 and 2019?]"}),
        ("2017-XX", "2017", {"date-parts": [[2017]]}),
        ("2017-11-XX", "November 2017", {"date-parts": [[2017, 11]]}),
        ("2017-11-11T23:30-07:00", "November 11, 2017", {"date-parts": [[2017, 11, 11]]}),
        ("0987-02-03", "February 3, 987", {"date-parts": [[987, 2, 3]]}),
        ("2017-11-10/2017-11-12", "November 10–12, 2017", {"date-parts": [[2017, 11, 10], [2017, 11, 12]]}),
        ("2017-11-30/2017-12-01", "November 30–December 1, 2017", {"date-parts": [[2017, 11, 30], [2017, 12, 1]]}),
        ("2016-12-31/2017-01-01", "December 31, 2016–January 1, 2017", None),
        ("2016~/2018", "[ca. 2016–2018]", {"date-parts": [[2016], [2018]], "circa": True}),
        ("2017-21/2017-22", "spring 2017–summer 2017", {"literal": "spring 2017–summer 2017"}),
        ("../2017", "until 2017", {"literal": "until 2017"}),
        ("2017/..", "from 2017 on", {"literal": "from 2017 on"}),
        ("/2017", "from an unknown date to 2017", {"literal": "from an unknown date to 2017"}),
        ("2017/", "from 2017 to an unknown date", {"literal": "from 2017 to an unknown date"}),
    ],
)
def test_words_and_csl(text: str, words: str, csl: dict[str, object] | None) -> None:
    date = EdtfDate.parse(text)
    assert in_words(date) == words
    assert csl in (None, in_csl(date))


def test_no_date_is_said() -> None:
    assert in_words(None) == "n.d."
    assert sure_day(None) is None


@given(DATES)
def test_nothing_is_known_better_than_it_was_recorded(date: EdtfDate) -> None:
    for day in filter(None, days(date)):
        if len(day.parts) == 3:
            assert date.earliest <= dt.date(*day.parts) <= date.latest
        elif day.parts:
            assert date.earliest.year <= day.parts[0] <= date.latest.year
    certain = sure_day(date)
    assert certain is None or not (date.qualifiers or "/" in date.text or "X" in date.text.partition("-")[0])
    assert bool(date.qualifiers) == in_words(date).startswith("[")
    said = in_csl(date)
    assert "literal" in said or bool(said.get("circa")) == bool(date.qualifiers)
