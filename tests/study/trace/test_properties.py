"""Whatever is traced: in order of time, every word shown stands in its text, every piece covers both wordings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.trace.harbour import opened
from tests.study.trace.test_tracing import Opened, traced
from tui.model.dates import EdtfDate
from tui.study.difference.pieces import Change
from tui.study.trace.alike import agreement
from tui.study.trace.occurrence import Verdict, Whose, Wording, order_of, whose
from tui.study.trace.timeline import timeline
from tui.text.words import words

_CONTENT = Path(__file__).resolve().parents[3] / "content"
_PHRASES = (
    "no military solution",
    "territorial integrity",
    "UN-supervised elections",
    "topic:sovereignty",
    "syrian-led",
    "de-escalation areas",
    "syria-track/unscr-2254",
    "syria-track/sovereignty-integrity",
    '"geneva process"',
    "syria-track/da-nang-2017-11-11#geneva-2254",
    "Daesh",
    "cites:unscr-2254",
    "",
    "*",
    '"unfinished',
    "zzz",
)


@pytest.fixture(name="track", scope="module")
def _track(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    cache = tmp_path_factory.mktemp("track")
    return opened(_CONTENT / "da-nang-2017", _CONTENT / "syria-track", cache=cache)


@pytest.mark.parametrize("what", _PHRASES)
def test_order_and_words(track: Opened, what: str) -> None:
    trace = traced(track, what)
    orders = [order_of(one.date) for one in trace.occurrences]
    assert orders == sorted(orders)
    assert len({one.address for one in trace.occurrences}) == len(trace.occurrences)
    for one in trace.occurrences:
        assert one.ways
        if one.rendering is not None:
            recorded = track[0].clause(one.address)
            assert recorded is not None
            assert one.rendering in recorded.renderings
            for start, end in (*one.spans, *([one.passage] if one.passage else [])):
                assert 0 <= start < end <= len(one.rendering.text)


@pytest.mark.parametrize("what", _PHRASES)
def test_only_the_documents_own_words_in_one_language_are_compared(track: Opened, what: str) -> None:
    trace = traced(track, what)
    for number, one in enumerate(trace.occurrences):
        since = one.since
        if since.verdict not in (Verdict.SAME, Verdict.CHANGED):
            assert since.pieces == ()
            continue
        assert since.left
        assert since.right
        assert since.occurrence is not None
        assert since.occurrence < number
        for wording in (since.left, since.right):
            assert whose(wording.rendering) is Whose.DOCUMENT
            assert words(wording.text)
        assert since.left.rendering.language.partition("-")[0] == since.right.rendering.language.partition("-")[0]
        left = "".join(since.left.text[slice(*piece.left)] for piece in since.pieces)
        right = "".join(since.right.text[slice(*piece.right)] for piece in since.pieces)
        assert (left, right) == (since.left.text, since.right.text)
        for place in since.unseen:
            assert since.left.fragment or since.right.fragment
            change = since.pieces[place].change
            assert change is not Change.MOVED
        # What is left holds both together.
        assert any(one.change is Change.SAME and place not in since.unseen for place, one in enumerate(since.pieces))
        assert agreement(since.left, since.right) > 0.5


@given(st.lists(st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)), max_size=12), st.integers(0, 300))
def test_a_timeline_of_any_width_has_each_sign_in_its_order(days: list[dt.date], width: int) -> None:
    from tests.study.trace.made import occurrence

    ordered = [occurrence(EdtfDate.parse(day.isoformat())) for day in sorted(days)]
    drawn = timeline([*ordered, occurrence(None)], width)
    assert drawn.cells[-1] is None
    if not days or not width:
        assert drawn.line == ""
        return
    assert len(drawn.line) == len(drawn.years) == width
    cells = [cell for cell in drawn.cells if cell is not None]
    assert cells == sorted(cells)
    assert len(cells) == len(days)
    assert {place for place, char in enumerate(drawn.line) if char not in "─├└"} == set(cells)


@given(st.text(max_size=30), st.text(max_size=30), st.booleans(), st.booleans())
def test_agreement_is_a_share_and_whole_for_the_same_words(left: str, right: str, one: bool, other: bool) -> None:
    from tests.study.made import rendering

    def wording(text: str, fragment: bool) -> Wording:
        return Wording(rendering(text), 0, len(text), fragment)

    assert 0.0 <= agreement(wording(left, one), wording(right, other)) <= 1.0
    assert agreement(wording(left, one), wording(left, other)) == (1.0 if words(left) else 0.0)
