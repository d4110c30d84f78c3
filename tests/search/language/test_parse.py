"""What each thing a reader types means, finished or not."""

from __future__ import annotations

import pytest

from tui.search.language.date_range import DateRange
from tui.search.language.parse import parse
from tui.search.language.tree import (
    Alternative,
    Atom,
    DateIn,
    Edge,
    ExactWord,
    FieldValues,
    Fuzzy,
    FuzzyPhrase,
    Group,
    Near,
    Phrase,
    Query,
    Regex,
    Sort,
)
from tui.search.query import MOST_CHARACTERS


def alone(*atoms: Atom) -> Query:
    return Query(tuple(Group((Alternative(atom),)) for atom in atoms))


def excluded(atom: Atom) -> Query:
    return Query((Group((Alternative(atom, negated=True),)),))


def either(*atoms: Atom) -> Group:
    return Group(tuple(Alternative(atom) for atom in atoms))


@pytest.mark.parametrize(
    ("typed", "atom"),
    [
        ("no military solution", Fuzzy("no military solution")),
        ("  no \t military\nsolution ", Fuzzy("no military solution")),
        ("Syria's future, he said: “peace", Fuzzy("Syria's future, he said:")),
        ("'ISIS'", ExactWord("ISIS")),
        ("'ISIS", ExactWord("ISIS")),
        ("'non-sectarian'", ExactWord("non-sectarian")),
        ("‘ceasefire’", ExactWord("ceasefire")),
        ("‘ceasefire", ExactWord("ceasefire")),
        ("'cease fire'", Phrase("cease fire")),
        ("‘cease fire’.", Phrase("cease fire")),
        ("'the leaders’ view'", Fuzzy("view'")),
        ('"no  military solution."', Phrase("no military solution")),
        ("“no military solution”", Phrase("no military solution")),
        ("«no military solution»", Phrase("no military solution")),
        ("„no military solution“", Phrase("no military solution")),
        ('"military channels"~4', Near("military channels", 4)),
        ('"military channels"~', Phrase("military channels")),
        ('~"no millitary soluton"', FuzzyPhrase("no millitary soluton")),
        ("^reaffirm", Edge("reaffirm", True, False)),
        ("Syria$", Edge("Syria", False, True)),
        ("^Syria$", Edge("Syria", True, True)),
        ('^"the two leaders"', Edge("the two leaders", True, False)),
        ('"in Syria"$', Edge("in Syria", False, True)),
        (r"/de-?escalat\w+/", Regex(r"de-?escalat\w+")),
        (r"/military (solution|means)/", Regex(r"military (solution|means)")),
        (r"/a\/b/", Regex(r"a\/b")),
        ("person:putin,trump", FieldValues("person", ("putin", "trump"))),
        ('at:"Da Nang",Amman', FieldValues("at", ("Da Nang", "Amman"))),
        ("kind:Joint_Statement", FieldValues("kind", ("joint-statement",))),
        ('kind:"joint statement"', FieldValues("kind", ("joint-statement",))),
        ("cites:S/RES/2254", FieldValues("cites", ("S/RES/2254",))),
        ("person:putin,putin,", FieldValues("person", ("putin",))),
        ("date:2017-07..2017-11", DateIn((DateRange.parse("2017-07..2017-11"),))),
        ("Person:Putin", FieldValues("person", ("Putin",))),
        ("KIND:readout", FieldValues("kind", ("readout",))),
        ("kind:communiqué", FieldValues("kind", ("communique",))),
        ("kind:“chair’s statement”", FieldValues("kind", ("chairs-statement",))),
        ("date:1990s", DateIn((DateRange.parse("199X"),))),
        ("date:2010-2012", DateIn((DateRange.parse("2010..2012"),))),
        ("date:2015,>=2017", DateIn((DateRange.parse("2015"), DateRange.parse(">=2017")))),
    ],
)
def test_an_atom_is_what_was_typed(typed: str, atom: Atom) -> None:
    query = parse(typed)
    if typed.endswith("“peace"):
        assert query == alone(atom, Phrase("peace"))
    elif typed.endswith("view'"):
        assert query == alone(atom, Phrase("the leaders"))
    else:
        assert query == alone(atom)
    assert query.notices == ()


