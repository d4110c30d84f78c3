"""What is said of how many hits there are is true, however few are asked for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import ALIASES, SEED, clauses, sentences
from tui.search.engine import Searcher, searcher_of
from tui.search.results import Results
from tui.text.words import words

TEXTS = [
    *sentences(),
    *(f"Some {number} labourers and their labour." for number in range(9)),
    *("Daesh was named." for _ in range(7)),
    *("ISIS was named." for _ in range(7)),
    *(f"The parties of row {number} met, and their solution was political." for number in range(60)),
]
SEARCHER = searcher_of(clauses(TEXTS), ALIASES)
WORDS = sorted({word.folded for word in words(SEED.read_text(encoding="utf-8"))})


def whole(query: str, searcher: Searcher = SEARCHER) -> Results:
    return searcher.search(query, limit=10_000)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.integers(1, 12), st.booleans())
def test_a_count_that_is_told_as_exact_does_not_depend_on_the_limit(asked: list[str], limit: int, ended: bool) -> None:
    query = " ".join(asked) + " " * ended
    some, every = SEARCHER.search(query, limit=limit), whole(query)
    assert every.counted
    assert every.total == len(every.hits)
    assert some.total <= every.total
    assert some.counted <= (some.total == every.total)
    assert some.more == (len(some.hits) < every.total) or not some.counted


@pytest.mark.parametrize("query", ["Daesh", "labour", "parties", "the parties"])
def test_other_forms_of_a_word_count_though_as_typed_it_is_often_enough(query: str) -> None:
    some, every = SEARCHER.search(query, limit=5), whole(query)
    assert len(some.hits) == 5 < every.total
    assert some.more
    assert "5" in some.count
    assert some.counted or some.count.startswith(("the best 5 hits", "first 5 of at least"))


def test_where_all_are_looked_at_though_no_more_than_wanted_it_is_told_as_exact() -> None:
    """Those that hold the words as typed are no others."""
    some = SEARCHER.search("parties of row", limit=100)
    assert (some.counted, some.total) == (True, whole("parties of row").total)
    assert 60 <= some.total < 100


def test_hits_do_not_vanish_while_the_next_word_is_begun() -> None:
    """Of its first letters nobody can tell what it will be."""
    counts = [SEARCHER.search("ceasefire " + begun, limit=100).total for begun in ("", "k", "p", "pe", "x", "q")]
    assert min(counts) == max(counts) > 0


def test_a_word_that_is_begun_narrows_little_by_little() -> None:
    text = "labour solution"
    totals = [whole(text[:length]).total for length in range(len("labour "), len(text) + 1)]
    assert all(after <= before for before, after in pairwise(totals))
    assert totals[-1] > 0
