"""Sequences that read what is asked of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.index.lazy import Lazy, chained, keyed, listed

LISTS = st.lists(st.lists(st.text(max_size=3), max_size=4), max_size=4)


def test_only_what_is_looked_at_is_read() -> None:
    read: list[int] = []

    def twice(number: int) -> int:
        read.append(number)
        return 2 * number

    numbers = Lazy(1_000_000, twice, lambda key: int(key) // 2)
    assert len(numbers) == 1_000_000
    assert numbers[3] == 6
    assert numbers[10:12] == [20, 22]
    assert numbers[-1] == 1_999_998
    assert numbers.place("8") == 4
    assert read == [3, 10, 11, 999_999]
    with pytest.raises(IndexError):
        numbers[1_000_000]


@given(LISTS)
def test_several_in_a_row_are_one(lists: list[list[str]]) -> None:
    whole = [item for part in lists for item in part]
    joined = chained([listed(part, str) for part in lists])
    assert list(joined) == whole
    assert [joined[-place - 1] for place in range(len(whole))] == whole[::-1]
    for item in whole:
        assert joined.place(item) == whole.index(item)
    assert joined.place("not there") is None


def test_by_their_keys() -> None:
    found = keyed(["a", "b"], str.upper)
    assert (list(found), found.place("b"), found.place("c")) == (["A", "B"], 1, None)
