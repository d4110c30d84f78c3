"""Which statements a date in a query keeps: also those whose own date is uncertain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import opened
from tui.index.catalogue import Catalogue
from tui.search.engine import searcher_through

DATES = (
    ("2017", "2017-11-11", True),
    ("2017", "2018", False),
    ("2017-11-11", "2017", True),
    ("2017-11-11", "2017-XX-XX", True),
    (">2010", "201X", True),
    (">2010", "2010", False),
    ("<2010", "2009-12-31/2010-01-01", True),
    ("2017-07..2017-10", "2017-11~", False),
    ("1990", "../2017", True),
    ("2018", "../2017", False),
    (">=2018", "2017/", True),
)
"""A date as a query asks for it, one as a statement has it, and whether that may fall within."""

STATEMENT = """
  - id: s{number}
    title: A statement
    kind: readout
    date: "{date}"
    clauses:
      - id: only
        part: body
        renderings:
          - {{source: wire, speech: direct, authority: agency, text: "{date}"}}
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    source = "sources:\n  - {id: wire, kind: news-report, publisher: The Wire, title: Report, language: en}\n"
    dates = dict.fromkeys(date for _, date, _ in DATES)
    statements = "".join(STATEMENT.format(number=number, date=date) for number, date in enumerate(dates))
    folder: Path = tmp_path_factory.mktemp("dated")
    made = Catalogue.of([opened(folder, "dated", f"{source}statements:{statements}")])
    assert {clause.reading.text for clause in made.clauses()} == {*dates}
    return made


@pytest.mark.parametrize(("asked", "date", "may_be"), DATES)
def test_an_uncertain_date_is_kept_where_it_may_fall_within(
    catalogue: Catalogue, asked: str, date: str, may_be: bool
) -> None:
    searcher = searcher_through(catalogue, catalogue.filters())
    hits = searcher.search(f"date:{asked}", limit=100).hits
    assert (date in {hit.clause.reading.text for hit in hits}) is may_be
