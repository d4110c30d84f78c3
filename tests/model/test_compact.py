"""Records that are sent to another process arrive as they were."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from tests.collection.factory import Shelf, shelf, the
from tui.model.compact import Compact
from tui.model.records import Collection, Location, Proof, Statement


@pytest.fixture
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    made: Shelf = shelf(tmp_path_factory.mktemp("made") / "good")
    return the(made.load())


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_every_kind_of_record(collection: Collection, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(collection, protocol)) == collection


def test_a_copy_is_equal_and_frozen(collection: Collection) -> None:
    statement: Statement = copy.deepcopy(collection.statements[0])
    assert statement == collection.statements[0]
    with pytest.raises(FrozenInstanceError):
        statement.title = "Another"  # type: ignore[misc]


def test_a_pickle_is_a_class_and_its_fields(collection: Collection) -> None:
    clause = collection.statements[0].clauses[0]
    location, proof = clause.location, clause.reading.proof
    assert location.__reduce__() == (Location, (location.file, location.line, location.column))
    assert isinstance(proof, Compact)
    kind, fields = proof.__reduce__()
    assert (kind, kind(*fields)) == (Proof, proof)
