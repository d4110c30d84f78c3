from __future__ import annotations

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.steps import reading

pytestmark = pytest.mark.terminal

_STRIP = "Narrowed to Dmitry Peskov: 8 clauses, 1 summit · x undoes"
_APEC = "│    APEC Summit"


def _narrow_to_peskov(t: Terminal) -> Terminal:
    t.press("3").wait_for("┏━ 3 Participants").press(*"jjjjj").wait_for("6/12")
    return t.press("enter").wait_for(_STRIP)


def test_choosing_a_participant_narrows_and_says_so() -> None:
    with reading(120, 36) as t:
        assert t.shows(_APEC)
        _narrow_to_peskov(t).wait_for("◆ Dmitry Peskov").wait_gone(_APEC)


@pytest.mark.parametrize("undo", ["x", "escape", "enter"])
def test_one_key_undoes_it(undo: str) -> None:
    with reading(120, 36) as t:
        _narrow_to_peskov(t).press(undo).wait_gone(_STRIP, "◆").wait_for(_APEC)


def test_a_click_on_the_strip_undoes_it() -> None:
    with reading(120, 36) as t:
        _narrow_to_peskov(t).click("Narrowed to").wait_gone(_STRIP).wait_for(_APEC)


def test_on_a_small_screen_narrowing_shows_the_clauses_with_the_strip() -> None:
    with reading(80, 24) as t:
        _narrow_to_peskov(t).wait_for("┏━ 2 Clauses", "1/8")
        t.press("1").wait_for("┏━ 1 Summits", _STRIP, "Putin–Trump meeting")
        assert not t.shows("    APEC Summit")


def test_x_with_nothing_narrowed_says_so() -> None:
    with reading(80, 24) as t:
        t.press("x").wait_for("Nothing is narrowed")
