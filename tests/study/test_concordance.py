"""The concordance: which lines there are, what stands beside the matched words, and in which order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import ALIASES, NO_MILITARY, clause, clauses, sentences
from tui.index.catalogue import Catalogue
from tui.model.dates import EdtfDate
from tui.model.records import Collection, Location, Statement, Summit
from tui.model.vocabulary import StatementKind
from tui.search.engine import searcher_of
from tui.search.results import Hit, Results
from tui.study.concordance import (
    Line,
    Order,
    concordance,
    context,
    date_of,
    next_order,
    place_of,
    sort_lines,
    words_after,
    words_before,
)
from tui.text.cells import cells
from tui.text.visible import one_line
from tui.text.words import inside_word, words

EMPTY = Catalogue.of(())
PLACE = Location("c.yaml", 1, 1)


def found(query: str, *texts: str) -> list[Line]:
    """The lines of a search through some texts."""
    return concordance(searcher_of(clauses(texts or sentences()), ALIASES).search(query))


def nodes(lines: list[Line]) -> list[str]:
    return [line.clause.reading.text[line.start : line.end] for line in lines]


def line_at(text: str, start: int, end: int) -> Line:
    return Line(0, clause(text), start, end, ((start, end),))


def shown(line: Line, left: int, right: int) -> tuple[str, str, str]:
    piece = context(line, left, right)
    return piece.text[: piece.left], piece.text[piece.left : piece.right], piece.text[piece.right :]


# Which lines there are


def test_a_word_has_a_line_for_each_time_it_stands_in_a_clause() -> None:
    lines = found("peace", "Peace, and peace again; war.", "War.", "No peace.")
    assert nodes(lines) == ["Peace", "peace", "peace"]
    assert [line.clause.id for line in lines] == ["0", "0", "2"]
    assert [line.hit for line in lines] == [0, 0, 1]


def test_a_phrase_has_a_line_for_each_time_it_stands_in_a_clause() -> None:
    lines = found("geneva process", "The Geneva process is the process: no other than the Geneva process.")
    assert nodes(lines) == ["Geneva process", "Geneva process"]
    assert lines[0].start < lines[1].start


def test_words_of_a_phrase_that_lie_elsewhere_have_no_line() -> None:
    lines = found("no militry solution to conflict", NO_MILITARY + " The conflict goes on: a conflict.")
    assert nodes(lines) == ["no military solution to the conflict"]
    text = lines[0].clause.reading.text
    assert [text[start:end] for start, end in lines[0].lit] == ["no military solution to", "conflict"]


def test_another_name_has_a_line_as_the_name_itself_has() -> None:
    assert nodes(found("ISIS", "Daesh is the Islamic State; ISIS.")) == ["Daesh", "Islamic State", "ISIS"]


def test_words_that_matched_on_both_sides_of_a_passage_are_told_from_it() -> None:
    (hit,) = searcher_of([clause("Peace, peace: war")]).search("peace").hits
    assert hit.spans == ((0, 12),)
    lines = concordance(Results("peace", (hit,), 1))
    assert nodes(lines) == ["Peace", "peace"]
    assert [line.lit for line in lines] == [((0, 5),), ((7, 12),)]


def test_nothing_found_is_no_line() -> None:
    assert concordance(Results("x", (), 0)) == []


def test_a_clause_is_asked_for_once_a_line() -> None:
    asked = 0
    (hit,) = searcher_of([clause("Peace and peace.")]).search("peace").hits

    class Lazy:
        score, spans, passage = hit.score, hit.spans, hit.passage

        @property
        def clause(self) -> object:
            nonlocal asked
            asked += 1
            return hit.clause

    lines = concordance(Results("peace", (Lazy(),), 1))  # type: ignore[arg-type]
    sort_lines(lines, Order.RIGHT, EMPTY)
    assert len(lines) == 2
    assert asked == 1


# What stands beside the matched words


def test_the_context_ends_between_words() -> None:
    text = "They confirmed that there is no military solution to the conflict in Syria."
    line = line_at(text, text.index("no military"), text.index(" to the"))
    assert shown(line, 15, 18) == ("that there is ", "no military solution", " to the conflict")
    piece = context(line, 15, 18)
    assert (piece.more_left, piece.more_right) == (True, True)
    assert shown(line, 100, 100) == (
        "They confirmed that there is ",
        "no military solution",
        " to the conflict in Syria.",
    )
    piece = context(line, 100, 100)
    assert (piece.more_left, piece.more_right) == (False, False)


def test_no_half_of_a_hyphenated_word_stands_alone() -> None:
    text = "The enhanced de-confliction efforts of both"
    line = line_at(text, text.index("efforts"), text.index("efforts") + 7)
    for room in range(15, 24):
        assert shown(line, room, 10)[0] == "de-confliction "
    assert shown(line, 24, 10)[0] == "enhanced de-confliction "


def test_a_word_longer_than_the_room_is_cut() -> None:
    text = "x" * 50 + "peace" + "y" * 50
    assert shown(line_at(text, 50, 55), 14, 13) == ("x" * 14, "peace", "y" * 13)


def test_where_there_is_little_room_no_piece_of_a_word_is_shown() -> None:
    text = "communication channels to ensure security"
    line = line_at(text, text.index("channels"), text.index(" to"))
    assert shown(line, 9, 2) == ("", "channels", "")
    assert shown(line, 9, 3) == ("", "channels", " to")


def test_chinese_is_cut_between_characters_and_counted_in_cells() -> None:
    text = "双方一致认为叙利亚冲突没有军事解决方案并重申承诺"
    start = text.index("军事解决")
    left, node, right = shown(line_at(text, start, start + 4), 7, 9)
    assert (left, node, right) == ("突没有", "军事解决", "方案并重")


def test_a_mark_is_never_parted_from_its_letter() -> None:
    text = "e\u0301" * 20 + " mid " + "e\u0301" * 20
    left, _, right = shown(line_at(text, 41, 44), 16, 16)
    assert left == "e\u0301" * 15 + " "
    assert right == " " + "e\u0301" * 15


def test_hebrew_and_arabic_keep_the_order_of_their_letters() -> None:
    text = "أكد الرئيسان أنه لا حل عسكري للنزاع في سوريا"
    start = text.index("حل عسكري")
    left, node, right = shown(line_at(text, start, start + 8), 12, 12)
    assert text.find(left + node + right) == text.index(left)
    assert left.split() == ["أنه", "لا"]
    assert right.split() == ["للنزاع", "في"]


def test_line_breaks_and_controls_are_shown_on_one_line() -> None:
    text = "first\nsecond\x1b[2J node\tthird\u2028fourth"
    line = line_at(text, text.index("node"), text.index("node") + 4)
    assert "".join(shown(line, 40, 40)) == "first second␛[2J node third fourth"


_ALPHABET = st.sampled_from("ab'’- .,\n\té\u0301й和平ก\u0e34ab שׁ\u200f\u202e\x1b🙂한\u200b")
texts = st.text(_ALPHABET, min_size=1, max_size=80) | st.text(min_size=1, max_size=80)


@st.composite
def lines_of(draw: st.DrawFn) -> Line:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return line_at(text, start, draw(st.integers(start + 1, len(text))))


@given(lines_of(), st.integers(0, 40), st.integers(0, 40))
def test_a_line_is_a_piece_of_the_text_and_fits_its_room(line: Line, left: int, right: int) -> None:
    text = one_line(line.clause.reading.text)
    piece = context(line, left, right)
    assert text[piece.begin : piece.begin + len(piece.text)] == piece.text
    assert (piece.begin + piece.left, piece.begin + piece.right) == (line.start, line.end)
    assert cells(piece.text[: piece.left]) <= left
    assert cells(piece.text[piece.right :]) <= right
    assert piece.more_left == bool(line.clause.reading.text[: piece.begin].strip())
    assert piece.more_right == bool(line.clause.reading.text[piece.begin + len(piece.text) :].strip())


@given(st.text(st.sampled_from("abcd   "), min_size=1, max_size=120), st.data(), st.integers(10, 40))
def test_words_that_fit_the_room_are_never_cut(text: str, data: st.DataObject, room: int) -> None:
    text = " ".join(word[:8] for word in text.split()) + " x"
    start = data.draw(st.integers(0, len(text) - 1))
    line = line_at(text, start, start + 1)
    piece = context(line, room, room)
    assert not inside_word(text, piece.begin)
    assert not inside_word(text, piece.begin + len(piece.text)) or piece.text[piece.right :].strip() == ""


# The order


@given(texts, st.data())
def test_neighbours_are_the_words_of_the_text(text: str, data: st.DataObject) -> None:
    text = text * data.draw(st.integers(1, 6))
    edges = [0, *(place for word in words(text) for place in (word.start, word.end)), len(text)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    assert words_before(text, start) == [word.folded for word in reversed(words(text[:start]))][:3]
    assert words_after(text, end) == [word.folded for word in words(text[end:])][:3]


LEFT_AND_RIGHT = (
    "One beta peace zulu one.",
    "Two Álpha peace Yankee two.",
    "Peace zulu again.",
    "Three gamma peace",
)


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.FOUND, ["0", "1", "2", "3"]),
        (Order.LEFT, ["2", "1", "0", "3"]),
        (Order.LEFT_2, ["2", "0", "3", "1"]),
        (Order.RIGHT, ["3", "1", "2", "0"]),
        (Order.RIGHT_2, ["3", "2", "0", "1"]),
    ],
)
def test_lines_are_sorted_by_the_words_beside_them(order: Order, ids: list[str]) -> None:
    lines = sorted(found("peace", *LEFT_AND_RIGHT), key=lambda line: line.clause.id)
    lines = [replace(line, hit=int(line.clause.id)) for line in lines]
    assert [line.clause.id for line in sort_lines(lines, order, EMPTY)] == ids


def test_lines_are_sorted_by_the_matched_words() -> None:
    lines = found("ISIS", "Islamic State.", "isis", "Daesh.", "ISIL")
    assert nodes(sort_lines(lines, Order.NODE, EMPTY)) == ["Daesh", "ISIL", "isis", "Islamic State"]


def _dated(days: list[str | None]) -> tuple[Catalogue, list[Line]]:
    summit = Summit("c/m", "m", "c", "The meeting", PLACE, date=EdtfDate.parse("2016"), place="Amman")
    statements, lines = [], []
    for number, day in enumerate(days):
        key = f"c/s{number}"
        one = replace(clause("peace"), key=f"{key}#a", statement=key)
        date = EdtfDate.parse(day) if day else None
        where = "c/m" if number == 0 else None
        statements.append(
            Statement(key, key[2:], "c", f"No. {number}", StatementKind.TREATY, PLACE, date=date, summit=where)
        )
        lines.append(Line(number, one, 0, 5, ((0, 5),)))
    collection = Collection("c", "C", ".", summits=(summit,), statements=tuple(statements))
    return Catalogue.of([collection]), lines


def test_lines_are_sorted_by_date_and_an_undated_statement_stands_with_its_summit() -> None:
    catalogue, lines = _dated([None, "2017-11-11", None, "2017-11", "2015~"])
    ordered = sort_lines(lines, Order.DATE, catalogue)
    assert [line.hit for line in ordered] == [4, 0, 3, 1, 2]
    assert [date_of(catalogue, line.clause) for line in lines][:2] == ["undated", "2017-11-11"]
    assert [place_of(catalogue, line.clause) for line in lines][:2] == ["Amman", "No. 1"]
    assert ordered == sort_lines(reversed(lines), Order.DATE, catalogue)


def test_a_date_may_be_open() -> None:
    catalogue, lines = _dated(["../2017", "2017/.."])
    assert [line.hit for line in sort_lines(lines, Order.DATE, catalogue)] == [0, 1]
    assert dt.date.min < dt.date.max


@given(st.lists(texts, min_size=1, max_size=8), st.sampled_from(Order), st.randoms(use_true_random=False))
def test_every_order_is_total_and_holds_every_line(many: list[str], order: Order, chance: object) -> None:
    hits = tuple(
        Hit(number, partial(clause, text, number), 50.0, ((0, 1),), (0, 1)) for number, text in enumerate(many)
    )
    lines = concordance(Results("q", hits, len(hits)))
    ordered = sort_lines(lines, order, EMPTY)
    assert sorted(line.hit for line in ordered) == list(range(len(many)))
    mixed = list(lines)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert sort_lines(mixed, order, EMPTY) == ordered


def test_a_key_pressed_again_goes_on_to_the_next_word_and_round() -> None:
    order, seen = Order.FOUND, []
    for _ in range(4):
        order = next_order(order, Order.LEFT)
        seen.append(order)
    assert seen == [Order.LEFT, Order.LEFT_2, Order.LEFT_3, Order.LEFT]
    assert next_order(order, Order.RIGHT) is Order.RIGHT
    assert next_order(Order.FOUND, Order.FOUND) is Order.NODE
    assert next_order(Order.DATE, Order.FOUND) is Order.FOUND
    assert next_order(Order.LEFT_2, Order.FOUND) is Order.FOUND
    assert len({order.label for order in Order}) == len(Order)
