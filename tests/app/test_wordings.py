"""A clause's wordings beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.capitals import capitals
from tests.app.conftest import Opening
from tests.app.studying import wordings


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return capitals(tmp_path / "capitals")


async def test_all_of_them_where_there_is_room(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(220, 50)) as reader:
        text = (await wordings(reader)).sheet.text
        heads = text.splitlines()[2]
        for number, publisher in enumerate(["White House · base", "Kremlin", "Kremlin", "Wire", "SANA"], 1):
            assert f"{number} {publisher}" in heads
        assert "“forged” / “found”" in text
        assert "ru · agency · direct" in text


async def test_other_languages_stand_beside_without_false_differences(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(220, 50)) as reader:
        screen = await wordings(reader)
        text = screen.sheet.text
        assert "not compared: ru beside en" in text
        assert "not compared: ar beside en" in text
        assert not any("военного" in stop.said or "SANA" in stop.said for stop in screen.sheet.stops)


async def test_where_a_wording_comes_from_and_who_was_first(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(60, 80)) as reader:
        text = " ".join((await wordings(reader)).sheet.text.split())
        assert "First of those with a date: Kremlin (2017-11-11T11:50+07:00)" in text
        assert "#solution ← en agency wording ← Wire (2017-11-12) ← Kremlin (2017-11-11T11:50+07:00)" in text


async def test_another_base(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(220, 50)) as reader:
        screen = await wordings(reader)
        await reader.press("b")
        assert "2 Kremlin · base" in screen.sheet.text
        assert "“found” / “forged”" in screen.sheet.text
        assert "held against Kremlin" in screen.state
        await reader.press("b", "b", "b", "b")
        assert "1 White House · base" in screen.sheet.text


async def test_sideways_where_not_all_have_room(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(80, 40)) as reader:
        screen = await wordings(reader)
        assert "2 Kremlin" in screen.sheet.text
        assert "4 Wire" not in screen.sheet.text
        assert "… and 3 more" in screen.sheet.text
        await reader.press("l", "l")
        assert "1 White House · base" in screen.sheet.text
        assert "4 Wire" in screen.sheet.text
        await reader.press("right", "right", "right")
        assert "5 SANA" in screen.sheet.text
        await reader.press("h")
        assert "4 Wire" in screen.sheet.text


async def test_one_below_the_other_where_it_is_narrow(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(50, 24)) as reader:
        screen = await wordings(reader)
        assert " │ " not in screen.sheet.text
        assert all(f"{number} " in screen.sheet.text for number in range(1, 6))
        await reader.press("n")
        assert screen.state.startswith("difference 1/")


async def test_n_names_both_publishers(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(220, 50)) as reader:
        screen = await wordings(reader)
        said = [stop.said for stop in screen.sheet.stops]
        assert "White House / Wire: “confirmed” / “said” · substantive" in said


async def test_a_clause_with_one_wording_says_so(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        screen = await wordings(reader, "capitals/first#daesh")
        assert screen.state == "One wording: no other source carries this clause here"
        await reader.press("b", "l", "escape")
        assert reader.app.screen is reader.room


async def test_the_reading_pane_says_how_many_sources_there_are_and_where_they_part(
    opened: Opening, texts: Path
) -> None:
    async with opened(texts) as reader:
        reader.room.show_clauses("capitals/all#solution")
        reader.room.read_current()
        await reader.pilot.pause()
        assert "5 sources; part at “confirmed” / “said”; also in ar, ru" in reader.reading


async def test_no_clause_no_wordings(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "j", "w")
        assert reader.notices == ["No clause to show the wordings of"]
