"""Whatever the source and whatever the words: no false proof, and no true one missed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from hypothesis import assume, example, given
from hypothesis import strategies as st

from tui.collection.proof import Wanted, prove
from tui.collection.sources import SourceText
from tui.model.vocabulary import ProofState

WORDS = st.text(alphabet="abcdeéжйü", min_size=1, max_size=6) | st.sampled_from(
    ["peace", "can't", "non-military", "1,500"]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", ", ", ". ", "; ", ' "', '" ', " «", "» ", " — ", " ['", "'] "])
NEVER_THERE = "Ω"
"""A letter that no source below has."""

# Few letters and many signs: hits, near hits and cut words are frequent.
CRAMPED = st.text(alphabet="ab B'’\"“-.,1\u0301\n…[]中", max_size=24)


@dataclass(frozen=True)
class Span:
    """A stretch of whole words of a text."""

    text: str
    start: int
    end: int

    @property
    def exact(self) -> str:
        return self.text[self.start : self.end]


@st.composite
def spans(draw: st.DrawFn, least: int = 1) -> Span:
    """A text of words between gaps, and one stretch of at least so many of them."""
    parts = draw(st.lists(st.tuples(WORDS, GAPS), min_size=least, max_size=12))
    first = draw(st.integers(0, len(parts) - least))
    last = draw(st.integers(first + least - 1, len(parts) - 1))
    edges, text = [], ""
    for word, gap in parts:
        edges.append((len(text), len(text) + len(word)))
        text += word + gap
    return Span(text, edges[first][0], edges[last][1])


@given(spans())
def test_every_stretch_of_whole_words_is_verbatim_at_its_place(span: Span) -> None:
    proof = prove(Wanted(span.exact, start=span.start), SourceText(span.text)).proof
    assert (proof.state, proof.start, proof.end, proof.edits) == (ProofState.VERBATIM, span.start, span.end, ())


@given(spans())
def test_its_surroundings_tell_it_apart_from_every_other_place(span: Span) -> None:
    wanted = Wanted(span.exact, prefix=span.text[: span.start], suffix=span.text[span.end :])
    proof = prove(wanted, SourceText(span.text)).proof
    assert (proof.state, proof.start, proof.end) == (ProofState.VERBATIM, span.start, span.end)


@given(spans())
def test_its_line_and_column_are_those_of_its_first_letter(span: Span) -> None:
    proof = prove(Wanted(span.exact, start=span.start), SourceText(span.text)).proof
    assert proof.line is not None
    assert proof.column is not None
    line = span.text.split("\n")[proof.line - 1]
    assert line[proof.column - 1 :].startswith(span.exact.split("\n")[0])


@given(spans(), st.data())
def test_one_letter_changed_is_never_proved(span: Span, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place, char in enumerate(span.exact) if char.isalnum()]))
    changed = span.exact[:place] + NEVER_THERE + span.exact[place + 1 :]
    assert prove(Wanted(changed), SourceText(span.text)).proof.state is ProofState.FAILED


@given(spans(), st.data())
def test_one_letter_changed_in_case_is_never_proved(span: Span, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place, char in enumerate(span.exact) if char.isalnum()]))
    changed = span.exact[:place] + span.exact[place].swapcase() + span.exact[place + 1 :]
    assume(changed != span.exact)
    assert prove(Wanted(changed), SourceText(span.text)).proof.state is ProofState.FAILED


@given(spans(), st.integers(0, 200))
def test_one_letter_added_is_never_proved(span: Span, at: int) -> None:
    place = at % (len(span.exact) + 1)
    changed = span.exact[:place] + NEVER_THERE + span.exact[place:]
    assert prove(Wanted(changed), SourceText(span.text)).proof.state is ProofState.FAILED


@given(spans(), st.booleans())
def test_words_cut_inside_a_word_are_never_proved_there(span: Span, at_the_end: bool) -> None:
    start, end = (span.start, span.end - 1) if at_the_end else (span.start + 1, span.end)
    cut = end if at_the_end else start
    assume(start < end and span.text[cut - 1].isalnum() and span.text[cut].isalnum())
    proof = prove(Wanted(span.text[start:end], start=start), SourceText(span.text)).proof
    assert (proof.start, proof.end) != (start, end)


@given(CRAMPED, CRAMPED)
@example("the president", "the presidents")
@example("a", "a-b")
@example("b\u0301", "ab\u0301")
def test_verbatim_is_what_the_source_literally_has_in_whole_words(exact: str, text: str) -> None:
    proof = prove(Wanted(exact or "a"), SourceText(text)).proof
    if proof.state is not ProofState.VERBATIM:
        return
    assert proof.start is not None
    assert proof.end is not None
    assert text[proof.start : proof.end] == (exact or "a")
    for cut in (proof.start, proof.end):
        before, after = text[:cut][-1:], text[cut:][:1]
        assert not (before.isalnum() and after.isalnum()) or "中" in before + after
        assert not (unicodedata.combining(after or " ") and before.isalnum())


@given(CRAMPED, CRAMPED, st.lists(st.sampled_from(["[a]", "[]", "[b B]"]), max_size=2))
def test_whatever_is_proved_but_not_literal_names_its_edits(exact: str, text: str, insertions: list[str]) -> None:
    proof = prove(Wanted(exact or "a", insertions=insertions), SourceText(text)).proof
    assert (proof.state is ProofState.EDITED) == bool(proof.edits)
    assert (proof.start is None) == (proof.state is ProofState.FAILED)


@given(CRAMPED, CRAMPED)
def test_what_is_proved_with_editing_has_only_letters_of_the_source_in_its_order(exact: str, text: str) -> None:
    proof = prove(Wanted(exact or "a"), SourceText(text)).proof
    if proof.start is None:
        return
    found = iter(char for char in text[proof.start : proof.end] if char.isalnum())
    assert all(char in found for char in exact if char.isalnum())
    if "ellipsis" not in proof.edits:
        letters = [char for char in text[proof.start : proof.end] if char.isalnum()]
        assert letters == [char for char in exact or "a" if char.isalnum()]


@given(st.text(min_size=1), st.text(), st.none() | st.text(), st.none() | st.integers(0, 50), st.lists(st.text()))
def test_any_words_are_judged_against_any_text(
    exact: str, text: str, around: str | None, start: int | None, insertions: list[str]
) -> None:
    verdict = prove(Wanted(exact, around, around, start, insertions), SourceText(text))
    assert (verdict.proof.state is ProofState.FAILED) == (verdict.complaint is not None and not verdict.stale)


QUOTES = str.maketrans({'"': "“", "'": "’"})


@given(spans(least=3), st.booleans(), st.booleans(), st.booleans(), st.data())
def test_permitted_edits_are_understood_and_named(
    span: Span, quotes: bool, spacing: bool, insertion: bool, data: st.DataObject
) -> None:
    """Any of them at once, over a stretch that stands in the source once; an ellipsis has a test of its own."""
    assume(span.text.count(span.exact) == 1)
    edited, named, own = span.exact, set(), []
    if quotes and edited.translate(QUOTES) != edited:
        edited = edited.translate(QUOTES)
        named.add("quotation marks")
    if spacing:
        edited = edited.replace(" ", "\n ") if " " in edited else f"{edited}\n"
        named.add("spacing")
    if insertion:
        places = [place for place, char in enumerate(edited) if char == " "] or [len(edited)]
        place = data.draw(st.sampled_from(places))
        edited = f"{edited[:place]} [ours]{edited[place:]}"
        named.add("insertion [ours]")
        own = ["[ours]"]
    assume(edited == span.exact or edited not in span.text)
    proof = prove(Wanted(edited, start=span.start, insertions=own), SourceText(span.text)).proof
    assert proof.state is (ProofState.EDITED if named else ProofState.VERBATIM)
    assert (proof.start, proof.end) == (span.start, span.end)
    assert set(proof.edits) == named


@given(spans(least=3), st.sampled_from(["…", " ... ", " [...] "]))
def test_an_ellipsis_over_whole_words_is_understood_and_named(span: Span, ellipsis: str) -> None:
    signs = "[]«»'\".,;—"
    first, *_, last = (word.strip(signs) for word in span.exact.split() if word.strip(signs))
    wanted = Wanted(f"{first}{ellipsis}{last}", start=span.start)
    proof = prove(wanted, SourceText(span.text)).proof
    assert proof.state is ProofState.EDITED
    assert proof.start == span.start
    assert proof.end is not None
    assert proof.end <= span.end
    assert proof.edits == ("ellipsis",)
