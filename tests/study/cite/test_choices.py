"""What can be copied of a record, and that no marks ever say more of the words than is true."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.study.cite.samples import BUNDLED, bundled, official
from tui.index.catalogue import Catalogue, Record
from tui.model.records import Clause, Rendering
from tui.model.vocabulary import ProofState
from tui.study.card import Voice
from tui.study.cite.choices import KEYS, NAMES, Choice, choices
from tui.study.cite.quoting import passage_voice, quotation


def clause(catalogue: Catalogue, address: str) -> Clause:
    found = catalogue.clause(address)
    assert found is not None
    return found


def offered(catalogue: Catalogue, record: Record, passage: tuple[int, int] | None = None) -> dict[str, Choice]:
    return {choice.key: choice for choice in choices(catalogue, record, passage)}


def text(choice: Choice) -> str:
    assert choice.make is not None
    return choice.make()


def spoken(name: str) -> Rendering:
    return clause(bundled(), f"{BUNDLED}#{name}").reading


def test_the_documents_own_words_stand_in_quotation_marks() -> None:
    said = quotation(spoken("southwest-syria-ceasefire"), "[Sputnik]")
    assert said.startswith("“They reviewed progress")
    assert said.endswith("on July 7, 2017”")


def test_told_words_are_led_in_as_the_publishers() -> None:
    assert quotation(spoken("sovereignty"), "[Sputnik]").startswith(
        "[Sputnik], in its own words: “The presidents of Russia and the US reaffirmed"
    )


def test_in_mixed_speech_the_documents_words_stand_in_marks_of_their_own() -> None:
    assert quotation(spoken("de-confliction"), "[Sputnik]") == (
        "[Sputnik], quoting in part: “Two leaders also praised the ‘successful US-Russia enhanced de-confliction "
        "efforts’ between the countries military that have ‘dramatically accelerated’ the terrorists' losses on the "
        "battlefield.”"
    )


def test_a_quotation_that_runs_on_in_the_source_is_closed() -> None:
    assert quotation(spoken("no-military-solution"), "[Sputnik]").endswith(
        "have agreed that ‘there is no military solution to the conflict in Syria.’”"
    )


def test_words_that_failed_their_proof_stand_in_no_marks() -> None:
    rendering = spoken("military-channels")
    failed = replace(rendering, proof=replace(rendering.proof, state=ProofState.FAILED))
    said = quotation(failed, "[Sputnik]")
    assert said.startswith("NOT PROVED, [Sputnik] was not found to have these words: the presidents")
    assert "“" not in said


def test_the_editors_summary_stands_in_no_marks(tmp_path: Path) -> None:
    catalogue = official(tmp_path)
    said = quotation(clause(catalogue, "ford/declaration#hope").reading, "Ford Herald")
    assert said == "Summary by the editors of the collection: The mayors hope for the best."


def test_a_clause_offers_all_of_it_in_the_order_of_the_keys() -> None:
    catalogue = bundled()
    found = offered(catalogue, clause(catalogue, f"{BUNDLED}#no-military-solution"))
    assert "".join(found) == KEYS.replace("p", "")
    assert all(choice.name == NAMES[key] for key, choice in found.items())
    assert text(found["w"]).startswith("Vladimir Putin and Donald Trump have agreed")
    assert text(found["q"]).startswith("[Sputnik], quoting in part: “")
    assert text(found["q"]).endswith(f"; summit-tui {BUNDLED}#no-military-solution.")
    assert text(found["a"]) == f"{BUNDLED}#no-military-solution"
    place = clause(catalogue, f"{BUNDLED}#no-military-solution").location
    assert text(found["f"]) == f"{place.file}:{place.line}:{place.column}"
    assert found["u"].make is None
    assert found["u"].detail == "none recorded for [Sputnik]"


def test_told_words_are_offered_as_told() -> None:
    catalogue = bundled()
    found = offered(catalogue, clause(catalogue, f"{BUNDLED}#sovereignty"))
    assert found["w"].detail == "told by [Sputnik], no quotation of the document"


def test_the_publishers_address_leads_to_the_words(tmp_path: Path) -> None:
    catalogue = official(tmp_path)
    found = offered(catalogue, clause(catalogue, "ford/declaration#tolls"))
    assert text(found["u"]) == (
        "https://gazette.example/1998/7?a=1&b=2#top:~:text="
        "Tolls%20shall%20not%20return%2C%20ever%20%2D%20and%20no%20fees%20%26%20dues"
    )


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("da-nang-2017/joint-statement", "cmbrsaf"),
        ("da-nang-2017/sputnik", "cmbrsauf"),
        ("da-nang-2017/peskov", "af"),
        ("da-nang-2017/apec-2017", "af"),
        ("da-nang-2017/unscr-2254", "af"),
        ("da-nang-2017", "a"),
    ],
)
def test_other_records_offer_what_they_have(key: str, keys: str) -> None:
    catalogue = bundled()
    (record,) = catalogue.find(key)
    found = offered(catalogue, record)
    assert "".join(found) == keys
    assert text(found["a"]) == key


@pytest.mark.parametrize(
    ("name", "passage", "voice"),
    [
        ("no-military-solution", "there is no military solution", Voice.DOCUMENT),
        ("no-military-solution", "Donald Trump", Voice.SOURCE),
        ("no-military-solution", 'agreed that "there', None),
        ("no-military-solution", "here is no", None),
        ("no-military-solution", " is no", None),
        ("geneva-2254", "pursuant to [UN Security Council resolution] UNSCR", Voice.DOCUMENT),
        ("geneva-2254", "pursuant to [UN Security", None),
        ("sovereignty", "the sovereignty and territorial integrity", Voice.SOURCE),
    ],
)
def test_a_passage_is_offered_where_it_is_clean(name: str, passage: str, voice: Voice | None) -> None:
    catalogue = bundled()
    record = clause(catalogue, f"{BUNDLED}#{name}")
    start = record.reading.text.index(passage)
    span = start, start + len(passage)
    assert passage_voice(record.reading, *span) == voice
    found = offered(catalogue, record, span)
    assert ("p" in found) == (voice is not None)
    if voice is not None:
        assert text(found["p"]) == passage
        assert found["p"].detail == ("the document's own words" if voice is Voice.DOCUMENT else "told by [Sputnik]")


def test_the_whole_text_is_no_passage() -> None:
    rendering = spoken("sovereignty")
    assert passage_voice(rendering, 0, len(rendering.text)) is None
