"""The Syria track by itself: nothing in it passes for a document's words that is not, and Da Nang is shared."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tests.content.sheet import ROOT
from tests.content.track import CLAUSES, DA_NANG, EDITORS, LIBRARY, SOURCES, STATEMENTS, TRACK, fragments, points
from tui.collection.load import load
from tui.model.vocabulary import Act, Authority, ProofState, SourceKind, Speech

PAGES_THAT_QUOTE = {
    # The sheet says of these documents that their words were seen in quotations, or most of their text in the press.
    "g8-lough-erne-2013",
    "moscow-2016-12-20",
    "astana-2017-01-24",
    "da-nang-2017-11-11",
    "sochi-congress-2018",
    "helsinki-2018-07-16",
}


def test_nothing_is_wrong_with_it() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []


def test_every_wording_is_the_editors_own_or_a_fragment_of_eight_words_at_most_with_its_page() -> None:
    for statement in TRACK.statements:
        for clause in points(statement):
            assert clause.reading.speech is Speech.INDIRECT
            assert clause.reading.authority is Authority.EDITORIAL
            assert clause.shown_by
            assert clause.closest
        for fragment in fragments(statement):
            assert len(fragment.text.split()) <= 8
            assert SOURCES[fragment.source.partition("/")[2]].url
            assert fragment.authority is not Authority.EDITORIAL


def test_nothing_is_proved_and_it_is_said_why() -> None:
    for rendering in chain.from_iterable(clause.renderings for clause in CLAUSES.values()):
        assert rendering.proof.state is ProofState.UNHELD
        own = rendering.proof.complaint == "the editors' own words, no quotation"
        assert own is (rendering.source == EDITORS)


def test_only_pages_that_have_or_quote_the_text_give_the_documents_own_words() -> None:
    for statement in TRACK.statements:
        for fragment in fragments(statement):
            kind = SOURCES[fragment.source.partition("/")[2]].kind
            has_text = kind in (SourceKind.OFFICIAL_PAGE, SourceKind.OFFICIAL_COPY, SourceKind.DATABASE)
            direct = has_text or statement.id in PAGES_THAT_QUOTE
            assert (fragment.speech is Speech.DIRECT) is direct
            assert bool(fragment.note) is not direct


def test_da_nang_is_shared_and_not_written_twice() -> None:
    shared = STATEMENTS["da-nang-2017-11-11"]
    (statement,) = DA_NANG.statements
    assert shared.same_as == statement.key
    assert {clause.same_as for clause in shared.clauses if clause.same_as} == {
        clause.key for clause in statement.clauses
    }
    theirs = {rendering.text for clause in statement.clauses for rendering in clause.renderings}
    assert not any(rendering.text in theirs for clause in shared.clauses for rendering in clause.renderings)


def test_the_track_goes_by_itself_and_with_da_nang() -> None:
    assert load([ROOT / "content" / "syria-track"]).problems == ()


@pytest.mark.parametrize(
    "said",
    [
        "светскому характеру Сирии",
        "de-confliction of partnered forces",
        "no military solution to the conflict in Syria",
    ],
)
def test_the_variants_of_da_nang_that_the_sheet_has_words_for_are_wordings(said: str) -> None:
    assert said in [fragment.text for fragment in fragments(STATEMENTS["da-nang-2017-11-11"])]


@pytest.mark.parametrize(
    "said", ["Order of names", "secular", "De-confliction", "Who published first", "non-sectarian"]
)
def test_the_other_variants_of_da_nang_are_noted_with_their_sources(said: str) -> None:
    remarks = [remark for remark in STATEMENTS["da-nang-2017-11-11"].remarks if said in remark.text]
    assert remarks
    assert all(remark.shown_by for remark in remarks)


def test_the_errors_that_sources_make_are_not_carried_over() -> None:
    assert STATEMENTS["da-nang-2017-11-11"].act is Act.APPROVED
    dates = {name: statement.date.text for name, statement in STATEMENTS.items() if statement.date}
    assert dates["unscr-2254"] == "2015-12-18"
    assert dates["tehran-2022-07-19"] == "2022-07-19"
    assert STATEMENTS["unscr-2118"].symbol == "S/RES/2118"
    assert STATEMENTS["sochi-idlib-2018-09-17"].symbol == "S/2018/852"
    assert "9 July 2017" in CLAUSES["syria-track/amman-2017-07-07#ceasefire-in-three-provinces"].reading.text
    assert "syria-track/iq" in [part.participant for part in STATEMENTS["geneva-2012"].participations]
    (round_,) = (summit for summit in TRACK.summits if summit.id == "astana-meeting-1")
    assert round_.date is not None
    assert round_.date.text == "2017-01-23/2017-01-24"
    wrong = re.compile(r"16 July|\b2554\b|S/RES/2117|December 24")
    assert not any(wrong.search(rendering.text) for clause in CLAUSES.values() for rendering in clause.renderings)
