"""Clauses whose wording their source prints otherwise, or that overlap in it: what is covered, and what is whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.verify.conftest import opened, verifier_of
from tui.study.verify.answer import Verdict
from tui.study.verify.verifier import Verifier

_REPORT = """The two Ministers met at noon.
They "agreed to keep the port of Sel," the host said, "open to all ships" and parted.
The Ministers will meet again in May, and will then sign a treaty on the port.
"""
_RECORDS = """
sources:
  - {id: report, kind: news-report, publisher: Paper, title: Report, language: en, file: texts/report.txt}
statements:
  - id: talks
    title: Talks
    kind: communique
    date: 2019-05-02
    clauses:
      - id: port
        part: body
        renderings:
          - source: report
            speech: direct
            authority: agency
            text: agreed to keep the port of Sel ... open to all ships
      - id: again
        part: body
        renderings:
          - {source: report, speech: indirect, authority: agency, text: "will meet again in May, and will then sign"}
      - id: treaty
        part: body
        renderings:
          - {source: report, speech: indirect, authority: agency, text: "will then sign a treaty on the port."}
"""


@pytest.fixture
def verifier(tmp_path: Path) -> Verifier:
    folder = tmp_path / "edited"
    (folder / "texts").mkdir(parents=True)
    (folder / "collection.yaml").write_text("format: 1\nid: edited\ntitle: Edited\nlanguage: en\n", "utf-8")
    (folder / "records.yaml").write_text(_RECORDS, "utf-8")
    (folder / "texts" / "report.txt").write_text(_REPORT, "utf-8")
    return verifier_of(opened(folder, tmp_path / "cache"))


def test_a_clause_as_its_editors_shortened_it(verifier: Verifier) -> None:
    answer = verifier.verify("agreed to keep the port of Sel ... open to all ships")
    assert answer.verdict is Verdict.VERBATIM


def test_what_its_ellipsis_leaves_out_is_not_called_the_documents(verifier: Verifier) -> None:
    answer = verifier.verify('the port of Sel," the host said, "open to all ships')
    assert answer.verdict is Verdict.REPORTED
    (place,) = answer.places
    assert place.clause is not None
    assert place.clause.id == "port"
    assert place.rendering in place.clause.renderings
    assert answer.cautions[-1].startswith(
        "of these, the document's own words are “the port of Sel”, “open to all ships”"
    )


def test_its_words_have_their_place_in_the_source(verifier: Verifier) -> None:
    (place,) = verifier.verify("open to all ships").places
    assert (place.line, place.column) == (2, 56)
    assert place.words == "open to all ships"


def test_words_over_two_clauses_that_overlap(verifier: Verifier) -> None:
    answer = verifier.verify("in May, and will then sign a treaty")
    assert answer.verdict is Verdict.REPORTED
    assert [(place.clause.id, place.words) for place in answer.places if place.clause] == [
        ("again", "in May, and will then sign"),
        ("treaty", "a treaty"),
    ]


def test_an_ellipsis_over_a_clause_from_outside_to_outside_is_a_splice(verifier: Verifier) -> None:
    assert verifier.verify("They ... and parted").verdict is Verdict.SPLICED
