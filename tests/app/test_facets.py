"""Facets beside the hits: choosing a value edits the query, and the query is the whole state."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Opening, Reader
from tui.app.widgets.pane import Pane
from tui.index.narrowing import Count, Masks


def _title(reader: Reader) -> str:
    return str(reader.room.query_one("#pane-3", Pane).border_title)


def _rows(reader: Reader) -> list[str]:
    rows = reader.room.facets
    return [rows.render_row(row, 30)[0].plain.strip() for row in range(rows.count)]


async def _counted(reader: Reader) -> None:
    await reader.until(lambda: reader.room.faceted and " of " in _title(reader), "the facets are counted")


async def _faceted(reader: Reader, query: str) -> None:
    """Search, and go to the facets."""
    await reader.search(query)
    await reader.press("ctrl+g")
    await _counted(reader)


async def _choose(reader: Reader, field: str, value: str) -> None:
    """Go to a value and choose it; wait for the new counts."""
    rows = reader.room.facets
    row = next(index for index, row in enumerate(rows.rows) if (row.field, row.value) == (field, value))
    await reader.press("g", *["j"] * sum(bool(row.value) for row in rows.rows[1:row]))
    assert rows.row
    assert (rows.row.field, rows.row.value) == (field, value)
    before = reader.room.bar.value
    await reader.press("enter")
    await reader.until(lambda: reader.room.bar.value != before, "the query is edited")
    await _counted(reader)


async def test_the_facets_stand_beside_the_hits_with_their_counts(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        assert _title(reader) == "3 Facets · of all 3"
        rows = _rows(reader)
        assert rows[:2] == ["Year", f"2017{3:>24}"]
        assert "Body" in rows
        assert "Speech" in rows
        assert reader.room.focused is reader.room.facets
        assert reader.room.clauses.region.width > 0


async def test_a_value_narrows_the_query_that_is_seen_and_once_more_it_is_gone(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        found = reader.clause_ids
        await _choose(reader, "is", "direct")
        assert reader.room.bar.value == "is:direct syria"
        assert len(reader.clause_ids) == 1
        row = reader.room.facets.row
        assert row is not None
        assert row.chosen
        assert row.value == "direct"
        assert "◆ direct" in "".join(_rows(reader))
        await reader.press("enter")
        await reader.until(lambda: reader.room.bar.value == "syria", "the value is taken out")
        await _counted(reader)
        assert reader.clause_ids == found
        assert not any(one.chosen for one in reader.room.facets.rows)
        assert reader.room.focused is reader.room.facets


async def test_a_choice_finds_as_many_as_it_says_while_the_last_word_is_being_typed(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syri")
        row = next(row for row in reader.room.facets.rows if row.field == "date" and row.value)
        await _choose(reader, "date", row.value)
        assert reader.room.bar.value == f"date:{row.value} syri"
        assert len(reader.clause_ids) == row.count


async def test_choosing_narrows_beside_what_is_typed_of_the_field(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "kind:joint-statement,readout syria")
        await _choose(reader, "is", "mixed")
        await _choose(reader, "kind", "readout")
        assert reader.room.bar.value == "is:mixed kind:joint-statement syria"


async def test_of_two_values_that_are_typed_one_can_be_taken_out(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "is:mixed,indirect syria")
        await _choose(reader, "is", "mixed")
        assert reader.room.bar.value == "is:indirect syria"
        results = reader.room.results
        assert results is not None
        assert {hit.clause.reading.speech.value for hit in results.hits} == {"indirect"}


async def test_what_the_query_names_can_be_taken_out_though_nothing_has_it(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria kind:readout")
        assert reader.clause_ids == []
        assert _rows(reader) == ["Kind", f"◆ readout{0:>21}"]
        await _choose(reader, "kind", "readout")
        assert reader.room.bar.value == "syria"
        assert len(reader.clause_ids) == 3


async def test_with_an_empty_box_all_that_is_open_is_counted(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("f")
        await _counted(reader)
        assert _title(reader) == "3 Facets · of all 8"
        await _choose(reader, "is", "direct")
        assert reader.room.bar.value == "is:direct"
        assert 0 < len(reader.clause_ids) < 8


async def test_a_click_chooses_a_value(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        row = next(index for index, row in enumerate(reader.room.facets.rows) if row.value == "joint-statement")
        await reader.pilot.click("#facets", offset=(6, row))
        await reader.until(lambda: reader.room.bar.value == "kind:joint-statement syria", "the query is edited")
        await reader.pilot.click("#facets", offset=(6, 0))
        assert reader.room.bar.value == "kind:joint-statement syria"


async def test_escape_goes_back_to_the_hits_and_then_out(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        await reader.press("escape")
        assert reader.room.focused is reader.room.clauses
        assert reader.room.faceted
        await reader.press("escape")
        assert not reader.room.searching
        assert not reader.room.faceted
        assert reader.room.participants.region.width > 0
        assert _title(reader) == "3 Participants"


async def test_the_key_closes_them_again_and_typing_goes_on(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        await reader.press("ctrl+g")
        assert not reader.room.faceted
        assert reader.room.focused is reader.room.bar
        assert reader.room.participants.display
        await reader.press("space", "q")
        assert reader.room.bar.value == "syria q"


async def test_once_wanted_they_come_with_the_next_search(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        await reader.press("escape", "escape")
        await reader.search("channels")
        await _counted(reader)
        assert reader.room.focused is reader.room.bar


class _SlowCounts:
    """Looks nothing up before it is let."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.begun, self.go = threading.Event(), threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def counts(self, field: str, wordings: Masks, most: int) -> Sequence[Count]:
        """Count, but wait first."""
        self.begun.set()
        self.go.wait(timeout=20)
        counts: Sequence[Count] = self._real.counts(field, wordings, most)
        return counts


