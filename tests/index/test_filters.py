"""What a query's fields keep: the wordings that have the value, told by masks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.collection.factory import opened
from tests.index.syria import ASTANA
from tui.index.catalogue import Catalogue
from tui.index.filters import Filters
from tui.index.narrowing import Masks, Narrowing, Nearest

MORE = """\
participants:
  - {id: russia, kind: state, name: Russian Federation, code: RU, other_names: [Russia]}
  - {id: annan, kind: person, name: Kofi Annan}
sources:
  - {id: wire, kind: news-report, publisher: The Wire, title: Report, language: en}
  - {id: gazette, kind: official-text, publisher: Gazette, title: Text, language: ru}
instruments:
  - {id: unscr-2254, kind: resolution, title: Security Council resolution 2254, symbol: S/RES/2254 (2015)}
summits:
  - id: geneva
    title: Geneva
    date: 2012-06-30
    series: Action Group
    place: Geneva
    country: CH
    participations:
      - {participant: annan, roles: [chair], acting_for: [russia]}
statements:
  - id: final
    title: Final communique
    kind: communique
    act: issued
    summit: geneva
    clauses:
      - id: one
        part: operative
        by: [russia]
        verb: reaffirmed
        topics: [ceasefire]
        cites: [{to: unscr-2254}]
        renderings:
          - {source: wire, speech: direct, authority: agency, text: One.}
          - {source: gazette, speech: indirect, authority: authentic, language: ru, text: Один.}
      - id: two
        part: body
        note: A note.
        renderings:
          - {source: wire, speech: direct, authority: agency, text: Two.}
  - id: undated
    title: Undated
    kind: readout
    participations:
      - {participant: annan, roles: [spokesperson]}
    clauses:
      - id: three
        part: body
        renderings:
          - {source: gazette, speech: direct, authority: authentic, language: ru, text: Three.}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue.of([opened(tmp_path, "geneva", MORE), opened(tmp_path, "astana", ASTANA)])


@pytest.fixture
def filters(catalogue: Catalogue) -> Filters:
    return catalogue.filters()


def kept(catalogue: Catalogue, masks: Masks) -> list[str]:
    """The texts of the wordings that are meant, of the first collection."""
    segment, mask = catalogue.segments()[0], masks[0]
    return [segment.clause(int(number)).reading.text for number in np.flatnonzero(mask)]


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        ("kind", ["communique"], ["One.", "Один.", "Two."]),
        ("kind", ["communique", "readout"], ["One.", "Один.", "Two.", "Three."]),
        ("act", ["issued"], ["One.", "Один.", "Two."]),
        ("is", ["indirect"], ["Один."]),
        ("lang", ["RU"], ["Один.", "Three."]),
        ("part", ["operative"], ["One.", "Один."]),
        ("verb", ["Reaffirmed"], ["One.", "Один."]),
        ("topic", ["ceasefire"], ["One.", "Один."]),
        ("cites", ["2254"], ["One.", "Один."]),
        ("cites", ["unscr-2254"], ["One.", "Один."]),
        ("source", ["gazette"], ["Один.", "Three."]),
        ("source", ["the wire"], ["One.", "Two."]),
        ("series", ["action group"], ["One.", "Один.", "Two."]),
        ("at", ["geneva"], ["One.", "Один.", "Two."]),
        ("at", ["CH"], ["One.", "Один.", "Two."]),
        ("at", ["Switzerland"], ["One.", "Один.", "Two."]),
        ("at", ["Vietnam"], []),
        ("role", ["chair"], ["One.", "Один.", "Two."]),
        ("role", ["spokesperson"], ["Three."]),
        ("role", ["co-chair"], []),
        ("person", ["annan"], ["One.", "Один.", "Two.", "Three."]),
        ("body", ["ru"], ["One.", "Один.", "Two."]),
        ("body", ["federation"], ["One.", "Один.", "Two."]),
        ("body", ["annan"], []),
        ("has", ["variants"], ["One.", "Один."]),
        ("has", ["citation"], ["One.", "Один."]),
        ("has", ["note"], ["Two."]),
        ("no", ["note"], ["One.", "Один.", "Three."]),
        ("has", ["source"], []),
        ("no", ["source"], ["One.", "Один.", "Two.", "Three."]),
        ("topic", ["nothing of the kind"], []),
    ],
)
def test_a_field_keeps_what_has_the_value(
    catalogue: Catalogue, filters: Filters, field: str, values: Sequence[str], expected: list[str]
) -> None:
    assert kept(catalogue, filters.having(field, values)) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2012-01-01", "2012-12-31", ["One.", "Один.", "Two."]),
        ("2012-06-30", "2012-06-30", ["One.", "Один.", "Two."]),
        ("2013-01-01", "9999-12-31", []),
    ],
)
def test_a_statement_without_a_date_has_that_of_its_summit(
    catalogue: Catalogue, filters: Filters, first: str, last: str, expected: list[str]
) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert kept(catalogue, filters.dated([days])) == expected
    assert sorted({int(day) for day in filters.days()[0]}) == [0, dt.date(2012, 6, 30).toordinal()]


