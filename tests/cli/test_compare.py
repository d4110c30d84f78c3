"""`compare` as a script sees it: signs, JSON, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Cli

CONTENT = ROOT / "content"

_STATEMENTS = """
sources:
  - {id: a, kind: official-text, publisher: First capital, title: Text, language: en}
  - {id: b, kind: official-text, publisher: Second capital, title: Text, language: en}
  - {id: c, kind: official-text, publisher: Third capital, title: Text, language: fr}
aliases:
  - {names: [Daesh, ISIS]}
statements:
"""


def _statement(name: str, source: str, *texts: str) -> str:
    clauses = "".join(
        f"      - id: c{number}\n        part: body\n        renderings:\n"
        f"          - {{source: {source}, speech: direct, authority: authentic, text: '{text}'}}\n"
        for number, text in enumerate(texts)
    )
    return f"  - id: {name}\n    title: {name}\n    kind: communique\n    clauses:\n{clauses}"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Three statements: two that differ, one in another language."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: texts, title: Texts}\n")
    one = "The United States and Russia fight Daesh.", "A secular state is the goal of all the parties."
    two = "Russia and the United States fight ISIS.", "A non-sectarian state is the goal of all the parties."
    (folder / "records.yaml").write_text(
        _STATEMENTS
        + _statement("one", "a", *one)
        + _statement("two", "b", *two, "They will meet again.")
        + _statement("three", "c", "Paix maintenant"),
        "utf-8",
    )
    return folder


def test_two_clauses(cli: Cli, texts: Path) -> None:
    said = cli("-c", texts, "compare", "texts/one#c1", "texts/two#c1")
    assert said.code == 1
    assert said.lines == [
        "changed\ttexts/one#c1\ttexts/two#c1",
        "  A [-secular-]{+non-sectarian+} state is the goal of all the parties.",
        "  1 difference: 1 substantive",
    ]
    assert "1 difference: 1 substantive" in said.err


def test_alternat_and_aliases_are_named(cli: Cli, texts: Path) -> None:
    said = cli("-c", texts, "compare", "texts/one#c0", "texts/two#c0")
    assert "(order)" in said.out
    assert "[-Daesh-]{+ISIS+}(alias)" in said.out
    assert "substantive" not in said.out


def test_two_statements(cli: Cli, texts: Path) -> None:
    said = cli("-c", texts, "compare", "texts/one", "texts/two")
    assert said.code == 1
    assert [line.split("\t")[0] for line in said.lines if "\t" in line] == ["changed", "changed", "added"]
    assert "added\t-\ttexts/two#c2" in said.lines
    assert "  {+They will meet again.+}" in said.lines
    assert "3 clauses: 2 changed, 1 added" in said.err


def test_the_same_is_exit_code_0(cli: Cli, texts: Path) -> None:
    said = cli("-c", texts, "compare", "texts/one", "texts/one")
    assert (said.code, "2 same" in said.err) == (0, True)
    assert cli("-c", texts, "compare", "texts/one#c0", "texts/one#c0").code == 0


def test_json_has_the_pieces_with_their_places(cli: Cli, texts: Path) -> None:
    (pair,) = cli("-c", texts, "compare", "texts/one#c1", "texts/two#c1", "--json").objects
    assert (pair["record"], pair["fate"]) == ("comparison", "changed")
    assert pair["left"]["source"] == "texts/a"
    replaced = [piece for piece in pair["pieces"] if piece["change"] != "same"]
    assert [(piece["change"], piece["kind"]) for piece in replaced] == [("replaced", "substantive")]
    assert pair["left"]["text"][slice(*replaced[0]["left"])] == "secular"
    assert pair["right"]["text"][slice(*replaced[0]["right"])] == "non-sectarian"
    added = cli("-c", texts, "compare", "texts/one", "texts/two", "--json").objects[-1]
    assert (added["fate"], added["left"]) == ("added", None)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("texts/one", "texts/tow", "did you mean texts/two?"),
        ("texts/one", "texts/a", "texts/a is no clause and no statement"),
        ("texts/one#c0", "texts/three#c0", "no language in common"),
    ],
)
def test_what_cannot_be_compared_is_exit_code_2(cli: Cli, texts: Path, left: str, right: str, why: str) -> None:
    said = cli("-c", texts, "compare", left, right)
    assert said.code == 2
    assert why in said.err


def test_texts_in_two_languages_stand_without_signs(cli: Cli, texts: Path) -> None:
    said = cli("-c", texts, "compare", "texts/one#c0", "texts/three#c0")
    assert "[-" not in said.out
    assert "  fr: Paix" in said.out


def test_hostile_texts_stay_data(cli: Cli, hostile: Path) -> None:
    said = cli("-c", hostile, "compare", "evil/st#words", "evil/st#words")
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\x9b" not in said.out


def test_a_statement_in_two_collections_is_paired_as_declared(cli: Cli) -> None:
    said = cli("-c", CONTENT, "compare", "da-nang-2017/joint-statement", "syria-track/da-nang-2017-11-11")
    assert "dropped" not in said.out
    assert "dropped" not in said.err
    twins = "da-nang-2017/joint-statement#sovereignty\tsyria-track/da-nang-2017-11-11#sovereignty-and-state-character"
    assert f"not compared\t{twins}\n  right: the editors' own words, not the document's\n" in said.out


def test_clauses_in_the_editors_words_are_said_to_be(cli: Cli) -> None:
    left, right = "syria-track/astana-2017-01-24#un-envoy", "syria-track/ankara-2018-04-04#lasting-ceasefire"
    said = cli("-c", CONTENT, "compare", left, right)
    assert said.lines[1] == "  left and right: the editors' own words, not the document's"
    (pair,) = cli("-c", CONTENT, "compare", "--json", left, right).objects
    assert {pair[side]["authority"] for side in ("left", "right")} == {"editorial"}


def test_a_whole_statement_that_only_editors_tell_against_words_of_a_document(cli: Cli) -> None:
    left, right = "da-nang-2017/joint-statement#call-on-parties", "syria-track/da-nang-2017-11-11"
    said = cli("-c", CONTENT, "compare", left, right)
    assert f"not compared\t{left}\t{right}#call-on-parties" in said.lines
