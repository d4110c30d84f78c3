"""What differs at the edges of a quotation: no word is said to be replaced, left out or told that is not."""

from __future__ import annotations

import pytest

from tui.index.catalogue import Catalogue
from tui.study.difference.pieces import Change, Kind
from tui.study.difference.signs import signed
from tui.study.verify.answer import Answer, Verdict
from tui.study.verify.facts import facts, shown_pieces
from tui.study.verify.headline import headline
from tui.study.verify.verifier import Verifier


def shown(answer: Answer) -> str:
    """The words with the signs of what differs."""
    return " | ".join(signed(shown_pieces(one), one.left, one.right) for one in answer.compared)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (
            "in Syria there is no military solution to the conflict",
            "{+in Syria +}(moved 1)there is no military solution to the conflict[- in Syria-](moved 1)",
        ),
        (
            "through the Geneva process the ultimate political solution to the conflict must be forged",
            "{+through the Geneva process +}(moved 1)the ultimate political solution to the conflict must be forged"
            "[- through the Geneva process-](moved 1)",
        ),
        (
            "there is no military solution to the Syrian conflict",
            "there is no military solution to the {+Syrian +}conflict[- in Syria-]",
        ),
        ("in Damascus there is no military solution", "{+in Damascus +}there is no military solution"),
        ("shaped through the Geneva process", "[-forged-]{+shaped+} through the Geneva process"),
    ],
)
def test_words_at_the_edges(quotation: str, expected: str, verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.ALTERED
    assert shown(answer) == expected
    assert answer.cautions == ()


def test_another_name_at_the_edge_is_one(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("confirmed their commitment to defeating ISIS")
    kinds = [(piece.change, piece.kind) for one in answer.compared for piece in one.differing]
    assert kinds == [(Change.DROPPED, Kind.SUBSTANTIVE), (Change.REPLACED, Kind.ALIAS)]


def test_the_documents_words_are_not_left_for_a_reporters(verifiers: dict[str, Verifier]) -> None:
    """The report goes on with “the joint statement read”: that is nothing the quotation has other words for."""
    answer = verifiers["Da Nang"].verify("met in Hamburg, Germany on July 7, 2017 on the ceasefire")
    assert shown(answer) == "met in Hamburg, Germany on July 7, 2017{+ on the ceasefire+}"
    assert answer.cautions == ()


@pytest.mark.parametrize(
    ("quotation", "said"),
    [
        (
            "Also Donald Trump and Vladimir Putin confirmed their commitment to defeating the Daesh.",
            "altered: nothing differs but the order of names",
        ),
        (
            "Vladimir Putin and Donald Trump have agreed that there is no military solution to the conflict in Syria",
            "altered: nothing differs but capitals or punctuation",
        ),
        ("confirmed the commitment to defeating the Daesh", "altered: the source has other words here"),
        (
            "There is no military solution to the conflict in syria",
            "altered: the words are the document's; its capitals or punctuation are not",
        ),
        ("Syria; they confirmed that the ultimate", "altered: the words are the document's; its capitals"),
        ("the security of Russian and US Armed forces", "altered: the words are the document's; nothing differs but"),
    ],
)
def test_the_headline_says_no_more_than_is_so(quotation: str, said: str, verifiers: dict[str, Verifier]) -> None:
    assert headline(verifiers["Da Nang"].verify(quotation)).startswith(said)


def test_the_mark_that_closes_is_a_difference(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("there is no military solution to the conflict in Syria?")
    assert headline(answer) == "altered: the words are the document's; its capitals or punctuation are not"
    assert shown(answer) == "there is no military solution to the conflict in Syria{+?+}"
    assert answer.cautions == ("it closes with “?”, which does not stand there",)


def test_the_source_that_is_claimed_is_called_that(
    verifiers: dict[str, Verifier], catalogues: dict[str, Catalogue]
) -> None:
    """Arland's text is read first; Borland's was claimed."""
    quotation = "the harbour must remain open, secular and neutral"
    answer = verifiers["Port Sel"].verify(quotation, source="harbour/borland")
    assert answer.claimed
    assert headline(answer).endswith("of another source than the one that is claimed")
    labels = [fact.label for fact in facts(catalogues["Port Sel"], answer)]
    assert "Claimed" in labels
    assert "Read first" not in labels
