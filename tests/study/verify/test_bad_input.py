"""Quotations of one word, of very many, of none, in other scripts, with what a terminal would obey."""

from __future__ import annotations

import pytest

from tests.study.verify.conftest import FOLDERS
from tui.index.catalogue import Catalogue
from tui.study.verify.answer import NO_CONTROLS, Verdict
from tui.study.verify.facts import facts
from tui.study.verify.headline import headline
from tui.study.verify.verifier import Verifier
from tui.text.words import words


def test_one_word_is_counted(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify("“harbour”")
    assert answer.verdict is Verdict.TOO_SHORT
    assert answer.found == 4
    assert len(answer.others) == 4


def test_a_word_is_counted_as_often_as_it_stands(
    verifiers: dict[str, Verifier], catalogues: dict[str, Catalogue]
) -> None:
    """In one wording it may stand more than once."""
    answer = verifiers["Da Nang"].verify("the")
    wordings = [words(one.text) for clause in catalogues["Da Nang"].clauses() for one in clause.renderings]
    counts = [sum(word.folded == "the" for word in held) for held in wordings]
    assert answer.found == sum(counts)
    holding = sum(count > 0 for count in counts)
    assert headline(answer).endswith(f"it was found {sum(counts)} times, in {holding} wordings")
    rest = [fact.text for fact in facts(catalogues["Da Nang"], answer)][-1]
    assert rest == f"and in {holding - 5} wordings more"


def test_one_word_that_is_nowhere(verifiers: dict[str, Verifier]) -> None:
    assert verifiers["Port Sel"].verify("zeppelin").verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize("text", ["", "   ", "…", "[...]", "?!", "\x1b[31m", "🙂 🙂", "[", "\ud800"])
def test_no_letters_at_all(text: str, verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify(text)
    assert answer.verdict is Verdict.TOO_SHORT
    assert headline(answer) == "too short: there are no words in it"


@pytest.mark.parametrize("text", ["нет военного решения", "لا حل عسكري للنزاع", "没有军事解决办法", "δεν υπάρχει λύση"])
def test_another_script(text: str, verifiers: dict[str, Verifier]) -> None:
    assert verifiers["Da Nang"].verify(text).verdict is Verdict.NOT_FOUND


def test_what_is_not_found_has_a_nearest_passage_where_any_shares_a_telling_word(
    verifiers: dict[str, Verifier],
) -> None:
    answer = verifiers["Da Nang"].verify("the moon is cheese and so are you all")
    assert answer.verdict is Verdict.NOT_FOUND
    assert not answer.places
    assert answer.cautions == ("no passage shares telling words with it",)
    answer = verifiers["Da Nang"].verify("the moon is cheese and so are you all from Geneva")
    assert answer.verdict is Verdict.NOT_FOUND
    assert [place.clause.id for place in answer.places if place.clause] == ["geneva-2254"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("mili\u200btary", "has an invisible sign in it: zero width space (U+200B)"),
        ("milit\u0430ry", "has a letter of another alphabet in it: cyrillic small letter a (U+0430)"),
    ],
)
def test_words_that_look_alike_are_told_apart(word: str, said: str, verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify(f"there is no {word} solution to the conflict")
    assert answer.verdict is Verdict.ALTERED
    assert answer.cautions == (f"what looks like “military” {said}",)


def test_another_word_is_no_lookalike(verifiers: dict[str, Verifier]) -> None:
    assert verifiers["Da Nang"].verify("there is no милитари solution to the conflict").cautions == ()


def test_colours_of_a_terminal_are_no_part_of_a_quotation(verifiers: dict[str, Verifier]) -> None:
    quotation = "\x1b[1;31mno mili\x1b[0mtary solution\x1b]8;;http://example.org\x07 to the conflict\x1b]8;;\x07"
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.VERBATIM
    assert answer.edits == (NO_CONTROLS,)
    assert answer.quotation == quotation


@pytest.mark.parametrize("escape", ["\x1b", "\u241b"])
@pytest.mark.parametrize("sequence", ["E[31m", "E[1;31m", "E]8;;http://example.org\x07", "E]0;titleE\\", "E(B", "EM"])
def test_of_a_complete_control_sequence_nothing_is_left(
    sequence: str, escape: str, verifiers: dict[str, Verifier]
) -> None:
    quotation = f"there is no mili{sequence}tary solution".replace("E", escape)
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.VERBATIM
    assert answer.edits == (NO_CONTROLS,)


def test_a_control_sequence_that_does_not_end_takes_no_words(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("there is no \x1b]military solution")
    assert answer.verdict is Verdict.VERBATIM
    assert [place.words for place in answer.places] == ["there is no military solution"]


def test_control_sequences_in_a_splice_are_listed(
    verifiers: dict[str, Verifier], catalogues: dict[str, Catalogue]
) -> None:
    answer = verifiers["Da Nang"].verify("forged ... \x1b[1mDaesh\x1b[0m")
    assert answer.verdict is Verdict.SPLICED
    assert NO_CONTROLS in [fact.text for fact in facts(catalogues["Da Nang"], answer)]


@pytest.mark.parametrize(
    "said", [["harbour"], ["the", "harbour"], ["[harbour]", "the"], ["the", "..."], ['"', "a", "[b"]]
)
def test_twenty_thousand_words(said: list[str], verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify(" ".join(said * (20_000 // len(said))))
    assert not answer.verdict.stands
    assert " 0 %" not in headline(answer)


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
