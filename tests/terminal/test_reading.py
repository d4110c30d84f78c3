from __future__ import annotations

import pytest

from tests.terminal.steps import WIDE, reading

pytestmark = pytest.mark.terminal


def test_it_opens_on_the_bundled_statement_with_its_proof() -> None:
    with reading(*WIDE) as t:
        t.wait_for(
            "summit-tui  Da Nang 2017",
            "“the presidents agreed to maintain",
            "✓ proved verbatim",
            "seeds/000_f6681f6826ab0a45.txt:5:45",
        )


def test_j_k_and_the_arrows_move_and_the_reading_pane_follows() -> None:
    with reading(*WIDE) as t:
        t.press("j").wait_for("2/8", "da-nang-2017/joint-statement#sovereignty")
        t.press("down").wait_for("3/8", "da-nang-2017/joint-statement#call-on-parties")
        t.press("k").wait_for("2/8", "da-nang-2017/joint-statement#sovereignty")
        t.press("up").wait_for("1/8", "da-nang-2017/joint-statement#military-channels")


def test_shift_g_goes_to_the_last_clause_and_g_to_the_first() -> None:
    with reading(80, 24) as t:
        t.press("G").wait_for("8/8", "They confirmed that")
        t.press("g").wait_for("1/8").wait_gone("They confirmed that")


def test_the_numbers_and_tab_go_from_pane_to_pane() -> None:
    with reading(120, 36) as t:
        t.press("1").wait_for("┏━ 1 Summits")
        t.press("3").wait_for("┏━ 3 Participants").wait_gone("┏━ 1 Summits")
        t.press("4").wait_for("┏━ 4 Reading")
        t.press("2").wait_for("┏━ 2 Clauses")
        t.press("tab").wait_for("┏━ 3 Participants")
        t.press("shift+tab").wait_for("┏━ 2 Clauses")


def test_choosing_a_summit_shows_its_clauses() -> None:
    with reading(*WIDE) as t:
        t.press("1").wait_for("┏━ 1 Summits").press("j").wait_for(
            "No clauses are recorded here.", "da-nang-2017/apec-2017"
        )
        t.press("j").wait_for("1/8", "da-nang-2017/putin-trump-2017-11-11").press("enter").wait_for("┏━ 2 Clauses")


def test_z_gives_a_pane_the_whole_screen_and_takes_it_back() -> None:
    with reading(120, 36) as t:
        t.press("z").wait_gone("╭─ 1 Summits", "╭─ 4 Reading").wait_for("┏━ 2 Clauses " + 106 * "━" + "┓")
        t.press("z").wait_for("╭─ 1 Summits", "╭─ 3 Participants", "╭─ 4 Reading")


def test_the_insertion_of_an_editor_stands_as_it_was_printed() -> None:
    with reading(*WIDE) as t:
        t.press("G").wait_for("8/8", "[UN Security", "Council resolution] UNSCR 2254.”")


def test_the_documents_words_are_told_from_the_sources_without_colour() -> None:
    with reading(80, 24, env={"NO_COLOR": "1"}) as t:
        t.press("G", "k", "k", "k").wait_for("5/8").press("enter").wait_for("┏━ 4 Reading", "Two leaders also praised")
        document, source = t.cells_of("successful"), t.cells_of("Two leaders")
        assert {(cell.bold, cell.italics) for cell in document} != {(cell.bold, cell.italics) for cell in source}


def test_question_mark_lists_the_keys_of_the_pane() -> None:
    with reading(80, 24) as t:
        t.press("?").wait_for("┏━ Keys", "┃ Clauses", "Next row", "Esc closes")
        t.press("escape").wait_gone("┏━ Keys")
        t.press("4").wait_for("┏━ 4 Reading").press("?").wait_for("┏━ Keys", "┃ Reading").wait_gone("Next row")


def test_q_closes_the_list_of_keys_before_it_leaves_the_program() -> None:
    with reading(80, 24) as t:
        t.press("?").wait_for("┏━ Keys").press("q").wait_gone("┏━ Keys")
        assert t.press("q").wait_exit() == 0


def test_the_palette_goes_to_a_record_by_its_name() -> None:
    with reading(120, 36) as t:
        t.press("ctrl+p").wait_for("Search for commands").type("peskov").wait_for("participant: Dmitry Peskov")
        t.press("enter").wait_for("Narrowed to Dmitry Peskov")


def test_the_palette_is_whole_over_the_list_of_keys_too() -> None:
    with reading(120, 36) as t:
        t.press("?").wait_for("┏━ Keys").press("ctrl+p").wait_for("Search for commands")
        t.type("as found").wait_for("search: Concordance as found")
