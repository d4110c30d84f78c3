"""A source read with the clauses in it: what is held, what has changed, what is gone, what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, REPORT, Shelf, shelf
from tui.index.catalogue import Catalogue
from tui.study.source_text import SourceReading, read_source


@pytest.fixture(name="made")
def _made(tmp_path: Path) -> Shelf:
    made = shelf(tmp_path / "good")
    made.write("other.yaml", CLAUSE)
    return made


def _catalogue(made: Shelf) -> Catalogue:
    return Catalogue.of(made.load().collections)


def _read(catalogue: Catalogue, name: str = "good/paper") -> SourceReading:
    source = catalogue.source(name)
    assert source is not None
    return read_source(catalogue, source)


def test_every_clause_taken_from_it_stands_at_its_place(made: Shelf) -> None:
    reading = _read(_catalogue(made))
    assert reading.text == REPORT
    assert reading.trouble == ""
    assert [(taken.id, REPORT[taken.start : taken.end]) for taken in reading.taken] == [
        ("clause", "Ann and Bob met on Saturday."),
        ("ceasefire", "The parties agreed to maintain the ceasefire in the south"),
    ]
    assert reading.taken[1].said == "proved verbatim, line 3, column 2"
    assert reading.lost == ()


def test_what_stands_in_a_stretch(made: Shelf) -> None:
    reading = _read(_catalogue(made))
    ceasefire = reading.taken[1]
    assert reading.covered(ceasefire.end - 1, len(REPORT)) == [ceasefire]
    assert reading.covered(ceasefire.end, len(REPORT)) == []


def test_a_source_without_a_file_says_so(made: Shelf) -> None:
    made.write("more.yaml", "sources:\n  - {id: bare, kind: news-report, publisher: P, title: T, language: en}\n")
    reading = _read(_catalogue(made), "good/bare")
    assert reading.text is None
    assert reading.trouble == "Its text is not held: no file is recorded for this source."


def test_a_file_that_changed_since_it_was_recorded(made: Shelf) -> None:
    """Words that stand elsewhere now are marked where they are; what is no longer there has no mark."""
    catalogue = _catalogue(made)
    changed = "A new headline.\n\n" + REPORT.replace("met on Saturday", "met on Sunday")
    made.write("report.txt", changed)
    for opened in (catalogue, _catalogue(made)):
        reading = _read(opened)
        assert "has changed since it was recorded" in reading.trouble
        assert [(taken.id, changed[taken.start : taken.end]) for taken in reading.taken] == [
            ("ceasefire", "The parties agreed to maintain the ceasefire in the south")
        ]
        assert "proved" not in reading.taken[0].said
        assert reading.lost == ("good/other#clause",)


def test_a_file_that_is_gone(made: Shelf) -> None:
    catalogue = _catalogue(made)
    (made.folder / "report.txt").unlink()
    reading = _read(catalogue)
    assert reading.text is None
    assert "cannot be read (No such file or directory)" in reading.trouble


@pytest.mark.parametrize("data", [b"\xff\xfe bytes", b"text \0 text"])
def test_a_file_that_is_no_text(made: Shelf, data: bytes) -> None:
    catalogue = _catalogue(made)
    made.write("report.txt", data)
    reading = _read(catalogue)
    assert reading.text is None
    assert "not text" in reading.trouble


def test_no_file_out_of_bounds_is_read(made: Shelf, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (made.folder / "report.txt").unlink()
    catalogue = _catalogue(made)
    (made.folder / "report.txt").symlink_to(tmp_path / "secret.txt")
    reading = _read(catalogue)
    assert reading.text is None
    assert "out of bounds" in reading.trouble


def test_a_file_without_a_recorded_hash_proves_nothing(made: Shelf) -> None:
    loose = "{id: loose, kind: news-report, publisher: P, title: T, language: en, file: report.txt}"
    made.write("more.yaml", f"sources:\n  - {loose}\n")
    made.write("other.yaml", CLAUSE.replace("source: paper", "source: loose"))
    reading = _read(_catalogue(made), "good/loose")
    assert "No hash is recorded" in reading.trouble
    assert [taken.id for taken in reading.taken] == ["clause"]


def test_words_that_the_source_does_not_have_are_named(made: Shelf) -> None:
    made.write("other.yaml", CLAUSE.replace("Saturday", "Monday"))
    reading = _read(_catalogue(made))
    assert [taken.id for taken in reading.taken] == ["ceasefire"]
    assert reading.lost == ("good/other#clause",)


def test_sources_with_one_publisher_are_told_apart(made: Shelf) -> None:
    made.source("second", REPORT)
    reading = _read(_catalogue(made), "good/second")
    assert reading.taken == ()
