from __future__ import annotations

import pytest

from tests.terminal.steps import WIDE, reading, search

pytestmark = pytest.mark.terminal


def test_a_click_on_a_row_goes_there() -> None:
    with reading(*WIDE) as t:
        t.click("Dmitry Peskov").wait_for("┏━ 3 Participants", "6/12", "▌ Dmitry Peskov", "da-nang-2017/peskov")


def test_a_double_click_chooses_the_row() -> None:
    with reading(120, 36) as t:
        t.click("Dmitry Peskov", times=2).wait_for("Narrowed to Dmitry Peskov")


def test_a_click_on_a_name_shows_that_pane() -> None:
    with reading(80, 24) as t:
        t.click("3 Participants").wait_for("┏━ 3 Participants").click("1 Summits").wait_for("┏━ 1 Summits")


def test_the_wheel_scrolls() -> None:
    with reading(80, 24) as t:
        t.scroll_down("reaffirmed", times=20).wait_for("They confirmed that").wait_gone("reaffirmed")
        assert t.shows("1/8")


def test_a_click_on_a_hit_shows_it() -> None:
    with reading(*WIDE) as t:
        search(t, "solution", "2 hits")
        t.click("They confirmed that").wait_for("2/2", "da-nang-2017/joint-statement#geneva-2254")


def test_no_mouse_leaves_it_to_the_terminal() -> None:
    with reading(80, 24, "--no-mouse") as t:
        assert b"\x1b[?1000h" not in t.output
    with reading(80, 24) as t:
        assert b"\x1b[?1000h" in t.output