def test_values_are_offered_by_their_beginning_the_most_frequent_first(filters: Filters) -> None:
    assert [count.value for count in filters.values("body", "r", 9)] == ["russia"]
    assert [count.value for count in filters.values("source", "", 9)] == ["gazette", "wire"]
    assert [count.value for count in filters.values("topic", "cea", 9)] == ["ceasefire"]
    assert [count.value for count in filters.values("person", "kof", 9)] == ["annan"]
    assert filters.values("person", "zz", 9) == []


def test_counts_are_of_the_wordings_meant_alone(catalogue: Catalogue, filters: Filters) -> None:
    every = [np.ones(len(segment.index), bool) for segment in catalogue.segments()]
    none = [~mask for mask in every]
    assert [tuple(count)[::2] for count in filters.counts("is", every, 9)] == [("direct", 3), ("indirect", 2)]
    assert [tuple(count)[::2] for count in filters.counts("year", every, 9)] == [("2012", 3), ("2017", 1)]
    assert tuple(filters.counts("kind", every, 1)[0]) == ("communique", "communique", 4)
    assert filters.counts("kind", none, 9) == []
    direct = filters.having("is", ["direct"])
    assert [tuple(count)[::2] for count in filters.counts("lang", direct, 9)] == [("en", 2), ("ru", 1)]


def ids(filters: Filters, field: str, value: str, *, unfinished: bool = False) -> list[str]:
    return [one.value for one in filters.meant(field, value, unfinished=unfinished)]


def test_what_is_unfinished_means_all_that_go_on_from_it_unless_it_is_whole(filters: Filters) -> None:
    assert ids(filters, "person", "ann", unfinished=True) == ["annan"]
    assert ids(filters, "person", "ann") == []
    assert ids(filters, "person", "kofi a", unfinished=True) == ["annan"]
    assert ids(filters, "body", "RU", unfinished=True) == ids(filters, "body", "russia") == ["russia"]
    assert ids(filters, "body", "russianfed", unfinished=True) == ["russia"]
    assert ids(filters, "verb", "reaff", unfinished=True) == ["reaffirmed"]
    assert ids(filters, "series", "action ", unfinished=True) == ["Action Group"]
    assert ids(filters, "topic", "…") == ids(filters, "topic", "…", unfinished=True) == []


def test_what_means_nothing_is_near_something_or_there_is_little_to_choose_from(filters: Filters) -> None:
    assert filters.nearest("body", "rusia") == Nearest("russia")
    assert filters.nearest("person", "kofy") == Nearest("annan")
    assert filters.nearest("person", "anna") == Nearest("annan")
    assert filters.nearest("lang", "norwegian") == Nearest(None, ("en", "ru", "und"))


