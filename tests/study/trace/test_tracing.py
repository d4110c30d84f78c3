"""Tracing what recurs: in order of time, told apart by how it was found, changes of the document's own words alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.trace.harbour import harbour, opened
from tui.index.catalogue import Catalogue
from tui.search.engine import Searcher
from tui.study.trace.occurrence import How, Kinds, Trace, Verdict
from tui.study.trace.signs import signed_since, since_line, summary, telling, whose_line
from tui.study.trace.tracing import trace_query, trace_records, traceable

Opened = tuple[Catalogue, Searcher]


@pytest.fixture(name="port", scope="module")
def _port(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("trace")
    catalogue, searcher = opened(harbour(folder / "harbour"), cache=folder / "cache")
    assert [str(problem) for problem in catalogue.problems() if "error" in str(problem)] == []
    return catalogue, searcher


def traced(port: Opened, what: str) -> Trace:
    catalogue, searcher = port
    records = traceable(catalogue.find(what))
    return trace_records(catalogue, searcher, records) if records else trace_query(catalogue, searcher, what)


def addresses(trace: Trace) -> list[str]:
    return [one.address.removeprefix("harbour/") for one in trace.occurrences]


THREAD = ["y2001#open", "y2003#open", "y2004#open", "y2006", "y2007#open", "y2008"]


def test_a_thread_is_walked_in_order_of_time_and_the_undated_stand_with_their_summit(port: Opened) -> None:
    trace = traced(port, "harbour/open")
    assert (trace.kind, trace.title) == (Kinds.THREAD, "The harbour stays open")
    assert addresses(trace) == THREAD
    first = trace.occurrences[0]
    assert (first.when, first.dated_by_summit) == ("2001-05-01", True)
    assert [one.when for one in trace.occurrences[1:3]] == ["2003", "2004-02"]
    assert summary(trace) == "4 occurrences in 4 statements, 2001-05-01 to 2007-01-01; declared missing in 2 places"


def test_what_changed_is_told_word_by_word_of_the_documents_own_words(port: Opened) -> None:
    trace = traced(port, "harbour/open")
    first, second, third, gone, editors, foreign = trace.occurrences
    assert first.since.verdict is Verdict.FIRST
    assert signed_since(second.since) == "The harbour must remain open to [-all-]{+most+} ships."
    assert since_line(trace, second) == ("changed since 2001-05-01 (harbour/y2001#open): 1 difference: 1 substantive")
    # Beyond the ends of a fragment nothing was seen: that is no change.
    assert third.since.verdict is Verdict.SAME
    assert signed_since(third.since) == "(The harbour )must remain open to most ships(.)"
    assert telling(third) == "Harbour to remain open"
    # The editors' words are never a change of the document's.
    assert editors.since.verdict is Verdict.NOT_OWN
    assert whose_line(port[0], editors) == "the editors' words, no quotation"
    assert gone.missing
    assert foreign.missing
    assert gone.rendering is None
    assert whose_line(port[0], gone) == "the editors say that it is missing here"


def test_a_phrase_tells_the_same_wording_from_like_wording_and_from_the_editors_thread(port: Opened) -> None:
    trace = traced(port, "must remain open to all ships")
    assert trace.kind is Kinds.PHRASE
    hows = {one.address.removeprefix("harbour/"): [way.how for way in one.ways] for one in trace.occurrences}
    assert hows["y2001#open"] == [How.THREAD, How.SAME]
    assert hows["y2003#open"] == [How.THREAD, How.LIKE]
    assert hows["y2006"] == [How.THREAD]
    assert addresses(trace) == THREAD
    words = trace.occurrences[0]
    assert words.rendering is not None
    assert words.passage is not None
    assert words.rendering.text[slice(*words.passage)] == "must remain open to all ships"


def test_a_thread_of_which_little_is_found_is_not_followed(port: Opened) -> None:
    assert addresses(traced(port, '"open to all ships"')) == ["y2001#open", "y2007#open"]


def test_what_is_hardly_alike_is_left_out_and_said_to_be(port: Opened) -> None:
    trace = traced(port, "aid goes to each town")
    assert trace.occurrences == ()
    assert summary(trace) == "phrase: “aid goes to each town” occurs nowhere"
    assert trace.notices == ("left out: 1 clause less alike (search shows them)",)


def test_a_topic(port: Opened) -> None:
    trace = traced(port, "topic:harbour")
    assert (trace.kind, addresses(trace)) == (Kinds.TOPIC, ["y2001#open", "y2003#open"])
    assert {way.how for one in trace.occurrences for way in one.ways} == {How.TOPIC}


def test_an_instrument_is_cited_by_clauses_and_by_statements_whose_clause_is_not_known(port: Opened) -> None:
    trace = traced(port, "harbour/pact")
    assert (trace.kind, addresses(trace)) == (Kinds.INSTRUMENT, ["y2001#open", "y2006"])
    whole = trace.occurrences[1]
    assert not whole.missing
    assert whose_line(port[0], whole) == "in a clause that is not known"


def test_a_clause_is_followed_along_its_threads_and_by_likeness(port: Opened) -> None:
    trace = traced(port, "harbour/y2003#open")
    assert trace.kind is Kinds.CLAUSE
    hows = {one.address.removeprefix("harbour/"): [way.how for way in one.ways] for one in trace.occurrences}
    assert hows["y2003#open"] == [How.THREAD, How.ITSELF]
    assert hows["y2001#open"] == [How.THREAD, How.LIKE]
    assert addresses(traced(port, "harbour/y2001#tax")) == ["y2001#tax"]


def test_who_took_part_and_who_was_only_named(port: Opened) -> None:
    first = traced(port, "harbour/open").occurrences[0]
    assert [part.participant.name for part in first.parts] == ["Ada Wren", "Sel"]


def test_what_is_the_same_in_two_collections_is_one_occurrence(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "collection.yaml").write_text("{format: 1, id: other, title: Other}\n", "utf-8")
    (other / "records.yaml").write_text(
        "sources: [{id: wire, kind: news-report, publisher: Wire, title: Report, language: en}]\n"
        "statements:\n  - {id: same, title: Same, kind: communique, date: 2003, same_as: harbour/y2003, clauses:\n"
        "    [{id: c, part: body, same_as: 'harbour/y2003#open', renderings: [{source: wire, speech: direct, \n"
        "     authority: agency, text: The harbour must remain open to most ships and boats.}]}]}\n",
        "utf-8",
    )
    port = opened(harbour(tmp_path / "harbour"), other, cache=tmp_path / "cache")
    trace = traced(port, "harbour/open")
    assert addresses(trace) == THREAD
    assert trace.occurrences[1].same == ("other/same#c",)
    phrase = traced(port, "open to most ships")
    assert addresses(phrase) == ["y2003#open", "y2004#open"]
    assert phrase.occurrences[0].same == ("other/same#c",)


def test_a_title_says_which_threads_are_followed_and_quotes_once(port: Opened) -> None:
    assert traced(port, "harbour/y2003#open").title == "thread “The harbour stays open”: harbour/y2003#open"
    assert traced(port, "harbour/y2001#tax").title == "harbour/y2001#tax"
    assert traced(port, '"open to all ships"').title == "“open to all ships”"
    assert traced(port, "open to all ships").title == "“open to all ships”"
    assert traced(port, '"open" "ships"').title == '"open" "ships"'
