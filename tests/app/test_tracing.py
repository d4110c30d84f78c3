"""`t` traces what is under the cursor: a timeline, the occurrences to walk along, and the grid of what is missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.command import CommandList

from tests.app.conftest import Opening, Reader
from tests.app.fake_helpers import Helpers
from tests.study.trace.harbour import harbour
from tui.app.screens.absence import AbsenceScreen
from tui.app.screens.copy_menu import CopyMenu
from tui.app.screens.overlay import Overlay
from tui.app.screens.page import PageScreen
from tui.app.screens.trace import TraceScreen
from tui.app.screens.tracing import NOTHING
from tui.study.trace.occurrence import Kinds, Trace

BUNDLED = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture
def port(tmp_path: Path) -> Path:
    return harbour(tmp_path / "harbour")


def screen_of(reader: Reader) -> TraceScreen:
    screen = reader.app.screen
    assert isinstance(screen, TraceScreen)
    return screen


async def traced(reader: Reader, address: str | None = None) -> TraceScreen:
    """Go to what is at an address, trace what is under the cursor, and wait for what comes of it."""
    if address is not None:
        assert reader.room.go_to_address(address)
        await reader.pilot.pause()
    await reader.press("t")
    await reader.until(lambda: screen_of(reader).trace, "it is traced")
    return screen_of(reader)


def grid_of(reader: Reader) -> AbsenceScreen:
    screen = reader.app.screen
    assert isinstance(screen, AbsenceScreen)
    return screen


async def grid(reader: Reader) -> AbsenceScreen:
    await reader.press("g")
    await reader.until(lambda: grid_of(reader).grid, "the grid is there")
    return grid_of(reader)


def at(screen: TraceScreen) -> str:
    assert screen.occurrence is not None
    return screen.occurrence.address.removeprefix("harbour/")


async def test_a_clause_is_traced_from_where_it_stands_and_walked_by_keys(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        screen = await traced(reader, "harbour/y2003#open")
        assert screen.trace is not None
        assert screen.trace.kind is Kinds.CLAUSE
        assert at(screen) == "y2003#open"
        assert screen.state.startswith("occurrence 2/6 · 2003 · changed since 2001-05-01: 1 difference")
        assert "The harbour must remain open to [-all-]{+most+} ships." in screen.sheet.text
        await reader.press("n")
        assert at(screen) == "y2004#open"
        await reader.press("down", "j")
        assert at(screen) == "y2007#open"
        await reader.press("up", "k", "N", "N", "N", "N")
        assert at(screen) == "y2001#open"
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_the_table_has_a_line_each_and_all_that_is_known_of_one(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        screen = await traced(reader, "harbour/y2001#open")
        lines = screen.sheet.text.splitlines()
        assert [line.split()[1] for line in lines if line[:1] in "●○≈×"] == [
            "2001-05-01",
            "2003",
            "2004-02",
            "2006-01-01",
            "2007-01-01",
            "2008-01-01",
        ]
        assert any(line.startswith("● 2003") and "≠ The harbour must remain open" in line for line in lines)
        assert any(line.startswith("× 2006-01-01") and line.endswith("missing") for line in lines)
        text = " ".join(screen.sheet.text.split())
        assert "Took part Ada Wren (signatory; for Sel), Sel" in text
        assert "Date the summit's: the statement has none" in text
        assert "Found by editors' thread “The harbour stays open” (one source); the clause itself" in text
        await reader.press("n", "n", "n")
        assert "the editors say that it is missing here" in screen.sheet.text
        assert "dropped without a word" in screen.sheet.text


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60), (30, 12)])
async def test_the_timeline_points_to_where_one_is(opened: Opening, port: Path, size: tuple[int, int]) -> None:
    async with opened(port, size=size) as reader:
        screen = await traced(reader, "harbour/y2001#open")
        for _ in range(6):
            pointer, line, years, _legend = screen.timeline.text.split("\n")
            assert line[pointer.index("▼")] in "●○×≈◉"
            assert len(line) == size[0] - 2
            assert years.startswith("2001")
            assert line.count("×") + line.count("◉") >= 1
            await reader.press("n")
        await reader.pilot.resize_terminal(60, 20)
        await reader.until(lambda: len(screen.timeline.text.split("\n")[1]) == 58, "it is drawn anew")


async def test_the_one_opened_is_in_sight(opened: Opening, port: Path) -> None:
    async with opened(port, size=(60, 18)) as reader:
        screen = await traced(reader, "harbour/y2001#open")
        for _ in range(6):
            sheet = screen.sheet
            assert sheet.stop is not None
            stop = sheet.stops[sheet.stop]
            top = sheet.scroll_offset.y
            assert top <= stop.line
            assert stop.line + stop.lines <= top + sheet.size.height or stop.line == top
            assert sheet.draw_line(stop.line).text.startswith("▶")
            await reader.press("n")


async def test_enter_goes_to_the_clause_or_to_the_statement(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await traced(reader, "harbour/y2001#open")
        await reader.press("n", "n", "enter")
        assert reader.app.screen is reader.room
        assert reader.room.clauses.clause is not None
        assert reader.room.clauses.clause.address == "harbour/y2004#open"
        await traced(reader, "harbour/y2001#open")
        await reader.press("n", "n", "n", "enter")
        assert reader.app.screen is reader.room
        assert "Statement y2006" in reader.reading


async def test_what_was_searched_for_is_traced(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await reader.search("must remain open to all ships")
        await reader.press("tab")
        screen = await traced(reader)
        assert screen.trace is not None
        assert (screen.trace.kind, screen.trace.what) == (Kinds.PHRASE, "must remain open to all ships")
        await reader.press("escape")
        # The same for the hit that was opened; not for another clause.
        await reader.press("enter")
        assert reader.room.hits is not None
        assert (await traced(reader)).trace == screen.trace
        await reader.press("escape")
        other = await traced(reader, "harbour/y2001#tax")
        assert other.trace is not None
        assert other.trace.kind is Kinds.CLAUSE


async def test_from_the_trace_of_a_search_one_goes_to_a_hit_or_to_another_clause(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await reader.search("must remain open to all ships")
        await reader.press("tab")
        await traced(reader)
        await reader.press("n", "enter")
        assert reader.app.screen is reader.room
        assert not reader.room.searching
        assert reader.clause_id == "open"
        assert reader.room.clauses.clause is not None
        assert reader.room.clauses.clause.address == "harbour/y2003#open"
        assert reader.state.startswith("Hit ")
        await reader.search('"open to most ships"')
        await reader.press("tab")
        await traced(reader)
        await grid(reader)
        await reader.press("j", "h", "enter")
        # What the grid led to is no hit of that search.
        assert reader.app.screen is reader.room
        assert reader.room.clauses.clause is not None
        assert reader.room.clauses.clause.address == "harbour/y2001#open"
        assert reader.room.hits is None


async def test_a_t_typed_into_the_search_box_is_a_t(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await reader.press("slash", "t", "a", "x")
        assert reader.room.bar.value == "tax"
        assert reader.app.screen is reader.room


@pytest.mark.parametrize(("address", "kind"), [("harbour/pact", Kinds.INSTRUMENT), ("harbour/open", Kinds.THREAD)])
async def test_an_instrument_and_a_thread_that_are_read(opened: Opening, port: Path, address: str, kind: Kinds) -> None:
    async with opened(port) as reader:
        screen = await traced(reader, address)
        assert screen.trace is not None
        assert (screen.trace.kind, screen.trace.what) == (kind, address)


async def test_where_there_is_nothing_to_trace_it_is_said(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await reader.press("1", "t")
        assert reader.notices == [NOTHING]
        assert reader.app.screen is reader.room


async def test_a_participant_is_not_traced_nor_the_clause_under_another_cursor(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        assert reader.room.go_to_address("harbour/ada")
        await reader.pilot.pause()
        await reader.press("t")
        assert reader.notices == [NOTHING]
        assert reader.app.screen is reader.room


def page_of(reader: Reader) -> PageScreen:
    screen = reader.app.screen
    assert isinstance(screen, PageScreen)
    return screen


async def paged(reader: Reader, *keys: str) -> PageScreen:
    """Press keys, and wait for the page that comes of them."""
    await reader.press(*keys)
    await reader.until(lambda: isinstance(reader.app.screen, PageScreen) and page_of(reader).page, "the page is there")
    return page_of(reader)


@pytest.mark.parametrize("key", ["t", "enter"])
async def test_threads_are_listed_and_traced_by_keys(opened: Opening, port: Path, key: str) -> None:
    async with opened(port) as reader:
        screen = await paged(reader, "T")
        assert "The harbour stays open" in screen.sheet.text
        assert "6 places in 6 statements" in screen.sheet.text
        traced = await trace_of(reader, key)
        assert (traced.kind, traced.what) == (Kinds.THREAD, "harbour/open")
        await paged(reader, "escape")
        await trace_of(reader, key)
        await reader.press("enter")
        assert reader.app.screen is reader.room
        assert reader.clause_id == "open"
        await paged(reader, "b")


async def trace_of(reader: Reader, key: str) -> Trace:
    await reader.press(key)
    await reader.until(lambda: isinstance(reader.app.screen, TraceScreen) and screen_of(reader).trace, "it is traced")
    trace = screen_of(reader).trace
    assert trace is not None
    return trace


async def test_the_page_of_an_instrument_traces_it(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await paged(reader, "i")
        assert (await trace_of(reader, "t")).what == "harbour/pact"
        await paged(reader, "escape")
        await paged(reader, "enter")
        trace = await trace_of(reader, "t")
        assert (trace.kind, trace.what) == (Kinds.INSTRUMENT, "harbour/pact")
        assert screen_of(reader).trace is trace


async def test_on_a_page_without_anything_to_trace_it_is_said(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        assert reader.room.go_to_address("harbour/bor")
        await reader.pilot.pause()
        await paged(reader, "p")
        await reader.press("t")
        assert reader.notices == ["Nothing to trace here: move to a row about a clause, an instrument or a thread"]


async def test_where_no_thread_is_declared_it_is_said(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("T")
        assert reader.notices == ["No threads are declared: / finds a phrase, and t traces it"]


async def test_the_palette_traces_the_thread_where_an_instrument_has_its_address(opened: Opening) -> None:
    async with opened(BUNDLED / "syria-track") as reader:
        await reader.press("ctrl+p")
        await reader.until(lambda: len(reader.app.screen_stack) > 1, "the palette opens")
        await reader.press(*"as the frame")
        await reader.until(
            lambda: any("thread: UNSCR 2254" in option for option in options(reader)), "the thread is offered"
        )
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, TraceScreen) and screen_of(reader).trace, "traced")
        trace = screen_of(reader).trace
        assert trace is not None
        assert (trace.kind, trace.title) == (Kinds.THREAD, "UNSCR 2254 as the frame")


def options(reader: Reader) -> list[str]:
    found = reader.app.screen.query(CommandList)
    return [str(option.prompt) for option in found.first().options] if found else []


async def test_a_query_that_finds_nothing_says_so(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await reader.search("zebra crossing")
        await reader.press("tab")
        screen = await traced(reader)
        assert "found nowhere" in screen.sheet.text
        assert screen.state == "phrase: “zebra crossing” occurs nowhere"
        await reader.press("n", "y", "g", "enter")
        assert reader.notices == [
            "There is no occurrence to go to",
            "There is no occurrence",
            "Nothing was found that could be missing",
            "There is no occurrence",
        ]


async def test_a_citation_of_each_occurrence_is_copied(
    opened: Opening, port: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Helpers(tmp_path_factory.mktemp("helpers"))
    fake.add("xclip")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", f"{fake.folder}{os.pathsep}{os.environ['PATH']}")
    async with opened(port) as reader:
        screen = await traced(reader, "harbour/y2001#open")
        for number, name in enumerate(("y2001", "y2003", "y2004", "y2006", "y2007", "y2008")):
            assert screen.sheet.stop == number
            before = len(reader.notices)
            await reader.press("y")
            assert isinstance(reader.app.screen, CopyMenu)
            await reader.press("c")
            await reader.until(lambda before=before: len(reader.notices) > before, "it is copied")  # type: ignore[misc]
            assert name in (fake.got("xclip") or b"").decode()
            await reader.press("n")


async def test_the_grid_tells_missing_from_not_seen(opened: Opening, port: Path) -> None:
    async with opened(port) as reader:
        await traced(reader, "harbour/open")
        screen = await grid(reader)
        row = next(line for line in screen.sheet.text.splitlines() if line.startswith("thread: The harbour stays open"))
        assert "".join(char for char in row if char in "●≠×·") == "●≠●·×●×"
        assert "not seen by the editors, which is not to say missing" in " ".join(screen.sheet.text.split())
        assert screen.state.startswith("row 1/1 · 2001-05-01 Sel · present")
        await reader.press("l", "l", "l")
        assert "2005-01-01 Statement y2005 · not seen by the editors" in screen.state
        await reader.press("n")
        assert "2006-01-01 Statement y2006 · first known to be missing here; seen from 2001-05-01" in screen.state
        await reader.press("n")
        assert "missing again, as 2006-01-01; last seen 2007-01-01" in screen.state
        await reader.press("n")
        assert reader.notices == ["No further cell is missing: what is not seen may stand there"]
        await reader.press("h", "enter")
        assert reader.app.screen is reader.room
        assert reader.room.clauses.clause is not None
        assert reader.room.clauses.clause.address == "harbour/y2007#open"


async def test_the_grid_of_a_phrase_stands_beside_the_threads_and_closes_to_the_trace(
    opened: Opening, port: Path
) -> None:
    async with opened(port, size=(50, 20)) as reader:
        await reader.search('"open to most ships"')
        await reader.press("tab")
        await traced(reader)
        screen = await grid(reader)
        assert screen.grid is not None
        assert [row.trace.kind for row in screen.grid.rows] == [Kinds.PHRASE, Kinds.THREAD]
        # The statement one was at is in sight.
        assert "2003" in screen.state
        await reader.press("j")
        assert screen.state.startswith("row 2/2 · 2003")
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, Overlay)
        await reader.press("escape", "g")
        assert isinstance(reader.app.screen, TraceScreen)


async def test_text_is_data(opened: Opening, port: Path) -> None:
    records = port / "records.yaml"
    text = records.read_text("utf-8").replace(
        "'The harbour must remain open to all ships.'", '"The harbour must remain [b]open[/b] \\e[2J to all ships."'
    )
    records.write_text(text.replace("title: Statement y2001", "title: '[red]Statement[/red] y2001'"), "utf-8")
    async with opened(port) as reader:
        screen = await traced(reader, "harbour/y2001#open")
        assert "[red]Statement[/red] y2001" in screen.sheet.text
        assert "[b]open[/b] ␛[2J" in screen.sheet.text
        assert "\x1b" not in screen.sheet.text
        await grid(reader)
