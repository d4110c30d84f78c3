"""A clause's wording: whose words it holds, where they stand, and what of it somebody else put in."""

from __future__ import annotations

import pytest

from tests.collection.factory import Shelf, clause, good_ones_are_there, said
from tui.model.records import Rendering
from tui.model.vocabulary import Inserter, ProofState

SOURCE = """\
The two leaders praised the "successful efforts" of the experts, and the "successful efforts" of others.
They said: "We agree [the two sides] on peace." Then "peace" and war, "the joint peace" too.
Twice told. Twice told.
"""


def write(good: Shelf, text: str, *, speech: str = "mixed", more: str = "") -> list[str]:
    """Add a source and one clause with a rendering of `text` (line 10, column 19); § marks places in `more`."""
    good.source("wire", SOURCE)
    return good.write_marked(
        "bad.yaml",
        f"""\
statements:
  - id: other
    title: Other
    kind: readout
    clauses:
      - id: clause
        part: body
        renderings:
          - source: wire
            text: '{text}'
            speech: {speech}
            authority: agency
{more}""",
    )


def quoted_words(rendering: Rendering) -> list[str]:
    return [rendering.text[span.start : span.end] for span in rendering.quoted]


def test_direct_speech_is_quoted_whole(good: Shelf) -> None:
    write(good, "We agree [the two sides] on peace", speech="direct")
    assert good.problems() == []
    rendering = good.rendering()
    assert quoted_words(rendering) == [rendering.text]
    assert rendering.quoted[0].proof == rendering.proof


def test_indirect_speech_is_quoted_nowhere(good: Shelf) -> None:
    write(good, "The two leaders praised", speech="indirect")
    assert good.problems() == []
    assert good.rendering().quoted == ()


def test_mixed_speech_is_quoted_where_it_is_marked(good: Shelf) -> None:
    more = """\
            quoted:
              - {exact: peace, suffix: '" and war'}
              - {exact: the joint peace}
"""
    write(good, 'Then "peace" and war, "the joint peace" too.', more=more)
    assert good.problems() == []
    rendering = good.rendering()
    assert quoted_words(rendering) == ["peace", "the joint peace"]
    assert [span.start for span in rendering.quoted] == [6, 23]
    assert all(span.proof.state is ProofState.VERBATIM for span in rendering.quoted)
    assert [SOURCE[span.proof.start : span.proof.end] for span in rendering.quoted] == ["peace", "the joint peace"]


def test_a_span_is_proved_inside_its_own_rendering_only(good: Shelf) -> None:
    (place,) = write(
        good,
        "The two leaders praised",
        more="            quoted:\n              - exact: §Twice told\n",
    )
    library = good.load()
    first, second = said(library.problems)
    assert first == (
        f'bad.yaml:{place}: error: "Twice told" is not proved: '
        "the words stand at 3:1, outside the text that they are quoted from"
    )
    assert second == f'bad.yaml:{place}: error: the quoted span is not in the text; found "Twice told"'
    assert good.rendering().quoted == ()
    assert good_ones_are_there(library)


def test_a_span_that_stands_twice_in_its_rendering_needs_a_prefix(good: Shelf) -> None:
    text = 'the "successful efforts" of the experts, and the "successful efforts" of others.'
    (place,) = write(good, text, more="            quoted:\n              - exact: §successful efforts\n")
    assert good.problems()[0] == (
        f'bad.yaml:{place}: error: "successful efforts" is not proved: '
        "the words stand there 2 times; give a prefix or a suffix"
    )


def test_its_prefix_or_suffix_lights_the_right_one(good: Shelf) -> None:
    text = 'the "successful efforts" of the experts, and the "successful efforts" of others.'
    write(good, text, more="            quoted:\n              - {exact: successful efforts, suffix: '\" of others'}\n")
    assert good.problems() == []
    assert good.rendering().quoted[0].start == 50


