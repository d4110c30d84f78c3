"""Which clauses are looked at, where a phrase stands in more places than there is time for."""

from __future__ import annotations

import numpy as np
import pytest

from tests.search.clauses import clauses
from tui.index.segment import segment_of
from tui.search.candidates import first_clauses


def test_where_very_many_hold_a_phrase_enough_of_those_that_may_be_found_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.search.candidates._LOOKED_AT", 5)
    index = segment_of(clauses([f"peace in our time, {number}" for number in range(40)])).index
    places = index.places([index.number("peace"), index.number("in")])
    late = np.arange(40) >= 30
    assert first_clauses(index, places, 3, late) == [30, 31, 32]
    assert first_clauses(index, places, 50, late) == list(range(30, 40))
    assert len(first_clauses(index, places, 3, ~late)) == 3
    assert set(first_clauses(index, places, 3, ~late)) <= set(range(30))
