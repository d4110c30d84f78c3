"""The Syria track from a cold start: a phrase is found, its thread walked by keyboard alone, each step cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.steps import WIDE, reading
from tests.terminal.test_copying import sent
from tui.index.opening import open_collections

pytestmark = pytest.mark.terminal

_CONTENT = Path(__file__).resolve().parents[2] / "content"
_SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}


def _thread(tmp_path: Path) -> tuple[list[str], list[str]]:
    """The thread's statements as their dates and as their years, in order."""
    catalogue = open_collections([_CONTENT / "syria-track"], tmp_path / "cache").catalogue
    thread = catalogue.thread("syria-track/no-military-solution")
    assert thread is not None
    found = [catalogue.statement(member.address.partition("#")[0]) for member in thread.members]
    dates = [statement.date.text for statement in found if statement and statement.date]
    assert len(dates) == len(thread.members)
    return dates, [date[:4] for date in dates]


def _walked(t: Terminal, dates: list[str]) -> None:
    """Walk from the first occurrence to the last, and copy a citation at each."""
    for number, date in enumerate(dates, 1):
        t.wait_for(f"occurrence {number}/{len(dates)} · {date}", "▼", f"{date} ")
        t.press("y").wait_for("Copy what?").press("c").wait_gone("Copy what?")
        t.wait_until(lambda number=number: len(sent(t)) == number, f"{number} citations")  # type: ignore[misc]
        t.press("n")
    t.wait_for(f"occurrence {len(dates)}/{len(dates)}")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), WIDE])
def test_the_thread_is_found_walked_and_cited_by_keyboard_alone(tmp_path: Path, columns: int, rows: int) -> None:
    dates, years = _thread(tmp_path)
    with Terminal(columns, rows, env=_SSH) as t:
        t.wait_for("┏━ 2 Clauses").press("/").wait_for("Search all quoted text")
        t.type("no military solution").wait_for("16 hits").press("tab").wait_for("y Copy").press("t")
        _walked(t, dates)
        citations = sent(t)
        assert len(citations) == len(dates) == 11
        # Each step another document, by its own year.
        assert len(set(citations)) == len(dates)
        assert [year in citation for year, citation in zip(years, citations, strict=True)] == [True] * len(dates)
        t.press("enter").wait_for("┏━ 2 Clauses", "No military solution; UN-guided political process")
        assert t.press("q").wait_exit() == 0


def test_what_changed_and_what_is_not_seen_without_colour() -> None:
    with Terminal(120, 36, env={"NO_COLOR": "1"}) as t:
        t.wait_for("┏━ 2 Clauses").press("/").wait_for("Search all quoted text")
        t.type("no military solution").wait_for("16 hits").press("tab").wait_for("y Copy").press("t")
        t.wait_for("occurrence 1/11", "the editors' words, no quotation").press("n", "n")
        t.wait_for("occurrence 3/11", "solution to the [-Syrian -]conflict", "● the document's own words")
        t.press("g").wait_for("phrase: “no military solution”", "not seen by the editors, which is not to say missing")
        t.wait_for("row 1/15 · 2017-11-11 Da Nang · changed")
        t.press("l").wait_for("2017-11-21").wait_for(
            "not seen by the editors · syria-track/trump-putin-call-2017-11-21"
        )
        t.press("n").wait_for("Nothing here is known to be missing")
        t.press("g").wait_for("occurrence 3/11").press("escape").wait_for("┏━ 2 Clauses")


def test_a_clause_of_one_collection_alone_is_traced() -> None:
    with reading(80, 24) as t:
        t.press("t").wait_for("occurrence 1/1 · 2017-11-11 · first with words of its own")
        t.press("enter").wait_for("┏━ 2 Clauses", "1/8")