def test_the_right_one_is_lit_in_an_edited_rendering_too(good: Shelf) -> None:
    text = 'the "successful efforts" of  the experts, and the "successful efforts" of others.'
    write(good, text, more="            quoted:\n              - {exact: successful efforts, suffix: '\" of others'}\n")
    assert good.problems() == []
    rendering = good.rendering()
    assert rendering.proof.edits == ("spacing",)
    assert rendering.quoted[0].start == 51
    assert rendering.quoted[0].proof.state is ProofState.VERBATIM


def test_spacing_around_a_rendering_does_not_shift_its_spans(good: Shelf) -> None:
    write(good, '  Then "peace" and war', more="            quoted:\n              - {exact: peace}\n")
    assert quoted_words(good.rendering()) == ["peace"]


def test_mixed_speech_without_spans_is_said_and_shows_no_word_as_the_documents(good: Shelf) -> None:
    write(good, "The two leaders praised")
    assert good.problems() == ['bad.yaml:9:13: error: mixed speech without quoted spans; expected a list "quoted"']
    assert good.rendering().quoted == ()


@pytest.mark.parametrize(("speech", "quoted"), [("direct", ["Twice told. Twice told."]), ("indirect", [])])
def test_marked_spans_outside_mixed_speech_are_said(good: Shelf, speech: str, quoted: list[str]) -> None:
    (place,) = write(
        good,
        "Twice told. Twice told.",
        speech=speech,
        more="            quoted:\n              §- {exact: Twice}\n",
    )
    assert good.problems() == [
        f"bad.yaml:{place}: error: quoted spans in {speech} speech; "
        "expected none: direct speech is quoted whole, indirect not at all"
    ]
    assert quoted_words(good.rendering()) == quoted


def test_spans_that_overlap_are_said_and_the_others_stay(good: Shelf) -> None:
    more = """\
            quoted:
              §- {exact: '"the joint peace" too'}
              - {exact: the joint}
              - {exact: peace, suffix: '" and war'}
"""
    (place,) = write(good, 'Then "peace" and war, "the joint peace" too.', more=more)
    assert good.problems() == [f"bad.yaml:{place}: error: quoted spans that overlap"]
    assert quoted_words(good.rendering()) == ["peace", '"the joint peace" too']


def test_a_span_with_an_editors_insertion(good: Shelf) -> None:
    more = """\
            quoted:
              - exact: the [truly] joint peace
            insertions:
              - {exact: "[truly]", by: editors}
"""
    write(good, '"the [truly] joint peace" too.', more=more)
    assert good.problems() == []
    rendering = good.rendering()
    assert rendering.proof.edits == rendering.quoted[0].proof.edits == ("insertion [truly]",)
    assert quoted_words(rendering) == ["the [truly] joint peace"]
    (insertion,) = rendering.insertions
    assert (rendering.text[insertion.start : insertion.end], insertion.by) == ("[truly]", Inserter.EDITORS)


def test_the_sources_own_insertion_is_verbatim_and_marked(good: Shelf) -> None:
    more = '            insertions:\n              - {exact: "[the two sides]", by: source}\n'
    write(good, "We agree [the two sides] on peace.", speech="direct", more=more)
    assert good.problems() == []
    rendering = good.rendering()
    assert rendering.proof.state is ProofState.VERBATIM
    assert [(insertion.start, insertion.end, insertion.by) for insertion in rendering.insertions] == [
        (9, 24, Inserter.SOURCE)
    ]


def test_an_insertion_that_the_source_has_is_not_the_editors(good: Shelf) -> None:
    more = '            insertions:\n              - {exact: "[the two sides]", by: §editors}\n'
    (place,) = write(good, "We agree [the two sides] on peace.", speech="direct", more=more)
    assert good.problems() == [
        f'bad.yaml:{place}: error: the source has this insertion; found "editors"; expected "source"'
    ]


def test_an_insertion_that_the_source_does_not_have_is_not_the_sources(good: Shelf) -> None:
    more = '            insertions:\n              - {exact: "[both]", by: source}\n'
    write(good, "the joint [both] peace", speech="direct", more=more)
    (line,) = good.problems()
    assert line.startswith(
        'bad.yaml:10:19: error: "the joint [both] peace" is not proved: the words are not in the source'
    )


