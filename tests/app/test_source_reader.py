"""Reading a source from top to bottom, with the clauses in it marked."""

from __future__ import annotations

from pathlib import Path

from tests.app.conftest import JOINT, Opening, Reader
from tui.app.screens.source_reader import SourceReader

SEED = "000_f6681f6826ab0a45.txt"


async def source(reader: Reader) -> SourceReader:
    """Open the source of the clause under the cursor, and wait until it is read."""
    await reader.press("o")
    screen = reader.app.screen
    assert isinstance(screen, SourceReader)
    await reader.until(lambda: screen.state != "Reading …", "the source is read")
    return screen


async def test_the_whole_text_with_the_clauses_at_the_margin(opened: Opening) -> None:
    async with opened() as reader:
        screen = await source(reader)
        lines = screen.sheet.text.splitlines()
        marked = next(line for line in lines if "military-channels ┏" in line)
        assert "According to the joint statement" in marked
        assert any("┃" in line and "┏" not in line for line in lines)
        outside = next(line for line in lines if "Kremlin spokesman" in line)
        assert not {"┃", "┏"} & {*outside}


async def test_only_the_documents_own_words_are_in_its_voice(opened: Opening) -> None:
    async with opened() as reader:
        screen = await source(reader)
        bold = in_bold(screen)
        assert "there is no military solution to the conflict in Syria" in bold
        assert "Vladimir Putin and Donald Trump have agreed" not in bold
        assert "The presidents of Russia and the US reaffirmed" not in bold
        assert "pursuant to UNSCR 2254" in bold, "what the source has put in is not the document's"
        assert "Vladimir Putin and Donald Trump have agreed" in " ".join(screen.sheet.text.replace("┃", " ").split())


def in_bold(screen: SourceReader) -> str:
    """The words of a source that are shown in bold, the margin left out."""
    sheet = screen.sheet
    words = [
        segment.text
        for y in range(len(sheet.text.splitlines()))
        for segment in sheet.draw_line(y)
        if segment.style is not None and segment.style.bold
    ]
    return " ".join(word for word in " ".join(words).split() if word not in ("▶", "┏", "┃"))


async def test_the_current_clause_is_in_sight_and_n_goes_on(opened: Opening) -> None:
    async with opened(size=(80, 16)) as reader:
        await reader.press("G")
        screen = await source(reader)
        assert screen.state.startswith("clause 8/8 · #geneva-2254 · proved verbatim, line 15, column 107")
        sheet = screen.sheet
        line = sheet.stops[7].line
        assert sheet.scroll_offset.y <= line < sheet.scroll_offset.y + sheet.size.height
        await reader.press("N")
        assert "clause 7/8 · #no-military-solution" in screen.state


async def test_enter_goes_to_the_clause(opened: Opening) -> None:
    async with opened() as reader:
        await source(reader)
        await reader.press("n", "n", "enter")
        assert reader.app.screen is reader.room
        assert reader.clause_id == "call-on-parties"
        assert f"{JOINT}#call-on-parties" in reader.reading


async def test_escape_leaves_everything_as_it_was(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("j")
        await source(reader)
        await reader.press("n", "escape")
        assert reader.clause_id == "sovereignty"


async def test_what_a_clause_covers_is_told_without_colour(opened: Opening) -> None:
    async with opened() as reader:
        sheet = (await source(reader)).sheet
        segments = [segment for y in range(sheet.virtual_size.height) for segment in sheet.draw_line(y)]
        assert all(s.style and s.style.bold for s in segments if "armed forces" in s.text)
        assert not any(s.style and s.style.bold for s in segments if "spokesman" in s.text)


async def test_a_source_that_is_not_held_says_so(opened: Opening, second: Path) -> None:
    async with opened(second) as reader:
        screen = await source(reader)
        assert screen.state == "Its text is not held: no file is recorded for this source."
        await reader.press("n")
        assert reader.notices == ["There is no clause to go to"]
        await reader.press("enter")
        assert "No clause is chosen" in reader.notices[-1]


async def test_a_source_that_changed_marks_only_what_still_holds(opened: Opening, collection: Path) -> None:
    async with opened(collection) as reader:
        seed = collection.parents[1] / "seeds" / SEED
        seed.write_text(seed.read_text("utf-8").replace("sovereignty", "unity"), "utf-8")
        screen = await source(reader)
        text = " ".join(screen.sheet.text.split())
        assert "This file has changed since it was recorded" in text
        assert "Clauses whose words are not here as they are recorded: #sovereignty" in text
        assert len(screen.sheet.stops) == 7
        assert not any("sovereignty" in stop.said for stop in screen.sheet.stops)


async def test_a_source_that_is_gone_says_so(opened: Opening, collection: Path) -> None:
    async with opened(collection) as reader:
        (collection.parents[1] / "seeds" / SEED).unlink()
        screen = await source(reader)
        assert "cannot be read" in screen.state
        assert screen.sheet.stops == []


async def test_hostile_text_stays_data(opened: Opening, collection: Path) -> None:
    async with opened(collection) as reader:
        seed = collection.parents[1] / "seeds" / SEED
        seed.write_text("[b]bold[/b] \x1b]0;owned\x07 \u202e\ttab\n" + seed.read_text("utf-8"), "utf-8")
        sheet = (await source(reader)).sheet
        drawn = "".join(sheet.draw_line(y).text for y in range(sheet.virtual_size.height))
        assert "[b]bold[/b]" in drawn
        assert not {"\x1b", "\x07", "\u202e", "\t"} & {*drawn}


async def test_no_clause_no_source(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "j", "o")
        assert reader.notices == ["No clause to read the source of"]


async def test_the_palette_has_what_the_keys_do(opened: Opening) -> None:
    from tui.app.commands import ReadingCommands

    async with opened() as reader:
        names = [command.name for command in ReadingCommands(reader.room)._named(reader.room)]
        assert {"study: Mark", "study: Compare", "study: Wordings", "study: Source"} <= {*names}
