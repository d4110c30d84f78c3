"""What is compiled turns out damaged while it is read: it is compiled anew, and the reader goes on."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from textual.pilot import Pilot, WaitForScreenTimeout

from tests.app.conftest import CONTENT, Opening, Reader
from tui.app.app import SummitApp
from tui.app.messages import LibraryOpened
from tui.app.screens.trace import TraceScreen
from tui.index.opening import cache_folder, open_collections

TOLD = "What was compiled of the collections was damaged: it is compiled anew"


@pytest.fixture(autouse=True)
def _nobody_waits_for_a_room_that_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the damage and the new room, the pilot would wait for the old one, which answers nobody any more."""
    wait = Pilot._wait_for_screen

    async def wait_a_little(pilot: Pilot[None], timeout: float = 0.5) -> bool:
        with suppress(WaitForScreenTimeout):
            return await wait(pilot, timeout)
        return True

    monkeypatch.setattr(Pilot, "_wait_for_screen", wait_a_little)


def rot() -> None:
    """Write into every clause that is compiled, as a failing disk does: with no time moved. Who has it open sees it."""
    for path in cache_folder().rglob("clauses"):
        before = path.stat()
        with path.open("rb+") as file:
            for place in range(0, before.st_size, 16):
                file.seek(place)
                file.write(b"\xff")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


async def is_mended(reader: Reader, before: int) -> None:
    def opened() -> int:
        return sum(isinstance(message, LibraryOpened) for message in reader.messages)

    await reader.until(lambda: opened() > before and reader.room.clauses.clauses, "the collections are opened anew")
    assert reader.notices.count(TOLD) == 1


async def test_a_reader_who_opens_what_is_damaged_reads_what_is_compiled_anew(opened: Opening) -> None:
    open_collections([CONTENT / "da-nang-2017"], cache_folder())
    rot()
    async with opened() as reader:
        await is_mended(reader, 1)
        assert len(reader.clause_ids) == 8
        await reader.press("j")
        assert "da-nang-2017/joint-statement#" in reader.reading


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_reader_who_comes_upon_damage_goes_on_reading(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(CONTENT / "syria-track", size=size) as reader:
        first = reader.clause_id
        rot()
        await reader.press("G")
        await is_mended(reader, 1)
        await reader.press("2", "G")
        assert reader.clause_id != first
        assert reader.clause_id in reader.reading or reader.room.one_pane
        await reader.search("ceasefire")
        assert reader.room.results is not None
        assert reader.room.results.hits


async def test_a_search_that_comes_upon_damage_is_answered(opened: Opening) -> None:
    async with opened(CONTENT / "syria-track") as reader:
        rot()
        await reader.press("slash")
        reader.room.bar.value = "ceasefire"
        await is_mended(reader, 1)
        await reader.until(lambda: reader.room.results and reader.room.results.hits, "the results come")
        await reader.press("s")
        assert reader.room.bar.value == "ceasefires", "nothing has to be typed again"


async def test_a_trace_that_comes_upon_damage_can_be_begun_again(opened: Opening) -> None:
    async with opened(CONTENT / "syria-track") as reader:
        rot()
        await reader.press("t")
        await is_mended(reader, 1)
        await reader.press("escape", "t")
        await reader.until(lambda: isinstance(reader.app.screen, TraceScreen), "the trace opens")
        screen = reader.app.screen
        assert isinstance(screen, TraceScreen)
        await reader.until(lambda: screen.sheet.stops, "the trace is there")


async def test_damage_without_end_is_said_and_ends_nothing(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that has no sound place any more."""

    def spoilt(_kind: object, _data: bytes) -> object:
        raise ValueError

    monkeypatch.setattr("tui.index.stored_segment.decode", spoilt)
    app = SummitApp([CONTENT / "da-nang-2017"])
    async with app.run_test() as pilot:
        reader = Reader(app, pilot, [])
        await reader.until(lambda: "again and again: is the disk sound?" in " ".join(reader.notices), "it is said")
        drawn = " ".join("".join(reader.room.clauses.draw_line(y).text for y in range(5)).split())
        assert drawn.startswith("The collections could not be opened: ")
        monkeypatch.undo()
        await reader.press("r")
        await reader.until(lambda: reader.room.clauses.clauses, "whoever has it mended reads on")
