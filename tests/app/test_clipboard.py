"""Which way a text is copied, what the reader is told, and what the terminal is sent."""

from __future__ import annotations

import base64
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.fake_helpers import Helpers
from tui.app.clipboard.copy import Copying, copy
from tui.app.clipboard.helpers import helpers as known
from tui.app.clipboard.helpers import run
from tui.app.clipboard.osc52 import MOST_BYTES, sequence, through_screen, through_tmux
from tui.text.visible import visible

TEXT = "“Đà Nẵng” 军事 $(touch x); `y` 'z'\n"


@pytest.fixture
def fake(tmp_path: Path) -> Helpers:
    return Helpers(tmp_path)


def told(text: str) -> str:
    """What a terminal that is sent OSC 52 takes."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", text)
    assert found, repr(text)
    return base64.b64decode(found[1]).decode()


# Helpers


@pytest.mark.parametrize(
    ("name", "environment", "arguments", "encoding"),
    [
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}, [""], "utf-8"),
        ("xclip", {"DISPLAY": ":0"}, ["-selection", "clipboard"], "utf-8"),
        ("xsel", {"DISPLAY": ":0"}, ["--clipboard", "--input"], "utf-8"),
        ("clip.exe", {"WSL_DISTRO_NAME": "Debian"}, [""], "utf-16"),
    ],
)
def test_a_helper_with_a_display_is_given_the_text_and_no_shell_reads_it(
    fake: Helpers, name: str, environment: dict[str, str], arguments: list[str], encoding: str
) -> None:
    fake.add(name)
    copying = copy(TEXT, fake.environment(**environment))
    assert copying == Copying(TEXT, (name,))
    assert fake.got(name) == TEXT.encode(encoding)
    assert fake.arguments(name) == arguments
    assert copying.told("the words") == f"Copied the words, {len(TEXT)} characters, through {name}"
    assert {path.name for path in fake.folder.iterdir()} == {name, f"{name}.got", f"{name}.arguments"}


def test_macos_has_a_helper_without_a_display(fake: Helpers) -> None:
    fake.add("pbcopy")
    assert [helper.name for helper in known(fake.environment(), "darwin")] == ["pbcopy"]
    assert list(known(fake.environment(), "linux")) == []


@pytest.mark.parametrize("ssh", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_over_ssh_the_terminal_is_asked_whatever_display_there_is(fake: Helpers, ssh: str) -> None:
    fake.add("xclip")
    copying = copy("words", fake.environment(DISPLAY=":0", **{ssh: "here"}))
    assert copying.through == ("the terminal (OSC 52)",)
    assert fake.got("xclip") is None


def test_a_helper_that_fails_makes_room_for_the_next_way_and_it_is_said(fake: Helpers) -> None:
    fake.add("wl-copy", "exit 3")
    fake.add("xclip")
    copying = copy("words", fake.environment(DISPLAY=":0", WAYLAND_DISPLAY="wayland-0"))
    assert copying.told("the address") == "Copied the address, 5 characters, through xclip (wl-copy: exit code 3)"
    fake.add("xclip", "exit 1")
    copying = copy("words", fake.environment(DISPLAY=":0", WAYLAND_DISPLAY="wayland-0"))
    assert copying.told("the address") == (
        "Copied the address, 5 characters, through the terminal (OSC 52) (wl-copy: exit code 3; xclip: exit code 1)"
    )
    assert told(copying.to_terminal) == "words"


def test_a_helper_that_never_answers_is_given_up_with_all_it_started(fake: Helpers) -> None:
    fake.add("xclip", "/bin/sleep 600 & wait")
    begun = time.monotonic()
    path = {"PATH": f"{fake.folder}"}
    assert run(["xclip"], b"words", path, timeout=0.2) == "no answer in 0.2 s"
    assert time.monotonic() - begun < 60


def test_a_helper_that_goes_on_in_the_background_is_not_waited_for(fake: Helpers) -> None:
    fake.add("xclip", "/bin/sleep 2 & exit 0")
    assert run(["xclip"], b"words", {"PATH": str(fake.folder)}, timeout=60) is None
    assert fake.got("xclip") == b"words"


def test_a_helper_that_reads_nothing_is_no_crash(fake: Helpers) -> None:
    path = fake.folder / "xclip"
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o700)
    assert run(["xclip"], b"x" * 1_000_000, {"PATH": str(fake.folder)}) is None
    path.write_text("no program")
    assert run(["xclip"], b"x", {"PATH": str(fake.folder)}) is not None
    assert run(["nothing"], b"x", {"PATH": str(fake.folder)}) == "not found"


# The terminal


@given(st.text(max_size=200))
def test_the_terminal_is_sent_the_text_as_it_is_shown(text: str) -> None:
    copying = copy(text, {"TERM": "xterm", "PATH": ""})
    assert told(copying.to_terminal) == visible(text) == copying.text
    assert copying.through == ("the terminal (OSC 52)",)


def test_what_a_terminal_would_obey_is_made_visible_before_it_is_copied() -> None:
    copying = copy("a\x1b[2Jb\u202ec\rd", {"TERM": "xterm", "PATH": ""})
    assert told(copying.to_terminal) == "a␛[2Jb\ufffdc␍d"


def test_a_text_that_is_too_long_for_terminals_is_not_sent_and_it_is_said() -> None:
    environment = {"TERM": "xterm", "PATH": ""}
    fits = copy("é" * (MOST_BYTES // 2), environment)
    assert len(fits.to_terminal) <= 100_000
    copying = copy("x" * (MOST_BYTES + 1), environment)
    assert (copying.through, copying.to_terminal) == ((), "")
    assert copying.told("the words") == (
        "Could not copy the words: too long for the terminal (OSC 52): 74,995 bytes, at most 74,994"
    )


def test_a_dumb_terminal_is_sent_nothing() -> None:
    copying = copy("words", {"TERM": "dumb", "PATH": ""})
    assert (copying.through, copying.to_terminal) == ((), "")
    assert copying.told("the words") == "Could not copy the words: the terminal is a dumb one"


def test_one_character_is_one_character() -> None:
    assert copy("x", {"TERM": "xterm", "PATH": ""}).told("it").startswith("Copied it, 1 character, ")


# tmux and GNU screen


def test_inside_tmux_tmux_is_asked_which_asks_its_own_terminal(fake: Helpers) -> None:
    fake.add("tmux")
    copying = copy(TEXT, fake.environment(TMUX="/tmp/x,1,0"))
    assert copying == Copying(TEXT, ("tmux",))
    assert fake.arguments("tmux") == ["load-buffer", "-w", "-", "show-options", "-sv", "set-clipboard"]


def test_a_tmux_that_may_not_set_the_clipboard_is_named(fake: Helpers) -> None:
    fake.add("tmux", "echo off")
    copying = copy(TEXT, fake.environment(TMUX="/tmp/x,1,0"))
    assert "through tmux, whose set-clipboard is off: it may be in its own buffer only" in copying.told("it")


def test_inside_tmux_on_a_display_both_have_it(fake: Helpers) -> None:
    fake.add("tmux")
    fake.add("xclip")
    copying = copy("words", fake.environment(TMUX="/tmp/x,1,0", DISPLAY=":0"))
    assert copying.told("it") == "Copied it, 5 characters, through xclip and tmux"


def test_an_older_tmux_passes_on_what_is_wrapped(fake: Helpers) -> None:
    fake.add("tmux", "exit 1")
    copying = copy("words", fake.environment(TMUX="/tmp/x,1,0"))
    assert copying.to_terminal == sequence("words") + through_tmux(sequence("words"))
    assert "(tmux load-buffer -w: exit code 1)" in copying.told("it")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=2_000))
def test_what_is_wrapped_comes_out_as_it_was(text: str) -> None:
    plain = sequence(text)
    tmux = through_tmux(plain)
    assert tmux.startswith("\x1bPtmux;")
    assert tmux.removeprefix("\x1bPtmux;").removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b") == plain
    screen = through_screen(plain)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", screen, re.DOTALL)
    assert "".join(pieces) == plain
    assert max(map(len, pieces)) <= 256


def test_gnu_screen_is_given_pieces() -> None:
    copying = copy("words", {"TERM": "screen", "STY": "1.pts", "PATH": ""})
    assert copying.to_terminal == through_screen(sequence("words"))
