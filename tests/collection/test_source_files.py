"""A source's file is read only from where it may be, and only believed when it is the one that was recorded."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, REPORT, Shelf, clause, good_ones_are_there, said, the
from tui.collection.yaml_text import MAX_BYTES
from tui.model.records import Source
from tui.model.vocabulary import ProofState

TEXT = "Ann and Bob met on Saturday."


def add(good: Shelf, file: str, *, sha256: str | None = hashlib.sha256(TEXT.encode()).hexdigest()) -> None:
    """Write a source called `wire` whose file is `file`; its name stands at line 8, column 11."""
    recorded = f"    sha256: {sha256}\n" if sha256 else ""
    good.write(
        "bad.yaml",
        "sources:\n  - id: wire\n    kind: news-report\n    publisher: The Wire\n    title: Report\n    language: en\n"
        f"    # its file:\n    file: {file}\n{recorded}" + CLAUSE.replace("source: paper", "source: wire"),
    )


def wire(good: Shelf) -> Source:
    return next(source for source in the(good.load()).sources if source.id == "wire")


@pytest.mark.parametrize(
    "place", ["wire.txt", "below/it/wire.txt", "seeds/wire.txt", "../seeds/wire.txt", "../../seeds/wire.txt"]
)
def test_a_source_is_read_from_below_the_collection_or_from_seeds_above_it(good: Shelf, place: str) -> None:
    good.write(place, TEXT)
    add(good, place.removeprefix("../").removeprefix("../"))
    library = good.load()
    assert library.problems == ()
    assert wire(good).held
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.VERBATIM


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "/nowhere/at/all",
        "../wire.txt",
        "below/../../wire.txt",
        "seeds/../../wire.txt",
        "..",
        '"wire\\0.txt"',
        "below/../report.txt",
    ],
)
def test_a_path_that_leads_out_is_refused_unread(good: Shelf, file: str) -> None:
    (good.folder.parent / "wire.txt").write_text(TEXT)
    add(good, file)
    library = good.load()
    lines = [line for line in said(library.problems) if "out of bounds" in line]
    assert len(lines) == 1
    assert lines[0].startswith("bad.yaml:8:11: error: a source file out of bounds; found ")
    assert lines[0].endswith("; expected a path below the collection's folder or in seeds/")
    assert not wire(good).held
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.UNHELD
    assert good_ones_are_there(library)


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("wire.txt", "wire.txt"),
        ("below", "below/wire.txt"),
        ("seeds", "seeds/wire.txt"),
        ("seeds/wire.txt", "seeds/wire.txt"),
    ],
)
def test_a_link_that_leads_out_is_refused_unread(good: Shelf, link: str, file: str) -> None:
    outside = good.folder.parent / "outside"
    outside.mkdir()
    (outside / "wire.txt").write_text(TEXT)
    place = good.folder / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside / "wire.txt" if link.endswith(".txt") else outside)
    add(good, file)
    library = good.load()
    (line,) = said(library.problems)
    assert line == (
        f'bad.yaml:8:11: error: a source file out of bounds; found "{file}"; '
        "expected a path below the collection's folder or in seeds/"
    )
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.UNHELD
    assert good_ones_are_there(library)


def test_a_link_inside_the_collection_is_followed(good: Shelf) -> None:
    good.write("texts/wire.txt", TEXT)
    (good.folder / "wire.txt").symlink_to("texts/wire.txt")
    add(good, "wire.txt")
    assert good.problems() == []


def test_a_collection_that_is_itself_reached_by_a_link(good: Shelf) -> None:
    link = good.folder.parent / "link"
    link.symlink_to(good.folder)
    assert Shelf(link).problems() == []


def test_the_collections_own_seeds_come_before_those_above(good: Shelf) -> None:
    good.write("../seeds/wire.txt", "something else")
    good.write("seeds/wire.txt", TEXT)
    add(good, "seeds/wire.txt")
    assert good.problems() == []


def test_a_missing_file(good: Shelf) -> None:
    add(good, "wire.txt")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:8:11: error: the source file cannot be read (No such file or directory); found "wire.txt"'
    ]
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.UNHELD
    assert good_ones_are_there(library)


def test_a_name_that_no_file_can_have(good: Shelf) -> None:
    add(good, "x" * 300)
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:8:11: error: the source file cannot be read (File name too long); found")
    assert good_ones_are_there(library)


def test_a_link_that_leads_to_itself(good: Shelf) -> None:
    (good.folder / "wire.txt").symlink_to("wire.txt")
    add(good, "wire.txt")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:8:11: error: the source file cannot be read (Too many levels of symbolic links)")
    assert good_ones_are_there(library)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["a folder", "a pipe"])
def test_what_is_no_file_is_not_waited_for(good: Shelf, make: object) -> None:
    assert callable(make)
    make(good.folder / "wire.txt")
    add(good, "wire.txt")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:8:11: error: the source file is not a file; found "wire.txt"; expected a text file'
    ]
    assert good_ones_are_there(library)


def test_a_huge_file_is_refused_unread(good: Shelf) -> None:
    with good.write("wire.txt", "").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    add(good, "wire.txt")
    assert good.problems() == ["bad.yaml:8:11: error: the source file is too large; expected at most 33,554,432 bytes"]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"\x89PNG\r\n", "byte 0 is 0x89"),
        ("Grüße".encode("latin-1"), "byte 2 is 0xFC"),
        (TEXT.encode("utf-16"), "byte 0 is 0xFF"),
        (TEXT.encode("utf-16-le"), "byte 1 is 0x00"),
        (b"text\0more", "byte 4 is 0x00"),
    ],
)
def test_a_file_that_is_not_text(good: Shelf, data: bytes, where: str) -> None:
    good.write("wire.txt", data)
    add(good, "wire.txt", sha256=hashlib.sha256(data).hexdigest())
    library = good.load()
    assert said(library.problems) == [
        f'bad.yaml:8:11: error: the source file is not text ({where}); found "wire.txt"; expected UTF-8 text'
    ]
    assert not wire(good).held
    assert good_ones_are_there(library)


def test_a_changed_file_is_said_and_its_words_are_proved_anew(good: Shelf) -> None:
    changed = TEXT.replace("Saturday", "Sunday")
    good.write("wire.txt", changed)
    add(good, "wire.txt")
    library = good.load()
    first, second = said(library.problems)
    assert first == (
        "bad.yaml:9:13: error: the source file has changed since it was recorded; "
        f"found a file with sha256 {hashlib.sha256(changed.encode()).hexdigest()}; "
        f"expected {hashlib.sha256(TEXT.encode()).hexdigest()}"
    )
    assert second.startswith(
        f'bad.yaml:21:19: error: "{TEXT}" is not proved: the words are not in the source; the nearest'
    )
    assert not wire(good).held
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.FAILED
    assert good_ones_are_there(library)


def test_a_changed_byte_that_no_words_stand_on_is_said_too(good: Shelf) -> None:
    good.write("wire.txt", TEXT + "\n")
    add(good, "wire.txt")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:9:13: error: the source file has changed since it was recorded")
    proof = clause(library, "good/other#clause").reading.proof
    assert (proof.state, proof.start) == (ProofState.STALE, 0)
    assert not proof.holds


def test_a_file_without_a_hash_is_a_warning_that_gives_it(good: Shelf) -> None:
    good.write("wire.txt", TEXT)
    add(good, "wire.txt", sha256=None)
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:8:11: warning: the source file's hash is not recorded; "
        f"expected sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}"
    ]
    assert not wire(good).held
    assert library.errors == 0


def test_a_source_without_a_file_is_no_problem_and_proves_nothing(good: Shelf) -> None:
    good.write(
        "more.yaml",
        "sources:\n  - {id: wire, kind: news-report, publisher: P, title: T, language: en}\n"
        + CLAUSE.replace("source: paper", "source: wire"),
    )
    library = good.load()
    assert library.problems == ()
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.UNHELD


def test_the_source_is_read_as_it_is(good: Shelf) -> None:
    """No line end is changed and no byte order mark dropped: offsets are those of the file."""
    data = ("\ufeff" + REPORT.replace("\n", "\r\n")).encode()
    good.source("wire", data)
    good.write("more.yaml", CLAUSE.replace("source: paper", "source: wire"))
    proof = good.rendering().proof
    assert proof.start is not None
    assert proof.end is not None
    assert data.decode()[proof.start : proof.end] == TEXT
    assert (proof.line, proof.column) == (1, 2)
