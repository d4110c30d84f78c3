"""Searching while typing, opening a hit in its place, going on to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key, Paste

from tests.app.conftest import Opening, Reader
from tui.app.app import SummitApp
from tui.app.messages import LibraryOpened, SearchFinished
from tui.app.screens.reading_room import ReadingRoom
from tui.app.screens.searching import NOTHING_FOUND, ONE_LETTER
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


@pytest.mark.parametrize(("query", "said"), [("q", ONE_LETTER), ("q ", NOTHING_FOUND), ("中", NOTHING_FOUND)])
async def test_of_one_letter_it_is_not_said_that_nothing_is_found(opened: Opening, query: str, said: str) -> None:
    async with opened() as reader:
        await reader.search(query)
        assert reader.clause_ids == []
        drawn = " ".join(reader.room.clauses.draw_line(y).text.strip() for y in range(4)).split()
        assert drawn == said.split()
        # Not that nothing is recorded, nor that a participant is in nothing.
        assert reader.reading == said


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


async def test_a_search_begun_before_the_collections_are_open_goes_on_when_they_are(collection: Path) -> None:
    app = SummitApp([collection])
    async with app.run_test(size=(120, 36)) as pilot:
        room = app.screen_stack[0]
        assert isinstance(room, ReadingRoom)
        waiting: list[LibraryOpened] = []
        opened, room.open_library = room.open_library, waiting.append  # type: ignore[method-assign,assignment]
        reader = Reader(app, pilot, [])
        await reader.until(lambda: waiting, "the collections are read")
        await reader.press("slash", *"ceasefire", "space", "q")
        assert room.bar.value == "ceasefire q"
        opened(waiting[0])
        await reader.until(lambda: room.results and room.results.query == "ceasefire q", "it is searched for")
        assert room.focused is room.bar
        await reader.press("backspace", "backspace")
        assert room.bar.value == "ceasefire"
        assert "southwest-syria-ceasefire" in reader.clause_ids


async def test_a_search_goes_on_in_files_that_changed_behind_it(opened: Opening, second: Path) -> None:
    async with opened(second) as reader:
        await reader.search("parties shall")
        await reader.press("down")
        assert reader.clause_id == "wells"
        records = second / "records.yaml"
        records.write_text(records.read_text().replace("repair every bridge", "repair no bridge. The parties shall"))
        catalogue = reader.room.catalogue
        reader.room.action_reload()
        await reader.until(lambda: reader.room.catalogue is not catalogue, "the files are read again")
        assert reader.room.searching
        await reader.until(lambda: reader.room.results, "it is searched for again")
        assert reader.clause_id == "wells"
        assert reader.room.focused is reader.room.bar
        await reader.press("up")
        assert "repair no bridge" in reader.reading
        await reader.press("space", *"wells")
        await reader.until(
            lambda: reader.room.results and reader.room.results.query == "parties shall wells", "further typing is, too"
        )
        assert reader.clause_ids[0] == "wells"


async def test_a_search_is_over_when_there_is_nothing_left_to_read(opened: Opening, second: Path) -> None:
    async with opened(second) as reader:
        await reader.search("parties shall")
        (second / "records.yaml").unlink()
        reader.room.action_reload()
        await reader.until(lambda: reader.room.nothing_to_read, "the files are read again")
        assert not reader.room.searching
        assert reader.room.results is None


async def test_a_quotation_is_pasted_whole_whatever_its_line_breaks(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        reader.app.post_message(Paste("no\nmilitary\r\n  solution\u202e"))
        await reader.until(lambda: reader.room.bar.value, "it is pasted")
        assert reader.room.bar.value == "no military solution\ufffd"


async def test_what_is_typed_right_after_the_slash_goes_into_the_box(opened: Opening) -> None:
    async with opened() as reader:
        for key in ("slash", "q", "q"):
            reader.app.post_message(Key(key, "/" if key == "slash" else key))
        await reader.until(lambda: reader.room.bar.value == "qq", "the letters arrive in the box")
        assert reader.room.searching


async def test_a_pasted_passage_finds_every_clause_it_holds(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search(
            'have agreed: Vladimir Putin and Donald Trump have agreed that "there is no military solution to the '
            "conflict in Syria. They confirmed that the ultimate political solution to the conflict must be forged "
            'through the Geneva process pursuant to [UN Security Council resolution] UNSCR 2254."'
        )
        assert set(reader.clause_ids) >= {"no-military-solution", "geneva-2254"}


OTHER = """\
          - source: sputnik
            speech: indirect
            authority: unofficial
            text: Vladimir Putin and Donald Trump during their brief meeting on the sidelines of the APEC summit
"""


async def test_every_rendering_is_searched_and_opened_in_its_own_words(opened: Opening, collection: Path) -> None:
    records = collection / "joint-statement.yaml"
    marker = "            cue: {exact: According to the joint statement on Syria}\n"
    records.write_text(records.read_text().replace(marker, marker + OTHER))
    async with opened(collection) as reader:
        assert reader.room.problems == ()
        assert "indirect: told by the source" in reader.reading
        reader.room.narrow_to("da-nang-2017/lavrov")
        await reader.search("sidelines of the APEC summit")
        assert reader.clause_ids[0] == "military-channels"
        await reader.press("enter")
        clause = reader.room.clauses.clause
        assert clause is not None
        assert reader.room.spans_of(clause) == ()
        assert reader.reading.startswith(
            "Joint statement on Syria da-nang-2017/joint-statement#military-channels Vladimir Putin"
        )
        assert reader.room.scope.participant == "da-nang-2017/lavrov"
        await reader.press("escape")
        assert "#military-channels “the presidents agreed" in reader.reading


async def test_a_search_says_that_it_goes_beyond_what_is_narrowed(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.narrow_to("da-nang-2017/reuters")
        await reader.search("military solution")
        assert "in everything" in reader.state
        assert "x undoes" not in reader.state


async def test_the_time_taken_and_what_was_narrowed_stand_beside_the_count(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("solution 'military")
        assert reader.state.startswith("1 hit · <1 ms · narrowed by word · ")
        await reader.search("solution")
        assert "narrowed" not in reader.state


async def test_hits_of_which_nothing_is_lit_are_shown_and_opened_from_the_top(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("-syria")
        assert len(reader.clause_ids) > 1
        first = reader.clause_id
        clause = reader.room.clauses.clause
        assert clause is not None
        assert reader.room.spans_of(clause) == ()
        await reader.press("ctrl+t")
        assert reader.room.concordance.count == 0
        assert "no words to align" in reader.room.concordance.render_line(1).text
        await reader.press("ctrl+t", "enter")
        assert reader.clause_id == first
        assert reader.room.reading.scroll_offset.y == 0


async def test_escape_from_reading_a_hit_goes_back_to_the_hits(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("geneva process")
        await reader.press("tab", "4", "escape")
        assert reader.room.searching
        assert reader.room.focused is reader.room.clauses
