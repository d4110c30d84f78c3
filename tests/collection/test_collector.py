"""The garbage collector looks seldom while collections are compiled, and as often as ever afterwards."""

from __future__ import annotations

import gc

import pytest

from tui.collection.collector import seldom


def test_it_looks_as_often_as_before_when_all_are_done() -> None:
    usual = gc.get_threshold()
    with seldom():
        with seldom():
            assert gc.get_threshold()[0] > usual[0]
        assert gc.get_threshold()[0] > usual[0], "the first is not done yet"
    assert gc.get_threshold() == usual


def test_what_is_given_up_leaves_it_as_it_was() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="given up"), seldom():
        raise ValueError("given up")
    assert gc.get_threshold() == usual
