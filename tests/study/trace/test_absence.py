"""The absence grid: missing is never said where nobody looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.trace.harbour import harbour, opened
from tests.study.trace.test_tracing import Opened, traced
from tui.study.trace.absence import Cell, Grid, absence
from tui.study.trace.signs import fate


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


def test_what_is_missing_is_told_with_what_was_seen_before(port: Opened) -> None:
    said = grid(port, "harbour/open").rows[0].said
    assert said[4] == "first known to be missing here; seen from 2001-05-01 to 2004-02; not seen between: 2005-01-01"
    assert said[6] == "missing again, as 2006-01-01; last seen 2007-01-01"
    assert [one for place, one in enumerate(said) if place not in (4, 6)] == [""] * 5


def test_a_topic_and_a_phrase_are_missing_only_where_the_full_text_was_seen(port: Opened) -> None:
    topic, phrase = grid(port, "topic:harbour", '"open to most ships"').rows
    assert topic.cells == (P, C, N, M, N, N, N)
    assert phrase.cells == (N, P, P, M, N, N, N)
    assert phrase.said[3] == "first known to be missing here; seen from 2003 to 2004-02"


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


def _declared(folder: Path, *states: str) -> Opened:
    """A thread through a statement a year from 2001 on; of what has no state nothing is declared."""
    home = folder / "pier"
    home.mkdir()
    (home / "collection.yaml").write_text("{format: 1, id: pier, title: Pier}\n", "utf-8")
    members = "".join(
        f"      - {{at: y{year}, state: {state}}}\n" for year, state in enumerate(states, 2001) if state != "unseen"
    )
    statements = "".join(
        f"  - {{id: y{year}, title: Statement {year}, kind: communique, date: {year}-01-01,"
        " clauses: [{id: c, part: body, renderings: [{source: paper, speech: direct, authority: authentic, "
        "text: The pier stands.}]}]}\n"
        for year, _ in enumerate(states, 2001)
    )
    (home / "records.yaml").write_text(
        "sources: [{id: paper, kind: official-text, publisher: Gazette, title: Text, language: en}]\n"
        f"threads:\n  - id: pier-stands\n    title: The pier stands\n    members:\n{members}statements:\n{statements}",
        "utf-8",
    )
    return opened(home, cache=folder / "cache")


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (
            ("seen", "missing", "unseen", "missing"),
            "missing, as 2002-01-01; last seen 2001-01-01; not seen between: 2003-01-01",
        ),
        (("seen", "missing", "missing"), "still missing, as in each statement since 2002-01-01; last seen 2001-01-01"),
        (("seen", "missing"), "first known to be missing here; last seen 2001-01-01"),
        (
            ("seen", "unseen", "unseen", "unseen", "unseen", "missing"),
            "first known to be missing here; last seen 2001-01-01;"
            " not seen between: 2002-01-01, 2003-01-01, 2004-01-01 and 1 more",
        ),
        (("unseen", "missing"), "missing; it was not seen before"),
    ],
)
def test_still_missing_does_not_leap_over_what_was_not_seen(tmp_path: Path, states: tuple[str, ...], said: str) -> None:
    assert grid(_declared(tmp_path, *states), "pier/pier-stands").rows[0].said[-1] == said


def test_list_phrase_and_thread_agree_on_each_cell_they_share(tmp_path: Path) -> None:
    content = Path(__file__).resolve().parents[3] / "content"
    port = opened(content / "da-nang-2017", content / "syria-track", cache=tmp_path / "cache")
    found = grid(port, '"no military solution"', "syria-track/no-military-solution")
    phrase, thread = found.rows
    places = [place for place, one in enumerate(zip(phrase.cells, thread.cells, strict=True)) if N not in one]
    assert len(places) > 5
    assert [phrase.cells[place] for place in places] == [thread.cells[place] for place in places]
    for place in places:
        first = phrase.first[place]
        assert first is not None
        assert (fate(first) == "≠") == (phrase.cells[place] is C)
    da_nang = ["syria-track/da-nang-2017-11-11" in column.addresses for column in found.columns].index(True)
    assert phrase.cells[da_nang] is C
