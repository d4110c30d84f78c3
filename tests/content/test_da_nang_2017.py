"""The seed is encoded whole and faithfully: all that the report says, in whose words it says it."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest

from tests.content.da_nang import (
    CLAUSES,
    DA_NANG,
    DATA,
    LIBRARY,
    RECEIVED,
    ROOT,
    SEED,
    SHA256,
    TEXT,
    evidence,
    in_quotation_marks,
    proofs,
    rendering,
    stretch,
)
from tui.collection.bundled import bundled_content
from tui.model.records import Clause
from tui.model.vocabulary import Inserter, ProofState, Speech
from tui.text.words import words

# The source file


def test_the_seed_is_the_one_that_was_recorded() -> None:
    assert hashlib.sha256(DATA).hexdigest() == SHA256
    assert [(source.file, source.sha256, source.held) for source in DA_NANG.sources] == [
        (f"seeds/{SEED}", SHA256, True)
    ]


@pytest.mark.skipif(not RECEIVED.exists(), reason="the seeds as received are not beside this clone")
def test_the_seed_is_the_one_that_was_received() -> None:
    assert RECEIVED.read_bytes() == DATA


def test_the_bundled_content_is_this_content() -> None:
    assert bundled_content() == ROOT / "content"


# What is wrong with it: nothing


def test_the_bundled_content_has_no_problems_at_all() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []


def test_every_anchor_is_proved() -> None:
    assert len(list(proofs())) >= 35
    assert all(proof.holds for proof in proofs())


def test_the_words_of_every_clause_are_verbatim() -> None:
    for clause in CLAUSES.values():
        start, end = stretch(rendering(clause).proof)
        assert rendering(clause).proof.state is ProofState.VERBATIM
        assert rendering(clause).text == TEXT[start:end]


def test_the_only_editing_in_evidence_is_where_the_captions_run_together() -> None:
    edited = [(shown.exact, shown.proof.edits) for shown in evidence() if shown.proof.edits]
    assert {edits for _, edits in edited} <= {("words run together in the source",)}
    assert {exact for exact, _ in edited} <= {"© REUTERS/ Jorge Silva", "U.S. President Donald Trump"}


# Whole


LEFT_OUT = [
    # The headline: the two names, which the report repeats in its sentences.
    (1, "Vladimir Putin and Donald Trump"),
    # In the caption: between the two names, and what the photograph shows them doing.
    (2, "and"),
    (2, "talk as"),
    # Between two clauses in one sentence.
    (7, "and"),
    # Between who prepared the document and who agreed on it.
    (17, "and"),
]


def test_every_word_of_the_seed_is_in_the_collection_but_for_these() -> None:
    covered = {place for proof in proofs() for place in range(*stretch(proof))}
    left: list[tuple[int, str]] = []
    end = -1
    for word in words(TEXT):
        if set(range(word.start, word.end)) <= covered:
            continue
        line = TEXT.count("\n", 0, word.start) + 1
        if left and TEXT[end : word.start] == " ":
            left[-1] = (line, f"{left[-1][1]} {TEXT[word.start : word.end]}")
        else:
            left.append((line, TEXT[word.start : word.end]))
        end = word.end
    assert left == LEFT_OUT


def test_the_clauses_are_in_the_order_of_the_report_and_apart() -> None:
    places = [stretch(rendering(clause).proof) for clause in CLAUSES.values()]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


# In whose words


@pytest.mark.parametrize(
    ("clause", "speech"),
    [
        ("military-channels", Speech.DIRECT),
        ("sovereignty", Speech.INDIRECT),
        ("call-on-parties", Speech.INDIRECT),
        ("defeat-of-daesh", Speech.INDIRECT),
        ("de-confliction", Speech.MIXED),
        ("southwest-syria-ceasefire", Speech.DIRECT),
        ("no-military-solution", Speech.MIXED),
        ("geneva-2254", Speech.DIRECT),
    ],
)
def test_each_clause_is_in_the_speech_that_the_report_gives_it(clause: str, speech: Speech) -> None:
    assert rendering(CLAUSES[clause]).speech is speech


def test_there_are_no_other_clauses() -> None:
    assert len(CLAUSES) == 8


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=CLAUSES)
def test_what_is_shown_as_the_documents_words_is_inside_the_reports_quotation_marks(clause: Clause) -> None:
    for span in rendering(clause).quoted:
        start, end = stretch(span.proof)
        assert in_quotation_marks(start)
        assert '"' not in TEXT[start:end]
        assert rendering(clause).text[span.start : span.end] == TEXT[start:end]


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=CLAUSES)
def test_what_is_shown_as_told_is_outside_them(clause: Clause) -> None:
    shown = rendering(clause)
    start, _ = stretch(shown.proof)
    quoted = {place for span in shown.quoted for place in range(span.start, span.end)}
    told = [place for place, char in enumerate(shown.text) if place not in quoted and char.isalnum()]
    assert not any(in_quotation_marks(start + place) for place in told)
    assert bool(told) is (shown.speech is not Speech.DIRECT)
    assert bool(quoted) is (shown.speech is not Speech.INDIRECT)


def test_every_quotation_of_the_statement_in_the_report_is_a_quoted_span() -> None:
    """Between each pair of quotation marks, every word is shown as the document's."""
    quoted = {
        place
        for clause in CLAUSES.values()
        for span in rendering(clause).quoted
        for place in range(*stretch(span.proof))
    }
    missed = [
        TEXT[word.start : word.end]
        for word in words(TEXT)
        if in_quotation_marks(word.start) and word.start not in quoted
    ]
    assert missed == []


def test_the_bracketed_insertion_is_kept_and_marked_as_the_reports() -> None:
    shown = rendering(CLAUSES["geneva-2254"])
    (insertion,) = shown.insertions
    assert shown.text[insertion.start : insertion.end] == "[UN Security Council resolution]"
    assert insertion.by is Inserter.SOURCE
    assert shown.text.endswith("pursuant to [UN Security Council resolution] UNSCR 2254.")


def test_nothing_else_is_inserted() -> None:
    assert [clause.id for clause in CLAUSES.values() if rendering(clause).insertions] == ["geneva-2254"]
    assert TEXT.count("[") == 1


@pytest.mark.parametrize(
    ("clause", "cue"),
    [
        ("military-channels", "According to the joint statement on Syria"),
        ("sovereignty", "according to a joint statement they issued following a meeting"),
        ("call-on-parties", "according to a joint statement they issued following a meeting"),
        ("southwest-syria-ceasefire", "the joint statement read"),
    ],
)
def test_the_reports_own_attribution_is_kept(clause: str, cue: str) -> None:
    shown = rendering(CLAUSES[clause]).cue
    assert shown is not None
    assert shown.exact == cue


def test_the_words_of_the_attribution_are_in_no_clause() -> None:
    for clause in CLAUSES.values():
        assert "joint statement" not in rendering(clause).text
