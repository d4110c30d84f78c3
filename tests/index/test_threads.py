"""The compiled catalogue finds threads, what is the same elsewhere, and what a statement as a whole cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import Shelf, shelf
from tests.collection.test_pointers import SECOND, second
from tui.index.catalogue import Catalogue
from tui.index.opening import Opened, open_collections
from tui.model.records import Clause, Instrument, Participant, Statement

MORE = """\
instruments:
  - {id: text, kind: statement, title: The text, statement: joint}
threads:
  - id: ceasefire
    title: The ceasefire
    members:
      - {at: joint#ceasefire}
statements:
  - {id: reply, title: A reply, kind: readout, cites: [{to: pact}, {to: text}]}
"""


@pytest.fixture
def good(tmp_path: Path) -> Shelf:
    made = shelf(tmp_path / "good")
    made.write("more.yaml", MORE)
    return made


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return second(tmp_path / "second")


def opened(tmp_path: Path, *folders: Path) -> Opened:
    return open_collections(folders, tmp_path / "cache")


def titles(catalogue: Catalogue, address: str) -> list[str]:
    return [thread.title for thread in catalogue.threads_of(address)]


def test_threads_are_found_by_key_and_by_what_they_run_through(good: Shelf, other: Path, tmp_path: Path) -> None:
    catalogue = opened(tmp_path, good.folder, other).catalogue
    thread = catalogue.thread("good/ceasefire")
    assert thread is not None
    assert catalogue.find("good/ceasefire") == [thread]
    assert "good/ceasefire" in catalogue.addresses("")
    assert [one.key for one in catalogue.threads()] == ["good/ceasefire"]
    for address in ("good/joint#ceasefire", "good/joint", "second/shared#truce", "second/shared"):
        assert titles(catalogue, address) == ["The ceasefire"]
    assert titles(catalogue, "good/reply") == []


def test_what_is_the_same_is_found_from_either_side(good: Shelf, other: Path, tmp_path: Path) -> None:
    catalogue = opened(tmp_path, good.folder, other).catalogue
    assert catalogue.same(Statement, "second/shared") == ["good/joint"]
    assert catalogue.same(Statement, "good/joint") == ["second/shared"]
    assert catalogue.same(Clause, "good/joint#ceasefire") == ["second/shared#truce"]
    assert catalogue.same(Participant, "good/ann") == ["second/anna"]
    assert catalogue.same(Participant, "good/norway") == []
    assert catalogue.same(Statement, "good/reply") == []


def test_what_is_not_open_is_not_the_same_as_anything(other: Path, tmp_path: Path) -> None:
    found = opened(tmp_path, other)
    assert found.problems == ()
    assert found.catalogue.same(Statement, "second/shared") == []


def test_what_a_statement_as_a_whole_cites_is_found_by_the_instrument(good: Shelf, tmp_path: Path) -> None:
    catalogue = opened(tmp_path, good.folder).catalogue
    assert [one.key for one in catalogue.invoking("good/pact")] == ["good/reply"]
    assert [one.key for one in catalogue.citing("good/pact")] == ["good/joint#ceasefire"]
    text = catalogue.instrument("good/text")
    assert isinstance(text, Instrument)
    assert text.statement == "good/joint"


def test_what_changes_in_one_file_is_looked_up_again_though_the_other_is_as_it_was(
    good: Shelf, other: Path, tmp_path: Path
) -> None:
    assert opened(tmp_path, good.folder, other).problems == ()
    records = good.folder / "records.yaml"
    text = records.read_text("utf-8")
    records.write_text(text.replace("- id: ceasefire", "- id: armistice"), "utf-8")
    found = opened(tmp_path, good.folder, other)
    assert [problem.message for problem in found.problems] == ["undefined clause", "undefined clause"]
    assert {problem.location.file.rpartition("/")[2] for problem in found.problems} == {"more.yaml", "records.yaml"}
    records.write_text(text, "utf-8")
    assert opened(tmp_path, good.folder, other).problems == ()


def test_what_a_file_no_longer_says_is_forgotten(good: Shelf, other: Path, tmp_path: Path) -> None:
    opened(tmp_path, good.folder, other)
    (good.folder / "more.yaml").unlink()
    (other / "records.yaml").write_text(SECOND.replace("    same_as: good/joint\n", ""), "utf-8")
    catalogue = opened(tmp_path, good.folder, other).catalogue
    assert catalogue.threads() == []
    assert list(catalogue.invoking("good/pact")) == []
    assert catalogue.same(Statement, "good/joint") == []
    assert catalogue.same(Clause, "good/joint#ceasefire") == ["second/shared#truce"]


def test_a_statement_whose_place_another_file_takes_leads_nowhere(good: Shelf, other: Path, tmp_path: Path) -> None:
    opened(tmp_path, good.folder, other)
    # An earlier file claims the ids: the statement and its clauses come from there now.
    first = "statements:\n  - {id: shared, title: Taken, kind: readout}\n"
    (other / "a.yaml").write_text(first, "utf-8")
    catalogue = opened(tmp_path, good.folder, other).catalogue
    assert catalogue.same(Statement, "good/joint") == []
    assert catalogue.same(Clause, "good/joint#ceasefire") == []


def test_a_source_finds_the_clauses_that_it_shows(good: Shelf, tmp_path: Path) -> None:
    text = (good.folder / "records.yaml").read_text("utf-8")
    good.write("records.yaml", text.replace("        part: body\n", "        part: body\n        shown_by: [page]\n"))
    good.write("page.yaml", "sources:\n  - {id: page, kind: analysis, publisher: P, title: T, language: en}\n")
    catalogue = opened(tmp_path, good.folder).catalogue
    (mask,) = catalogue.filters().having("source", ["page"])
    assert mask.tolist() == [True]
