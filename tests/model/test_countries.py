"""Country codes: those of ISO 3166-1, and those of states that are no more."""

from __future__ import annotations

import re

import pytest

from tui.model.countries import CODES, CURRENT, FORMER


def test_every_code_is_two_capital_letters() -> None:
    assert [code for code in CODES if not re.fullmatch("[A-Z]{2}", code)] == []


def test_there_are_as_many_as_the_standard_has_and_kosovo() -> None:
    assert len(CURRENT - {"XK"}) == 249


def test_no_state_is_both_here_and_gone() -> None:
    assert CURRENT.isdisjoint(FORMER)


@pytest.mark.parametrize("code", ["NO", "VN", "RU", "US", "SY", "JO", "KZ", "TR", "IR", "GB", "CH", "XK"])
def test_states_of_today(code: str) -> None:
    assert code in CURRENT


@pytest.mark.parametrize("code", ["SU", "YU", "CS", "DD"])
def test_states_that_signed_what_still_stands(code: str) -> None:
    assert code in FORMER


@pytest.mark.parametrize("code", ["UK", "EU", "no", "USA", "", "XX", "ZZ"])
def test_what_is_no_country(code: str) -> None:
    assert code not in CODES
