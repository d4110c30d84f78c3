"""The text index in memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import clauses, sentences
from tui.index.postings import Postings
from tui.text.words import words


def codes(postings: Postings, run: str) -> str:
    found = [postings.code(word.folded) for word in words(run)]
    return "".join(code for code in found if code)


def test_finds_clauses_by_word_and_by_run() -> None:
    postings = Postings(clauses(["The Geneva process.", "The Geneva political process", "Process in Geneva, the"]))
    assert len(postings) == 3
    assert postings.holders(codes(postings, "geneva")) == {0, 1, 2}
    assert postings.frequency(codes(postings, "political")) == 1
    assert postings.run_holders(codes(postings, "Geneva process")) == {0}
    assert postings.run_holders(codes(postings, "the Geneva")) == {0, 1}
    assert postings.run_holders("") == frozenset()
    assert postings.code("Geneva") is None, "words are folded before they are looked up"


def test_words_by_their_beginning() -> None:
    postings = Postings(clauses(["po political process processes Prozess пр"]))
    assert [postings.word(code) for code in postings.starting_with("pro")] == ["process", "processes", "prozess"]
    assert postings.starting_with("q") == []
    assert len(postings.starting_with("")) == 6


def test_the_rendering_shown_is_the_one_indexed() -> None:
    text = "Das Treffen in Đà Nẵng"
    postings = Postings(clauses([text]))
    assert postings.words(0) == words(text)
    assert postings.span(0, 3, 4) == (15, 22)


def test_more_words_than_the_basic_plane_has_characters() -> None:
    postings = Postings(clauses([" ".join(f"w{number}" for number in range(70_000)), "w54321 w69999"]))
    assert postings.run_holders(codes(postings, "w54321 w54322")) == {0}
    assert postings.run_holders(codes(postings, "w54321 w69999")) == {1}
    assert postings.word(codes(postings, "w69999")) == "w69999"


def test_empty() -> None:
    assert len(Postings([])) == 0
    assert Postings(clauses([""])).words(0) == []


@given(st.lists(st.text(max_size=60) | st.sampled_from(sentences()), max_size=4))
def test_gives_back_every_word_with_its_offsets(texts: list[str]) -> None:
    postings = Postings(clauses(texts))
    for number, text in enumerate(texts):
        assert postings.words(number) == words(text)
        for code, word in zip(postings.text(number), words(text), strict=True):
            assert postings.word(code) == word.folded
            assert number in postings.holders(code)
