"""`cite` and `open`, and addresses that a clause had before."""

from __future__ import annotations

import json
from pathlib import Path

import pybtex.database
import pytest
import rispy

from tests.cli.conftest import Cli, run
from tui.cli.arguments import FORMATS
from tui.study.cite.formats import Format

_STATEMENT = "da-nang-2017/joint-statement"
_CLAUSES = (f"{_STATEMENT}#military-channels", f"{_STATEMENT}#sovereignty")

_MOVED = """\
sources:
  - {id: paper, kind: news-report, publisher: Paper, title: Report, language: en}
statements:
  - id: pact
    title: The pact
    kind: agreement
    clauses:
      - id: new
        part: body
        formerly: [old, draft#old]
        renderings:
          - {source: paper, speech: indirect, authority: agency, text: We agree.}
"""


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    folder = tmp_path / "moved"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: moved, title: Moved}\n")
    (folder / "records.yaml").write_text(_MOVED)
    return folder


def test_the_formats_of_the_command_are_those_there_are() -> None:
    assert tuple(Format) == FORMATS


def test_a_clause_is_cited_as_a_note(cli: Cli) -> None:
    cited = cli("cite", _CLAUSES[0])
    assert (cited.code, cited.err) == (0, "")
    (line,) = cited.lines
    assert line.startswith("[News report on the joint statement on Syria], [Sputnik], [November 11, 2017?], quoting ")


def test_several_addresses_are_one_document_in_every_format(cli: Cli) -> None:
    addresses = (*_CLAUSES, _STATEMENT, "da-nang-2017/sputnik")
    keys = [address.replace("/", ":").replace("#", ":") for address in addresses]
    csl = cli("cite", *addresses, "--format", "csl-json")
    assert [item["id"] for item in json.loads(csl.out)] == keys
    bib = cli("cite", *addresses, "--format", "bibtex")
    assert list(pybtex.database.parse_string(bib.out, "bibtex").entries) == keys
    assert [record["id"] for record in rispy.loads(cli("cite", *addresses, "--format", "ris").out)] == keys
    assert len(cli("cite", *addresses).lines) == 4
    assert len(cli("cite", *addresses, "--format", "markdown").lines) == 7


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_asked_for_twice_stands_there_once(cli: Cli, format_: str) -> None:
    once = cli("cite", *_CLAUSES, "--format", format_)
    assert cli("cite", *_CLAUSES, *_CLAUSES, "--format", format_).out == once.out


def test_an_unknown_address_is_exit_code_1_and_the_others_are_cited(cli: Cli) -> None:
    cited = cli("cite", f"{_STATEMENT}#sovereinty", _CLAUSES[0])
    assert cited.code == 1
    assert f"did you mean {_CLAUSES[1]}?" in cited.err
    assert len(cited.lines) == 1


def test_what_has_no_citation_is_exit_code_2(cli: Cli) -> None:
    cited = cli("cite", "da-nang-2017/peskov")
    assert (cited.code, cited.out) == (2, "")
    assert "da-nang-2017/peskov cannot be cited: only clauses, statements and sources can" in cited.err


def test_a_collection_that_cannot_be_opened_is_exit_code_3(cli: Cli, tmp_path: Path) -> None:
    assert cli("cite", "-c", tmp_path / "nothing", "a/b").code == 3


def test_json_stays_json_where_the_output_lacks_letters(sound: Path) -> None:
    done = run("cite", "small-2018/toast", "--format", "csl-json", "-c", sound, env={"PYTHONIOENCODING": "ascii"})
    (item,) = json.loads(done.stdout)
    assert item["container-title"] == "Le Papier"
    assert "“The toast”" in item["note"]


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_hostile_reaches_the_pipe(cli: Cli, hostile: Path, format_: str) -> None:
    from tests.cli.samples import RAW

    cited = cli("cite", "evil/st#words", "evil/st", "evil/s", "--format", format_, "-c", hostile)
    assert cited.code == 0
    assert RAW.search(cited.out) is None


@pytest.mark.parametrize("command", ["show", "cite"])
@pytest.mark.parametrize("old", ["moved/pact#old", "moved/draft#old"])
def test_an_old_address_leads_to_the_clause_and_says_where_it_is(cli: Cli, moved: Path, command: str, old: str) -> None:
    told = cli(command, old, "-c", moved)
    assert told.code == 0
    assert "moved/pact#new" in told.out
    assert f"{old} is an old address; the clause is now at moved/pact#new" in told.err


def test_a_clause_says_which_addresses_it_had(cli: Cli, moved: Path) -> None:
    assert "Formerly    moved/pact#old, moved/draft#old" in cli("show", "moved/pact#new", "-c", moved).out
    (record,) = cli("show", "moved/pact#new", "--json", "-c", moved).objects
    assert record["formerly"] == ["moved/pact#old", "moved/draft#old"]


def test_open_needs_a_terminal(cli: Cli) -> None:
    opened = cli("open", _STATEMENT)
    assert (opened.code, opened.out) == (2, "")
    assert "the app needs a terminal" in opened.err
