"""The table of fields agrees with the model's vocabulary and with what the parser takes."""

from __future__ import annotations

import pytest

from tui.model.vocabulary import Act, Part, Role, Speech, StatementKind
from tui.search.language.fields import FIELDS
from tui.search.language.parse import parse
from tui.search.language.printing import print_query
from tui.search.language.tree import Sort


@pytest.mark.parametrize("name", FIELDS)
def test_an_example_is_taken_as_it_is_written(name: str) -> None:
    example = FIELDS[name].example
    assert example.startswith(f"{name}:")
    assert parse(example).notices == ()
    assert print_query(parse(example)) == example


@pytest.mark.parametrize(
    ("name", "terms"),
    [("role", Role), ("kind", StatementKind), ("act", Act), ("part", Part), ("is", Speech), ("sort", Sort)],
)
def test_closed_values_are_those_of_the_model(name: str, terms: type[Role]) -> None:
    values = FIELDS[name].values
    assert values is not None
    assert sorted(values) == sorted(terms)
    for value in values:
        assert parse(f"{name}:{value}").notices == ()


def test_a_value_is_known_however_it_is_written() -> None:
    assert FIELDS["kind"].known("Joint Statement") == "joint-statement"
    assert FIELDS["kind"].known("JOINT_STATEMENT") == "joint-statement"
    assert FIELDS["kind"].known("joint") is None
    assert FIELDS["person"].known("putin") is None
