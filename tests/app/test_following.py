"""Following references from record to record, and going back to where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.app.conftest import CONTENT, JOINT, Opening, Reader
from tui.app.places import Leaf, Showing
from tui.app.screens.page import PageScreen
from tui.app.screens.paned import CLAUSES
from tui.app.screens.reading_room import ReadingRoom
from tui.app.screens.verifying import VerifyingScreen

UNSCR = "da-nang-2017/unscr-2254"
GENEVA = f"{JOINT}#geneva-2254"


def page(reader: Reader) -> PageScreen:
    """The page on the screen."""
    screen = reader.app.screen
    assert isinstance(screen, PageScreen)
    return screen


def made(reader: Reader) -> str | None:
    """The address of the page on the screen; None where there is none, or not yet."""
    screen = reader.app.screen
    found = screen.page if isinstance(screen, PageScreen) else None
    return found.address if found else None


async def page_of(reader: Reader, address: str) -> PageScreen:
    """Wait for the page of a record."""
    await reader.until(lambda: made(reader) == address, f"the page of {address}")
    return page(reader)


async def in_the_room(reader: Reader) -> None:
    await reader.until(lambda: isinstance(reader.app.screen, ReadingRoom), "the reading room is back")


def cited(folder: Path, *instruments: str) -> None:
    """Have the first clause of the second collection cite instruments, which it then has."""
    records = folder / "records.yaml"
    cites = ", ".join(f"{{to: {name}, words: every bridge}}" for name in instruments)
    text = records.read_text().replace("num: 1\n", f"num: 1\n        cites: [{cites}]\n") + "instruments:\n"
    for name in instruments:
        text += f"  - {{id: {name}, kind: treaty, title: 'The [b]{name}[/b]', symbol: T/1, date: 2001-02}}\n"
    records.write_text(text)


async def test_d_leads_to_the_one_instrument_that_a_clause_cites_and_b_leads_back(
    opened: Opening, second: Path
) -> None:
    cited(second, "pact")
    async with opened(second) as reader:
        await reader.press("d")
        screen = await page_of(reader, "second/pact")
        assert "T/1" in screen.sheet.text
        assert "Invoked by 1 clause\n" in screen.sheet.text
        assert "direct: The parties shall repair every bridge." in screen.sheet.text
        assert "No collection that is open has its text." in screen.sheet.text
        await reader.press("b")
        await in_the_room(reader)
        assert reader.clause_id == "bridges"
        await reader.press("B")
        await page_of(reader, "second/pact")
        await reader.press("escape")
        await in_the_room(reader)
        assert reader.clause_id == "bridges"


async def test_a_clause_that_cites_several_lists_them_first(opened: Opening, second: Path) -> None:
    cited(second, "pact", "accord")
    async with opened(second) as reader:
        await reader.press("d")
        screen = await page_of(reader, "second/protocol#bridges")
        assert "Refers to 2 instruments" in screen.sheet.text
        assert "The [b]accord[/b]" in screen.sheet.text
        assert "“every bridge”" in screen.sheet.text
        await reader.press("j", "enter")
        await page_of(reader, "second/accord")
        await reader.press("b")
        screen = await page_of(reader, "second/protocol#bridges")
        assert screen.state == "row 2/2 · second/accord"


async def test_what_cites_the_statement_of_a_clause_is_listed_in_order_of_time_and_gone_to(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        reader.room.go_to_address("syria-track/unscr-2254#sovereignty")
        await reader.press("D")
        screen = await page_of(reader, "syria-track/unscr-2254#sovereignty")
        assert screen.page is not None
        (section,) = screen.page.sections
        dates = [row.date for row in section.rows]
        assert dates == sorted(dates)
        assert section.heading == f"Referred to by {len(dates) - 1} clauses, 1 statement as a whole"
        assert GENEVA in [row.address for row in section.rows]
        await reader.press("G")
        wanted = screen.sheet.stops[-1].key
        await reader.press("enter")
        await in_the_room(reader)
        assert reader.room.clauses.clause is not None
        assert reader.room.clauses.clause.address == wanted
        await reader.press("b")
        screen = await page_of(reader, "syria-track/unscr-2254#sovereignty")
        assert screen.sheet.stop == len(dates) - 1
        await reader.press("b")
        await in_the_room(reader)
        assert reader.room.clauses.clause.address == "syria-track/unscr-2254#sovereignty"
        assert reader.room.scope.statement == "syria-track/unscr-2254"


async def test_the_only_one_that_cites_an_instrument_is_gone_to_at_once(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.go_to_address(UNSCR)
        await reader.press("D")
        await reader.until(lambda: reader.clause_id == "geneva-2254" and reader.app.screen is reader.room)
        await reader.press("b")
        assert "resolution · da-nang-2017/unscr-2254" in reader.reading


async def test_what_nothing_refers_to_says_so(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("D")
        await reader.until(lambda: reader.notices, "it is said")
        assert reader.notices == [f"Nothing that is recorded refers to {JOINT}#military-channels"]
        assert reader.app.screen is reader.room


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["d"], f"{JOINT}#military-channels refers to nothing that is recorded"),
        (["b"], "Nowhere to go back to"),
        (["B"], "Nowhere to go forward to"),
        (["3", "d"], "Move to a clause or a statement: d shows what it refers to"),
        (["3", "D"], "Move to a clause or a statement: D shows what refers to it"),
    ],
)
async def test_what_cannot_be_followed_says_why(opened: Opening, keys: list[str], said: str) -> None:
    async with opened() as reader:
        await reader.press(*keys)
        assert reader.notices[-1] == said


async def test_back_restores_scope_clause_and_pane(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        reader.room.go_to_address(GENEVA)
        await reader.press("4")
        before = reader.room.here
        await reader.press("d")
        await page_of(reader, GENEVA)
        await reader.press("j", "enter")
        await page_of(reader, UNSCR)
        await reader.press("enter")
        await in_the_room(reader)
        assert reader.room.here != before
        for address in (UNSCR, GENEVA):
            await reader.press("b")
            await page_of(reader, address)
        await reader.press("b")
        await in_the_room(reader)
        assert reader.room.here == before


async def test_b_leads_back_from_a_hit_to_where_the_search_began(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("down", "down")
        began = reader.clause_id
        await reader.search("southwest ceasefire")
        await reader.press("enter")
        found = reader.clause_id
        assert found == "southwest-syria-ceasefire" != began
        await reader.press("n", "n", "b")
        assert reader.clause_id == began
        assert reader.room.current_pane == CLAUSES
        await reader.press("B")
        assert reader.clause_id != began


async def test_b_leads_back_from_a_place_of_a_quotation(opened: Opening) -> None:
    async with opened() as reader:
        began = reader.clause_id
        reader.app.post_message(events.Paste("to the sovereignty and territorial integrity of Syria"))
        await reader.until(lambda: isinstance(reader.app.screen, VerifyingScreen), "the screen")
        screen = reader.app.screen
        assert isinstance(screen, VerifyingScreen)
        await reader.until(lambda: "reported only" in str(screen.pane.border_title), "the verdict")
        await reader.press("tab", "enter")
        await reader.until(lambda: reader.clause_id == "sovereignty" != began, "the place is read")
        await reader.press("b")
        assert reader.clause_id == began


async def test_i_lists_instruments_with_how_much_invokes_them(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        await reader.press("i")
        screen = await page_of(reader, "")
        assert screen.page is not None
        (section,) = screen.page.sections
        assert reader.room.catalogue is not None
        assert len(section.rows) == len(reader.room.catalogue.instruments())
        assert any("invoked by 24 clauses, 1 statement as a whole" in row.detail for row in section.rows)
        await reader.press("j", "enter")
        await reader.until(lambda: made(reader), "the page of an instrument")
        assert "Invoked by" in page(reader).sheet.text
        await reader.press("b")
        screen = await page_of(reader, "")
        assert screen.sheet.stop == 1


async def test_a_page_is_gone_through_by_rows_and_by_screens(opened: Opening) -> None:
    async with opened(CONTENT, size=(80, 24)) as reader:
        reader.room.go_to_address("syria-track/unscr-2254")
        await reader.press("D")
        screen = await page_of(reader, "syria-track/unscr-2254")
        last = len(screen.sheet.stops) - 1
        seen = [screen.sheet.stop]
        for _ in range(last):
            await reader.press("pagedown")
            seen.append(screen.sheet.stop)
            if screen.sheet.stop == last:
                break
        assert seen == sorted(set(seen), key=lambda stop: stop or 0)
        assert seen[-1] == last
        assert len(seen) < last
        await reader.press("g")
        assert (screen.sheet.stop, screen.sheet.scroll_offset.y) == (0, 0)
        await reader.press("k")
        assert screen.sheet.stop == 0


async def test_n_goes_from_section_to_section(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        reader.room.follow(Leaf(Showing.INSTRUMENT, "syria-track/unscr-2254"))
        screen = await page_of(reader, "syria-track/unscr-2254")
        assert screen.page is not None
        invoked, made_by, text = screen.page.sections
        await reader.press("n")
        assert screen.sheet.stop == len(invoked.rows)
        assert screen.state == f"row {len(invoked.rows) + 1}/{screen.page.total} · {made_by.rows[0].address}"
        await reader.press("n")
        assert screen.state.endswith(f" · {text.rows[0].address}")
        await reader.press("n")
        assert reader.notices == ["There is no section below"]
        await reader.press("N", "N")
        assert screen.sheet.stop == 0
