"""What there is to read about everything that is no clause."""

from __future__ import annotations

from pathlib import Path

from tests.collection.factory import Shelf, the
from tests.study.cards import RECORDS, ROOT, facts, marks, read
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.study.card import Mark
from tui.study.record_cards import card, participation_line


def test_every_record_says_in_which_file_it_is_written(catalogue: Catalogue) -> None:
    for address in ("good/joint#ceasefire", "good/joint", "good/meeting", "good/ann", "good/pact", "good/paper"):
        (place,) = facts(read(catalogue, address), "Encoded in")
        file, line, column = place.rsplit(":", 2)
        assert Path(file).name == "records.yaml"
        written = RECORDS.splitlines()[int(line) - 1][int(column) - 1 :]
        assert f"id: {address.rpartition('#')[2].rpartition('/')[2]}" in written


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
    assert facts(shown, "Took part") == [
        "The meeting (2017-11-11): Ann, principal, host, President, for Norway",
        "The joint statement (2017-11-11): Ann, principal",
    ]
    assert facts(shown, "Clauses") == ["5 clauses, of these statements or undertaken by it"]
    assert facts(shown, "Note") == ["A note on Ann."]


def test_a_body_has_the_parts_of_those_who_acted_for_it(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/norway")
    assert (shown.kind, facts(shown, "Code"), facts(shown, "Also as")) == ("state", ["NO"], ["Norge"])
    assert facts(shown, "Took part") == ["The meeting (2017-11-11): Ann, principal, host, President, for Norway"]


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
