"""Control and bidirectional characters and markup in a file: said, kept, and never let out raw."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collection.factory import CLAUSE, REPORT, Shelf, clause, good_ones_are_there, said, the
from tui.collection.problems import Problem, Problems, quoted
from tui.model.records import Location
from tui.text.visible import BIDI_CONTROLS

PERSON = "participants:\n  - {{id: bob, kind: person, name: {0}}}\n"


@pytest.mark.parametrize("code", ["01", "07", "08", "0b", "0d", "1b", "7f", "80", "9b", "9f"])
def test_a_control_character_written_as_an_escape(good: Shelf, code: str) -> None:
    (place,) = good.write_marked("bad.yaml", PERSON.format(f'§"Bo\\x{code}b"'))
    library = good.load()
    assert said(library.problems) == [
        f"bad.yaml:{place}: error: a control character in the text; found U+00{code.upper()}; expected text only"
    ]
    assert the(library).participants[0].name == f"Bo{chr(int(code, 16))}b"
    assert good_ones_are_there(library)


@pytest.mark.parametrize("char", ["\x01", "\x07", "\x08", "\x0b", "\x1b", "\x7f", "\x80", "\x9b", "\ufffe", "\uffff"])
def test_a_control_character_as_it_is(good: Shelf, char: str) -> None:
    (place,) = good.write_marked("bad.yaml", PERSON.format(f"Bö§{char}b"))
    library = good.load()
    assert said(library.problems) == [
        f"bad.yaml:{place}: error: a character that YAML does not allow, shown as �; found U+{ord(char):04X}; "
        "expected text without control characters"
    ]
    assert the(library).participants[0].name == "Bö�b"
    assert good_ones_are_there(library)


def test_a_control_character_beyond_the_basic_plane_of_text_is_found_in_its_place(good: Shelf) -> None:
    (place,) = good.write_marked("bad.yaml", PERSON.format('"😀𝔊 §\x07"'))
    (line,) = good.problems()
    assert line.startswith(f"bad.yaml:{place}: error: a character that YAML does not allow")


def test_of_many_control_characters_only_the_first_are_said(good: Shelf) -> None:
    good.write("bad.yaml", "# " + "\x07" * 1_000 + "\n" + PERSON.format("Bob"))
    library = good.load()
    lines = said(library.problems)
    assert len(lines) == 21
    assert lines[-1] == "bad.yaml:1:23: error: and more of these; expected text without control characters"
    assert the(library).participants[0].name == "Bob"


@pytest.mark.parametrize("char", BIDI_CONTROLS)
@pytest.mark.parametrize("raw", [True, False])
def test_a_bidirectional_control_is_a_warning_and_stays_in_the_text(good: Shelf, char: str, raw: bool) -> None:
    written = char if raw else f"\\u{ord(char):04x}"
    (place,) = good.write_marked("bad.yaml", PERSON.format(f'§"Bob {written} Jones"'))
    library = good.load()
    assert said(library.problems) == [
        f"bad.yaml:{place}: warning: a bidirectional control in the text, shown as �; found U+{ord(char):04X}"
    ]
    assert library.errors == 0
    assert the(library).participants[0].name == f"Bob {char} Jones"


@pytest.mark.parametrize("text", ["بوب", "Bob \u200f", "a\u200cb", "👩\u200d🚀", "\u061c5"])
def test_the_marks_that_scripts_need_are_no_problem(good: Shelf, text: str) -> None:
    good.write("more.yaml", PERSON.format(f'"{text}"'))
    library = good.load()
    assert library.problems == ()
    assert the(library).participants[0].name == text


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_line_separators_that_editors_do_not_count_shift_no_line(good: Shelf, separator: str) -> None:
    good.write("bad.yaml", PERSON.format(f'"B{separator}b"') + "wrong: []\n")
    assert [line.split(": error")[0] for line in good.problems()] == ["bad.yaml:3:1"]


def test_a_control_character_in_a_key(good: Shelf) -> None:
    good.write("bad.yaml", '"\\e[2J": []\n')
    first, second = good.problems()
    assert first == "bad.yaml:1:1: error: a control character in the text; found U+001B; expected text only"
    assert second.startswith('bad.yaml:1:1: error: unknown key; found "␛[2J"; expected one of participants,')


def test_control_characters_in_a_clause_are_neither_proved_nor_lost(good: Shelf) -> None:
    good.write("bad.yaml", CLAUSE.replace("Ann and Bob met on Saturday.", '"Ann and \\e[1mBob met on Saturday."'))
    library = good.load()
    first, second = said(library.problems)
    assert first == "bad.yaml:12:19: error: a control character in the text; found U+001B; expected text only"
    assert second.startswith('bad.yaml:12:19: error: "Ann and ␛[1mBob met on Saturday." is not proved')
    assert "\x1b" in clause(library, "good/other#clause").reading.text


MARKUP = "[bold]x[/bold] [/] [link=file:///]y [@click=app.quit] \\[z] {curly} %s <b> & `m`"


def test_markup_in_every_field_is_only_text(good: Shelf) -> None:
    """Every field that takes any text gets the same; a slug, a date or a code would not take it."""
    note, report = f"note: '{MARKUP}'", f"{MARKUP} is what it said."
    good.source("odd", report, file="odd.txt")
    good.write(
        "collection.yaml",
        f"format: 1\nid: good\ntitle: '{MARKUP}'\ndescription: '{MARKUP}'\nlicence: '{MARKUP}'\n{note}\n",
    )
    good.write(
        "more.yaml",
        f"""\
