"""Words shown of a thread, a topic or an instrument are about it; else the editors' sentence stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.trace.harbour import opened
from tests.study.trace.test_tracing import Opened, traced
from tui.study.trace.occurrence import Occurrence, Trace, Verdict, Whose, whose
from tui.study.trace.signs import signed_since, since_line, telling
from tui.study.trace.tracing import trace_records

_CONTENT = Path(__file__).resolve().parents[3] / "content"


@pytest.fixture(name="track", scope="module")
def _track(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    cache = tmp_path_factory.mktemp("track")
    return opened(_CONTENT / "da-nang-2017", _CONTENT / "syria-track", cache=cache)


def at(trace: Trace, clause: str) -> Occurrence:
    (one,) = [one for one in trace.occurrences if one.address == f"syria-track/{clause}"]
    return one


@pytest.mark.parametrize(
    ("what", "clause"),
    [
        ("syria-track/sovereignty-integrity", "da-nang-2017-11-11#sovereignty-and-state-character"),
        ("syria-track/sovereignty-integrity", "tehran-2018-09-07#sovereignty-and-separatism"),
        ("syria-track/sovereignty-integrity", "astana-2017-01-24#sovereignty-and-state-character"),
        ("syria-track/humanitarian-access", "astana-2017-05-04#access-and-return"),
        ("syria-track/refugee-return", "sochi-2017-11-22#de-escalation-areas"),
        ("syria-track/refugee-return", "helsinki-2018-07-16#putin-on-joint-work"),
        ("syria-track/unscr-2254", "istanbul-2018-10-27#no-military-solution"),
        ("syria-track/unscr-2254", "astana-2017-01-24#no-military-solution"),
        ("syria-track/unscr-2254", "moscow-2020-03-05#no-military-solution"),
        ("syria-track/constitution", "unscr-2254#governance-in-six-months"),
        ("topic:syrian-led", "moscow-2020-03-05#no-military-solution"),
        ("cites:unscr-2254", "istanbul-2018-10-27#no-military-solution"),
    ],
)
def test_what_was_quoted_of_another_matter_is_not_shown(track: Opened, what: str, clause: str) -> None:
    one = at(traced(track, what), clause)
    assert one.rendering is not None
    assert whose(one.rendering) is Whose.EDITORS
    assert telling(one) == ""
    assert one.since.verdict is not Verdict.CHANGED


@pytest.mark.parametrize(
    ("what", "clause", "words"),
    [
        ("elections", "vienna-2015-10-30#un-to-convene-the-parties", "including the diaspora, eligible to participate"),
        (
            "state-character",
            "moscow-2016-12-20#sovereignty-and-state-character",
            "multi-ethnic, multi-religious, non-sectarian, democratic and secular",
        ),
        (
            "sovereignty-integrity",
            "moscow-2016-12-20#sovereignty-and-state-character",
            "full respect for sovereignty, independence, unity",
        ),
        ("state-character", "da-nang-2017-11-11#sovereignty-and-state-character", "светскому характеру Сирии"),
    ],
)
def test_of_several_fragments_the_one_about_the_thread_is_shown(
    track: Opened, what: str, clause: str, words: str
) -> None:
    one = at(traced(track, f"syria-track/{what}"), clause)
    assert one.rendering is not None
    assert one.rendering.text == words


def test_every_fragment_shown_for_a_bundled_thread_has_one_of_its_phrases(track: Opened) -> None:
    for thread in track[0].threads():
        assert thread.phrases
        trace = trace_records(*track, [thread])
        for one in trace.occurrences:
            if one.rendering is not None and whose(one.rendering) is not Whose.EDITORS:
                assert telling(one), one.address


def test_what_has_one_address_is_named_together(track: Opened) -> None:
    assert traced(track, "syria-track/unscr-2254").title == (
        "UN Security Council resolution 2254, thread “UNSCR 2254 as the frame”"
    )


def test_two_sentences_on_other_things_are_not_one_that_changed(track: Opened) -> None:
    trace = traced(track, "syria-track/unscr-2254")
    assert {one.since.verdict for one in trace.occurrences} <= {
        Verdict.NOT_OWN,
        Verdict.FIRST,
        Verdict.OTHER_PASSAGE,
        Verdict.OTHER_LANGUAGE,
    }


def test_of_a_fragment_no_more_is_said_to_be_the_same_than_its_words(track: Opened) -> None:
    trace = traced(track, "syria-track/separatism")
    one = at(trace, "tehran-2022-07-19#separatism")
    assert since_line(trace, one, addressed=False) == (
        "the fragment's words are the same as 2019-09-16; no more was seen"
    )


@pytest.mark.parametrize(
    ("what", "clause", "signed"),
    [
        (
            "multi-ethnic",
            "astana-2017-01-24#sovereignty-and-state-character",
            "(then: secular; here: State)",
        ),
        (
            "syria-track/sovereignty-integrity",
            "sochi-mou-2019-10-22#political-unity",
            "(then: sovereignty, independence,; here: preservation of the political) unity and territorial integrity",
        ),
        (
            "de-escalation",
            "sochi-2017-11-22#de-escalation-areas",
            "(then: Within the lines; here: creation) of the de-escalation areas",
        ),
        (
            "topic:syrian-led",
            "sochi-2017-11-22#irreversible-progress",
            "Syrian-led and Syrian-owned (then: political transition; here: process leading to)",
        ),
    ],
)
def test_at_the_edge_of_a_fragment_nothing_is_called_replaced(
    track: Opened, what: str, clause: str, signed: str
) -> None:
    trace = traced(track, what)
    one = at(trace, clause)
    assert signed in signed_since(one.since)
    if one.since.verdict is Verdict.SAME:
        assert since_line(trace, one).startswith("in part the same words as ")


def _made(folder: Path, *, phrases: str = "") -> Opened:
    """A thread of two statements, of which a fragment on another matter is quoted beside the right one."""
    home = folder / "quay"
    home.mkdir()
    (home / "collection.yaml").write_text("{format: 1, id: quay, title: Quay}\n", "utf-8")
    statements = "".join(
        f"""
  - id: y{year}
    title: Statement {year}
    kind: communique
    date: {year}-01-01
    clauses:
      - id: c
        part: body
        cites: [{{to: r77, words: said resolution}}]
        renderings:
          - {{source: editors, speech: indirect, authority: editorial, text: Told {year}}}
          - {{source: paper, speech: direct, authority: agency, text: fish for all the towns of {year}}}
          - {{source: paper, speech: direct, authority: agency, text: {right}}}