@pytest.mark.parametrize(
    ("typed", "atom"),
    [
        ('"no milit', Phrase("no milit")),
        ("“no milit", Phrase("no milit")),
        ('~"no milit', FuzzyPhrase("no milit")),
        ('^"the two', Edge("the two", True, False)),
        ("/de-?esc", Regex("de-?esc")),
        ('at:"Da Na', FieldValues("at", ("Da Na",))),
        ("person:putin,", FieldValues("person", ("putin",))),
        ("kind:jo", FieldValues("kind", ("joint-statement",))),
        ("kind:joint-", FieldValues("kind", ("joint-statement",))),
        ('kind:"joint st', FieldValues("kind", ("joint-statement",))),
        ("kind:readout,re", FieldValues("kind", ("readout", "resolution", "report"))),
        ("date:2017-0", DateIn((DateRange.parse("2017"),))),
        ("date:2017-07..2", DateIn((DateRange.parse(">=2017-07"),))),
    ],
)
def test_what_is_unfinished_is_closed(typed: str, atom: Atom) -> None:
    assert parse(typed) == alone(atom)
    assert parse(typed).notices == ()


@pytest.mark.parametrize(
    "sign", ["-", "!", "^", "$", "|", "'", '"', '~"', "/", "~", "''", '""', "//", "-|", '^"', "- -"]
)
def test_a_sign_with_nothing_after_it_changes_nothing(sign: str) -> None:
    assert parse(f"geneva {sign}") == alone(Fuzzy("geneva"))
    assert parse(f"geneva {sign}").notices == ()


@pytest.mark.parametrize("mark", ["-", "!"])
def test_a_word_is_excluded_exactly(mark: str) -> None:
    assert parse(f"{mark}nuclear") == excluded(ExactWord("nuclear"))
    assert parse(f"{mark}'nuclear'") == excluded(ExactWord("nuclear"))
    assert parse(f'{mark}"nuclear deal"') == excluded(Phrase("nuclear deal"))
    assert parse(f"{mark}/nucl/") == excluded(Regex("nucl"))
    assert parse(f"{mark}^nuclear") == excluded(Edge("nuclear", True, False))
    assert parse(f"{mark}person:putin,trump") == excluded(FieldValues("person", ("putin", "trump")))


@pytest.mark.parametrize(
    "prose",
    [
        "de-escalation",
        "Moscow - Geneva",
        "- 5",
        "-5",
        "--",
        "wait!",
        "and/or",
        "Moscow / Geneva",
        "US$5",
        "a^b",
        "(sic)",
    ],
)
def test_signs_inside_prose_are_text(prose: str) -> None:
    kept = " ".join(word for word in prose.split() if any(char.isalnum() for char in word))
    assert parse(prose) == (alone(Fuzzy(kept)) if kept else Query())


def test_a_hyphen_after_a_quotation_excludes_nothing() -> None:
    assert parse('"anti"-terror') == alone(Fuzzy("terror"), Phrase("anti"))
    assert parse('"yes"!') == alone(Phrase("yes"))


def test_bare_words_are_one_phrase_whatever_stands_among_them() -> None:
    whole = parse("no military person:putin solution 'to' the conflict")
    assert whole == alone(
        Fuzzy("no military solution the conflict"), FieldValues("person", ("putin",)), ExactWord("to")
    )
    assert whole.fuzzy is not None
    assert whole.fuzzy.places == ((0, 2), (3, 11), (25, 33), (39, 42), (43, 51))


def test_or_binds_tighter_than_the_space() -> None:
    expected = Query((*alone(Fuzzy("peace process")).groups, either(Fuzzy("geneva"), Fuzzy("astana"))))
    for typed in (
        "peace geneva | astana process",
        "peace geneva|astana process",
        "| peace geneva | | astana process |",
    ):
        assert parse(typed) == expected
    assert parse("/a/|/b/") == Query((either(Regex("a"), Regex("b")),))
    assert parse("'a' | -b") == Query((Group((Alternative(ExactWord("a")), Alternative(ExactWord("b"), True))),))


