from __future__ import annotations

from benchmarks.cases import Judge, sample
from benchmarks.exhaustive import Exhaustive
from benchmarks.normal import holds, normalise
from benchmarks.search_quality import Outcome, Ranks, misses, rank, report
from tests.benchmarks.made import case

_TEXT = "The parties shall repair the old bridge before winter, and keep it."
_WORDS = "the parties shall repair the old bridge"


def _judge(query: str, **more: object) -> Judge:
    return Judge(case(_TEXT, query, _WORDS, **more))


def test_texts_are_normalised_as_the_reference_has_it() -> None:
    assert normalise("  The Élysée’s «ﬁnal» TEXT—no. ½ ") == "the elysees final text no 1 2"
    assert normalise("Straße, ΟΔΟΣ ＡＢＣ") == "strasse οδοσ abc"


def test_words_are_held_whole_but_where_no_spaces_are_written() -> None:
    assert holds("the old bridge", "old bridge")
    assert not holds("the old bridges", "old bridge")
    assert holds("维护国际和平及安全之主要责任", "国际和平")


def test_a_clause_is_right_by_its_text() -> None:
    judge = _judge("parties repair old bridges")
    assert judge.right(normalise(_TEXT))
    assert judge.right(normalise(f"They said: {_TEXT} And more."))
    assert judge.right(normalise("The parties shall repair the old bridge soon."))
    assert not judge.right(normalise("The parties shall repair the bridge."))


def test_other_paragraphs_are_right_once_their_text_is_known() -> None:
    judge = _judge("parties repair", places=(("a.md", 1),), reported_in=("b.md", 2))
    other, report_of_it = normalise("Both shall mend the bridge."), normalise("He spoke of the bridge.")
    assert not judge.right(other)
    judge.learn(("a.md", 1), "Both shall mend the bridge.")
    judge.learn(("b.md", 2), "He spoke of the bridge.")
    assert judge.right(other)
    assert (judge.right(report_of_it), judge.quoting(report_of_it)) == (False, True)


def test_a_clause_that_holds_the_quotation_as_reported_counts_in_the_second_way_only() -> None:
    judge = _judge("parties repair the elderly bridge")
    quoting = normalise("I quote: Parties repair the elderly bridge!")
    assert rank(judge, [quoting, normalise(_TEXT)]) == Ranks(expected=1, or_quoting=0)
    assert rank(judge, [normalise(_TEXT), quoting]) == Ranks(expected=0, or_quoting=0)
    assert rank(judge, ["something else"]) == Ranks(None, None)


def test_exhaustive_plain_prefers_a_letter_and_whole_the_clause() -> None:
    texts = ["b", *(f"clause {number} on tolls and roads" for number in range(20)), normalise(_TEXT)]
    answer = Exhaustive(texts).answer("The parties shal repair teh old bridge")
    assert answer.plain[0] == (0, 100.0)
    assert answer.whole[0][0] == len(texts) - 1
    assert len(answer.plain) == len(answer.whole) == 10


def test_of_equals_the_first_in_the_collection_comes_first() -> None:
    texts = ["another text of some length", *["the same text of some length"] * 15]
    answer = Exhaustive(texts).answer("the same text")
    assert [number for number, _ in answer.whole] == list(range(1, 11))


def _outcome(ours: int | None, plain: int | None, whole: int | None) -> Outcome:
    ranks = {name: Ranks(place, place) for name, place in (("ours", ours), ("plain", plain), ("whole", whole))}
    return Outcome(case(_TEXT, "q"), ranks, "what came first")


def test_the_report_holds_ours_against_the_better_baseline() -> None:
    head, row = report([_outcome(0, None, 0), _outcome(2, None, 1)], "expected").split("\n")
    assert head.split()[:2] == ["cases", "in"]
    assert row.split() == "real 2 100.0 % 0.0 % 100.0 % 1.000 50.0 % 0.0 % 50.0 % met".split()
    assert report([_outcome(1, None, 0)], "expected").endswith("NOT MET")


def test_the_misses_say_where_the_clause_came_and_what_came_first() -> None:
    listed = misses([_outcome(0, 0, 0), _outcome(None, 3, 1)])
    assert listed.count("case-1") == 1
    assert "ours not in 10, plain at 4, whole at 2" in listed
    assert "first:    'what came first'" in listed


def test_a_sample_is_spread_evenly_and_always_the_same() -> None:
    cases = [case(str(number), "q") for number in range(10)]
    assert [one.text for one in sample(cases, 3)] == ["0", "3", "6"]
    assert sample(cases, None) == sample(cases, 99) == cases
