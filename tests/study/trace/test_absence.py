"""The absence grid: missing is never said where nobody looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.trace.harbour import harbour, opened
from tests.study.trace.test_tracing import Opened, traced
from tui.study.trace.absence import Cell, Grid, absence


@pytest.fixture(name="port", scope="module")
def _port(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("absence")
    return opened(harbour(folder / "harbour"), cache=folder / "cache")


def grid(port: Opened, *what: str) -> Grid:
    return absence(port[0], [traced(port, one) for one in what])


P, C, M, N = Cell.PRESENT, Cell.CHANGED, Cell.MISSING, Cell.NOT_SEEN


def test_of_a_thread_missing_is_what_the_editors_declare(port: Opened) -> None:
    found = grid(port, "harbour/open")
    assert [column.statement.id for column in found.columns] == [f"y200{year}" for year in (1, 3, 4, 5, 6, 7, 8)]
    # 2005: the full text was seen; but of a thread only its editors say what it is that is missing.
    assert found.rows[0].cells == (P, C, P, N, M, P, M)


def test_first_time_missing_is_told_with_since_when(port: Opened) -> None:
    said = grid(port, "harbour/open").rows[0].said
    assert said[4] == "first time missing since it was first seen, 2001-05-01; last seen 2004-02"
    assert said[6] == "first time missing since 2006-01-01; last seen 2007-01-01"
    assert [one for place, one in enumerate(said) if place not in (4, 6)] == [""] * 5


def test_a_topic_and_a_phrase_are_missing_only_where_the_full_text_was_seen(port: Opened) -> None:
    topic, phrase = grid(port, "topic:harbour", '"open to most ships"').rows
    assert topic.cells == (P, P, N, M, N, N, N)
    assert phrase.cells == (N, P, P, M, N, N, N)
    assert phrase.said[3] == "first time missing since it was first seen, 2003; last seen 2004-02"


def test_where_not_all_that_was_found_was_looked_at_nothing_is_called_missing(
    port: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.study.trace.tracing.MOST", 1)
    trace = traced(port, "topic:harbour")
    assert trace.notices == ("there are more: not all that was found was looked at",)
    assert M not in absence(port[0], [trace]).rows[0].cells


def test_in_another_language_than_it_was_found_in_a_phrase_is_not_seen(tmp_path: Path) -> None:
    folder = harbour(tmp_path / "harbour")
    records = folder / "records.yaml"
    text = records.read_text("utf-8").replace("Aid is sent to every town.", "Aide à chaque ville.")
    records.write_text(
        text.replace(
            "{source: paper, speech: direct, authority: authentic, text: 'Aide",
            "{source: papier, speech: direct, authority: authentic, text: 'Aide",
        ),
        "utf-8",
    )
    port = opened(folder, cache=tmp_path / "cache")
    assert grid(port, '"open to most ships"').rows[0].cells[3] is N


def test_of_very_many_statements_only_those_stand_in_it_of_which_something_is_known(
    port: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.study.trace.absence.MOST", 3)
    found = grid(port, "topic:harbour")
    assert [column.statement.id for column in found.columns] == ["y2001", "y2003"]
    assert found.left_out == 5


def test_the_bundled_track_says_nowhere_that_anything_is_missing(tmp_path: Path) -> None:
    content = Path(__file__).resolve().parents[3] / "content"
    port = opened(content / "da-nang-2017", content / "syria-track", cache=tmp_path / "cache")
    catalogue = port[0]
    found = absence(catalogue, [traced(port, thread.key) for thread in catalogue.threads()])
    assert len(found.columns) == 36
    assert {cell for row in found.rows for cell in row.cells} == {P, C, N}
    for thread, row in zip(catalogue.threads(), found.rows, strict=True):
        there = sum(cell is not N for cell in row.cells)
        assert there >= len({member.address.partition("#")[0] for member in thread.members})