participants:
  - {{id: bob, kind: person, name: '{MARKUP}', other_names: ['{MARKUP}'], code: '{MARKUP}', {note}}}
instruments:
  - {{id: odd, kind: treaty, title: '{MARKUP}', symbol: '{MARKUP}', place: '{MARKUP}', {note}}}
aliases:
  - {{names: ['{MARKUP}', 'other {MARKUP}'], {note}}}
summits:
  - {{id: odd, title: '{MARKUP}', series: '{MARKUP}', place: '{MARKUP}', {note}}}
statements:
  - id: odd
    title: '{MARKUP}'
    kind: readout
    symbol: '{MARKUP}'
    {note}
    participations:
      - {{participant: bob, roles: [host], office: '{MARKUP}', {note}}}
    clauses:
      - id: odd
        part: body
        num: '{MARKUP}'
        verb: '{MARKUP}'
        {note}
        cites: [{{to: odd, words: '{MARKUP}'}}]
        renderings:
          - source: odd
            speech: direct
            authority: agency
            text: '{MARKUP}'
            {note}
""",
    )
    library = good.load()
    assert library.problems == ()
    odd = clause(library, "good/odd#odd")
    assert {odd.num, odd.verb, odd.note, odd.reading.text, odd.reading.note, odd.cites[0].words} == {MARKUP}
    assert odd.reading.proof.state == "verbatim"
    assert the(library).aliases[0].names == (MARKUP, f"other {MARKUP}")


def test_markup_in_a_message_is_only_text(good: Shelf) -> None:
    good.write("bad.yaml", "'[bold red]': []\n")
    (line,) = good.problems()
    assert line.startswith('bad.yaml:1:1: error: unknown key; found "[bold red]"; expected one of')


@given(st.text(), st.text(), st.text(), st.text(), st.text())
def test_a_printed_problem_is_one_line_that_no_terminal_obeys(
    file: str, message: str, found: str, expected: str, suggestion: str
) -> None:
    problems = Problems()
    problems.error(Location(file, 1, 2), message, found=quoted(found), expected=expected)
    problems.unknown(Location(file, 3, 4), message, found, [suggestion])
    for problem in problems.sorted():
        line = str(problem)
        assert [
            char for char in line if unicodedata.category(char) in ("Cc", "Zl", "Zp") or char in BIDI_CONTROLS
        ] == []


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 5), st.integers(1, 5), st.sampled_from("xy"))))
def test_problems_are_in_the_order_of_their_places_and_each_is_said_once(
    noted: list[tuple[str, int, int, str]],
) -> None:
    problems = Problems()
    for file, line, column, message in noted:
        problems.error(Location(file, line, column), message)
    found = problems.sorted()
    assert len(set(found)) == len(found) == len(set(noted))

    def place(problem: Problem) -> tuple[str, int, int]:
        return problem.location.file, problem.location.line, problem.location.column

    assert sorted(found, key=place) == list(found)


def test_a_file_name_with_a_line_feed_is_printed_on_one_line(good: Shelf) -> None:
    good.write("bad\n\x1b[31m.yaml", "wrong: []\n")
    (problem,) = good.load().problems
    line = str(problem)
    assert line.endswith(
        'bad ␛[31m.yaml:1:1: error: unknown key; found "wrong"; expected one of '
        "participants, sources, instruments, aliases, summits, statements, threads"
    )


def test_a_source_that_holds_controls_is_evidence_as_it_is(good: Shelf) -> None:
    """The source is the publisher's: what it holds is no problem of the collection."""
    good.source("wire", f"{REPORT}\x1b[0m\x07 end")
    assert good.problems() == []
