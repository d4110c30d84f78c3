"""-c: which collections are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DA_NANG, Cli
from tests.cli.samples import sound as write_sound


def _statements(cli: Cli, *arguments: str | Path) -> list[str]:
    return [line.partition("\t")[0] for line in cli(*arguments).lines]


@pytest.mark.parametrize("option", ["-c", "--collection"])
def test_a_collection_may_be_named_before_or_after_the_command(cli: Cli, sound: Path, option: str) -> None:
    assert _statements(cli, option, sound, "list", "statements") == ["small-2018/toast"]
    assert _statements(cli, "list", "statements", option, sound) == ["small-2018/toast"]


def test_several_collections_are_read_together_wherever_they_are_named(cli: Cli, sound: Path) -> None:
    both = ["small-2018/toast", "da-nang-2017/joint-statement"]
    assert _statements(cli, "list", "statements", "-c", sound, "-c", DA_NANG) == both
    assert _statements(cli, "-c", sound, "-c", DA_NANG, "list", "statements") == both
    assert _statements(cli, "-c", sound, "list", "statements", "-c", DA_NANG) == both


def test_a_folder_of_collections_is_all_of_them(cli: Cli, sound: Path) -> None:
    second = write_sound(sound.parent / "other")
    (second / "collection.yaml").write_text("format: 1\nid: other\ntitle: Other\n", "utf-8")
    assert _statements(cli, "list", "statements", "-c", sound.parent) == ["other/toast", "small-2018/toast"]


def test_a_collection_named_twice_is_read_once(cli: Cli, sound: Path) -> None:
    listed = cli("list", "statements", "-c", sound, "-c", sound)
    assert (listed.out.count("small-2018/toast"), listed.err) == (1, "")


def test_a_missing_folder_is_exit_code_3_and_named(cli: Cli, tmp_path: Path) -> None:
    listed = cli("list", "clauses", "-c", tmp_path / "nowhere")
    assert (listed.code, listed.out) == (3, "")
    assert "nowhere" in listed.err
    assert "no such folder" in listed.err


def test_an_empty_folder_is_exit_code_3_and_says_what_a_collection_needs(cli: Cli, tmp_path: Path) -> None:
    listed = cli("search", "peace", "-c", tmp_path)
    assert (listed.code, listed.out) == (3, "")
    assert "collection.yaml" in listed.err


def test_a_missing_folder_does_not_hide_the_others(cli: Cli, sound: Path, tmp_path: Path) -> None:
    listed = cli("list", "statements", "-c", tmp_path / "nowhere", "-c", sound)
    assert (listed.code, len(listed.lines)) == (0, 1)
    assert "1 error in the collections" in listed.err


@pytest.mark.parametrize("command", [["list", "clauses"], ["search", "paix"], ["show", "small-2018/toast#peace"]])
def test_mistakes_hide_nothing_that_is_sound(cli: Cli, mistaken: Path, command: list[str]) -> None:
    answer = cli(*command, "-c", mistaken)
    assert answer.code == 0
    assert "small-2018/toast#peace" in answer.out
    assert "errors in the collections; see: summit-tui check" in answer.err


def test_a_sound_collection_is_not_talked_about(cli: Cli, sound: Path) -> None:
    assert cli("list", "clauses", "-c", sound).err == ""
