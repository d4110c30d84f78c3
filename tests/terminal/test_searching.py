from __future__ import annotations

import pytest
from pyte.screens import Char

from tests.terminal.steps import WIDE, reading, search

pytestmark = pytest.mark.terminal

_MISSPELT = "no militry solution to conflict"


def _lit(cell: Char) -> bool:
    return cell.underscore


def _not_lit(cell: Char) -> bool:
    return not cell.underscore


def test_a_misspelt_phrase_is_found_first_with_just_its_words_lit() -> None:
    with reading(80, 24) as t:
        search(t, "no militry solutoin to conflict", "2 hits")
        t.wait_for_look("no military", _lit).wait_for_look("solution to", _lit)
        t.wait_for_look("there is ", _not_lit).wait_for_look(" in Syria.", _not_lit)


def test_enter_opens_the_clause_in_its_place_and_the_reading_pane_shows_it() -> None:
    with reading(*WIDE) as t:
        search(t, _MISSPELT, "2 hits").press("enter")
        t.wait_for("Hit 1 of 2", "7/8", "▌ ✓ mixed · agreed", "called on the parties to the conflict")
        t.wait_for("da-nang-2017/joint-statement#no-military-solution", "proved verbatim")


def test_on_a_small_screen_enter_opens_the_reading_pane() -> None:
    with reading(80, 24) as t:
        search(t, _MISSPELT, "2 hits").press("enter")
        t.wait_for("┏━ 4 Reading", "da-nang-2017/joint-statement#no-military-solution", "proved verbatim", "Hit 1 of 2")
        t.wait_for_look("solution to", _lit)


def test_n_and_shift_n_go_round_the_hits() -> None:
    with reading(80, 24) as t:
        search(t, _MISSPELT, "2 hits").press("enter").wait_for("Hit 1 of 2")
        t.press("n").wait_for("Hit 2 of 2", "joint-statement#geneva-2254")
        t.press("n").wait_for("Hit 1 of 2", "joint-statement#no-military-solution")
        t.press("N").wait_for("Hit 2 of 2", "joint-statement#geneva-2254")


def test_the_arrows_choose_another_hit_while_typing() -> None:
    with reading(80, 24) as t:
        search(t, _MISSPELT, "2 hits").press("down").wait_for("2/2").press("enter").wait_for("Hit 2 of 2")
        t.wait_for("joint-statement#geneva-2254")


def test_escape_peels_one_layer_at_a_time() -> None:
    with reading(80, 24) as t:
        t.press("3").wait_for("┏━ 3 Participants").press("enter").wait_for("┏━ 2 Clauses", "Narrowed to Vladimir Putin")
        search(t, "channels", "1 hit").press("enter").wait_for("┏━ 4 Reading", "Hit 1 of 1")
        t.press("/").wait_for("Enter opens")
        t.press("escape").wait_gone("Enter opens").wait_for("┏━ 4 Reading", "Hit 1 of 1")
        t.press("escape").wait_for("┏━ 2 Clauses", "Hit 1 of 1")
        t.press("escape").wait_gone("Hit 1 of 1").wait_for("Narrowed to Vladimir Putin")
        t.press("escape").wait_gone("Narrowed to Vladimir Putin")
        t.press("escape").wait_for("Nothing left to undo")


def test_escape_leaves_the_search_where_it_began() -> None:
    with reading(80, 24) as t:
        t.press("j", "j").wait_for("3/8")
        search(t, "hamburg", "1 hit").press("escape").wait_for("┏━ 2 Clauses", "3/8").wait_gone("1 hit", "hamburg")


def test_a_q_typed_into_the_search_box_is_a_q() -> None:
    with reading(80, 24) as t:
        search(t, "q?/z1x", "0 hits").wait_for("Nothing found")
        assert t.press("escape").wait_gone("0 hits").press("q").wait_exit() == 0


def test_an_alias_is_found_and_named() -> None:
    with reading(80, 24) as t:
        search(t, "ISIS", "2 hits").wait_for("ISIS, also: Daesh", "defeating the Daesh.")


def test_square_brackets_in_the_query_are_letters() -> None:
    with reading(80, 24) as t:
        search(t, "[/b] [red", "0 hits").press(*["backspace"] * 9).wait_for("Search all quoted text")
        t.type("[UN Security").wait_for(" hits", "[UN Security Council")


def test_ten_thousand_pasted_characters_are_searched_for_and_left_again() -> None:
    with reading(80, 24) as t:
        t.press("/").wait_for("Search all quoted text").paste("syria " * 1_700).wait_for("the query was cut")
        t.press("escape").wait_gone("the query was cut").wait_for("1/8")


def test_a_query_typed_faster_than_it_is_searched_still_opens_its_first_hit() -> None:
    with reading(80, 24) as t:
        t.press("/").wait_for("Search all quoted text").type("sovereignty").press("enter").wait_for(
            "joint-statement#sovereignty", "Hit 1 of 1"
        )


def test_what_is_typed_right_after_the_slash_is_the_query() -> None:
    with reading(80, 24) as t:
        t.press("/").type("ISIS q").wait_for("┃ ISIS q", "2 hits")


def test_a_pasted_control_or_bidi_character_is_shown_by_its_sign() -> None:
    with reading(80, 24) as t:
        t.press("/").wait_for("Search all quoted text").paste("syria \u202e\x9b2J").wait_for("syria", " hit")
        assert [char for char in "\u202e\x9b" if char in t.written] == []


def test_the_concordance_aligns_the_matched_words_and_lights_them() -> None:
    with reading(80, 24) as t:
        search(t, "the", "8 hits").press("ctrl+t").wait_for("2 Clauses · concordance, 23 lines as found")
        t.press("tab").wait_for("< Sort left").press(">").wait_for("by 1st word to the right", "on the battlefield.")
        t.wait_for_look(" battlefield.", _not_lit)
        column = t.place_of("the battlefield.")[1]
        rows = [line for line in t.lines if line[3:5] == "✓ "]
        assert len(rows) > 10
        assert {row[column : column + 3].lower() for row in rows} == {"the"}
        t.press("j", "enter").wait_for("joint-statement#southwest-syria-ceasefire", "┏━ 4 Reading")


def test_a_query_is_recalled_in_the_next_session() -> None:
    with reading(80, 24) as t:
        search(t, "hamburg", "1 hit").press("enter").wait_for("Hit 1 of 1")
        assert t.press("q").wait_exit() == 0
    with reading(80, 24) as t:
        t.press("/").wait_for("Search all quoted text").press("up").wait_for("hamburg", "1 hit")
