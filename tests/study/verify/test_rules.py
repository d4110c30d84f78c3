"""The table of docs/verify.md: each of its examples is judged as it says."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.study.verify.conftest import FOLDERS
from tui.index.catalogue import Catalogue
from tui.study.difference.signs import signed
from tui.study.verify.answer import Verdict
from tui.study.verify.facts import facts, shown_pieces
from tui.study.verify.headline import headline
from tui.study.verify.verifier import Verifier

_TABLE = Path(__file__).parents[3] / "docs" / "verify.md"


class Row(NamedTuple):
    verdict: str
    when: str
    against: str
    example: str
    said: str


def _rows() -> list[Row]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [Row(*(cell.strip() for cell in line.strip("|").split(" | "))) for line in lines[2:]]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row.example)
def test_an_example_of_the_table(row: Row, verifiers: dict[str, Verifier], catalogues: dict[str, Catalogue]) -> None:
    answer = verifiers[row.against].verify(row.example)
    assert answer.verdict.label == row.verdict
    lines = [headline(answer), *(signed(shown_pieces(one), one.left, one.right) for one in answer.compared)]
    lines += [f"{fact.label} {fact.text}" for fact in facts(catalogues[row.against], answer)]
    said = "\n".join(lines)
    for part in row.said.split("; "):
        assert part in said


def test_the_table_has_every_verdict_and_all_that_is_held_against() -> None:
    assert {row.verdict for row in _rows()} == {verdict.label for verdict in Verdict}
    assert {row.against for row in _rows()} == set(FOLDERS)
