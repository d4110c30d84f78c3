"""Counts in words."""

from __future__ import annotations

import pytest

from tui.text.counting import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 clauses"), (1, "1 clause"), (2, "2 clauses"), (1_000_000, "1,000,000 clauses")]
)
def test_counts_are_read_as_english(number: int, words: str) -> None:
    assert counted(number, "clause") == words
