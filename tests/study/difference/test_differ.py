"""A reader sees each word that differs, what kind of difference it is, and no word more."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from tests.study.difference.texts import ALIASES, TEXTS, edited, shown
from tui.study.difference.differ import changed_words, differences
from tui.study.difference.pieces import Change, Kind, turned

FORGED = "a political solution must be forged in the Geneva process pursuant to UNSCR 2254"
FOUND = "a political solution must be found in the Geneva process in accordance with UNSCR 2254"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            FORGED,
            FOUND,
            "a political solution must be [-forged-]{+found+}<substantive> in the Geneva process "
            "[-pursuant to-]{+in accordance with+}<substantive> UNSCR 2254",
        ),
        (
            "there is no military solution to the conflict in Syria",
            "there is no miltary solution in Syria",
            "there is no [-military-]{+miltary+}<substantive> solution [-to the conflict -]<substantive>in Syria",
        ),
        ("a secular state", "a non-sectarian state", "a [-secular-]{+non-sectarian+}<substantive> state"),
        ("", "we agree", "{+we agree+}<substantive>"),
        ("we agree", "", "[-we agree-]<substantive>"),
        ("a b c", "x b y", "[-a-]{+x+}<substantive> b [-c-]{+y+}<substantive>"),
        ("a (b) c", "a c", "a [-(b) -]<substantive>c"),
        ("a, b, c", "a, c", "a, [-b, -]<substantive>c"),
        ("all agree", "all agree, today", "all agree{+, today+}<substantive>"),
        (
            "the war in Syria. They say that peace came",
            "the war in Syria; peace came",
            "the war in Syria[-.-]{+;+}<style> [-They say that -]<substantive>peace came",
        ),
        ("peace (and war) came", "peace, came", "peace[- (-]{+, +}<style>[-and war) -]<substantive>came"),
        ("双方同意和平", "双方不同意和平", "双方{+不+}<substantive>同意和平"),
        ("договор о мире", "договор о войне", "договор о [-мире-]{+войне+}<substantive>"),
    ],
)
def test_words_that_differ(left: str, right: str, expected: str) -> None:
    assert shown(left, right, differences(left, right)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the labour market", "the labor market", "the [-labour-]{+labor+}<spelling> market"),
        ("they co-operate", "they cooperate", "they [-co-operate-]{+cooperate+}<spelling>"),
        ("the Café today", "the Cafe today", "the [-Café-]{+Cafe+}<spelling> today"),
        ("US forces", "U.S. forces", "[-US-]{+U.S.+}<spelling> forces"),
        ("the U.S.A. agreed", "the USA agreed", "the [-U.S.A.-]{+USA+}<spelling> agreed"),
        ("in the US.", "in the U.S.", "in the [-US-]{+U.S+}<spelling>."),
        ("U.S. forces", "U.K. forces", "U.[-S-]{+K+}<substantive>. forces"),
        ("US forces", "U.K. forces", "[-US-]{+U.K.+}<substantive> forces"),
        ("ещё раз", "еще раз", "[-ещё-]{+еще+}<spelling> раз"),
        (
            "honour, organised now",
            "honor, organized now",
            "[-honour-]{+honor+}<spelling>, [-organised-]{+organized+}<spelling> now",
        ),
    ],
)
def test_spelling(left: str, right: str, expected: str) -> None:
    assert shown(left, right, differences(left, right)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fourth", "forth"),
        ("filed", "filled"),
        ("mourning", "morning"),
        ("prise", "prize"),
        ("resign", "re-sign"),
        ("noone", "no-one"),
        ("2017", "20-17"),
        ("its", "it's"),
        ("US", "us"),
        ("U.S", "us"),
        ("WHO", "who"),
        ("102", "10²"),
        ("5", "-5"),
        ("5", "5%"),
        ("$5", "€5"),
        ("1.5", "1,5"),
        ("now", "not"),
        ("agree", "agree?"),
        ("the energy", "the [energy]"),
        ("united", "untied"),
        ("a part", "apart"),
    ],
)
def test_what_looks_like_spelling_or_style_and_is_not(one: str, other: str) -> None:
    pieces = differences(f"it says {one} there", f"it says {other} there")
    assert {piece.kind for piece in pieces if piece.change is not Change.SAME} == {Kind.SUBSTANTIVE}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We agree", "we agree"),
        ("THE US AND RUSSIA AGREE", "The US and Russia agree"),
        ("“peace” now", '"peace" now'),
        ("peace – now", "peace - now"),
        ("peace, now", "peace now"),
        ("peace now.", "peace now"),
        ("peace\n\nnow", "peace now"),
        ("the state’s view", "the state's view"),
        ("the Ｇ７ met", "the G7 met"),
        ("2017–2018", "2017-2018"),
        ("(peace)", "peace"),
    ],
)
def test_style(left: str, right: str) -> None:
    pieces = differences(left, right)
    assert {piece.kind for piece in pieces if piece.change is not Change.SAME} == {Kind.STYLE}
    assert changed_words(pieces, left, right) == 0


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("they defeat Daesh there", "they defeat ISIS there", "they defeat [-Daesh-]{+ISIS+}<alias> there"),
        ("met in Danang on Friday", "met in Da Nang on Friday", "met in [-Danang-]{+Da Nang+}<alias> on Friday"),
        ("Daesh forces", "Islamic State troops", "[-Daesh-]{+Islamic State+}<alias> [-forces-]{+troops+}<substantive>"),
        ("all Daesh's losses", "all ISIS’s losses", "all [-Daesh's-]{+ISIS’s+}<alias> losses"),
        ("all Daesh's losses", "all ISIS losses", "all [-Daesh's-]{+ISIS+}<substantive> losses"),
        ("the USA met", "the United States met", "the [-USA-]{+United States+}<alias> met"),
        ("United States met", "United States of America met", "United States {+of America +}<alias>met"),
        ("United States met", "United States of Europe met", "United States {+of Europe +}<substantive>met"),
    ],
)
def test_names_of_one_referent(left: str, right: str, expected: str) -> None:
    assert shown(left, right, differences(left, right, ALIASES)) == expected


def test_names_are_of_one_referent_only_where_the_collection_says_so() -> None:
    pieces = differences("they defeat Daesh", "they defeat ISIS")
    assert [piece.kind for piece in pieces] == [None, Kind.SUBSTANTIVE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The United States and Russia agree", "Russia and the United States agree"),
        ("Donald Trump and Vladimir Putin met", "Vladimir Putin and Donald Trump met"),
        ("President Trump and President Putin met", "President Putin and President Trump met"),
        ("the US-Russia summit", "the Russia-US summit"),
        ("Russia, Iran and Türkiye", "Iran, Türkiye and Russia"),
        ("Трамп и Путин договорились", "Путин и Трамп договорились"),
    ],
)
def test_each_capital_names_itself_first(left: str, right: str) -> None:
    kinds = {piece.kind for piece in differences(left, right) if piece.change is not Change.SAME} - {Kind.STYLE}
    assert kinds == {Kind.ORDER}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Russia attacked Ukraine", "Ukraine attacked Russia"),
        ("they sign and ratify it", "they ratify and sign it"),
        ("Russia withdraws. Ukraine and others", "Ukraine withdraws. Russia and others"),
        ("Russia and Iran and China", "Iran and Iran and Russia"),
    ],
)
def test_another_order_that_may_change_the_meaning(left: str, right: str) -> None:
    assert Kind.SUBSTANTIVE in {piece.kind for piece in differences(left, right)}


def test_a_moved_passage_is_told_at_both_ends() -> None:
    left = "They confirmed the importance of de-escalation areas as an interim step, and agreed."
    right = "As an interim step, they confirmed the importance of de-escalation areas, and agreed."
    moved = [piece for piece in differences(left, right) if piece.change is Change.MOVED]
    assert [(piece.move, left[slice(*piece.left)], right[slice(*piece.right)]) for piece in moved] == [
        (0, "", "As an interim step, "),
        (0, " as an interim step", ""),
    ]


def test_a_difference_goes_where_a_sentence_begins() -> None:
    left = "We met in Hanoi. We met in Danang."
    right = "We met in Danang."
    assert shown(left, right, differences(left, right)) == "[-We met in Hanoi. -]<substantive>We met in Danang."


def test_differences_that_touch_are_one() -> None:
    """Not "the" kept alone between two differences where it costs no word to have one."""
    left, right = "agreed on the plan", "agreed on the road the plan"
    assert len([piece for piece in differences(left, right) if piece.change is not Change.SAME]) == 1


@given(TEXTS, TEXTS)
@example("", "")
@example("a", "A")
@example("\x1b[31m", "a")
def test_pieces_cover_both_texts_in_order(left: str, right: str) -> None:
    at = [0, 0]
    for piece in differences(left, right, ALIASES):
        assert [piece.left[0], piece.right[0]] == at
        at = [piece.left[1], piece.right[1]]
        assert piece.left[0] <= piece.left[1]
        assert piece.right[0] <= piece.right[1]
        assert piece.left[1] - piece.left[0] + piece.right[1] - piece.right[0] > 0
    assert at == [len(left), len(right)]


@given(TEXTS, TEXTS)
def test_what_is_the_same_is_the_same_and_all_else_has_a_kind(left: str, right: str) -> None:
    for piece in differences(left, right, ALIASES):
        one, other = left[slice(*piece.left)], right[slice(*piece.right)]
        assert (piece.kind is None) is (piece.change is Change.SAME)
        if piece.change is Change.SAME:
            assert one == other
        if piece.change is Change.ADDED:
            assert not one
        if piece.change is Change.DROPPED:
            assert not other
        if piece.change is Change.REPLACED:
            assert one
            assert other
            assert one != other


@given(TEXTS, TEXTS)
def test_turned_round_it_is_its_mirror(left: str, right: str) -> None:
    assert turned(differences(left, right, ALIASES)) == differences(right, left, ALIASES)


@given(edited())
def test_edits_turned_round_are_their_mirror(pair: tuple[str, str]) -> None:
    left, right = pair
    assert turned(differences(left, right, ALIASES)) == differences(right, left, ALIASES)


@given(TEXTS)
def test_a_text_and_itself_are_the_same(text: str) -> None:
    assert all(piece.change is Change.SAME for piece in differences(text, text, ALIASES))


@given(edited())
def test_a_moved_passage_has_the_same_words_at_both_ends(pair: tuple[str, str]) -> None:
    from tui.text.words import words

    left, right = pair
    ends: dict[int, list[list[str]]] = {}
    for piece in differences(left, right, ALIASES):
        if piece.move is not None and piece.kind is Kind.SUBSTANTIVE:
            said = left[slice(*piece.left)] or right[slice(*piece.right)]
            ends.setdefault(piece.move, []).append([word.folded for word in words(said)])
    assert all(len(both) == 2 and both[0] == both[1] for both in ends.values())


def test_long_texts_are_compared_at_once() -> None:
    left = " ".join(f"word{number}" for number in range(20_000))
    right = " ".join(f"word{number}" for number in range(20_000) if number % 7) + " end"
    pieces = differences(left, right, ALIASES)
    assert sum(piece.change is Change.DROPPED for piece in pieces) == 20_000 // 7


def test_long_texts_with_nothing_in_common() -> None:
    left, right = ("the " * 20_000), " ".join(f"word{number}" for number in range(20_000))
    assert changed_words(differences(left, right), left, right) == 40_000
