"""Widths in cells are those that terminals give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.cells import cells


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Da Nang", 7),
        ("军事解决", 8),
        ("ｆｕｌｌ", 8),
        ("ﾊﾝｶｸ", 4),
        ("e\u0301te\u0301", 3),
        ("Đà Nẵng", 7),
        ("داعش", 4),
        ("سَلام", 4),
        ("שָׁלוֹם", 4),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("a\u200bb\u2060c", 3),
        ("␛]0;", 4),
        ("🕊", 1),
        ("🙂", 2),
    ],
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


_SCRIPTS = st.characters(
    codec="utf-8",
    categories=["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Pd", "Ps", "Pe", "Po", "Pi", "Pf", "Zs"],
    exclude_characters="\u3164",
    max_codepoint=0xD7A3,
)


@given(st.text(_SCRIPTS))
def test_letters_of_every_script_are_as_wide_as_the_screen_library_has_them(text: str) -> None:
    assert cells(text) == cell_len(text)
