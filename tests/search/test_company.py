"""Slips that are words themselves are told by the words beside them; all other words are taken as they were typed."""

from __future__ import annotations

import pytest

from tests.search.clauses import clauses, lit, text_of
from tui.search.engine import Searcher, searcher_of

TEXTS = [
    *(f"The United Nations met for the {number}th time." for number in range(30)),
    *(f"The Security Council adopted resolution {number}." for number in range(30)),
    *(f"Sanctions on Iraq were discussed in {number}." for number in range(8)),
    *(f"In {number} they talked with Iran and of its neighbour." for number in range(8)),
    *(f"Row {number} is about other matters of state." for number in range(600)),
    "He untied the knot.",
    "Counsel for the parties spoke of security.",
    "The untied ends of the rope.",
]


@pytest.fixture(scope="module", name="searcher")
def _searcher() -> Searcher:
    return searcher_of(clauses(TEXTS))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("untied nations ", ["United Nations"]),
        ("the untied nations met", ["The United Nations met"]),
        ("security counsel ", ["Security Council"]),
        ("the security counsel adopted", ["The Security Council adopted"]),
    ],
)
def test_a_slip_brings_what_was_meant_first(searcher: Searcher, query: str, expected: list[str]) -> None:
    assert lit(searcher.search(query).hits[0]) == expected


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("untied ends ", "The untied ends of the rope."),
        ("untied ", "He untied the knot."),
        ("counsel security ", "Counsel for the parties spoke of security."),
    ],
)
def test_a_word_in_its_own_company_is_meant_as_it_stands(searcher: Searcher, query: str, first: str) -> None:
    assert text_of(searcher.search(query).hits[0]) == first


def test_a_word_is_not_taken_for_another_that_is_not_far_oftener_there(searcher: Searcher) -> None:
    """`sanctions on Iran` stands nowhere, `Sanctions on Iraq` does: that is another country and no slip."""
    assert not any("Iraq" in lit(hit) for hit in searcher.search("sanctions iran ").hits)
    assert lit(searcher.search("talked iran ").hits[0]) == ["talked", "Iran"]


def test_a_word_that_is_being_typed_is_no_slip_yet(searcher: Searcher) -> None:
    assert "Council" not in lit(searcher.search("security counsel").hits[0])
