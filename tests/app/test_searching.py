"""Searching while typing, opening a hit in its place, going on to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Opening
from tui.app.messages import SearchFinished
from tui.search.results import Results


async def test_a_phrase_badly_remembered_is_found_while_typing(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash", *"no militry solution to conflict")
        await reader.until(
            lambda: reader.room.results and reader.room.results.query == "no militry solution to conflict"
        )
        assert reader.clause_id == "no-military-solution"
        clause = reader.room.clauses.clause
        assert clause is not None
        lit = [clause.reading.text[start:end] for start, end in reader.room.spans_of(clause)]
        assert lit == ["no military solution to", "conflict"]
        assert "hit" in reader.state
        assert "#no-military-solution" in reader.reading


async def test_enter_opens_the_hit_in_its_place(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("maintain existing comunication channels")
        await reader.press("enter")
        assert len(reader.clause_ids) == 8
        assert reader.clause_id == "military-channels"
        assert reader.room.focused is reader.room.clauses
        assert not reader.room.searching
        assert reader.state.startswith("Hit 1 of ")


async def test_n_goes_on_through_the_hits_and_round(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("geneva process")
        await reader.press("enter")
        assert reader.room.hits is not None
        found = [hit.clause.id for hit in reader.room.hits.results.hits]
        assert found[0] == "geneva-2254"
        assert len(found) > 1
        seen = [reader.clause_id]
        for _ in found[1:]:
            await reader.press("n")
            seen.append(reader.clause_id)
        assert seen == found
        await reader.press("n")
        assert reader.clause_id == found[0]
        await reader.press("N")
        assert reader.clause_id == found[-1]
        assert reader.state.startswith(f"Hit {len(found)} of {len(found)}")


async def test_escape_leaves_everything_as_it_was(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("j", "j", "3")
        await reader.search("ceasefire")
        await reader.press("escape")
        assert reader.clause_id == "call-on-parties"
        assert len(reader.clause_ids) == 8
        assert reader.room.focused is reader.room.participants
        assert reader.state == ""


async def test_a_q_typed_into_the_box_is_a_q(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash", "q", "question_mark", "n", "1")
        assert reader.room.bar.value == "q?n1"
        assert reader.app.is_running


async def test_the_arrows_move_through_the_hits_while_typing(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("geneva process")
        first = reader.clause_id
        await reader.press("down")
        assert reader.clause_id != first
        assert reader.room.focused is reader.room.bar
        await reader.press("up")
        assert reader.clause_id == first


async def test_tab_goes_to_the_hits_and_enter_opens_there(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("geneva process")
        await reader.press("tab", "j", "enter")
        assert reader.room.hits is not None
        assert reader.room.hits.position == 1
        assert len(reader.clause_ids) == 8


async def test_an_emptied_box_shows_the_clauses_again(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("ceasefire")
        assert len(reader.clause_ids) < 8
        reader.room.bar.value = ""
        await reader.until(lambda: len(reader.clause_ids) == 8, "the clauses come back")
        await reader.press("enter")
        assert not reader.room.searching


async def test_nothing_found_says_so_and_enter_opens_nothing(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("zzzz qqqq")
        assert reader.clause_ids == []
        assert "0 hits" in reader.state
        assert "Nothing found" in reader.room.clauses.render_line(1).text
        await reader.press("enter")
        assert reader.room.searching


async def test_an_alias_widens_the_search_and_says_so(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("isis")
        assert "defeat-of-daesh" in reader.clause_ids
        assert "isis, also: Daesh" in reader.state


@pytest.mark.parametrize(
    "query",
    ["   ", "?!—…", "[/b] [red]", "x" * 10_000, "داعش", "和平", "\x1b[31m", "a [sic] b"],
    ids=lambda q: repr(q[:9]),
)
async def test_any_query_is_taken(opened: Opening, query: str) -> None:
    async with opened() as reader:
        await reader.press("slash")
        reader.room.bar.value = query
        await reader.until(lambda: not any(worker.is_running for worker in reader.app.workers), "the search ends")
        await reader.press("enter", "escape", "escape")
        assert reader.app.is_running
        assert len(reader.clause_ids) == 8


async def test_results_of_an_older_query_are_left_aside(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("ceasefire")
        shown = reader.clause_ids
        reader.room.post_message(SearchFinished(Results("an older query", (), 0, (), ())))
        await reader.pilot.pause()
        assert reader.clause_ids == shown


async def test_enter_before_the_results_opens_the_first_when_it_comes(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash", *"no military solution", "enter")
        await reader.until(lambda: reader.room.hits is not None, "the hit opens")
        assert reader.clause_id == "no-military-solution"


async def test_a_hit_outside_the_narrowing_undoes_it_and_says_so(
    opened: Opening, collection: Path, second: Path
) -> None:
    async with opened(collection, second) as reader:
        reader.room.narrow_to("second/omar")
        await reader.search("no military solution")
        await reader.press("enter")
        assert reader.clause_id == "no-military-solution"
        assert reader.room.scope.participant is None
        assert reader.notices == ["Narrowing undone: the clause lies outside it"]


async def test_a_search_that_fails_says_so(opened: Opening) -> None:
    class Failing:
        def search(self, query: str, **_: object) -> Results:
            raise RuntimeError("[/i] no such thing")

    async with opened() as reader:
        reader.room.searcher = Failing()  # type: ignore[assignment]
        await reader.press("slash", "a")
        await reader.until(lambda: reader.notices, "a notice")
        assert reader.notices == ["The search failed: [/i] no such thing"]
        assert len(reader.clause_ids) == 8


async def test_turning_to_another_list_closes_the_box(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("ceasefire")
        await reader.pilot.click("#participants", offset=(5, 2))
        await reader.pilot.pause()
        assert not reader.room.searching
        assert len(reader.clause_ids) == 8


async def test_going_on_without_a_search_says_how_to_start_one(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("n")
        assert reader.notices == ["No search to go on with: / starts one"]
