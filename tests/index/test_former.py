"""A clause is found at the addresses it had before, on the disk and in memory, whatever else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, HEAD, RECORDS, REPORT, Shelf
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.index.opening import open_as_compiled, open_collections
from tui.model.records import Clause

OLD = CLAUSE.replace("part: body", "part: body\n        formerly: [first, joint#opening]")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "good")
    made.write("collection.yaml", HEAD)
    made.write("records.yaml", RECORDS)
    made.write("report.txt", REPORT)
    return made


def _found(catalogue: Catalogue, address: str) -> str | None:
    clause = catalogue.clause(address)
    records = catalogue.find(address)
    assert [clause] == records if clause is not None else records == []
    assert catalogue.is_former(address) == (clause is not None and clause.address != address)
    return clause.address if clause else None


def test_an_old_address_leads_to_the_clause_wherever_it_is_kept(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("other.yaml", OLD)
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    again = open_as_compiled([shelf.folder], tmp_path / "cache")
    assert again is not None
    for catalogue in (opened, again.catalogue, Catalogue.of(load([shelf.folder]).collections)):
        assert _found(catalogue, "good/other#first") == "good/other#clause"
        assert _found(catalogue, "good/joint#opening") == "good/other#clause"
        assert _found(catalogue, "good/other#clause") == "good/other#clause"
        assert _found(catalogue, "good/other#second") is None
        assert _found(catalogue, "good/nothing#first") is None
        assert _found(catalogue, "bad/other#first") is None


def test_the_clause_that_is_there_now_is_the_one_that_is_meant(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("other.yaml", OLD.replace("first", "joint#ceasefire"))
    opened = open_collections([shelf.folder], tmp_path / "cache")
    assert _found(opened.catalogue, "good/joint#ceasefire") == "good/joint#ceasefire"
    assert [problem.message for problem in opened.problems] == ["a former id that a clause has now"]


def test_of_two_that_claim_one_the_first_in_the_order_of_the_files_has_it(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("b.yaml", OLD)
    later = OLD.replace("id: other", "id: later").replace("first", "other#first")
    shelf.write("c.yaml", later)
    assert _found(open_collections([shelf.folder], tmp_path / "cache").catalogue, "good/other#first") == (
        "good/other#clause"
    )
    shelf.write("a.yaml", later)
    (shelf.folder / "c.yaml").unlink()
    assert _found(open_collections([shelf.folder], tmp_path / "cache").catalogue, "good/other#first") == (
        "good/later#clause"
    )


def test_it_goes_with_the_clause_and_stays_when_other_files_change(shelf: Shelf, tmp_path: Path) -> None:
    other = shelf.write("other.yaml", OLD)
    open_collections([shelf.folder], tmp_path / "cache")
    shelf.write("more.yaml", "participants:\n  - {id: bob, kind: person, name: Bob}\n")
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    assert _found(opened, "good/other#first") == "good/other#clause"
    other.write_text(CLAUSE)
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    assert _found(opened, "good/other#first") is None
    other.write_text(OLD)
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    assert isinstance(opened.find("good/other#first")[0], Clause)
    other.unlink()
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    assert _found(opened, "good/other#first") is None


def test_a_statement_that_gives_way_to_another_takes_its_old_addresses_along(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("b.yaml", OLD)
    open_collections([shelf.folder], tmp_path / "cache")
    shelf.write("a.yaml", CLAUSE)
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    assert _found(opened, "good/other#first") is None
    (shelf.folder / "a.yaml").unlink()
    opened = open_collections([shelf.folder], tmp_path / "cache").catalogue
    assert _found(opened, "good/other#first") == "good/other#clause"
