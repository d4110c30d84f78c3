"""Any span of any clause stands at its place, after an editor's edit too; after any other change it does not."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tui.collection.proof import cuts_word
from tui.index.catalogue import Catalogue
from tui.model.records import Clause, Rendering
from tui.study.card import Voice
from tui.study.clause_card import stretches
from tui.study.verify.answer import Answer, Verdict
from tui.study.verify.extract import Wording, voice_of
from tui.study.verify.telling import negations
from tui.study.verify.verifier import Verifier
from tui.text.words import Word, words

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])


@dataclass(frozen=True)
class Span:
    """Some words of a rendering in the document's own words, and where they stand."""

    collection: str
    clause: Clause
    rendering: Rendering
    held: tuple[Word, ...]

    @property
    def start(self) -> int:
        return self.held[0].start

    @property
    def end(self) -> int:
        return self.held[-1].end

    @property
    def text(self) -> str:
        return self.rendering.text[self.start : self.end]

    def word(self, number: int) -> str:
        return self.rendering.text[self.held[number].start : self.held[number].end]

    def but(self, number: int, other: str) -> str:
        """The span with something else in the place of one of its words."""
        one = self.held[number]
        return self.rendering.text[self.start : one.start] + other + self.rendering.text[one.end : self.end]

    def is_at(self, answer: Answer) -> bool:
        """Whether an answer has this place, the first of all or among the others."""
        places = [(one.rendering.source, one.start, one.end) for one in (*answer.places, *answer.others)]
        return (self.rendering.source, self.start, self.end) in places


def _own(clause: Clause, rendering: Rendering) -> list[list[Word]]:
    """The runs of words that are the document's, without those in brackets."""
    found = []
    for stretch in stretches(rendering):
        if voice_of(Wording(clause, rendering), stretch.voice) is Voice.DOCUMENT:
            found.append([w for w in words(rendering.text) if stretch.start <= w.start and w.end <= stretch.end])
    return [run for run in found if len(run) > 1]


@st.composite
def spans(draw: st.DrawFn, catalogues: dict[str, Catalogue], least: int = 2) -> Span:
    name = draw(st.sampled_from(sorted(catalogues)))
    clause = draw(st.sampled_from(list(catalogues[name].clauses())))
    # Those read first in their language: the words of the others are another source's, and are tested as that.
    first = {rendering.language: rendering for rendering in reversed(clause.renderings)}
    runs = [(rendering, run) for rendering in first.values() for run in _own(clause, rendering) if len(run) >= least]
    assume(runs)
    rendering, run = draw(st.sampled_from(runs))
    low = draw(st.integers(0, len(run) - least))
    high = draw(st.integers(low + least, len(run)))
    span = Span(name, clause, rendering, tuple(run[low:high]))
    assume(not cuts_word(rendering.text, span.start) and not cuts_word(rendering.text, span.end))
    return span


@SHARED
@given(data=st.data())
def test_any_span_is_verbatim_at_its_place(
    data: st.DataObject, catalogues: dict[str, Catalogue], verifiers: dict[str, Verifier]
) -> None:
    span = data.draw(spans(catalogues))
    answer = verifiers[span.collection].verify(span.text)
    assert answer.verdict is Verdict.VERBATIM
    assert span.is_at(answer)


