"""The text index: what is looked up in it is what a plain reading of the texts gives."""

from __future__ import annotations

import mmap
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tests.search.clauses import sentences
from tui.index import suffixes
from tui.index.arrays import ArrayFile, write_arrays
from tui.index.damage import DamagedError
from tui.index.drafts import draft, joined
from tui.index.text_index import TextIndex, index_arrays
from tui.index.vocabulary import Vocabulary, vocabulary_arrays
from tui.text.words import words

FEW_WORDS = st.lists(st.lists(st.sampled_from("abc"), max_size=12).map(" ".join), min_size=1, max_size=8)
ANY_TEXTS = st.lists(st.text(max_size=60) | st.sampled_from(sentences()), max_size=4)


def index_of(texts: list[str]) -> TextIndex:
    return TextIndex(index_arrays(draft(texts)), texts.__getitem__)


def numbers(index: TextIndex, run: str) -> list[int]:
    return [index.number(word.folded) for word in words(run)]


def held_by(texts: list[str], run: str) -> list[int]:
    """The texts that hold the words of `run` side by side, found by reading them."""
    asked = [word.folded for word in words(run)]
    read = [[word.folded for word in words(text)] for text in texts]
    return [
        number
        for number, text in enumerate(read)
        if any(text[first : first + len(asked)] == asked for first in range(len(text) - len(asked) + 1))
    ]


def test_finds_clauses_by_word_and_by_run() -> None:
    index = index_of(["The Geneva process.", "The Geneva political process", "Process in Geneva, the"])
    assert len(index) == 3
    assert index.holders(index.number("geneva")).tolist() == [0, 1, 2]
    assert index.frequency(index.number("political")) == 1
    assert index.run_holders(numbers(index, "Geneva process")).tolist() == [0]
    assert index.run_holders(numbers(index, "the Geneva")).tolist() == [0, 1]
    assert index.places(numbers(index, "unheard of")).tolist() == []
    assert index.number("Geneva") == 0, "words are folded before they are looked up"


def test_words_by_their_beginning() -> None:
    vocabulary = index_of(["po political process processes Prozess пр"]).vocabulary
    assert list(map(vocabulary.word, vocabulary.starting_with("pro"))) == ["process", "processes", "prozess"]
    assert len(vocabulary.starting_with("q")) == 0
    assert len(vocabulary.starting_with("")) == 6


@given(FEW_WORDS, st.lists(st.sampled_from("abcd"), min_size=1, max_size=11).map(" ".join))
def test_a_run_is_found_wherever_it_stands(texts: list[str], run: str) -> None:
    index = index_of(texts)
    assert index.clauses_of(index.places(numbers(index, run))).tolist() == held_by(texts, run)


@given(FEW_WORDS, st.lists(st.sampled_from("abc"), max_size=9))
def test_a_run_that_goes_on_in_one_of_several_ways(texts: list[str], run: list[str]) -> None:
    index = index_of(texts)
    endings = range(1, len(index.vocabulary) + 1)
    if not endings or not all(map(index.number, run)):
        return
    found = index.places([index.number(word) for word in run], endings) if run else None
    expected = {number for word in "abc" for number in held_by(texts, " ".join([*run, word]))}
    assert found is None or set(index.clauses_of(found).tolist()) == expected


