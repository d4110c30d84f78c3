"""What a reader's choice of a collection, a summit, a statement or a participant leaves to be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.collection.factory import opened
from tui.collection.load import load
from tui.index.catalogue import Catalogue, Part, Scope
from tui.index.scope import Group
from tui.index.shelf import listed_key
from tui.model.records import Participant

SYRIA = """\
participants:
  - {id: russia, kind: state, name: Russia}
  - {id: usa, kind: state, name: United States}
  - {id: vietnam, kind: state, name: Vietnam}
  - {id: putin, kind: person, name: Vladimir Putin}
  - {id: trump, kind: person, name: Donald Trump}
  - {id: lavrov, kind: person, name: Sergey Lavrov}
  - {id: tran, kind: person, name: Tran Dai Quang}
  - {id: nobody, kind: person, name: Nobody}
sources:
  - {id: wire, kind: news-report, publisher: Wire, title: Report, language: en}
instruments:
  - {id: pact, kind: treaty, title: Pact}
aliases:
  - {names: [Da Nang, Danang]}
summits:
  - {id: undated, title: Undated}
  - id: danang
    title: Da Nang
    date: 2017-11-11
    participations:
      - {participant: putin, roles: [principal], acting_for: [russia], office: President}
      - {participant: tran, roles: [observer], acting_for: [vietnam], office: President of Vietnam}
  - {id: hamburg, title: Hamburg, date: 2017-07}
statements:
  - id: later
    title: Later
    kind: readout
    date: 2018
    summit: danang
    participations:
      - {participant: lavrov, roles: [spokesperson], acting_for: [russia], office: Spokesman}
    clauses: []
  - id: joint
    title: Joint
    kind: joint-statement
    date: 2017-11-11
    summit: danang
    participations:
      - {participant: lavrov, roles: [coordinator], acting_for: [russia], office: Foreign Minister}
      - {participant: putin, roles: [principal, host], acting_for: [russia], office: President}
    clauses:
      - id: one
        part: body
        by: [putin, trump]
        renderings: [&r {source: wire, speech: indirect, authority: agency, text: x}]
      - {id: two, part: body, by: [trump], renderings: [*r]}
  - id: alone
    title: Alone
    kind: readout
    date: 2016
    clauses:
      - {id: one, part: body, by: [trump], renderings: [*r]}
"""

ASTANA = """\
participants:
  - {id: russia, kind: state, name: The Russian Federation}
summits:
  - {id: danang, title: Another Da Nang, date: 2017-08}
