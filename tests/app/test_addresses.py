"""Opening at an address: what is there is under the cursor and read, on every size of screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.app.conftest import CONTENT, JOINT, Reader
from tui.app.app import SummitApp

At = Callable[..., AbstractAsyncContextManager[Reader]]
SIZES = [(80, 24), (120, 36), (50, 12)]


@pytest.fixture(name="opened_at")
def _opened_at() -> At:
    @asynccontextmanager
    async def opened_at(address: str, *paths: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Reader]:
        app = SummitApp(list(paths) or [CONTENT], address=address)
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot, [])
            await reader.until(lambda: reader.room.catalogue is not None, "the collections open")
            await reader.until(lambda: app.focused is not None, "something has the focus")
            yield reader

    return opened_at


@pytest.mark.parametrize("size", SIZES)
async def test_a_clause_is_selected_among_those_of_its_statement_and_read(opened_at: At, size: tuple[int, int]) -> None:
    async with opened_at(f"{JOINT}#no-military-solution", size=size) as reader:
        assert reader.clause_id == "no-military-solution"
        assert reader.room.scope.statement == JOINT
        assert f"{JOINT}#no-military-solution" in reader.reading
        assert reader.room.current_pane == (4 if reader.room.one_pane else 2)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("address", "pane", "kind"),
    [
        (JOINT, 1, "statement"),
        ("da-nang-2017/apec-2017", 1, "summit"),
        ("da-nang-2017", 1, "collection"),
        ("da-nang-2017/peskov", 3, "person"),
        ("da-nang-2017/sputnik", 4, "news report"),
        ("da-nang-2017/unscr-2254", 4, "resolution"),
    ],
)
async def test_other_records_are_selected_where_there_is_a_list_and_read(
    opened_at: At, size: tuple[int, int], address: str, pane: int, kind: str
) -> None:
    async with opened_at(address, size=size) as reader:
        assert f"{kind} · {address}" in reader.reading
        assert reader.room.current_pane == (4 if reader.room.one_pane else pane)
        if pane == 1:
            row = reader.room.summits.row
            assert row is not None
            assert row.record is not None
            assert row.record.id == address.rpartition("/")[2]
        if pane == 3:
            assert reader.names[reader.room.participants.cursor or 0] == "Dmitry Peskov"
        # What is read is what can be copied, also when it stands in no list.
        await reader.press("y", "a")
        await reader.until(lambda: reader.notices, "it is said what was copied")
        assert reader.notices[-1].startswith(f"Copied the address, {len(address)} characters, ")


async def test_moving_a_cursor_reads_the_lists_again(opened_at: At) -> None:
    async with opened_at("da-nang-2017/sputnik") as reader:
        await reader.press("2", "j")
        assert f"{JOINT}#sovereignty" in reader.reading
        record = reader.room.record_read
        assert record is not None
        assert record.id == "sovereignty"


async def test_an_old_address_says_the_new_one(opened_at: At, second: Path) -> None:
    records = second / "records.yaml"
    records.write_text(records.read_text().replace("num: 1\n", "num: 1\n        formerly: [first]\n"))
    async with opened_at("second/protocol#first", second) as reader:
        assert reader.clause_id == "bridges"
        now = "the clause is now at second/protocol#bridges"
        assert reader.notices == [f"second/protocol#first is an old address: {now}"]


async def test_an_address_that_is_gone_by_then_opens_as_without_one(opened_at: At) -> None:
    async with opened_at("da-nang-2017/nothing") as reader:
        assert reader.room.current_pane == 2
        assert reader.clause_id == "military-channels"
