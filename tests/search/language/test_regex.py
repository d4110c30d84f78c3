"""What a pattern may be, and when case counts."""

from __future__ import annotations

import inspect
import re
import sys
import warnings
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.language.regex import LONGEST, RegexError, compile_regex


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("syria", "SYRIA", True),
        ("Syria", "SYRIA", False),
        (r"\Wsyria\B", " SYRIAN", True),
        (r"(?P<name>syria)", "SYRIA", True),
        ("женева", "ЖЕНЕВА", True),
        ("Женева", "ЖЕНЕВА", False),
        (r"\p{Lu}yria", "SYRIA", True),
        (r"\p{Lu}Yria", "SYRIA", False),
        (r"\x53yria", "SYRIA", True),
        ("(?<Name>syria)", "SYRIA", True),
        ("(?<=Xs)yria", "xsyria", False),
        ("[[:Alpha:]]yria", "SYRIA", True),
        ("(?<=s*)yria", "SYRIA", True),
    ],
)
def test_case_counts_when_there_is_a_capital(pattern: str, text: str, found: bool) -> None:
    assert bool(compile_regex(pattern).search(text)) is found


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", "missing )"),
        ("a[", "unterminated character set"),
        ("a{9999999999999}", "it is too large"),
        ("x" * (LONGEST + 1), "it has more than 500 characters"),
        ("a{200}b{300}c{300}", "it is too large"),
        ("(?:(?:a{99}){99}){99}", "it is too large"),
        ("(?x)(?:a{1 000 # {\n}){1000}", "it is too large"),
        (r"\L<names>", "undefined named list"),
    ],
)
def test_what_is_no_pattern_is_refused_with_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(RegexError, match=f"^{re.escape(reason)}$"):
        compile_regex(pattern)


def test_a_pattern_nested_too_deep_for_python_is_refused() -> None:
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(len(inspect.stack()) + 60)
        with pytest.raises(RegexError, match=r"^it is too large$"):
            compile_regex("(" * 100 + ")" * 100)
    finally:
        sys.setrecursionlimit(limit)


def test_a_doubtful_pattern_warns_on_no_terminal() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile_regex.cache_clear()
        compile_regex("[[a]--b]")
    assert caught == []


@given(st.text(max_size=40) | st.text("()[]{}*+?|\\^$.<>=!:Pabc0-9,", max_size=40))
def test_any_text_is_a_pattern_or_refused(pattern: str) -> None:
    with suppress(RegexError):
        assert compile_regex(pattern).pattern == pattern