@pytest.mark.parametrize("text", ["Twice told.", "Twice [x] told. Twice [x] told."])
def test_an_insertion_stands_in_the_text_exactly_once(good: Shelf, text: str) -> None:
    more = '            insertions:\n              - {exact: §"[x]", by: editors}\n'
    (place,) = write(good, text, speech="direct", more=more)
    assert f'bad.yaml:{place}: error: the insertion does not stand in the text exactly once; found "[x]"' in (
        good.problems()
    )


def test_words_that_are_not_in_the_source_are_kept_and_marked_as_unproved(good: Shelf) -> None:
    write(good, "We agreed on pieces", speech="direct")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith(
        'bad.yaml:10:19: error: "We agreed on pieces" is not proved: the words are not in the source; '
        "the nearest, at its line 2, column 13, are “We agree"
    )
    assert good.rendering().proof.state is ProofState.FAILED
    assert good.rendering().text == "We agreed on pieces"
    assert good_ones_are_there(library)


def test_a_rendering_that_stands_twice_is_told_apart_by_its_anchor(good: Shelf) -> None:
    write(good, "Twice told.", speech="direct")
    assert "the words stand there 2 times; give a prefix or a suffix" in good.problems()[0]
    write(good, "Twice told.", speech="direct", more='            anchor: {suffix: " Twice"}\n')
    assert good.problems() == []
    assert good.rendering().proof.start == SOURCE.index("Twice")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("            anchor: {start: §7}\n", "the joint peace"),
        ("            cue: {exact: They said, start: §7}\n", "They said"),
    ],
)
def test_a_stale_hint_is_a_warning_at_the_hint(good: Shelf, more: str, words: str) -> None:
    (place,) = write(good, "the joint peace", speech="direct", more=more)
    library = good.load()
    assert said(library.problems) == [
        f"bad.yaml:{place}: warning: a stale hint: found 7, the words stand at {SOURCE.index(words)}"
    ]
    assert library.errors == 0
    assert good.rendering().proof.state is ProofState.VERBATIM


@pytest.mark.parametrize("start", ["-1", "1e3", "1.5", "soon", "０", "9999999999999"])
def test_a_hint_is_a_whole_number(good: Shelf, start: str) -> None:
    (place,) = write(good, "the joint peace", speech="direct", more=f"            anchor: {{start: §{start}}}\n")
    assert good.problems() == [
        f"bad.yaml:{place}: error: a clause: renderings 1, anchor, start is not right; "
        f'found "{start}"; expected a whole number, 0 or more'
    ]
    assert good.rendering().proof.state is ProofState.VERBATIM


def test_a_cue_and_evidence_are_proved_too(good: Shelf) -> None:
    more = "            cue: {exact: §They siad}\n    evidence:\n      - {source: wire, exact: §Thrice told}\n"
    cue, evidence = write(good, "the joint peace", speech="direct", more=more)
    first, second = good.problems()
    assert first.startswith(
        f'bad.yaml:{cue}: error: "They siad" is not proved: the words are not in the source; the nearest'
    )
    assert second.startswith(
        f'bad.yaml:{evidence}: error: "Thrice told" is not proved: the words are not in the source'
    )


def test_the_language_of_a_rendering_is_its_sources_unless_it_says_otherwise(good: Shelf) -> None:
    write(good, "the joint peace", speech="direct")
    assert good.rendering().language == "en"
    write(good, "the joint peace", speech="direct", more="            language: fr\n")
    assert good.rendering().language == "fr"


def test_renderings_keep_their_order_and_the_first_is_the_one_shown(good: Shelf) -> None:
    more = "          - {source: paper, speech: indirect, authority: agency, text: Ann and Bob met on Saturday}\n"
    write(good, "the joint peace", speech="direct", more=more)
    found = clause(good.load(), "good/other#clause")
    assert [rendering.source for rendering in found.renderings] == ["good/wire", "good/paper"]
    assert found.reading is found.renderings[0]
