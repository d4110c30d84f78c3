"""What one statement says in two collections: wordings, comparison and remarks are read together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.track import LIBRARY
from tui.index.catalogue import Catalogue
from tui.model.records import Clause, Statement
from tui.study.compare import Fate, compare
from tui.study.matching import Match
from tui.study.record_cards import card
from tui.study.twins import placed
from tui.study.wordings import wordings

HERE, THERE = "da-nang-2017/joint-statement", "syria-track/da-nang-2017-11-11"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(LIBRARY.collections)


def clause(catalogue: Catalogue, address: str) -> Clause:
    found = catalogue.clause(address)
    assert found is not None
    return found


def statement(catalogue: Catalogue, key: str) -> Statement:
    found = catalogue.statement(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "address", [f"{HERE}#sovereignty", f"{THERE}#sovereignty-and-state-character"], ids=["here", "there"]
)
def test_the_wordings_of_both_clauses_stand_together(catalogue: Catalogue, address: str) -> None:
    found = wordings(catalogue, clause(catalogue, address))
    assert {wording.clause.statement for wording in found} == {HERE, THERE}
    assert any("светскому характеру Сирии" in wording.rendering.text for wording in found)
    assert found[0].clause.address == address


def test_declared_twins_are_paired_and_none_is_dropped(catalogue: Catalogue) -> None:
    comparison = compare(catalogue, statement(catalogue, HERE), statement(catalogue, THERE))
    assert Fate.DROPPED not in comparison.fates
    paired = {pair.left.clause.id: pair.right.clause for pair in comparison.pairs if pair.left and pair.right}
    for one in statement(catalogue, HERE).clauses:
        assert paired[one.id].key in catalogue.same(Clause, one.key)
    assert compare(catalogue, statement(catalogue, THERE), statement(catalogue, HERE)).turned() == comparison


def test_no_difference_is_told_between_a_document_and_its_editors(catalogue: Catalogue) -> None:
    comparison = compare(catalogue, statement(catalogue, HERE), statement(catalogue, THERE))
    for pair in comparison.pairs:
        if pair.left and pair.right and any(pair.editors):
            assert pair.fate is Fate.NOT_COMPARED
    assert comparison.whose.startswith("Right (")
    assert comparison.whose.endswith("the editors' own words, not the document's")


def test_a_statement_tells_the_differences_that_are_remarked_on_its_twin(catalogue: Catalogue) -> None:
    facts = [fact.text for fact in card(catalogue, statement(catalogue, HERE)).facts if fact.label == "Difference"]
    for said in ("Order of names", "secular", "Who published first"):
        assert any(said in text for text in facts)


def test_clauses_in_other_words_are_compared_in_the_documents_words_where_there_are_any(catalogue: Catalogue) -> None:
    one, other = f"{HERE}#no-military-solution", "syria-track/astana-2017-01-24#no-military-solution"
    comparison = compare(catalogue, clause(catalogue, one), clause(catalogue, other))
    assert comparison.pairs[0].right is not None
    assert comparison.pairs[0].right.text == "no military solution to the Syrian conflict"
    assert comparison.whose == ""


@given(st.permutations(range(6)), st.integers(0, 6))
def test_twins_and_others_are_each_placed_once_and_what_is_in_order_rises(order: list[int], count: int) -> None:
    pairs = list(enumerate(order))
    others = [Match(left, right) for left, right in pairs[count:]]
    found = placed(pairs[:count], others)
    assert sorted((match.left, match.right) for match in found) == pairs
    steady = [match for match in found if not match.moved and (match.left, match.right) in pairs[:count]]
    assert steady == sorted(steady)
    assert [match.right for match in steady] == sorted(match.right or 0 for match in steady)
    for match in found:
        if not match.moved:
            for twin in steady:
                assert ((twin.left or 0) < (match.left or 0)) == ((twin.right or 0) < (match.right or 0))
