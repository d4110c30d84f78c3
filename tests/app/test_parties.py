"""The page of a participant, narrowing from there, and two parties side by side."""

from __future__ import annotations

import pytest

from tests.app.conftest import CONTENT, JOINT, Opening, Reader
from tests.app.test_following import in_the_room, page, page_of

PUTIN = "da-nang-2017/putin"
TRUMP = "da-nang-2017/trump"


async def at(reader: Reader, name: str) -> None:
    """Put the cursor of the participants on somebody."""
    reader.room.show_pane(3)
    reader.room.participants.move_to(reader.names.index(name))
    await reader.pilot.pause()


async def test_p_on_a_participant_opens_its_page_and_rows_lead_on(opened: Opening) -> None:
    async with opened() as reader:
        await at(reader, "Vladimir Putin")
        await reader.press("p")
        screen = await page_of(reader, PUTIN)
        text = screen.sheet.text
        assert "Undertakes 8 clauses by name" in text
        assert "President of Russia" in text
        assert "2 occasions" in text
        while screen.state.rpartition(" ")[2] != TRUMP:
            await reader.press("j")
        await reader.press("enter")
        await page_of(reader, TRUMP)
        await reader.press("b")
        screen = await page_of(reader, PUTIN)
        assert screen.state.endswith(TRUMP)
        await reader.press("escape")
        await in_the_room(reader)
        assert reader.room.current_pane == 3


async def test_p_on_a_clause_lists_who_undertakes_it(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("p")
        screen = await page_of(reader, f"{JOINT}#military-channels")
        assert "Undertaken by 2 participants" in screen.sheet.text
        await reader.press("enter")
        await page_of(reader, PUTIN)


async def test_space_narrows_to_the_participant_and_b_undoes_it(opened: Opening) -> None:
    async with opened() as reader:
        await at(reader, "Vladimir Putin")
        await reader.press("p")
        await page_of(reader, PUTIN)
        await reader.press("space")
        await in_the_room(reader)
        assert reader.room.scope.participant == PUTIN
        await reader.press("b")
        await page_of(reader, PUTIN)
        assert reader.room.scope.participant is None


async def test_two_parties_side_by_side_from_the_list(opened: Opening) -> None:
    async with opened() as reader:
        await at(reader, "Vladimir Putin")
        await reader.press("m")
        assert reader.room.participants.render_row(reader.room.participants.cursor or 0, 60)[0].plain.endswith(
            "◆ marked"
        )
        assert f"Marked: {PUTIN}" in reader.state
        await at(reader, "Donald Trump")
        await reader.press("equals_sign")
        screen = await page_of(reader, f"{PUTIN} {TRUMP}")
        text = screen.sheet.text
        assert "Both undertake 8 clauses" in text
        assert "Only Vladimir Putin undertakes 0 clauses" in text
        assert "Both took part in 1 statement" in text
        await reader.press("enter")
        await in_the_room(reader)
        assert reader.clause_id == "military-channels"


async def test_two_parties_side_by_side_from_their_pages(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        for key, pressed in (("syria-track/ru", "m"), ("syria-track/tr", "equals_sign")):
            reader.room.go_to_address(key)
            await reader.press("p")
            await page_of(reader, key)
            await reader.press(pressed)
            if pressed == "m":
                await reader.until(lambda: reader.room.marked == "syria-track/ru", "Russia is marked")
                await reader.press("escape")
        screen = await page_of(reader, "syria-track/ru syria-track/tr")
        assert screen.page is not None
        headings = [section.heading for section in screen.page.sections]
        assert any(heading.startswith("Both took part in ") for heading in headings)
        await reader.press("b")
        await page_of(reader, "syria-track/tr")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["3", "equals_sign"], "No participant is marked: m marks one, = holds it beside another"),
        (["3", "m", "equals_sign"], "This is the marked one: move to the other participant"),
        (["3", "m", "2", "equals_sign"], "The marked one is a participant: move to another participant"),
        (["2", "m", "3", "equals_sign"], "The marked one is a text: move to another clause or a statement"),
    ],
)
async def test_what_cannot_be_held_side_by_side_says_why(opened: Opening, keys: list[str], said: str) -> None:
    async with opened() as reader:
        await reader.press(*keys)
        assert reader.notices[-1] == said


async def test_without_a_mark_a_page_stays(opened: Opening) -> None:
    async with opened() as reader:
        await at(reader, "Vladimir Putin")
        await reader.press("p")
        await page_of(reader, PUTIN)
        await reader.press("equals_sign")
        await reader.until(lambda: reader.notices, "it is said")
        assert (await page_of(reader, PUTIN)) is page(reader)


async def test_a_participant_that_is_read_is_marked_where_only_one_pane_fits(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        reader.room.go_to_address(PUTIN)
        assert reader.room.current_pane == 4
        await reader.press("m")
        assert (reader.room.marked, reader.room.marked_party) == (PUTIN, True)
