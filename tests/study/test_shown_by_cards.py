"""How sure a fact is, and what is the same elsewhere, is read on the cards and in the JSON of the Syria track."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cli.records_json import record_json
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.model.records import Clause
from tui.study.card import Card
from tui.study.clause_card import speech_word
from tui.study.record_cards import card

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(load([ROOT / "content"]).collections)


def read(catalogue: Catalogue, address: str, kind: str = "") -> Card:
    """The card of what is at an address; of several records, the one of a kind."""
    cards = [card(catalogue, record) for record in catalogue.find(address)]
    (found,) = [one for one in cards if kind in ("", one.kind)]
    return found


def facts(shown: Card, label: str) -> list[str]:
    return [fact.text for fact in shown.facts if fact.label == label]


def clause(catalogue: Catalogue, address: str) -> Clause:
    found = catalogue.clause(address)
    assert found is not None
    return found


BODY = "syria-track/geneva-2012#transitional-governing-body"


def test_a_clause_says_whose_words_it_is_in_and_how_sure_and_how_close_it_is(catalogue: Catalogue) -> None:
    shown = read(catalogue, BODY)
    assert facts(shown, "Speech")[0] == "indirect: told in the editors' own words, not in the document's"
    assert facts(shown, "Sure") == [
        "confirmed in 4 sources; closest to the official text: a copy of the text, or a database"
    ]
    assert len(facts(shown, "Shown by")) == 4
    assert shown.title.endswith("section II")
    assert facts(shown, "Place")[0] == "not proved: the editors' own words, no quotation"


def test_press_alone_is_said_to_be_a_paraphrase(catalogue: Catalogue) -> None:
    (told,) = facts(read(catalogue, "syria-track/geneva-2012#interlocutors"), "Sure")
    assert told == "one source; closest to the official text: press or analysis only: a paraphrase at second hand"


def test_a_fragment_stands_beside_with_its_page(catalogue: Catalogue) -> None:
    shown = read(catalogue, BODY)
    assert "«formed on the basis of mutual consent»" in facts(shown, "Also as")
    assert "http://thetruthserumblog.blogspot.com.au/2012/07/how-do-you-read-this.html" in facts(shown, "")


def test_the_same_clause_is_read_with_the_words_of_the_other_collection_from_either_side(catalogue: Catalogue) -> None:
    ours, theirs = (
        "syria-track/da-nang-2017-11-11#no-military-solution",
        "da-nang-2017/joint-statement#no-military-solution",
    )
    shown = read(catalogue, ours)
    assert facts(shown, "The same") == [theirs]
    assert any("«there is no military solution to the conflict in Syria.»" in text for text in facts(shown, "Also as"))
    shown = read(catalogue, theirs)
    assert facts(shown, "The same") == [ours]
    assert "«конфликт в Сирии не имеет военного решения»" in facts(shown, "Also as")
    assert "No military solution; the conflict ends by a political process (syria-track/no-military-solution)" in facts(
        shown, "Thread"
    )


def test_a_statement_says_what_was_seen_what_differs_and_what_was_not_found(catalogue: Catalogue) -> None:
    shown = read(catalogue, "syria-track/da-nang-2017-11-11", "statement")
    assert facts(shown, "Text seen")[0].startswith("Four unnumbered paragraphs")
    assert facts(shown, "Title sure") == ["confirmed in 2 sources"]
    assert any(
        text.startswith("Order of names") and "confirmed in 3 sources" in text for text in facts(shown, "Difference")
    )
    assert "Official English heading" in facts(shown, "Not found")
    assert facts(shown, "The same") == ["da-nang-2017/joint-statement"]
    assert len(facts(shown, "Read for it")) == 28
    assert any("Sarah Sanders" in text and "one source" in text for text in facts(shown, "Participant"))


def test_an_instrument_has_its_text_what_cites_it_and_its_like(catalogue: Catalogue) -> None:
    shown = read(catalogue, "syria-track/unscr-2254", "resolution")
    assert facts(shown, "The same") == ["da-nang-2017/unscr-2254"]
    assert facts(shown, "Text") == ["United Nations Security Council resolution 2254 (2015)"]
    cited_by = facts(shown, "Cited by")
    assert "syria-track/moscow-2020-03-05#no-military-solution" in cited_by
    assert any(text.startswith("syria-track/astana-2017-09-15 ") for text in cited_by)


def test_a_person_has_the_offices_held_over_time_in_both_collections(catalogue: Catalogue) -> None:
    parts = facts(read(catalogue, "syria-track/erdogan"), "Took part")
    assert any("2018-10-27" in part and "President of Turkey" in part for part in parts)
    assert any("2022-07-19" in part and "President of Türkiye" in part for part in parts)
    both = facts(read(catalogue, "syria-track/tillerson"), "Took part")
    assert sum("2017-11-11" in part for part in both) == 2


def test_a_thread_is_read_with_each_place_its_note_and_how_sure_it_is(catalogue: Catalogue) -> None:
    shown = read(catalogue, "syria-track/state-character")
    seen = facts(shown, "Seen")
    assert facts(shown, "Not listed") == ["not seen to have it, which is not to say that it lacks it"]
    assert len(seen) == 8
    assert seen[5] == (
        "2017-11-11 syria-track/da-nang-2017-11-11#sovereignty-and-state-character: secular (ru), non-sectarian (en)"
        " (confirmed in 2 sources: 24.kg (quotes RIA Novosti); umbertomarabese (blog))"
    )


def test_the_editors_words_are_called_theirs_in_lists(catalogue: Catalogue) -> None:
    found = clause(catalogue, BODY)
    assert [speech_word(one) for one in found.renderings] == ["editors' words", "direct", "direct"]


def test_the_json_has_what_the_card_has(catalogue: Catalogue) -> None:
    found = record_json(catalogue, clause(catalogue, "syria-track/da-nang-2017-11-11#no-military-solution"))
    assert found["stands"] == "unnumbered paragraph 2"
    assert found["num"] is None
    assert (found["sure"], found["closest"]) == ("confirmed in 6 sources", "official")
    assert found["same"] == ["da-nang-2017/joint-statement#no-military-solution"]
    assert found["threads"] == ["syria-track/no-military-solution"]
    statement = record_json(catalogue, catalogue.find("syria-track/unscr-2268")[0])
    assert statement["text_seen"] == "Preamble and paragraph 1 seen; UN release seen"
    thread = record_json(catalogue, catalogue.find("syria-track/de-confliction")[0])
    members = thread["members"]
    assert isinstance(members, list)
    assert members[0] == {
        "address": "syria-track/us-ru-flight-safety-2015#communication-line",
        "state": "seen",
        "note": "flight safety line",
        "shown_by": ["syria-track/mou15-cen", "syria-track/mou15-jqp"],
        "sure": "confirmed in 2 sources",
    }
