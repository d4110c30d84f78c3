"""A reader is told what was not taken as written, what was done instead, and what was perhaps meant."""

from __future__ import annotations

import pytest

from tui.search.language.parse import parse
from tui.search.language.tree import Alternative, ExactWord, Fuzzy, Group, Phrase, Query, Regex


@pytest.mark.parametrize(
    ("typed", "notice"),
    [
        ("persn:putin", "there is no field persn: (nearest: person:), so “persn:putin” is searched for as text"),
        ("Persn:putin", "there is no field Persn: (nearest: person:), so “Persn:putin” is searched for as text"),
        ("kind:comunique", "kind: knows no “comunique” (nearest: communique), which was left out"),
        ("kind:comm ", "kind: knows no “comm” (nearest: communique), which was left out"),
        ("is:qqqq", "is: knows no “qqqq”, which was left out; it takes direct, indirect, mixed"),
        ("kind:", "kind: was left out until a value follows, as in kind:communique"),
        ("kind:,", "kind: was left out until a value follows, as in kind:communique"),
        ('at:"', 'at: was left out until a value follows, as in at:"Da Nang"'),
        ("topic:…", "topic: “…” was left out: it has no letters or digits"),
        (
            "date:2017-13",
            "date: “2017-13” was left out: no dates can be read in it; "
            "write 2017, 2017-07..2017-11, >=2010, 1990s or 2010-2012",
        ),
        ("date:2012..2010", "date: “2012..2010” is the wrong way round: it was read as 2010..2012"),
        ("date:>=", "date: was left out until a value follows, as in date:2017-07..2017-11"),
        ('"…"', '“"…"” was left out: it has no letters or digits'),
        (
            "/a[/",
            "“/a[/” is no pattern (unterminated character set): its words are searched for as an exact phrase",
        ),
        ("-sort:date", "“-sort:date” was left out: an order cannot be excluded; the newest first is sort:-date"),
        ("?!", "nothing to search for: the query has no letters or digits"),
    ],
)
def test_what_was_done_is_told(typed: str, notice: str) -> None:
    assert parse(typed).notices == (notice,)


@pytest.mark.parametrize("typed", ["kind:comunique", "kind:", "topic:…", "date:2017-13", '"…"', "-sort:date", "/?/"])
def test_what_is_said_to_be_left_out_is_left_out(typed: str) -> None:
    query = parse(f"geneva {typed}")
    assert query == Query((Group((Alternative(Fuzzy("geneva")),)),))
    assert "left out" in query.notices[0]


def test_of_several_values_only_the_unknown_is_left_out() -> None:
    assert parse("kind:readout,comunique") == parse("kind:readout")
    assert len(parse("kind:readout,comunique").notices) == 1


@pytest.mark.parametrize(
    "typed",
    ["10:30", "UNSCR:2254", "https://example.org/a?b=c", "he said: no", "source: Reuters"[7:], "3:1", "http://x", "a:"],
)
def test_a_colon_in_prose_is_text_without_a_word(typed: str) -> None:
    query = parse(typed)
    assert query.notices == ()
    assert query.fuzzy is not None


def test_a_misspelt_field_is_text() -> None:
    assert parse("persn:putin") == Query((Group((Alternative(Fuzzy("persn:putin")),)),))
    assert parse("-persn:putin") == Query((Group((Alternative(ExactWord("persn:putin"), True),)),))


def test_what_is_no_pattern_is_a_phrase_of_its_words() -> None:
    assert parse('/no "military (solution/') == Query((Group((Alternative(Phrase("no military (solution")),)),))


def test_only_so_many_patterns_are_tried() -> None:
    query = parse(" ".join(f"/a{number}/" for number in range(10)))
    atoms = [group.alternatives[0].atom for group in query.groups]
    assert atoms[:8] == [Regex(f"a{number}") for number in range(8)]
    assert atoms[8:] == [Phrase("a8"), Phrase("a9")]
    assert query.notices[0] == (
        "“/a8/” is no pattern (no more than 8 are tried): its words are searched for as an exact phrase"
    )


def test_a_notice_is_given_once_and_not_too_many() -> None:
    assert len(parse("kind:x kind:x").notices) == 1
    notices = parse(" ".join(f"kind:x{number}" for number in range(15))).notices
    assert len(notices) == 11
    assert notices[-1] == "5 more parts of the query could not be taken as written"


def test_what_was_typed_reaches_no_terminal_raw_and_no_notice_is_long() -> None:
    notice = parse("kind:\x1b[31m" + "x" * 1_000).notices[0]
    assert "\x1b" not in notice
    assert len(notice) < 300
