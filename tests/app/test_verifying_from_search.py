"""Verifying what is in the search box."""

from __future__ import annotations

import pytest

from tests.app.conftest import Opening, Reader
from tests.app.verifying import SAID, paste, screen, title
from tui.app.widgets.offer_line import OfferLine


def aside(reader: Reader) -> str:
    return reader.room.query_one(OfferLine).aside


async def test_six_words_in_the_search_box_can_be_verified(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await paste(reader, "there is no military solution")
        assert aside(reader) == ""
        await reader.press("space")
        await paste(reader, "to the\r\nconflict")
        assert aside(reader) == "ctrl+r verifies these 8 words"
        assert aside(reader) in reader.room.query_one(OfferLine).render().plain
        await reader.press("ctrl+r")
        assert screen(reader).box.text == "there is no military solution to the conflict"
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the verdict")
        await reader.press("escape")
        assert reader.room.searching
        assert reader.room.bar.value == "there is no military solution to the conflict"
        assert reader.app.focused is reader.room.bar


async def test_the_offer_can_be_clicked_and_the_place_closes_the_search(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search(SAID)
        await reader.pilot.click(OfferLine, offset=(3, 0))
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the verdict")
        await reader.press("tab", "enter")
        assert not reader.room.searching
        assert reader.clause_id == "no-military-solution"
        assert len(reader.clause_ids) == 8


@pytest.mark.parametrize(
    "query", ["syria person:putin kind:joint-statement at:danang date:2017 is:direct", "one two three four five", ""]
)
async def test_a_search_is_not_taken_for_a_quotation(opened: Opening, query: str) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await paste(reader, query)
        assert aside(reader) == ""


async def test_a_quotation_in_a_script_without_spaces_is_offered_too(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await paste(reader, "军事手段不能解决冲突")
        assert aside(reader) == "ctrl+r verifies these 10 words"
