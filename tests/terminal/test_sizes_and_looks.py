from __future__ import annotations

import re

import pytest

from tests.terminal.steps import WIDE, reading, search

pytestmark = pytest.mark.terminal

_PANES = ("1 Summits", "2 Clauses", "3 Participants", "4 Reading")


def test_80x24_shows_one_pane_at_a_time_and_the_others_by_name() -> None:
    with reading(80, 24) as t:
        t.wait_for(" 1 Summits  2 Clauses  3 Participants  4 Reading")
        for key, name in zip("1342", (_PANES[0], _PANES[2], _PANES[3], _PANES[1]), strict=True):
            t.press(key).wait_for(f"┏━ {name}").wait_gone("╭─")


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (120, 36), (200, 60)])
def test_a_larger_terminal_shows_every_pane(columns: int, rows: int) -> None:
    with reading(columns, rows) as t:
        t.wait_for("╭─ 1 Summits", "┏━ 2 Clauses", "╭─ 3 Participants", "╭─ 4 Reading", "proved")
        assert max(map(len, t.lines)) == columns


@pytest.mark.parametrize(("columns", "rows"), [(60, 15), (40, 10), (30, 6)])
def test_made_small_and_large_again_it_shows_the_same_picture(columns: int, rows: int) -> None:
    with reading(*WIDE) as t:
        # Once a key has been answered, nothing of the first picture is still to come.
        before = t.press("j").wait_for("2/8").press("k").wait_for("1/8", "joint-statement#military-channels").lines
        t.resize(columns, rows).wait_for("1 Summits  2 Clauses").press("j").resize(*WIDE).wait_for("2/8")
        t.press("k").wait_until(lambda: t.lines == before, "the first picture")


def test_it_survives_a_terminal_too_small_for_anything() -> None:
    with reading(120, 36) as t:
        t.resize(3, 2).press("j").resize(1, 1).press("j").resize(120, 36)
        # Sizes that come faster than they are painted are one change, or none; another screen is painted whole.
        t.press("?").wait_for("┏━ Keys").press("escape").wait_gone("┏━ Keys").wait_for("3/8", "┏━ 2 Clauses")
        assert t.press("q").wait_exit() == 0


def test_a_search_goes_on_while_the_terminal_changes_its_size() -> None:
    with reading(120, 36) as t:
        search(t, "no militry", " hit").resize(40, 10).wait_for("┏━ 2 Clauses", "no militry")
        t.type(" solution").wait_for("no militry solution").resize(80, 24).wait_for(
            "no militry solution", "Enter opens"
        )
        t.press("enter").wait_for("joint-statement#no-military-solution")


def test_it_can_be_opened_in_a_tiny_terminal() -> None:
    with reading(40, 10) as t:
        t.press("j").wait_for("2/8").press("enter").wait_for("┏━ 4 Reading")
        assert t.press("q").wait_exit() == 0


def test_no_color_shows_greys_alone_and_focus_all_the_same() -> None:
    with reading(120, 36, env={"NO_COLOR": "1"}) as t:
        t.wait_for("Dmitry Peskov", "Place")
        colours = [colour for colour in t.colours if colour != "default"]
        assert all(re.fullmatch(r"(..)\1\1", colour) for colour in colours), colours
        assert all(cell.reverse for cell in t.cells_of("2 Clauses"))
        assert not any(cell.reverse for cell in t.cells_of("4 Reading"))


def test_the_ansi_theme_leaves_the_colours_to_the_terminal() -> None:
    with reading(120, 36, "--theme", "ansi-dark") as t:
        t.wait_for("Dmitry Peskov", "Place")
        assert not [colour for colour in t.colours if re.fullmatch("[0-9a-f]{6}", colour)]
        search(t, "military", " hits")
        assert {cell.bg for cell in t.cells_of("military s")[:8]} != {"default"}


@pytest.mark.parametrize(("theme", "dark"), [("textual-light", False), ("textual-dark", True)])
def test_a_theme_by_name(theme: str, dark: bool) -> None:
    with reading(80, 24, "--theme", theme) as t:
        background = t.cells_of("reaffirmed")[0].bg
        assert (int(background[:2], 16) < 0x80) is dark


def test_ctrl_l_draws_the_whole_screen_anew() -> None:
    with reading(80, 24) as t:
        before = len(t.written)
        t.press("ctrl+l").wait_until(lambda: "2 Clauses" in t.written[before:], "the screen is written again")
        assert t.press("q").wait_exit() == 0
