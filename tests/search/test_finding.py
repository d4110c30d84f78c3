"""A reader types a phrase as remembered and sees the clause, the words lit."""

from __future__ import annotations

import pytest

from tests.search.clauses import (
    ALIASES,
    CHANNELS,
    DE_CONFLICTION,
    GENEVA_POLITICAL,
    GENEVA_PROCESS,
    NO_MILITARY,
    clauses,
    found,
    lit,
    sentences,
    text_of,
)
from tui.search.engine import Searcher, searcher_of


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(clauses(sentences()), ALIASES)


@pytest.mark.parametrize(
    ("query", "phrase", "spans"),
    [
        ("there is no military solution", NO_MILITARY, ["there is no military solution"]),
        ("no militry solution to conflict", NO_MILITARY, ["no military solution to", "conflict"]),
        ("maintain existing comunication channels", CHANNELS, ["maintain", "existing", "communication channels"]),
        ("solution military no", NO_MILITARY, ["no military solution"]),
        ("no miltiary soluiton", NO_MILITARY, ["no military solution"]),
        ("no lasting military solution", NO_MILITARY, ["no military solution"]),
        ("no military solutions", NO_MILITARY, ["no military solution"]),
        ("NO MILITARY SOLUTION!", NO_MILITARY, ["no military solution"]),
        ("nó mïlitary “solution”", NO_MILITARY, ["no military solution"]),
        ("deconfliction efforts", DE_CONFLICTION, ["de-confliction efforts"]),
        ("de confliction efforts", DE_CONFLICTION, ["de-confliction efforts"]),
        ("battle field", "losses on the battlefield", ["battlefield"]),
        ("com munication channels", CHANNELS, ["communication channels"]),
        ("military comm", CHANNELS, ["military communication"]),
        ("comunicat", CHANNELS, ["communication"]),
        ("unscr 2254", GENEVA_PROCESS, ["UNSCR 2254"]),
        ("terrorists losses", "the terrorists' losses", ["terrorists' losses"]),
    ],
)
def test_the_phrase_is_found_and_lit(searcher: Searcher, query: str, phrase: str, spans: list[str]) -> None:
    best = searcher.search(query).hits[0]
    assert phrase in text_of(best)
    assert lit(best) == spans


def test_the_word_being_typed_finds_what_it_begins_and_lights_the_whole_word(searcher: Searcher) -> None:
    assert lit(searcher.search("sovereig").hits[0]) == ["sovereignty"]
    assert lit(searcher.search("the sovereignty and terr").hits[0]) == ["the sovereignty and territorial"]


def test_a_finished_word_is_no_beginning(searcher: Searcher) -> None:
    assert searcher.search("sovereig ").hits == ()


def test_a_phrase_comes_first_as_it_grows(searcher: Searcher) -> None:
    phrase = "political solution to the conflict must be forged"
    for length in range(4, len(phrase) + 1):
        assert phrase in text_of(searcher.search(phrase[:length]).hits[0]) or length < len("political s"), length


def test_a_phrase_as_written_comes_before_a_near_one(searcher: Searcher) -> None:
    first, second = searcher.search("geneva process").hits[:2]
    assert (first.score, lit(first)) == (100.0, ["Geneva process"])
    assert GENEVA_POLITICAL in text_of(second)
    assert second.score < 100.0
    assert lit(second) == ["Geneva", "process"]


def test_ranks_as_written_then_near_then_strewn() -> None:
    texts = [
        "The solution, which nobody in the wide world has found as yet in spite of everything, is not military.",
        "No military or other solution was in sight.",
        "There is no military solution.",
        "A military solution was found.",
    ]
    assert found(searcher_of(clauses(texts), ()).search("military solution")) == [texts[n] for n in (2, 3, 1, 0)]


def test_equals_keep_the_order_of_the_collection() -> None:
    texts = ["A ceasefire holds.", "The ceasefire.", "Of every ceasefire."]
    assert found(searcher_of(clauses(texts), ()).search("ceasefire")) == texts


def test_rare_words_decide() -> None:
    texts = [f"The parties to the conflict in region {n} met." for n in range(30)] + ["A conflict over fisheries."]
    hits = searcher_of(clauses(texts), ()).search("the fisheries of the parties").hits
    assert text_of(hits[0]) == texts[-1]


@pytest.mark.parametrize("query", ["zzzz qqqq", "the zzzz of qqqq", "mother in law to the", "x", "99999", "comandante"])
def test_nonsense_finds_nothing(searcher: Searcher, query: str) -> None:
    results = searcher.search(query)
    assert results.hits == ()
    assert results.total == 0


@pytest.mark.parametrize("query", ["to the", "the", "of", "and the "])
def test_common_words_alone_find_the_clauses_that_hold_them(searcher: Searcher, query: str) -> None:
    hits = searcher.search(query).hits
    assert hits
    assert hits[0].score == 100.0


def test_a_word_of_two_is_enough_where_no_clause_holds_both(searcher: Searcher) -> None:
    assert len(searcher.search("Geneva ceasefire").hits) == 3
    assert len(searcher.search("Geneva Daesh").hits) == 4
    assert len(searcher.search("ceasefire Hamburg").hits) == 1


def test_a_word_that_is_held_is_meant_as_it_stands() -> None:
    searcher = searcher_of(clauses(["The nation and its notion.", "Many nations met.", "A notion of peace."]), ())
    assert [lit(hit) for hit in searcher.search("nation ").hits] == [["nation"], ["nations"]]


def test_but_in_company_it_may_be_a_slip() -> None:
    searcher = searcher_of(clauses(["The United Nations met.", "He untied the knot."]), ())
    assert lit(searcher.search("untied nations").hits[0]) == ["United Nations"]


