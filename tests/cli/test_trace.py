"""`trace` as a script sees it: blocks, JSON, the grid, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Cli
from tests.study.trace.harbour import harbour

_TRACK = ("-c", ROOT / "content" / "da-nang-2017", "-c", ROOT / "content" / "syria-track")


@pytest.fixture
def port(tmp_path: Path) -> Path:
    return harbour(tmp_path / "harbour")


def test_a_thread_as_text_dates_first(cli: Cli, port: Path) -> None:
    said = cli("-c", port, "trace", "harbour/open")
    assert said.code == 0
    heads = [line.split("  ")[:2] for line in said.lines if not line.startswith(" ")]
    assert heads == [
        ["2001-05-01", "harbour/y2001#open"],
        ["2003", "harbour/y2003#open"],
        ["2004-02", "harbour/y2004#open"],
        ["2006-01-01", "harbour/y2006"],
        ["2007-01-01", "harbour/y2007#open"],
        ["2008-01-01", "harbour/y2008"],
    ]
    assert "    The harbour must remain open to [-all-]{+most+} ships." in said.lines
    assert "  words: the editors' words, no quotation" in said.lines
    assert "  words: the editors say that it is missing here" in said.lines
    assert "  took part: Ada Wren (signatory; for Sel), Sel" in said.lines
    assert "4 occurrences in 4 statements" in said.err


def test_json_is_one_object_an_occurrence(cli: Cli, port: Path) -> None:
    found = cli("-c", port, "trace", "must remain open to all ships", "--json").objects
    assert [one["number"] for one in found] == list(range(6))
    assert {one["record"] for one in found} == {"occurrence"}
    first, second = found[:2]
    assert (first["date"], first["dated_by"], first["summit"]) == ("2001-05-01", "summit", "harbour/first")
    assert first["text"][slice(*first["passage"])] == "must remain open to all ships"
    assert [way["how"] for way in second["found"]] == ["thread", "like"]
    since = second["since"]
    assert (since["verdict"], since["date"], since["address"]) == ("changed", "2001-05-01", "harbour/y2001#open")
    changed = [piece for piece in since["pieces"] if piece["change"] != "same"]
    assert [since["right"]["text"][slice(*piece["right"])] for piece in changed] == ["most"]
    assert [one["state"] for one in found] == ["present"] * 3 + ["missing", "present", "missing"]
    assert found[3]["text"] is None


def test_the_phrase_is_found_wherever_the_bundled_thread_has_it(cli: Cli) -> None:
    thread = cli(*_TRACK, "show", "syria-track/no-military-solution", "--json").objects[0]
    found = cli(*_TRACK, "trace", "no military solution", "--json").objects
    statements = {address.partition("#")[0] for one in found for address in (one["address"], *one["same"])}
    assert {member["address"].partition("#")[0] for member in thread["members"]} <= statements
    assert [one["date"] for one in found] == sorted(one["date"] for one in found)


def test_the_grid(cli: Cli, port: Path) -> None:
    said = cli("-c", port, "trace", "harbour/open", "--grid", "--row", "topic:harbour")
    assert said.code == 0
    assert said.lines == [
        "1\tthread\tThe harbour stays open",
        "2\ttopic\tharbour",
        "2001-05-01\t●\t●\tharbour/y2001",
        "2003\t≠\t≠\tharbour/y2003",
        "2004-02\t●\t·\tharbour/y2004",
        "2005-01-01\t·\t×\tharbour/y2005\t2: first known to be missing here; seen from 2001-05-01 to 2003;"
        " not seen between: 2004-02",
        "2006-01-01\t×\t·\tharbour/y2006\t1: first known to be missing here; seen from 2001-05-01 to 2004-02;"
        " not seen between: 2005-01-01",
        "2007-01-01\t●\t·\tharbour/y2007",
        "2008-01-01\t×\t·\tharbour/y2008\t1: missing again, as 2006-01-01; last seen 2007-01-01",
    ]
    assert "· not seen by the editors, which is not to say missing" in said.err


def test_the_grid_of_every_thread_as_json(cli: Cli, port: Path) -> None:
    cells = cli("-c", port, "trace", "--grid", "--json").objects
    assert [(cell["statement"][-5:], cell["cell"]) for cell in cells] == [
        ("y2001", "present"),
        ("y2003", "changed"),
        ("y2004", "present"),
        ("y2005", "not-seen"),
        ("y2006", "missing"),
        ("y2007", "present"),
        ("y2008", "missing"),
    ]
    assert {cell["traced"] for cell in cells} == {"harbour/open"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["zebra crossing"], 1, "“zebra crossing” occurs nowhere"),
        (["harbour/opem"], 1, "nothing at harbour/opem; did you mean harbour/open?"),
        (["harbour/y2001"], 2, "harbour/y2001 is no clause, no instrument and no thread"),
        ([], 2, "nothing to trace"),
        (["ships", "--row", "topic:harbour"], 2, "--row is for --grid"),
    ],
)
def test_exit_codes(cli: Cli, port: Path, arguments: list[str], code: int, said: str) -> None:
    answer = cli("-c", port, "trace", *arguments)
    assert answer.code == code
    assert said in answer.err
    assert answer.out == ""


def test_what_a_terminal_would_obey_is_shown_by_its_sign(cli: Cli, port: Path) -> None:
    records = port / "records.yaml"
    text = records.read_text("utf-8").replace(
        "'The harbour must remain open to all ships.'", '"The harbour must remain open\\e[2J to [b]all[/b] ships."'
    )
    records.write_text(text, "utf-8")
    said = cli("-c", port, "trace", "harbour/open")
    assert "\x1b" not in said.out
    assert "open␛[2J to [b]all[/b] ships." in said.out
