"""A misspelt name is answered with the right one, and a name like no other with none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.nearest import nearest

KEYS = ["participants", "sources", "instruments", "aliases", "summits", "statements"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("statments", "statements"),
        ("sumits", "summits"),
        ("Sources", "sources"),
        ("PARTICIPANTS", "participants"),
        ("alias", "aliases"),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KEYS) == meant


def test_underscores_and_hyphens_are_taken_for_each_other() -> None:
    assert nearest("JOINT_STATEMENT", ["joint-statement", "readout"]) == "joint-statement"
    assert nearest("JOINT_STATMENT", ["joint-statement", "readout"]) == "joint-statement"


def test_the_same_case_is_nearer_than_another() -> None:
    assert nearest("Ann", ["ANN", "Anne"]) == "Anne"


def test_a_name_like_no_other_has_no_nearest() -> None:
    assert nearest("zzz", KEYS) is None


def test_among_no_names_there_is_no_nearest() -> None:
    assert nearest("statements", []) is None


@given(st.text(), st.lists(st.text()))
def test_the_nearest_is_always_one_of_the_names(typed: str, names: list[str]) -> None:
    assert nearest(typed, names) in [None, *names]


@given(st.lists(st.text(min_size=1), min_size=1))
def test_a_right_name_is_nearest_to_itself(names: list[str]) -> None:
    assert nearest(names[0], names) == names[0]
