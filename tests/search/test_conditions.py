"""All that a query can ask besides bare words gives what reading every text gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.search.clauses import clauses, text_of
from tests.search.reading import Looked, Recorded, holds, lit
from tui.index.arrays import Array
from tui.index.segment import Segment, segment_of
from tui.search.engine import Searcher
from tui.search.language.date_range import DateRange
from tui.search.language.parse import parse
from tui.search.language.printing import print_query
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
from tui.search.results import Hit, Results
from tui.text.words import words

# Two letters: no other word is near one of them, so a bare word among alternatives is that word.
WORDS = ["ab", "cd", "ef", "Ab", "çd"]
SPACES = [" ", "  ", ", ", "-", ". ", "\n"]
FIELDS = {"person": ["putin", "trump"], "kind": ["readout", "treaty"]}
DAYS = [dt.date(2010, 1, 1), dt.date(2015, 6, 30), dt.date(2017, 11, 11)]

TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(SPACES), max_size=14).map(
    lambda parts: "".join(part if part in SPACES else f"{part} " for part in parts)
)
RUNS = st.lists(st.sampled_from(["ab", "cd", "ef"]), min_size=1, max_size=3).map(" ".join)


@st.composite
def collections(draw: st.DrawFn) -> Recorded:
    texts = draw(st.lists(TEXTS, min_size=1, max_size=8))
    cut = draw(st.integers(0, len(texts)))
    values = st.fixed_dictionaries({name: st.sets(st.sampled_from(known)) for name, known in FIELDS.items()})
    return Recorded(
        texts,
        draw(st.lists(values, min_size=len(texts), max_size=len(texts))),
        draw(st.lists(st.none() | st.sampled_from(DAYS), min_size=len(texts), max_size=len(texts))),
        [cut, len(texts) - cut],
    )


def segments(recorded: Recorded, alive: Array | None = None) -> list[Segment]:
    cut = recorded.sizes[0]
    every = clauses(recorded.texts)
    parts = [segment_of(every[:cut]), segment_of(every[cut:])]
    if alive is None:
        return parts
    return [replace(part, alive=mask) for part, mask in zip(parts, np.split(alive, [cut]), strict=True)]


FIELD_ATOMS: st.SearchStrategy[Atom] = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda name: st.lists(st.sampled_from(FIELDS[name]), min_size=1, unique=True).map(
        lambda values: FieldValues(name, tuple(values))
    )
) | st.sampled_from(["2010", "2015-06", ">=2015", "2010..2015"]).map(lambda text: DateIn((DateRange.parse(text),)))
ATOMS: st.SearchStrategy[Atom] = (
    st.sampled_from(["ab", "cd", "ef", "gh"]).map(ExactWord)
    | RUNS.map(Phrase)
    | st.builds(Near, RUNS, st.integers(0, 4))
    | st.builds(
        lambda text, ends: Edge(text, *ends), RUNS, st.sampled_from([(True, False), (False, True), (True, True)])
    )
    | st.sampled_from(["b c", "ab|ef", "A", "x*", "[ce][df]", "^ab", "d$", r"\bcd\b"]).map(Regex)
    | FIELD_ATOMS
)
ALTERNATIVES = st.builds(Alternative, ATOMS, st.booleans())
GROUPS = ALTERNATIVES.map(lambda one: Group((one,))) | st.lists(
    ALTERNATIVES | st.sampled_from(["ab", "cd", "ef-cd"]).map(lambda word: Alternative(Fuzzy(word))),
    min_size=2,
    max_size=3,
).map(lambda several: Group(tuple(several)))
QUERIES = st.lists(GROUPS, min_size=1, max_size=3).map(lambda groups: Query(tuple(groups)))


def search(searcher: Searcher, query: Query, **options: Any) -> Results:
    """Search for what a tree asks, its words whole.

    One that could be a pasted passage, and finds nothing, is not what is tried here.
    """
    results = searcher.search(f"{print_query(query)} ", **options)
    assume(results.asked.groups == parse(print_query(query)).groups)
    return results


def numbers(results: Results) -> list[int]:
    return [hit.number for hit in results.hits]


def stands_there(query: Query, text: str) -> bool:
    """Whether the query stands in a text word for word, signs and all, and excludes nothing and asks for no field."""
    alternatives = [one for group in query.groups for one in group.alternatives]
    of_words = all(isinstance(one.atom, (Fuzzy, ExactWord, Phrase, Near, FuzzyPhrase)) for one in alternatives)
    typed = [word.folded for word in words(print_query(query))]
    if any(one.negated for one in alternatives) or not of_words or len(alternatives) < 2 or len(typed) < 3:
        return False
    there = [word.folded for word in words(text)]
    return any(there[at : at + len(typed)] == typed for at in range(len(there)))


@given(collections(), QUERIES)
def test_what_meets_all_conditions_is_found_in_order_and_counted(recorded: Recorded, query: Query) -> None:
    results = search(Searcher(segments(recorded), (), Looked(recorded)), query)
    expected = [number for number in range(len(recorded.texts)) if holds(query, recorded, number)]
    first = [number for number in expected if stands_there(query, recorded.texts[number])]
    assert numbers(results) == [*first, *(number for number in expected if number not in first)]
    assert (results.total, results.counted) == (len(expected), True)
    assert all("no clause has" in notice for notice in results.notices)
    assert all(hit.score == 100.0 for hit in results.hits)
    assert results.matching is not None
    assert np.flatnonzero(np.concatenate(list(results.matching))).tolist() == expected


@given(collections(), QUERIES)
def test_exactly_what_matched_is_lit(recorded: Recorded, query: Query) -> None:
    for hit in search(Searcher(segments(recorded), (), Looked(recorded)), query).hits:
        places, matched = lit(query, recorded, hit.number)
        assert set(characters(hit)) == set(lit_characters(recorded.texts[hit.number], places, matched))
        assert all(end < start for (_, end), (start, _) in pairwise(hit.spans))
        assert hit.passage == (hit.spans[0] if hit.spans else (0, 0))


def characters(hit: Hit) -> list[int]:
    return [place for start, end in hit.spans for place in range(start, end)]


def lit_characters(text: str, places: set[int], matched: Sequence[tuple[int, int]]) -> list[int]:
    """Words that light, with what stands between two of them that are neighbours, and what patterns match."""
    found = [place for start, end in matched for place in range(start, end)]
    read = words(text)
    for place in places:
        end = read[place + 1].start if place + 1 in places else read[place].end
        found += range(read[place].start, end)
    return found


@given(collections(), QUERIES, st.data())
def test_what_no_longer_stands_in_its_file_is_not_found(recorded: Recorded, query: Query, data: st.DataObject) -> None:
    count = len(recorded.texts)
    alive = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)), bool)
    allowed = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)), bool)
    searcher = Searcher(segments(recorded, alive), (), Looked(recorded))
    found = search(searcher, query, allowed=np.split(allowed, [recorded.sizes[0]]))
    meant = alive & allowed
    assert numbers(found) == [number for number in range(count) if meant[number] and holds(query, recorded, number)]


@given(collections(), QUERIES, st.sampled_from(["ab", "ab cd", "cd ef ab"]))
def test_bare_words_are_ranked_within_what_meets_the_conditions(recorded: Recorded, query: Query, bare: str) -> None:
    searcher = Searcher(segments(recorded), (), Looked(recorded))
    meant = np.array([holds(query, recorded, number) for number in range(len(recorded.texts))], bool)
    alone = searcher.search(f"{bare} ", allowed=np.split(meant, [recorded.sizes[0]]))
    asked = Query((Group((Alternative(Fuzzy(bare)),)), *query.groups))
    # What stands there as it was typed comes first.
    assume(not any(stands_there(asked, text) for text in recorded.texts))
    both = search(searcher, asked)
    assert [(hit.number, hit.score, hit.passage) for hit in both.hits] == [
        (hit.number, hit.score, hit.passage) for hit in alone.hits
    ]
    assert (both.total, both.counted, both.matching) == (alone.total, alone.counted, None)
    for one, other in zip(both.hits, alone.hits, strict=True):
        assert set(characters(one)) >= set(characters(other))


@given(collections(), st.sampled_from([Sort.OLDEST, Sort.NEWEST]), st.integers(0, 9))
def test_all_that_is_found_is_put_in_order_before_the_first_are_taken(
    recorded: Recorded, sort: Sort, limit: int
) -> None:
    query = Query((Group((Alternative(ExactWord("ab")),)),), sort)
    results = Searcher(segments(recorded), (), Looked(recorded)).search(print_query(query), limit=limit)
    found = [number for number in range(len(recorded.texts)) if holds(query, recorded, number)]
    dated = [number for number in found if recorded.day[number]]
    dated.sort(key=lambda number: str(recorded.day[number]), reverse=False)
    if sort is Sort.NEWEST:
        dated.sort(key=lambda number: -(recorded.day[number] or dt.date.min).toordinal())
    assert numbers(results) == [*dated, *(number for number in found if not recorded.day[number])][:limit]
    assert results.total == len(found)


TYPED = st.sampled_from(["'a", "'cd", '"ab c', '"ab cd', "^a", '^"ab c', "^ab", "-a", "-ab", "ef | a", "ab | 'c"])


@given(collections(), TYPED, st.booleans())
def test_the_last_word_may_be_a_beginning_until_something_follows_it(
    recorded: Recorded, typed: str, finished: bool
) -> None:
    text = typed + ('"' if typed.count('"') == 1 else " ") if finished else typed
    query = parse(text)
    assert query.unfinished is not finished
    if any(isinstance(one.atom, Fuzzy) for group in query.groups for one in group.alternatives):
        query = _with_beginnings(query)
    results = Searcher(segments(recorded), (), Looked(recorded)).search(text)
    assert numbers(results) == [number for number in range(len(recorded.texts)) if holds(query, recorded, number)]


def _with_beginnings(query: Query) -> Query:
    """A bare word that is not finished stands for the exact words that begin with it."""
    return Query(
        tuple(
            Group(
                tuple(
                    replace(one, atom=ExactWord(one.atom.text)) if isinstance(one.atom, Fuzzy) else one
                    for one in group.alternatives
                )
            )
            for group in query.groups
        )
    )


PIECES = [
    *"\"'|!-~^$/: ",
    "ab ", "cd ", "person:putin ", "kind:readout ", "date:2015 ", "sort:date ", "/a.*/", "(a+)+", '"~3 ',
]  # fmt: skip
ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=40)


@settings(max_examples=200)
@given(collections(), ANYTHING | st.lists(st.sampled_from(PIECES) | ANYTHING, max_size=12).map("".join))
def test_any_text_can_be_asked_with_fields_to_look_up(recorded: Recorded, text: str) -> None:
    results = Searcher(segments(recorded), (), Looked(recorded)).search(text)
    for hit in results.hits:
        assert all(0 <= start < end <= len(text_of(hit)) for start, end in hit.spans)
        assert all(end < start for (_, end), (start, _) in pairwise(hit.spans))
    assert results.total >= len(results.hits)