def test_what_is_left_out_of_an_or_leaves_the_other() -> None:
    assert parse("geneva | kind:zzz") == alone(Fuzzy("geneva"))
    assert parse("peace kind:zzz | geneva") == alone(Fuzzy("peace geneva"))


@pytest.mark.parametrize(
    ("typed", "sort"),
    [
        ("sort:date", Sort.OLDEST),
        ("sort:-date", Sort.NEWEST),
        ("sort:score", Sort.SCORE),
        ("sort:", None),
        ("sort:x", None),
    ],
)
def test_the_order_is_beside_what_is_asked(typed: str, sort: Sort | None) -> None:
    assert parse(f"geneva {typed}") == Query(alone(Fuzzy("geneva")).groups, sort)


def test_the_last_order_counts() -> None:
    query = parse("sort:date sort:-date")
    assert query.sort is Sort.NEWEST
    assert query.notices == ("“sort:date” was left out: the last sort: counts",)
    assert parse("sort:date,score").sort is Sort.SCORE
    assert parse("sort:date,score").notices == query.notices


@pytest.mark.parametrize(
    ("typed", "unfinished"),
    [
        ("no milit", True),
        ("no milit ", False),
        ("no milit.", False),
        ("geneva | asta", True),
        ("geneva kind:readout", True),
        ("geneva kind:readout ", False),
        ("terror date:2018", True),
        ("terror -nuclear", True),
        ("terror -", True),
        ("terror sort:-date", True),
        ("terror sort:-date ", False),
        ('terror "nuclear deal"', False),
        ("geneva |", False),
        ("person:pu,", False),
        ('"no milit', True),
        ('"no milit"', False),
        ("'milit", True),
        ("'milit'", False),
        ("milit$", False),
        ("^milit", True),
        ("-milit", True),
        ("/milit", False),
        ('at:"Da Na', True),
        ('at:"Da Nang"', False),
        ("person:", False),
        ("", False),
    ],
)
def test_the_last_word_may_still_be_being_typed(typed: str, unfinished: bool) -> None:
    assert parse(typed).unfinished is unfinished


@pytest.mark.parametrize("aside", ["date:2018", "sort:-date", "-nuclear", "kind:", "-", "date:2017 -x sort:date"])
def test_what_asks_for_no_words_finishes_none(aside: str) -> None:
    for typed in (f"no terror {aside}", f"{aside} no terror"):
        fuzzy = parse(typed).fuzzy
        assert fuzzy is not None
        assert fuzzy.unfinished
        assert parse(typed) == parse(f"{typed} ")
        fuzzy = parse(f"{typed} ").fuzzy
        assert fuzzy is not None
        assert not fuzzy.unfinished


@pytest.mark.parametrize("typed", ["no terror 'x", 'no terror "x"', "no terror geneva | kind:readout", "terror /x/"])
def test_a_word_with_others_after_it_is_whole(typed: str) -> None:
    fuzzy = parse(typed).fuzzy
    assert fuzzy is not None
    assert not fuzzy.unfinished


def test_what_is_excluded_is_taken_as_it_stands() -> None:
    assert parse("-kind:jo").groups == ()
    assert parse("-kind:jo").notices == ("kind: knows no “jo” (nearest: joint-statement), which was left out",)


def test_places_point_into_the_text() -> None:
    text = "no -'military'  at:\"Da Nang\" | solution"
    places = [one.places for group in parse(text).groups for one in group.alternatives]
    assert [[text[start:end] for start, end in several] for several in places] == [
        ["no"],
        ["-'military'"],
        ['at:"Da Nang"'],
        ["solution"],
    ]


def test_a_long_text_is_cut_and_says_so() -> None:
    query = parse("x" * (MOST_CHARACTERS + 1))
    assert query.fuzzy is not None
    assert query.fuzzy.atom == Fuzzy("x" * MOST_CHARACTERS)
    assert not query.unfinished
    assert query.notices == ("the query was cut to its first 10,000 characters",)
