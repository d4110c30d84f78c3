"""A query that holds one name of a thing looks for the others too, and says so."""

from __future__ import annotations

import pytest

from tests.search.clauses import ALIASES, DEFEATING, clauses, found, lit, sentences
from tui.model.records import AliasSet
from tui.search.engine import Searcher, searcher_of
from tui.search.results import Also


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(clauses(sentences()), ALIASES)


def test_another_name_finds_the_clauses_and_says_so(searcher: Searcher) -> None:
    results = searcher.search("ISIS")
    assert [lit(hit) for hit in results.hits] == [["Daesh"], ["Daesh"]]
    assert results.also == (Also("ISIS", ("Daesh", "ISIL", "Islamic State")),)
    assert results.also[0].label == "ISIS, also: Daesh, ISIL, Islamic State"


def test_another_name_counts_a_little_less(searcher: Searcher) -> None:
    other, same = searcher.search("isis").hits[0], searcher.search("daesh").hits[0]
    assert 90 <= other.score < same.score == 100.0


def test_a_name_of_several_words_stands_for_one_of_one_and_the_other_way_round(searcher: Searcher) -> None:
    best = searcher.search("defeating the islamic state").hits[0]
    assert DEFEATING in best.clause.reading.text
    assert lit(best) == ["defeating the Daesh"]
    back = searcher_of(clauses(["Fighting the so-called Islamic State in Syria."]), ALIASES).search("daesh in syria")
    assert lit(back.hits[0]) == ["Islamic State in Syria"]


def test_joined_and_split_names(searcher: Searcher) -> None:
    for query, first, second in (("danang", "Danang", "Da Nang"), ("da nang", "Da Nang", "Danang")):
        results = searcher.search(query)
        assert [lit(hit) for hit in results.hits] == [[first], [second]]
        assert [also.name for also in results.also] == [query]


def test_the_name_in_another_script_and_spelling() -> None:
    names = AliasSet(("Da Nang", "Đà Nẵng", "Дананг", "岘港"))
    searcher = searcher_of(
        clauses(["The summit in Đà Nẵng.", "Саммит в Дананге и Дананг.", "在岘港举行的峰会"]), [names]
    )
    results = searcher.search("Da Nang")
    assert sorted(map(lit, results.hits)) == [["Đà Nẵng"], ["Дананг"], ["岘港"]]
    assert results.also == (Also("Da Nang", ("Дананг", "岘港")),)
    assert searcher.search("岘港").also[0].names == ("Da Nang", "Đà Nẵng", "Дананг")


def test_of_overlapping_names_the_longest_counts() -> None:
    sets = [AliasSet(("State", "Country")), AliasSet(("Islamic State", "Daesh"))]
    assert searcher_of(clauses(["Daesh."]), sets).search("islamic state").also == (Also("islamic state", ("Daesh",)),)


def test_two_sets_with_one_name_are_one_alias() -> None:
    sets = [AliasSet(("Daesh", "ISIS")), AliasSet(("ISIS", "ISIL", "daesh"))]
    assert searcher_of(clauses(["Daesh."]), sets).search("ISIS").also == (Also("ISIS", ("Daesh", "ISIL", "daesh")),)


@pytest.mark.parametrize("query", ["isiss", "geneva process", "nang", "islamic", "Da Nan"])
def test_a_query_without_a_whole_name_is_not_widened(searcher: Searcher, query: str) -> None:
    assert searcher.search(query).also == ()


def test_names_that_differ_only_in_what_search_ignores_widen_nothing() -> None:
    searcher = searcher_of(
        clauses(["The summit in Đà Nẵng."]), [AliasSet(("Da Nang", "Đà Nẵng")), AliasSet(("!!!", ""))]
    )
    results = searcher.search("da nang")
    assert results.also == ()
    assert found(results) == ["The summit in Đà Nẵng."]
