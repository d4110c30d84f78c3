from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.collection_writer import CLAUSES_A_FILE, allowed, texts_path
from benchmarks.make_collection import make
from tests.benchmarks.made import ODD, case, rows
from tui.collection.load import load
from tui.index.catalogue import Catalogue


def test_a_made_collection_loads_without_a_problem_and_holds_every_text(tmp_path: Path) -> None:
    made = rows(50)
    make(made, [], tmp_path / "Fifty clauses")
    library = load([tmp_path / "Fifty clauses"])
    assert library.problems == ()
    catalogue = Catalogue.of(library.collections)
    assert sorted(clause.reading.text for clause in catalogue.clauses()) == sorted(allowed(row.text) for row in made)
    assert library.collections[0].id == "fifty-clauses"


def test_facets_have_something_to_count(tmp_path: Path) -> None:
    make(rows(200), [], tmp_path / "made")
    (collection,) = load([tmp_path / "made"]).collections
    statements = collection.statements
    assert len({statement.kind for statement in statements}) > 5
    assert len({statement.date for statement in statements}) > 20
    assert len({statement.summit for statement in statements}) > 20
    assert all(statement.participations for statement in statements)
    clauses = [clause for statement in statements for clause in statement.clauses]
    assert len({topic for clause in clauses for topic in clause.topics}) > 20
    assert len({key for clause in clauses for key in clause.by}) > 20
    assert any(clause.cites for clause in clauses)


def test_an_expected_paragraph_is_added_only_where_it_is_not_there_yet(tmp_path: Path) -> None:
    there, lacking = rows(10)[3].text, "Les parties se sont mises d’accord."
    make(rows(10), [case(there, "bridge"), case(lacking, "accord"), case(lacking, "mises")], tmp_path / "made")
    catalogue = Catalogue.of(load([tmp_path / "made"]).collections)
    texts = [clause.reading.text for clause in catalogue.clauses()]
    assert len(texts) == 11
    assert (texts.count(there), texts.count(lacking)) == (1, 1)
    (added,) = (clause for clause in catalogue.clauses() if clause.reading.text == lacking)
    assert added.reading.language == "fr"


def test_paragraphs_with_one_number_get_addresses_of_their_own(tmp_path: Path) -> None:
    make([], [case("One text.", "one"), case("Another text.", "another")], tmp_path / "made")
    library = load([tmp_path / "made"])
    assert library.problems == ()
    assert len(Catalogue.of(library.collections).clauses()) == 2


def test_the_texts_beside_a_collection_are_its_clauses_a_line_each(tmp_path: Path) -> None:
    make(rows(30), [], tmp_path / "made")
    catalogue = Catalogue.of(load([tmp_path / "made"]).collections)
    with texts_path(tmp_path / "made", "jsonl").open(encoding="utf-8") as lines:
        listed = [json.loads(line) for line in lines]
    assert {row["address"]: row["text"] for row in listed} == {
        clause.address: clause.reading.text for clause in catalogue.clauses()
    }
    plain = texts_path(tmp_path / "made", "txt").read_text(encoding="utf-8").split("\n")
    assert plain == [*(" ".join(row["text"].split()) for row in listed), ""]


def test_documents_are_spread_over_files_and_never_cut(tmp_path: Path) -> None:
    make(rows(3 * CLAUSES_A_FILE), [], tmp_path / "made")
    library = load([tmp_path / "made"])
    assert library.problems == ()
    statements = library.collections[0].statements
    assert len({statement.location.file for statement in statements}) == 3
    assert len({statement.title for statement in statements}) == len(statements)


def test_what_yaml_forbids_becomes_spaces_and_nothing_else_changes() -> None:
    text = allowed(ODD)
    assert len(text) == len(ODD)
    assert [(before, after) for before, after in zip(ODD, text, strict=True) if before != after] == [
        ("\x9d", " "),
        ("\x00", " "),
    ]


def test_a_collection_is_never_written_over_another(tmp_path: Path) -> None:
    make(rows(3), [], tmp_path / "made")
    with pytest.raises(FileExistsError):
        make(rows(3), [], tmp_path / "made")
