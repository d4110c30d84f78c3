"""Fields and values offered under the search box; nothing is put in that the reader does not take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Opening, Reader
from tui.app.widgets.offer_line import OfferLine


def _offers(reader: Reader) -> list[str]:
    return [offer.insert for offer in reader.room.query_one(OfferLine).offers]


async def _type(reader: Reader, text: str) -> None:
    await reader.press(*("space" if letter == " " else letter for letter in text))
    await reader.until(lambda: not any(worker.is_running for worker in reader.app.workers), "nothing is looked up")


async def test_a_value_is_completed_from_its_first_letters(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, "syria kind:jo")
        assert _offers(reader) == ["joint-statement"]
        assert "→ joint-statement" in reader.room.query_one(OfferLine).render().plain
        await reader.press("right")
        assert reader.room.bar.value == "syria kind:joint-statement"
        assert reader.room.bar.cursor_at_end
        await reader.until(lambda: reader.room.results and reader.room.results.narrowed, "it is searched for")
        assert _offers(reader) == []


async def test_a_field_is_completed_and_then_its_values_are_offered(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, "pers")
        assert _offers(reader) == ["person:"]
        await reader.press("ctrl+y")
        assert reader.room.bar.value == "person:"
        await reader.until(lambda: "putin" in _offers(reader), "the persons there are")
        await _type(reader, "tru")
        assert _offers(reader) == ["trump"]
        assert "Donald Trump" in reader.room.query_one(OfferLine).render().plain


async def test_a_value_of_two_words_is_put_in_quotes(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, "at:da")
        assert _offers(reader) == ['"Da Nang"']
        await reader.press("right")
        assert reader.room.bar.value == 'at:"Da Nang"'


async def test_years_are_offered_after_date(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, "date:20")
        assert _offers(reader) == ["2017"]


async def test_another_offer_can_be_put_first_or_clicked(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, "is:")
        assert _offers(reader) == ["direct", "indirect", "mixed"]
        await reader.press("ctrl+o")
        assert _offers(reader) == ["indirect", "mixed", "direct"]
        await reader.press("right")
        assert reader.room.bar.value == "is:indirect"
        await _type(reader, ",")
        assert _offers(reader) == ["direct", "mixed"]
        line = reader.room.query_one(OfferLine)
        await reader.pilot.click(line, offset=(line.render().plain.index("mixed"), 0))
        assert reader.room.bar.value == "is:indirect,mixed"
        assert reader.room.focused is reader.room.bar


@pytest.mark.parametrize("text", ["kind:zz", "person:qq", "zz", "k", "zz:", "5:3", "per5", "person:putin"])
async def test_where_nothing_can_follow_nothing_is_offered(opened: Opening, text: str) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, text)
        assert _offers(reader) == []
        await reader.press("right")
        assert reader.room.bar.value == text


async def test_plain_prose_is_never_disturbed(opened: Opening) -> None:
    sentence = "there is no military solution to the conflict"
    async with opened() as reader:
        await reader.press("slash")
        places = {reader.room.clauses.region}
        for letter in sentence:
            await reader.press("space" if letter == " " else letter)
            places.add(reader.room.clauses.region)
        assert reader.room.bar.value == sentence
        assert len(places) == 1
        await reader.press("right", "left", "left", "right")
        assert reader.room.bar.value == sentence
        assert reader.room.bar.cursor_position == len(sentence) - 1
        await reader.until(lambda: reader.room.results and reader.room.results.query == sentence)
        await reader.press("tab")
        assert reader.room.focused is reader.room.clauses
        assert reader.room.bar.value == sentence


async def test_inside_the_text_right_moves_the_cursor_whatever_is_offered(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await _type(reader, "kind: syria")
        await reader.press("home", *["right"] * 4)
        assert reader.room.bar.cursor_position == 4
        await reader.press("right")
        await _type(reader, "j")
        assert _offers(reader) == ["joint-statement"]
        await reader.press("right")
        assert reader.room.bar.value == "kind:j syria"
        assert _offers(reader) == []
        await reader.press("ctrl+y")
        assert reader.room.bar.value == "kind:j syria"
        await reader.press("left", "backspace")
        await _type(reader, "j")
        await reader.press("ctrl+y")
        assert reader.room.bar.value == "kind:joint-statement syria"


async def test_enter_and_escape_leave_offers_alone(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("no")
        await reader.until(lambda: _offers(reader) == ["no:"], "no: is a field")
        await reader.press("escape")
        assert not reader.room.searching
        assert not reader.room.query_one(OfferLine).display
        await reader.press("slash")
        assert reader.room.bar.value == "no"


async def test_where_there_is_no_room_nothing_is_offered(opened: Opening) -> None:
    async with opened(size=(50, 12)) as reader:
        await reader.press("slash")
        await _type(reader, "kind:jo")
        await reader.press("right", "ctrl+y")
        assert reader.room.bar.value == "kind:jo"


async def test_values_are_those_of_the_collections_as_they_are_now(opened: Opening, second: Path) -> None:
    async with opened(second) as reader:
        await reader.press("slash")
        await _type(reader, "at:a")
        assert _offers(reader) == ["Amman"]
        await reader.press("escape")
        records = second / "records.yaml"
        records.write_text(records.read_text().replace("place: Amman", 'place: "Ajloun [b]"'))
        catalogue = reader.room.catalogue
        await reader.press("r")
        await reader.until(lambda: reader.room.catalogue is not catalogue, "the files are read again")
        await reader.press("slash", "end", "backspace")
        await _type(reader, "a")
        assert _offers(reader) == ['"Ajloun [b]"']
        assert '"Ajloun [b]"' in reader.room.query_one(OfferLine).render().plain


async def test_looking_up_that_fails_says_so(opened: Opening) -> None:
    class Failing:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError("[/i] no such thing")

    async with opened() as reader:
        await reader.press("slash")
        reader.room.narrowing = Failing()
        await reader.press(*"at:")
        await reader.until(lambda: reader.notices, "a notice")
        assert reader.notices == ["Looking up values failed: [/i] no such thing"]
