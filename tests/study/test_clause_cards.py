"""What there is to read about a clause."""

from __future__ import annotations

from pathlib import Path

from tests.collection.factory import REPORT, Shelf, the
from tests.study.cards import RECORDS, facts, marks, read
from tui.index.catalogue import Catalogue
from tui.study.card import Mark, Stretch
from tui.study.clause_card import clause_card
from tui.study.record_cards import card


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


def test_a_clause_card_and_a_card_of_a_clause_are_one(catalogue: Catalogue) -> None:
    (clause, *_) = catalogue.clauses()
    assert clause_card(catalogue, clause) == card(catalogue, clause)
    assert isinstance(clause_card(catalogue, clause).stretches[0], Stretch)
