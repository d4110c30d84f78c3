"""Near words: none is missed that is near enough, and none is taken that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import clauses
from tui.index.segment import segment_of
from tui.search.near import EXACT, INFLECTED, MISSPELT, Meant, NearWords, allowed_distance, distance

WORDS = (
    "communication commitment committee community conflict conflicts sovereignty solution solutions ceasefire "
    "military ministry terrorist terrorists reaffirm reaffirmed untied united the then them a an of 2254 2256"
).split()
INDEX = segment_of(clauses(WORDS)).index
NEAR = NearWords(INDEX)


def near(word: str, *, common: bool = False) -> dict[str, float]:
    found = NEAR.find(Meant(word, word in WORDS, common))
    return {INDEX.vocabulary.word(number): quality for number, quality in found.items()}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("comunication", {"communication": MISSPELT[1]}),
        ("cmounicatoin", {}),
        ("cmomunicatoin", {"communication": MISSPELT[2]}),
        ("militry", {"military": MISSPELT[1]}),
        ("teh", {"the": MISSPELT[1]}),
        ("solution", {"solution": EXACT, "solutions": INFLECTED}),
        ("reaffirm", {"reaffirm": EXACT, "reaffirmed": INFLECTED}),
        ("untied", {"untied": EXACT, "united": 0.5}),
        ("of", {"of": EXACT}),
        ("on", {}),
        ("2255", {}),
        ("the", {"the": EXACT}),
    ],
)
def test_near_words(word: str, expected: dict[str, float]) -> None:
    assert near(word) == expected


def test_a_common_word_is_no_slip() -> None:
    assert near("untied", common=True) == {"untied": EXACT}


@given(st.sampled_from([word for word in WORDS if len(word) > 2 and word.isalpha()]), st.data())
def test_none_is_missed(word: str, data: st.DataObject) -> None:
    query = list(word)
    for _ in range(1 if len(word) < 9 else 2):
        place = data.draw(st.integers(0, len(query) - 1))
        if data.draw(st.booleans()):
            query[place] = data.draw(st.sampled_from("abcxyz"))
        else:
            del query[place]
    asked = "".join(query)
    if asked not in WORDS and 0 < distance(asked, word, 2) <= allowed_distance(asked):
        assert word in near(asked)


class Exhaustive(NearWords):
    """Rates every word there is."""

    def _alike(self, meant: Meant, most: int) -> dict[int, str]:
        return {number: self._index.vocabulary.word(number) for number in range(1, len(self._index.vocabulary) + 1)}


@given(
    st.sets(
        st.one_of(
            st.text("aeilorsz", min_size=1, max_size=9),
            st.sampled_from("aesthetise esthetize oesophagus esophagus programmes programs honours honor".split()),
        ),
        min_size=1,
    ),
    st.booleans(),
    st.data(),
)
def test_no_word_is_rated_less_for_being_known(held: set[str], common: bool, data: st.DataObject) -> None:
    index = segment_of(clauses(sorted(held))).index
    meant = Meant(data.draw(st.sampled_from(sorted(held))), True, common)
    assert NearWords(index).find(meant) == Exhaustive(index).find(meant)


@given(st.text("aceimnotu", max_size=14))
def test_none_is_too_far(word: str) -> None:
    for other in near(word):
        assert distance(word, other, 5) <= allowed_distance(word)


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("comm", ["commitment", "committee", "communication", "community"]),
        ("comunic", ["communication"]),
        ("225", ["2254", "2256"]),
        ("zz", []),
    ],
)
def test_endings(beginning: str, expected: list[str]) -> None:
    begun, nearly, _ = NEAR.endings(beginning)
    assert [INDEX.vocabulary.word(number) for number in (*begun, *nearly)] == expected


def test_the_most_frequent_are_those_that_the_most_clauses_hold() -> None:
    index = segment_of(clauses(["aa ab ac", "ab ac", "ac"])).index
    words = index.vocabulary.starting_with("a")
    assert sorted(map(index.vocabulary.word, NearWords(index).frequent(words, 2))) == ["ab", "ac"]
