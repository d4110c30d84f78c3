"""Checking a folder says everything that is wrong with it; checking a file says what is wrong with that file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, Shelf, said
from tui.collection.load import check, shown

BAD = "wrong: []\n"
WRONG_KEY = (
    'bad.yaml:1:1: error: unknown key; found "wrong"; '
    "expected one of participants, sources, instruments, aliases, summits, statements, threads"
)


def test_a_sound_folder(good: Shelf) -> None:
    assert check([good.folder]) == ()


def test_a_folder_with_a_bad_file(good: Shelf) -> None:
    good.write("bad.yaml", BAD)
    assert said(check([good.folder])) == [WRONG_KEY]


def test_a_bad_file(good: Shelf) -> None:
    good.write("other.yaml", BAD)
    assert said(check([good.write("bad.yaml", BAD)])) == [WRONG_KEY]


def test_a_file_is_checked_within_its_collection(good: Shelf) -> None:
    """Its references and anchors are those of the collection's other files."""
    assert check([good.write("deep/sound.yaml", CLAUSE)]) == ()
    spoilt = good.write("deep/spoilt.yaml", CLAUSE.replace("id: other", "id: third").replace("Ann and", "Ann or"))
    (line,) = said(check([spoilt]))
    assert line.startswith('spoilt.yaml:12:19: error: "Ann or Bob met on Saturday." is not proved')


def test_a_sound_file_beside_a_bad_one(good: Shelf) -> None:
    good.write("bad.yaml", BAD)
    assert check([good.folder / "records.yaml"]) == ()


def test_collection_yaml_itself(good: Shelf) -> None:
    good.write("bad.yaml", BAD)
    head = good.write("collection.yaml", "format: 1\nid: good\n")
    assert said(check([head])) == ['collection.yaml:1:1: error: the collection: "title" is missing']


def test_a_file_of_no_collection_is_checked_alone(tmp_path: Path) -> None:
    lone = tmp_path / "bad.yaml"
    lone.write_text(BAD)
    assert said(check([lone])) == [WRONG_KEY]


def test_a_bad_file_reached_by_a_link_is_bad(good: Shelf) -> None:
    good.write("bad.yaml", BAD)
    link = good.folder.parent / "link"
    link.symlink_to(good.folder)
    assert said(check([link / "bad.yaml"])) == [WRONG_KEY]


def test_a_bad_file_by_a_roundabout_path_is_bad(good: Shelf) -> None:
    good.write("bad.yaml", BAD)
    assert said(check([good.folder / ".." / "good" / "bad.yaml"])) == [WRONG_KEY]


@pytest.mark.parametrize("depth", [0, 1, 6])
def test_a_bad_file_is_bad_from_wherever_one_stands(good: Shelf, depth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = good.write("bad.yaml", BAD)
    here = good.folder.joinpath(*["deep"] * depth)
    here.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)
    assert said(check([Path(os.path.relpath(bad))])) == [WRONG_KEY]
    assert said(check([bad])) == [WRONG_KEY]


def test_a_missing_file(good: Shelf) -> None:
    assert said(check([good.folder / "nothing.yaml"])) == [
        "nothing.yaml:1:1: error: no such file or folder; expected a collection or a file of one"
    ]


@pytest.mark.parametrize("name", ["report.txt", ".hidden.yaml", ".hidden/bad.yaml"])
def test_a_file_that_no_collection_reads_is_not_called_sound(good: Shelf, name: str) -> None:
    good.write(name, BAD)
    (line,) = said(check([good.folder / name]))
    assert line.endswith(":1:1: error: not a file that a collection is read from; expected a YAML file")


@pytest.mark.parametrize("name", ["x" * 300, "a\0b.yaml"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    (problem,) = check([tmp_path / name])
    assert problem.message == "no such file or folder"


def test_several_paths_are_checked_in_one_pass_and_no_problem_is_said_twice(good: Shelf) -> None:
    bad = good.write("bad.yaml", BAD)
    assert said(check([good.folder, bad, good.folder / "nothing.yaml"])) == [
        WRONG_KEY,
        "nothing.yaml:1:1: error: no such file or folder; expected a collection or a file of one",
    ]


def test_files_are_named_as_one_would_write_them_from_here(good: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    good.write("bad.yaml", BAD)
    monkeypatch.chdir(good.folder.parent)
    (problem,) = check([good.folder])
    assert problem.location.file == "good/bad.yaml"


def test_a_path_is_shown_whole_where_that_is_shorter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(Path("/etc")) == "/etc"
    assert shown(tmp_path / "x") == "x"


def test_nothing_is_raised_when_the_working_folder_is_gone(good: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    good.write("bad.yaml", BAD)
    gone = good.folder.parent / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert said(check([good.folder])) == [WRONG_KEY]
    assert said(check([good.folder / "bad.yaml"])) == [WRONG_KEY]
    assert [problem.message for problem in check([Path("nothing.yaml")])] == ["no such file or folder"]


def test_a_yaml_file_that_links_out_of_the_collection_is_passed_over_unread(good: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: [of somebody else\n")
    (good.folder / "leak.yaml").symlink_to(outside)
    (line,) = said(check([good.folder]))
    assert line.startswith("leak.yaml:1:1: error: a link that leads out of the collection was passed over")
    assert "secret" not in line


def test_the_ending_of_a_yaml_file_may_be_in_capitals(good: Shelf) -> None:
    good.write("BAD.YAML", BAD)
    assert said(check([good.folder])) == [WRONG_KEY.replace("bad.yaml", "BAD.YAML")]
