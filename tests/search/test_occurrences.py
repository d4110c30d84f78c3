"""How often a word stands, and which words of a text tell where it is from."""

from __future__ import annotations

from tests.search.clauses import clauses
from tui.search.engine import searcher_of


def test_a_word_is_counted_in_each_place_and_in_each_wording() -> None:
    searcher = searcher_of(clauses(["the end of the war", "The war went on", "no end"]))
    assert searcher.occurrences("the") == (3, 2)
    assert searcher.occurrences("end") == (2, 2)
    assert searcher.occurrences("peace") == (0, 0)


def test_telling_words_are_known_and_seldom_the_rarest_first() -> None:
    searcher = searcher_of(clauses(["the ceasefire of Hamburg", "the ceasefire", "of the"]))
    assert searcher.telling(["the", "ceasefire", "zeppelin", "hamburg", "ceasefire", "of"]) == ["hamburg", "ceasefire"]
