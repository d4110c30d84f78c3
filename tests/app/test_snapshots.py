"""A few pictures of the screens people meet first. Everything that draws them is pinned in pyproject.toml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.app.conftest import CONTENT
from tui.app.app import SummitApp
from tui.app.screens.reading_room import ReadingRoom
from tui.app.widgets.offer_line import OfferLine

Snap = Callable[..., bool]
_TRIES = 1_000


def _room(pilot: Pilot[None]) -> ReadingRoom:
    room = pilot.app.screen_stack[0]
    assert isinstance(room, ReadingRoom)
    return room


async def _until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    for _ in range(_TRIES):
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.005)
    pytest.fail("the screen never came to be as wanted")


async def _opened(pilot: Pilot[None]) -> None:
    await _until(pilot, lambda: _room(pilot).catalogue is not None)


async def _searching(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    query = "no militry solution to conflict"
    await pilot.press("slash", *query)
    await _until(pilot, lambda: (found := _room(pilot).results) is not None and found.query == query)


async def _concordance(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("slash", *"the")
    await _until(pilot, lambda: (found := _room(pilot).results) is not None and found.query == "the")
    await pilot.press("ctrl+t", "tab", "greater_than_sign", "j")
    await _until(pilot, lambda: _room(pilot).concordance.cursor == 1)


async def _facets(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("slash", *"syria", "ctrl+g")
    pane = _room(pilot).query_one("#pane-3")
    await _until(pilot, lambda: " of all 3" in str(pane.border_title))
    await pilot.press("G", "k", "enter")
    await _until(pilot, lambda: "of all 1" in str(pane.border_title))


async def _offers(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("slash", *"syria", "space", *"person:")
    await _until(pilot, lambda: _room(pilot).query_one(OfferLine).offers)
    await _until(pilot, lambda: (found := _room(pilot).results) is not None and found.query == "syria person:")


async def _narrowed(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("3", "j", "j", "enter")
    await _until(pilot, lambda: _room(pilot).scope.participant is not None)


async def _statement(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("1", "G")
    await _until(pilot, lambda: _room(pilot).scope.statement is not None)


async def _keys(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("question_mark")
    await _until(pilot, lambda: len(pilot.app.screen_stack) == 2)


async def _copy_menu(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("j", "y", "j")
    await _until(pilot, lambda: "in its own words" in str(pilot.app.screen.query_one("#preview-text", Static).render()))


async def _read(pilot: Pilot[None]) -> None:
    await _opened(pilot)
    await pilot.press("G", "enter")
    await _until(pilot, lambda: _room(pilot).current_pane == 4)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Callable[..., SummitApp]:
    """The app on the bundled collection of Da Nang, told the same folder wherever the clone is."""
    monkeypatch.chdir(CONTENT.parent)
    return lambda theme=None: SummitApp([Path("content/da-nang-2017")], theme=theme)


@pytest.mark.parametrize(
    ("size", "before", "theme"),
    [
        pytest.param((80, 24), _opened, None, id="clauses-80x24"),
        pytest.param((80, 24), _read, "textual-light", id="reading-80x24-light"),
        pytest.param((80, 24), _keys, None, id="keys-80x24"),
        pytest.param((80, 24), _copy_menu, None, id="copy-menu-80x24"),
        pytest.param((120, 36), _searching, None, id="searching-120x36"),
        pytest.param((120, 36), _statement, "textual-light", id="statement-120x36-light"),
        pytest.param((120, 36), _searching, "ansi-dark", id="searching-120x36-ansi"),
        pytest.param((200, 60), _narrowed, None, id="narrowed-200x60"),
        pytest.param((50, 12), _opened, None, id="clauses-50x12"),
        pytest.param((80, 24), _facets, "textual-light", id="facets-80x24-light"),
        pytest.param((120, 36), _facets, None, id="facets-120x36"),
        pytest.param((120, 36), _offers, None, id="offers-120x36"),
        pytest.param((80, 24), _concordance, None, id="concordance-80x24"),
        pytest.param((120, 36), _concordance, "textual-light", id="concordance-120x36-light"),
    ],
)
def test_screens_look_as_they_did(
    snap_compare: Snap,
    app: Callable[..., SummitApp],
    size: tuple[int, int],
    before: Callable[[Pilot[None]], object],
    theme: str | None,
) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=before)


def test_nothing_to_read_says_what_to_do(snap_compare: Snap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "collection.yaml").write_text("format: 1\nid: mine\ntitel: Mine\n")
    assert snap_compare(SummitApp([Path("mine")]), terminal_size=(80, 24), run_before=_opened)


def test_without_colour_everything_is_still_told_apart(
    snap_compare: Snap, app: Callable[..., SummitApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(120, 36), run_before=_searching)