"""
        for year, right in (
            (2001, "ferry fares and harbour dues fall"),
            (2002, "harbour dues rise"),
            (2003, "under the said resolution"),
            (2004, "under resolution 77 of the Council"),
        )
    )
    (home / "records.yaml").write_text(
        f"""
sources:
  - {{id: paper, kind: official-text, publisher: Gazette, title: Text, language: en}}
  - {{id: editors, kind: editors, publisher: The editors, title: "[Facts]", language: en}}
instruments: [{{id: r77, kind: resolution, title: Council resolution 77}}]
threads:
  - id: dues
    title: The dues of the harbour
    {phrases}
    members: [{{at: y2001#c}}, {{at: y2002#c}}, {{at: y2003#c}}, {{at: y2004#c}}]
statements:{statements}""",
        "utf-8",
    )
    return opened(home, cache=folder / "cache")


def texts(trace: Trace) -> list[str]:
    return [one.rendering.text for one in trace.occurrences if one.rendering]


def test_without_phrases_the_words_of_the_title_decide(tmp_path: Path) -> None:
    trace = traced(_made(tmp_path), "quay/dues")
    assert texts(trace) == ["ferry fares and harbour dues fall", "harbour dues rise", "Told 2003", "Told 2004"]


def test_the_phrases_that_editors_declare_decide(tmp_path: Path) -> None:
    trace = traced(_made(tmp_path, phrases="phrases: [ferry, dues rise]"), "quay/dues")
    assert texts(trace) == ["ferry fares and harbour dues fall", "harbour dues rise", "Told 2003", "Told 2004"]
    assert texts(traced(_made_again(tmp_path, "phrases: [no such words]"), "quay/dues")) == [
        f"Told {year}" for year in range(2001, 2005)
    ]


def _made_again(folder: Path, phrases: str) -> Opened:
    other = folder / "again"
    other.mkdir()
    return _made(other, phrases=phrases)


def test_where_other_words_are_compared_than_are_shown_they_are_quoted(tmp_path: Path) -> None:
    port = _made(tmp_path, phrases="phrases: [dues, towns of 2002]")
    trace = traced(port, "quay/dues")
    second = trace.occurrences[1]
    assert second.rendering is not None
    assert second.rendering.text == "fish for all the towns of 2002"
    assert since_line(trace, second) == (
        "in part the same words as 2001-01-01 (quay/y2001#c); of the rest too little was seen to compare;"
        " the words compared are “ferry fares and harbour dues fall” then and “harbour dues rise” here"
    )


def test_an_instrument_is_known_by_its_names_and_by_the_words_that_cite_it(tmp_path: Path) -> None:
    trace = traced(_made(tmp_path), "quay/r77")
    assert texts(trace) == ["Told 2001", "Told 2002", "under the said resolution", "under resolution 77 of the Council"]
