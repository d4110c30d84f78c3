"""What addresses lead to, and what becomes of references that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import opened
from tests.index.syria import clauses, people
from tui.index.catalogue import Catalogue

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
