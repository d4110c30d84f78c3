"""Any string is a query: it never raises, is cut when it is long, and can be given up."""

from __future__ import annotations

import time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import ALIASES, clauses, sentences
from tui.search.engine import SearchCancelled, searcher_of
from tui.search.results import Results

SEARCHER = searcher_of(clauses(sentences()), ALIASES)
ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=300)


def check(results: Results) -> None:
    assert results.total >= len(results.hits)
    assert all(0 < hit.score <= 100 for hit in results.hits)
    assert [hit.score for hit in results.hits] == sorted((hit.score for hit in results.hits), reverse=True)


@pytest.mark.parametrize("query", ["", "   ", "\n\t", "?!… — «»", "\x00\x1b[;\x7f", "\ud800", "\u202e\u2066"])
def test_without_a_word_there_is_nothing_to_search_for(query: str) -> None:
    results = SEARCHER.search(query)
    assert results.hits == ()
    assert results.notices == ("nothing to search for: the query has no letters or digits",)


@pytest.mark.parametrize(("query", "said"), [("''’", "“''’”"), ('"?!" -«»', "“"), ("/((/", "“/((/”")])
def test_signs_without_a_word_are_left_out_and_named(query: str, said: str) -> None:
    results = SEARCHER.search(query)
    assert results.hits == ()
    assert results.notices[0].startswith(said)
    assert results.notices[0].endswith("was left out: it has no letters or digits")


@pytest.mark.parametrize(
    "query", ["no\ud800 military", "no\x00military\x1b[0m solution", "\u202eno military\u202c solution"]
)
def test_what_is_no_word_does_not_disturb(query: str) -> None:
    assert "no military solution" in SEARCHER.search(query).hits[0].clause.reading.text


def test_a_long_query_is_cut_and_says_so() -> None:
    results = SEARCHER.search("military solution " * 100)
    assert results.notices == ("the query was cut to its first 100 words",)
    assert SEARCHER.search("syria " + "?" * 20_000).notices == ("the query was cut to its first 10,000 characters",)
    check(results)


@pytest.mark.parametrize(
    "query",
    ["the " * 100, "x" * 10_000, "a b c d e " * 20, "teh adn fo " * 30, "的" * 10_000, "١٢٣ " * 99, "the" * 3_000],
)
def test_a_long_query_is_cheap(query: str) -> None:
    searcher = searcher_of(clauses(sentences() * 100), ALIASES)
    before = time.perf_counter()
    check(searcher.search(query))
    # Far above what it takes, far below what it would if effort grew with the square of the query.
    assert time.perf_counter() - before < 5


@given(ANYTHING)
def test_any_text_is_a_query(query: str) -> None:
    check(SEARCHER.search(query))


@given(st.lists(ANYTHING, max_size=5), st.lists(ANYTHING, max_size=3))
def test_any_text_is_a_clause(texts: list[str], queries: list[str]) -> None:
    searcher = searcher_of(clauses(texts), ())
    for query in [*queries, *texts]:
        for hit in searcher.search(query).hits:
            assert all(0 <= start < end <= len(hit.clause.reading.text) for start, end in hit.spans)


def test_a_search_can_be_given_up_at_every_step() -> None:
    for patience in range(3):
        answers = iter([False] * patience + [True])
        with pytest.raises(SearchCancelled):
            SEARCHER.search("no military solution", cancelled=answers.__next__)


def test_a_search_asks_often_enough() -> None:
    searcher = searcher_of(clauses(sentences() * 100), ())
    polls = count()
    searcher.search("no military solution to the conflict", cancelled=lambda: next(polls) < 0)
    assert next(polls) > 10
