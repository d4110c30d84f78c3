"""Whose words the stretches of a clause are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.study.cards import ROOT, facts, read, voiced
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.model.records import Insertion, Proof, QuotedSpan, Rendering
from tui.model.vocabulary import Authority, Inserter, ProofState, Speech
from tui.study.card import Voice
from tui.study.clause_card import stretches


def test_direct_speech_is_the_documents(catalogue: Catalogue) -> None:
    shown = read(catalogue, "good/joint#ceasefire")
    assert voiced(shown) == [(shown.text, Voice.DOCUMENT)]


def test_indirect_speech_is_the_sources(catalogue: Catalogue) -> None:
    assert voiced(read(catalogue, "good/joint#gone")) == [("x", Voice.SOURCE)]


def test_in_mixed_speech_only_the_quoted_spans_are_the_documents(catalogue: Catalogue) -> None:
    assert voiced(read(catalogue, "good/joint#efforts")) == [
        ('praised the "', Voice.SOURCE),
        ("successful efforts", Voice.DOCUMENT),
        ('" of the experts, which "', Voice.SOURCE),
        ("can't fail", Voice.DOCUMENT),
        ('", and ', Voice.SOURCE),
        ("[sic]", Voice.INSERTION),
        (" the «long» talks", Voice.SOURCE),
    ]


def test_an_insertion_in_the_documents_words_is_not_the_documents() -> None:
    catalogue = Catalogue.of(load([ROOT / "content"]).collections)
    shown = read(catalogue, "da-nang-2017/joint-statement#geneva-2254")
    assert [voice for _, voice in voiced(shown)] == [Voice.DOCUMENT, Voice.INSERTION, Voice.DOCUMENT]
    assert voiced(shown)[1][0] == "[UN Security Council resolution]"
    assert facts(shown, "Inserted") == ["[UN Security Council resolution] by the source's editor"]


@st.composite
def renderings(draw: st.DrawFn) -> Rendering:
    text = draw(st.text(min_size=1, max_size=20))
    cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    proof = Proof(ProofState.UNHELD)
    return Rendering(
        source="c/s",
        language="en",
        speech=Speech.MIXED,
        authority=Authority.AGENCY,
        text=text,
        proof=proof,
        quoted=tuple(QuotedSpan(start, end, proof) for start, end in draw(st.lists(cuts, max_size=3))),
        insertions=tuple(Insertion(start, end, Inserter.SOURCE) for start, end in draw(st.lists(cuts, max_size=3))),
    )


@given(renderings())
def test_stretches_cover_the_text_exactly(rendering: Rendering) -> None:
    found = list(stretches(rendering))
    assert (found[0].start, found[-1].end) == (0, len(rendering.text))
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(part.start < part.end for part in found)


@given(renderings())
def test_every_character_is_in_its_own_voice(rendering: Rendering) -> None:
    def voice(place: int) -> Voice:
        if any(mark.start <= place < mark.end for mark in rendering.insertions):
            return Voice.INSERTION
        quoted = any(span.start <= place < span.end for span in rendering.quoted)
        return Voice.DOCUMENT if quoted else Voice.SOURCE

    found = [part.voice for part in stretches(rendering) for _ in range(part.start, part.end)]
    assert found == [voice(place) for place in range(len(rendering.text))]
