"""Citations of what editors tell in their own words: by the document's own words, or by the pages that show it."""

from __future__ import annotations

import pytest

from tests.study.cite.samples import track
from tui.index.catalogue import Catalogue
from tui.model.records import Clause, Statement
from tui.model.vocabulary import Closeness, SourceKind
from tui.study.cite.chicago import plain
from tui.study.cite.choices import choices
from tui.study.cite.citing import cite
from tui.study.cite.formats import Format, written
from tui.study.cite.shown import pages

ANKARA = "syria-track/ankara-2018-04-04"
ASTANA = "syria-track/astana-2017-01-24"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return track()


def record(catalogue: Catalogue, address: str) -> Clause | Statement:
    found = catalogue.clause(address) or catalogue.statement(address)
    assert found is not None
    return found


def note(catalogue: Catalogue, address: str) -> str:
    reference = cite(catalogue, record(catalogue, address))
    assert reference is not None
    return plain(reference)


def test_a_fact_is_cited_by_the_statement_and_all_pages_that_show_it(catalogue: Catalogue) -> None:
    said = note(catalogue, f"{ANKARA}#no-military-solution")
    assert said.startswith(
        "[joint statement at the end of the Ankara Summit], Iran Press, April 4, 2018, "
        "http://iranpress.com/asia-i120886, the basis of a summary of “Joint statement of the Presidents of Iran, "
        "Russia and Turkey, Ankara, 4 April 2018” of "
    )
    for page in ("RIA Novosti, April 4, 2018, https://ria.ru/amp/", "South Front, April 4", "Persia Digest, April"):
        assert page in said
    assert "closest to the official text: press or analysis only" in said
    assert said.count("editors") == 1


def test_the_documents_own_words_are_cited_where_there_are_any(catalogue: Catalogue) -> None:
    said = note(catalogue, f"{ASTANA}#no-military-solution")
    assert said.startswith("“Russia, Iran, Turkey setting up ceasefire monitoring mechanism in Syria,” TASS, ")
    assert "quoting “Joint Statement by Iran, Russia, Turkey" in said
    assert "“no military solution to the Syrian conflict”" in said
    assert "not proved: the source's file is not held" in said


def test_the_page_nearest_to_the_official_text_comes_first(catalogue: Catalogue) -> None:
    told = [clause for clause in catalogue.clauses() if clause.closest is Closeness.OFFICIAL]
    for clause in told:
        assert pages(catalogue, clause.shown_by)[0].kind in (SourceKind.OFFICIAL_TEXT, SourceKind.OFFICIAL_PAGE)
    assert any(catalogue.source(one.shown_by[0]) != pages(catalogue, one.shown_by)[0] for one in told)


@pytest.mark.parametrize("address", [ANKARA, ASTANA, "syria-track/da-nang-2017-11-11"])
def test_a_statement_is_never_cited_by_its_editors(catalogue: Catalogue, address: str) -> None:
    assert "The editors of this collection" not in note(catalogue, address)
    assert "quoting “" not in note(catalogue, address)


@pytest.mark.parametrize("format_", list(Format))
def test_every_clause_is_cited_by_a_page_in_every_format(catalogue: Catalogue, format_: Format) -> None:
    references = [cite(catalogue, clause) for clause in catalogue.clauses()]
    text = written([one for one in references if one], format_)
    assert "Facts in the editors" not in text
    assert "The editors of this collection" not in text


def test_what_is_copied_with_the_editors_words_leads_to_the_page(catalogue: Catalogue) -> None:
    made = {one.key: one for one in choices(catalogue, record(catalogue, f"{ANKARA}#no-military-solution"))}
    words, url = made["q"].make, made["u"].make
    assert words is not None
    assert url is not None
    assert words().startswith("Summary by the editors of the collection: No military solution; the conflict ends")
    assert "http://iranpress.com/asia-i120886, the basis of a summary of" in words()
    assert url() == "http://iranpress.com/asia-i120886"
