from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from benchmarks.compile import changed, command_line, count_clauses, middle_file
from benchmarks.first_paint import small_collection
from benchmarks.make_collection import make
from benchmarks.search_latency import bar_at
from tests.benchmarks.made import rows
from tui.collection.load import load
from tui.index.catalogue import Catalogue


def test_a_changed_file_is_as_before_afterwards_even_after_an_error(tmp_path: Path) -> None:
    make(rows(1_000), [], tmp_path / "made")
    file = middle_file(tmp_path / "made")
    os.utime(file, ns=(1, 2))
    before = file.read_bytes()
    with changed(file):
        assert file.read_bytes() != before
        assert load([tmp_path / "made"]).problems == ()
    with suppress(RuntimeError), changed(file):
        raise RuntimeError
    assert file.read_bytes() == before
    assert file.stat().st_mtime_ns == 2


def test_the_program_is_called_on_the_collection_alone(tmp_path: Path) -> None:
    program, *arguments = command_line(tmp_path, "index", "build")
    assert Path(program).name == "summit-tui"
    assert arguments == ["-c", str(tmp_path), "index", "build"]


def test_clauses_are_counted_by_line(tmp_path: Path) -> None:
    make(rows(23), [], tmp_path / "made")
    assert count_clauses(tmp_path / "made") == 23


def test_the_small_collection_is_the_first_ten_clauses(tmp_path: Path) -> None:
    make(rows(50), [], tmp_path / "made")
    for _ in range(2):  # what an earlier run left is no hindrance
        small = small_collection(tmp_path / "made", tmp_path / "work")
    library = load([small])
    assert library.problems == ()
    assert {clause.reading.text.split(".")[0] for clause in Catalogue.of(library.collections).clauses()} == {
        f"Clause {number} on bridges" for number in range(10)
    }


def test_the_bars_are_those_of_the_size() -> None:
    assert [bar_at(clauses) for clauses in (20_000, 100_358, 1_000_175)] == [None, 150.0, 1_000.0]
