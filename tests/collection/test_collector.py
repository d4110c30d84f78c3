"""The garbage collector looks seldom while collections are compiled, and as often as ever afterwards."""

from __future__ import annotations

import gc

import pytest

from tests.collection.factory import Shelf
from tui.collection.collector import seldom
from tui.collection.compile import compile_file
from tui.collection.plan import plan


def test_it_looks_as_often_as_before_when_all_are_done() -> None:
    usual = gc.get_threshold()
    with seldom():
        with seldom():
            assert gc.get_threshold()[0] > usual[0]
        assert gc.get_threshold()[0] > usual[0], "the first is not done yet"
    assert gc.get_threshold() == usual


def test_whoever_else_set_how_often_it_looks_finds_that_again() -> None:
    """The app has it look seldom in its own way, before or after this module was imported."""
    usual = gc.get_threshold()
    try:
        gc.set_threshold(5_000, 11, 12)
        with seldom():
            assert gc.get_threshold()[0] > 5_000
        assert gc.get_threshold() == (5_000, 11, 12)
    finally:
        gc.set_threshold(*usual)


def test_what_was_made_meanwhile_is_not_looked_through_at_its_end() -> None:
    looked: list[int] = []

    def look(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            looked.append(info["generation"])

    gc.collect()
    gc.callbacks.append(look)
    try:
        with seldom():
            made = [[number] for number in range(100_000)]
        young = len(gc.get_objects(0))
    finally:
        gc.callbacks.remove(look)
    assert young < len(made)
    assert not looked


def test_what_is_given_up_leaves_it_as_it_was() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="given up"), seldom():
        raise ValueError("given up")
    assert gc.get_threshold() == usual


def test_a_file_that_was_compiled_leaves_it_nothing_to_find(good: Shelf) -> None:
    """What waits for it waits long: a cycle that holds a file's nodes would hold those of many files."""
    found = plan(good.folder)
    made = [compile_file(file, found.context) for file in found.again]
    gc.collect()
    made += [compile_file(file, found.context) for file in found.again]
    assert gc.collect() == 0
    assert made
