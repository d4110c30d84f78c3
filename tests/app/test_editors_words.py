"""What a reader sees where only the editors' words, or fragments of a document, are recorded."""

from __future__ import annotations

import pytest

from tests.app.conftest import CONTENT, Opening
from tests.app.studying import compared, wordings
from tests.app.verifying import screen, verdict, verified

DA_NANG = "da-nang-2017/joint-statement"


@pytest.mark.parametrize(
    "address", [f"{DA_NANG}#sovereignty", "syria-track/da-nang-2017-11-11#sovereignty-and-state-character"]
)
async def test_wordings_of_a_clause_that_stands_in_two_collections(opened: Opening, address: str) -> None:
    async with opened(CONTENT, size=(200, 60)) as reader:
        shown = await wordings(reader, address)
        assert "светскому характеру Сирии" in shown.sheet.text
        assert "24.kg" in shown.sheet.text
        for collection in ("Da Nang 2017", "The Syria track, 2012–2022"):
            assert f"Collection   {collection}" in shown.sheet.text
        assert "no other source" not in shown.state
        assert "not compared: the editors' own words" in shown.sheet.text
        assert shown.state.startswith("2 wordings beside the editors' own words, held against ")


async def test_the_editors_words_are_never_the_base(opened: Opening) -> None:
    async with opened(CONTENT, size=(200, 60)) as reader:
        shown = await wordings(reader, f"{DA_NANG}#no-military-solution")
        for _ in range(4):
            assert "The editors of this collection" not in shown.state
            assert "The editors of this collection · base" not in shown.sheet.text
            await reader.press("b")


async def test_a_clause_in_the_editors_words_alone(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        shown = await wordings(reader, "syria-track/astana-2017-01-24#un-envoy")
        assert shown.state == "The editors' own words: no source's wording of this clause is recorded here"


async def test_editors_carry_nothing_in_the_reading_pane(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        await reader.search("No military solution; the conflict ends by negotiation")
        assert "Also as there could be no military solution" in reader.reading
        assert "confirmed in 4 sources" in reader.reading
        assert "Carried by" not in reader.reading
        assert "part at" not in reader.reading


async def test_comparing_what_the_editors_tell_says_so(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        left, right = "syria-track/astana-2017-01-24#un-envoy", "syria-track/ankara-2018-04-04#lasting-ceasefire"
        shown = await compared(reader, left, right)
        assert "Left and right: the editors' own words, not the document's" in " ".join(shown.sheet.text.split())


async def test_words_of_a_fragment_are_verbatim_and_another_place_that_is_near_is_gone_to(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        assert await verified(reader, "no military solution to the Syrian conflict") == "✓ verbatim"
        assert "TASS" in verdict(reader)
        assert "not proved: the source's file is not held" in verdict(reader)
        assert await verified(reader, "there is no military solution to the Syrian conflict") == "✗ altered"
        assert "Also near" in verdict(reader)
        assert screen(reader).sheet.stops[-1].said == "#no-military-solution"
        await reader.press("tab", "N", "enter")
        await reader.until(lambda: reader.app.screen is reader.room, "the place is read")
        assert reader.room.clauses.clause is not None
        assert reader.room.clauses.clause.address == "syria-track/astana-2017-01-24#no-military-solution"
