"""What a reader's choice of a collection, a summit, a statement or a participant leaves to be read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.index.syria import clauses, people, statements, summits
from tui.index.catalogue import Catalogue, Scope
from tui.index.scope import Group
from tui.index.shelf import listed_key
from tui.model.records import Participant


def test_a_collection_is_in_the_order_of_its_days_and_the_undated_comes_last(catalogue: Catalogue) -> None:
    assert statements(catalogue) == ["syria/alone", "syria/joint", "syria/later", "astana/joint"]
    assert summits(catalogue) == ["syria/hamburg", "syria/danang", "syria/undated", "astana/danang"]


def test_clauses_come_statement_by_statement_in_the_order_of_the_document(catalogue: Catalogue) -> None:
    assert clauses(catalogue) == ["syria/alone#one", "syria/joint#one", "syria/joint#two", "astana/joint#one"]


def test_a_collection_leaves_what_is_in_it(catalogue: Catalogue) -> None:
    assert clauses(catalogue, collection="astana") == ["astana/joint#one"]
    assert summits(catalogue, collection="astana") == ["astana/danang"]
    assert people(catalogue, collection="astana") == ["astana/russia"]


def test_a_summit_leaves_the_clauses_of_its_statements(catalogue: Catalogue) -> None:
    assert statements(catalogue, summit="syria/danang") == ["syria/joint", "syria/later"]
    assert clauses(catalogue, summit="syria/danang") == ["syria/joint#one", "syria/joint#two"]


def test_a_summit_without_statements_leaves_no_clauses(catalogue: Catalogue) -> None:
    assert clauses(catalogue, summit="syria/hamburg") == []


def test_a_statement_leaves_its_own_clauses(catalogue: Catalogue) -> None:
    assert clauses(catalogue, statement="syria/joint") == ["syria/joint#one", "syria/joint#two"]


def test_the_narrower_choice_overrides_the_wider(catalogue: Catalogue) -> None:
    assert clauses(catalogue, collection="astana", summit="syria/hamburg", statement="syria/alone") == [
        "syria/alone#one"
    ]
    assert clauses(catalogue, collection="astana", summit="syria/danang") == ["syria/joint#one", "syria/joint#two"]


def test_a_person_leaves_the_clauses_of_the_statements_they_took_part_in(catalogue: Catalogue) -> None:
    assert clauses(catalogue, participant="syria/lavrov") == ["syria/joint#one", "syria/joint#two"]
    assert statements(catalogue, participant="syria/lavrov") == ["syria/joint", "syria/later"]


def test_a_person_leaves_the_clauses_that_they_undertake(catalogue: Catalogue) -> None:
    assert clauses(catalogue, participant="syria/trump") == ["syria/alone#one", "syria/joint#one", "syria/joint#two"]


def test_a_body_leaves_the_clauses_of_those_who_acted_for_it(catalogue: Catalogue) -> None:
    assert clauses(catalogue, participant="syria/russia") == ["syria/joint#one", "syria/joint#two"]
    assert summits(catalogue, participant="syria/russia") == ["syria/danang"]


def test_who_looked_on_at_the_summit_has_no_clauses_but_has_the_summit(catalogue: Catalogue) -> None:
    for name in ("syria/tran", "syria/vietnam"):
        assert clauses(catalogue, participant=name) == []
        assert summits(catalogue, participant=name) == ["syria/danang"]


def test_who_undertakes_a_clause_was_at_its_summit(catalogue: Catalogue) -> None:
    assert summits(catalogue, participant="syria/trump") == ["syria/danang"]


def test_who_takes_part_in_nothing_leaves_nothing(catalogue: Catalogue) -> None:
    assert clauses(catalogue, participant="syria/nobody") == []
    assert summits(catalogue, participant="syria/nobody") == []


def test_a_body_of_one_collection_is_not_that_of_another(catalogue: Catalogue) -> None:
    assert clauses(catalogue, participant="astana/russia") == []


def test_a_participant_and_a_summit_narrow_together(catalogue: Catalogue) -> None:
    assert clauses(catalogue, summit="syria/danang", participant="syria/trump") == [
        "syria/joint#one",
        "syria/joint#two",
    ]
    assert clauses(catalogue, summit="syria/hamburg", participant="syria/trump") == []
    assert clauses(catalogue, statement="syria/alone", participant="syria/lavrov") == []


KEYS = [
    "syria/danang",
    "syria/hamburg",
    "syria/joint",
    "syria/later",
    "syria/putin",
    "syria/russia",
    "astana/ghost",
    "none",
]


SCOPES = st.builds(
    Scope,
    collection=st.sampled_from([None, "syria", "astana", "none"]),
    summit=st.sampled_from([None, *KEYS]),
    statement=st.sampled_from([None, *KEYS]),
    participant=st.sampled_from([None, *KEYS]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scope=SCOPES)
def test_any_choice_narrows_what_is_there(catalogue: Catalogue, scope: Scope) -> None:
    """Choosing a participant only ever takes away, and keeps the order."""
    wide = list(catalogue.clauses(replace(scope, participant=None)))
    narrow = list(catalogue.clauses(scope))
    assert narrow == [clause for clause in wide if clause in narrow]
    assert {clause.statement for clause in narrow} <= {statement.key for statement in catalogue.statements(scope)}
    everybody: list[Participant] = [part.participant for part in catalogue.parts(scope)]
    assert len(everybody) == len({participant.key for participant in everybody})


def test_a_group_is_read_across_collections_and_narrowed_as_anything_else(catalogue: Catalogue) -> None:
    keys = tuple(statement.key for statement in catalogue.statements())
    group = Group("all", tuple(summit.key for summit in catalogue.summits()), keys)
    assert statements(catalogue, group=group) == statements(catalogue)
    assert summits(catalogue, group=group) == summits(catalogue)
    assert sorted(clauses(catalogue, group=group)) == sorted(clauses(catalogue))
    assert sorted(clauses(catalogue, group=group, participant="syria/russia")) == sorted(
        clauses(catalogue, participant="syria/russia")
    )
    only = Group("one", ("syria/danang",), ("syria/joint",))
    assert (summits(catalogue, group=only), statements(catalogue, group=only)) == (["syria/danang"], ["syria/joint"])
    assert clauses(catalogue, group=only) == clauses(catalogue, statement="syria/joint")
    assert summits(catalogue, group=only, summit="syria/hamburg") == ["syria/hamburg"]


def test_a_calendar_lists_what_the_listing_does(catalogue: Catalogue) -> None:
    for name, entries in catalogue.calendar():
        listing = catalogue.listing(Scope(name))
        assert [entry.listed_key for entry in entries] == [listed_key(record) for record in listing]
    for name, entries in catalogue.calendar("syria/russia"):
        narrowed = catalogue.listing(Scope(name, participant="syria/russia"))
        assert {entry.listed_key for entry in entries} == {listed_key(record) for record in narrowed}
