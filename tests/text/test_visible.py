"""Whatever a file holds, a terminal is never told what to do by it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.visible import BIDI_CONTROLS, find_bidi, find_control, json_line, one_line, visible

HOSTILE = st.text(alphabet=st.characters(categories=("Cc", "Cf", "Zl", "Zp", "Cs")) | st.characters(), max_size=40)
PLAIN = st.text(max_size=20)
SAFE = PLAIN | st.text(alphabet='\x00\x1b\x7f\x85\x9b\u2028\u202e\u2066\ud800[]{}"\\é中', max_size=20)


def obeyed(text: str, *, also: str = "") -> list[str]:
    """What of a text a terminal would obey rather than show."""
    return [
        char
        for char in text
        if char not in also and (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in BIDI_CONTROLS)
    ]


@given(HOSTILE)
def test_visible_keeps_every_offset(text: str) -> None:
    assert len(visible(text)) == len(one_line(text)) == len(text)


@given(HOSTILE)
def test_visible_leaves_nothing_that_a_terminal_obeys_but_tab_and_line_feed(text: str) -> None:
    assert obeyed(visible(text), also="\t\n") == []


@given(HOSTILE)
def test_one_line_leaves_nothing_at_all(text: str) -> None:
    assert obeyed(one_line(text)) == []


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Zl", "Zp"))))
def test_visible_changes_nothing_else(text: str) -> None:
    assert visible(text) == one_line(text) == text


@given(HOSTILE)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x07", "␇"),
        ("\r\n", "␍\n"),
        ("\x7f", "␡"),
        ("\x9b31m", "�31m"),
        ("\u202eabc\u2066", "�abc�"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("\ud800", "�"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_what_a_reader_sees_instead(raw: str, shown: str) -> None:
    assert visible(raw) == shown


def test_the_marks_that_only_help_neighbours_stay() -> None:
    assert visible("\u200e\u200f\u061c\u200c\u200d") == "\u200e\u200f\u061c\u200c\u200d"


@given(HOSTILE)
def test_find_control_finds_the_first_that_is_neither_tab_nor_line_break(text: str) -> None:
    controls = [
        place for place, char in enumerate(text) if unicodedata.category(char) == "Cc" and char not in "\t\n\x85"
    ]
    found = find_control(text)
    assert (found.start() if found else None) == next(iter(controls), None)


@given(HOSTILE)
def test_find_bidi_finds_the_first(text: str) -> None:
    found = find_bidi(text)
    assert (found.start() if found else None) == next(
        (place for place, char in enumerate(text) if char in BIDI_CONTROLS), None
    )


@given(st.recursive(SAFE | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(SAFE, inner)))
def test_a_line_of_json_reads_back_as_it_was_and_is_safe_to_print(record: object) -> None:
    line = json_line(record)
    assert json.loads(line) == record
    assert obeyed(line) == []
    line.encode("utf-8")


def test_letters_of_every_script_stay_readable_in_json() -> None:
    assert json_line({"text": "Đà Nẵng 岘港 دانانغ"}) == '{"text": "Đà Nẵng 岘港 دانانغ"}'


def test_what_a_terminal_obeys_is_escaped_in_json() -> None:
    assert json_line("\x1b\x9b\u202e\u2028") == '"\\u001b\\u009b\\u202e\\u2028"'
