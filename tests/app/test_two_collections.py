"""A statement and a person that stand in both bundled collections are one, wherever the reader comes from."""

from __future__ import annotations

import pytest

from tests.app.conftest import CONTENT, Opening, Reader
from tests.app.test_following import page_of
from tui.app.absence_sheet import years
from tui.app.places import Leaf, Showing
from tui.model.dates import EdtfDate
from tui.model.records import Location, Statement
from tui.model.vocabulary import StatementKind
from tui.study.trace.absence import Column


def lines(reader: Reader) -> list[str]:
    """The two lines of each row of the summits pane, with room for all."""
    summits = reader.room.summits
    return [f"{one.plain}" for row in range(summits.count) for one in summits.render_row(row, 200)]


async def test_totals_count_what_stands_in_two_collections_once(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        await reader.press("1")
        assert any(
            "34 summits, 36 statements, " in line and "1 statement in two collections" in line
            for line in lines(reader)[:2]
        )
        assert sum("also in syria-track" in line for line in lines(reader)) == 2


@pytest.mark.parametrize("key", ["da-nang-2017/putin", "syria-track/putin"])
async def test_narrowing_to_a_person_takes_both_records(opened: Opening, key: str) -> None:
    async with opened(CONTENT) as reader:
        reader.room.narrow_to(key)
        await reader.pilot.pause()
        scope = reader.room.scope
        assert reader.room.catalogue is not None
        found = {statement.collection for statement in reader.room.catalogue.statements(scope)}
        assert found == {"da-nang-2017", "syria-track"}
        assert "Narrowed to Vladimir Putin: 175 clauses, 18 summits" in reader.state


async def test_the_participants_pane_has_one_row_for_a_person_of_both(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        assert reader.names.count("Vladimir Putin") == 1
        row = reader.names.index("Vladimir Putin")
        assert "also in syria-track" in reader.room.participants.render_row(row, 200)[1].plain
        reader.room.narrow_to("syria-track/putin")
        await reader.pilot.pause()
        assert reader.room.participants.render_row(row, 200)[0].plain.startswith("◆ ")
        reader.room.show_pane(3)
        reader.room.participants.move_to(row)
        await reader.press("enter")
        assert reader.room.scope.participant is None


async def test_p_on_a_clause_of_which_nobody_is_said_to_undertake_it_offers_the_participants(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        address = "syria-track/ankara-2019-09-16#sovereignty"
        reader.room.follow(Leaf(Showing.WHO, address))
        screen = await page_of(reader, address)
        text = screen.sheet.text
        assert "Undertaken by" not in text
        assert "6 participants took part in the statement" in text
        assert "The collection does not say who undertakes this clause." in text
        assert "2 participants named, not recorded as taking part in the statement" in text


def _column(year: int) -> Column:
    date = EdtfDate.parse(str(year))
    statement = Statement(f"s/{year}", "s", "s", "S", StatementKind.READOUT, Location("f", 1, 1))
    return Column(statement, date, "S", frozenset())


@pytest.mark.parametrize("size", [1, 2, 3])
def test_every_year_stands_above_its_first_column(size: int) -> None:
    columns = [_column(year) for year in (2012, 2013, 2013, 2015, 2019, 2019, 2020, 2022)]
    heads = years(columns, size)
    for year, place in ((2012, 0), (2013, 1), (2015, 3), (2019, 4), (2020, 6), (2022, 7)):
        at = place * size
        assert sum(head[at : at + 4] == str(year) for head in heads) == 1
