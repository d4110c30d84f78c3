"""What a participant's page counts is what reading every clause, statement and summit counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.collection.factory import opened
from tests.content.sheet import ROOT
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.model.records import Participant, Participation, Statement, Summit
from tui.model.vocabulary import Role
from tui.study.page import MOST
from tui.study.participant_page import participant_page
from tui.study.parties import parties, parties_page
from tui.study.profile import profile

NO_PART = {Role(name) for name in "observer witness spokesperson depositary translator reporter subject".split()}
WHO = ("ann", "bob", "norway", "chile")
_SOURCE = "sources:\n  - {id: s, kind: archive, publisher: P, title: T, language: en}\n"


def _participations(catalogue: Catalogue, statement: Statement) -> list[Participation]:
    summit = catalogue.summit(statement.summit)
    return [*statement.participations, *(summit.participations if summit else ())]


def undertaken_naively(catalogue: Catalogue, key: str) -> tuple[list[str], dict[str, set[str]]]:
    """By name, and through others, by reading every clause."""
    by_name, through = [], {}
    for clause in catalogue.clauses():
        statement = catalogue.statement(clause.statement)
        assert statement is not None
        ties = set()
        for one in _participations(catalogue, statement):
            if key in one.acting_for:
                ties.add(one.participant)
            if key == one.participant:
                ties.update(one.acting_for)
        if key in clause.by:
            by_name.append(clause.address)
        if others := ties & set(clause.by):
            through[clause.address] = others
    return by_name, through


def met_naively(catalogue: Catalogue, key: str) -> dict[str, int]:
    """How often with whom, by reading every record; those it acts for, or who act for it, left out."""
    occasions: dict[str, set[str]] = {}
    own = {key}
    places: list[Summit | Statement] = [*catalogue.summits(), *catalogue.statements()]
    for place in places:
        summit = place.summit if isinstance(place, Statement) else place.key
        occasion = f"summit {summit}" if summit else place.key
        there = occasions.setdefault(occasion, set())
        for one in place.participations:
            if any(role not in NO_PART for role in one.roles):
                there.update((one.participant, *one.acting_for))
            if key == one.participant:
                own.update(one.acting_for)
            if key in one.acting_for:
                own.add(one.participant)
        if isinstance(place, Statement):
            there.update(who for clause in place.clauses for who in clause.by)
    counts = Counter(who for there in occasions.values() if key in there for who in there)
    return {who: count for who, count in counts.items() if who not in own}


def agrees(catalogue: Catalogue, participant: Participant) -> None:
    found = profile(catalogue, participant)
    by_name, through = undertaken_naively(catalogue, participant.key)
    assert list(found.undertaken) == by_name
    assert list(found.through) == list(through)
    assert {address: set(who) for address, who in found.through.items()} == through
    assert dict(found.met) == met_naively(catalogue, participant.key)


@pytest.mark.parametrize("name", ["da-nang-2017", "syria-track"])
def test_the_bundled_collections(name: str) -> None:
    (collection,) = (one for one in load([ROOT / "content"]).collections if one.id == name)
    catalogue = Catalogue.of([collection])
    for participant in collection.participants:
        agrees(catalogue, participant)


_part = st.tuples(
    st.sampled_from(WHO),
    st.lists(st.sampled_from(WHO), max_size=2, unique=True),
    st.lists(st.sampled_from(["principal", "witness", "spokesperson"]), min_size=1, max_size=2, unique=True),
)
_parts = st.lists(_part, max_size=3)
_statements = st.lists(
    st.tuples(_parts, st.booleans(), st.lists(st.lists(st.sampled_from(WHO), max_size=2, unique=True), max_size=3)),
    max_size=3,
)


_Parts = list[tuple[str, list[str], list[str]]]


def _yaml(parts: _Parts) -> str:
    return ", ".join(
        f"{{participant: {who}, roles: [{', '.join(roles)}], acting_for: [{', '.join(bodies)}]}}"
        for who, bodies, roles in parts
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(of_summit=_parts, statements=_statements)
def test_any_collection(
    tmp_path: Path,
    of_summit: _Parts,
    statements: list[tuple[_Parts, bool, list[list[str]]]],
) -> None:
    text = "participants:\n" + "".join(f"  - {{id: {who}, kind: state, name: {who}}}\n" for who in WHO) + _SOURCE
    text += f"summits:\n  - {{id: m, title: M, participations: [{_yaml(of_summit)}]}}\nstatements:\n"
    for number, (parts, at_summit, clauses) in enumerate(statements):
        text += f"  - id: s{number}\n    title: S\n    kind: readout\n    participations: [{_yaml(parts)}]\n"
        text += "    summit: m\n" if at_summit else ""
        text += "    clauses:\n" if clauses else ""
        for name, by in enumerate(clauses):
            text += f"      - {{id: c{name}, part: body, by: [{', '.join(by)}], renderings: [{{source: s, "
            text += "speech: indirect, authority: agency, text: x}]}\n"
    catalogue = Catalogue.of([opened(tmp_path, "made", text if statements else text.replace("statements:\n", ""))])
    for who in WHO:
        participant = catalogue.participant(f"made/{who}")
        assert participant is not None
        agrees(catalogue, participant)
    left, right = catalogue.participant("made/ann"), catalogue.participant("made/norway")
    assert left is not None
    assert right is not None
    found = parties(catalogue, left, right)
    assert found is not None
    sides = [set(one) for one in (_all(catalogue, left.key), _all(catalogue, right.key))]
    assert set(found.clauses.both) == sides[0] & sides[1]
    assert set(found.clauses.left) == sides[0] - sides[1]
    assert set(found.clauses.right) == sides[1] - sides[0]


def _all(catalogue: Catalogue, key: str) -> set[str]:
    by_name, through = undertaken_naively(catalogue, key)
    return {*by_name, *through}


def test_a_long_section_is_cut_and_says_how_much_more_there_is(tmp_path: Path) -> None:
    text = "participants:\n  - {id: ann, kind: person, name: Ann}\nstatements:\n" + "".join(
        f"  - {{id: s{number}, title: S, kind: readout, participations: [{{participant: ann, roles: [host]}}]}}\n"
        for number in range(MOST + 7)
    )
    catalogue = Catalogue.of([opened(tmp_path, "made", text)])
    ann = catalogue.participant("made/ann")
    assert ann is not None
    parts = participant_page(catalogue, ann).sections[1]
    assert (parts.heading, len(parts.rows), parts.more) == ("Took part in 207 of 207 statements", MOST, 7)


def test_offices_are_first_and_last_seen_where_the_documents_name_them(tmp_path: Path) -> None:
    part = "participations: [{participant: ann, roles: [host], office: %s, acting_for: [norway]}]"
    text = "participants:\n  - {id: ann, kind: person, name: Ann}\n  - {id: norway, kind: state, name: Norway}\n"
    text += "statements:\n"
    for number, (date, office) in enumerate([("2012", "Minister"), ("2019", "President"), ("2014-05", "Minister")]):
        text += f"  - {{id: s{number}, title: S{number}, kind: readout, date: {date}, {part % office}}}\n"
    catalogue = Catalogue.of([opened(tmp_path, "made", text)])
    ann = catalogue.participant("made/ann")
    assert ann is not None
    rows = [(row.date, row.title, row.detail) for row in participant_page(catalogue, ann).sections[0].rows]
    assert rows == [
        ("2012", "Minister, for Norway", "first of 2 documents: S0"),
        ("2014-05", "Minister, for Norway", "last of 2: S2"),
        ("2019", "President, for Norway", "seen in one document: S1"),
    ]


def test_parties_of_two_collections_that_nothing_ties_have_no_side_by_side(tmp_path: Path) -> None:
    text = "participants:\n  - {id: ann, kind: person, name: Ann}\n"
    catalogue = Catalogue.of([opened(tmp_path, "one", text), opened(tmp_path, "two", text)])
    one, two = catalogue.participant("one/ann"), catalogue.participant("two/ann")
    assert one is not None
    assert two is not None
    assert parties(catalogue, one, two) is None
    assert "different collections" in parties_page(catalogue, one, two).sections[0].note