@SHARED
@given(data=st.data())
def test_an_editors_edit_is_named(
    data: st.DataObject, catalogues: dict[str, Catalogue], verifiers: dict[str, Verifier]
) -> None:
    span = data.draw(spans(catalogues, least=5))
    last = len(span.held) - 1
    number = data.draw(st.integers(1, last - 1))
    word = span.word(number)
    kind = data.draw(st.sampled_from(["insertion", "ellipsis", "capital", "spacing", "closing"]))
    match kind:
        case "insertion":
            quoted, said = span.but(number, f"[zither] {word}"), "[zither]"
        case "ellipsis":
            assume(not negations(word))
            quoted, said = span.but(number, "..."), f"ellipsis for “{word}"
        case "capital":
            assume(word[0].isalpha() and len(word) > 3 and word[1].isalpha())
            turned = word[0].swapcase()
            assume(len(turned) == 1 and turned != word[0])
            quoted, said = span.but(number, f"[{turned}]{word[1:]}"), f"“{word}” as “[{turned}]{word[1:]}”"
        case "spacing":
            assume(" " in span.text)
            quoted, said = span.text.replace(" ", "\n   "), "spacing"
        case _:
            after = span.rendering.text[span.end : span.end + 1]
            assume(after != ";")
            quoted, said = f"{span.text};", "closing punctuation"
    assume(not inside_compound(span, number) or kind not in ("ellipsis", "insertion"))
    answer = verifiers[span.collection].verify(quoted)
    assert answer.verdict is Verdict.EDITED
    assert any(said in edit for edit in answer.edits)


@SHARED
@given(data=st.data())
def test_any_other_change_of_a_word_is_told_and_named(
    data: st.DataObject, catalogues: dict[str, Catalogue], verifiers: dict[str, Verifier]
) -> None:
    span = data.draw(spans(catalogues, least=5))
    number = data.draw(st.integers(1, len(span.held) - 2))
    word = span.word(number)
    other = data.draw(st.sampled_from(["zither", f"{word}x", f"x{word}", "not", "2031", word.swapcase()]))
    assume(other != word)
    change = data.draw(st.sampled_from(["replaced", "added", "dropped"]))
    quoted = {
        "replaced": span.but(number, other),
        "added": span.but(number, f"{other} {word}"),
        "dropped": span.but(number, ""),
    }[change]
    assume(not inside_compound(span, number))
    assume(change != "dropped" or word not in (span.word(number - 1), span.word(number + 1)))
    answer = verifiers[span.collection].verify(quoted)
    assert not answer.verdict.stands
    named = word if change == "dropped" else other
    if answer.verdict is Verdict.OTHER_SOURCE:
        return
    assert any(
        named in one.left[slice(*piece.left)] or named in one.right[slice(*piece.right)]
        for one in answer.compared
        for piece in one.differing
    )


@SHARED
@given(data=st.data())
def test_no_bracket_makes_a_telling_word_an_edit(
    data: st.DataObject, catalogues: dict[str, Catalogue], verifiers: dict[str, Verifier]
) -> None:
    span = data.draw(spans(catalogues, least=5))
    number = data.draw(st.integers(1, len(span.held) - 2))
    word = span.word(number)
    other = data.draw(st.sampled_from(["not", "no", "never", "neither", "2031", "seven", "shall", "should", "may"]))
    assume(word.casefold() != other)
    assume(not inside_compound(span, number))
    quoted = span.but(number, f"[{other}] {word}" if data.draw(st.booleans()) else f"[{other}]")
    answer = verifiers[span.collection].verify(quoted)
    assert not answer.verdict.stands
    if answer.verdict is not Verdict.OTHER_SOURCE:
        assert any(other in one.right[slice(*piece.right)] for one in answer.compared for piece in one.differing)


def inside_compound(span: Span, number: int) -> bool:
    """Whether a word is tied to a neighbour by a hyphen, or is a part of a number or an abbreviation."""
    word, text = span.held[number], span.rendering.text
    return cuts_word(text, word.start) or cuts_word(text, word.end)


@SHARED
@given(text=st.text(max_size=60))
def test_no_string_is_refused(text: str, verifiers: dict[str, Verifier]) -> None:
    answer = verifiers["Port Sel"].verify(text)
    assert answer.quotation == text


@SHARED
@given(
    text=st.lists(
        st.sampled_from(
            ["the", "harbour", "[", "]", "...", "…", "must", "[not]", "rem[ain]", '"', "\x1b[31m", "open,"]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_no_signs_are_too_many(text: str, verifiers: dict[str, Verifier]) -> None:
    verifiers["Port Sel"].verify(text)