@given(FEW_WORDS, st.lists(st.sampled_from("abcd"), min_size=1, max_size=11).map(" ".join))
def test_a_run_is_found_where_all_is_sorted_to_the_end(texts: list[str], run: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for limit, size in {"_FEW": 1, "_BLOCK": 5, "_CHUNK": 7, "_APART": 3}.items():
            patch.setattr(suffixes, limit, size)
        index = index_of(texts)
        assert index.clauses_of(index.places(numbers(index, run))).tolist() == held_by(texts, run)


@given(FEW_WORDS, st.lists(st.sampled_from("abcd"), min_size=1, max_size=9), st.integers(1, 4))
def test_clauses_are_found_by_their_first_words_and_whole(texts: list[str], run: list[str], few: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suffixes, "_FEW", few)
        patch.setattr(suffixes, "_APART", few)
        index = index_of(texts)
        asked = numbers(index, " ".join(run))
        read = [text.split() for text in texts]
        opening = [number for number, words in enumerate(read) if words[: len(run)] == run]
        assert index.opening_with(asked).tolist() == opening
        assert index.wholes(asked).tolist() == [number for number in opening if len(read[number]) == len(run)]


@given(st.sets(st.text("abё中", min_size=1, max_size=4), max_size=30), st.text("abё中", max_size=4), st.integers(1, 5))
def test_words_are_found_by_their_letters(held: set[str], sought: str, apart: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.index.vocabulary._APART", apart)
        vocabulary = Vocabulary(vocabulary_arrays(sorted(held)))
        assert vocabulary.number(sought) == (1 + sorted(held).index(sought) if sought in held else 0)
        begun = [vocabulary.word(number) for number in vocabulary.starting_with(sought)]
        assert begun == [word for word in sorted(held) if word.startswith(sought)]


@given(st.sets(st.text("abcz", min_size=3, max_size=9), max_size=30), st.text("abcz", min_size=3, max_size=9))
def test_every_word_a_few_edits_off_is_alike(held: set[str], sought: str) -> None:
    vocabulary = Vocabulary(vocabulary_arrays(sorted(held)))
    for edits in (1, 2):
        near = {word for word in held if OSA.distance(word, sought) <= edits}
        alike = vocabulary.alike(sought, edits)
        assert near <= set(alike.values())


def test_runs_that_very_many_places_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suffixes, "_BLOCK", 100)
    monkeypatch.setattr(suffixes, "_CHUNK", 100)
    texts = [f"in accordance with the resolution of the council number {n % 7} and {n % 3} others" for n in range(500)]
    index = index_of(texts)
    for run in ("in accordance with the resolution of the council number 3", "number 5 and 2 others", "the council"):
        assert index.clauses_of(index.places(numbers(index, run))).tolist() == held_by(texts, run)


@given(ANY_TEXTS)
def test_gives_back_every_word_with_its_offsets(texts: list[str]) -> None:
    index = index_of(texts)
    for number, text in enumerate(texts):
        read = words(text)
        assert [index.vocabulary.word(ord(code)) for code in index.text(number)] == [word.folded for word in read]
        assert [index.span(number, place, place) for place in range(len(read))] == [(w.start, w.end) for w in read]
        assert all(number in index.holders(ord(code)) for code in index.text(number))


def test_the_words_of_several_clauses_at_once() -> None:
    index = index_of(["one two", "", "three", "two two"])
    tokens, firsts = index.tokens(np.array([3, 1, 0]))
    two, one = index.number("two"), index.number("one")
    assert tokens.tolist() == [two, two, 0, 0, one, two, 0]
    assert firsts.tolist() == [0, 3, 4, 7]


def test_a_word_of_very_many_letters_has_its_true_end() -> None:
    text = f"a {'x' * 300} b"
    assert index_of([text]).span(0, 0, 1) == (0, 302)
    assert index_of([text]).span(0, 1, 2) == (2, 304)


def test_more_words_than_the_basic_plane_has_characters() -> None:
    texts = [" ".join(f"w{number}" for number in range(70_000)), "w54321 w69999"]
    index = index_of(texts)
    assert index.run_holders(numbers(index, "w54321 w54322")).tolist() == [0]
    assert index.run_holders(numbers(index, "w54321 w69999")).tolist() == [1]
    assert index.vocabulary.word(ord(index.text(1)[1])) == "w69999"


@pytest.mark.parametrize("texts", [[], [""], ["!"]])
def test_no_words_at_all(texts: list[str]) -> None:
    index = index_of(texts)
    assert len(index) == len(texts)
    assert len(index.vocabulary) == 0
    assert index.number("peace") == 0
    assert index.vocabulary.alike("peace", 1) == {}


@given(st.lists(st.text("ab'’ \u0301\u00ad\u0e31中กёя½\n_9٠", max_size=20), max_size=4))
def test_texts_are_cut_where_one_text_is(texts: list[str]) -> None:
    read = draft(texts)
    written = [[(word.start, word.end - word.start, word.folded) for word in words(text)] for text in texts]
    assert read.counts.tolist() == list(map(len, written))
    found = zip(read.starts.tolist(), read.lengths.tolist(), [read.words[word] for word in read.tokens], strict=True)
    assert list(found) == [word for text in written for word in text]


@given(ANY_TEXTS, st.integers(0, 4))
def test_drafts_made_apart_make_the_same_index(texts: list[str], cut: int) -> None:
    together = index_arrays(draft(texts))
    apart = index_arrays(joined([draft(texts[:cut]), draft(texts[cut:])]))
    assert all(np.array_equal(together[name], apart[name]) for name in together)


def test_an_index_read_from_its_file_is_the_one_written(tmp_path: Path) -> None:
    arrays = index_arrays(draft(sentences()))
    write_arrays(tmp_path / "index", arrays)
    read = ArrayFile(tmp_path / "index")
    assert all(np.array_equal(arrays[name], read.arrays[name]) for name in arrays)
    (tmp_path / "index").unlink()
    read.release()
    assert all(np.array_equal(arrays[name], read.arrays[name]) for name in arrays), "it outlives its file"


def test_only_great_arrays_are_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back: list[tuple[int, int]] = []

    class Map(mmap.mmap):
        def madvise(self, option: int, start: int = 0, length: int | None = None) -> None:
            assert option == mmap.MADV_DONTNEED
            assert length is not None
            given_back.append((start, length))
            super().madvise(option, start, length)

    monkeypatch.setattr("tui.index.arrays.mmap.mmap", Map)
    small, great = np.arange(1_000, dtype=np.uint32), np.arange(3_000_000, dtype=np.uint32)
    write_arrays(tmp_path / "index", {"small": small, "great": great, "after": small})
    read = ArrayFile(tmp_path / "index")
    read.release()
    [(start, length)] = given_back
    assert start % mmap.PAGESIZE == 0 == length % mmap.PAGESIZE
    assert great.nbytes - 2 * mmap.PAGESIZE < length <= great.nbytes
    assert start >= small.nbytes, "what stands before it is kept"
    assert np.array_equal(read.arrays["great"], great)


@pytest.mark.parametrize("damage", [b"", b"something else", None])
def test_a_damaged_file_is_known_as_one(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "index"
    write_arrays(path, index_arrays(draft(sentences())))
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    with pytest.raises(DamagedError):
        ArrayFile(path)


@given(FEW_WORDS, st.sampled_from("abc"), st.sampled_from("abc"))
def test_the_clauses_that_hold_any_of_a_range_of_words(texts: list[str], first: str, last: str) -> None:
    index = index_of(texts)
    words_between = range(*sorted((index.number(first) or 1, index.number(last) or 1)))
    held = [word for word in "abc" if index.number(word) in words_between]
    assert set(index.holders_of(words_between).tolist()) == {
        number for number, text in enumerate(texts) if set(held) & set(text.split())
    }


@given(FEW_WORDS)
def test_the_edges_of_clauses(texts: list[str]) -> None:
    index = index_of(texts)
    read = [text.split() for text in texts]
    assert index.first_words().tolist() == [index.number(text[0]) if text else 0 for text in read]
    assert index.last_words().tolist() == [index.number(text[-1]) if text else 0 for text in read]
    assert index.word_counts().tolist() == [len(text) for text in read]
    assert [index.original(number) for number in range(len(texts))] == texts


@given(FEW_WORDS, st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join))
def test_runs_at_the_end_of_a_clause(texts: list[str], run: str) -> None:
    index = index_of(texts)
    places = index.last_of_clauses(index.places(numbers(index, run)), len(run.split()))
    ends = [number for number, text in enumerate(texts) if f" {text}".endswith(f" {run}")]
    assert index.clauses_of(places).tolist() == ends


@given(ANY_TEXTS, st.text(min_size=1, max_size=3) | st.sampled_from(["sol", "ss", "e", "жен"]))
def test_the_words_that_contain_letters(texts: list[str], letters: str) -> None:
    vocabulary = index_of(texts).vocabulary
    every = range(1, len(vocabulary) + 1)
    expected = [number for number in every if letters in vocabulary.word(number)]
    assert vocabulary.containing(letters) == expected
