"""Patterns: found where they match, lit as they match, and given up in time."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import clauses, found, lit
from tui.index.segment import segment_of
from tui.search.atoms import pattern as patterns
from tui.search.atoms.literal import literal
from tui.search.atoms.pattern import TIME_LIMIT, Clock, Pattern
from tui.search.cancel import SearchCancelled, never
from tui.search.engine import searcher_of
from tui.text.words import words

HOSTILE = "a" * 5_000 + "!"


@pytest.mark.parametrize(
    ("query", "lights"),
    [
        (r"/de-?escalat\w+/", [["De-escalation"], ["deescalated"]]),
        (r"/escalat/", [["escalat"], ["escalat"]]),
        (r"/De-/", [["De-"]]),
        (r"/[0-9]+/", [["2017", "11"]]),
        (r"'on' /n on \d/", [["n on 2", "on"]]),
        (r"agreed /n on \d+/", [["n on 2017", "agreed"]]),
        (r"/ed on|on/ 'agreed'", [["on", "on", "agreed on"]]),
    ],
)
def test_exactly_what_the_pattern_matches_is_lit(query: str, lights: list[list[str]]) -> None:
    texts = ["De-escalation on 2017-11: agreed on it", "They deescalated"]
    assert [lit(hit) for hit in searcher_of(clauses(texts)).search(query).hits] == lights


def test_a_match_in_the_middle_of_a_lit_word_joins_it() -> None:
    (hit,) = searcher_of(clauses(["They agreed on it"])).search("'agreed' /ed on/").hits
    assert lit(hit) == ["agreed on"]
    assert hit.passage == hit.spans[0]


def test_a_pattern_that_would_take_for_ever_is_given_up_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["an aa", *[HOSTILE] * 60, "a last aa"]
    before = time.perf_counter()
    results = searcher_of(clauses(texts)).search("/(a+)+$/")
    assert time.perf_counter() - before < 5 * TIME_LIMIT
    assert found(results)[0] == "an aa"
    assert lit(results.hits[0]) == ["aa"]
    assert not results.counted
    assert results.matching is None
    (notice,) = results.notices
    told = re.fullmatch(
        r"“/\(a\+\)\+\$/” was tried on (\d+) of 62 clauses: the others would have taken too long", notice
    )
    assert told
    assert len(results.hits) <= int(told[1]) < 62
    assert results.count.startswith("at least ")


def test_one_text_that_takes_too_long_hides_no_other() -> None:
    results = searcher_of(clauses([HOSTILE, "aa"])).search("/(a+)+$/")
    assert found(results) == ["aa"]
    assert results.notices == ("“/(a+)+$/” was tried on 1 of 2 clauses: the others would have taken too long",)


def test_what_was_not_read_is_not_excluded_either() -> None:
    results = searcher_of(clauses([HOSTILE, "bb", "aa"])).search("-/(a+)+$/")
    assert found(results) == ["bb"]
    assert "2 of 3" in results.notices[0]


def test_what_cannot_be_lit_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    results = searcher_of(clauses([f"aa\n{HOSTILE} aa"])).search("'aa' | /^aa$|(a+)+b/")
    assert lit(results.hits[0]) == ["aa", "aa"]
    assert "not all that “/^aa$|(a+)+b/” matches is lit: it would have taken too long" in results.notices


@pytest.mark.parametrize("query", ["/(?R)?a/", "/(a|aa)+$/", "/(?:(?:a{1,99}){1,99}){1,99}b/", "/(?b)(?:abc){e<=9}z/"])
def test_hostile_patterns_end(query: str) -> None:
    before = time.perf_counter()
    searcher_of(clauses([HOSTILE] * 30)).search(query)
    assert time.perf_counter() - before < 5 * TIME_LIMIT


def test_a_search_with_a_pattern_can_be_given_up() -> None:
    searcher = searcher_of(clauses([HOSTILE] * 500))
    begun = time.perf_counter()
    with pytest.raises(SearchCancelled):
        searcher.search("/x/ 'a'", cancelled=lambda: True)
    asked = []

    def after_some_time() -> bool:
        asked.append(1)
        return time.perf_counter() - begun > 0.3

    with pytest.raises(SearchCancelled):
        searcher.search("/(a+)+$/", cancelled=after_some_time)
    assert time.perf_counter() - begun < 10
    assert len(asked) > 1


def test_patterns_read_only_what_the_rest_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def matches(compiled: object, text: str, seconds: float) -> bool:
        read.append(text)
        return True

    monkeypatch.setattr(patterns, "_search", matches)
    searcher = searcher_of(clauses(["one two", "two three", "three four", "two five"]))
    searcher.search("/e/ 'two' -five ")
    assert read == ["one two", "two three"]
    read.clear()
    searcher.search("/e/ four ")
    assert read == ["three four"]
    read.clear()
    searcher.search("/e/ | 'two' ")
    assert read == ["three four"]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"de-?escalat\w+", "escalat"), (r"\bmilitary\b.*Solution", "military"), ("abc?d", None), ("abc+d", "abc"),
        ("ab{2}cde", "cde"), ("abc{,3}", None), ("abc*?def", "def"), ("(abc|xyz)def", "def"), ("abc|def", None),
        ("x(?=abc)def", "def"), ("x(?!abc)def", None), ("(?i)abc", None), ("(?x)abc d", None), ("(?:(?x)a b)cde", None),
        ("abc{e<=1}d", None), ("[]abc]", None), ("[^]abc]def", "def"), (r"[\]]abc", "abc"), (r"\x41bcd", None),
        (r"\p{L}bcd", None), (r"\Labc", None), (r"(a)\1bcd", None), ("éabc", "abc"), ("abc def", "abc"), ("ab", None),
    ],
)  # fmt: skip
def test_letters_that_every_match_holds(pattern: str, letters: str | None) -> None:
    assert literal(pattern) == letters


WRITTEN = [
    *("mil", "ita", "ry", "S", "ſ", "K", "İ", "?", "*", "+", "{2}", "{0,1}", "|", "(", ")", ".", "[a-z]", "\\b", "\\w"),
    *("\\.", "^", "$", "é", "(?:", "[^m]"),
]
READ = ["mil", "MIL", "ita", "İTA", "ry", "ss", "ſ", "k", "é", "i\u0301", " ", ".", "m"]


@given(
    st.lists(st.sampled_from(WRITTEN), max_size=8).map("".join),
    st.lists(st.sampled_from(READ), max_size=9).map("".join),
)
def test_no_text_that_matches_is_passed_over(written: str, text: str) -> None:
    try:
        asked = Pattern(written)
    except ValueError:
        return
    index = segment_of(clauses([text])).index
    tried = asked.try_on(index, np.ones(1, bool), Clock(5), never)
    assert tried.tried.all()
    assert tried.matched.tolist() == [patterns._search(asked._compiled, text, 1.0)]
    if words(text) and tried.matched[0]:
        spans, every = asked.spans(text, Clock(5))
        assert every
        assert all(0 <= start < end <= len(text) for start, end in spans)
