"""The size that counts is the terminal's, whatever was reported last."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from types import FrameType

import pytest
from textual import events
from textual.geometry import Size

from tests.app.conftest import DA_NANG
from tui.app.app import SummitApp


class _Asked:
    """Counts how often the driver would be asked for the size again."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.times += 1


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Asked]:
    """A terminal of 120x36, as the app would find it, and whoever answers when its size has changed."""
    counter = _Asked()
    before = signal.signal(signal.SIGWINCH, counter)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((120, 36)))
    monkeypatch.setattr(SummitApp, "is_headless", property(lambda self: False))
    yield counter
    signal.signal(signal.SIGWINCH, before)


def _told(columns: int, rows: int) -> None:
    size = Size(columns, rows)
    SummitApp([DA_NANG]).on_resize(events.Resize(size, size))


def test_a_stale_size_that_comes_last_is_asked_for_again(asked: _Asked) -> None:
    _told(3, 2)
    assert asked.times == 1


def test_the_size_that_the_terminal_has_is_taken_as_it_is(asked: _Asked) -> None:
    _told(120, 36)
    assert asked.times == 0
