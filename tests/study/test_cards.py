"""What there is to read about a record: whose words, from where, how well proved, and what is linked to it."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collection.factory import REPORT, Shelf, the
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.model.records import Insertion, Proof, QuotedSpan, Rendering
from tui.model.vocabulary import Authority, Inserter, ProofState, Speech
from tui.study.card import Card, Mark, Stretch, Voice
from tui.study.clause_card import clause_card, stretches
from tui.study.record_cards import card, participation_line
from tui.text.counting import counted

ROOT = Path(__file__).resolve().parents[2]

RECORDS = f"""\
participants:
  - {{id: norway, kind: state, name: Norway, code: "NO", other_names: [Norge]}}
  - {{id: ann, kind: person, name: Ann, note: A note on Ann.}}
  - {{id: bob, kind: person, name: Bob}}
sources:
  - id: paper
    kind: news-report
    publisher: The Paper
    title: The report
    language: en
    published: 2017-11-11?
    url: https://example.org/report
    file: report.txt
    sha256: {hashlib.sha256(REPORT.encode()).hexdigest()}
  - {{id: wire, kind: news-report, publisher: The Wire, title: Another report, language: fr, derived_from: paper}}
  - {{id: changed, kind: archive, publisher: P, title: T, language: en, file: report.txt, sha256: {"0" * 64}}}
instruments:
  - {{id: pact, kind: treaty, title: The pact, symbol: T/1, date: 1999}}
  - {{id: talks, kind: process, title: The talks}}
aliases:
  - {{names: [ceasefire, truce, cessation of hostilities]}}
  - {{names: ["!!!", "???"]}}
summits:
  - id: meeting
    title: The meeting
    series: G2
    date: 2017-11-11
    place: Oslo
    country: NO
    host: norway
    within: big
    participations:
      - {{participant: ann, roles: [principal, host], acting_for: [norway], office: President}}
  - {{id: big, title: The big meeting, margins_of: missing}}
  - {{id: side, title: The side meeting, margins_of: meeting}}
