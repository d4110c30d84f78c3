"""What is asked of a clause's words: near one another, a misremembered phrase, any form of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.search.clauses import ALIASES, clauses, folded, found, lit
from tests.search.reading import near
from tui.index.segment import segment_of
from tui.index.text_index import TextIndex
from tui.search.atoms.alike import Alike
from tui.search.atoms.misremembered import ENOUGH, STRANGE, Misremembered
from tui.search.atoms.read import Read, WordAtom
from tui.search.atoms.together import Together
from tui.search.cancel import never
from tui.search.engine import searcher_of
from tui.search.planner import Meaning, Planner
from tui.search.query import read_words
from tui.search.segments import SegmentSearcher

FEW = st.lists(st.sampled_from("abcx"), max_size=14).map(" ".join)
WORDS = ["military", "militarily", "solution", "solutions", "no", "com", "munication", "communication", "daesh", "x"]
CLAUSES = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
PHRASES = st.lists(
    st.sampled_from(["militry", "military", "solution", "no", "communication", "com", "munication", "isis", "soluton"]),
    min_size=1,
    max_size=4,
).map(" ".join)


def index_of(texts: Sequence[str]) -> TextIndex:
    return segment_of(clauses(texts)).index


def lit_places(index: TextIndex, atom: WordAtom) -> list[set[int]]:
    """The positions that light in each clause, all of them read at once."""
    read = Read.of(index, np.arange(len(index)))
    light = atom.lit(read)
    pairs = zip(read.firsts.tolist(), read.firsts[1:].tolist(), strict=False)
    return [set(np.flatnonzero(light[first:end]).tolist()) for first, end in pairs]


def check(index: TextIndex, atom: WordAtom, expected: list[set[int]]) -> None:
    """What lights is what is expected, and the clauses that have the atom are those in which anything does."""
    assert lit_places(index, atom) == expected
    every = np.ones(len(index), bool)
    assert atom.found(every, never).tolist() == [bool(places) for places in expected]
    some = np.arange(len(index)) % 2 == 0
    assert atom.found(some, never).tolist() == [
        bool(places) and bool(one) for places, one in zip(expected, some, strict=True)
    ]


@given(
    st.lists(FEW, min_size=1, max_size=4), st.lists(st.sampled_from("abc"), min_size=1, max_size=3), st.integers(0, 3)
)
def test_near_words_are_all_ways_to_take_them_within_the_stretch(
    texts: list[str], asked: list[str], others: int
) -> None:
    check(
        index_of(texts), Together(index_of(texts), asked, others), [near(text.split(), asked, others) for text in texts]
    )


def meaning_of(texts: Sequence[str], phrase: str) -> tuple[TextIndex, Meaning]:
    segment = SegmentSearcher(segment_of(clauses(texts)))
    return segment.index, Planner([segment], ALIASES).meaning(read_words(phrase, unfinished=False), never)


def chains(clause: str, meaning: Meaning, word: int, place: int | None) -> Iterator[tuple[float, set[int]]]:
    """Every chain of forms of the words from `word` on, in a clause (one code a word), after that at `place`."""
    yield 0.0, set()
    for form, quality in meaning.forms[0].quality.items():
        if form.first < word or form in meaning.forms[0].guesses:
            continue
        starts = range(len(clause)) if place is None else range(place + 1, place + STRANGE + 2)
        for start in starts:
            if clause[start : start + len(form.codes)] == form.codes:
                last = start + len(form.codes) - 1
                gain = quality * sum(meaning.weights.weights[form.first : form.first + form.width])
                for more, places in chains(clause, meaning, form.first + form.width, last):
                    yield gain + more, {*range(start, last + 1), *places}


@given(st.lists(CLAUSES, min_size=1, max_size=4), PHRASES)
def test_a_misremembered_phrase_is_every_chain_of_its_forms_that_weighs_enough(texts: list[str], phrase: str) -> None:
    index, meaning = meaning_of(texts, phrase)
    need = ENOUGH * sum(meaning.weights.weights)
    expected = []
    for clause in range(len(texts)):
        found = list(chains(index.text(clause), meaning, 0, None))
        assume(all(abs(gain - need) > 1e-4 for gain, _ in found))
        expected.append(set().union(*(places for gain, places in found if gain > need)))
    check(index, Misremembered(index, meaning.forms[0], meaning.weights.weights), expected)


@pytest.mark.parametrize(
    ("query", "lights"),
    [
        (
            '~"no millitary soluton to the conflict"',
            [["no military solution to the conflict"], ["no military and solution"]],
        ),
        ('~"military solution"', [["military solution"], ["military", "solution"], ["military", "solution"]]),
        ('~"solution military"', []),
    ],
)
def test_a_misremembered_phrase_stands_in_order_and_close(query: str, lights: list[list[str]]) -> None:
    texts = [
        "There is no military solution to the conflict in Syria.",
        "There was no military and no quick solution.",
        "A military one is no solution; words words.",
        "The military was asked for a lasting and a just solution.",
    ]
    results = searcher_of(clauses(texts)).search(query)
    if "conflict" in query:
        assert found(results)[0] == texts[0]
        assert lit(results.hits[0]) == lights[0]
    else:
        assert [lit(hit) for hit in results.hits] == lights


@given(st.lists(CLAUSES, min_size=1, max_size=4), st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_among_alternatives_a_bare_word_is_any_near_form_of_it(texts: list[str], one: str, other: str) -> None:
    searcher = searcher_of(clauses(texts))
    results = searcher.search(f"'zz' | {one} | {other} ")
    each = [searcher.search(f"'zz' | {word} ").hits for word in (one, other)]
    assert {hit.number for hit in results.hits} == {hit.number for hits in each for hit in hits}
    for hit in results.hits:
        assert folded(" ".join(lit(hit)))
    numbers = {number for number, text in enumerate(texts) if {one, other} & set(text.split())}
    assert numbers <= {hit.number for hit in results.hits}


def test_forms_of_a_bare_word_among_alternatives() -> None:
    texts = ["de-confliction efforts", "the Geneva process", "Genève", "Daesh", "a battle field"]
    searcher = searcher_of(clauses(texts), ALIASES)
    assert [lit(hit) for hit in searcher.search("genava | deconfliction ").hits] == [["de-confliction"], ["Geneva"]]
    assert [lit(hit) for hit in searcher.search("battlefield | isis ").hits] == [["Daesh"], ["battle field"]]
    assert [also.label for also in searcher.search("xyz | isis ").also] == ["isis, also: Daesh, ISIL, Islamic State"]
    assert [lit(hit) for hit in searcher.search("xyz | gene").hits] == [["Geneva"], ["Genève"]]
    assert [lit(hit) for hit in searcher.search("xyz | de-efforts ").hits] == [["de", "efforts"]]


def test_words_of_an_alternative_light_only_where_all_of_them_stand() -> None:
    index, meaning = meaning_of(["no solution", "solution", "solution no solution"], "solution no")
    check(index, Alike(index, 2, meaning.forms[0]), [{0, 1}, set(), {0, 1, 2}])
