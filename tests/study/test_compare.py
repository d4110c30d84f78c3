"""Two clauses and two statements held against each other: what stands for what, what is missing, what was moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.study.made import clause, rendering, statement
from tui.index.catalogue import Catalogue
from tui.model.records import AliasSet, Collection
from tui.study.compare import Comparison, Fate, compare, compare_clauses, same_language
from tui.study.difference.signs import signed, tally
from tui.study.matching import Match, matched, ordered, turned

AGREED = [
    "The leaders welcomed the progress that was made on the ground.",
    "They reaffirmed their commitment to the sovereignty of the country.",
    "They called on all parties to take an active part in the process.",
    "There is no military solution to the conflict.",
    "They will meet again in the spring of the next year.",
]

CATALOGUE = Catalogue.of([Collection("made", "Made", "/made", aliases=(AliasSet(("Daesh", "ISIS")),))])


def fates(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    """What became of each clause, in order: its fate and the ids on both sides."""
    return [
        (str(pair.fate), pair.left.clause.id if pair.left else None, pair.right.clause.id if pair.right else None)
        for pair in comparison.pairs
    ]


def compared(left: list[str], right: list[str]) -> Comparison:
    return compare(CATALOGUE, statement("one", left), statement("two", right))


def test_a_statement_and_itself_are_the_same() -> None:
    comparison = compared(AGREED, AGREED)
    assert comparison.same
    assert {fate for fate, *_ in fates(comparison)} == {"same"}


def test_what_was_changed_dropped_and_added() -> None:
    other = [AGREED[0], AGREED[1].replace("sovereignty", "unity"), "They thanked the host.", *AGREED[3:]]
    assert fates(compared(AGREED, other)) == [
        ("same", "c0", "c0"),
        ("changed", "c1", "c1"),
        ("dropped", "c2", None),
        ("added", None, "c2"),
        ("same", "c3", "c3"),
        ("same", "c4", "c4"),
    ]


def test_a_clause_that_was_moved_is_recognised_though_a_word_of_it_changed() -> None:
    other = [AGREED[4].replace("spring", "autumn"), *AGREED[:4]]
    comparison = compared(AGREED, other)
    assert fates(comparison)[-1] == ("moved", "c4", "c0")
    assert [fate for fate, *_ in fates(comparison)] == ["same"] * 4 + ["moved"]
    assert not comparison.same


def test_the_words_of_a_changed_clause_are_told() -> None:
    (pair,) = compare(
        CATALOGUE, clause("a", "They fight Daesh by all means"), clause("b", "They fight ISIS by some means")
    ).pairs
    assert pair.fate is Fate.CHANGED
    assert pair.left
    assert pair.right
    line = signed(pair.pieces, pair.left.text, pair.right.text)
    assert line == "They fight [-Daesh-]{+ISIS+}(alias) by [-all-]{+some+} means"
    assert tally(pair.pieces) == "2 differences: 1 substantive, 1 alias"


def test_what_both_have_in_one_language_is_compared() -> None:
    left = clause("a", rendering("Мир", "ru"), rendering("Peace now", "en-GB"))
    right = clause("b", rendering("Paix", "fr"), rendering("Peace then", "en-US"))
    pair = compare_clauses(left, right)
    assert pair.left
    assert pair.right
    assert (pair.left.text, pair.right.text) == ("Peace now", "Peace then")


def test_texts_in_two_languages_have_no_false_differences() -> None:
    comparison = compare(CATALOGUE, clause("a", rendering("Мир", "ru")), clause("b", rendering("Peace", "en")))
    assert not comparison.comparable
    assert not comparison.same
    assert comparison.pairs[0].pieces == ()
    assert comparison.pairs[0].fate is Fate.NOT_COMPARED


def test_a_clause_without_the_common_language_is_told_apart() -> None:
    left = statement("one", AGREED[:2])
    odd = clause("odd", rendering("Мир", "ru"))
    both = compare(CATALOGUE, left, statement("two", AGREED[:2]))
    assert both.same
    mixed = compare(CATALOGUE, odd, left)
    assert {fate for fate, *_ in fates(mixed)} == {"not compared"}


def test_languages_are_the_same_whatever_the_country_and_not_whatever_the_script() -> None:
    assert same_language("en-GB", "en")
    assert not same_language("zh-Hans", "zh-Hant")
    assert not same_language("en", "fr")


def test_very_long_lists_are_matched_by_what_is_equal() -> None:
    left = [f"clause number {number} about matter {number * 7}" for number in range(2_100)]
    right = [text for number, text in enumerate(left) if number % 50]
    matches = matched(left, right)
    assert sum(match.right is None for match in matches) == 42
    assert all(left[match.left] == right[match.right] for match in matches if match.left and match.right)


_CLAUSES = st.lists(
    st.lists(st.sampled_from("the of no peace war Daesh ISIS agreed not parties 5".split()), max_size=6).map(" ".join),
    max_size=6,
)


@given(_CLAUSES, _CLAUSES)
def test_each_text_is_in_one_match(left: list[str], right: list[str]) -> None:
    matches = matched(left, right)
    assert sorted(match.left for match in matches if match.left is not None) == list(range(len(left)))
    assert sorted(match.right for match in matches if match.right is not None) == list(range(len(right)))
    steady = [match for match in matches if None not in match[:2] and not match.moved]
    assert [match.right for match in steady] == sorted(match.right or 0 for match in steady)


@given(_CLAUSES, _CLAUSES)
def test_matches_turned_round_are_their_mirror(left: list[str], right: list[str]) -> None:
    assert turned(matched(left, right)) == matched(right, left)


@given(_CLAUSES, _CLAUSES)
def test_a_comparison_turned_round_is_its_mirror(left: list[str], right: list[str]) -> None:
    one, other = statement("one", left), statement("two", right)
    assert compare(CATALOGUE, one, other).turned() == compare(CATALOGUE, other, one)


@given(_CLAUSES)
def test_any_statement_and_itself_are_the_same(texts: list[str]) -> None:
    assert compared(texts, texts).same


def test_matches_are_read_in_the_order_of_both_lists() -> None:
    given_ones = [Match(2, 1), Match(None, 0), Match(0, None), Match(1, 2, moved=True)]
    assert ordered(given_ones) == [Match(0, None), Match(1, 2, moved=True), Match(None, 0), Match(2, 1)]
