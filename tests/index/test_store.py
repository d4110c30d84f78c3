"""The compiled collection: always what the files hold, whatever happened to what was compiled before."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.collection.factory import CLAUSE, HEAD, RECORDS, REPORT, Shelf
from tests.collection.test_incremental import EDITS, edit
from tui.collection.compile import compile_file
from tui.collection.load import load, shown
from tui.collection.plan import plan
from tui.index import generation, replacing
from tui.index import store as stores
from tui.index.catalogue import Catalogue
from tui.index.compiled import compiled
from tui.index.opening import Opened, open_as_compiled, open_collections
from tui.index.progress import CompileCancelled
from tui.index.scope import Scope
from tui.index.store import Store
from tui.index.update import up_to_date, update
from tui.search.engine import searcher_through
from tui.search.facets import everything, facets
from tui.search.language.fields import FIELDS

Told = dict[str, object]


def told(catalogue: Catalogue) -> Told:
    """Everything that a catalogue says of its records."""
    parts = [(part.participant.key, part.roles, part.offices, part.acting_for) for part in catalogue.parts()]
    whole = [Scope()] + [Scope(participant=key) for key, *_ in parts]
    return {
        "statements": [(one.key, one.title, one.location, tuple(one.clauses)) for one in catalogue.statements()],
        "summits": list(catalogue.summits()),
        "parts": parts,
        "instruments": catalogue.instruments(),
        "sources": catalogue.sources(),
        "aliases": catalogue.aliases(),
        "clauses": [[clause.key for clause in catalogue.clauses(scope)] for scope in whole],
        "places": [catalogue.clauses().place(clause.key) for clause in catalogue.clauses()],
        "listing": [one.key for head in catalogue.collections for one in catalogue.listing(Scope(head.id))],
    }


def found(catalogue: Catalogue, query: str) -> set[tuple[str, float]]:
    searcher = searcher_through(catalogue)
    return {(hit.clause.key, hit.score) for hit in searcher.search(query).hits}


def spread(catalogue: Catalogue) -> list[object]:
    """How all of it is spread over the facets, and every value that a field is offered with."""
    narrowing = catalogue.filters()
    offered = [narrowing.values(field, "", 99) for field in FIELDS if field != "sort"]
    return [facets(everything(narrowing), narrowing), *offered]


def is_true(opened: Opened, folder: Path) -> bool:
    """Whether what was opened is what the files say, read afresh."""
    library = load([folder])
    fresh = Catalogue.of(library.collections)
    assert told(opened.catalogue) == told(fresh)
    # In a message, another file of the collection is named from its folder.
    there = f"{shown(folder)}/"
    assert [str(one).replace(there, "") for one in opened.problems] == [
        str(one).replace(there, "") for one in library.problems
    ]
    for query in ("the ceasefire in the south", "ann met", "saturdy"):
        assert found(opened.catalogue, query) == found(fresh, query)
    assert spread(opened.catalogue) == spread(fresh)
    return True


@pytest.fixture
def store(shelf: Shelf, cache: Path) -> Store:
    return Store(cache, shelf.folder)


def keep_segments(patch: pytest.MonkeyPatch) -> None:
    """Small collections are kept as large ones are: what has changed in a segment of its own, beside what was there."""
    patch.setattr(replacing, "_SMALL", 0)
    patch.setattr(replacing, "_LEAST_LIVING", 0)


@pytest.fixture
def many_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_segments(monkeypatch)


def test_what_is_compiled_is_what_the_files_say(shelf: Shelf, cache: Path) -> None:
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)


def test_a_compiled_file_leaves_the_garbage_collector_nothing_to_find(shelf: Shelf) -> None:
    """While files are compiled it looks seldom, and what waits for it is in memory."""
    found = plan(shelf.folder)
    made = [compiled(compile_file(file, found.context)) for file in found.again]
    gc.collect()
    made += [compiled(compile_file(file, found.context)) for file in found.again]
    assert gc.collect() == 0
    assert made


def test_nothing_is_written_when_nothing_has_changed(store: Store) -> None:
    update(store)
    before = {path: path.stat().st_mtime_ns for path in store.place.rglob("*")}
    assert up_to_date(store)
    update(store)
    assert {path: path.stat().st_mtime_ns for path in store.place.rglob("*")} == before


def test_only_what_has_changed_is_compiled(shelf: Shelf, store: Store, many_segments: None) -> None:
    update(store)
    shelf.write("b.yaml", CLAUSE.replace("Saturday", "Sunday"))
    assert not up_to_date(store)
    files: list[tuple[int, int]] = []
    compiled = update(store, progress=lambda done, all_files: files.append((done, all_files)))
    assert files == [(1, 1)]
    assert sorted(compiled.living.values()) == [1, 1], "the new one beside what stays of the old"


def test_a_changed_word_changes_no_order(shelf: Shelf, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_collections([shelf.folder], cache)
    with monkeypatch.context() as patch:
        patch.delattr(generation, "work_out")
        shelf.write("b.yaml", CLAUSE.replace("Saturday", "Sunday"))
        opened = open_collections([shelf.folder], cache)
    assert is_true(opened, shelf.folder)


def test_a_statement_that_moves_to_another_file_stands_there(shelf: Shelf, cache: Path) -> None:
    """What the two files hold together is the same as before."""
    shelf.write("b2.yaml", CLAUSE.replace("id: other", "id: between"))
    shelf.write("c.yaml", "note: nothing yet\n")
    open_collections([shelf.folder], cache)
    shelf.write("b.yaml", "note: nothing any more\n")
    shelf.write("c.yaml", CLAUSE)
    opened = open_collections([shelf.folder], cache)
    assert [one.id for one in opened.catalogue.statements()][-2:] == ["between", "other"]
    assert is_true(opened, shelf.folder)


def test_a_file_that_goes_takes_along_what_another_one_did_not_have(shelf: Shelf, cache: Path) -> None:
    """Also where the first claim to an id of it was the other file's."""
    shelf.write("c.yaml", "participants:\n  - {id: ann, kind: person, name: N}\n  - {id: zoe, kind: person, name: Z}\n")
    open_collections([shelf.folder], cache)
    (shelf.folder / "c.yaml").unlink()
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)


