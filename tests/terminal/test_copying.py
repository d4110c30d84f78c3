"""Copying in a real terminal: what it is sent, locally and inside tmux; and opening at an address."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.fake_helpers import Helpers
from tests.terminal.driver import COMMAND, Terminal
from tests.terminal.steps import DA_NANG, WIDE, reading

pytestmark = pytest.mark.terminal

_SENT = re.compile(rb"\x1b\]52;[a-z]?;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")
_STATEMENT = "da-nang-2017/joint-statement"


def sent(terminal: Terminal) -> list[str]:
    """Every text that the terminal was sent for its clipboard."""
    return [base64.b64decode(data).decode() for data in _SENT.findall(terminal.output)]


def test_over_ssh_the_terminal_is_sent_the_words_and_the_reader_is_told(tmp_path: Path) -> None:
    fake = Helpers(tmp_path)
    fake.add("xclip")
    environment = {
        "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22",
        "DISPLAY": ":0",
        "PATH": f"{fake.folder}{os.pathsep}{os.environ['PATH']}",
    }
    with reading(*WIDE, env=environment) as t:
        t.press("y").wait_for("Copy what?", "the words with citation", "not to be had")
        t.press("w").wait_for("Copied the words")
        t.wait_until(lambda: bool(sent(t)), "the terminal is sent the words")
        (words,) = sent(t)
        assert words.startswith("the presidents agreed to maintain the existing military communication channels")
        assert t.shows(f"Copied the words, {len(words)} characters")
        assert fake.got("xclip") is None
        t.press("j").wait_for("2/8")


def test_a_key_that_follows_in_the_same_breath_chooses(tmp_path: Path) -> None:
    with reading(*WIDE) as t:
        t.type("ya").wait_for("Copied the address")
        t.wait_until(lambda: bool(sent(t)), "the terminal is sent the address")
        assert sent(t) == [f"{_STATEMENT}#military-channels"]


def test_on_a_display_the_helper_has_it_and_the_terminal_is_sent_nothing(tmp_path: Path) -> None:
    fake = Helpers(tmp_path)
    fake.add("wl-copy")
    environment = {"WAYLAND_DISPLAY": "wayland-9", "PATH": f"{fake.folder}{os.pathsep}{os.environ['PATH']}"}
    with reading(*WIDE, env=environment) as t:
        t.press("y", "c").wait_for("through wl-copy")
        assert (fake.got("wl-copy") or b"").startswith(b"[News report on the joint statement on Syria], [Sputnik]")
        assert sent(t) == []


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """A tmux of the test's own; returns what one of its commands prints."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    socket = str(tmp_path / "tmux")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [program, "-S", socket, *arguments], capture_output=True, text=True, timeout=20, check=True
        )
        return done.stdout

    config = tmp_path / "tmux.conf"
    config.write_text("set -s set-clipboard external\nset -as terminal-features ',xterm-256color:clipboard'\n")
    run("-f", str(config), "new-session", "-d", "-x", "120", "-y", "36", "/bin/sh")
    yield run
    subprocess.run([program, "-S", socket, "kill-server"], capture_output=True, timeout=20, check=False)


def test_inside_tmux_the_terminal_around_it_is_sent_the_words(tmux: Callable[..., str], tmp_path: Path) -> None:
    with Terminal(120, 36, "-S", str(tmp_path / "tmux"), "attach", command=Path(shutil.which("tmux") or "tmux")) as t:
        t.wait_until(lambda: bool(tmux("list-clients")), "tmux is attached")
        python = f"PYTHONPATH={os.environ.get('PYTHONPATH', '')}"
        state = f"XDG_CACHE_HOME={os.environ['XDG_CACHE_HOME']} XDG_STATE_HOME={os.environ['XDG_STATE_HOME']}"
        t.type(f"{python} {state} LC_ALL=C.UTF-8 {COMMAND} -c {DA_NANG}\r").wait_for("1/8")
        t.type("ya").wait_for("Copied the address", "through tmux")
        t.wait_until(lambda: bool(sent(t)), "the outer terminal is sent the address")
        assert sent(t) == [f"{_STATEMENT}#military-channels"]
        assert tmux("show-buffer") == f"{_STATEMENT}#military-channels"
        t.press("q")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), WIDE])
def test_open_starts_at_the_clause(columns: int, rows: int) -> None:
    with Terminal(columns, rows, "open", f"{_STATEMENT}#no-military-solution") as t:
        t.wait_for("┏━", f"{_STATEMENT}#no-military-solution", "mixed: the quoted words are the document's")
        assert t.press("q").wait_exit() == 0


def test_open_at_nothing_is_exit_code_1_with_the_nearest_and_no_screen() -> None:
    with Terminal(160, 24, "open", f"{_STATEMENT}#no-militry-solution") as t:
        assert t.wait_exit() == 1
        assert f"did you mean {_STATEMENT}#no-military-solution?" in t.written
        assert "\x1b" not in t.written


def test_open_where_no_collection_is_is_exit_code_3(tmp_path: Path) -> None:
    with Terminal(160, 24, "open", "a/b", "-c", tmp_path / "nothing") as t:
        assert t.wait_exit() == 3
        assert "no collection could be opened" in t.written
