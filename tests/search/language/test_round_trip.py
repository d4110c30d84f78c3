"""What a query means can be written, and what is written means the same; any text is a query."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings

from tests.search.language.trees import QUERIES, TEXTS
from tui.search.language.explain import explain
from tui.search.language.parse import parse
from tui.search.language.printing import print_query
from tui.search.language.scan import scan
from tui.search.language.tree import Query
from tui.text.visible import one_line


@settings(max_examples=600)
@given(QUERIES)
def test_a_tree_is_read_back_as_it_was_written(query: Query) -> None:
    written = print_query(query)
    again = parse(written)
    assert again == query
    assert hash(again) == hash(query)
    assert print_query(again) == written


@settings(max_examples=1_000)
@given(TEXTS)
def test_any_text_is_a_query_and_its_canonical_form_stays_as_it_is(text: str) -> None:
    query = parse(text)
    written = print_query(query)
    assert parse(written) == query
    assert print_query(parse(written)) == written


@given(TEXTS)
def test_what_is_canonical_is_told_of_no_more_than_what_was_typed(text: str) -> None:
    query = parse(text)
    left = [notice for notice in parse(print_query(query)).notices if "searched for as text" not in notice]
    assert left == []


@given(TEXTS)
def test_tokens_cover_the_text_in_order_but_for_white_space(text: str) -> None:
    end = 0
    for token in scan(text):
        assert end <= token.start < token.end <= len(text)
        assert not text[end : token.start].strip()
        end = token.end
    assert not text[end:].strip()


@given(TEXTS)
def test_places_are_inside_the_text_apart_and_in_order(text: str) -> None:
    query = parse(text)
    places = [place for group in query.groups for one in group.alternatives for place in one.places]
    assert all(0 <= start < end <= len(text) for start, end in places)
    in_order = sorted(places)
    assert all(first[1] <= second[0] for first, second in pairwise(in_order))


@given(TEXTS)
def test_an_explanation_is_fit_for_a_terminal(text: str) -> None:
    lines = explain(parse(text))
    assert lines == explain(parse(text))
    assert lines
    assert all(line == one_line(line) for line in lines)
    assert all(notice == one_line(notice) for notice in parse(text).notices)
