"""Passages between ellipses: each is found where it stands, and the reader is told of no difference that is none."""

from __future__ import annotations

import pytest

from tui.study.difference.pieces import Change
from tui.study.verify.answer import Answer, Verdict
from tui.study.verify.headline import headline
from tui.study.verify.verifier import Verifier


def clauses(answer: Answer) -> list[str]:
    """The clauses that the passages are from, in the order of the quotation."""
    return [place.clause.id if place.clause else "" for place in answer.places]


def differing(answer: Answer) -> list[str]:
    """The words of both texts that are shown as different."""
    return [
        one.left[slice(*piece.left)] + one.right[slice(*piece.right)]
        for one in answer.compared
        for piece in one.differing
    ]


@pytest.mark.parametrize(
    ("quotation", "places"),
    [
        (
            "dangerous incidents ... Daesh ... They reviewed progress",
            ["military-channels", "military-channels", "southwest-syria-ceasefire"],
        ),
        ("existing military ... southwest Syria", ["military-channels", "southwest-syria-ceasefire"]),
        ("a joint statement on Syria ... no military solution", ["", "no-military-solution"]),
        ("forged ... [T]here is no military", ["geneva-2254", "no-military-solution"]),
        ("... forged … Daesh …", ["geneva-2254", "military-channels"]),
    ],
)
def test_passages_of_several_clauses_are_spliced(
    quotation: str, places: list[str], verifiers: dict[str, Verifier]
) -> None:
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.SPLICED
    assert clauses(answer) == places
    assert differing(answer) == []
    assert answer.agree == 100


def test_a_passage_that_stands_nowhere_does_not_move_the_others(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("forged ... dangerous incidents ... the ceasefyre in southwest Syria")
    assert answer.verdict is Verdict.SPLICED
    assert clauses(answer) == ["geneva-2254", "military-channels", "southwest-syria-ceasefire"]
    assert differing(answer) == ["ceasefireceasefyre"]


def test_the_editors_words_are_no_passage_while_a_document_has_it(verifiers: dict[str, Verifier]) -> None:
    """The editors' summary has a harbour as well."""
    answer = verifiers["Port Sel"].verify("harbour ... spare no effort")
    assert answer.verdict is Verdict.SPLICED
    assert clauses(answer) == ["character", "told"]


def test_a_passage_that_is_like_nothing_is_in_none_of_them(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("zeppelin ... Daesh ... forged")
    assert answer.verdict is Verdict.SPLICED
    assert answer.unplaced == ("zeppelin",)


def test_passages_in_another_order_are_moved_and_nothing_else(verifiers: dict[str, Verifier]) -> None:
    quotation = "prevent dangerous incidents ... maintain the existing military communication channels"
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.ALTERED
    assert headline(answer) == "altered: the words are the document's; they stand in another order"
    assert clauses(answer) == ["military-channels"]
    assert {piece.change for one in answer.compared for piece in one.differing} == {Change.MOVED}
    assert answer.agree == 100


def test_of_three_passages_the_fewest_words_are_moved(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify("the Grey League ... They will not ... honour every agreement")
    (compared,) = answer.compared
    moved = [compared.right[slice(*piece.right)] for piece in compared.pieces if piece.change is Change.MOVED]
    assert [said for said in moved if said] == ["the Grey League … "]
    assert compared.left == "They will not … the Grey League … honour every agreement"


def test_passages_in_order_are_an_editors_ellipsis(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("maintain ... channels ... prevent dangerous incidents")
    assert answer.verdict is Verdict.EDITED


def test_what_is_told_of_a_splice_is_of_its_own_passages(verifiers: dict[str, Verifier]) -> None:
    """Both passages are direct speech, whatever stands beside them."""
    quotation = "forged through the Geneva process ... there is no military solution to the conflict in Syria"
    answer = verifiers["Da Nang"].verify(quotation)
    assert clauses(answer) == ["geneva-2254", "no-military-solution"]
    assert answer.cautions == ()


def test_a_mark_after_the_last_passage_is_the_last_ones(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify("existing military ... southwest Syria?")
    assert answer.verdict is Verdict.SPLICED
    assert answer.cautions == ("it closes with “?”, which does not stand there",)
