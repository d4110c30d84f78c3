"""What was pasted with its signs is found as it stands, and lit as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import clauses, lit, text_of
from tui.search.engine import searcher_of
from tui.text.words import words

TEXTS = [
    "Women were held, it is said; of women, nothing.",
    'The decade of women, "held in 1985", ended.',
    "| Asia | 1 | South | --- |",
    "South Asia, and 1 of Asia",
    "no first use of nuclear weapons; nuclear first",
    "-the wage tax; -the tax on companies;",
    "date: 2017 -place: Geneva | sort:date",
]
SEARCHER = searcher_of(clauses(TEXTS))


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        ('decade of women, "held', 1, ['decade of women, "held']),
        ('of women, "held', 1, ['of women, "held']),
        ("Asia | 1 | South", 2, ["Asia | 1 | South"]),
        ("| Asia | 1 | South | --- |", 2, ["Asia | 1 | South"]),
    ],
)
def test_it_comes_first_and_is_lit(query: str, text: int, spans: list[str]) -> None:
    hit = SEARCHER.search(query).hits[0]
    assert (text_of(hit), lit(hit), hit.score) == (TEXTS[text], spans, 100.0)


def test_what_is_excluded_stays_excluded() -> None:
    assert [text_of(hit) for hit in SEARCHER.search("first use of -nuclear").hits] == []


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_the_full_text_of_a_clause_finds_it_first_whatever_its_signs_mean(number: int) -> None:
    hit = SEARCHER.search(TEXTS[number]).hits[0]
    assert (hit.number, hit.score) == (number, 100.0)


def test_no_clause_comes_twice() -> None:
    hits = SEARCHER.search('"of women" held').hits
    assert len({hit.number for hit in hits}) == len(hits)


@given(st.sampled_from(TEXTS[:5]), st.data())
def test_any_stretch_of_a_clause_that_excludes_nothing_brings_it_first(text: str, data: st.DataObject) -> None:
    found = words(text)
    first = data.draw(st.integers(0, len(found) - 3))
    last = data.draw(st.integers(first + 2, len(found) - 1))
    stretch = text[found[first].start : found[last].end]
    if "---" in stretch:
        return
    asked = [word.folded for word in words(stretch)]
    held = [word.folded for word in words(text_of(SEARCHER.search(stretch).hits[0]))]
    assert any(held[at : at + len(asked)] == asked for at in range(len(held)))
