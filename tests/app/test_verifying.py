"""Verifying a quotation in the app: the verdict, its evidence, and its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.capitals import capitals
from tests.app.conftest import Opening
from tests.app.verifying import ALTERED, SAID, screen, verdict, verified
from tui.app.screens.verifying import VerifyingScreen


async def test_a_quotation_word_for_word_is_verbatim_and_its_source_is_named(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, SAID) == "✓ verbatim"
        assert "✓ verbatim: the document has these words, in this order" in verdict(reader)
        assert "da-nang-2017/joint-statement#no-military-solution" in verdict(reader)
        assert "[Sputnik]" in verdict(reader)
        assert "[-" not in verdict(reader)


async def test_a_changed_word_is_shown_beside_the_documents(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, ALTERED) == "✗ altered"
        assert "no military [-solution-]{+answer+} to the conflict" in verdict(reader)
        assert "[-in the document only-] {+in the quotation only+}" in verdict(reader)
        sheet = screen(reader).sheet
        line = next(y for y in range(20) if "{+answer+}" in sheet.draw_line(y).text)
        styles = {segment.text: segment.style for segment in sheet.draw_line(line)}
        dropped, added = styles["[-solution-]"], styles["{+answer+}"]
        assert dropped is not None
        assert dropped.strike
        assert added is not None
        assert added.underline


async def test_another_name_is_named_as_such(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, "confirmed their commitment to defeating the ISIS") == "✗ alias"
        assert "[-Daesh-]{+ISIS+}(alias)" in verdict(reader)


async def test_permitted_editing_is_listed_and_is_no_difference(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, "[T]here is no military solution … in Syria") == "≈ verbatim with editing"
        assert "ellipsis for “to the conflict”" in verdict(reader)
        assert "[-" not in verdict(reader)


async def test_enter_reads_the_place_and_lights_the_words(opened: Opening) -> None:
    async with opened() as reader:
        await verified(reader, SAID)
        await reader.press("tab", "enter")
        assert reader.app.screen is reader.room
        assert reader.clause_id == "no-military-solution"
        assert "#no-military-solution" in reader.reading
        clause = reader.room.clauses.clause
        assert clause is not None
        assert [clause.reading.text[start:end] for start, end in reader.room.spans_of(clause)] == [SAID]
        assert "Place 1 of 1 of the quotation “there is no military" in reader.state
        await reader.press("escape")
        assert reader.state == ""


async def test_on_a_small_screen_enter_opens_the_reading_pane(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        await verified(reader, SAID)
        await reader.press("tab", "enter")
        assert reader.room.current_pane == 4


async def test_a_joined_quotation_has_several_places_to_go_to(opened: Opening, tmp_path: Path) -> None:
    folder = capitals(tmp_path / "capitals")
    async with opened(folder) as reader:
        clauses = reader.room.catalogue.clauses() if reader.room.catalogue else ()
        texts = {clause.reading.text for clause in clauses}
        shared = next(text for text in texts if sum(clause.reading.text == text for clause in clauses) > 1)
        await verified(reader, shared)
        await reader.press("tab", "n", "n")
        stops = screen(reader).sheet.stops
        assert len(stops) > 1
        assert screen(reader).state == f"place 2/{len(stops)} · {stops[1].said}"
        await reader.press("enter")
        assert reader.clause_id == stops[1].said.removeprefix("#")
        assert "Place 2 of 2" in reader.state
        await reader.press("n")
        assert reader.clause_id == stops[0].said.removeprefix("#")


async def test_a_place_outside_what_is_narrowed_is_read_all_the_same(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.narrow_to("da-nang-2017/quang")
        await verified(reader, SAID)
        await reader.press("tab", "enter")
        assert reader.clause_id == "no-military-solution"


async def test_one_word_proves_nothing(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, "Syria") == "✗ too short"
        assert "it was found" in verdict(reader)


async def test_brackets_and_escapes_are_drawn_as_text(opened: Opening) -> None:
    async with opened() as reader:
        hostile = SAID.replace("no", "[b]no[/b] [@click=app.quit]\x1b[31m\u202e{x} %s [/i]")
        await verified(reader, hostile)
        assert "[@click=app.quit]␛[31m\ufffd{x} %s [/i]" in screen(reader).box.text
        # What stands in brackets is taken for an editor's insertion, and listed.
        assert "\ufffd{x} %s" in verdict(reader)
        assert "31m" not in verdict(reader)
        assert "control sequences of a terminal left out" in verdict(reader)
        assert "insertion “[@click=app.quit]”" in verdict(reader)
        assert "insertion “[/i]”" in verdict(reader)
        drawn = "".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn


@pytest.mark.parametrize("begin", ["\x1b[", "\x9b"])
async def test_control_sequences_leave_nothing_in_the_words(opened: Opening, begin: str) -> None:
    async with opened() as reader:
        assert await verified(reader, f"{begin}31m{SAID.replace('military', f'military{begin}0m')}") == "✓ verbatim"
        assert f" {SAID} " in verdict(reader)
        assert "control sequences of a terminal left out" in verdict(reader)


async def test_a_very_long_quotation_is_shown_where_it_differs(opened: Opening) -> None:
    async with opened() as reader:
        catalogue = reader.room.catalogue
        assert catalogue is not None
        whole = " ".join(clause.reading.text for clause in catalogue.clauses())
        assert await verified(reader, " ".join([whole] * 12)) != "✓ verbatim"
        assert len(screen(reader).sheet.text) < 20_000


async def test_many_words_that_are_the_same_are_told_not_shown(opened: Opening, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(1_500)]
    folder = _one_clause(tmp_path, " ".join(words))
    async with opened(folder) as reader:
        words[700] = "changed"
        assert await verified(reader, " ".join(words)) == "✗ altered"
        text = verdict(reader)
        assert "word698 word699 [-word700-]{+changed+} word701 word702" in text
        assert "word24 … 650 words that are the same … word675" in text
        assert text.count("word") < 200


async def test_with_nothing_open_there_is_nothing_to_verify_against(opened: Opening, tmp_path: Path) -> None:
    async with opened(tmp_path / "none") as reader:
        await reader.press("v")
        assert reader.app.screen is reader.room
        assert reader.notices == ["Nothing to verify a quotation against"]


@pytest.mark.parametrize("size", [(30, 8), (50, 12), (80, 24), (200, 60)])
async def test_at_every_size_all_of_the_verdict_can_be_scrolled_to(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await verified(reader, ALTERED)
        sheet = screen(reader).sheet
        width = sheet.size.width
        assert all(len(line) <= width for line in sheet.text.split("\n"))
        assert "proved verbatim" in verdict(reader)
        await reader.press("tab", "G")
        await reader.until(lambda: sheet.scroll_y == sheet.max_scroll_y, "its end")


async def test_the_palette_opens_it(opened: Opening) -> None:
    from tui.app.commands import ReadingCommands

    async with opened() as reader:
        commands = ReadingCommands(reader.app.screen)
        found = [hit async for hit in commands.discover()]
        verify = next(hit for hit in found if hit.text == "study: Verify a quotation")
        verify.command()
        await reader.until(lambda: isinstance(reader.app.screen, VerifyingScreen), "the screen opens")


def _one_clause(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "long"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: long, title: A long clause}\n")
    (folder / "records.yaml").write_text(
        f"""
sources:
  - {{id: gazette, kind: official-text, publisher: Gazette, title: Protocol, language: en}}
statements:
  - id: protocol
    title: Protocol
    kind: memorandum
    clauses:
      - id: only
        part: operative
        renderings:
          - {{source: gazette, speech: direct, authority: authentic, text: {text}}}
"""
    )
    return folder
