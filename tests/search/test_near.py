"""Near words: none is missed that is near enough, and none is taken that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import clauses
from tui.index.segment import segment_of
from tui.index.vocabulary import SHORTEST
from tui.search.near import EXACT, INFLECTED, MISSPELT, Meant, NearWords, allowed_distance, distance, rule_rating

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
    """Rates every word there is; by their letters only those that are long enough to be near others."""

    def _alike(self, meant: Meant, most: int) -> dict[int, str]:
        return {number: word for number, word in self._every() if len(word) >= SHORTEST}

    def _by_rule(self, word: str) -> dict[int, float]:
        every = self._every()
        return {number: rating for number, other in every if word != other and (rating := rule_rating(word, other))}

    def _every(self) -> list[tuple[int, str]]:
        return list(self._index.vocabulary.words(range(1, len(self._index.vocabulary) + 1)))


FAMILIES = (
    "aesthetise esthetize oesophagus esophagus programmes programs program honours honor dialogs dialogue cheques "
    "check manoeuvred maneuvered ploughshare plowshares travelled traveled organisations organization analysis "
    "analyses party parties partys country countries losses loss lives life shelves nacion naciones juez jueces "
    "woman women isis isiss new news los loses morning mourning filed filled",
    "район районов района районе соглашение соглашениями соглашений статья статей статьи мир мира военный военного",
    "سياسي السياسي والسياسي للسياسي وسياسي اطراف الاطراف حل الحل كامل امل",
    "גבול הגבול בגבול והגבול שלום השלום ארץ הארץ",
)


@given(
    st.sets(
        st.one_of(
            st.text("aeilorsz", min_size=1, max_size=9),
            st.text("аиямеовь", min_size=1, max_size=9),
            st.text("الوفبك", min_size=1, max_size=7),
            st.sampled_from(" ".join(FAMILIES).split()),
        ),
        min_size=1,
    ),
    st.booleans(),
    st.data(),
)
def test_no_word_is_missed_that_counts(held: set[str], common: bool, data: st.DataObject) -> None:
    index = segment_of(clauses(sorted(held))).index
    asked = data.draw(st.sampled_from(" ".join(FAMILIES).split()) | st.sampled_from(sorted(held)))
    meant = Meant(asked, asked in held, common)
    assert NearWords(index).find(meant) == Exhaustive(index).find(meant)


@pytest.mark.parametrize(
    "family",
    [
        "party parties",
        "country countries",
        "process processes",
        "loss losses",
        "life lives",
        "crisis crises",
        "woman women",
        "nacion naciones",
        "program programmes",
        "check cheques",
        "район районов районами",
        "соглашение соглашения соглашениями соглашений",
        "статья статьи статей",
        "область областью областей",
        "военный военного военные",
        "سياسي السياسي والسياسي",
        "جمهورية الجمهورية للجمهورية",
        "حل الحل والحل للحل",
        "גבול הגבול בגבול",
    ],
)
def test_each_form_of_a_word_finds_the_others(family: str) -> None:
    forms = family.split()
    index = segment_of(clauses(forms)).index
    for form in forms:
        for known in (True, False):
            found = NearWords(index).find(Meant(form, known, True))
            ratings = {index.vocabulary.word(number): quality for number, quality in found.items()}
            assert ratings == {form: EXACT} | dict.fromkeys(set(forms) - {form}, INFLECTED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("new", "news"),
        ("los", "loses"),
        ("los", "loss"),
        ("asses", "assess"),
        ("united", "untied"),
        ("man", "many"),
        ("мира", "миру"),
        ("прав", "правительство"),
        ("كامل", "امل"),
        ("له", "الله"),
        ("ان", "الان"),
        ("وزير", "زير"),
        ("شالوم", "الوم"),
    ],
)
def test_what_only_looks_like_another_form_is_none(one: str, other: str) -> None:
    assert not rule_rating(one, other)
    assert not rule_rating(other, one)


@given(st.text("aceimnotu", max_size=14))
def test_none_is_too_far(word: str) -> None:
    for other in near(word):
        assert distance(word, other, 5) <= allowed_distance(word) or rule_rating(word, other)


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
