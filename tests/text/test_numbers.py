"""What is only a part of a number, and what only stands beside one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.numbers import cuts_number


def _cuts(text: str, part: str) -> bool:
    start = text.index(part)
    return cuts_number(text, start, start + len(part))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1,500 troops", "500 troops"),
        ("1,500,000 euros", "1,500"),
        ("1 500 000 euros", "500 000"),
        ("1’500 francs", "500"),
        ("2.5 million", "5 million"),
        ("2,5 Mio", "2"),
        ("1,234.5 tonnes", "5 tonnes"),
    ],
)
def test_a_part_of_a_number(text: str, part: str) -> None:
    assert _cuts(text, part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1,500 troops", "1,500"),
        ("1 500 000 euros", "1 500 000"),
        ("on 11.11.2017, in", "2017"),
        ("in 2017, 500 men", "500 men"),
        ("in 2015 500 troops", "500"),
        ("of 5, 10 and 15", "10"),
        ("section 3.2.1 says", "2"),
        ("some 500.", "500"),
        ("no numbers", "numbers"),
    ],
)
def test_what_only_stands_beside_one(text: str, part: str) -> None:
    assert not _cuts(text, part)


@given(st.integers(1_000, 10**12), st.sampled_from([",", ".", "\u00a0", " ", "’"]), st.text("ab (", max_size=9))
def test_a_grouped_number_is_whole_only_as_a_whole(number: int, sign: str, beside: str) -> None:
    written = f"{number:,}".replace(",", sign)
    text, first = f"{beside}{written} people", len(beside)
    assert not cuts_number(text, first, first + len(written))
    assert cuts_number(text, first + written.index(sign) + 1, len(text))
    assert cuts_number(text, 0, first + written.rindex(sign))
