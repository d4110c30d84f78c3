"""A quotation is pasted, as terminals paste, and its verdict is read."""

from __future__ import annotations

import pytest
from pyte.screens import Char

from tests.terminal.steps import reading

pytestmark = pytest.mark.terminal

SAID = "there is no military solution to the conflict in Syria"


def _struck_out(cell: Char) -> bool:
    return cell.strikethrough


def _underlined(cell: Char) -> bool:
    return cell.underscore


def test_a_pasted_quotation_is_verbatim_and_its_clause_is_read() -> None:
    with reading(80, 24) as t:
        t.press("v").wait_for("Verify a quotation", "Paste or type the words").paste(SAID)
        t.wait_for("Verdict: ✓ verbatim", "10 words", "joint-statement#no-military-solution")
        t.press("tab").wait_for("⏎ Read it").press("enter")
        t.wait_for("┏━ 4 Reading", "Place 1 of 1 of the quotation")
        t.wait_for_look("solution to the conflict in Syria", _underlined)


def test_a_changed_word_is_told_apart_without_colour_too() -> None:
    with reading(80, 24, env={"NO_COLOR": "1"}) as t:
        t.press("v").wait_for("Verify a quotation").paste(SAID.replace("solution", "answer"))
        t.wait_for("Verdict: ✗ altered", "[-solution-]{+answer+}")
        t.wait_for_look("[-solution-]", _struck_out).wait_for_look("{+answer+}", _underlined)


def test_a_quotation_pasted_in_lines_and_with_escapes_does_no_harm() -> None:
    with reading(80, 24) as t:
        t.press("v").wait_for("Verify a quotation").paste(SAID.replace(" military", "\rmilitary"))
        t.wait_for("Verdict: ≈ verbatim with editing", "spacing")
        t.press("escape").wait_gone("Verify a quotation").press("v")
        t.paste(SAID.replace("no ", "no \x9b31m\u202e ")).wait_for("Verdict: ✗ altered")
        assert [char for char in "\u202e\x9b" if char in t.written] == []
        assert t.press("escape").wait_gone("Verify a quotation").press("q").wait_exit() == 0


def test_a_quotation_pasted_with_its_colours_is_the_same_quotation() -> None:
    """From a coloured log, in a terminal that pastes it as it is: nothing of it is typed, nor out of order."""
    coloured = " ".join(f"\x1b[3{number % 8}m{word}\x1b[0m" for number, word in enumerate(SAID.split()))
    with reading(80, 24) as t:
        t.press("v").wait_for("Verify a quotation").paste(coloured)
        t.wait_for("Verdict: ✓ verbatim", "10 words", "control sequences of a terminal left out")


def test_twenty_thousand_words_are_taken_and_left_again() -> None:
    with reading(80, 24) as t:
        t.press("v").wait_for("Verify a quotation").paste("not one of these words stands in it\r" * 2_500)
        t.wait_for("20,000 words").wait_for("Verdict: ✗")
        t.press("escape").wait_gone("Verify a quotation").wait_for("1/8")
        assert t.press("q").wait_exit() == 0


def test_words_pasted_into_the_search_box_are_offered_and_taken_over() -> None:
    with reading(80, 24) as t:
        t.press("/").wait_for("Search all quoted text").paste(SAID).wait_for("ctrl+r verifies these 10 words")
        t.press("\x12").wait_for("Verdict: ✓ verbatim")
        t.press("escape").wait_for("ctrl+r verifies these 10 words", "1 hit")
