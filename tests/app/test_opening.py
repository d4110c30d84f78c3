"""Opening collections: sound ones, broken ones, and none."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.app.conftest import Opening, Reader
from tui.app.app import SummitApp
from tui.app.messages import Compiling, LibraryOpened
from tui.app.screens.reading_room import ReadingRoom
from tui.app.widgets.bars import TitleBar
from tui.index.catalogue import Catalogue


async def test_the_bundled_statement_is_there_to_read(opened: Opening) -> None:
    async with opened() as reader:
        assert reader.clause_ids[0] == "military-channels"
        assert len(reader.clause_ids) == 8
        assert "proved verbatim" in reader.reading
        assert "da-nang-2017/joint-statement#military-channels" in reader.reading
        assert any(isinstance(message, LibraryOpened) for message in reader.messages)


async def test_the_screen_is_painted_before_anything_is_read() -> None:
    app = SummitApp([Path("nowhere")])
    opened_at_mount: list[object] = []

    class Watched(ReadingRoom):
        def on_mount(self) -> None:
            opened_at_mount.append(self.catalogue)

    app.get_default_screen = lambda: Watched([Path("nowhere")])  # type: ignore[method-assign]
    async with app.run_test() as pilot:
        while not opened_at_mount:
            await pilot.pause()
        assert opened_at_mount == [None]


async def test_a_clause_shows_whose_words_it_is(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("G")
        assert reader.clause_id == "geneva-2254"
        assert "[UN Security Council resolution] UNSCR 2254" in reader.reading
        assert "by the source's editor" in reader.reading
        assert "Cites" in reader.reading
        await reader.press("k")
        assert 'have agreed that "there is no military solution' in reader.reading
        assert "mixed" in reader.reading


async def test_a_missing_folder_opens_to_what_to_do(opened: Opening, tmp_path: Path) -> None:
    async with opened(tmp_path / "gone") as reader:
        page = str(reader.room.query_one("#nothing-text", Static).content)
        assert reader.room.has_class("-nothing")
        assert "no such folder" in page
        assert "summit-tui check" in page
        await reader.press("slash")
        assert reader.notices == ["Nothing to search"]
        await reader.press("exclamation_mark")
        assert "no such folder" in str(reader.app.screen.query_one("#overlay-text", Static).content)


async def test_an_empty_collection_opens_to_what_to_do(opened: Opening, tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text("{format: 1, id: empty, title: Empty}\n")
    async with opened(tmp_path) as reader:
        page = str(reader.room.query_one("#nothing-text", Static).content)
        assert "none of them holds a summit or a statement" in page


async def test_a_bad_file_does_not_hide_the_good_ones(opened: Opening, collection: Path) -> None:
    (collection / "participants.yaml").write_text("participants: [\n")
    async with opened(collection) as reader:
        assert len(reader.clause_ids) == 8
        assert reader.room.problems
        title = str(reader.room.query_one(TitleBar).render())
        assert title.endswith(f"{len(reader.room.problems)} errors: !")
        assert "By putin, trump: agreed" in reader.reading


async def test_a_broken_anchor_is_never_shown_as_proved(opened: Opening, collection: Path) -> None:
    records = collection / "joint-statement.yaml"
    records.write_text(records.read_text().replace("there is no military solution", "there is a military solution"))
    async with opened(collection) as reader:
        await reader.press("G", "k")
        assert reader.clause_id == "no-military-solution"
        assert "✗" in reader.reading
        assert "NOT PROVED" in reader.reading
        lines = reader.room.clauses.render_row(6, 60)
        assert "✗ NOT PROVED" in lines[0].plain


async def test_a_mended_collection_is_read_again(opened: Opening, collection: Path) -> None:
    records = collection / "joint-statement.yaml"
    text = records.read_text()
    records.write_text("statements: [\n")
    async with opened(collection) as reader:
        assert reader.room.has_class("-nothing")
        records.write_text(text)
        await reader.press("r")
        await reader.until(lambda: not reader.room.has_class("-nothing"), "the panes come back")
        assert len(reader.clause_ids) == 8
        assert reader.room.focused is reader.room.clauses
        assert reader.room.problems == ()


async def test_reading_again_keeps_the_place(opened: Opening, collection: Path) -> None:
    async with opened(collection) as reader:
        await reader.press("j", "j")
        before = reader.room.catalogue
        await reader.press("r")
        await reader.until(lambda: reader.room.catalogue is not before, "the collections are read again")
        assert reader.clause_id == "call-on-parties"


async def test_two_collections_stand_side_by_side(opened: Opening, collection: Path, second: Path) -> None:
    async with opened(collection, second) as reader:
        assert len(reader.clause_ids) == 10
        assert reader.room.summits.row is not None
        assert reader.room.summits.row.first == "All collections"
        head = reader.room.clauses.render_row(9, 80)[0].plain
        assert "Amman protocol" in head
        assert "2 bis" in head


async def test_what_was_compiled_before_is_shown_and_then_brought_up_to_date(opened: Opening, collection: Path) -> None:
    async with opened(collection) as reader:
        assert len([message for message in reader.messages if isinstance(message, LibraryOpened)]) == 1
        assert [message.done for message in reader.messages if isinstance(message, Compiling)][-1:] == [3]
    file = collection / "joint-statement.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Joint statement on Syria", "title: Renamed since"), "utf-8")
    async with opened(collection) as reader:
        await reader.until(lambda: "Renamed since" in reader.reading, "the changed file is read")
        titles = [
            message.catalogue.statements()[0].title for message in reader.messages if isinstance(message, LibraryOpened)
        ]
        assert titles == ["Joint statement on Syria", "Renamed since"]
    async with opened(collection) as reader:
        await reader.press("j")
        assert len([message for message in reader.messages if isinstance(message, LibraryOpened)]) == 1


async def test_a_cache_that_cannot_be_written_is_a_notice(
    opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    async with opened() as reader:
        assert any("held in memory" in notice for notice in reader.notices)
        assert len(reader.clause_ids) == 8


async def test_collections_that_cannot_be_opened_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_asked: object, progress: Callable[[int, int], None], **_how: object) -> None:
        progress(1, 3)
        raise KeyError

    monkeypatch.setattr("tui.index.opening.open_collections", fail)
    app = SummitApp([Path("nowhere")])
    async with app.run_test() as pilot:
        reader = Reader(app, pilot, [])
        said = "The collections could not be opened: KeyError"
        await reader.until(lambda: reader.notices == [said], "a notice")
        assert str(reader.room.query_one(TitleBar).render()).split() == ["summit-tui", "nothing", "open"]
        drawn = "".join(reader.room.clauses.draw_line(y).text for y in range(5))
        assert " ".join(drawn.split()) == said


async def test_what_was_read_before_is_let_go(opened: Opening, second: Path) -> None:
    """What holds files open would hold those of every reading, which are long replaced by newer ones."""
    async with opened(second) as reader:
        indexes = []
        for number in range(3):
            before = reader.room.catalogue
            assert before is not None
            indexes.append(weakref.ref(before.segments()[0].index))
            records = second / "records.yaml"
            records.write_text(records.read_text() + f"# {number}\n")
            reader.room.action_reload()
            await reader.until(partial(_newer, reader, before), "the files are read again")
            del before
            reader.messages.clear()
        assert sum(index() is not None for index in indexes) <= 1


def _newer(reader: Reader, catalogue: Catalogue) -> bool:
    return reader.room.catalogue is not catalogue
