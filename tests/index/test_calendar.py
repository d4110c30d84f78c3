"""A calendar holds every summit and statement once, under the right head, whatever is folded or looked for."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tui.index.calendar import NO_SERIES, UNDATED, Entry, Grouping, tree
from tui.index.calendar_words import typed_words
from tui.model.dates import EdtfDate

DATES = st.sampled_from([None, "2015", "2017-11-11", "2016-12-31/2017-01-01", "201X", "../2012", "2018/.."])


def _days(text: str | None) -> tuple[int | None, int | None]:
    date = EdtfDate.parse(text) if text else None
    return (date.earliest.toordinal(), date.latest.toordinal()) if date else (None, None)


@st.composite
def _entries(draw: st.DrawFn) -> list[Entry]:
    """A listing: summits with their statements, and statements of none."""
    entries: list[Entry] = []
    for number in range(draw(st.integers(0, 6))):
        date = draw(DATES)
        first, last = _days(date)
        entries.append(Entry(f"c/s{number}", True, None, first, last, draw(st.sampled_from([None, "G20", "APEC"]))))
        for place in range(draw(st.integers(0, 3))):
            entries.append(Entry(f"c/t{number}-{place}", False, f"c/s{number}", first, last, None))
    for number in range(draw(st.integers(0, 3))):
        entries.append(Entry(f"c/n{number}", False, draw(st.sampled_from([None, "c/gone"])), None, None, None))
    return entries


@given(_entries(), st.sampled_from(Grouping))
def test_every_entry_is_there_once_under_its_summit(entries: list[Entry], grouping: Grouping) -> None:
    found = tree([("c", entries)], grouping)
    keys = [node.key for node in found.nodes if node.key[:1] in ("^", " ")]
    assert sorted(keys) == sorted(entry.listed_key for entry in entries)
    for entry in entries:
        summit = next(iter(found.above(entry.listed_key)))
        if not entry.is_summit and entry.summit != "c/gone" and entry.summit:
            assert summit == f"^{entry.summit}"
    in_groups = [key for group in found.groups.values() for key in (*group.summits, *group.statements)]
    assert sorted(in_groups) == (sorted(entry.key for entry in entries) if grouping.value else [])


@given(_entries(), st.sampled_from(Grouping), st.data())
def test_folding_hides_exactly_what_stands_below(entries: list[Entry], grouping: Grouping, data: st.DataObject) -> None:
    found = tree([("c", entries)], grouping)
    folded = data.draw(st.sets(st.sampled_from([node.key for node in found.nodes])) if found.nodes else st.just(set()))
    shown = {found.nodes[place].key for place in found.open_rows(folded)}
    for node in found.nodes:
        assert (node.key in shown) == (not folded.intersection(found.above(node.key)))


@given(_entries(), st.sampled_from(Grouping), st.data())
def test_what_is_looked_for_is_shown_with_what_it_stands_under(
    entries: list[Entry], grouping: Grouping, data: st.DataObject
) -> None:
    found = tree([("c", entries)], grouping)
    keys = [entry.listed_key for entry in entries]
    wanted = data.draw(st.sets(st.sampled_from(keys)) if keys else st.just(set()))
    shown = [found.nodes[place].key for place in found.open_rows((), wanted.__contains__)]
    assert set(shown) == wanted | {above for key in wanted for above in found.above(key)}
    assert shown == [node.key for node in found.nodes if node.key in shown]


def test_a_date_that_may_be_in_several_years_is_given_no_one_year() -> None:
    def head(text: str | None) -> str:
        first, last = _days(text)
        (name,) = tree([("c", [Entry("c/s", True, None, first, last, None)])], Grouping.YEAR).groups
        return name

    assert [head("2017-11~"), head("2016-12-31/2017-01-01"), head("201X")] == ["2017", "2016–2017", "2010–2019"]
    assert [head("../2012"), head("2018/.."), head(None)] == ["until 2012", "from 2018", UNDATED]


def test_years_follow_each_other_and_what_has_no_date_or_series_stands_last() -> None:
    def entry(name: str, year: int | None, series: str | None) -> Entry:
        day = dt.date(year, 1, 1).toordinal() if year else None
        return Entry(name, True, None, day, day, series)

    entries = [entry("c/b", 2018, "G20"), entry("c/a", 2016, "APEC"), entry("c/c", None, None)]
    assert list(tree([("c", entries)], Grouping.YEAR).groups) == ["2016", "2018", UNDATED]
    assert list(tree([("c", entries)], Grouping.SERIES).groups) == ["APEC", "G20", NO_SERIES]


def test_what_is_typed_is_looked_for_as_beginnings_of_words() -> None:
    assert typed_words("Đà Nẵng 2017-11") == (" da", " nang", " 2017", " 11")
    assert typed_words(" …") == ()
