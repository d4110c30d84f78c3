"""British and American spelling: one word, not two."""

from __future__ import annotations

import pytest

from tests.search.clauses import clauses, found
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
    ],
)
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert same_word(one, other)
    assert same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("tour", "tor"), ("united", "untied"), ("treaty", "treaties")]
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
