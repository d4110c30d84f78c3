"""What the seed's report says of the statement is recorded, and nothing more: by whom, what was done, what it cites."""

from __future__ import annotations

import pytest

from tests.content.da_nang import (
    CLAUSES,
    DA_NANG,
    SUMMITS,
    TEXT,
    part_of,
    rendering,
    statement,
)
from tui.model.records import Statement, Summit
from tui.model.vocabulary import Act, Part, Role, StatementKind

# By whom, and what was done


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("military-channels", "agreed"),
        ("sovereignty", "reaffirmed"),
        ("call-on-parties", "called on"),
        ("defeat-of-daesh", "confirmed"),
        ("de-confliction", "praised"),
        ("southwest-syria-ceasefire", "reviewed"),
        ("no-military-solution", "agreed"),
        ("geneva-2254", "confirmed"),
    ],
)
def test_each_clause_is_undertaken_by_the_two_presidents_with_the_reports_verb(clause: str, verb: str) -> None:
    found = CLAUSES[clause]
    assert set(found.by) == {"da-nang-2017/putin", "da-nang-2017/trump"}
    assert found.verb == verb
    assert verb in rendering(found).text
    assert found.part is Part.BODY
    assert found.num is None


def test_the_statement_was_approved_and_not_signed() -> None:
    found = statement()
    assert found.act is Act.APPROVED
    assert found.kind is StatementKind.JOINT_STATEMENT
    assert "approved a joint statement on Syria" in [shown.exact for shown in found.evidence]
    assert "sign" not in TEXT


def test_nobody_is_a_signatory() -> None:
    places: tuple[Summit | Statement, ...] = (*DA_NANG.summits, *DA_NANG.statements)
    roles = [role for place in places for part in place.participations for role in part.roles]
    assert Role.SIGNATORY not in roles


@pytest.mark.parametrize(
    ("name", "role", "office", "bodies"),
    [
        ("putin", Role.PRINCIPAL, "President of Russia", ["ru"]),
        ("trump", Role.PRINCIPAL, "President of the United States", ["us"]),
        ("experts", Role.DRAFTER, "experts", ["ru", "us"]),
        ("lavrov", Role.COORDINATOR, "Foreign Minister of Russia", ["ru"]),
        ("tillerson", Role.COORDINATOR, "Secretary of State of the United States", ["us"]),
        ("peskov", Role.SPOKESPERSON, "Kremlin spokesman", ["ru"]),
    ],
)
def test_who_took_part_in_the_statement_and_how(name: str, role: Role, office: str, bodies: list[str]) -> None:
    part = part_of(statement(), name)
    assert (part.roles, part.office) == ((role,), office)
    assert part.acting_for == tuple(f"da-nang-2017/{body}" for body in bodies)
    assert part.evidence


def test_nobody_else_took_part_in_the_statement() -> None:
    assert len(statement().participations) == 6


@pytest.mark.parametrize(
    ("name", "role", "office"),
    [
        ("putin", Role.PRINCIPAL, "President of Russia"),
        ("trump", Role.PRINCIPAL, "President of the United States"),
        ("tran", Role.OBSERVER, "President of Vietnam"),
        ("silva", Role.REPORTER, "photographer"),
    ],
)
def test_who_was_at_the_summit_and_how(name: str, role: Role, office: str | None) -> None:
    part = part_of(SUMMITS["apec-2017"], name)
    assert (part.roles, part.office) == ((role,), office)
    assert part.evidence


def test_who_looked_on_and_who_took_the_picture_took_no_part_in_the_statement() -> None:
    parts = {part.participant.partition("/")[2] for part in statement().participations}
    assert parts.isdisjoint({"tran", "silva"})


def test_the_meeting_was_on_the_sidelines_of_apec_and_no_part_of_it() -> None:
    meeting = SUMMITS["putin-trump-2017-11-11"]
    assert statement().summit == meeting.key
    assert (meeting.margins_of, meeting.within) == ("da-nang-2017/apec-2017", None)
    assert SUMMITS["apec-2017"].series == "APEC"


@pytest.mark.parametrize("summit", SUMMITS.values(), ids=SUMMITS)
def test_where_and_when(summit: Summit) -> None:
    assert (summit.place, summit.country) == ("Da Nang", "VN")
    assert summit.date is not None
    assert summit.date.text == "2017-11-11"


def test_every_participation_is_shown_by_words_of_the_report() -> None:
    places: tuple[Summit | Statement, ...] = (*DA_NANG.summits, *DA_NANG.statements)
    assert all(part.evidence for place in places for part in place.participations)
    assert all(place.evidence for place in places)


# What it refers to


@pytest.mark.parametrize(
    ("clause", "cites"),
    [
        ("call-on-parties", {"geneva-process": "Geneva political process"}),
        (
            "southwest-syria-ceasefire",
            {
                "southwest-syria-ceasefire": "the ceasefire in southwest Syria",
                "hamburg-2017-07-07": "met in Hamburg, Germany on July 7, 2017",
            },
        ),
        ("geneva-2254", {"geneva-process": "Geneva process", "unscr-2254": "UNSCR 2254"}),
    ],
)
def test_what_a_clause_cites_and_in_which_words(clause: str, cites: dict[str, str]) -> None:
    found = {cited.instrument.partition("/")[2]: cited.words for cited in CLAUSES[clause].cites}
    assert found == cites
    assert all(said in rendering(CLAUSES[clause]).text for said in cites.values())


def test_the_other_clauses_cite_nothing() -> None:
    citing = [clause.id for clause in CLAUSES.values() if clause.cites]
    assert citing == ["call-on-parties", "southwest-syria-ceasefire", "geneva-2254"]


def test_the_meeting_in_hamburg_has_its_day() -> None:
    (hamburg,) = (instrument for instrument in DA_NANG.instruments if instrument.id == "hamburg-2017-07-07")
    assert hamburg.date is not None
    assert (hamburg.date.text, hamburg.place) == ("2017-07-07", "Hamburg")


def test_the_names_of_one_thing_are_aliases() -> None:
    assert {frozenset(alias.names) for alias in DA_NANG.aliases} == {
        frozenset({"Daesh", "ISIS"}),
        frozenset({"Da Nang", "Danang"}),
    }


def test_an_alias_never_stands_in_for_the_reports_word() -> None:
    assert "ISIS" not in TEXT
    assert not any("ISIS" in rendering(clause).text for clause in CLAUSES.values())


def test_what_the_editors_add_is_said_to_be_theirs() -> None:
    (source,) = DA_NANG.sources
    assert source.title.startswith("[")
    assert source.note is not None
    assert "inferred" in source.note
    assert source.published is not None
    assert source.published.qualifiers == ("uncertain",)
