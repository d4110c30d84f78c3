"""Who takes part in what is in scope, and what a participant had part in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.index.syria import people
from tui.collection.load import load
from tui.index.catalogue import Catalogue, Part, Scope


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


def test_the_bodies_of_a_summit_are_those_that_anybody_with_a_part_acted_for(catalogue: Catalogue) -> None:
    # Vietnam's president only looked on.
    assert [body.name for body in catalogue.bodies("syria/danang")] == ["Russia"]
    assert catalogue.bodies("syria/hamburg") == []
    assert catalogue.bodies("nowhere/at-all") == []
