"""A collection that attacks the terminal: what it says is shown, and none of it is obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli import samples
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

_SIZES = [(80, 24), (120, 36)]
_RAW = [b"\x1b]0;", b"owned\x07", b"\x1b[8;13;37t", b"\xc2\x9b", "\u202e".encode(), "\u2066".encode()]
"""The parts of the attack."""


@pytest.fixture(params=_SIZES, ids=str)
def t(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    columns, rows = request.param
    with Terminal(columns, rows, "-c", samples.hostile(tmp_path / "evil")) as terminal:
        yield terminal.wait_for("┏━ 2 Clauses", "✓ direct", "1/1")
        assert [part for part in _RAW if part in terminal.output] == []


def test_every_pane_shows_the_text_and_obeys_none_of_it(t: Terminal) -> None:
    t.wait_for("We agree", "␛]0;owned␇␛[8;13;37t�2J", "[b]bold[/b]")
    t.press("1").wait_for("┏━ 1 Summits", "Evil ␛]0;owned␇")
    t.press("j").wait_for("2/3").press("j").wait_for("3/3").press("4").wait_for("┏━ 4 Reading", "␛]0;owned␇")
    t.press("3").wait_for("┏━ 3 Participants", "Evil ␛]0;owned␇").press("4").wait_for("┏━ 4 Reading", "person · evil/p")


def test_searching_lights_words_of_it_and_obeys_none_of_it(t: Terminal) -> None:
    t.press("/").wait_for("Search all quoted text").type("agre bold").wait_for("1 hit", "We agree ␛]0;owned␇")
    t.wait_for_look("agree", lambda cell: cell.underscore)
    t.press("enter").wait_for("Hit 1 of 1", "␛]0;owned␇")


def test_an_alias_with_an_attack_in_it_is_named_harmlessly(t: Terminal) -> None:
    t.press("/").wait_for("Search all quoted text").type("peace").wait_for("peace, also: Evil ␛]0;owned␇")


def test_narrowing_names_a_participant_harmlessly(t: Terminal) -> None:
    t.press("3").wait_for("┏━ 3 Participants").press("enter").wait_for("Narrowed to Evil ␛]0;owned␇")
    t.press("x").wait_gone("Narrowed to")


def test_problems_are_told_harmlessly(t: Terminal) -> None:
    t.press("!").wait_for("┏━ Problems", "collection.yaml:3:8:").press("G").wait_for("rec␛[2J�ords.yaml")


def test_the_palette_lists_it_harmlessly(t: Terminal) -> None:
    t.press("ctrl+p").wait_for("Search for commands").type("evil").wait_for("summit: Evil ␛]0;owned␇", "[b]bold[/b]")
    t.press("escape").wait_gone("Search for commands")


def test_a_folder_with_a_hostile_name_is_named_harmlessly(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b]0;owned\x07\u202eb"
    folder.mkdir()
    with Terminal(120, 36, "-c", folder) as t:
        t.wait_for("There is nothing to read here.", "a␛]0;owned␇�b")
        assert [part for part in _RAW if part in t.output] == []
