"""What `search --explain` prints."""

from __future__ import annotations

from tui.search.language.explain import explain
from tui.search.language.parse import parse

EVERYTHING = (
    'no military kind:readout,communique solution -nuclear geneva | -astana "a b"~4 "c"~1 ~"mis rem" ^start end$ '
    '^"se ve"$ /de-?esc/ -person:putin date:2017-07..2017-11,2010..,..2001,2003-02-01 has:note no:source,note '
    "is:direct 'word' \"a phrase\" sort:-date"
)


def test_a_query_with_everything_in_it() -> None:
    assert explain(parse(EVERYTHING)) == [
        "all of:",
        "  fuzzy words: no military solution",
        "  kind is any of: readout, communique",
        "  not: exact word: nuclear",
        "  any of:",
        "    fuzzy words: geneva",
        "    not: exact word: astana",
        "  near one another, 4 other words between at most: a b",
        "  near one another, 1 other word between at most: c",
        "  fuzzy phrase: mis rem",
        "  at the start: start",
        "  at the end: end",
        "  the whole clause: se ve",
        "  pattern: de-?esc",
        "  not: person is putin",
        "  date may fall from 2017-07-01 to 2017-11-30; or from 2010-01-01; or up to 2001-12-31; or on 2003-02-01",
        "  has note",
        "  lacks any of: source, note",
        "  speech is direct",
        "  exact word: word",
        "  exact phrase: a phrase",
        "sorted by date, the newest first",
        'written: no military solution kind:readout,communique -nuclear geneva | -astana "a b"~4 "c"~1 ~"mis rem" '
        '^start end$ ^"se ve"$ /de-?esc/ -person:putin date:2017-07..2017-11,>=2010,<=2001,2003-02-01 has:note '
        "no:source,note is:direct 'word' \"a phrase\" sort:-date",
    ]


def test_an_order_alone_and_notices() -> None:
    assert explain(parse("sort:date")) == [
        "nothing is asked for",
        "sorted by date, the oldest first",
        "written: sort:date",
    ]
    assert explain(parse("kind:comunique")) == [
        "nothing is asked for",
        "note: kind: knows no “comunique” (nearest: communique), which was left out",
    ]


def test_nothing_asked() -> None:
    assert explain(parse("")) == ["nothing is asked for"]


def test_what_was_typed_reaches_no_terminal_raw() -> None:
    assert explain(parse("/a\nb\x1b/"))[1] == "  pattern: a b␛"
