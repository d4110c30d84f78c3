"""Where wordings come from, who was first, and where they part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.made import clause, rendering
from tui.index.catalogue import Catalogue
from tui.model.dates import EdtfDate
from tui.model.records import AliasSet, Collection, Location, Rendering, Source
from tui.model.vocabulary import Authority, SourceKind, Speech
from tui.study.wordings import (
    bases,
    carried_by,
    descent,
    descent_line,
    first_line,
    first_published,
    renderings_of,
    wordings,
)

_NOWHERE = Location("made.yaml", 1, 1)


def source(name: str, published: str | None = None, derived_from: str | None = None) -> Source:
    date = EdtfDate.parse(published) if published else None
    origin = f"made/{derived_from}" if derived_from else None
    kind = SourceKind.NEWS_REPORT
    key, publisher = f"made/{name}", name.title()
    return Source(key, name, "made", kind, publisher, "T", "en", _NOWHERE, date, derived_from=origin)


def catalogue(*sources: Source, aliases: tuple[AliasSet, ...] = ()) -> Catalogue:
    return Catalogue.of([Collection("made", "Made", "/made", sources=sources, aliases=aliases)])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Peace now"], ""),
        (["Peace now", "Peace now"], "2 sources; word for word the same"),
        (["It was forged here", "It was found here"], "2 sources; part at “forged” / “found”"),
        (["Peace now today", "Peace now"], "2 sources; part at “today” / nothing"),
        (["Labour laws", "Labor laws"], "2 sources; differ only in spelling"),
        (["Russia and Iran met.", "Iran and Russia met"], "2 sources; differ only in order, style"),
        (["Fight Daesh", "Fight ISIS"], "2 sources; differ only in alias"),
        (["A b c d", "A b c x", "A y c d"], "3 sources; part at “b” / “y”"),
    ],
)
def test_how_many_sources_and_where_they_part(texts: list[str], expected: str) -> None:
    made = clause("c", *(rendering(text, source=f"made/s{number}") for number, text in enumerate(texts)))
    assert carried_by(made, [AliasSet(("Daesh", "ISIS"))]) == expected


def test_other_languages_are_counted_and_not_held_against_the_first() -> None:
    made = clause("c", rendering("Peace", "en"), rendering("Мир", "ru", "made/b"), rendering("Paix", "fr", "made/c"))
    assert carried_by(made, ()) == "3 sources; also in fr, ru"


def test_pieces_are_told_from_the_chosen_base_within_its_language() -> None:
    made = clause("c", rendering("Peace"), rendering("Мир", "ru"), rendering("War"))
    found = wordings(catalogue(), made, base=2)
    assert [wording.pieces is not None for wording in found] == [True, False, False]
    assert found[0].publisher == "paper"


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["2017-11-11", "2017-11-12"], 0),
        (["2017-11-11T14:30+07:00", "2017-11-11T06:30+00:00"], 1),
        (["2017-11-11", "2017-11-11"], None),
        (["2017-11", "2017-11-30"], None),
        (["2017-11-11T10:00Z", "2017-11-11"], None),
        (["2017-11-11", None], None),
    ],
)
def test_who_was_first_is_said_only_where_the_dates_tell(dates: list[str | None], first: int | None) -> None:
    sources = [source(f"s{number}", date) for number, date in enumerate(dates)]
    assert first_published(sources) == (None if first is None else sources[first])


def test_what_derives_from_what_ends_where_it_goes_round() -> None:
    opened = catalogue(source("a", derived_from="b"), source("b", "2017", derived_from="a"))
    wording = rendering("Peace", source="made/a")
    assert [one.id for one in descent(opened, wording)] == ["a", "b"]
    line = descent_line(opened, clause("c", wording), wording)
    assert line == "#c ← en agency wording ← A (no date) ← B (2017)"


def test_what_is_undefined_is_named() -> None:
    opened = catalogue(source("a", derived_from="lost"))
    for name, said in (("a", "A (no date) ← made/lost (undefined)"), ("gone", "made/gone (undefined)")):
        wording = rendering("Peace", source=f"made/{name}")
        assert descent_line(opened, clause("c", wording), wording).endswith(f"← {said}")


def test_sources_without_a_date_are_not_first() -> None:
    opened = catalogue(source("a", "2017-11-11"), source("b", "2017-11-12"), source("c"))
    made = clause("x", *(rendering("Peace", source=f"made/{name}") for name in "abc"))
    assert first_line(opened, made) == "First of those with a date: A (2017-11-11)"
    assert "cannot be told" in first_line(opened, clause("x", *made.renderings[1:]))
    assert first_line(opened, clause("x", made.renderings[0])) == ""


def told(text: str, source: str = "made/editors") -> Rendering:
    """The editors' own sentence."""
    return replace(rendering(text, source=source), speech=Speech.INDIRECT, authority=Authority.EDITORIAL)


def test_editors_are_no_source_that_carries_words() -> None:
    one = clause("c", told("No military solution"), rendering("there could be no military solution"))
    assert carried_by(one, ()) == ""
    two = clause("c", *one.renderings, rendering("there is to be no military solution", source="made/b"))
    assert carried_by(two, ()) == "2 sources; part at “could” / “is to”; in fragments"


def test_fragments_of_two_passages_part_nowhere() -> None:
    made = clause("c", told("A step"), rendering("an interim step"), rendering("set the conditions", source="made/b"))
    assert carried_by(made, ()) == "2 sources; in fragments"


def test_the_editors_words_are_held_against_nothing() -> None:
    made = clause("c", told("Peace"), rendering("Peace now"), rendering("Peace today now", source="made/b"))
    assert bases(renderings_of(catalogue(), made)) == [1, 2]
    assert [wording.pieces is not None for wording in wordings(catalogue(), made, base=1)] == [False, False, True]
