"""Quotations of one word, of very many, of none, in other scripts, with what a terminal would obey."""

from __future__ import annotations

import pytest

from tests.study.verify.conftest import FOLDERS
from tui.study.verify.answer import Verdict
from tui.study.verify.verifier import Verifier


def test_one_word_is_counted(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify("“harbour”")
    assert answer.verdict is Verdict.TOO_SHORT
    assert answer.found == 4
    assert len(answer.others) == 4


def test_one_word_that_is_nowhere(verifiers: dict[str, Verifier]) -> None:
    assert verifiers["Port Sel"].verify("zeppelin").verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize("text", ["", "   ", "…", "[...]", "?!", "\x1b[31m", "🙂 🙂", "[", "\ud800"])
def test_no_letters_at_all(text: str, verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify(text)
    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.cautions == ("there are no words in it",)


@pytest.mark.parametrize("text", ["нет военного решения", "لا حل عسكري للنزاع", "没有军事解决办法", "δεν υπάρχει λύση"])
def test_another_script(text: str, verifiers: dict[str, Verifier]) -> None:
    assert verifiers["Da Nang"].verify(text).verdict is Verdict.NOT_FOUND


def test_colours_of_a_terminal_are_no_part_of_a_quotation(verifiers: dict[str, Verifier]) -> None:
    quotation = "\x1b[1;31mno mili\x1b[0mtary solution\x1b]8;;http://example.org\x07 to the conflict\x1b]8;;\x07"
    assert verifiers["Da Nang"].verify(quotation).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "words", [["harbour"], ["the", "harbour"], ["[harbour]", "the"], ["the", "..."], ['"', "a", "[b"]]
)
def test_twenty_thousand_words(words: list[str], verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify(" ".join(words * (20_000 // len(words))))
    assert not answer.verdict.stands


def test_a_whole_source_pasted(verifiers: dict[str, Verifier]) -> None:
    """All of it, the reporter's last sentence with it: what is the document's is told from what is not."""
    text = (FOLDERS["Port Sel"] / "texts" / "arland.txt").read_text("utf-8")
    document = text.partition("A spokesman")[0]
    answer = verifiers["Port Sel"].verify(document)
    assert answer.verdict is Verdict.VERBATIM
    assert [place.clause.id for place in answer.places if place.clause] == [
        "meeting",
        "character",
        "sovereignty",
        "relief",
    ]
    assert not verifiers["Port Sel"].verify(text).verdict.stands


def test_the_source_that_is_claimed(verifiers: dict[str, Verifier]) -> None:
    verifier = verifiers["Port Sel"]
    own, other = "open, non-sectarian and neutral", "open, secular and neutral"
    assert verifier.verify(own, source="harbour/borland").verdict is Verdict.VERBATIM
    answer = verifier.verify(other, source="harbour/borland")
    assert answer.verdict is Verdict.OTHER_SOURCE
    assert answer.against is not None
    assert answer.against.rendering.source == "harbour/borland"
