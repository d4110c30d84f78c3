from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Cli
from tui import __version__
from tui.cli.arguments import LISTS, Exit

COMMANDS = ("search", "concordance", "show", "compare", "list", "check")


def test_version(cli: Cli) -> None:
    said = cli("--version")
    assert (said.code, said.out, said.err) == (0, f"summit-tui {__version__}\n", "")


def test_help_names_every_command_every_exit_code_and_examples(cli: Cli) -> None:
    said = cli("--help")
    assert (said.code, said.err) == (0, "")
    assert all(re.search(rf"^    {command} ", said.out, re.MULTILINE) for command in COMMANDS)
    assert all(re.search(rf"^  {code:d}  ", said.out, re.MULTILINE) for code in Exit)
    assert "examples:\n  summit-tui" in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_own_help_with_an_example(cli: Cli, command: str) -> None:
    said = cli(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"example: summit-tui {command} " in said.out
    assert "--json" in said.out
    assert "--collection" in said.out


def test_help_fits_a_terminal_of_80_columns(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for arguments in ([], *([command] for command in COMMANDS)):
        assert max(len(line) for line in cli(*arguments, "--help").lines) <= 80


def test_the_examples_of_the_help_work(cli: Cli) -> None:
    said = cli("--help").out
    for example in re.findall(r"^  summit-tui ((?:search|show|list) .*)$", said, re.MULTILINE):
        assert cli(*(word.strip('"') for word in re.findall(r'"[^"]*"|\S+', example))).code == 0


def test_list_takes_just_what_it_says(cli: Cli) -> None:
    assert f"one of {', '.join(LISTS)}" in " ".join(cli("list", "--help").out.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["serach", "syria"],
        ["search"],
        ["search", "syria", "--limit", "0"],
        ["search", "syria", "--limit", "-1"],
        ["search", "syria", "--limit", "many"],
        ["search", "syria", "--limit", "٣"],
        ["search", "syria", "--limit", "9" * 5000],
        ["show"],
        ["show", "a", "b"],
        ["compare", "a"],
        ["compare", "a", "b", "c"],
        ["list"],
        ["list", "clause"],
        ["check", "--limit", "3"],
        ["--no-such-option"],
        ["list", "clauses", "-c"],
    ],
)
def test_a_wrong_call_is_exit_code_2_with_usage_on_stderr(cli: Cli, arguments: list[str]) -> None:
    said = cli(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: summit-tui")
    assert "error: " in said.err
