"""Fields over the bundled collections as a reader types and chooses them: numbers hold, the list never collapses."""

from __future__ import annotations

import pytest

from tests.content.track import LIBRARY
from tui.app.facet_rows import FacetRow, facet_rows
from tui.index.catalogue import Catalogue
from tui.search.engine import Searcher
from tui.search.facets import everything, facets
from tui.search.language.editing import toggle_field
from tui.search.results import Results

CATALOGUE = Catalogue.of(LIBRARY.collections)
FILTERS = CATALOGUE.filters()
SEARCHER = Searcher(CATALOGUE.segments(), CATALOGUE.aliases(), FILTERS)


def search(query: str) -> Results:
    return SEARCHER.search(query, limit=2_000)


def total(query: str) -> int:
    return search(query).total


def rows(query: str) -> list[FacetRow]:
    return [row for row in facet_rows(facets(search(query) if query else everything(FILTERS), FILTERS)) if row.value]


@pytest.mark.parametrize(
    "query",
    [
        "", "terror", "terror ", "ceasefire", "ceasefire body:un", "body:Russia", "kind:jo", "date:2015..2016",
        "'ceasefire'", '"military channels', "body:united", "kind:joint-statement,communique", "ceasefire sort:-date",
        "date:2017 terror -nuclear",
    ],
)  # fmt: skip
def test_a_number_is_how_many_hits_are_left_when_its_value_is_chosen(query: str) -> None:
    listed = rows(query)
    assert listed
    for row in listed:
        if not row.chosen:
            chosen = toggle_field(query, row.field, row.value)
            assert (row, total(chosen)) == (row, row.count)
            again = next(one for one in rows(chosen) if (one.field, one.value) == (row.field, row.value))
            assert again.chosen
            assert again.count == row.count
            assert toggle_field(chosen, row.field, row.value) == query


@pytest.mark.parametrize("query", ["ceasefire", "terror", "", "body:Russia", 'body:"Russian Federation"'])
def test_what_is_the_same_in_both_collections_stands_there_once(query: str) -> None:
    for field in ("body", "person"):
        labels = [row.label for row in rows(query) if row.field == field]
        assert len(labels) == len(set(labels))
        values = [row.value for row in rows(query) if row.field == field]
        assert len(values) == len(set(values))


def test_a_body_is_the_same_by_any_of_its_names() -> None:
    assert len({total(f"body:{name} ") for name in ("ru", "Russia", '"Russian Federation"', "RU")}) == 1
    (row,) = [row for row in rows("ceasefire body:Russia ") if row.chosen]
    assert (row.label, row.value) in [("Russia", "Russia"), ("Russian Federation", "Russia")]
    assert row.count == total("ceasefire body:ru ")
    assert toggle_field("ceasefire body:Russia ", row.field, row.value) == "ceasefire "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("terror date:2018", "date:2018 terror"),
        ("terror sort:-date", "terror"),
        ("terror -qqqq", "terror"),
        ("kind:jo ceasefire", "ceasefire"),
        ("ceasefire kind:jo", "ceasefire kind:joint-statement"),
        ("kind:jo", "kind:joint-statement"),
        ("person:puti", "person:putin"),
        ("ceasefire person:put", "ceasefire person:putin"),
        ("ceasefire date:2017-0", "ceasefire date:2017"),
        ("ceasefire date:2017-07.", "ceasefire date:2017-07"),
        ("ceasefire date:2017-07..2", "ceasefire date:2017-07.."),
        ("ceasefire date:2017-07..2017-", "ceasefire date:2017-07..2017"),
        ("at:Vietnam", "at:VN"),
        ('at:"Viet Nam"', "at:VN "),
        ("at:danang", 'at:"Da Nang"'),
        ('at:"Da N', 'at:"Da Nang"'),
        ("at:Switzerland", "at:CH"),
        ("verb:reaffirm", "verb:reaffirmed"),
        ("Person:Putin", "person:putin"),
        ("date:2012..2010", "date:2010-2012"),
        ("date:2010s", "date:201X"),
    ],
)
def test_the_same_is_found_however_it_is_written(one: str, other: str) -> None:
    assert {hit.number for hit in search(one).hits} == {hit.number for hit in search(other).hits}
    assert total(one) > 0


@pytest.mark.parametrize(
    "typed",
    [
        "ceasefire date:2017-07..2017-11", "ceasefire person:putin", 'at:"Da Nang"', '~"no military solution"',
        "kind:joint-statement", "ceasefire date:>=2017-07", 'ceasefire body:"russian fed',
    ],
)  # fmt: skip
def test_letter_by_letter_the_list_is_never_empty_once_a_value_is_begun(typed: str) -> None:
    first = typed.index(":") + 2 + ('"' in typed) if ":" in typed else 4
    for end in range(first, len(typed) + 1):
        assert (typed[:end], total(typed[:end])) != (typed[:end], 0)


@pytest.mark.parametrize(
    "typed",
    [
        "ceasefire date:2017-07-07..2017-11-11", "ceasefire date:>=2017-07", "ceasefire date:1990s", "x date:2010-2012",
        'ceasefire person:"vladimir putin"', "ceasefire kind:joint-statement", 'kind:"joint statement"',
        "ceasefire sort:-date", 'at:"Da Nang"', "body:ru,us", "has:variants", "at:vietnam", "Person:Putin",
    ],
)  # fmt: skip
def test_letter_by_letter_nothing_looks_like_an_error(typed: str) -> None:
    # Before its colon the name of a field is a word that may be near another field's.
    for end in range(typed.index(":") + 1, len(typed) + 1):
        notices = [notice for notice in search(typed[:end]).notices if "until a value follows" not in notice]
        assert (typed[:end], [one for one in notices if "only an order" not in one]) == (typed[:end], [])


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("ceasefire body:usa", "body: knows no “usa” (nearest: us), which was left out"),
        ("verb:reaffirm ceasefire", "verb: knows no “reaffirm” (nearest: reaffirmed), which was left out"),
        ("person:putn", "person: knows no “putn” (nearest: putin), which was left out"),
        ("lang:klingon", "lang: knows no “klingon”, which was left out; it takes en, de, fr, ru"),
        ("-person:pu ceasefire", "person: knows no “pu” (nearest: putin), which was left out"),
        ("series:APEC", "series: no clause has “APEC”"),
    ],
)
def test_a_value_that_nothing_has_is_told(query: str, notice: str) -> None:
    assert search(query).notices == (notice,)


def test_of_several_values_the_one_that_nothing_has_is_left_out() -> None:
    assert total("body:us,usa ceasefire") == total("body:us ceasefire") < total("ceasefire")
    assert search("body:us,usa ceasefire").narrowed == ("body",)
