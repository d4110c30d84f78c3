"""How it ends, and where it does not even begin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.driver import COMMAND, Terminal
from tests.terminal.steps import DA_NANG, reading, search

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_leaving_is_exit_code_0_and_restores_the_terminal(key: str) -> None:
    with reading(80, 24) as t:
        assert {"1049", "1000", "2004", "25"} <= t.changed_modes
        assert t.press(key).wait_exit() == 0
        assert t.changed_modes == set()
        assert t.output.count(b"\x1b[<u") == len(re.findall(rb"\x1b\[>\d+u", t.output)), "the keyboard's protocol"
        assert "Traceback" not in t.written


def test_ctrl_q_leaves_from_the_search_box() -> None:
    with reading(80, 24) as t:
        assert search(t, "syria", "hits").press("ctrl+q").wait_exit() == 0
        assert t.changed_modes == set()


def test_ctrl_c_says_how_to_leave_and_does_not_leave() -> None:
    with reading(80, 24) as t:
        t.press("ctrl+c").wait_for("to quit").press("ctrl+c", "ctrl+c", "j").wait_for("▌ ✓ indirect · reaffirmed")
        assert t.press("q").wait_exit() == 0
        assert "Traceback" not in t.written


def test_ctrl_c_while_it_opens_is_no_traceback() -> None:
    with Terminal(80, 24) as t:
        t.wait_for("summit-tui").press("ctrl+c").wait_for("▌ ✓ direct").press("q")
        assert t.wait_exit() == 0
        assert "Traceback" not in t.written


def test_a_theme_that_is_not_there_is_exit_code_2_with_the_nearest_name() -> None:
    with Terminal(80, 24, "--theme", "ansi-drak") as t:
        assert t.wait_exit() == 2
        assert "no theme 'ansi-drak'; did you mean ansi-dark?" in t.written
        assert "\x1b" not in t.written


def test_a_theme_like_no_other_is_exit_code_2_with_the_names_there_are() -> None:
    with Terminal(80, 24, "--theme", "zzz") as t:
        assert t.wait_exit() == 2
        assert "textual-light" in t.written


def test_the_command_line_lights_the_words_that_matched_on_a_terminal() -> None:
    with Terminal(120, 24, "search", "no militry solution", "-c", DA_NANG) as t:
        assert t.wait_exit() == 0
        assert all(cell.reverse for cell in t.cells_of("no military solution"))
        assert not any(cell.reverse for cell in t.cells_of("there is"))


def test_a_terminal_that_cannot_light_gets_the_matched_words_on_a_line() -> None:
    with Terminal(120, 24, "search", "no militry solution", "-c", DA_NANG, env={"TERM": "dumb"}) as t:
        assert t.wait_exit() == 0
        assert t.shows("matched: no military solution")
        assert "\x1b" not in t.written


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs a shell with job control")
def test_ctrl_z_goes_back_to_the_shell_and_fg_returns_to_the_same_picture() -> None:
    with Terminal(80, 24, "--norc", "-i", command=Path("/bin/bash"), env={"PS1": "sh> "}) as t:
        t.wait_for("sh>").type(f"{COMMAND} -c {DA_NANG}\n").wait_for("1/8").press("j").wait_for("2/8", "▌ ✓ indirect")
        before = t.lines
        t.press("ctrl+z").wait_for("Stopped", "sh>")
        assert "1049" not in t.changed_modes
        t.type("fg\n").wait_until(lambda: t.lines == before, "the same picture")
