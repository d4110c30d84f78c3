"""The first start of the installed program, with the bundled collections, in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal


def test_the_first_start_welcomes_and_the_second_does_not(tmp_path: Path) -> None:
    env = {"XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    with Terminal(80, 24, env=env) as t:
        t.wait_for("━ Welcome ━", "Not seen: the", "Three things to try", "Compare two texts")
        t.press("=").wait_for("a fragment)", "democratic State", "substantive")
        t.press("escape").wait_for("1/313").press("q")
        assert t.wait_exit() == 0
    with Terminal(80, 24, env=env) as t:
        t.wait_for("1/313").press("1").wait_for("━ 1 Summits", "All collections")
        assert not t.shows("Three things to try")
        t.press("a").wait_for("1 Summits · by year", "UN LAS US RU GB CN FR TR IQ KW QA EU")
        t.press("s").wait_for("Title, place").type("helsinki").wait_for("Russia–US summit, Helsinki", "2018-07-16")
        t.press("enter").wait_for("2 Clauses · Russia–US summit, Helsinki")
        t.press("q")
        assert t.wait_exit() == 0
