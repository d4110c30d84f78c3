"""Comparing, wordings and the source reader, in a real terminal."""

from __future__ import annotations

import pytest

from tests.terminal.steps import reading

pytestmark = pytest.mark.terminal


def test_one_clause_is_marked_and_compared_with_another() -> None:
    with reading(120, 36) as t:
        t.press("m").wait_for("◆ Marked: da-nang-2017/joint-statement#military-channels", "◆ marked")
        t.press("j").wait_for("2/8").press("=").wait_for("left: da-nang-2017/joint-statement#military-channels")
        t.press("n").wait_for("difference 1/", "▶")
        t.press("escape").wait_for("┏━ 2 Clauses")


def test_the_source_is_read_with_the_clauses_at_its_margin() -> None:
    with reading(80, 24, env={"NO_COLOR": "1"}) as t:
        t.press("o").wait_for("clause 1/8 · #military-channels", "According to the joint statement", "┏")
        t.press("n").wait_for("clause 2/8 · #sovereignty").press("enter").wait_for("2/8", "┏━ 2 Clauses")


def test_wordings_of_a_clause_with_one() -> None:
    with reading(80, 24) as t:
        t.press("w").wait_for("1 [Sputnik] · base", "One wording").press("q").wait_for("┏━ 2 Clauses")
