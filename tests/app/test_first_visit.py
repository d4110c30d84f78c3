"""The first visit: says what is open in its own files' words, offers three things to try, and is gone for good."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.app.conftest import CONTENT, DA_NANG, Reader
from tui.app.app import SummitApp
from tui.app.screens.comparing import ComparingScreen
from tui.app.screens.trace import TraceScreen
from tui.app.screens.verifying import VerifyingScreen
from tui.app.screens.welcome import TrialLine, WelcomeScreen
from tui.app.screens.welcoming import COMPARED
from tui.app.visits import Visits
from tui.cli.open_app import open_app
from tui.index.opening import open_collections
from tui.model.records import Clause
from tui.model.vocabulary import Speech
from tui.study.compare import compare
from tui.study.trace.occurrence import Occurrence


@asynccontextmanager
async def _visiting(
    *paths: Path, welcome: bool = True, size: tuple[int, int] = (120, 36), address: str | None = None
) -> AsyncIterator[Reader]:
    app = SummitApp(list(paths) or [CONTENT], address=address, welcome=welcome)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot, [])
        await reader.until(lambda: reader.room.catalogue is not None, "the collections open")
        yield reader


def _welcomed(reader: Reader) -> bool:
    return isinstance(reader.app.screen, WelcomeScreen)


async def test_it_says_what_is_open_in_the_words_of_its_files() -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        said = " ".join(str(reader.app.screen.query_one("#welcome-text", Static).render()).split())
        assert reader.room.catalogue is not None
        for collection in reader.room.catalogue.collections:
            assert collection.title in said
            assert " ".join((collection.description or "").split()) in said
            assert " ".join((collection.note or "").split()) in said
        assert "Not seen: the statement itself" in said
        assert len(reader.app.screen.query(TrialLine)) == 3


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (200, 60)])
async def test_what_can_be_tried_is_in_sight_at_every_size(size: tuple[int, int]) -> None:
    async with _visiting(size=size) as reader:
        await reader.until(lambda: _welcomed(reader))
        for line in reader.app.screen.query(TrialLine):
            assert line.region.height == 1
            assert line.region.bottom <= size[1]
        await reader.press("j")
        assert reader.app.screen.query_one("#welcome").scroll_y > 0 or size == (200, 60)


async def test_dismissed_once_it_is_gone_for_good(state_home: Path) -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        await reader.press("escape")
        assert not _welcomed(reader)
        assert reader.room.focused is reader.room.clauses
        await reader.press("r")
        await reader.pilot.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert not _welcomed(reader)
    assert [path.name for path in (state_home / "summit-tui").iterdir()] == ["welcome-dismissed"]
    async with _visiting() as reader:
        await reader.pilot.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert not _welcomed(reader)
        # It can be called again.
        reader.app._show_welcome()
        await reader.until(lambda: _welcomed(reader))


async def test_the_palette_names_it() -> None:
    async with _visiting(DA_NANG, welcome=False) as reader:
        names = [command.title for command in reader.app.get_system_commands(reader.app.screen)]
        assert "program: Welcome" in names
        # What needs the bundled collections is not offered without them.
        reader.app._show_welcome()
        await reader.until(lambda: _welcomed(reader))
        assert len(reader.app.screen.query(TrialLine)) == 1
        await reader.press("equals_sign")
        assert _welcomed(reader)


async def test_t_traces_the_phrase_from_meeting_to_meeting() -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        await reader.press("t")
        await reader.until(lambda: _traced(reader) is not None)
        found = {one.statement.key for one in _traced(reader) or ()}
        assert {"da-nang-2017/joint-statement", "syria-track/tehran-2018-09-07"} <= found
        assert len(found) >= 11


def _traced(reader: Reader) -> Sequence[Occurrence] | None:
    """The occurrences on the screen, once there are any."""
    screen = reader.app.screen
    return screen.trace.occurrences if isinstance(screen, TraceScreen) and screen.trace else None


async def test_v_verifies_a_quotation() -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        await reader.press("v")
        await reader.until(lambda: isinstance(reader.app.screen, VerifyingScreen))
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_equals_compares_two_texts() -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        await reader.press("equals_sign")
        await reader.until(lambda: isinstance(reader.app.screen, ComparingScreen))
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_a_search_can_be_begun_over_it_and_no_letter_is_lost() -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        await reader.press("slash", "s", "y")
        await reader.until(lambda: bool(reader.room.results))
        assert not _welcomed(reader)
        assert reader.room.bar.value == "sy"
        assert not reader.room.visits.first


async def test_a_click_tries_too() -> None:
    async with _visiting() as reader:
        await reader.until(lambda: _welcomed(reader))
        await reader.pilot.click(reader.app.screen.query(TrialLine).last())
        await reader.until(lambda: isinstance(reader.app.screen, ComparingScreen))


def test_the_two_texts_are_there_and_differ_in_what_they_are_chosen_for(tmp_path: Path) -> None:
    catalogue = open_collections([CONTENT], tmp_path).catalogue
    left, right = (catalogue.clause(address) for address in COMPARED)
    assert isinstance(left, Clause)
    assert isinstance(right, Clause)
    assert (left.address, right.address) == COMPARED
    comparison = compare(catalogue, left, right)
    (pair,) = comparison.pairs
    assert pair.left is not None
    assert pair.right is not None
    assert pair.left.text == "multi-ethnic, multi-religious, non-sectarian, democratic and secular"
    assert pair.right.text == "multi-ethnic, multi-religious, non-sectarian and democratic State"
    # Words that were published, not the editors'.
    assert {side.rendering.speech for side in (pair.left, pair.right)} == {Speech.DIRECT}
    assert comparison.whose == ""


async def test_who_has_begun_to_search_is_not_interrupted(state_home: Path) -> None:
    app = SummitApp([CONTENT], welcome=True)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot, [])
        await reader.press("slash", "s", "y")
        await reader.until(lambda: reader.room.catalogue is not None and reader.room.results)
        assert not _welcomed(reader)
        assert reader.room.bar.value == "sy"
    assert not (state_home / "summit-tui" / "welcome-dismissed").exists()


@pytest.mark.parametrize(
    ("options", "welcome"),
    [
        ({}, True),
        ({"collections": [DA_NANG]}, False),
        ({"more_collections": [DA_NANG]}, False),
        ({"address": "da-nang-2017/joint-statement"}, False),
    ],
)
def test_only_the_bundled_collections_welcome(
    options: dict[str, object], welcome: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import argparse

    asked: list[bool] = []

    class Asked(SummitApp):
        def run(self, **_: object) -> None:
            asked.append(self._welcome)

    monkeypatch.setattr("tui.app.app.SummitApp", Asked)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    given = {"theme": None, "no_mouse": False, "collections": None, "address": None, **options}
    open_app(argparse.Namespace(**given))
    assert asked == [welcome]


def test_where_it_cannot_be_kept_it_is_gone_for_the_session(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "visits", Path("relative")):
        visits = Visits(path)
        assert visits.first
        visits.dismiss()
        assert not visits.first
        assert Visits(path).first
    kept = tmp_path / "new" / "visits"
    Visits(kept).dismiss()
    assert not Visits(kept).first
    assert kept.stat().st_mode & 0o077 == 0
