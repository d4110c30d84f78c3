"""Marking one clause or statement and comparing it with another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.capitals import capitals
from tests.app.conftest import Opening
from tests.app.studying import compared, comparison
from tui.app.screens.comparing import ComparingScreen
from tui.app.screens.overlay import Overlay


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return capitals(tmp_path / "capitals")


async def test_a_mark_is_seen_in_the_list_and_in_the_state_line_and_is_undone(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        await reader.press("j", "m")
        assert reader.room.marked == "capitals/first#daesh"
        assert "Marked: capitals/first#daesh" in reader.state
        assert "◆ marked" in reader.room.clauses.render_row(1, 80)[0].plain
        assert "◆" not in reader.room.clauses.render_row(0, 80)[0].plain
        await reader.press("m")
        assert reader.room.marked is None
        assert reader.state == ""


async def test_two_clauses_beside_each_other(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        text = screen.sheet.text
        assert "left: capitals/first#solution" in text
        assert "White House" in text
        assert " │ " in text
        assert "“forged” / “found”" in text
        assert "“secular” / “non-sectarian”" in text
        assert "order" in text
        assert screen.state == "3 differences: 2 substantive, 1 order"


async def test_where_it_is_narrow_they_stand_one_above_the_other(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(60, 20)) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        assert " │ " not in screen.sheet.text
        assert "────" in screen.sheet.text


async def test_n_goes_from_difference_to_difference_and_escape_closes(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        await reader.press("n")
        assert screen.state.startswith(
            "difference 1/3 · “the United States and Russia” / “Russia and the United States” · order"
        )
        await reader.press("n")
        assert screen.state == "difference 2/3 · “forged” / “found” · substantive"
        await reader.press("N", "N", "N", "N")
        assert screen.state.startswith("difference 1/3")
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_the_place_one_is_at_has_a_bar_and_is_in_sight(opened: Opening, texts: Path) -> None:
    async with opened(texts, size=(60, 12)) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        for _ in range(3):
            await reader.press("n")
        sheet = screen.sheet
        assert sheet.stop == 2
        line = sheet.stops[2].line
        assert sheet.scroll_offset.y <= line < sheet.scroll_offset.y + sheet.size.height
        assert sheet.draw_line(line).text.startswith("▶")


async def test_differences_are_marked_without_colour(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        sheet = screen.sheet
        segments = [segment for y in range(sheet.virtual_size.height) for segment in sheet.draw_line(y)]
        assert any(s.style and s.style.underline and s.style.bold for s in segments if "forged" in s.text)
        assert not any(s.style and s.style.underline for s in segments if "military" in s.text)
        assert any("^" in s.text for s in segments)


async def test_two_statements_clause_by_clause(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        await reader.press("1", "j", "m")
        assert reader.room.marked == "capitals/first"
        assert "◆" in reader.room.summits.render_row(1, 40)[0].plain
        await reader.press("j", "equals_sign")
        await reader.until(lambda: comparison(reader).sheet.text, "the comparison is there")
        screen = comparison(reader)
        text = screen.sheet.text
        assert "≠ changed · #solution" in text
        assert "⇅ moved · #labour · clause 3 on the left, clause 1 on the right" in text
        assert "− dropped · #only-here" in text
        assert "+ added · #only-there" in text
        assert "“Daesh” / “ISIS”  alias" in text
        assert "spelling" in text
        assert screen.state == "5 clauses: 2 changed, 1 moved, 1 dropped, 1 added"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["equals_sign"], "Nothing is marked: m marks a clause or a statement, = compares it with another"),
        (["m", "equals_sign"], "This is the marked one: move to what it is to be compared with"),
        (["1", "m"], "Nothing to mark: move to a clause or a statement"),
        (["1", "equals_sign"], "Nothing to compare: move to a clause or a statement"),
    ],
)
async def test_what_cannot_be_done_says_why(opened: Opening, texts: Path, keys: list[str], said: str) -> None:
    async with opened(texts) as reader:
        await reader.press(*keys)
        assert reader.notices == [said]
        assert reader.app.screen is reader.room


async def test_texts_in_two_languages_are_not_compared(opened: Opening, texts: Path) -> None:
    records = texts / "records.yaml"
    english = "publisher: Kremlin, title: Text, language: en"
    records.write_text(records.read_text("utf-8").replace(english, english[:-2] + "de"), "utf-8")
    async with opened(texts) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        assert "No language in common" in screen.state
        await reader.press("n")
        assert reader.notices == ["There is no difference to go to"]


async def test_question_mark_lists_the_keys(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        await compared(reader, "capitals/first#solution", "capitals/second#solution")
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, Overlay)
        await reader.press("escape")
        assert isinstance(reader.app.screen, ComparingScreen)


async def test_a_mark_goes_with_what_it_marked(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        await reader.press("j", "m")
        records = texts / "records.yaml"
        records.write_text(records.read_text("utf-8").replace("id: daesh", "id: other"), "utf-8")
        await reader.press("r")
        await reader.until(lambda: reader.room.marked is None, "nothing is marked")
        assert reader.state == ""


async def test_another_size_lays_it_out_anew(opened: Opening, texts: Path) -> None:
    async with opened(texts) as reader:
        screen = await compared(reader, "capitals/first#solution", "capitals/second#solution")
        await reader.pilot.resize_terminal(60, 20)
        await reader.until(lambda: " │ " not in screen.sheet.text, "it is stacked")


async def test_a_comparison_that_fails_says_so(opened: Opening, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_asked: object) -> None:
        raise RuntimeError("[/i] no such thing")

    monkeypatch.setattr("tui.study.compare.compare", fail)
    async with opened(texts) as reader:
        await reader.press("m", "j", "equals_sign")
        await reader.until(lambda: reader.notices[-1:] == ["Comparing failed: [/i] no such thing"], "a notice")
        assert comparison(reader).state == "Comparing failed: [/i] no such thing"
