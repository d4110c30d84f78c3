"""Each bracket and ellipsis of a quotation is named as what it is; those that the source has itself are none of it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.study.verify.test_any_span import SHARED, inside_compound, spans
from tui.index.catalogue import Catalogue
from tui.study.verify.answer import Verdict
from tui.study.verify.verifier import Verifier

_OWN = "[UN Security Council resolution]"


@pytest.mark.parametrize(
    ("quotation", "edits"),
    [
        ("[military] solution", ("brackets around “military”",)),
        ("[there is no military solution]", ("brackets around “there is no military solution”",)),
        ("there is no military] solution", ("a “]” alone",)),
        ("there is [] no military solution", ("“[]” put in",)),
        ("no military solution to the conflict ...", ("ellipsis at the end",)),
        ("no military solution to the conflict [...]", ("ellipsis at the end",)),
        ("… no military solution", ("ellipsis at the beginning",)),
        ("there is no [...] military solution", ("an ellipsis that leaves out nothing",)),
        ("[The leaders] ... must be forged", ("insertion “[The leaders]”", "ellipsis at the beginning")),
        (f"must [surely] be forged through the Geneva process pursuant to {_OWN}", ("insertion “[surely]”",)),
        (f"They confirmed [that] ... pursuant to {_OWN} UNSCR 2254.", None),
        (f"the Geneva process pursuant to {_OWN} UNSCR 2254, ...", ("ellipsis at the end", "closing punctuation")),
    ],
)
def test_what_an_editor_did_is_named(
    quotation: str, edits: tuple[str, ...] | None, verifiers: dict[str, Verifier]
) -> None:
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.EDITED
    assert edits is None or answer.edits == edits
    assert not any(_OWN in edit for edit in answer.edits)


def test_a_telling_word_that_stands_there_may_stand_in_brackets(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify("They will [not] close the harbour")
    assert answer.verdict is Verdict.EDITED
    assert answer.edits == ("brackets around “not”",)


@pytest.mark.parametrize(
    "quotation", [f"pursuant to {_OWN} UNSCR 2254.", f"{_OWN} UNSCR 2254.", f"Geneva process pursuant to {_OWN}"]
)
def test_what_stands_there_in_brackets_is_no_edit(quotation: str, verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify(quotation)
    assert answer.verdict is Verdict.VERBATIM
    assert answer.edits == ()


def test_the_sources_brackets_are_no_difference_beside_one(verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Da Nang"].verify(f"must be forged through Geneva process pursuant to {_OWN} UNSCR 2254.")
    assert answer.verdict is Verdict.ALTERED
    pieces = [one.left[slice(*piece.left)] for one in answer.compared for piece in one.differing]
    assert pieces == ["the "]
    assert answer.edits == ()


@SHARED
@given(data=st.data())
def test_no_sign_goes_unnamed(
    data: st.DataObject, catalogues: dict[str, Catalogue], verifiers: dict[str, Verifier]
) -> None:
    span = data.draw(spans(catalogues, least=4))
    number = data.draw(st.integers(1, len(span.held) - 2))
    word = span.word(number)
    assume(not inside_compound(span, number))
    quoted = data.draw(
        st.sampled_from(
            [span.but(number, f"[{word}]"), f"... {span.text}", f"{span.text} [...]", span.but(number, f"… {word}")]
        )
    )
    answer = verifiers[span.collection].verify(quoted)
    assert answer.verdict is Verdict.EDITED
    assert answer.edits
    assert "closing punctuation" not in answer.edits
