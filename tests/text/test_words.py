"""What a reader types and what a text prints come to the same words, each with its exact place."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tui.text.words import fold, folded_all, inside_word, standing, words

TRICKY = st.text(alphabet="abZ1'’ʼ＇- ._،иЙ\u0306еёé\u0301\u200c\u00ad\u0640العَة中文〇々がｶﾞ한ﬁñßĐıＡ½½⑴", max_size=14)
ANY_TEXT = TRICKY | st.text(max_size=30)


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@given(ANY_TEXT)
def test_places_are_inside_the_text_in_order_and_apart(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(ANY_TEXT)
def test_what_stands_at_a_words_place_folds_to_the_word(text: str) -> None:
    assert all(fold(text[word.start : word.end]) == word.folded for word in words(text))


@given(ANY_TEXT)
def test_no_word_is_empty(text: str) -> None:
    assert all(word.folded for word in words(text))


@given(ANY_TEXT)
def test_every_letter_and_digit_belongs_to_a_word(text: str) -> None:
    covered = {place for word in words(text) for place in range(word.start, word.end)}
    missed = [char for place, char in enumerate(text) if place not in covered and char.isalnum()]
    # What folds to nothing on its own (a tatweel, a lone sound mark) is no word to look for.
    assert all(not fold(char) for char in missed)


@given(ANY_TEXT)
@example("И\u0306од")
@example("Đà Nẵng")
def test_composed_and_decomposed_input_give_the_same_words(text: str) -> None:
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))


@given(st.lists(ANY_TEXT.map(lambda text: text.replace("\n", ""))))
def test_words_fold_together_as_they_do_alone(several: list[str]) -> None:
    assert folded_all(several) == [fold(word) for word in several]


@given(ANY_TEXT)
def test_a_folded_word_folds_to_itself(text: str) -> None:
    assert all(fold(word.folded) == word.folded for word in words(text))


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40))
def test_plain_ascii_takes_the_short_way_to_the_same_words(text: str) -> None:
    # A letter that is not ASCII, apart from the rest, sends the text through the general splitter.
    assert words(text) == words(f"{text} é")[:-1]


@given(ANY_TEXT)
@example("a'\u0301b")
@example("it's")
@example("中文\u3099")
def test_inside_word_agrees_with_words(text: str) -> None:
    # Words that fold to nothing are not among `words`, yet nothing may be cut out of them either.
    assume(all(fold(char) for char in text if char.isalnum()))
    inside = {place for place in range(-1, len(text) + 2) if inside_word(text, place)}
    assert inside == {place for word in words(text) for place in range(word.start + 1, word.end)}


FEW_WORDS = st.lists(st.sampled_from("ab"), max_size=8)


@given(FEW_WORDS, FEW_WORDS, FEW_WORDS)
def test_words_stand_where_they_were_put_and_nowhere_else(before: list[str], run: list[str], after: list[str]) -> None:
    among = [*before, *run, *after]
    found = standing(run, among)
    assert not run or len(before) in found
    # Each word is one letter: joined, words in a row are a piece of a text.
    assert found == [at for at in range(len(among)) if run and "".join(among).startswith("".join(run), at)]


@pytest.mark.parametrize("place", [-1, 0, 9, 10, 11])
def test_the_edges_of_a_text_are_inside_no_word(place: int) -> None:
    assert not inside_word("the words", place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Presidents", ["the", "presidents"], id="case"),
        pytest.param("Đà Nẵng", ["da", "nang"], id="accents and the crossed d"),
        pytest.param("café", ["cafe"], id="accent"),
        pytest.param("йод", ["йод"], id="й is a letter of its own"),
        pytest.param("Йод", ["йод"], id="capital Й"),
        pytest.param("и\u0306од", ["йод"], id="й written as two"),
        pytest.param("ещё ЕЩЁ", ["еще", "еще"], id="ё is typed as е"),
        pytest.param("ﬁnal eﬀort", ["final", "effort"], id="ligatures"),
        pytest.param("Ｇ２０　ｓｕｍｍｉｔ", ["g20", "summit"], id="full width"),
        pytest.param("terrorists' Russia's Russia’s", ["terrorists", "russias", "russias"], id="apostrophes"),
        pytest.param("'quoted' 'n'", ["quoted", "n"], id="single quotation marks are no part of a word"),
        pytest.param("de-confliction US-Russia", ["de", "confliction", "us", "russia"], id="hyphens part words"),
        pytest.param("UNSCR 2254", ["unscr", "2254"], id="numbers"),
        pytest.param("Straße Łódź Øresund", ["strasse", "lodz", "oresund"], id="letters without a decomposition"),
        pytest.param("İstanbul ışık", ["istanbul", "isik"], id="dotted and dotless i"),
        pytest.param("العَرَبِيَّة", ["العربية"], id="harakat"),
        pytest.param("أحمد", ["احمد"], id="hamza on alef"),
        pytest.param("ســـلام", ["سلام"], id="tatweel"),
        pytest.param("می\u200cخواهد", ["میخواهد"], id="a word with a zero-width non-joiner"),
        pytest.param("mili\u00adtary", ["military"], id="soft hyphen"),
        pytest.param("联合声明", ["联", "合", "声", "明"], id="Chinese, one character a word"),
        pytest.param("二〇〇八年", ["二", "〇", "〇", "八", "年"], id="the Chinese zero too"),
        pytest.param("各々", ["各", "々"], id="the repeating mark"),
        pytest.param("会見か\u3099", ["会", "見", "か"], id="a mark stays with its character"),
        pytest.param("½ ⑴", ["1⁄2", "1"], id="a half is not twelve"),
        pytest.param("[UN] «мир» — 1.5!", ["un", "мир", "1", "5"], id="punctuation"),
        pytest.param(" \t\n…?!\u0301", [], id="nothing to read"),
    ],
)
def test_words_as_readers_know_them(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


def test_korean_words_are_those_between_spaces() -> None:
    assert [(word.start, word.end) for word in words("대통령은 합의했다")] == [(0, 4), (5, 9)]


def test_places_are_those_of_the_original_even_where_folding_changes_the_length() -> None:
    assert words("Die Straße ﬁel") == [(0, 3, "die"), (4, 10, "strasse"), (11, 14, "fiel")]


def test_a_mark_after_a_letter_belongs_to_its_word() -> None:
    text = "cafe\u0301 noir"
    assert [text[word.start : word.end] for word in words(text)] == ["cafe\u0301", "noir"]
