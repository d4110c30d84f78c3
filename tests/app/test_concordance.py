"""The concordance in place of the hits: toggled, sorted, moved in, opened, refined while typing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Opening, Reader
from tests.app.test_text_is_data import HOSTILE
from tests.app.test_text_is_data import hostile as hostile
from tui.app.widgets.concordance_list import ConcordanceList
from tui.study.concordance import Order


def _rows(reader: Reader) -> list[str]:
    """The lines on the screen, as drawn."""
    rows = reader.room.concordance
    return [rows.render_line(y).text for y in range(min(rows.count, rows.size.height))]


def _title(reader: Reader) -> str:
    return str(reader.room.query_one("#pane-2").border_title)


def _right_words(reader: Reader) -> list[str]:
    """What follows the node on each line, its first word."""
    return [
        (line.clause.reading.text[line.end :].split() or [""])[0].strip('",.').casefold()
        for line in reader.room.concordance.lines
    ]


async def _concordance(reader: Reader, query: str) -> None:
    await reader.search(query)
    await reader.press("ctrl+t")
    await reader.until(lambda: reader.room.concorded and reader.room.concordance.size.width > 0, "it is laid out")


async def test_the_hits_are_shown_one_a_line_with_the_matched_words_aligned(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "syria")
        rows = _rows(reader)
        assert len(rows) == len(reader.room.concordance.lines) > 2
        assert len({row.index("Syria") for row in rows}) == 1
        assert "concordance" in _title(reader)
        assert "as found" in _title(reader)
        assert reader.room.focused is reader.room.bar
        await reader.press("ctrl+t")
        assert not reader.room.concorded
        assert reader.room.clauses.display
        assert "found" in _title(reader)


async def test_typing_goes_on_refining_while_it_is_shown(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "geneva")
        await reader.press(*" process")
        await reader.until(lambda: reader.room.results and reader.room.results.query == "geneva process")
        nodes = [line.clause.reading.text[line.start : line.end] for line in reader.room.concordance.lines]
        assert nodes[0] == "Geneva process"
        reader.room.bar.value = ""
        await reader.until(lambda: not reader.room.concorded, "the clauses come back")
        assert reader.room.clauses.display
        assert len(reader.clause_ids) == 8
        await reader.search("geneva")
        assert reader.room.concorded


async def test_the_reading_pane_follows_and_enter_opens_the_hit_in_its_place(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "syria")
        await reader.press("tab", "j")
        line = reader.room.concordance.line
        assert line is not None
        assert line.hit == 1
        assert reader.clause_id == line.clause.id
        assert f"#{line.clause.id}" in reader.reading
        await reader.press("enter")
        assert not reader.room.searching
        assert not reader.room.concorded
        assert reader.clause_id == line.clause.id
        assert reader.room.focused is reader.room.clauses
        assert reader.state.startswith("Hit 2 of ")


async def test_the_arrows_and_enter_work_from_the_box(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "syria")
        await reader.press("down", "down", "up")
        assert reader.room.concordance.cursor == 1
        wanted = reader.room.concordance.lines[1].clause.id
        await reader.press("enter")
        assert reader.clause_id == wanted


async def test_two_places_in_one_clause_are_two_lines_of_one_hit(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "the")
        lines = reader.room.concordance.lines
        assert reader.room.results is not None
        assert len(lines) > len(reader.room.results.hits)
        assert f"{len(lines)} lines" in _title(reader)
        assert str(reader.room.query_one("#pane-2").border_subtitle) == f"1/{len(lines)}"
        await reader.press("tab", "j")
        assert reader.room.clauses.cursor == 0
        assert reader.room.place_shown == lines[1].start > lines[0].start


async def test_c_on_the_list_goes_there_and_back_and_keeps_the_hit(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("syria")
        await reader.press("tab", "j")
        hit = reader.clause_id
        await reader.press("c")
        line = reader.room.concordance.line
        assert line is not None
        assert line.clause.id == hit
        assert reader.room.focused is reader.room.concordance
        await reader.press("c")
        assert not reader.room.concorded
        assert reader.room.clauses.has_focus
        assert reader.clause_id == hit


async def test_c_after_a_hit_was_opened_shows_it_among_the_others(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("syria")
        await reader.press("down", "enter")
        opened_hit = reader.clause_id
        await reader.press("c")
        await reader.until(lambda: reader.room.concorded, "the concordance")
        line = reader.room.concordance.line
        assert line is not None
        assert line.clause.id == opened_hit
        assert reader.room.bar.value == "syria"
        await reader.press("j", "enter")
        assert reader.state.startswith("Hit 3 of ")
        await reader.press("c", "escape")
        assert reader.state.startswith("Hit 3 of ")
        assert len(reader.clause_ids) == 8


async def test_c_without_a_search_says_how_to_start_one(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("c")
        assert reader.notices == ["No search to show as a concordance: / starts one"]
        assert not reader.room.concorded


async def test_a_c_typed_into_the_box_is_a_c(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash", "c", "less_than_sign", "s")
        assert reader.room.bar.value == "c<s"


async def test_the_keys_sort_by_the_words_on_either_side_and_the_title_says_so(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "the")
        found = [line.start for line in reader.room.concordance.lines]
        await reader.press("tab", "greater_than_sign")
        assert "by 1st word to the right" in _title(reader)
        assert _right_words(reader) == sorted(_right_words(reader))
        assert reader.room.concordance.cursor == 0
        await reader.press("greater_than_sign")
        assert "by 2nd word to the right" in _title(reader)
        await reader.press("less_than_sign")
        assert "by 1st word to the left" in _title(reader)
        await reader.press("s")
        assert "as found" in _title(reader)
        assert [line.start for line in reader.room.concordance.lines] == found
        await reader.press("s", "s")
        assert "by date" in _title(reader)


async def test_the_order_stays_while_typing_and_enter_opens_what_the_cursor_is_on(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "the")
        reader.room.sort_concordance(Order.RIGHT)
        reader.room.bar.value = "the conflict"
        await reader.until(lambda: reader.room.results and reader.room.results.query == "the conflict")
        assert "by 1st word to the right" in _title(reader)
        line = reader.room.concordance.line
        assert line is not None
        assert line.hit == 0
        await reader.press("enter")
        assert reader.clause_id == line.clause.id


async def test_next_and_previous_hit_move_through_the_lines(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "the")
        await reader.press("tab", "n", "n", "N", "right_square_bracket")
        assert reader.room.concordance.cursor == 2


async def test_escape_leaves_the_search_and_another_list_closes_it(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("j")
        before = reader.clause_id
        await _concordance(reader, "the")
        await reader.press("tab", "j", "escape")
        assert not reader.room.searching
        assert not reader.room.concorded
        assert reader.clause_id == before
        assert reader.room.focused is reader.room.clauses
        await reader.press("slash")
        await reader.until(lambda: reader.room.concorded, "the concordance comes with the next search")
        await reader.press("tab", "3")
        assert not reader.room.concorded
        assert len(reader.clause_ids) == 8


async def test_nothing_found_says_so(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "zzzz qqqq")
        assert "Nothing found" in reader.room.concordance.render_line(1).text
        await reader.press("tab", "j", "less_than_sign", "enter")
        assert reader.room.searching


@pytest.mark.parametrize("size", [(30, 6), (50, 12), (80, 24), (120, 36), (200, 60)])
async def test_every_size_shows_whose_words_they_are_and_the_words_aligned(
    opened: Opening, size: tuple[int, int]
) -> None:
    async with opened(size=size) as reader:
        await _concordance(reader, "syria")
        rows = _rows(reader)
        assert rows
        for row, line in zip(rows, reader.room.concordance.lines, strict=False):
            assert line.clause.reading.speech.label[:3] in row
        assert len({row.index("Syria") for row in rows}) == 1
        dated = all("2017-11-11 Da Nang" in row for row in rows)
        assert dated == (size == (200, 60))


async def test_a_reporters_words_are_told_from_the_documents(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "called on the parties")
        assert "indirect" in _rows(reader)[0]
        text = reader.room.concordance.render_row(0, 80)[0]
        styles = {reader.room.concordance.get_visual_style("voice--source", partial=True)}
        assert styles <= {span.style for span in text.spans}


async def test_a_long_passage_is_cut_at_the_edge_of_the_pane(opened: Opening) -> None:
    async with opened(size=(50, 12)) as reader:
        await _concordance(reader, "leaders also praised the successful enhanced efforts between the countries")
        assert all(len(row) == reader.room.concordance.size.width for row in _rows(reader))
        assert _rows(reader)[0].rstrip().endswith("…")


async def test_wide_and_combining_letters_keep_the_words_aligned(opened: Opening, tmp_path: Path) -> None:
    folder = tmp_path / "scripts"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: scripts, title: Scripts}\n")
    words = ["双方认为 peace 是共同的目标", "Cáfe\u0301 et peace", "سلام peace שלום", "plain peace here"]
    given = "source: s, speech: direct, authority: agency"
    clauses = "".join(
        f"      - {{id: c{number}, part: body, renderings: [{{{given}, text: {text}}}]}}\n"
        for number, text in enumerate(words)
    )
    (folder / "records.yaml").write_text(
        "sources:\n  - {id: s, kind: archive, publisher: P, title: T, language: mul}\n"
        f"statements:\n  - id: t\n    title: T\n    kind: treaty\n    clauses:\n{clauses}",
        "utf-8",
    )
    from textual.content import Content

    async with opened(folder) as reader:
        assert reader.room.problems == ()
        await _concordance(reader, "peace")
        rows = _rows(reader)
        assert len(rows) == 4
        assert len({Content(row[: row.index("peace")]).cell_length for row in rows}) == 1
        assert {Content(row).cell_length for row in rows} == {reader.room.concordance.size.width}


async def test_markup_is_shown_as_written(opened: Opening, hostile: Path) -> None:
    async with opened(hostile, size=(200, 60)) as reader:
        await _concordance(reader, "bold sic")
        await reader.press("z")
        row = reader.room.concordance.render_row(0, 300)[0].plain
        assert HOSTILE in row


async def test_a_click_moves_and_a_double_click_opens(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "the")
        wanted = reader.room.concordance.lines[3].clause.id
        await reader.pilot.click(ConcordanceList, offset=(5, 3))
        await reader.until(lambda: reader.room.concordance.cursor == 3, "the cursor moves")
        await reader.pilot.click(ConcordanceList, offset=(5, 3), times=2)
        await reader.until(lambda: not reader.room.searching, "the hit opens")
        assert reader.clause_id == wanted


async def test_the_palette_sorts_the_concordance(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("the")
        await reader.press("ctrl+p")
        await reader.until(lambda: len(reader.app.screen_stack) > 1, "the palette opens")
        await reader.press(*"concordance by 1st word to the left")
        from textual.command import CommandList

        def offered() -> list[str]:
            lists = reader.app.screen.query(CommandList)
            return [str(option.prompt) for option in lists.first().options] if lists else []

        await reader.until(lambda: offered() and "1st word to the left" in offered()[0], "it is offered")
        await reader.press("enter")
        await reader.until(lambda: reader.room.concorded, "the concordance")
        assert reader.room.order is Order.LEFT


async def test_undoing_a_narrowing_ends_the_search_so_that_no_row_stands_for_another_hit(
    opened: Opening, collection: Path, second: Path
) -> None:
    async with opened(collection, second) as reader:
        reader.room.narrow_to("second/omar")
        await _concordance(reader, "military")
        await reader.press("tab", "x")
        assert not reader.room.searching
        assert reader.room.scope.participant is None
        assert reader.room.focused is reader.room.clauses
        assert len(reader.clause_ids) == 10


async def test_reading_the_files_again_fills_it_anew(opened: Opening) -> None:
    async with opened() as reader:
        await _concordance(reader, "the")
        lines = len(reader.room.concordance.lines)
        catalogue = reader.room.catalogue
        await reader.press("tab", "r")
        await reader.until(lambda: reader.room.catalogue is not catalogue, "they are read")
        await reader.until(lambda: reader.room.results, "it is searched for again")
        assert reader.room.concorded
        assert len(reader.room.concordance.lines) == lines
        assert reader.room.focused is reader.room.concordance
