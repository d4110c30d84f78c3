from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning): (?P<message>.+)")


def _place_of(file: Path, words: str) -> tuple[int, int]:
    """Line and column, from 1, of the first place where `words` stand in `file`."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if words in line:
            return number, line.index(words) + 1
    raise AssertionError(f"{words!r} is not in {file}")


def test_the_bundled_collections_are_sound(cli: Cli) -> None:
    checked = cli("check")
    assert (checked.code, checked.out) == (0, "")
    assert "sound (0 errors, 0 warnings)" in checked.err


def test_a_sound_collection_is_exit_code_0(cli: Cli, sound: Path) -> None:
    assert cli("check", sound).code == cli("check", "-c", sound).code == cli("-c", sound, "check").code == 0


def test_problems_are_exit_code_1_a_line_each_with_file_line_and_column(cli: Cli, mistaken: Path) -> None:
    checked = cli("check", mistaken)
    found = [_LINE.fullmatch(line) for line in checked.lines]
    assert checked.code == 1
    assert len(found) >= 3
    assert all(match is not None and Path(match["file"]).name == "mistakes.yaml" for match in found)
    assert f"not sound ({len(found)} errors, 0 warnings)" in checked.err


@pytest.mark.parametrize(
    ("words", "said"),
    [("tittle", 'did you mean "title"?'), ("diner", 'did you mean "dinner"?'), ("Words that no source has", "")],
)
def test_each_problem_stands_at_its_place(cli: Cli, mistaken: Path, words: str, said: str) -> None:
    place = _place_of(mistaken / "mistakes.yaml", words)
    found = [_LINE.fullmatch(line) for line in cli("check", mistaken).lines]
    here = [match["message"] for match in found if match and (int(match["line"]), int(match["column"])) == place]
    assert any(said in message for message in here), found


def test_json_has_the_same_problems_in_the_same_order(cli: Cli, mistaken: Path) -> None:
    lines, objects = cli("check", mistaken).lines, cli("check", mistaken, "--json").objects
    assert len(objects) == len(lines)
    for line, found in zip(lines, objects, strict=True):
        assert line.startswith(f"{found['file']}:{found['line']}:{found['column']}: {found['severity']}: ")
        assert found["message"] in line


def test_json_names_the_nearest_right_name(cli: Cli, mistaken: Path) -> None:
    assert {"title", "dinner"} <= {found["suggestion"] for found in cli("check", mistaken, "--json").objects}


def test_json_of_a_sound_collection_is_nothing_at_all(cli: Cli, sound: Path) -> None:
    assert cli("check", sound, "--json").out == ""


def test_a_file_is_checked_alone_within_its_collection(cli: Cli, mistaken: Path) -> None:
    assert cli("check", mistaken / "records.yaml").code == 0
    checked = cli("check", mistaken / "mistakes.yaml")
    assert checked.code == 1
    assert checked.out == cli("check", mistaken).out


def test_a_file_that_holds_no_records_is_not_called_sound(cli: Cli, sound: Path) -> None:
    assert cli("check", sound / "report.txt").code == 1


def test_several_paths_are_checked_in_one_run(cli: Cli, sound: Path, mistaken: Path) -> None:
    both, second = cli("check", sound, mistaken).out, cli("check", mistaken).out
    assert second != ""
    added = [line for line in both.splitlines() if line not in second.splitlines()]
    # Opened together they would claim one id, so that is said as well.
    assert len(added) == 1
    assert "a second collection with the id small-2018" in added[0]
    assert set(second.splitlines()) <= set(both.splitlines())


@pytest.mark.parametrize("arguments", [["nowhere"], ["-c", "nowhere"], ["nowhere", "--json"]])
def test_a_path_that_is_not_there_is_exit_code_2(cli: Cli, arguments: list[str]) -> None:
    checked = cli("check", *arguments)
    assert (checked.code, checked.out) == (2, "")
    assert "no such file or folder: nowhere" in checked.err


def test_warnings_alone_are_exit_code_0(cli: Cli, sound: Path) -> None:
    records = sound / "records.yaml"
    kept = [line for line in records.read_text("utf-8").splitlines(keepends=True) if "sha256:" not in line]
    records.write_text("".join(kept), "utf-8")
    checked = cli("check", sound)
    assert checked.code == 0
    assert ": warning: " in checked.out
    assert "sound (0 errors, 1 warning)" in checked.err


def test_files_are_named_as_they_are_reached_from_here(
    cli: Cli, mistaken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mistaken.parent)
    assert all(line.startswith(f"mistaken{os.sep}mistakes.yaml:") for line in cli("check", "mistaken").lines)