statements:
  - id: joint
    title: Astana
    kind: communique
    date: 2017-12
    summit: missing
    participations:
      - {participant: ghost, roles: [guarantor], acting_for: [phantom]}
    clauses:
      - id: one
        part: body
        by: [ghost]
        cites: [{to: lost}]
        renderings: [{source: gone, speech: indirect, authority: agency, text: x}]
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two collections; much in the second refers to nothing."""
    return Catalogue.of([opened(tmp_path, "syria", SYRIA), opened(tmp_path, "astana", ASTANA)])


def clauses(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [clause.address for clause in catalogue.clauses(Scope(**scope))]


def statements(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [statement.key for statement in catalogue.statements(Scope(**scope))]


def summits(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [summit.key for summit in catalogue.summits(Scope(**scope))]


def people(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [part.participant.key for part in catalogue.parts(Scope(**scope))]


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


def test_persons_come_by_their_roles_and_before_the_bodies_they_act_for(catalogue: Catalogue) -> None:
    assert people(catalogue, statement="syria/joint") == ["syria/putin", "syria/lavrov", "syria/trump", "syria/russia"]


def test_a_summit_shows_who_was_there_and_who_took_part_in_its_statements(catalogue: Catalogue) -> None:
    assert people(catalogue, summit="syria/danang") == [
        "syria/putin",
        "syria/lavrov",
        "syria/tran",
        "syria/trump",
        "syria/russia",
        "syria/vietnam",
    ]


def test_a_statement_does_not_show_who_was_only_at_the_summit(catalogue: Catalogue) -> None:
    assert "syria/tran" not in people(catalogue, statement="syria/joint")


def test_everything_shows_everybody(catalogue: Catalogue) -> None:
    syria = {"russia", "usa", "vietnam", "putin", "trump", "lavrov", "tran", "nobody"}
    assert set(people(catalogue)) == {*(f"syria/{name}" for name in syria), "astana/russia"}


def test_the_list_of_participants_is_not_narrowed_by_the_one_chosen(catalogue: Catalogue) -> None:
    assert people(catalogue, participant="syria/tran") == people(catalogue)


def part(catalogue: Catalogue, name: str, **scope: Any) -> Part:
    (found,) = (part for part in catalogue.parts(Scope(**scope)) if part.participant.key == name)
    return found


def test_a_part_gathers_roles_and_offices_each_once(catalogue: Catalogue) -> None:
    lavrov = part(catalogue, "syria/lavrov", summit="syria/danang")
    assert [role.value for role in lavrov.roles] == ["coordinator", "spokesperson"]
    assert lavrov.offices == ("Foreign Minister", "Spokesman")
    assert lavrov.acting_for == ("syria/russia",)
    putin = part(catalogue, "syria/putin")
    assert ([role.value for role in putin.roles], putin.offices) == (["principal", "host"], ("President",))


def test_a_part_in_a_statement_has_only_the_office_of_that_day(catalogue: Catalogue) -> None:
    assert part(catalogue, "syria/lavrov", statement="syria/joint").offices == ("Foreign Minister",)


def test_every_participation_of_a_person_is_found_with_where_it_was(catalogue: Catalogue) -> None:
    found = catalogue.participations_of("syria/lavrov")
    assert [(place.key, participation.office) for place, participation in found] == [
        ("syria/joint", "Foreign Minister"),
        ("syria/later", "Spokesman"),
    ]


def test_every_participation_for_a_body_is_found_too(catalogue: Catalogue) -> None:
    found = catalogue.participations_of("syria/russia")
    assert [(place.key, participation.participant) for place, participation in found] == [
        ("syria/danang", "syria/putin"),
        ("syria/joint", "syria/lavrov"),
        ("syria/joint", "syria/putin"),
        ("syria/later", "syria/lavrov"),
    ]


# References that lead nowhere


def test_a_statement_of_a_missing_summit_is_there(catalogue: Catalogue) -> None:
    assert clauses(catalogue, collection="astana") == ["astana/joint#one"]
    assert catalogue.summit("astana/missing") is None


def test_a_missing_summit_leaves_what_refers_to_it(catalogue: Catalogue) -> None:
    assert clauses(catalogue, summit="astana/missing") == ["astana/joint#one"]
    assert clauses(catalogue, summit="astana/nowhere") == []


def test_a_missing_participant_is_no_part_but_can_be_followed(catalogue: Catalogue) -> None:
    assert people(catalogue, statement="astana/joint") == []
    assert clauses(catalogue, participant="astana/ghost") == ["astana/joint#one"]
    assert clauses(catalogue, participant="astana/phantom") == ["astana/joint#one"]


def test_a_missing_participant_is_called_by_its_id(catalogue: Catalogue) -> None:
    assert catalogue.name("astana/ghost") == "ghost"
    assert catalogue.name("syria/putin") == "Vladimir Putin"


# Addresses


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("syria", ["Collection"]),
        ("syria/joint", ["Statement"]),
        ("syria/joint#two", ["Clause"]),
        ("syria/danang", ["Summit"]),
        ("syria/putin", ["Participant"]),
        ("syria/pact", ["Instrument"]),
        ("syria/wire", ["Source"]),
        ("syria/joint#three", []),
        ("syria/joint#", []),
        ("joint", []),
        ("astana/putin", []),
        ("", []),
        ("#", []),
        ("/", []),
    ],
)
def test_an_address_names_its_record(catalogue: Catalogue, address: str, kinds: list[str]) -> None:
    assert [type(record).__name__ for record in catalogue.find(address)] == kinds


def test_one_key_may_name_records_of_several_kinds(tmp_path: Path) -> None:
    records = "summits:\n  - {id: x, title: S}\nparticipants:\n  - {id: x, kind: person, name: P}\n"
    found = Catalogue.of([opened(tmp_path, "one", records)]).find("one/x")
    assert [type(record).__name__ for record in found] == ["Summit", "Participant"]


def test_every_address_leads_to_something(catalogue: Catalogue) -> None:
    addresses = list(catalogue.addresses("syria/joint#onw"))
    assert {"syria/joint#one", "syria/joint#two"} == {address for address in addresses if "#" in address}
    assert len(addresses) == len(set(addresses)) == 2 + 4 + 2 + 4 + 9 + 1 + 1
    assert all(catalogue.find(address) for address in [*addresses, *clauses(catalogue)])


@pytest.mark.parametrize("nothing", [None, "", "syria/none"])
def test_a_lookup_of_nothing_finds_nothing(catalogue: Catalogue, nothing: str | None) -> None:
    lookups = (catalogue.summit, catalogue.statement, catalogue.clause, catalogue.participant)
    assert [lookup(nothing) for lookup in lookups] == [None] * 4
    assert [catalogue.instrument(nothing), catalogue.source(nothing)] == [None, None]


def test_aliases_of_all_collections_are_together(catalogue: Catalogue) -> None:
    assert [alias.names for alias in catalogue.aliases()] == [("Da Nang", "Danang")]


def test_a_catalogue_of_nothing_is_empty() -> None:
    empty = Catalogue.of([])
    for sequence in (empty.clauses(), empty.statements(), empty.summits(), empty.parts()):
        assert list(sequence) == []
        assert sequence.place("x") is None
    assert list(empty.addresses("x")) == []


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


ACTING = """\
participants:
  - {id: oman, kind: state, name: Oman}
  - {id: said, kind: person, name: Said}
