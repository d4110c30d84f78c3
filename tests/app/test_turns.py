"""Threads take short turns while the program runs."""

from __future__ import annotations

import argparse
import gc
import io
import sys
from collections.abc import Iterator

import pytest

from tests.app.conftest import CONTENT, Opening
from tui.app.turns import take_short_turns
from tui.cli.arguments import Exit
from tui.cli.open_app import open_app


class Tty(io.StringIO):
    """What looks like a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Python's own habits before a test, and after it those there were: an earlier test may have opened the app."""
    turn, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(0.005)
    gc.set_threshold(700, 10, 10)
    yield
    sys.setswitchinterval(turn)
    gc.set_threshold(*thresholds)


def test_nobody_keeps_the_interpreter_for_long() -> None:
    turn, old = sys.getswitchinterval(), gc.get_threshold()[2]
    take_short_turns()
    assert sys.getswitchinterval() < turn
    assert gc.get_threshold()[2] > old
    assert gc.isenabled()


def test_opening_the_app_takes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = sys.getswitchinterval()
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(sys, name, Tty())
    assert open_app(argparse.Namespace(theme="no such theme")) == Exit.USAGE
    assert sys.getswitchinterval() < turn


async def test_what_keys_left_behind_is_cleared_away_between_them_and_in_a_pause(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[int] = []
    async with opened(CONTENT) as reader:
        monkeypatch.setattr(gc, "collect", lambda generation=2: cleared.append(generation))
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
        await reader.search("Syria")
        await reader.until(lambda: reader.room.clauses.count > 30, "a pause, and further hits")
        assert cleared == []
        monkeypatch.setattr(gc, "get_count", lambda: (0, 99, 99))
        await reader.search("ceasefire")
        await reader.until(lambda: 2 in cleared, "the pause")
        assert cleared[0] == 1
