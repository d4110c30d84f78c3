"""Reading takes work in proportion to the length, whatever is pasted. Work is counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from tui.search.language import parse as parsing
from tui.search.language import scan as scanning
from tui.search.language import values
from tui.search.language.parse import parse
from tui.search.language.printing import print_query
from tui.text.words import Word, words

PASTES = [
    "the two leaders agreed ", "a ", '"', "'", "/", "/a ", "/a", "/(a/ ", '"a"', '"a"~4 ', "a|", "| ", "-x ", "!", "-",
    "^a ", "a$ ", "kind:readout ", "kind:zz ", "kind:a,", 'at:"a",', "at:a|", "a:b ", "persn:x ", "date:2017 ",
    "date:2..", "sort:date ", "\\", "~", '~"', "和", "é", "$", ":", "x", "\u0301", "'a", "'a ", "a' ", "‘a b ",
    "“a”-",
]  # fmt: skip


class Work:
    """Calls made, and characters handed to what looks at every one of them."""

    def __init__(self) -> None:
        self.calls = 0
        self.characters = 0


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    work = Work()

    def counting(text: str) -> list[Word]:
        work.characters += len(text)
        return words(text)

    def call(frame: FrameType, event: str, arg: object) -> None:
        work.calls += event in ("call", "c_call")

    for module in (parsing, values):
        monkeypatch.setattr(module, "words", counting)
    sys.setprofile(call)
    try:
        yield work
    finally:
        sys.setprofile(None)


def effort(text: str, monkeypatch: pytest.MonkeyPatch) -> Work:
    parse(text)  # what is remembered from one query to the next is remembered
    with counted(monkeypatch) as work:
        print_query(parse(text))
    return work


@pytest.mark.parametrize("piece", PASTES)
def test_twice_the_text_is_twice_the_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = (effort(piece * (size // len(piece)), monkeypatch) for size in (2_000, 4_000))
    assert twice.calls <= 2.2 * once.calls + 200
    assert twice.characters <= 2.2 * once.characters + 200
    assert twice.characters <= 6 * 4_000


@pytest.mark.parametrize("piece", PASTES)
def test_what_is_searched_for_a_closing_mark_is_taken_in(piece: str) -> None:
    text = piece * (4_000 // len(piece))
    for token in scanning.scan(text):
        if token.kind is scanning.Kind.QUOTED and not token.closed:
            assert token.end == len(text)
