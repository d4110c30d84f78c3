"""The keys, their help, and the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from tests.app.conftest import Opening, Reader
from tui.app.app import SummitApp
from tui.app.keys import keys_in_use
from tui.app.screens.concorded import ConcordedScreen
from tui.app.screens.linked import LinkedScreen
from tui.app.screens.paned import PanedScreen
from tui.app.screens.quoting import QuotingScreen
from tui.app.screens.reading_room import ReadingRoom
from tui.app.screens.source_reader import SourceReader
from tui.app.screens.study import StudyScreen
from tui.app.screens.studying import StudyingScreen
from tui.app.screens.verifying import VerifyingScreen
from tui.app.screens.wordings import WordingsScreen
from tui.app.widgets.concordance_list import ConcordanceList
from tui.app.widgets.participant_list import ParticipantList
from tui.app.widgets.quotation_box import QuotationBox
from tui.app.widgets.row_list import RowList
from tui.app.widgets.scrolled import Scrolled
from tui.app.widgets.search_bar import SearchBar
from tui.study.card import Mark


def _overlay(reader: Reader) -> str:
    return str(reader.app.screen.query_one("#overlay-text", Static).content)


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_vim_and_arrow_keys_move(opened: Opening, down: str, up: str) -> None:
    async with opened() as reader:
        await reader.press(down, down, up)
        assert reader.room.clauses.cursor == 1


@pytest.mark.parametrize(("last", "first"), [("G", "g"), ("end", "home")])
async def test_first_and_last(opened: Opening, last: str, first: str) -> None:
    async with opened() as reader:
        await reader.press(last)
        assert reader.room.clauses.cursor == 7
        await reader.press("j")
        assert reader.room.clauses.cursor == 7
        await reader.press(first)
        assert reader.room.clauses.cursor == 0


async def test_pages(opened: Opening) -> None:
    async with opened(size=(80, 18)) as reader:
        await reader.press("ctrl+d")
        moved = reader.room.clauses.cursor
        assert moved is not None
        assert moved > 1
        await reader.press("ctrl+u")
        assert reader.room.clauses.cursor == 0


async def test_numbers_and_tab_go_to_the_panes(opened: Opening) -> None:
    async with opened() as reader:
        room = reader.room
        panes: tuple[Widget, ...] = (room.summits, room.clauses, room.participants, room.reading)
        for number, pane in enumerate(panes, 1):
            await reader.press(str(number))
            assert room.focused is pane
        await reader.press("tab")
        assert room.current_pane == 1
        await reader.press("shift+tab")
        assert room.current_pane == 4


async def test_enter_reads_and_the_reading_pane_scrolls(opened: Opening) -> None:
    async with opened(size=(80, 16)) as reader:
        await reader.press("G", "enter")
        assert reader.room.focused is reader.room.reading
        await reader.press("G")
        await reader.until(lambda: reader.room.reading.scroll_y > 0, "it scrolls down")
        await reader.press("g")
        await reader.until(lambda: reader.room.reading.scroll_y == 0, "it scrolls back")


@pytest.mark.parametrize("pane", [1, 2, 3, 4])
async def test_help_lists_every_key_of_the_focused_pane(opened: Opening, pane: int) -> None:
    async with opened() as reader:
        await reader.press(str(pane))
        keys = keys_in_use(reader.room)
        focused = reader.room.focused
        assert focused is not None
        assert next(iter(keys)) == focused.BINDING_GROUP_TITLE
        await reader.press("question_mark")
        text = _overlay(reader)
        assert all(mark.meaning in text for mark in Mark)
        for rows in keys.values():
            for shown, what in rows:
                assert shown in text
                assert what in text
        await reader.press("escape")
        assert reader.app.screen is reader.room


WITH_BINDINGS = (
    SummitApp, ReadingRoom, QuotingScreen, VerifyingScreen, QuotationBox, StudyingScreen, StudyScreen,
    WordingsScreen, SourceReader,
    ConcordedScreen, LinkedScreen, PanedScreen, RowList, ParticipantList, ConcordanceList,
    Scrolled, SearchBar
)  # fmt: skip


@pytest.mark.parametrize("owner", WITH_BINDINGS)
def test_every_binding_has_an_id_of_its_own_and_says_what_it_does(owner: type) -> None:
    bindings = [binding for binding in vars(owner)["BINDINGS"] if isinstance(binding, Binding)]
    assert bindings
    assert all(binding.id and binding.description for binding in bindings)
    assert len({binding.id for binding in bindings}) == len(bindings)


async def test_q_quits(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("q")
        await reader.until(lambda: not reader.app.is_running or reader.app._exit, "it quits")


async def test_the_palette_offers_summits_statements_and_participants(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("ctrl+p")
        await reader.until(lambda: len(reader.app.screen_stack) > 1, "the palette opens")
        await reader.press(*"peskov")
        await reader.until(lambda: _options(reader) and "Peskov" in _options(reader)[0], "Peskov is offered")
        await reader.press("enter")
        await reader.until(lambda: reader.room.scope.participant == "da-nang-2017/peskov", "it narrows")


def _options(reader: Reader) -> list[str]:
    from textual.command import CommandList

    found = reader.app.screen.query(CommandList)
    return [str(option.prompt) for option in found.first().options] if found else []


async def test_a_click_moves_and_a_double_click_opens(opened: Opening) -> None:
    async with opened() as reader:
        third = (5, 2 * reader.room.clauses.row_height + 1)
        await reader.pilot.click("#clauses", offset=third)
        await reader.pilot.pause()
        assert reader.clause_id == "call-on-parties"
        assert "#call-on-parties" in reader.reading
        await reader.pilot.click("#clauses", offset=third, times=2)
        await reader.until(lambda: reader.room.focused is reader.room.reading, "it is read")
        assert any(isinstance(message, RowList.Chosen) for message in reader.messages)


async def test_the_wheel_scrolls_without_moving_the_cursor(opened: Opening) -> None:
    async with opened(size=(80, 16)) as reader:
        clauses = reader.room.clauses
        clauses.scroll_down(animate=False)
        await reader.pilot.pause()
        assert clauses.cursor == 0
        assert clauses.scroll_y > 0


async def test_clicking_what_narrows_undoes_it(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.narrow_to("da-nang-2017/putin")
        await reader.pilot.pause()
        await reader.pilot.click("StateBar")
        await reader.pilot.pause()
        assert reader.room.scope.participant is None


async def test_clicking_a_tab_shows_its_pane(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        room = reader.room
        targets: tuple[tuple[int, Widget], ...] = ((28, room.participants), (2, room.summits), (45, room.reading))
        for x, pane in targets:
            await reader.pilot.click("PaneTabs", offset=(x, 0))
            await reader.pilot.pause()
            assert room.focused is pane


async def test_clicking_the_count_of_problems_lists_them(opened: Opening, collection: Path) -> None:
    (collection / "participants.yaml").write_text("participants: [\n")
    async with opened(collection) as reader:
        await reader.pilot.click("TitleBar", offset=(115, 0))
        await reader.pilot.pause()
        assert "participants.yaml:2:1: error: not YAML" in _overlay(reader)


async def test_f1_lists_the_keys_while_typing(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash", "question_mark", "f1")
        assert reader.room.bar.value == "?"
        assert "Open the hit" in _overlay(reader)


async def test_the_palette_closes_the_list_of_keys_before_it_acts(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("question_mark", "ctrl+p")
        await reader.until(lambda: len(reader.app.screen_stack) == 3, "the palette opens")
        await reader.press(*"peskov")
        await reader.until(lambda: _options(reader) and "Peskov" in _options(reader)[0], "Peskov is offered")
        await reader.press("enter")
        await reader.until(lambda: reader.room.scope.participant == "da-nang-2017/peskov", "it narrows")
        assert reader.app.screen is reader.room