async def test_counts_of_an_older_query_say_that_they_are_old(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        await reader.press("escape")
        slow = _SlowCounts(reader.room.narrowing)
        reader.room.narrowing = slow  # type: ignore[assignment]
        reader.room.bar.value = "channels"
        await reader.until(slow.begun.is_set, "counting begins")
        assert _title(reader) == "3 Facets · counting …"
        assert reader.room.facets.stale
        reader.room.bar.value = "conflict"
        slow.go.set()
        await _counted(reader)
        assert not reader.room.facets.stale
        assert reader.room.results is not None
        assert _title(reader).endswith(f"of all {reader.room.results.total}")


async def test_counting_that_fails_says_so(opened: Opening) -> None:
    class Failing:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError("[/i] no such thing")

    async with opened() as reader:
        await reader.search("syria")
        reader.room.narrowing = Failing()
        await reader.press("ctrl+g")
        await reader.until(lambda: reader.notices, "a notice")
        assert reader.notices == ["Counting the facets failed: [/i] no such thing"]


@pytest.mark.parametrize("size", [(80, 24), (50, 12)])
async def test_on_a_small_screen_the_box_stays_in_sight_above_them(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await _faceted(reader, "syria")
        assert reader.room.query_one("#pane-3").region.height > 3
        assert reader.app.screen.find_widget(reader.room.bar).visible_region.height == 1
        await _choose(reader, "is", "mixed")
        assert reader.room.bar.value == "is:mixed syria"
        await reader.press("escape")
        assert not reader.room.query_one("#pane-3").display
        assert len(reader.clause_ids) == 1


async def test_opening_a_hit_puts_the_participants_back(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        await reader.press("escape", "enter")
        assert not reader.room.faceted
        assert reader.room.hits is not None
        assert "Donald Trump" in reader.names
        assert reader.room.participants.region.width > 0


async def test_turning_to_the_summits_closes_the_box_and_the_facets(opened: Opening) -> None:
    async with opened() as reader:
        await _faceted(reader, "syria")
        await reader.press("1")
        assert not reader.room.searching
        assert not reader.room.faceted
        assert reader.room.focused is reader.room.summits


async def test_names_in_facets_are_data(opened: Opening, second: Path) -> None:
    records = second / "records.yaml"
    text = records.read_text()
    records.write_text(text.replace("title: Amman meeting,", 'title: Amman meeting, series: "[red]G [/b] 20",'))
    async with opened(second) as reader:
        assert reader.room.problems == ()
        await _faceted(reader, "bridge")
        assert f"[red]G [/b] 20{1:>14}" in _rows(reader)
        row = next(row for row in reader.room.facets.rows if row.field == "series" and row.value)
        await _choose(reader, "series", row.value)
        assert reader.room.bar.value == 'series:"[red]G [/b] 20" bridge'
        assert reader.clause_ids == ["bridges"]


async def test_the_palette_opens_them(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("syria")
        await reader.press("ctrl+p", *"facets")
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        await reader.until(lambda: "Facets" in str(reader.app.screen.query_one("CommandList").options[0].prompt))  # type: ignore[attr-defined]
        await reader.press("enter")
        await _counted(reader)
        assert reader.room.facets.count
