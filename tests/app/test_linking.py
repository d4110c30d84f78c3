"""The panes are linked: a choice in one decides what the others show, and can be undone."""

from __future__ import annotations

from pathlib import Path

from tests.app.conftest import Opening
from tui.app.widgets.row_list import RowList
from tui.index.catalogue import EVERYTHING


async def test_moving_to_a_summit_shows_its_clauses_and_participants(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "j")
        assert reader.room.scope.summit == "da-nang-2017/apec-2017"
        assert reader.clause_ids == []
        assert "Tran Dai Quang" in reader.names
        assert "Sergey Lavrov" not in reader.names
        assert "APEC Summit" in reader.reading
        await reader.press("j", "j")
        assert reader.room.scope.statement == "da-nang-2017/joint-statement"
        assert len(reader.clause_ids) == 8
        assert "Sergey Lavrov" in reader.names
        assert "Tran Dai Quang" not in reader.names
        assert any(isinstance(message, RowList.Moved) for message in reader.messages)


async def test_enter_on_a_statement_goes_to_its_clauses(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "G", "enter")
        assert reader.room.focused is reader.room.clauses
        assert reader.clause_id == "military-channels"


async def test_choosing_a_participant_narrows_and_says_so(opened: Opening, collection: Path, second: Path) -> None:
    async with opened(collection, second) as reader:
        await reader.press("3")
        while reader.room.participants.part and reader.room.participants.part.participant.name != "Omar":
            await reader.press("j")
        await reader.press("enter")
        assert reader.clause_ids == ["bridges", "wells"]
        assert "Narrowed to Omar: 2 clauses, 1 summit" in reader.state
        assert [row.first for row in reader.room.summits._rows] == [
            "All collections",
            "Second collection",
            "Amman meeting",
            "Amman protocol",
        ]
        await reader.press("x")
        assert len(reader.clause_ids) == 10
        assert reader.state == ""


async def test_choosing_the_same_participant_again_undoes_it(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("3", "enter")
        assert reader.room.scope.participant == "da-nang-2017/putin"
        await reader.press("enter")
        assert reader.room.scope == EVERYTHING
        assert reader.state == ""


async def test_a_body_narrows_to_what_was_done_for_it(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.narrow_to("da-nang-2017/ru")
        await reader.pilot.pause()
        assert len(reader.clause_ids) == 8
        assert "Narrowed to Russia" in reader.state


async def test_one_who_only_looked_on_has_no_clauses(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.narrow_to("da-nang-2017/tran")
        await reader.pilot.pause()
        assert reader.clause_ids == []
        said = " ".join(reader.room.clauses.render_line(line).text.strip() for line in range(1, 4))
        assert said.strip() == "Tran Dai Quang takes part in no clause here."
        assert [row.first for row in reader.room.summits._rows] == ["Da Nang 2017", "APEC Summit"]
        assert "0 clauses, 1 summit" in reader.state


async def test_a_participant_under_the_cursor_is_read(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("3", "j", "j")
        assert "Sergey Lavrov" in reader.reading
        assert "coordinator" in reader.reading
        assert "Foreign Minister of Russia" in reader.reading
        assert "agreed on by Russian Foreign Minister Sergey Lavrov" in reader.reading


async def test_going_back_to_the_clauses_reads_the_clause_again(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("j", "3", "2")
        assert "#sovereignty" in reader.reading


async def test_escape_peels_one_layer_at_a_time(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "j", "j")
        reader.room.narrow_to("da-nang-2017/putin")
        await reader.press("z")
        await reader.search("geneva process")
        await reader.press("enter")
        assert reader.room.current_pane == 4
        await reader.press("escape")
        assert reader.room.current_pane == 2
        assert reader.room.hits is not None
        await reader.press("escape")
        assert reader.room.hits is None
        assert reader.room.has_class("-zoomed")
        await reader.press("escape")
        assert not reader.room.has_class("-zoomed")
        assert reader.room.scope.participant is not None
        await reader.press("escape")
        assert reader.room.scope.participant is None
        assert reader.room.scope.summit is not None
        await reader.press("escape")
        assert reader.room.scope == EVERYTHING
        await reader.press("escape")
        assert reader.notices == ["Nothing left to undo: q quits"]


async def test_brackets_step_through_clauses_while_reading(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("enter", "right_square_bracket", "right_square_bracket")
        assert reader.room.focused is reader.room.reading
        assert "#call-on-parties" in reader.reading
        await reader.press("left_square_bracket")
        assert "#sovereignty" in reader.reading


async def test_undoing_what_is_not_narrowed_says_so(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("x")
        assert reader.notices == ["Nothing is narrowed"]


async def test_the_clauses_say_what_they_are_the_clauses_of(opened: Opening) -> None:
    async with opened() as reader:
        pane = reader.room.query_one("#pane-2")
        assert str(pane.border_title) == "2 Clauses"
        await reader.press("1", "j")
        assert str(pane.border_title) == "2 Clauses · APEC Summit"
        await reader.press("G")
        assert str(pane.border_title) == "2 Clauses · Joint statement on Syria"
        await reader.press("escape")
        assert str(pane.border_title) == "2 Clauses"


async def test_escape_from_reading_goes_back_where_one_came_from(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("3", "j", "j", "4", "escape")
        assert reader.room.focused is reader.room.participants
        assert reader.reading.startswith("Sergey Lavrov")


async def test_sideways_is_where_the_pane_is(opened: Opening) -> None:
    async with opened() as reader:
        room = reader.room
        for keys, number in (("l", 4), ("l", 4), ("h", 2), ("left", 1), ("right", 2), ("3", 3), ("l", 2), ("h", 3)):
            await reader.press(keys)
            assert room.current_pane == number


async def test_a_statement_of_no_summit_says_so(opened: Opening, second: Path) -> None:
    records = second / "records.yaml"
    records.write_text(records.read_text().replace("    summit: amman\n", ""))
    async with opened(second) as reader:
        rows = reader.room.summits._rows
        assert [row.second.startswith("no summit recorded") for row in rows] == [False, False, True]
