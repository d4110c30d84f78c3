"""What a search says of itself: what was asked, what was left out, what it was narrowed by, how it is spread."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.search.clauses import clauses, found, sentences
from tests.search.reading import Looked, Recorded
from tui.index.narrowing import Count
from tui.index.segment import segment_of
from tui.search import engine
from tui.search.engine import SearchCancelled, Searcher, searcher_of
from tui.search.facets import Facet, facets
from tui.search.language.parse import parse
from tui.search.results import Results

SEARCHER = searcher_of(clauses(sentences()))
NO_FIELDS = "was left out: what is open is searched by its words alone"
RECORDED = Recorded(
    ["no solution", "a solution", "the solution", "peace"],
    [{"person": {"putin"}, "kind": {"readout"}}, {"person": {"putin"}}, {"kind": {"readout", "treaty"}}, {}],
    [dt.date(2017, 11, 11), dt.date(2010, 1, 1), None, dt.date(2017, 2, 3)],
    [2, 2],
)


def recorded() -> Searcher:
    every = clauses(RECORDED.texts)
    return Searcher([segment_of(every[:2]), segment_of(every[2:])], (), Looked(RECORDED))


@pytest.mark.parametrize(
    ("mapped", "times"), [(None, 1), (0, 0), (engine._MOST_MAPPED, 0), (engine._MOST_MAPPED + 1, 1)]
)
def test_memory_is_given_back_where_it_is_much_or_nobody_says(
    mapped: int | None, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[str] = []
    segment = replace(segment_of(clauses(["peace"])), release=lambda: given_back.append("peace"))
    monkeypatch.setattr(engine, "mapped_bytes", lambda: mapped)
    assert Searcher([segment]).search("peace").total == 1
    assert len(given_back) == times


def test_without_fields_to_look_up_they_are_left_out_and_told() -> None:
    results = SEARCHER.search("syria person:putin -kind:readout date:2017 sort:date")
    assert results.notices == tuple(f"{name}: {NO_FIELDS}" for name in ("person", "kind", "date", "sort"))
    assert found(results) == found(SEARCHER.search("syria "))
    assert results.narrowing == ""


@pytest.mark.parametrize("query", ["no military solution", "no militry solution", "no military solution sort:score"])
def test_of_equals_the_documents_own_words_come_before_what_tells_of_them(query: str) -> None:
    texts = ["no military solution yet", "there is no military solution there", "no military solution at any time"]
    told = Recorded(texts, [{"is": {"indirect"}}, {"is": {"mixed"}}, {"is": {"direct"}}], [None] * 3, [1, 2])
    every = clauses(texts)
    searcher = Searcher([segment_of(every[:1]), segment_of(every[1:])], (), Looked(told))
    assert [hit.number for hit in searcher.search(query).hits] == [1, 2, 0]
    whole = searcher.search("no military solution yet")
    assert whole.hits[0].number == 0, "but a clause whose full text was typed is what was meant"
    assert next(hit.number for hit in searcher_of(every).search(query).hits) == 0


def test_a_query_of_which_nothing_is_left_finds_nothing() -> None:
    assert SEARCHER.search("person:putin").notices == (f"person: {NO_FIELDS}",)
    assert SEARCHER.search("person:putin | -kind:readout").total == 0
    assert SEARCHER.search("kind:comunique").total == 0
    assert recorded().search("kind:comunique -person:").total == 0
    assert recorded().search("sort:date").notices == ("nothing to search for: the query has only an order",)


def test_an_alternative_that_cannot_be_looked_up_leaves_the_others() -> None:
    assert found(SEARCHER.search("person:putin | 'ceasefire' ")) == found(SEARCHER.search("'ceasefire' "))


def test_notices_of_the_query_come_first() -> None:
    notices = SEARCHER.search("kind:comunique syria persn:x person:putin").notices
    assert [notice.split()[0] for notice in notices] == ["kind:", "there", "person:"]


def test_by_what_it_was_narrowed() -> None:
    asked = 'geneva \'process\' -"final act" "a b"~2 ~"mis rem" ^the end$ /x/ person:putin -date:2017'
    narrowed = Results("", (), 0, narrowed=recorded().search(asked).narrowed)
    assert narrowed.narrowed == (
        "word", "-phrase", "near words", "fuzzy phrase", "start", "end", "pattern", "person", "-date",
    )  # fmt: skip
    assert narrowed.narrowing == "narrowed by word, -phrase, near words and 6 more"
    assert SEARCHER.search("no military solution").narrowing == ""


@pytest.mark.parametrize(("seconds", "said"), [(0.0004, "<1 ms"), (0.0031, "3 ms"), (0.25, "250 ms"), (1.23, "1.2 s")])
def test_the_time_taken_is_said_as_a_reader_needs_it(seconds: float, said: str) -> None:
    assert Results("", (), 0, seconds=seconds).time == said


def test_the_time_taken_is_that_of_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([5.0, 5.25])
    monkeypatch.setattr(engine, "perf_counter", lambda: next(times))
    assert SEARCHER.search("syria").seconds == 0.25


def test_what_was_asked_goes_with_the_results() -> None:
    assert SEARCHER.search("syria 'geneva").asked == parse("syria 'geneva")


PASTED = (
    'agreed that "there is no military solution to the conflict in Syria. They confirmed that the ultimate political '
    "solution must be forged through the Geneva process"
)


def test_a_pasted_passage_finds_every_clause_it_holds_whatever_its_quotation_marks() -> None:
    results = SEARCHER.search(PASTED)
    assert results.notices == ("no clause has that to the letter: all of it was searched for as bare words",)
    assert len(results.hits) >= 2
    assert results.narrowing == ""
    assert results.asked == parse(" ".join(PASTED.replace('"', "").replace(".", "").split()))
    assert found(results) == found(SEARCHER.search(PASTED.replace('"', "")))


@pytest.mark.parametrize(
    "query",
    [
        '"no military solution for anybody"',  # a phrase that was meant
        '"one two three four five six seven eight nine ten"',  # none of its words
        f'{PASTED}" -geneva', f'{PASTED}" "by two" | geneva', f'{PASTED}" /xyz/', f'{PASTED}"~1',
    ],
)  # fmt: skip
def test_what_was_meant_to_the_letter_is_taken_so(query: str) -> None:
    results = SEARCHER.search(query)
    assert (results.hits, results.asked) == ((), parse(query))


def test_bare_words_by_date() -> None:
    searcher = recorded()
    assert found(searcher.search("solution sort:date")) == ["a solution", "no solution", "the solution"]
    assert found(searcher.search("solution sort:-date")) == ["no solution", "a solution", "the solution"]
    assert found(searcher.search("solution sort:-date", limit=1)) == ["no solution"]
    assert found(searcher.search("solution sort:score")) == found(searcher.search("solution "))
    assert searcher.search("solution sort:-date").notices == ()


def test_bare_words_by_date_say_when_there_are_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_SORTED", 2)
    one = replace(RECORDED, sizes=[4])
    searcher = Searcher([segment_of(clauses(RECORDED.texts))], (), Looked(one))
    results = searcher.search("solution sort:-date", limit=2)
    assert results.notices == ("sorted by date are the best 2 hits; there are more",)
    assert found(results) == ["no solution", "a solution"]


def test_facets_are_counted_over_all_that_was_found() -> None:
    results = recorded().search("'solution' ", limit=1)
    spread = facets(results, Looked(RECORDED))
    assert spread.of == "of all 3"
    assert spread.facets == (
        Facet("year", "date", (Count("2010", "2010", 1), Count("2017", "2017", 1))),
        Facet("kind", "kind", (Count("readout", "Readout", 2), Count("treaty", "Treaty", 1))),
    )
    assert facets(results, Looked(RECORDED), most=1).facets[1].counts == (Count("readout", "Readout", 2),)


def test_facets_of_the_best_are_counted_over_those() -> None:
    results = recorded().search("solution sort:-date", limit=1)
    cut = facets(results, Looked(RECORDED))
    assert cut.of == "of the 1 best"
    assert [(facet.name, [count.value for count in facet.counts]) for facet in cut.facets] == [
        ("year", ["2017"]),
        ("kind", ["readout"]),
    ]
    assert facets(recorded().search("solution "), Looked(RECORDED)).of == "of all 3"
    given_up = replace(results, asked=parse("/x/"), counted=False)
    assert facets(given_up, Looked(RECORDED)).of == "of the first 1"


@pytest.mark.parametrize(
    "query", ["'solution", '"no solution"~3', '~"no soluton"', "no | solution", "/sol/", "-a", "kind:readout", "a 'no"]
)
def test_a_search_can_be_given_up_at_every_step(query: str) -> None:
    polls = 0

    def count() -> bool:
        nonlocal polls
        polls += 1
        return False

    searcher = recorded()
    searcher.search(query, cancelled=count)
    assert polls > 1
    for patience in range(polls):
        answers = iter([False] * patience + [True])
        with pytest.raises(SearchCancelled):
            searcher.search(query, cancelled=answers.__next__)
