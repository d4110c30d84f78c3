"""Collections that are missing, empty or broken open to a screen that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import samples
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal


def _missing(folder: Path) -> Path:
    return folder / "nowhere"


def _empty(folder: Path) -> Path:
    return folder


def _broken(folder: Path) -> Path:
    (folder / "collection.yaml").write_text("format: 1\nid: [\n", "utf-8")
    return folder


def _bare(folder: Path) -> Path:
    (folder / "collection.yaml").write_text("format: 1\nid: bare\ntitle: Bare\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_missing, "no such folder"),
        (_empty, "a folder with a collection.yaml"),
        (_broken, "collection.yaml:3:1: error: not YAML"),
        (_bare, "none of them holds a summit or a statement"),
    ],
)
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (200, 60)])
def test_the_screen_says_why_and_what_to_do(
    make: Callable[[Path], Path], said: str, columns: int, rows: int, tmp_path: Path
) -> None:
    with Terminal(columns, rows, "-c", make(tmp_path), cwd=tmp_path) as t:
        t.wait_for("There is nothing to read here.", "What to do", "summit-tui check")
        assert said in " ".join(t.text.split())
        assert t.press("q").wait_exit() == 0
        assert t.changed_modes == set()


@pytest.mark.parametrize("make", [_missing, _empty, _broken, _bare])
def test_every_key_is_harmless_where_there_is_nothing(make: Callable[[Path], Path], tmp_path: Path) -> None:
    with Terminal(160, 48, "-c", make(tmp_path), cwd=tmp_path) as t:
        t.wait_for("What to do").press(*"1234zx[]nNgGjk", "enter", "tab", "shift+tab")
        t.press("/").wait_for("Nothing to search")
        t.press("?").wait_for("┏━ Keys").press("escape").wait_gone("┏━ Keys")
        assert t.press("q").wait_exit() == 0
        assert "Traceback" not in t.written


def test_reading_again_finds_what_was_mended(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    with Terminal(80, 24, "-c", folder) as t:
        t.wait_for("There is nothing to read here.")
        samples.sound(folder)
        t.press("r").wait_for("┏━ 2 Clauses", "Les Présidents", "1/1")


def test_mistakes_hide_nothing_that_is_sound_and_are_a_key_away(tmp_path: Path) -> None:
    with Terminal(120, 36, "-c", samples.mistaken(tmp_path / "small")) as t:
        t.wait_for("Les Présidents", "errors: !")
        t.press("!").wait_for("┏━ Problems", "mistakes.yaml:2:").press("escape").wait_gone("┏━ Problems")
        assert t.press("q").wait_exit() == 0