@pytest.mark.usefixtures("many_segments")
def test_what_the_files_no_longer_say_is_neither_counted_nor_offered(shelf: Shelf, cache: Path, store: Store) -> None:
    """It is still in its segment, from which it goes when that is next made anew."""
    for verb in ("agreed", "reaffirmed"):
        shelf.write("b.yaml", CLAUSE.replace("part: body", f"part: body\n        verb: {verb}"))
        opened = open_collections([shelf.folder], cache)
    assert len(update(store).segments) == 2
    assert is_true(opened, shelf.folder)
    narrowing = opened.catalogue.filters()
    assert narrowing.meant("verb", "agreed") == []
    assert [tuple(one)[::2] for one in narrowing.values("verb", "", 9)] == [("reaffirmed", 1)]
    assert everything(narrowing).total == len(opened.catalogue.clauses())


@pytest.mark.usefixtures("many_segments")
def test_many_changes_become_one_segment_again(shelf: Shelf, cache: Path, store: Store) -> None:
    for number in range(12):
        shelf.write(f"more-{number}.yaml", CLAUSE.replace("id: other", f"id: other-{number}"))
        assert is_true(open_collections([shelf.folder], cache), shelf.folder)
    assert len(update(store).segments) <= 8


@pytest.mark.parametrize("segments", ["one", "many"])
def test_whatever_changes_the_compiled_collection_follows(segments: str) -> None:
    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
    @given(st.lists(EDITS, min_size=2, max_size=4))
    def follows(steps: list[list[tuple[str, str | None]]]) -> None:
        with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
            if segments == "many":
                keep_segments(patch)
            folder = Path(made) / "good"
            edit(folder, [("collection.yaml", HEAD), ("a.yaml", RECORDS), ("report.txt", REPORT)])
            for edits in steps:
                edit(folder, edits)
                assert is_true(open_collections([folder], Path(made) / "cache"), folder)

    follows()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _zero(path: Path) -> None:
    path.write_bytes(b"")


