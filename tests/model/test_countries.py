"""Country codes: those of ISO 3166-1, and those of states that are no more."""

from __future__ import annotations

import re

import pytest

from tui.model.countries import CODES, CURRENT, FORMER
from tui.model.country_names import NAMES


def test_every_country_has_a_name_and_no_two_of_today_the_same() -> None:
    assert set(NAMES) == CODES
    today = [name for code in CURRENT for name in NAMES[code]]
    assert all(name and name == name.strip() for name in today)
    assert len(today) == len(set(today))


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