def test_numbers_are_never_nearly_right() -> None:
    searcher = searcher_of(clauses(["Resolution 2254 was adopted.", "Resolution 2256 was adopted."]), ())
    assert lit(searcher.search("2254").hits[0]) == ["2254"]
    assert len(searcher.search("2254 ").hits) == 1
    assert searcher.search("2255 ").hits == ()


NUMBERS = [
    "Paragraph 2.5 applies to 12 States.",
    "About 25 million people and 1-2 zones; section 1.2.",
    "Resolution 22 54 and resolution 2254.",
    "He paid 3.50 dollars to 350 people.",
    "1,500 people",
    "1500 people",
    "1 500 people",
    "1 500 000 people",
    "The ½ share, №5, of the G20.",
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("25 ", {1: ["25"]}),
        ("350 ", {3: ["350"]}),
        ("12 ", {0: ["12"]}),
        ("2254 ", {2: ["2254"]}),
        ("22 54 ", {2: ["22 54"]}),
        ("1500 ", {4: ["1,500"], 5: ["1500"], 6: ["1 500"], 7: ["1 500"]}),
        ("1,500 people ", {4: ["1,500 people"], 5: ["1500 people"], 6: ["1 500 people"], 7: ["1 500", "people"]}),
        ("1500000 ", {7: ["1 500 000"]}),
        ("1/2", {1: ["1-2", "1.2"], 8: ["½"]}),
        ("1⁄2 share", {8: ["½ share"]}),
        ("½", {8: ["½"]}),
        ("No5 ", {0: ["5"], 8: ["5"]}),
        ("g 20 ", {8: ["G20"]}),
    ],
)
def test_a_number_is_found_as_it_may_be_written_and_no_other(query: str, found: dict[int, list[str]]) -> None:
    hits = searcher_of(clauses(NUMBERS), ()).search(query).hits
    best = [hit for hit in hits if hit.score > 90]
    assert {hit.number: lit(hit) for hit in best} == found


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("party ", ["parties", "parties"]),
        ("party met ", ["parties met"]),
        ("country ", ["countries"]),
        ("treaty ", ["Treaties"]),
        ("ministry ", ["ministries"]),
        ("process ", ["processes"]),
        ("losses ", ["loss"]),
        ("new ", ["new"]),
        ("Daesh ", ["ISIS’s"]),
    ],
)
def test_singular_stands_for_plural(query: str, spans: list[str]) -> None:
    texts = [
        "All parties met in several countries; the parties' ministries, too.",
        "Treaties were signed, after due processes and the loss of both sides.",
        "The news of ISIS’s retreat, nothing new.",
    ]
    hits = searcher_of(clauses(texts), ALIASES).search(query).hits
    assert [words for hit in hits for words in lit(hit)] == spans


def test_a_word_in_between_is_not_lit(searcher: Searcher) -> None:
    assert "the" not in lit(searcher.search("solution to conflict").hits[0])


def test_common_words_outside_the_passage_are_not_lit() -> None:
    text = (
        "To the delegates of the region: the ceasefire in the south was finalized, as the world and the parties know."
    )
    best = searcher_of(clauses([text]), ()).search("the ceasefire in south").hits[0]
    assert lit(best) == ["the ceasefire in", "south"]


def test_one_word_is_lit_wherever_it_stands() -> None:
    best = searcher_of(clauses(["Syria is not alone. Syria will not be."]), ()).search("syria").hits[0]
    assert lit(best) == ["Syria", "Syria"]
    assert best.passage == (0, 5)


def test_a_phrase_that_stands_twice_is_lit_twice() -> None:
    text = "To the parties, and to the world, the end."
    assert lit(searcher_of(clauses([text]), ()).search("to the").hits[0]) == ["To the", "to the"]


def test_the_passage_is_from_the_first_to_the_last_word_of_the_best_place(searcher: Searcher) -> None:
    best = searcher.search("maintain existing comunication channels").hits[0]
    assert text_of(best)[slice(*best.passage)] == CHANNELS


def test_the_limit_cuts_the_hits_and_not_the_total(searcher: Searcher) -> None:
    everything = searcher.search("the")
    some = searcher.search("the", limit=2)
    assert some.hits == everything.hits[:2]
    assert some.total == everything.total == len(everything.hits) > 2
    assert searcher.search("the", limit=0).hits == ()


def test_a_verbatim_phrase_of_common_words_is_found_among_very_many() -> None:
    texts = [f"To all of the people in the {n}th row, and for the rest." for n in range(900)]
    texts[700] = "What is for the people of all."
    assert text_of(searcher_of(clauses(texts), ()).search("for the people of").hits[0]) == texts[700]


def test_nothing_to_search_in() -> None:
    assert searcher_of([], ()).search("anything").hits == ()
    assert searcher_of(clauses(["", "…", "?!"]), ()).search("anything").hits == ()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("500 troops", "500 troops went."),
        ("500", "500 troops went."),
        ("5 million", "Some 5 million people fled."),
        ("1,500", "They sent 1,500 troops."),
    ],
)
def test_a_number_comes_before_one_that_it_is_only_a_part_of(query: str, first: str) -> None:
    texts = [
        "They sent 1,500,000 letters.",
        "They sent 11,500 troops.",
        "They sent 1,500 troops.",
        "500 troops went.",
        "Some 2.5 million people fled.",
        "Some 5 million people fled.",
    ]
    hits = searcher_of(clauses(texts)).search(query).hits
    assert text_of(hits[0]) == first
    # The others are found as well: signs between words count for nothing.
    assert len(hits) > 1
