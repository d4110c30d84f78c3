"""What a file or a reader says is data: a terminal never obeys it, and JSON gives it back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Cli, run
from tests.cli.samples import ATTACK, MARKUP, RAW, WORDS

_RECORDS = ["evil", "evil/m", "evil/st", "evil/st#words", "evil/p", "evil/i", "evil/s"]
_COMMANDS = [
    ["search", "agree peace"],
    ["concordance", "agree", "--width", "400"],
    *(["show", address] for address in _RECORDS),
    *(["list", what] for what in ("summits", "statements", "clauses", "participants")),
]


def _harmless(answer: Answer) -> bool:
    return not RAW.search(answer.out.replace("\n", "")) and not RAW.search(answer.err.replace("\n", ""))


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_nothing_raw_is_printed(cli: Cli, hostile: Path, command: list[str]) -> None:
    answer = cli(*command, "-c", hostile)
    assert answer.code == 0
    assert _harmless(answer)
    assert "␛]0;owned␇␛[8;13;37t�2J�eltit�" in answer.out
    assert MARKUP in answer.out


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_json_is_one_harmless_line_an_object_that_holds_the_text_as_it_is(
    cli: Cli, hostile: Path, command: list[str]
) -> None:
    answer = cli(*command, "--json", "-c", hostile)
    assert _harmless(answer)
    assert len(answer.objects) == len(answer.lines) == 1
    assert ATTACK in _strings(answer.objects)


def _strings(value: object) -> str:
    """Every text in a JSON value, one after the other."""
    match value:
        case str():
            return value
        case list():
            return " ".join(map(_strings, value))
        case dict():
            return " ".join(map(_strings, value.values()))
    return ""


def test_the_text_of_a_hit_and_its_spans_survive_json(cli: Cli, hostile: Path) -> None:
    (hit,) = cli("search", "agree peace", "--json", "-c", hostile).objects
    assert hit["text"] == WORDS
    assert [WORDS[start:end] for start, end in hit["spans"]] == ["agree", "peace"]


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_problems_are_told_without_the_attack(cli: Cli, hostile: Path, how: list[str]) -> None:
    checked = cli("check", hostile, *how)
    assert checked.code == 1
    assert len(checked.lines) > 10
    assert _harmless(checked)
    assert "eltit" in checked.out


def test_a_folder_with_a_hostile_name_and_no_head_is_named_harmlessly(cli: Cli, hostile: Path) -> None:
    folder = hostile.rename(hostile.parent / "a\x1b[31m\u202eb")
    (folder / "collection.yaml").unlink()
    for command in (["list", "clauses"], ["show", f"{folder.name}/st"], ["search", "peace"]):
        answer = cli(*command, "-c", folder)
        assert _harmless(answer)
        assert "a␛[31m�b" in answer.out
    checked = cli("check", folder)
    assert _harmless(checked)
    assert "a␛[31m�b" in checked.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", ATTACK],
        ["search", ATTACK],
        ["check", ATTACK],
        ["list", "clauses", "-c", ATTACK],
        ["list", ATTACK],
        ["search", "syria", "--limit", ATTACK],
        ["search", "syria", f"--{ATTACK}"],
        [f"--{ATTACK}"],
        [ATTACK],
    ],
)
def test_what_the_reader_typed_is_not_echoed_raw(cli: Cli, arguments: list[str]) -> None:
    answer = cli(*arguments)
    assert answer.code in (1, 2, 3)
    assert _harmless(answer)
    assert answer.err


def test_the_pipe_of_the_installed_command_carries_no_control_byte(hostile: Path) -> None:
    for command in (["list", "clauses"], ["search", "peace", "--json"], ["check", str(hostile)]):
        answer = run(*command, "-c", hostile)
        assert not RAW.search((answer.stdout + answer.stderr).decode().replace("\n", ""))
        assert b"owned" in answer.stdout or command[0] == "check"
