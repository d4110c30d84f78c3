"""Differences in words and signs."""

from __future__ import annotations

from tests.study.difference.texts import ALIASES
from tui.study.difference.differ import differences
from tui.study.difference.signs import differing, signed, tally


def told(left: str, right: str) -> list[str]:
    """What is said of each difference that is listed."""
    found = differing(differences(left, right, ALIASES), left, right)
    return [f"{one.said} {one.name}".strip() for one in found if one.first]


def test_a_list_in_another_order_is_one_difference() -> None:
    left, right = "Both the United States and Russia agree", "Both Russia and the United States agree"
    assert told(left, right) == ["“the United States and Russia” / “Russia and the United States” order"]
    assert tally(differences(left, right)) == "1 difference: 1 order"


def test_a_moved_passage_is_one_difference_with_a_number_at_both_ends() -> None:
    left, right = "yesterday the leaders agreed to meet", "the leaders agreed to meet yesterday"
    pieces = differences(left, right)
    assert told(left, right) == ["“yesterday” moved 1"]
    assert tally(pieces) == "1 difference: 1 substantive"
    assert signed(pieces, left, right) == "[-yesterday -](moved 1)the leaders agreed to meet{+ yesterday+}(moved 1)"


def test_each_kind_by_its_name() -> None:
    left = "The labour of Daesh was forged today, they said"
    right = "the labor of ISIS was found, they said"
    assert told(left, right) == [
        "“The” / “the” style",
        "“labour” / “labor” spelling",
        "“Daesh” / “ISIS” alias",
        "“forged today” / “found”",
    ]
    assert tally(differences(left, right, ALIASES)) == "4 differences: 1 substantive, 1 spelling, 1 alias, 1 style"


def test_no_difference_is_the_same() -> None:
    assert tally(differences("a", "a")) == "the same"
    assert told("a", "a") == []