statements:
  - id: joint
    title: The joint statement
    kind: joint-statement
    act: approved
    date: 2017-11-11
    symbol: A/1
    summit: meeting
    languages: [en, ru]
    participations:
      - participant: ann
        roles: [principal]
        note: A note on the part.
        evidence: [{{source: paper, exact: Ann and Bob met}}]
    clauses:
      - id: ceasefire
        part: operative
        num: "3 (b)"
        by: [ann, bob]
        verb: agreed
        topics: [peace, the-south]
        note: A note on the clause.
        cites: [{{to: pact}}, {{to: lost}}]
        renderings:
          - source: paper
            speech: direct
            authority: agency
            text: The parties agreed to maintain the ceasefire in the south
            cue: {{exact: the joint statement read}}
            note: A note on the wording.
          - {{source: wire, speech: indirect, authority: back-translation, text: Les parties ont convenu}}
      - id: efforts
        part: body
        renderings:
          - source: paper
            speech: mixed
            authority: agency
            text: praised the "successful efforts" of the experts, which "can't fail", and [sic] the «long» talks
            quoted: [{{exact: successful efforts}}, {{exact: can't fail}}]
            insertions: [{{exact: "[sic]", by: source}}]
      - {{id: wrong, part: body, renderings: [{{source: paper, speech: direct, authority: agency, text: Not there}}]}}
      - {{id: gone, part: body, renderings: [{{source: nowhere, speech: indirect, authority: agency, text: x}}]}}
      - {{id: changed, part: body, renderings: [{{source: changed, speech: direct, authority: agency, text: Ann}}]}}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Shelf(tmp_path / "good")
    made.write("collection.yaml", "format: 1\nid: good\ntitle: Good\ndescription: What it holds.\nlicence: CC0\n")
    made.write("records.yaml", RECORDS)
    made.write("report.txt", REPORT)
    return Catalogue.of([the(made.load())])


def read(catalogue: Catalogue, address: str) -> Card:
    (record,) = catalogue.find(address)
    return card(catalogue, record)


def facts(shown: Card, label: str) -> list[str]:
    return [fact.text for fact in shown.facts if fact.label == label]


def marks(shown: Card, label: str) -> list[Mark | None]:
    return [fact.mark for fact in shown.facts if fact.label == label]


def voiced(shown: Card) -> list[tuple[str, Voice]]:
    return [(shown.text[part.start : part.end], part.voice) for part in shown.stretches]


# Whose words


def test_direct_speech_is_the_documents(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert voiced(shown) == [(shown.text, Voice.DOCUMENT)]


def test_indirect_speech_is_the_sources(catalogue: Catalogue) -> None:
    assert voiced(read(catalogue, "good/joint#gone")) == [("x", Voice.SOURCE)]


def test_in_mixed_speech_only_the_quoted_spans_are_the_documents(catalogue: Catalogue) -> None:
    assert voiced(read(catalogue, "good/joint#efforts")) == [
        ('praised the "', Voice.SOURCE),
        ("successful efforts", Voice.DOCUMENT),
        ('" of the experts, which "', Voice.SOURCE),
        ("can't fail", Voice.DOCUMENT),
        ('", and ', Voice.SOURCE),
        ("[sic]", Voice.INSERTION),
        (" the «long» talks", Voice.SOURCE),
    ]


def test_an_insertion_in_the_documents_words_is_not_the_documents() -> None:
    catalogue = Catalogue.of(load([ROOT / "content"]).collections)
    shown = read(catalogue, "da-nang-2017/joint-statement#geneva-2254")
    assert [voice for _, voice in voiced(shown)] == [Voice.DOCUMENT, Voice.INSERTION, Voice.DOCUMENT]
    assert voiced(shown)[1][0] == "[UN Security Council resolution]"
    assert facts(shown, "Inserted") == ["[UN Security Council resolution] by the source's editor"]


@st.composite
def renderings(draw: st.DrawFn) -> Rendering:
    text = draw(st.text(min_size=1, max_size=20))
    cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    proof = Proof(ProofState.UNHELD)
    return Rendering(
        source="c/s",
        language="en",
        speech=Speech.MIXED,
        authority=Authority.AGENCY,
        text=text,
        proof=proof,
        quoted=tuple(QuotedSpan(start, end, proof) for start, end in draw(st.lists(cuts, max_size=3))),
        insertions=tuple(Insertion(start, end, Inserter.SOURCE) for start, end in draw(st.lists(cuts, max_size=3))),
    )


@given(renderings())
def test_stretches_cover_the_text_exactly(rendering: Rendering) -> None:
    found = list(stretches(rendering))
    assert (found[0].start, found[-1].end) == (0, len(rendering.text))
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(part.start < part.end for part in found)


@given(renderings())
def test_every_character_is_in_its_own_voice(rendering: Rendering) -> None:
    def voice(place: int) -> Voice:
        if any(mark.start <= place < mark.end for mark in rendering.insertions):
            return Voice.INSERTION
        quoted = any(span.start <= place < span.end for span in rendering.quoted)
        return Voice.DOCUMENT if quoted else Voice.SOURCE

    found = [part.voice for part in stretches(rendering) for _ in range(part.start, part.end)]
    assert found == [voice(place) for place in range(len(rendering.text))]


# A clause


def test_a_clause_is_read_in_the_rendering_that_comes_first(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert shown.text == "The parties agreed to maintain the ceasefire in the south"
    assert facts(shown, "Also as") == ["Les parties ont convenu"]


def test_a_clause_has_its_statement_its_part_and_its_number_for_a_title(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert (shown.kind, shown.address) == ("clause", "good/joint#ceasefire")
    assert shown.title == "The joint statement · operative · paragraph 3 (b)"
    assert read(catalogue, "good/joint#efforts").title == "The joint statement"


def test_a_clause_says_by_whom_with_what_verb_and_whose_words(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert facts(shown, "By") == ["Ann, Bob: agreed"]
    assert facts(shown, "Speech") == [
        "direct: the document's own words, as the source gives them",
        "indirect: told by the source, not in the document's words",
    ]
    assert facts(shown, "Attributed") == ["“the joint statement read”"]
    assert facts(shown, "Topics") == ["peace, the-south"]
    assert facts(shown, "Note") == ["A note on the clause.", "A note on the wording."]


def test_a_clause_says_its_sources_in_the_order_of_its_renderings(catalogue: Catalogue) -> None:
    assert facts(read(catalogue, "good/joint#ceasefire"), "Source") == [
        "The Paper, The report, 2017-11-11 (uncertain), en (agency)",
        "The Wire, Another report, no date, fr (back-translation)",
    ]


def test_a_proved_clause_has_its_place_and_a_mark(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert facts(shown, "Place")[0] == "proved verbatim, report.txt:3:2"
    assert marks(shown, "Place") == [Mark.PROVED, Mark.UNPROVED]
    assert marks(shown, "Attributed") == [Mark.PROVED]


def test_a_clause_that_is_not_in_its_source_says_so(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#wrong")
    assert facts(shown, "Place") == [
        "NOT PROVED: the words are not in the source; the nearest, at its line 5, column 44, are “of the experts”"
    ]
    assert marks(shown, "Place") == [Mark.FAILED]


def test_a_clause_whose_source_is_undefined_says_so(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#gone")
    assert (facts(shown, "Source"), marks(shown, "Source")) == (["undefined: good/nowhere"], [Mark.FAILED])
    assert facts(shown, "Place") == ["not proved: the source is undefined"]


def test_a_clause_whose_source_has_changed_says_so_whatever_is_proved(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#changed")
    said = [fact.mark for fact in shown.facts if "has changed since it was recorded" in fact.text]
    assert said == [Mark.UNPROVED, Mark.FAILED]
    assert marks(shown, "Place") == [Mark.UNPROVED]


def test_each_quoted_span_of_mixed_speech_has_its_own_place(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#efforts")
    first, second = facts(shown, "Quoted")
    assert first == "“successful efforts” proved verbatim, report.txt:5:24"
    assert second.startswith("“can't fail” proved verbatim, report.txt:5:")


def test_what_had_to_be_understood_is_named_with_the_proof(tmp_path: Path) -> None:
    made = Shelf(tmp_path / "good")
    made.write("collection.yaml", "format: 1\nid: good\ntitle: Good\n")
    made.write("records.yaml", RECORDS.replace("The parties agreed to maintain", "The parties … maintain"))
    made.write("report.txt", REPORT)
    shown = read(Catalogue.of([the(made.load())]), "good/joint#ceasefire")
    assert facts(shown, "Place")[0] == "proved, with editing (ellipsis), report.txt:3:2"
    assert marks(shown, "Place")[0] is Mark.EDITED


def test_a_clause_says_what_it_cites_and_a_missing_instrument_by_its_key(catalogue: Catalogue) -> None:
    assert facts(read(catalogue, "good/joint#ceasefire"), "Cites") == ["The pact (T/1, 1999)", "good/lost"]


def test_a_clause_says_what_its_words_are_also_called_and_changes_none(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert facts(shown, "Also called") == ["ceasefire, also: truce, cessation of hostilities (declared by the editors)"]
    assert "truce" not in shown.text


def test_an_alias_without_words_is_in_no_text(catalogue: Catalogue) -> None:
    assert facts(read(catalogue, "good/joint#efforts"), "Also called") == []


def test_every_record_says_in_which_file_it_is_written(catalogue: Catalogue) -> None:
    for address in ("good/joint#ceasefire", "good/joint", "good/meeting", "good/ann", "good/pact", "good/paper"):
        (place,) = facts(read(catalogue, address), "Encoded in")
        file, line, column = place.rsplit(":", 2)
        assert Path(file).name == "records.yaml"
        written = RECORDS.splitlines()[int(line) - 1][int(column) - 1 :]
        assert f"id: {address.rpartition('#')[2].rpartition('/')[2]}" in written


# Everything else


def test_a_statement_says_what_was_done_to_it_and_where_it_came_from(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint")
    assert (shown.kind, shown.title, shown.text, shown.stretches) == ("statement", "The joint statement", "", ())
    assert facts(shown, "Kind") == ["joint statement"]
    assert facts(shown, "Act") == ["approved 2017-11-11"]
    assert facts(shown, "Symbol") == ["A/1"]
    assert facts(shown, "Summit") == ["The meeting"]
    assert facts(shown, "Languages") == ["en, ru"]
    assert facts(shown, "Clauses") == ["5 clauses"]
    assert facts(shown, "Participant") == ["Ann, principal"]
    assert facts(shown, "") == ["A note on the part."]
    assert facts(shown, "Evidence") == ["“Ann and Bob met” (The Paper) proved verbatim, report.txt:1:1"]
    assert marks(shown, "Evidence") == [Mark.PROVED]


def test_a_summit_says_when_and_where_and_what_is_around_it(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/meeting")
    assert facts(shown, "Date") == ["2017-11-11"]
    assert facts(shown, "Place") == ["Oslo, NO"]
    assert facts(shown, "Series") == ["G2"]
    assert facts(shown, "Host") == ["Norway"]
    assert facts(shown, "Within") == ["The big meeting"]
    assert facts(shown, "On margins") == ["The side meeting"]
    assert facts(shown, "Statement") == ["The joint statement"]
    assert facts(shown, "Participant") == ["Ann, principal, host, President, for Norway"]


def test_a_summit_on_the_margins_of_a_missing_one_names_it_by_its_key(catalogue: Catalogue) -> None:
    assert facts(read(catalogue, "good/big"), "Margins of") == ["good/missing"]
    assert facts(read(catalogue, "good/side"), "Margins of") == ["The meeting"]


def test_a_person_has_their_parts_and_their_clauses(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/ann")
    assert (shown.kind, shown.title) == ("person", "Ann")
    assert facts(shown, "Part") == [
        "The meeting (2017-11-11): Ann, principal, host, President, for Norway",
        "The joint statement (2017-11-11): Ann, principal",
    ]
    assert facts(shown, "Clauses") == ["takes part in 5 clauses"]
    assert facts(shown, "Note") == ["A note on Ann."]


def test_a_body_has_the_parts_of_those_who_acted_for_it(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/norway")
    assert (shown.kind, facts(shown, "Code"), facts(shown, "Also as")) == ("state", ["NO"], ["Norge"])
    assert facts(shown, "Part") == ["The meeting (2017-11-11): Ann, principal, host, President, for Norway"]


def test_an_instrument_says_what_cites_it(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/pact")
    assert (shown.kind, facts(shown, "Cited by")) == ("treaty", ["good/joint#ceasefire"])
    assert facts(read(catalogue, "good/talks"), "Cited by") == []


def test_a_source_says_where_it_is_held_and_what_it_was_made_from(catalogue: Catalogue) -> None:
    paper, wire = read(catalogue, "good/paper"), read(catalogue, "good/wire")
    assert facts(paper, "Held as") == ["report.txt"]
    assert facts(paper, "Address") == ["https://example.org/report"]
    assert facts(wire, "Made from") == ["The Paper, The report, 2017-11-11 (uncertain), en"]


def test_a_collection_says_what_it_holds(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good")
    assert (shown.kind, shown.title) == ("collection", "Good")
    assert facts(shown, "Holds") == ["3 summits, 1 statement, 5 clauses, 3 participants"]
    assert facts(shown, "About") == ["What it holds."]
    assert facts(shown, "Licence") == ["CC0"]
    assert len(facts(shown, "Source")) == 3
    assert facts(shown, "Instrument") == ["The pact (T/1, 1999)", "The talks"]
    assert facts(shown, "Alias")[0] == "ceasefire = truce = cessation of hostilities"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 clauses"), (1, "1 clause"), (2, "2 clauses"), (1_000_000, "1,000,000 clauses")]
)
def test_counts_are_read_as_english(number: int, words: str) -> None:
    assert counted(number, "clause") == words


def test_every_record_of_the_bundled_content_has_a_card() -> None:
    catalogue = Catalogue.of(load([ROOT / "content"]).collections)
    for address in (*catalogue.addresses(""), *(clause.address for clause in catalogue.clauses())):
        for record in catalogue.find(address):
            shown = card(catalogue, record)
            assert shown.address == address
            assert shown.title
            assert shown.facts


def test_no_card_of_the_bundled_content_has_a_failed_mark() -> None:
    catalogue = Catalogue.of(load([ROOT / "content"]).collections)
    addresses = (*catalogue.addresses(""), *(clause.address for clause in catalogue.clauses()))
    cards = [card(catalogue, record) for address in addresses for record in catalogue.find(address)]
    assert [fact for shown in cards for fact in shown.facts if fact.mark is Mark.FAILED] == []


def test_a_clause_card_and_a_card_of_a_clause_are_one(catalogue: Catalogue) -> None:
    (clause, *_) = catalogue.clauses()
    assert clause_card(catalogue, clause) == card(catalogue, clause)
    assert isinstance(clause_card(catalogue, clause).stretches[0], Stretch)


def test_a_participation_line_of_missing_participants_has_their_ids(tmp_path: Path) -> None:
    made = Shelf(tmp_path / "good")
    made.write("collection.yaml", "format: 1\nid: good\ntitle: Good\n")
    made.write(
        "records.yaml",
        "summits: [{id: s, title: S, participations: [{participant: ghost, roles: [co-chair], acting_for: [a, b]}]}]\n",
    )
    collection = the(made.load())
    line = participation_line(Catalogue.of([collection]), collection.summits[0].participations[0])
    assert line == "ghost, co-chair, for a and b"
