"""The installed command in a pipeline, and where letters cannot be shown."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, DA_NANG, run
from tests.cli.samples import PEACE

_PRINTING = [
    ["list", "clauses"],
    ["list", "participants", "--json"],
    ["search", "syria"],
    ["show", "da-nang-2017/joint-statement"],
    ["--help"],
    ["--version"],
]


def test_data_goes_to_stdout_and_talk_to_stderr() -> None:
    answer = run("search", "ISIS", "--json", "-c", DA_NANG)
    assert [json.loads(line)["date"] for line in answer.stdout.splitlines()] == ["2017-11-11"] * 2
    assert b"ISIS, also: Daesh" in answer.stderr
    assert b"2 hits" in answer.stderr


@pytest.mark.parametrize("command", _PRINTING, ids=" ".join)
def test_a_reader_who_went_away_is_no_error(command: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    answer = run(*command, stdout=write)
    os.close(write)
    assert answer.returncode == 0
    assert all(line.startswith(b"summit-tui: ") for line in answer.stderr.splitlines())


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_head_takes_one_line(unbuffered: str) -> None:
    script = f"'{COMMAND}' list clauses | head -n 1"
    env = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    answer = subprocess.run(script, shell=True, env=env, capture_output=True, timeout=60, check=True)
    assert answer.stdout.startswith(b"da-nang-2017/joint-statement#military-channels\t")
    assert answer.stdout.count(b"\n") == 1
    assert answer.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_exit_code_4_and_said_in_a_line(unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = run("list", "clauses", stdout=full.fileno(), env={"PYTHONUNBUFFERED": unbuffered})
    assert answer.returncode == 4
    assert answer.stderr.startswith(b"summit-tui: the output could not be written")
    assert answer.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
@pytest.mark.parametrize("arguments", ["", "search syria", "--version"])
def test_closed_streams_leave_no_traceback(closed: str, arguments: str) -> None:
    answer = subprocess.run(
        f"'{COMMAND}' {arguments} {closed}", shell=True, capture_output=True, timeout=60, check=False
    )
    assert answer.returncode == (0 if arguments else 2)
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "command", [["list", "clauses"], ["search", "paix"], ["show", "small-2018/toast"]], ids=" ".join
)
def test_letters_that_cannot_be_shown_are_no_traceback(sound: Path, env: dict[str, str], command: list[str]) -> None:
    answer = run(*command, "-c", sound, env={"LANG": "", **env})
    assert b"small-2018/toast" in answer.stdout
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_loses_no_letter_in_any_encoding(sound: Path, encoding: str) -> None:
    for command in (["list", "clauses"], ["search", "paix"], ["show", "small-2018/toast#peace"]):
        answer = run(*command, "--json", "-c", sound, env={"PYTHONIOENCODING": encoding})
        assert json.loads(answer.stdout.decode(encoding))["text"] == PEACE


def test_without_a_terminal_the_app_says_what_there_is_instead() -> None:
    answer = run()
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert b"needs a terminal; see --help" in answer.stderr


def test_python_m_tui_is_the_same_command() -> None:
    with_module = subprocess.run(
        [COMMAND.with_name("python"), "-m", "tui", "list", "clauses"], capture_output=True, timeout=60, check=True
    )
    assert with_module.stdout == run("list", "clauses").stdout
