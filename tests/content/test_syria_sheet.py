"""The Syria track holds what its fact sheet has, all of it and nothing more."""

from __future__ import annotations

import re

import pytest

from tests.content.sheet import PLACE, Fact, Sheet, document_id, in_words, source_ids
from tests.content.track import PARTICIPANTS, SOURCES, STATEMENTS, TRACK, fragments, ids, points
from tui.model.records import Member, Participation, Statement
from tui.model.vocabulary import Closeness, ParticipantKind, SourceKind, ThreadState
from tui.study.shown_by import sure

if PLACE is None:
    pytest.skip("the fact sheet is not beside this clone (../shared/reference)", allow_module_level=True)

SHEET = Sheet(PLACE)
CLOSENESS = {True: Closeness.OFFICIAL, "yes": Closeness.OFFICIAL, "copy": Closeness.COPY, "no": Closeness.REPORT}
CLOSENESS[False] = Closeness.REPORT
KINDS = {
    "official": SourceKind.OFFICIAL_PAGE,
    "official-mirror": SourceKind.OFFICIAL_COPY,
    "database": SourceKind.DATABASE,
    "state-press": SourceKind.STATE_PRESS,
    "press": SourceKind.NEWS_REPORT,
    "analysis": SourceKind.ANALYSIS,
}

PAIRS = [(STATEMENTS.get(document_id(one["id"])), one) for one in SHEET.documents]
by_document = pytest.mark.parametrize(("statement", "document"), PAIRS, ids=[one["id"] for one in SHEET.documents])


def test_every_number_of_the_sheet_is_that_of_the_collection() -> None:
    parts = [part for one in TRACK.statements for part in one.participations]
    persons = [part for part in parts if PARTICIPANTS[part.participant].kind is ParticipantKind.PERSON]
    remarks = [remark.kind.value for one in TRACK.statements for remark in one.remarks]
    assert {
        "documents": len(TRACK.statements),
        "operative_points": sum(len(points(one)) for one in TRACK.statements),
        "participant_entries": len(persons),
        "phrases": sum(len(fragments(one)) for one in TRACK.statements),
        "variants_and_disputes": remarks.count("difference"),
        "not_found_entries": remarks.count("not-found"),
        "threads": len(TRACK.threads),
        "sources": len(TRACK.sources) - len(["the editors themselves"]),
    }.items() <= SHEET.counts.items()
    assert sum(len(thread.members) for thread in TRACK.threads) == 175


def test_how_sure_and_how_close_the_points_are_is_counted_as_the_sheet_counts() -> None:
    found = [clause for one in TRACK.statements for clause in points(one)]
    assert sum(len(clause.shown_by) > 1 for clause in found) == 206
    assert sum(len(clause.shown_by) == 1 for clause in found) == 84
    closeness = [clause.closest for clause in found]
    assert [closeness.count(one) for one in Closeness] == [55, 95, 140]
    assert (
        sum(clause.num is not None or clause.stands is not None or clause.part.value != "body" for clause in found)
        == 121
    )


@by_document
def test_a_document_has_its_kind_day_title_and_pages(statement: Statement, document: Fact) -> None:
    assert statement.kind.value == document["kind"].replace(" ", "-")
    assert statement.date is not None
    assert statement.date.text == document["date"]
    assert document["title"]["text"].startswith(statement.title)
    assert ids(statement.shown_by) == source_ids(document["title"]["src"])
    assert ids(statement.seen) == source_ids(document["sources"])
    assert statement.text_seen


@by_document
def test_its_points_are_those_of_the_sheet_as_sure_and_as_close(statement: Statement, document: Fact) -> None:
    told = points(statement)
    assert len(told) == len(document["points"])
    for clause, point in zip(told, document["points"], strict=True):
        assert in_words(point["fact"]).startswith(clause.reading.text)
        assert len(point["fact"]) - len(clause.reading.text) < 60
        assert ids(clause.shown_by) == source_ids(point["src"])
        assert sure(clause.shown_by) == point["sure"]
        assert clause.closest is CLOSENESS[point["official_text"]]


@by_document
def test_a_number_is_shown_only_where_one_is_printed(statement: Statement, document: Fact) -> None:
    for clause, point in zip(points(statement), document["points"], strict=True):
        printed = re.fullmatch(r"(?:Annex )?(\d+)", point["n"] or "")
        assert clause.num == (printed[1] if printed else None)
        if point["n"] is None:
            assert clause.stands is None
        elif re.fullmatch(r"P\d", point["n"]):
            assert clause.stands == f"unnumbered paragraph {point['n'][1:]}"


