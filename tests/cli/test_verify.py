"""`verify` as a script sees it: verdicts, JSON, exit codes, quotations from files and pipes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Cli

CONTENT = ROOT / "content"
HARBOUR = Path(__file__).parents[1] / "study" / "verify" / "harbour"
VERBATIM = "the harbour must remain open, secular and neutral"


@pytest.mark.parametrize(
    ("quotation", "code", "verdict"),
    [
        (VERBATIM, 0, "✓ verbatim"),
        ("They will not close ... the Grey League", 0, "≈ verbatim with editing"),
        ("They will ... close the harbour", 1, "✗ altered"),
        ("They will [never] close the harbour", 1, "✗ altered"),
        ("the harbour must stay open, secular and neutral", 1, "✗ altered"),
        ("open, non-sectarian and neutral", 1, "✗ other source"),
        ("the talks had been frank and useful", 1, "✗ reported only"),
        ("harbour", 1, "✗ too short"),
        ("?!", 1, "✗ too short: there are no words in it"),
        ("withdraw their artillery by noon", 2, "✗ not found"),
    ],
)
def test_verdicts_and_exit_codes(cli: Cli, quotation: str, code: int, verdict: str) -> None:
    said = cli("-c", HARBOUR, "verify", quotation)
    assert said.code == code
    assert said.lines[0].startswith(verdict)


def test_the_evidence_is_printed(cli: Cli) -> None:
    said = cli("-c", HARBOUR, "verify", "the", "harbour", "must", "stay", "open")
    assert said.lines[1] == "  the harbour must [-remain-]{+stay+} open"
    assert "harbour/communique#character" in said.out
    assert "line 3, column 18" in said.out
    assert "proved verbatim" in said.out


def test_json(cli: Cli) -> None:
    said = cli("-c", HARBOUR, "verify", "--json", "the harbour must stay open")
    answer = json.loads(said.out)
    assert answer["verdict"] == "altered"
    assert not answer["stands"]
    place = answer["places"][0]
    assert (place["address"], place["start"], place["end"]) == ("harbour/communique#character", 17, 45)
    pieces = answer["differences"][0]["pieces"]
    assert [piece["kind"] for piece in pieces if piece["change"] != "same"] == ["substantive"]


def test_a_quotation_a_line(cli: Cli, tmp_path: Path) -> None:
    """The highest exit code counts; empty lines do not."""
    file = tmp_path / "quotes.txt"
    file.write_text(f"{VERBATIM}\n\nthe harbour must stay open\nnobody said such a thing here\n", "utf-8")
    said = cli("-c", HARBOUR, "verify", "--file", file, "--json")
    assert said.code == 2
    assert [json.loads(line)["verdict"] for line in said.lines] == ["verbatim", "altered", "not-found"]


def test_the_claimed_source(cli: Cli) -> None:
    assert cli("-c", HARBOUR, "verify", "--source", "harbour/borland", VERBATIM).code == 1
    answer = json.loads(cli("-c", HARBOUR, "verify", "--json", "--source", "harbour/borland", VERBATIM).out)
    assert answer["read_first"] is None
    assert answer["claimed"]["source"] == "harbour/borland"
    said = cli("-c", HARBOUR, "verify", "--source", "harbour/nobody", VERBATIM)
    assert said.code == 3
    assert "no source at harbour/nobody" in said.err


def test_standard_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", "-c", str(HARBOUR), "verify", "-"]
    ran = subprocess.run(command, input=f"{VERBATIM}\n".encode(), capture_output=True, check=False)
    assert ran.returncode == 0
    assert ran.stdout.decode().startswith("✓ verbatim")
    assert subprocess.run(command, input=b"\n", capture_output=True, check=False).returncode == 3


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\n \n"])
def test_a_file_with_nothing_to_verify(cli: Cli, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "quotes.txt"
    file.write_bytes(content)
    assert cli("verify", "--file", file).code == 3


def test_called_wrongly(cli: Cli, tmp_path: Path) -> None:
    assert cli("verify").code == 3
    assert cli("verify", "").code == 3
    assert cli("verify", " ", "").code == 3
    assert cli("verify", "--file", tmp_path / "none.txt").code == 3
    assert cli("verify", "words", "--file", tmp_path / "none.txt").code == 3
    assert cli("-c", tmp_path / "nowhere", "verify", "some words").code == 3


def test_what_a_terminal_would_obey_is_shown_not_sent(cli: Cli) -> None:
    said = cli("-c", HARBOUR, "verify", "the harbour \x9b31mmust stay \x07open")
    assert not {"\x1b", "\x9b", "\x07"} & set(said.out)


@pytest.mark.parametrize(
    ("quotation", "code", "said"),
    [
        ("no military solution to the Syrian conflict", 0, ["✓ verbatim", "TASS", "not proved"]),
        ("formed on the basis of mutual consent", 0, ["✓ verbatim", "geneva-2012#transitional-governing-body"]),
        (
            "there is no military solution to the Syrian conflict",
            1,
            ["Also near   “no military solution to the Syrian conflict”: syria-track/astana-2017-01-24"],
        ),
        ("No military solution; the conflict ends by negotiation", 1, ["✗ reported only", "the editors' own words"]),
    ],
)
def test_the_editors_words_are_no_yardstick(cli: Cli, quotation: str, code: int, said: list[str]) -> None:
    answer = cli("-c", CONTENT, "verify", quotation)
    assert answer.code == code
    assert all(part in answer.out for part in said)
    assert "Read first" not in answer.out
    assert ("[-" in answer.out) == ("Also near" in answer.out), "what is dropped is dropped from the document's words"


def test_other_places_are_in_the_json(cli: Cli) -> None:
    quotation = "there is no military solution to the Syrian conflict"
    (answer,) = cli("-c", CONTENT, "verify", "--json", quotation).objects
    assert [place["address"] for place in answer["near"]] == ["syria-track/astana-2017-01-24#no-military-solution"]
    assert answer["near"][0]["words"] == "no military solution to the Syrian conflict"
