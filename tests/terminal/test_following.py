"""References, pages and the way back, in a real terminal."""

from __future__ import annotations

import pytest

from tests.terminal.steps import reading

pytestmark = pytest.mark.terminal


def test_from_a_clause_to_what_it_cites_to_a_participant_and_back() -> None:
    with reading(120, 36) as t:
        t.press("G").wait_for("8/8").press("p").wait_for("Undertaken by 2 participants")
        t.press("enter").wait_for("Undertakes 8 clauses by name", "Vladimir Putin")
        t.press("m").wait_for("marked").press("b").wait_for("Undertaken by 2 participants")
        t.press("b").wait_for("┏━ 2 Clauses", "8/8")
        t.press("i").wait_for("What clauses cite", "UN Security Council resolution 2254")
        t.press("escape").wait_for("┏━ 2 Clauses", "8/8")
