"""The index answers as exhaustive comparison does: of every clause, nothing left out beforehand."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from tests.search.clauses import SEED, clauses, sentences
from tui.index.segment import segment_of
from tui.search.cancel import never
from tui.search.candidates import held_whole, least, runs_of
from tui.search.engine import Searcher, searcher_of
from tui.search.plan import make_plan
from tui.search.planner import Planner
from tui.search.query import read_words
from tui.search.segments import SegmentSearcher
from tui.text.words import words

SENTENCES = sentences()
WORDS = [word.folded for word in words(SEED.read_text(encoding="utf-8"))]
_LEAST_SCORE = 35.0

texts = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)),
    min_size=1,
    max_size=25,
)
"""Collections so small that nothing need be left out, as many words of which stand in several clauses."""


@st.composite
def remembered(draw: st.DrawFn) -> str:
    """A run of words as it stands in the seed, with some of them lost, doubled, misspelt or swapped."""
    first = draw(st.integers(0, len(WORDS) - 12))
    run = WORDS[first : first + draw(st.integers(1, 10))]
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(run) - 1))
        match draw(st.sampled_from(["lost", "doubled", "misspelt", "swapped"])):
            case "lost" if len(run) > 1:
                del run[place]
            case "doubled":
                run.insert(place, run[place])
            case "misspelt" if run[place] in WORDS:
                # Once a word: of two letters more is forgiven only in long ones.
                run[place] = run[place][:2] + run[place][3:]
            case "swapped":
                run[place], run[place - 1] = run[place - 1], run[place]
    return " ".join(run) + draw(st.sampled_from(["", " "]))


@given(texts, remembered())
def test_nothing_that_answers_is_left_out_and_nothing_else_is_let_in(collection: list[str], query: str) -> None:
    asked = read_words(query)
    assume(asked.words)
    segment = SegmentSearcher(segment_of(clauses(collection)))
    meaning = Planner([segment], ()).meaning(asked, never)
    plan = make_plan(segment.index, meaning.words, meaning.forms[0], meaning.weights)
    every = segment.match(plan, range(len(collection)), never)
    enough = least(plan, max((one.match.held for one in every), default=0.0))
    codes = "".join(chr(segment.index.number(word.folded)) for word in asked.words)
    whole = set(held_whole(segment.index, codes, runs_of(segment.index, codes), None))
    expected = {
        one.clause: round(one.match.score, 1)
        for one in every
        if one.clause in whole or (one.match.held >= enough and one.match.score >= _LEAST_SCORE)
    }
    # Words that stand in every other clause bring none by themselves, where the query has others.
    telling = [asked for asked in plan.words if not asked.common] or plan.words
    brought = {clause for asked in telling for _, holders in asked.holders for clause in holders.tolist()}
    results = searcher_of(clauses(collection)).search(query, limit=100)
    found = {hit.number: hit.score for hit in results.hits}
    assert found.items() <= expected.items()
    assert {number for number in expected if number in brought} <= found.keys()
    assert (results.total, results.counted) == (len(found), True)
    scores = [hit.score for hit in results.hits]
    assert scores == sorted(scores, reverse=True)


SEARCHER = searcher_of(clauses(SENTENCES))
_FOLDED = [" ".join(word.folded for word in words(text)) for text in SENTENCES]


@settings(derandomize=True, max_examples=300)  # no law but a comparison: with the same cases each time
@given(remembered())
def test_the_clause_that_rapidfuzz_finds_best_of_all_is_among_the_first(query: str) -> None:
    asked = " ".join(word.folded for word in words(query))
    assume(len(asked.split()) > 3)
    alike = sorted(((fuzz.partial_ratio(asked, text), number) for number, text in enumerate(_FOLDED)), reverse=True)
    (best, number), (second, _) = alike[:2]
    # A clause shorter than what is asked is looked for inside it, which finds any that is short enough.
    assume(best >= 85 and best - second >= 10 and len(_FOLDED[number]) >= len(asked))
    assert number in [hit.number for hit in SEARCHER.search(query, limit=10).hits]


@given(texts, st.data())
def test_the_full_text_of_a_clause_finds_it_first(collection: list[str], data: st.DataObject) -> None:
    """In one segment as in several; identical clauses tie."""
    made = clauses(collection)
    cut = data.draw(st.integers(0, len(made)))
    searcher = Searcher([segment_of(part) for part in (made[:cut], made[cut:])])
    text = data.draw(st.sampled_from(collection))
    first = searcher.search(text, limit=1).hits[0]
    assert [word.folded for word in words(first.clause.reading.text)] == [word.folded for word in words(text)]
    assert first.score == 100.0
