"""The editors' own sentences are no published text: nothing is verbatim in them, nothing is held against them."""

from __future__ import annotations

import pytest

from tests.content.track import CLAUSES, TRACK, fragments
from tui.model.vocabulary import Authority, Speech
from tui.study.verify.answer import Verdict
from tui.study.verify.headline import headline
from tui.study.verify.verifier import Verifier
from tui.text.words import words

FRAGMENTS = [
    one.text
    for statement in TRACK.statements
    for one in fragments(statement)
    if one.speech is Speech.DIRECT and len(words(one.text)) > 1
]
SENTENCES = [clause.reading.text for clause in CLAUSES.values() if clause.reading.authority is Authority.EDITORIAL]


@pytest.fixture(scope="module")
def verifier(verifiers: dict[str, Verifier]) -> Verifier:
    return verifiers["Bundled"]


def test_words_of_a_document_stand_however_the_editors_tell_them(verifier: Verifier) -> None:
    verdicts = {text: verifier.verify(text).verdict for text in FRAGMENTS}
    assert {text: verdict for text, verdict in verdicts.items() if not verdict.stands} == {}
    assert len(verdicts) > 50


def test_a_sentence_of_the_editors_is_never_verbatim(verifier: Verifier) -> None:
    for text in SENTENCES[::7]:
        answer = verifier.verify(text)
        assert answer.verdict is Verdict.REPORTED, text
        assert "the editors' own words" in headline(answer)
        assert not any(one.differing for one in answer.compared)


def test_what_is_nearly_a_sentence_of_the_editors_is_not_held_against_it(verifier: Verifier) -> None:
    for text in SENTENCES[::11]:
        answer = verifier.verify(f"{text} and whatever else may be agreed")
        held = [*answer.places, *([answer.against] if answer.against else [])]
        assert not any(place.rendering.editorial for place in held), text


def test_words_claimed_of_the_editors_are_not_held_against_them(verifier: Verifier) -> None:
    answer = verifier.verify("no military solution to the Syrian conflict", source="syria-track/editors")
    assert answer.verdict is Verdict.VERBATIM
    assert answer.against is None
