"""The publisher's address with a text fragment: what a browser that follows it finds is the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.cite.samples import BUNDLED, bundled
from tui.model.records import Insertion, Proof, Rendering
from tui.model.vocabulary import Authority, Inserter, ProofState, Speech
from tui.study.cite.fragment import held_text, linked
from tui.text.words import words

URL = "https://a.example/x"


def rendering(text: str, proof: Proof | None = None, insertions: tuple[Insertion, ...] = ()) -> Rendering:
    unheld = Proof(ProofState.UNHELD)
    return Rendering("a/s", "en", Speech.DIRECT, Authority.AGENCY, text, proof or unheld, insertions=insertions)


def standing(held: str, start: int, end: int) -> Rendering:
    """A rendering of the words of `held` at `[start, end)`."""
    return rendering(held[start:end], Proof(ProofState.VERBATIM, start, end))


def directive(link: str) -> str:
    assert link.startswith(f"{URL}#:~:text=")
    return link.removeprefix(f"{URL}#:~:text=")


def landed(link: str, held: str) -> tuple[int, int]:
    """What a browser shows, after the draft's algorithm: the first place in whole words that fits, in any case."""
    parts = directive(link).split(",")
    prefix = unquote(parts.pop(0).removesuffix("-")) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop().removeprefix("-")) if parts[-1].startswith("-") else ""
    start, *rest = map(unquote, parts)
    position = 0
    while True:
        found = _next(prefix, held, position) if prefix else (position, position)
        assert found, f"{link} is nowhere"
        here = _next(start, held, found[1])
        assert here, f"{link} is nowhere"
        position = found[0] + 1 if prefix else here[0] + 1
        if prefix and held[found[1] : here[0]].strip():
            continue
        for end in _all(rest[0], held, here[1]) if rest else [here]:
            after = _next(suffix, held, end[1]) if suffix else (end[1], end[1])
            if after and not held[end[1] : after[0]].strip():
                return here[0], end[1]


def _all(text: str, held: str, start: int) -> Iterator[tuple[int, int]]:
    while found := _next(text, held, start):
        yield found
        start = found[0] + 1


def _next(text: str, held: str, start: int) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, text.split()))
    before, after = (r"(?<!\w)" if text[0].isalnum() else ""), (r"(?!\w)" if text[-1].isalnum() else "")
    found = re.compile(before + pattern + after, re.IGNORECASE).search(held, start)
    return found.span() if found else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tolls shall not return.", "Tolls%20shall%20not%20return"),
        ("“No”, they said - twice", "No%E2%80%9D%2C%20they%20said%20%2D%20twice"),
        ("US-Russia & allies, 50% of #1", "US%2DRussia%20%26%20allies%2C%2050%25%20of%20%231"),
        ("line\nbreak", "line,break"),
        ("军事 解决", "%E5%86%9B%E4%BA%8B%20%E8%A7%A3%E5%86%B3"),
        ("one two … three four", "one%20two,three%20four"),
    ],
)
def test_what_a_directive_is_made_of_is_encoded(text: str, said: str) -> None:
    assert directive(linked(URL, rendering(text))) == said


def test_a_long_passage_is_given_by_its_first_and_last_words() -> None:
    text = "The presidents agreed, after long talks, " + "and more talks " * 10 + "to go on."
    assert directive(linked(URL, rendering(text))) == (
        "The%20presidents%20agreed%2C%20after%20long,more%20talks%20to%20go%20on"
    )


def test_what_the_editors_put_in_is_not_looked_for_and_what_the_source_did_is() -> None:
    text = "pursuant to [the resolution] UNSCR 2254"
    own = (Insertion(12, 28, Inserter.EDITORS),)
    theirs = (Insertion(12, 28, Inserter.SOURCE),)
    assert directive(linked(URL, rendering(text, insertions=own))) == "pursuant%20to,UNSCR%202254"
    assert directive(linked(URL, rendering(text, insertions=theirs))) == (
        "pursuant%20to%20%5Bthe%20resolution%5D%20UNSCR%202254"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x#part", "https://a.example/x#part:~:text=one"),
        ("https://a.example/x#:~:text=old", "https://a.example/x#:~:text=old&text=one"),
        ("https://a.example/{x}\x1b", "https://a.example/%7Bx%7D%1B#:~:text=one"),
    ],
)
def test_an_address_with_a_fragment_keeps_it(url: str, expected: str) -> None:
    assert linked(url, rendering("one.")) == expected


def test_words_without_a_word_leave_the_address_alone() -> None:
    assert linked(URL, rendering("…")) == URL


def test_what_stands_before_tells_one_place_from_another() -> None:
    held = 'Ann said: "we agree."\nBob said: "we agree."\n'
    start = held.rindex("we agree")
    link = linked(URL, standing(held, start, start + 9), held)
    assert directive(link) == "Bob%20said%3A%20%22-,we%20agree"
    assert landed(link, held) == (start, start + 8)


def test_the_first_place_needs_nothing_before_it() -> None:
    held = 'Ann said: "we agree."\nBob said: "we agree."\n'
    start = held.index("we agree")
    assert directive(linked(URL, standing(held, start, start + 9), held)) == "we%20agree"


def test_the_bundled_clauses_are_found_in_their_source() -> None:
    catalogue = bundled()
    (source,) = catalogue.sources()
    held = held_text(catalogue, source)
    assert held is not None
    for clause in catalogue.clauses():
        proof = clause.reading.proof
        assert proof.start is not None
        start, end = landed(linked(URL, clause.reading, held), held)
        assert start == proof.start
        assert held[end : proof.end].strip(".") == ""
    assert catalogue.clause(f"{BUNDLED}#geneva-2254") is not None


WORDS = st.lists(
    st.sampled_from(["peace", "war", "Peace", "the", "of", "e-mail", "x,y", "a&b", "不", "ß"]), min_size=1, max_size=5
)
LINES = st.lists(st.tuples(WORDS, st.sampled_from([" ", "\n", ", ", ' "', "\n\n"])), min_size=1, max_size=6)


@given(LINES, st.data())
def test_a_browser_shows_the_words(pieces: list[tuple[list[str], str]], data: st.DataObject) -> None:
    held = "".join(" ".join(words) + after for words, after in pieces)
    found = words(held)
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first, len(found) - 1))
    start, end = found[first].start, found[last].end
    there = landed(linked(URL, standing(held, start, end), held), held)
    if there != (start, end):
        # Only an equal passage, on lines that are equal around it, is shown in its place.
        assert held[slice(*there)].casefold().split()[0] == held[start:end].casefold().split()[0]
        assert there[0] < start or there[1] != end


@given(LINES, st.data())
def test_words_that_stand_there_once_are_shown_themselves(
    pieces: list[tuple[list[str], str]], data: st.DataObject
) -> None:
    before = "".join(" ".join(words) + after for words, after in pieces)
    own = " ".join(f"own{number}" for number in range(data.draw(st.integers(1, 40))))
    held = f"{before} {own} {before}"
    start = held.index(own)
    assert landed(linked(URL, standing(held, start, start + len(own)), held), held) == (start, start + len(own))
