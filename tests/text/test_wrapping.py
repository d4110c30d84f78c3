"""Long texts are cut into lines that fit, and nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.cells import cells
from tui.text.wrapping import wrap

_TEXTS = st.text(alphabet="ab  \n中文é\u0301.", max_size=60) | st.text(max_size=40)
_WIDTHS = st.integers(2, 12)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two ", "three"]),
        ("one two three", 7, ["one two ", "three"]),
        ("one two three", 6, ["one ", "two ", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("one\n", 10, ["one", ""]),
        ("中文字", 4, ["中文", "字"]),
    ],
)
def test_lines_end_between_words(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(_TEXTS, _WIDTHS)
def test_nothing_but_line_feeds_is_lost(text: str, width: int) -> None:
    assert "".join(lines(text, width)) == text.replace("\n", "")


@given(_TEXTS, _WIDTHS)
def test_lines_fit_but_for_spaces_at_their_end(text: str, width: int) -> None:
    assert all(cells(line.rstrip()) <= width for line in lines(text, width))


@given(_TEXTS, _WIDTHS)
def test_every_line_has_something_or_is_one_of_the_text(text: str, width: int) -> None:
    assert sum(not line for line in lines(text, width)) == sum(not line for line in text.split("\n"))


def test_a_book_is_wrapped_at_once() -> None:
    assert len(wrap("word " * 400_000, 80)) == 25_000
