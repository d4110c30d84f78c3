"""Small screens show one pane at a time, larger ones all; nothing breaks below."""

from __future__ import annotations

import pytest

from tests.app.conftest import Opening, Reader


def _shown(reader: Reader) -> list[int]:
    return [number for number in range(1, 5) if reader.room.query_one(f"#pane-{number}").display]


async def test_80x24_shows_one_pane_and_names_the_others(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        assert _shown(reader) == [2]
        assert reader.room.query_one("PaneTabs").display
        await reader.press("3")
        assert _shown(reader) == [3]
        await reader.press("j", "enter")
        assert _shown(reader) == [2]
        assert "Narrowed to Donald Trump" in reader.state
        await reader.press("enter")
        assert _shown(reader) == [4]
        await reader.press("escape")
        assert _shown(reader) == [2]


@pytest.mark.parametrize("size", [(120, 36), (200, 60), (100, 20)])
async def test_larger_screens_show_every_pane(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        assert _shown(reader) == [1, 2, 3, 4]
        assert not reader.room.query_one("PaneTabs").display
        assert all(reader.room.query_one(f"#pane-{number}").size.area > 0 for number in range(1, 5))


async def test_zoom_gives_one_pane_the_screen_and_takes_it_back(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("z")
        assert _shown(reader) == [2]
        assert reader.room.query_one("#pane-2").size.width > 100
        await reader.press("4")
        assert _shown(reader) == [4]
        await reader.press("z")
        assert _shown(reader) == [1, 2, 3, 4]


async def test_zoom_on_a_small_screen_says_why_not(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("z")
        assert reader.notices == ["One pane at a time already: 1 2 3 4 show the others"]


@pytest.mark.parametrize("size", [(59, 14), (40, 10), (20, 6), (8, 4), (1, 1)])
async def test_nothing_breaks_on_tiny_screens(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        for keys in ("1", "j", "3", "enter", "4", "j", "2", "slash", "a", "escape", "question_mark", "escape"):
            await reader.press(keys)
        assert reader.app.is_running
        assert reader.app._exception is None


async def test_resizing_keeps_the_place(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("G")
        await reader.pilot.resize_terminal(80, 24)
        await reader.until(lambda: _shown(reader) == [2], "one pane")
        await reader.pilot.resize_terminal(200, 60)
        await reader.until(lambda: len(_shown(reader)) == 4, "all panes")
        assert reader.clause_id == "geneva-2254"


async def test_rows_take_the_room_there_is(opened: Opening) -> None:
    async with opened(size=(200, 60)) as reader:
        assert reader.room.clauses.row_height > reader.room.clauses.ROW_HEIGHT
        last = reader.room.clauses.render_row(7, 60)
        assert "UNSCR 2254." in " ".join(line.plain for line in last)


async def test_the_words_that_matched_are_seen_in_a_long_clause(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("daesh terror group")
        row = reader.room.clauses.render_row(0, 30)
        assert "Daesh" in " ".join(line.plain for line in row)