sources:
  - {id: wire, kind: news-report, publisher: Wire, title: Report, language: en}
summits:
  - {id: salalah, title: Salalah, participations: [{participant: said, roles: [host], acting_for: [oman]}]}
statements:
  - id: pledge
    title: Pledge
    kind: declaration
    summit: salalah
    clauses:
      - id: by-said
        part: body
        by: [said]
        renderings: [{source: wire, speech: direct, authority: authentic, text: We shall plant trees.}]
      - id: by-nobody
        part: body
        renderings: [{source: wire, speech: direct, authority: authentic, text: Trees are good.}]
"""


def test_a_body_has_part_in_what_those_undertake_who_act_for_it_at_the_summit(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text("{format: 1, id: oman, title: Oman}\n")
    (tmp_path / "records.yaml").write_text(ACTING)
    catalogue = Catalogue.of(load([tmp_path]).collections)
    assert [clause.id for clause in catalogue.clauses(Scope(participant="oman/oman"))] == ["by-said"]
    assert [statement.id for statement in catalogue.statements(Scope(participant="oman/oman"))] == ["pledge"]


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


def test_the_bodies_of_a_summit_are_those_that_anybody_acted_for(catalogue: Catalogue) -> None:
    assert [body.name for body in catalogue.bodies("syria/danang")] == ["Russia", "Vietnam"]
    assert catalogue.bodies("syria/hamburg") == []
    assert catalogue.bodies("nowhere/at-all") == []


def test_a_calendar_lists_what_the_listing_does(catalogue: Catalogue) -> None:
    for name, entries in catalogue.calendar():
        listing = catalogue.listing(Scope(name))
        assert [entry.listed_key for entry in entries] == [listed_key(record) for record in listing]
    for name, entries in catalogue.calendar("syria/russia"):
        narrowed = catalogue.listing(Scope(name, participant="syria/russia"))
        assert {entry.listed_key for entry in entries} == {listed_key(record) for record in narrowed}
