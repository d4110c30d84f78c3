"""A file that cannot be read is said to be so, at its place, and hides nothing of the others."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.collection.factory import HEAD, RECORDS, Shelf, clause, good_ones_are_there, said, the
from tui.collection.load import load
from tui.collection.yaml_text import MAX_BYTES
from tui.model.vocabulary import Severity


def test_a_sound_collection_has_no_problems(good: Shelf) -> None:
    library = good.load()
    assert library.problems == ()
    assert library.errors == 0
    assert good_ones_are_there(library)


def test_a_missing_folder(tmp_path: Path) -> None:
    library = load([tmp_path / "nowhere"])
    assert library.collections == ()
    assert said(library.problems) == ["nowhere:1:1: error: no such folder; expected a collection"]


def test_a_file_in_place_of_a_folder(good: Shelf) -> None:
    library = load([good.folder / "records.yaml"])
    assert said(library.problems) == ["records.yaml:1:1: error: not a folder; expected a collection"]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_folder_can_have(tmp_path: Path, name: str) -> None:
    (problem,) = load([tmp_path / name]).problems
    assert problem.message == "no such folder"


def test_an_empty_folder(tmp_path: Path) -> None:
    library = load([tmp_path])
    assert library.collections == ()
    (problem,) = library.problems
    assert problem.text == "the folder holds no collection; expected a folder with a collection.yaml"


def test_one_missing_folder_does_not_hide_another(good: Shelf) -> None:
    library = load([good.folder.parent / "nowhere", good.folder])
    assert good_ones_are_there(library)
    assert len(library.problems) == 1


def test_a_folder_of_collections_opens_them_all(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "collection.yaml").write_text(f"format: 1\nid: {name}\ntitle: {name}\n")
    library = load([tmp_path])
    assert [collection.id for collection in library.collections] == ["one", "two"]
    assert library.problems == ()


def test_a_collection_without_collection_yaml_is_opened_under_its_folders_name(good: Shelf) -> None:
    (good.folder / "collection.yaml").unlink()
    library = good.load()
    assert said(library.problems) == [
        "collection.yaml:1:1: error: the folder has no collection.yaml; "
        "expected one that gives at least format, id and title"
    ]
    assert clause(library, "good/joint#ceasefire").reading.proof.holds


@pytest.mark.parametrize(
    "content", ["", "\n\n", "# only a comment\n", "---\n", "--- null\n", "~\n", "---\n...\n", "\ufeff"]
)
def test_an_empty_file(good: Shelf, content: str) -> None:
    good.write("bad.yaml", content)
    library = good.load()
    assert said(library.problems)[-1] == "bad.yaml:1:1: error: the file is empty; expected a YAML mapping"
    assert good_ones_are_there(library)


@contextmanager
def closed(path: Path) -> Iterator[None]:
    """Forbid everybody to read `path` for a while; skip the test for somebody who may read it all the same."""
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        if os.access(path, os.R_OK):
            pytest.skip("this user (root?) may read everything")
        yield
    finally:
        path.chmod(mode)


def test_a_file_one_may_not_read(good: Shelf) -> None:
    with closed(good.write("bad.yaml", "participants: []\n")):
        library = good.load()
    assert said(library.problems) == ["bad.yaml:1:1: error: the file cannot be read (Permission denied)"]
    assert good_ones_are_there(library)


def test_a_folder_one_may_not_enter(good: Shelf) -> None:
    with closed(good.write("closed/bad.yaml", "participants: []\n").parent):
        library = good.load()
    assert said(library.problems) == ["closed:1:1: error: the folder cannot be read (Permission denied)"]
    assert good_ones_are_there(library)


def test_a_collection_one_may_not_enter(good: Shelf) -> None:
    with closed(good.folder):
        library = good.load()
    assert said(library.problems) == ["good:1:1: error: the folder cannot be read (Permission denied)"]
    assert library.collections == ()


def test_a_source_one_may_not_read(good: Shelf) -> None:
    with closed(good.folder / "report.txt"):
        library = good.load()
    assert said(library.problems) == [
        'records.yaml:10:11: error: the source file cannot be read (Permission denied); found "report.txt"'
    ]
    assert clause(library, "good/joint#ceasefire").reading.text


def test_a_file_that_fails_while_it_is_read(good: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, read = good.write("bad.yaml", "participants: []\n"), Path.read_bytes

    def failing(path: Path) -> bytes:
        if path == bad:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", failing)
    library = good.load()
    assert said(library.problems) == ["bad.yaml:1:1: error: the file cannot be read (Input/output error)"]
    assert good_ones_are_there(library)


def test_a_link_that_leads_nowhere(good: Shelf) -> None:
    (good.folder / "bad.yaml").symlink_to("nowhere")
    library = good.load()
    assert said(library.problems) == ["bad.yaml:1:1: error: the file cannot be read (No such file or directory)"]
    assert good_ones_are_there(library)


def test_a_link_that_leads_to_itself(good: Shelf) -> None:
    (good.folder / "bad.yaml").symlink_to("bad.yaml")
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:1:1: error: the file cannot be read (Too many levels of symbolic links)"
    ]
    assert good_ones_are_there(library)


def test_a_pipe_is_not_waited_for(good: Shelf) -> None:
    os.mkfifo(good.folder / "bad.yaml")
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:1:1: error: not a file that can be read; found a pipe, a socket or a device; expected a text file"
    ]
    assert good_ones_are_there(library)


def test_a_device_is_not_read(good: Shelf) -> None:
    (good.folder / "bad.yaml").symlink_to("/dev/zero")
    (line,) = good.problems()
    assert line.startswith("bad.yaml:1:1: error: a link that leads out of the collection was passed over")


def test_a_folder_called_like_a_file_is_a_folder(good: Shelf) -> None:
    good.write("odd.yaml/inside.yaml", "participants:\n  - {id: bob, kind: person, name: Bob}\n")
    library = good.load()
    assert library.problems == ()
    assert "bob" in [participant.id for participant in the(library).participants]


def test_files_in_subfolders_are_read_and_hidden_ones_are_not(good: Shelf) -> None:
    good.write("deep/er/more.yml", "participants:\n  - {id: bob, kind: person, name: Bob}\n")
    good.write(".hidden/bad.yaml", "][")
    good.write(".bad.yaml", "][")
    library = good.load()
    assert library.problems == ()
    assert [participant.id for participant in the(library).participants] == ["bob", "ann", "norway"]


def test_a_folder_that_links_to_its_parent_is_not_followed(good: Shelf) -> None:
    (good.folder / "again").symlink_to(good.folder)
    library = good.load()
    assert library.problems == ()
    assert good_ones_are_there(library)


def test_bytes_that_are_not_utf8(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - name: é".encode() + b"\xe9 caf\xe9\n")
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:2:12: error: the file is not UTF-8; found byte 0xE9; expected UTF-8 text"
    ]
    assert good_ones_are_there(library)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le-sig", "utf-16-be-sig"])
def test_utf16_with_its_mark(good: Shelf, encoding: str) -> None:
    marks = {"utf-16-le-sig": b"\xff\xfe", "utf-16-be-sig": b"\xfe\xff"}
    good.write("bad.yaml", marks.get(encoding, b"") + RECORDS.encode(encoding.removesuffix("-sig")))
    library = good.load()
    assert said(library.problems) == ["bad.yaml:1:1: error: the file is not UTF-8; found UTF-16; expected UTF-8 text"]
    assert good_ones_are_there(library)


def test_utf16_without_its_mark(good: Shelf) -> None:
    good.write("bad.yaml", "participants: []\n".encode("utf-16-le"))
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:1:2: error: the file is not text; found U+0000; expected UTF-8 text (is it UTF-16?)"
    ]
    assert good_ones_are_there(library)


@pytest.mark.parametrize("marks", ["\ufeff", "\ufeff\ufeff"])
def test_a_byte_order_mark_costs_nothing_and_shifts_no_column(good: Shelf, marks: str) -> None:
    good.write("bad.yaml", marks + "wrong: []\nparticipants:\n  - {id: bob, kind: person, name: Bob}\n")
    library = good.load()
    first, second = said(library.problems)
    assert first == (
        "bad.yaml:1:1: warning: the file begins with a byte order mark, which was skipped; expected UTF-8 without"
    )
    assert second.startswith('bad.yaml:1:1: error: unknown key; found "wrong"')
    assert the(library).participants[0].name == "Bob"
    assert library.errors == 1


def test_a_byte_order_mark_alone_is_no_error(good: Shelf) -> None:
    good.write("collection.yaml", "\ufeff" + HEAD)
    library = good.load()
    assert [problem.severity for problem in library.problems] == [Severity.WARNING]
    assert library.errors == 0
    assert good_ones_are_there(library)


def test_crlf_line_ends_are_line_ends(good: Shelf) -> None:
    good.write("records.yaml", RECORDS.replace("\n", "\r\n"))
    good.write("bad.yaml", "participants:\r\n  - id: bob\r\n    kind: person\r\n    nmae: Bob\r\n")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:2:5: error: a participant: "name" is missing',
        'bad.yaml:4:5: error: a participant: unknown key; found "nmae"; did you mean "name"?',
    ]
    assert good_ones_are_there(library)


def test_a_text_of_several_lines_has_line_feeds_whatever_the_file_has(good: Shelf) -> None:
    good.write(
        "more.yaml", "participants:\r\n- id: bob\r\n  kind: person\r\n  name: Bob\r\n  note: |\r\n    a\r\n    b\r\n"
    )
    assert the(good.load()).participants[0].note == "a\nb\n"


def test_a_huge_file_is_refused_unread(good: Shelf) -> None:
    with good.write("bad.yaml", "").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:1:1: error: the file is too large; found 33,554,433 bytes; expected at most 33,554,432; split it"
    ]
    assert good_ones_are_there(library)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_a_hundred_thousand_brackets_do_not_crash_the_interpreter(good: Shelf, opening: str) -> None:
    good.write("bad.yaml", opening * 100_000)
    library = good.load()
    (problem,) = library.problems
    assert (problem.location.line, problem.text) == (1, "nested too deeply; expected at most 64 levels")
    assert problem.location.column > 64
    assert good_ones_are_there(library)


def test_a_nest_that_is_closed_again_is_refused_too(good: Shelf) -> None:
    good.write("bad.yaml", "participants: " + "[" * 500 + "]" * 500)
    library = good.load()
    assert said(library.problems) == ["bad.yaml:1:78: error: nested too deeply; expected at most 64 levels"]
    assert good_ones_are_there(library)


def test_a_list_in_place_of_records(good: Shelf) -> None:
    good.write("bad.yaml", "- participants\n")
    library = good.load()
    assert said(library.problems) == [
        "bad.yaml:1:1: error: the file is not a mapping; found a list; expected lists of records"
    ]
    assert good_ones_are_there(library)


def test_a_broken_file_loses_only_itself(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - {id: bob, kind: person, name: Bob\nsources: []\n")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:3:8: error: not YAML: while parsing a flow mapping")
    assert good_ones_are_there(library)


def test_a_reference_into_a_broken_file_says_that_it_may_be_there(good: Shelf) -> None:
    good.write("bad.yaml", "participants: [\n")
    good.write("refers.yaml", "summits:\n  - {id: second, title: Second, host: bob}\n")
    library = good.load()
    assert said(library.problems)[-1] == (
        "refers.yaml:2:39: error: undefined participant (it may be in a file that was not read); "
        'found "bob"; expected one of ann, norway'
    )


def test_a_broken_collection_yaml_keeps_the_records_and_their_addresses(tmp_path: Path) -> None:
    folder = tmp_path / "another-name"
    folder.mkdir()
    good = Shelf(folder)
    good.write("records.yaml", RECORDS.replace("file: report.txt\n", "").replace("    sha256", "    # sha256"))
    good.write("collection.yaml", "format: 1\nid: good\n")
    library = good.load()
    assert 'collection.yaml:1:1: error: the collection: "title" is missing' in said(library.problems)
    assert clause(library, "good/joint#ceasefire").id == "ceasefire"


def test_two_collections_with_one_id(good: Shelf) -> None:
    second = good.folder.parent / "second"
    second.mkdir()
    (second / "collection.yaml").write_text(HEAD.replace("A good", "Another"))
    library = load([good.folder.parent])
    (problem,) = library.problems
    assert problem.message.startswith("a second collection with the id good; the first, in ")
    assert Path(problem.location.file).parent.name == "second"
    assert good_ones_are_there(library)


def test_one_folder_given_twice_is_opened_once(good: Shelf) -> None:
    link = good.folder.parent / "link"
    link.symlink_to(good.folder)
    library = load([good.folder, good.folder / ".." / "good", link])
    assert library.problems == ()
    assert good_ones_are_there(library)


def test_a_collection_inside_a_collection_is_said_and_passed_over(good: Shelf) -> None:
    good.write("inner/collection.yaml", "format: 1\nid: inner\ntitle: Inner\n")
    good.write("inner/bad.yaml", "][")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("collection.yaml:1:1: error: a collection inside a collection was passed over")
    assert good_ones_are_there(library)
