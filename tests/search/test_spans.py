"""What lights up is exactly what matched, whatever was asked."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.search.clauses import ALIASES, clauses, folded, sentences, text_of
from tui.search.engine import searcher_of
from tui.search.language.scan import QUOTES
from tui.search.results import Hit
from tui.text.words import words

TEXTS = sentences()
SEARCHER = searcher_of(clauses(TEXTS), ALIASES)
VOCABULARY = sorted({word for text in TEXTS for word in folded(text)})
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NAMES = [[folded(name) for name in alias.names] for alias in ALIASES]


@st.composite
def damaged(draw: st.DrawFn, word: str) -> str:
    """The word with one letter left out, put in, changed, or swapped with the next."""
    place = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(LETTERS))
    return draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :],
            ]
        )
    )


@st.composite
def remembered(draw: st.DrawFn) -> str:
    """Words of the collection as people remember them, and others."""
    query = []
    for word in draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=8)):
        how = draw(st.sampled_from(["so", "so", "damaged", "cut", "split", "named", "other"]))
        cut = draw(st.integers(1, len(word)))
        query.append(
            {
                "so": word,
                "damaged": draw(damaged(word)),
                "cut": word[:cut],
                "split": f"{word[:cut]} {word[cut:]}",
                "named": draw(st.sampled_from(["ISIS", "Islamic State", "danang", "Da Nang"])),
                "other": draw(st.text(LETTERS, max_size=8)),
            }[how]
        )
    return draw(st.sampled_from([" ", "", "-"])).join(query) if draw(st.booleans()) else " ".join(query)


@given(remembered())
def test_spans_are_whole_words_in_order(query: str) -> None:
    results = SEARCHER.search(query)
    if results.asked.fuzzy is None:
        return  # all that it asks for is that something be not there
    for hit in results.hits:
        text = text_of(hit)
        starts = {word.start for word in words(text)}
        ends = {word.end for word in words(text)}
        assert hit.spans
        assert all(start in starts and end in ends and start < end for start, end in hit.spans)
        for (_, end), (start, _) in pairwise(hit.spans):
            assert any(end <= word.start < start for word in words(text)), "neighbours are one span"
        assert hit.passage[0] in {start for start, _ in hit.spans} | starts
        assert any(hit.passage[0] <= start < end <= hit.passage[1] for start, end in hit.spans)


@given(remembered())
def test_every_lit_word_answers_a_word_of_the_query(query: str) -> None:
    for hit in SEARCHER.search(query).hits:
        check_lit(hit, query)


def check_lit(hit: Hit, query: str) -> None:
    text = text_of(hit)
    asked = folded(query)
    for start, end in hit.spans:
        lit = folded(text[start:end])
        for place, word in enumerate(lit):
            before, after = lit[max(0, place - 1) : place], lit[place + 1 : place + 2]
            assert answers(word, before, after, asked), (word, query)


def answers(word: str, before: list[str], after: list[str], asked: list[str]) -> bool:
    return (
        word in asked
        or any(edits(word, one) <= allowed(one) for one in asked)
        or begins(asked[-1], word)
        or word in map("".join, pairwise(asked))
        or any(word + next_one in asked for next_one in after)
        or any(last + word in asked for last in before)
        or named(word, asked)
    )


def begins(last: str, word: str) -> bool:
    """As it stands, or, being long enough, with one slip."""
    lengths = range(len(last) - 1, len(last) + 2)
    return word.startswith(last) or (len(last) >= 5 and any(edits(word[:length], last) <= 1 for length in lengths))


def named(word: str, asked: list[str]) -> bool:
    runs = {"".join(asked[i:j]) for i in range(len(asked)) for j in range(i + 1, min(i + 4, len(asked) + 1))}
    return any(
        word in {*(part for name in names for part in name), *map("".join, names)}
        and any("".join(name) in runs for name in names)
        for names in NAMES
    )


def allowed(word: str) -> int:
    if len(word) < 3 or not word.isalpha():
        return 0
    return 1 if len(word) < 8 else 2


def edits(one: str, other: str) -> int:
    """Optimal string alignment distance, the long way."""
    table = {(i, -1): i + 1 for i in range(-1, len(one))} | {(-1, j): j + 1 for j in range(-1, len(other))}
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one) - 1, len(other) - 1]


# What the query language reads as a sign.
SIGNS = re.compile(rf"[{QUOTES}|]|(?<!\S)['^~/!-]+|\$(?!\S)")


@st.composite
def phrases(draw: st.DrawFn, shortest: int, longest: int) -> str:
    """Some words of a clause, word for word, with all that stands between them but the signs of a query."""
    text = draw(st.sampled_from([text for text in TEXTS if len(words(text)) >= shortest]))
    found = words(text)
    first = draw(st.integers(0, len(found) - shortest))
    last = draw(st.integers(first + shortest - 1, min(first + longest, len(found)) - 1))
    return SIGNS.sub(" ", text[found[first].start : found[last].end])


@given(phrases(3, 100))
def test_a_phrase_as_written_puts_a_clause_that_holds_it_first(phrase: str) -> None:
    best = SEARCHER.search(phrase).hits[0]
    assert f" {' '.join(folded(phrase))} " in f" {' '.join(folded(text_of(best)))} "
    assert best.score == 100.0
    assert folded(phrase) == folded(text_of(best)[slice(*best.passage)])


@given(st.data())
def test_a_phrase_with_a_damaged_word_is_among_the_first_three(data: st.DataObject) -> None:
    phrase = folded(data.draw(phrases(5, 5)))
    long_words = [place for place, word in enumerate(phrase) if len(word) >= 5]
    if long_words:
        query = list(phrase)
        place = data.draw(st.sampled_from(long_words))
        query[place] = data.draw(damaged(query[place]))
        hits = SEARCHER.search(" ".join(query)).hits[:3]
        assert any(" ".join(phrase) in " ".join(folded(text_of(hit))) for hit in hits), query
