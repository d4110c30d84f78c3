"""The closed vocabularies: each term is written in YAML as it is, and read by people as words."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tui.model.records import Proof
from tui.model.vocabulary import Act, Authority, ProofState, Role, StatementKind, Term

VOCABULARIES = Term.__subclasses__()
TERMS = list(chain.from_iterable(VOCABULARIES))


def test_every_vocabulary_is_closed_and_has_terms() -> None:
    assert {kind.__name__ for kind in VOCABULARIES} >= {"Role", "Act", "StatementKind", "Authority", "Speech", "Part"}
    assert all(len(kind) >= 2 for kind in VOCABULARIES)


@pytest.mark.parametrize("term", TERMS, ids=repr)
def test_a_term_can_be_written_without_quotation_marks(term: Term) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", term.value)


@pytest.mark.parametrize(
    ("term", "label"),
    [
        (StatementKind.JOINT_STATEMENT, "joint statement"),
        (StatementKind.PRESS_CONFERENCE, "press conference"),
        (Authority.OFFICIAL_TRANSLATION, "official translation"),
        (Authority.BACK_TRANSLATION, "back-translation"),
        (Role.CO_CHAIR, "co-chair"),
        (Role.PRINCIPAL, "principal"),
    ],
)
def test_a_reader_sees_words(term: Term, label: str) -> None:
    assert term.label == label


def test_the_roles_are_those_of_the_field() -> None:
    assert [role.value for role in Role] == (
        "principal signatory host convener chair co-chair sponsor negotiator coordinator drafter sherpa participant "
        "spokesperson witness guarantor mediator facilitator observer depositary translator reporter subject"
    ).split()


def test_approved_and_signed_are_two_acts() -> None:
    assert {act.value for act in Act} == {"adopted", "approved", "signed", "initialled", "issued", "endorsed"}


@pytest.mark.parametrize(
    ("state", "holds"), [("verbatim", True), ("edited", True), ("failed", False), ("unheld", False)]
)
def test_only_words_found_in_their_source_hold(state: str, holds: bool) -> None:
    assert Proof(ProofState(state)).holds is holds
