"""A facet's click changes what it must in the query that the reader sees, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.search.language.trees import TEXTS
from tui.search.language.editing import has_field, toggle_field, with_field, without_field
from tui.search.language.parse import parse
from tui.search.language.tree import Alternative, DateIn, FieldValues, Group
from tui.search.query import MOST_CHARACTERS

CHOICES = st.sampled_from(
    [
        ("person", "putin"),
        ("at", "Da Nang"),
        ("at", 'O"Neill, town'),
        ("kind", "readout"),
        ("date", "2017"),
        ("no", "note"),
        ("topic", "a|b"),
    ]
)


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("", "kind", "readout", "kind:readout"),
        ("no  military ", "kind", "readout", "kind:readout no  military "),
        ("no  military", "at", "Da Nang", 'at:"Da Nang" no  military'),
        ("person:putin  no", "person", "trump", "person:trump person:putin  no"),
        ("body:un,fr no", "body", "us", "body:us body:un,fr no"),
        ("person:putin", "person", "Putin", "person:putin"),
        ("Person:putin", "person", "Putin", "Person:putin"),
        ("-person:putin no", "person", "putin", "person:putin no"),
        ("-person:putin,trump no", "person", "putin", "person:putin -person:trump no"),
        ("person:a | person:b", "person", "c", "person:c person:a | person:b"),
        ('no "milit', "kind", "readout", 'kind:readout no "milit'),
        ("/milit", "kind", "readout", "kind:readout /milit"),
        ("geneva |", "kind", "readout", "kind:readout geneva |"),
        ("| geneva |", "kind", "readout", "| kind:readout geneva |"),
        ("date:2016", "date", "2017", "date:2017 date:2016"),
        ("sort:date no", "sort", "-date", "sort:-date no"),
        ("kind:rea", "kind", "readout", "kind:rea"),
    ],
)
def test_choosing_a_value(text: str, field: str, value: str, edited: str) -> None:
    assert with_field(text, field, value) == edited


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("no  military kind:readout", "kind", "readout", "no  military"),
        ("kind:readout  no", "kind", "readout", " no"),
        ("no kind:readout military", "kind", "readout", "no military"),
        ("person:putin,trump,x no", "person", "trump", "person:putin,x no"),
        ("person:putin no person:putin,x", "person", "putin", "no person:x"),
        ('person:putin,"a b" no', "person", None, "no"),
        ('at:"Da Nang"no', "at", "Da Nang", "no"),
        ('person:a,"b c"-no', "person", "b c", "person:a no"),
        ("-person:putin", "person", "putin", "-person:putin"),
        ("person:a | person:b", "person", "a", "person:a | person:b"),
        ("sort:date no sort:-date", "sort", None, "no"),
        ("sort:date no", "sort", "score", "sort:date no"),
        ("peace sort:date | geneva", "sort", "date", "peace geneva"),
        ("peace | sort:date geneva", "sort", "date", "peace geneva"),
        ("peace | sort:date | geneva", "sort", "date", "peace | geneva"),
        ("peace sort:date | sort:score | geneva", "sort", None, "peace geneva"),
        ("kind:Joint_Statement no", "kind", "joint-statement", "no"),
        ("date:2010.. no", "date", ">=2010", "no"),
        ("no kind:readout ", "kind", "readout", "no "),
        ("no Kind:read", "kind", "readout", "no"),
        ("no date:2017-0", "date", "2017", "no"),
    ],
)
def test_taking_a_value_back(text: str, field: str, value: str | None, edited: str) -> None:
    assert without_field(text, field, value) == edited


def test_a_value_is_put_where_it_is_read_in_a_text_too_long_to_be_read() -> None:
    text = "x" * MOST_CHARACTERS
    assert with_field(text, "kind", "readout") == f"kind:readout {text}"


def test_choosing_again_takes_back() -> None:
    once = toggle_field("no military", "person", "putin")
    twice = toggle_field(once, "person", "trump")
    assert (once, twice) == ("person:putin no military", "person:trump person:putin no military")
    assert toggle_field(twice, "person", "putin") == "person:trump no military"
    assert toggle_field(toggle_field(twice, "person", "putin"), "person", "trump") == "no military"


@given(st.sampled_from(["terror", "terror ", "no 'terr", '"no terr', "kind:rea", "a sort:date", "a | b"]), CHOICES)
def test_the_last_word_stays_as_unfinished_as_it_was(text: str, choice: tuple[str, str]) -> None:
    chosen = with_field(text, *choice)
    assert parse(chosen).unfinished == parse(text).unfinished
    again = without_field(chosen, *choice)
    assert parse(again).unfinished == parse(text).unfinished or has_field(text, *choice)


@pytest.mark.parametrize(("field", "value"), [("kind", "comunique"), ("date", "soon"), ("person", "…")])
def test_a_value_that_the_field_cannot_have_is_refused(field: str, value: str) -> None:
    for edit in (with_field, without_field, toggle_field, has_field):
        with pytest.raises(ValueError, match=f"{field}: takes no"):
            edit("no military", field, value)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError):
        with_field("no military", "persn", "putin")


def _of_field(one: Alternative, field: str) -> bool:
    if isinstance(one.atom, DateIn):
        return field == "date"
    return isinstance(one.atom, FieldValues) and one.atom.field == field


def others(text: str, field: str) -> list[Group]:
    """What a text means, without the field where it stands alone."""
    return [group for group in parse(text).groups if not (group.alone and _of_field(group.alone, field))]


@settings(max_examples=600)
@given(TEXTS, CHOICES)
def test_a_choice_narrows_to_the_value_and_leaves_all_else(text: str, choice: tuple[str, str]) -> None:
    field, value = choice
    chosen = with_field(text, field, value)
    assert has_field(chosen, field, value)
    assert others(chosen, field) == others(text, field)
    assert parse(chosen).sort == parse(text).sort
    assert with_field(chosen, field, value) == chosen
    back = without_field(chosen, field, value)
    assert not has_field(back, field, value)
    assert others(back, field) == others(text, field)


@settings(max_examples=400)
@given(TEXTS, CHOICES)
def test_without_a_field_nothing_else_is_lost(text: str, choice: tuple[str, str]) -> None:
    field, _ = choice
    left = without_field(text, field)
    excluded = [one for group in parse(left).groups if (one := group.alone) and _of_field(one, field)]
    assert all(one.negated for one in excluded)
    assert others(left, field) == others(text, field)


@given(TEXTS, st.sampled_from(["date", "-date", "score"]))
def test_an_order_replaces_the_order_and_leaves_all_else(text: str, order: str) -> None:
    ordered = with_field(text, "sort", order)
    assert parse(ordered).sort == order
    assert parse(ordered).groups == parse(text).groups
    assert parse(without_field(ordered, "sort")).sort is None
    assert parse(without_field(ordered, "sort")).groups == parse(text).groups


@given(TEXTS, CHOICES)
def test_what_the_reader_typed_stays_when_a_value_is_added(text: str, choice: tuple[str, str]) -> None:
    field, value = choice
    assume(f"{field}:" not in text)
    chosen = with_field(text, field, value)
    assert any(chosen.startswith(text[:place]) and chosen.endswith(text[place:]) for place in range(len(text) + 1))


SORTED = st.lists(
    st.sampled_from(["sort:date", "sort:score", "|", "a", "'b'", "kind:readout", "-", "kind:x"]), max_size=9
)


@settings(max_examples=400)
@given(SORTED.map(" ".join))
def test_nothing_is_joined_by_what_is_cut_out_between(text: str) -> None:
    assert parse(without_field(text, "sort")).groups == parse(text).groups
    left = without_field(text, "kind", "readout")
    assert others(left, "kind") == others(text, "kind")
