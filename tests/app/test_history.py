"""Earlier queries: recalled with the arrows, kept between sessions, and never in the way."""

from __future__ import annotations

import multiprocessing
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import Opening, Reader
from tui.app.history import LONGEST, MOST, History
from tui.app.recall import Recall


@pytest.fixture
def file(state_home: Path) -> Path:
    """Where the history is kept."""
    return state_home / "summit-tui" / "search-history"


# The file


def test_queries_are_kept_for_the_next_session_where_only_their_owner_reads_them(file: Path) -> None:
    history = History()
    for query in ("ceasefire", 'say "no"\\n\n\t\u2028\x1b\u202e', "军事", "\udcff"):
        history.add(query)
    assert History().entries() == ["ceasefire", 'say "no"\\n\n\t\u2028\x1b\u202e', "军事", "\udcff"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert len(file.read_bytes().split(b"\n")) == 5
    assert {path.name for path in file.parent.iterdir()} == {"search-history", "search-history.lock"}


@given(st.lists(st.text(), max_size=6))
def test_any_query_comes_back_as_it_was(queries: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history"
        for query in queries:
            History(path).add(query)
        kept = [query for query in queries if query.strip()]
        assert History(path).entries() == [q for n, q in enumerate(kept) if n == 0 or kept[n - 1] != q]


def test_none_stands_twice_in_a_row_and_the_oldest_give_way(file: Path) -> None:
    history = History()
    for query in ("a", "a", "b", "a", " ", "", "x" * (LONGEST + 1)):
        history.add(query)
    assert history.entries() == ["a", "b", "a"]
    file.write_text("".join(f'"{number}"\n' for number in range(MOST)))
    history.add("new")
    assert History().entries() == [*map(str, range(1, MOST)), "new"]


def test_two_programs_keep_each_others_queries() -> None:
    first, second = History(), History()
    first.add("one")
    second.add("two")
    first.add("three")
    assert first.entries() == second.entries() == ["one", "two", "three"]


def _add_many(path: Path, name: str) -> None:
    history = History(path)
    for number in range(25):
        history.add(f"{name} {number}")
    # What could not be written for want of the lock is written with the next.
    while history._unsaved:
        history.add(f"{name} 24")


def test_programs_at_once_lose_nothing(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=_add_many, args=(file, name)) for name in "abc"]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
        assert program.exitcode == 0
    kept = History().entries()
    for name in "abc":
        own = [query for query in kept if query.startswith(name)]
        assert list(dict.fromkeys(own)) == [f"{name} {number}" for number in range(25)]


@pytest.mark.parametrize(
    "damage",
    [
        b"\xff\xfe\x00garbage\n",
        b'{"a": 1}\n[[[[\n12\nnull\n"  "\n',
        b'"cut short',
        b"[" * 100_000 + b"\n",
        b"9" * 9_999,
    ],
)
def test_a_damaged_file_is_passed_over_and_mended(file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(b'"sound"\n' + damage)
    history = History()
    assert history.entries() == ["sound"]
    history.add("new")
    assert History().entries() == ["sound", "new"]


@pytest.mark.parametrize("obstacle", ["folder", "pipe", "file for a folder", "relative"])
def test_where_it_cannot_be_written_the_history_lasts_for_the_session(
    file: Path, state_home: Path, obstacle: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    history = History()
    if obstacle == "folder":
        file.mkdir(parents=True)
    elif obstacle == "pipe":
        file.parent.mkdir()
        os.mkfifo(file)
    elif obstacle == "file for a folder":
        file.parent.write_text("in the way")
    else:
        history = History(Path("here/history"))
    for query in ("one", "two", "two"):
        history.add(query)
    assert history.entries() == ["one", "two"]
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_written_is_written_once_it_can(file: Path) -> None:
    file.parent.write_text("in the way")
    history = History()
    history.add("one")
    file.parent.unlink()
    history.add("two")
    assert History().entries() == ["one", "two"]


def test_an_unreadable_file_is_left_as_it_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    History().add("old")

    def refused(path: object, *rest: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr("tui.app.history._read", refused)
        history = History()
        history.add("new")
        assert history.entries() == ["new"]
    assert History().entries() == ["old"]


def test_a_linked_file_stays_linked(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(tmp_path / "elsewhere")
    History().add("one")
    assert file.is_symlink()
    assert (tmp_path / "elsewhere").read_text() == '"one"\n'


# Recalling


def test_recalling_goes_back_to_the_oldest_and_forth_to_what_was_typed(file: Path) -> None:
    for query in ("a", "b", "c"):
        History().add(query)
    recall = Recall(History())
    assert [recall.older("typ"), recall.older("c"), recall.older("b"), recall.older("a")] == ["c", "b", "a", None]
    assert [recall.newer(), recall.newer(), recall.newer(), recall.newer()] == ["b", "c", "typ", None]
    assert not recall.walking


def test_the_query_that_is_shown_is_not_recalled(file: Path) -> None:
    for query in ("a", "b"):
        History().add(query)
    recall = Recall(History())
    assert recall.older("b") == "a"
    assert recall.newer() == "b"
    assert Recall(History()).older("a") == "b"


# In the app


async def _acted_on(reader: Reader, *queries: str) -> None:
    for query in queries:
        await reader.search(query)
        await reader.press("enter", "escape")
    reader.room.bar.value = ""


async def _found(reader: Reader, query: str) -> None:
    await reader.until(
        lambda: reader.room.bar.value == query and reader.room.results and reader.room.results.query == query,
        f"{query!r} is searched for",
    )


async def test_up_in_an_empty_box_recalls_and_down_returns(opened: Opening) -> None:
    async with opened() as reader:
        await _acted_on(reader, "geneva process", "syria")
        await reader.press("slash", "up")
        await _found(reader, "syria")
        assert reader.room.bar.cursor_position == len("syria")
        await reader.press("up")
        await _found(reader, "geneva process")
        await reader.press("up")
        assert reader.room.bar.value == "geneva process"
        await reader.press("down")
        await _found(reader, "syria")
        await reader.press("down")
        assert reader.room.bar.value == ""


async def test_up_moves_through_the_hits_and_recalls_above_the_first(opened: Opening) -> None:
    async with opened() as reader:
        await _acted_on(reader, "geneva process")
        await reader.search("syria")
        await reader.press("down", "down", "up")
        assert (reader.room.clauses.cursor, reader.room.bar.value) == (1, "syria")
        await reader.press("up", "up")
        await _found(reader, "geneva process")
        await reader.press("down")
        await _found(reader, "syria")
        await reader.press("down")
        assert (reader.room.clauses.cursor, reader.room.bar.value) == (1, "syria")


async def test_up_recalls_where_nothing_was_found(opened: Opening) -> None:
    async with opened() as reader:
        await _acted_on(reader, "syria")
        await reader.search("zzzz qqqq")
        await reader.press("up")
        await _found(reader, "syria")
        await reader.press("down")
        await _found(reader, "zzzz qqqq")


async def test_an_edited_query_is_the_readers_own(opened: Opening) -> None:
    async with opened() as reader:
        await _acted_on(reader, "geneva process", "syria")
        await reader.press("slash", "up")
        await _found(reader, "syria")
        await reader.press("backspace")
        await _found(reader, "syri")
        await reader.press("down")
        assert (reader.room.clauses.cursor, reader.room.bar.value) == (1, "syri")
        await reader.press("up", "up")
        await _found(reader, "syria")


@pytest.mark.parametrize(("down", "up"), [("ctrl+n", "shift+up"), ("shift+down", "shift+up")])
async def test_other_keys_move_through_the_hits_of_a_recalled_query(opened: Opening, down: str, up: str) -> None:
    async with opened() as reader:
        await _acted_on(reader, "syria")
        await reader.press("slash", "up")
        await _found(reader, "syria")
        await reader.press(down, down, up)
        assert (reader.room.clauses.cursor, reader.room.bar.value) == (1, "syria")
        await reader.press(up, up)
        assert (reader.room.clauses.cursor, reader.room.bar.value) == (0, "syria")


async def test_a_query_is_kept_once_it_was_acted_on(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("opened")
        await reader.search("geneva")
        await reader.press("enter", "escape", "escape")
        await reader.search("syria")
        await reader.press("tab")
        await reader.press("escape")
        await reader.search("ceasefire")
        await reader.press("escape")
        await reader.search("zzzz qqqq")
        await reader.press("escape")
        await reader.search("conflict")
        await reader.press("end", "1")
        assert reader.room.bar.value == "conflict1"
    assert History().entries() == ["geneva", "syria", "ceasefire"]


async def test_turning_to_another_pane_keeps_the_query(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("conflict")
        await reader.pilot.click("#participants", offset=(5, 2))
        await reader.pilot.pause()
        assert not reader.room.searching
    assert History().entries() == ["conflict"]


async def test_the_next_session_knows_the_queries_of_this_one(opened: Opening) -> None:
    async with opened() as reader:
        await _acted_on(reader, "syria")
    async with opened() as reader:
        await reader.press("slash", "up")
        await _found(reader, "syria")


async def test_a_history_that_cannot_be_kept_disturbs_nobody(opened: Opening, file: Path) -> None:
    file.parent.write_text("in the way")
    async with opened() as reader:
        await _acted_on(reader, "syria")
        await reader.press("slash", "up")
        await _found(reader, "syria")
        assert reader.notices == []


async def test_no_history_is_read_or_written_before_it_is_wanted(opened: Opening, state_home: Path) -> None:
    async with opened() as reader:
        await reader.press("slash", "down", "escape")
    assert list(state_home.iterdir()) == []
