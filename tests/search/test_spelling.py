"""British and American spelling: one word, not two."""

from __future__ import annotations

import pytest

from tests.search.clauses import clauses, found, lit
from tui.search.engine import searcher_of
from tui.search.spelling import same_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbours", "neighbors"),
        ("organisation", "organization"),
        ("analysing", "analyzing"),
        ("centre", "center"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("programmes", "programs"),
        ("travelled", "traveled"),
        ("enrolment", "enrollment"),
        ("manoeuvres", "maneuvers"),
        ("cheques", "checks"),
        ("ploughshares", "plowshares"),
        ("sulphur", "sulfur"),
        ("sceptical", "skeptical"),
        ("artefact", "artifact"),
        ("honourable", "honorable"),
        ("oesophagus", "esophagus"),
        ("theatres", "theaters"),
        ("grey", "gray"),
    ],
)
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert same_word(one, other)
    assert same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("tour", "tor"),
        ("united", "untied"),
        ("treaty", "treaties"),
        ("mourning", "morning"),
        ("fourth", "forth"),
        ("filled", "filed"),
        ("refilled", "refiled"),
        ("polled", "poled"),
        ("votre", "voter"),
        ("michael", "michel"),
        ("prise", "prize"),
    ],
)
def test_two_words(one: str, other: str) -> None:
    assert not same_word(one, other)


def test_the_other_spelling_costs_next_to_nothing() -> None:
    texts = [
        "to live in peace as good neighbours, and to work",
        "to live in peace as good neighbors do",
        "good neighing",
    ]
    results = searcher_of(clauses(texts)).search("to live in peace as good neighbors, and to work ")
    assert found(results)[0] == texts[0]
    assert results.hits[0].score > 99


@pytest.mark.parametrize(
    ("query", "held"),
    [
        ("program ", "programme"),
        ("program ", "programmes"),
        ("programme ", "program"),
        ("dialog ", "dialogue"),
        ("catalogs ", "catalogue"),
        ("maneuver ", "Manoeuvres"),
        ("check ", "cheques"),
        ("plowshares ", "ploughshares"),
        ("sulfur ", "sulphur"),
        ("gray ", "grey"),
    ],
)
def test_either_spelling_finds_the_other(query: str, held: str) -> None:
    searcher = searcher_of(clauses([f"It was about the {held} of the region."]))
    assert [lit(hit) for hit in searcher.search(query).hits] == [[held]]


def test_other_words_are_not_lit() -> None:
    searcher = searcher_of(clauses(["This morning they met.", "A day of mourning.", "It was filed.", "It was filled."]))
    assert lit(searcher.search("mourning ").hits[0]) == ["mourning"]
    for query in ("mourning ", "filled "):
        scores = [hit.score for hit in searcher.search(query).hits]
        assert scores[0] == 100.0
        assert all(score < 60 for score in scores[1:])