def _noise(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


@pytest.mark.parametrize("damage", [_cut, _zero, _noise, Path.unlink])
@pytest.mark.parametrize("name", ["current", "*.tables", "*.segment/index", "*.segment/clauses"])
def test_what_is_damaged_is_made_anew_without_a_word(
    shelf: Shelf, cache: Path, store: Store, name: str, damage: Callable[[Path], None]
) -> None:
    update(store)
    (path,) = store.place.glob(name)
    damage(path)
    opened = open_collections([shelf.folder], cache)
    assert opened.notices == ()
    assert is_true(opened, shelf.folder)


def test_what_another_version_wrote_is_not_read(
    shelf: Shelf, cache: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(store)
    monkeypatch.setattr(stores, "__version__", "99")
    assert store.open() is None
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)
    assert store.open() is not None


def test_what_is_open_stays_readable_when_a_newer_one_takes_its_place(shelf: Shelf, cache: Path) -> None:
    before = open_collections([shelf.folder], cache)
    expected = told(before.catalogue), found(before.catalogue, "ann met")
    again = open_collections([shelf.folder], cache)
    shelf.write("a.yaml", RECORDS.replace("ceasefire in the south", "ceasefire in the north"))
    after = open_collections([shelf.folder], cache)
    assert not before.same_as(after)
    assert before.same_as(again)
    assert (told(before.catalogue), found(before.catalogue, "ann met")) == expected


def test_what_was_compiled_before_is_opened_without_a_look_at_the_files(shelf: Shelf, cache: Path) -> None:
    assert open_as_compiled([shelf.folder], cache) is None
    open_collections([shelf.folder], cache)
    shelf.write("b.yaml", "")
    stale = open_as_compiled([shelf.folder], cache)
    assert stale is not None
    assert len(stale.catalogue.clauses()) == 2


def _update(cache: Path, folder: Path) -> None:
    for _ in range(5):
        opened = open_collections([folder], cache)
        assert opened.notices == ()
        assert [clause.id for clause in opened.catalogue.clauses()] == ["ceasefire", "clause"]


def test_programs_running_at_once_share_it(shelf: Shelf, cache: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    programs = [spawn.Process(target=_update, args=(cache, shelf.folder)) for _ in range(3)]
    for program in programs:
        program.start()
    for number in range(5):
        shelf.write("c.yaml", f"participants:\n  - {{id: somebody-{number}, kind: person, name: N}}\n")
        assert is_true(open_collections([shelf.folder], cache), shelf.folder)
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0, 0]


def test_a_cache_that_cannot_be_written_is_done_without(shelf: Shelf, cache: Path) -> None:
    cache.write_text("a file where a folder should be")
    opened = open_collections([shelf.folder], cache)
    assert "held in memory" in opened.notices[0]
    assert is_true(opened, shelf.folder)


def test_a_full_disk_leaves_nothing_half_written(
    shelf: Shelf, cache: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    update(store)
    before = sorted(path.name for path in store.place.rglob("*"))
    shelf.write("b.yaml", CLAUSE.replace("Saturday", "Sunday"))
    monkeypatch.setattr("tui.index.stored_segment.write_arrays", full)
    opened = open_collections([shelf.folder], cache)
    assert "No space left on device" in opened.notices[0]
    assert is_true(opened, shelf.folder)
    assert sorted(path.name for path in store.place.rglob("*")) == before


def test_compiling_can_be_given_up(store: Store) -> None:
    with pytest.raises(CompileCancelled):
        update(store, cancelled=lambda: True)
    assert store.open() is None
    assert [path.name for path in store.place.iterdir()] == ["lock"]


def test_clearing_takes_all_of_it_and_loses_nothing(shelf: Shelf, cache: Path, store: Store) -> None:
    update(store)
    assert store.size() > 0
    store.clear()
    assert not store.place.exists()
    assert is_true(open_collections([shelf.folder], cache), shelf.folder)