@by_document
def test_its_fragments_are_those_of_the_sheet_each_with_its_page(statement: Statement, document: Fact) -> None:
    ours = sorted((one.text, one.source.partition("/")[2], one.language) for one in fragments(statement))
    assert ours == sorted((one["text"], one["src"].lower(), one["lang"]) for one in document["phrases"])
    for phrase in document["phrases"]:
        assert SOURCES[phrase["src"].lower()].url == phrase["url"]
        assert len(phrase["text"].split()) <= 8


@by_document
def test_who_took_part_is_in_the_office_that_the_sheet_gives(statement: Statement, document: Fact) -> None:
    def person(part: Participation) -> tuple[str, str | None, list[str]]:
        who = PARTICIPANTS[part.participant]
        names = {who.name, *who.other_names}
        (name,) = [one["name"] for one in document["participants"] if one["name"] in names]
        return name, part.office, ids(part.shown_by)

    kinds = [(part, PARTICIPANTS[part.participant].kind) for part in statement.participations]
    persons = [person(part) for part, kind in kinds if kind is ParticipantKind.PERSON]
    assert persons == [
        (one["name"], in_words(one["office"]), source_ids(one["src"])) for one in document["participants"]
    ]
    bodies = [part for part, kind in kinds if kind is not ParticipantKind.PERSON]
    assert len(bodies) == len(document["parties"])
    assert all(ids(part.shown_by) == source_ids(document["parties_sure"]["src"]) for part in bodies)
    for part, party in zip(bodies, document["parties"], strict=True):
        commission = part.participant == "syria-track/syrian-negotiations-commission"
        assert commission or PARTICIPANTS[part.participant].code == party["code"]


@by_document
def test_what_differs_and_what_was_not_found_is_noted(statement: Statement, document: Fact) -> None:
    def noted(kind: str) -> list[tuple[str, list[str]]]:
        found = [remark for remark in statement.remarks if remark.kind.value == kind]
        return [(remark.text.lower(), ids(remark.shown_by)) for remark in found]

    def told(key: str) -> list[tuple[str, list[str]]]:
        return [(_spelt_out(one["what"]).lower(), source_ids(one["src"])) for one in document.get(key, ())]

    assert noted("difference") == told("variants_and_disputes")
    assert all(one in noted("context") for one in told("context"))
    assert noted("not-found") == [(_spelt_out(one).lower(), []) for one in document["not_found"]]


def test_a_person_is_one_participant_under_every_spelling() -> None:
    names = {name: one.key for one in TRACK.participants for name in (one.name, *one.other_names)}
    people = {person["name"] for person in SHEET.people}
    assert people <= names.keys()
    assert names["Yuri Ushakov"] == names["Yury Ushakov"]
    assert names["Geir Pedersen"] == names["Geir O. Pedersen"]
    offices = {
        (names[person["name"]], in_words(held["office"]), document_id(document))
        for person in SHEET.people
        for held in person["as"]
        for document in held["docs"]
    }
    assert offices == {
        (part.participant, part.office, one.id)
        for one in TRACK.statements
        for part in one.participations
        if PARTICIPANTS[part.participant].kind is ParticipantKind.PERSON
    }


@pytest.mark.parametrize("thread", SHEET.threads, ids=lambda thread: thread["thread"])
def test_a_thread_runs_through_the_documents_of_the_sheet(thread: Fact) -> None:
    (ours,) = (one for one in TRACK.threads if one.id == thread["thread"])

    def link(member: Member) -> tuple[str, str, list[str]]:
        return member.address.partition("/")[2].partition("#")[0], member.note or "", ids(member.shown_by)

    assert ours.title == thread["title"]
    assert [link(member) for member in ours.members] == [
        (document_id(one["doc"]), in_words(one["note"]), source_ids(one["src"])) for one in thread["seen_in"]
    ]
    assert all(member.state is ThreadState.SEEN for member in ours.members)


def test_every_source_is_that_of_the_sheet() -> None:
    for name, source in SHEET.sources.items():
        ours = SOURCES[name.lower()]
        assert (ours.publisher, ours.title, ours.language, ours.url, ours.kind) == (
            source["publisher"],
            source["title"],
            source["lang"],
            source["url"],
            KINDS[source["type"]],
        )
        assert (ours.published.text if ours.published else None) == source["date"]
        assert ours.file is None


def _spelt_out(text: str) -> str:
    return re.sub(r"\bP(\d)\b", r"paragraph \1", in_words(text))