def test_a_topic_is_not_every_longer_one_with_its_words(tmp_path: Path) -> None:
    text = MORE.replace("topics: [ceasefire]", "topics: [ceasefire-in-the-south]").replace(
        "note: A note.", "topics: [ceasefire]"
    )
    catalogue = Catalogue.of([opened(tmp_path, "geneva", text)])
    assert kept(catalogue, catalogue.filters().having("topic", ["ceasefire"])) == ["Two."]
    assert kept(catalogue, catalogue.filters().having("topic", ["south"])) == ["One.", "Один."]


OTHER = """\
participants:
  - {id: ru, kind: state, name: Russia (RF), code: RU, same_as: geneva/russia}
  - {id: us, kind: state, name: United States}
sources:
  - {id: wire, kind: news-report, publisher: The Wire, title: Report, language: en}
statements:
  - id: call
    title: Call
    kind: readout
    date: 2012-12/2014-01
    clauses:
      - id: four
        part: body
        by: [ru, us]
        renderings: [{source: wire, speech: direct, authority: agency, text: Four.}]
"""


@pytest.fixture
def both(tmp_path: Path) -> Catalogue:
    return Catalogue.of([opened(tmp_path, "geneva", MORE), opened(tmp_path, "calls", OTHER)])


def test_what_is_the_same_in_two_collections_is_kept_and_counted_once_by_any_name(both: Catalogue) -> None:
    filters = both.filters()
    every = [np.ones(len(days), bool) for days in filters.days()]
    assert [tuple(count) for count in filters.counts("body", every, 9)] == [
        ("russia", "Russian Federation", 4),
        ("us", "United States", 1),
    ]
    for name in ("russia", "ru", "Russian Federation", "RF", "Russia"):
        assert sum(map(np.count_nonzero, filters.having("body", [name]))) == 4
        assert ids(filters, "body", name) == ["russia"]


def test_what_may_be_of_several_years_is_counted_in_each(both: Catalogue) -> None:
    filters = both.filters()
    every = [np.ones(len(days), bool) for days in filters.days()]
    counts = filters.counts("year", every, 9)
    assert [tuple(count)[::2] for count in counts] == [("2012", 4)]
    later = filters.dated([(dt.date(2014, 1, 1), dt.date(2014, 12, 31))])
    assert [tuple(count)[::2] for count in filters.counts("year", later, 9)] == [("2012", 1)]


def test_it_answers_all_that_is_asked_of_it(filters: Filters) -> None:
    narrowing: Narrowing = filters
    assert len(narrowing.days()) == 2


@pytest.mark.parametrize("field", ["series", "at", "source", "cites", "person", "body", "topic", "verb"])
def test_what_is_counted_of_a_value_is_what_the_value_keeps(filters: Filters, field: str) -> None:
    every = [np.ones(len(days), bool) for days in filters.days()]
    direct = filters.having("is", ["direct"])
    for meant in (every, direct):
        counts = filters.counts(field, meant, 99)
        assert counts or field == "verb" or meant is direct
        for count in counts:
            kept_ones = filters.having(field, [count.value])
            there = sum(int(np.count_nonzero(mask & held)) for mask, held in zip(meant, kept_ones, strict=True))
            assert there == count.wordings > 0


def test_a_language_is_meant_by_its_tag_and_by_its_name(catalogue: Catalogue, filters: Filters) -> None:
    for value in ("ru", "RU", "Russian", "russian"):
        assert ids(filters, "lang", value) == ["ru"]
        assert kept(catalogue, filters.having("lang", [value])) == kept(catalogue, filters.having("lang", ["ru"])) != []
    assert ids(filters, "lang", "russ", unfinished=True) == ["ru"]
    assert filters.nearest("lang", "rusian") == Nearest("ru")


def test_a_slash_in_a_value_that_names_no_record_is_a_part_of_it(tmp_path: Path) -> None:
    text = MORE.replace("series: Action Group", "series: G7/G8")
    filters = Catalogue.of([opened(tmp_path, "geneva", text)]).filters()
    assert [count.value for count in filters.values("series", "g7", 9)] == ["G7/G8"]
