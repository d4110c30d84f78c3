"""The calendar of summits: grouped, folded, and narrowed by what is typed above it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.conftest import CONTENT, Opening, Reader
from tui.app.summit_rows import Glance, SummitCalendar
from tui.app.widgets.pane import Pane
from tui.index.calendar import Grouping
from tui.index.scope import EVERYTHING
from tui.index.shelf import Shelf

TRACK = CONTENT / "syria-track"
COLLECTIONS = ("All collections", "Da Nang 2017", "The Syria track, 2012–2022")


def _firsts(reader: Reader) -> list[str]:
    return [row.first for row in reader.room.summits._rows]


def _title(reader: Reader) -> str:
    return str(reader.room.query_one("#pane-1", Pane).border_title)


async def _type(reader: Reader, text: str) -> None:
    """Open the line above the summits and type, once it is known what they are found by."""
    await reader.press("s")
    await reader.until(lambda: reader.room._calendar_words, "the words of the calendar")
    await reader.press(*("space" if letter == " " else letter for letter in text))


async def test_b_groups_by_year_then_by_series_then_as_before(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        before = _firsts(reader)
        await reader.press("1", "a")
        assert _title(reader) == "1 Summits · by year"
        heads = [row.first for row in reader.room.summits._rows if row.depth == 0]
        assert heads == ["All collections", *"2012 2013 2015 2016 2017 2018 2019 2020 2022".split()]
        # Summits of all collections stand together, in order of time, and none is lost.
        here = [row.first for row in reader.room.summits._rows if row.depth]
        assert here.index("APEC Summit") > here.index("Talks of Jordan, Russia and the United States, Amman")
        assert sorted(here) == sorted(first for first in before if first not in COLLECTIONS)
        await reader.press("a")
        assert _title(reader) == "1 Summits · by series"
        heads = [row.first for row in reader.room.summits._rows if row.depth == 0]
        assert heads[1:4] == ["APEC", "Astana format", "Astana guarantors"]
        assert heads[-1] == "No series recorded"
        await reader.press("a")
        assert (_title(reader), _firsts(reader)) == ("1 Summits", before)


async def test_a_year_shows_its_clauses_and_participants_and_can_be_narrowed(opened: Opening) -> None:
    async with opened(TRACK) as reader:
        await reader.press("1", "a", "j")
        assert reader.room.summits.row is not None
        assert (reader.room.summits.row.first, reader.room.summits.row.second) == ("2012", "1 summit, 1 statement")
        assert len(reader.clause_ids) == 15
        assert "Kofi Annan" in reader.names
        assert "Donald Trump" not in reader.names
        assert str(reader.room.query_one("#pane-2", Pane).border_title) == "2 Clauses · 2012"
        assert "Action Group for Syria, Geneva" in reader.reading
        everybody = reader.room.scope
        reader.room.narrow_to("syria-track/us")
        await reader.pilot.pause()
        assert reader.room.summits.row.first == "2012"
        await reader.press("x")
        assert reader.room.scope == everybody
        await reader.press("r")
        await reader.until(lambda: reader.room.scope == everybody, "what is read again is still of that year")
        await reader.press("1", "escape")
        assert reader.room.scope == EVERYTHING
        assert len(reader.clause_ids) == 305


async def test_the_cursor_stays_on_its_record_when_the_grouping_changes(opened: Opening) -> None:
    async with opened(TRACK) as reader:
        await reader.press("1", "j", "j", "j")
        scope = reader.room.scope
        assert scope.summit == "syria-track/g8-2013"
        for _ in Grouping:
            await reader.press("a")
            assert reader.room.summits.scope == reader.room.scope == scope


async def test_rows_fold_and_unfold_as_users_of_trees_expect(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1")
        whole = _firsts(reader)
        assert whole == ["Da Nang 2017", "APEC Summit", "Putin–Trump meeting", "Joint statement on Syria"]
        await reader.press("j", "j", "space")
        assert _firsts(reader) == whole[:3]
        assert reader.room.summits.render_row(2, 60)[0].plain.startswith("  ▸ Putin–Trump")
        assert reader.room.summits.row is not None
        assert reader.room.summits.row.first == "Putin–Trump meeting"
        # Right unfolds; then left goes from a statement to its summit, folds that, and goes on to the collection.
        await reader.press("right")
        assert _firsts(reader) == whole
        assert reader.room.current_pane == 1
        await reader.press("j", "left")
        assert reader.room.scope.statement is None
        assert reader.room.scope.summit == "da-nang-2017/putin-trump-2017-11-11"
        await reader.press("left")
        assert _firsts(reader) == whole[:3]
        await reader.press("left", "space")
        assert _firsts(reader) == whole[:1]
        await reader.press("space")
        assert _firsts(reader) == whole[:3]
        await reader.press("minus", "minus")
        assert _firsts(reader) == whole
        # Where there is nothing to unfold, right goes to the next pane, as everywhere.
        await reader.press("G", "right")
        assert reader.room.current_pane == 2


async def test_folding_all_leaves_the_cursor_on_what_holds_its_row(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "G")
        assert reader.room.scope.statement
        await reader.press("minus")
        assert _firsts(reader) == ["Da Nang 2017"]
        assert reader.room.scope == reader.room.summits.scope
        assert reader.room.scope.collection == "da-nang-2017"
        assert reader.room.scope.statement is None


async def test_what_is_gone_to_is_unfolded(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("1", "minus")
        assert reader.room.go_to_address("da-nang-2017/joint-statement")
        await reader.pilot.pause()
        assert "Joint statement on Syria" in _firsts(reader)
        assert reader.room.summits.scope.statement == "da-nang-2017/joint-statement"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lough", {"39th G8 summit, Lough Erne"}),
        ("helsinki", {"Russia–US summit, Helsinki"}),
        ("g8", {"39th G8 summit, Lough Erne"}),
        ("erdogan 2020 moscow", {"Talks of Presidents Putin and Erdoğan, Moscow"}),
        ("astana guar 2022", {"Seventh trilateral summit of the Astana guarantors, Tehran"}),
        ("annan", {"Action Group for Syria, Geneva"}),
        ("no such summit", set()),
    ],
)
async def test_typing_narrows_to_what_has_the_words(opened: Opening, typed: str, found: set[str]) -> None:
    async with opened(TRACK) as reader:
        await reader.press("1")
        await _type(reader, typed)
        rows = reader.room.summits._rows
        assert {row.first for row in rows if row.depth == 1} == found
        if not found:
            said = " ".join(reader.room.summits.render_line(line).text.strip() for line in range(1, 4))
            assert "No summit or statement has these words." in said


async def test_what_is_found_is_read_chosen_and_left(opened: Opening) -> None:
    async with opened(TRACK) as reader:
        await reader.press("1")
        whole = _firsts(reader)
        await _type(reader, "tehran")
        assert reader.room.scope.summit == "syria-track/astana-guarantors-3"
        assert "Third trilateral summit" in reader.reading
        await reader.press("down", "enter")
        assert reader.room.focused is reader.room.clauses
        assert reader.room.scope.statement == "syria-track/tehran-2018-09-07"
        assert reader.room.sifting
        # Escape in the pane of the summits shows all, the cursor where it is.
        await reader.press("1", "escape")
        assert not reader.room.sifting
        assert _firsts(reader) == whole
        assert reader.room.summits.scope.statement == "syria-track/tehran-2018-09-07"


async def test_escape_while_typing_shows_all_summits(opened: Opening) -> None:
    async with opened(TRACK, size=(80, 24)) as reader:
        await reader.press("1")
        whole = _firsts(reader)
        await _type(reader, "yq?n")
        assert reader.room.query_one("#sift", Input).value == "yq?n"
        await reader.press("escape")
        assert reader.room.focused is reader.room.summits
        assert not reader.room.sifting
        assert _firsts(reader) == whole


async def test_going_elsewhere_closes_the_line_that_would_hide_it(opened: Opening) -> None:
    async with opened(TRACK) as reader:
        await reader.press("1")
        await _type(reader, "tehran")
        assert reader.room.go_to_address("syria-track/geneva-2012")
        await reader.pilot.pause()
        assert not reader.room.sifting
        assert reader.room.summits.scope.statement == "syria-track/geneva-2012"


async def test_a_summit_says_when_where_and_who_as_room_allows(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("1")
        line = reader.room.summits.render_row(1, 76)[1].plain
        assert line.strip() == "2017-11-11 · Da Nang · United States, Russia"
        narrow = reader.room.summits.render_row(1, 31)[1].plain
        assert narrow.strip() == "2017-11-11 · Da Nang · US RU"


def test_a_glance_never_takes_more_than_its_room_and_counts_who_is_left_out() -> None:
    glance = Glance("2017-11-10", "Đà Nẵng, Việt Nam", "APEC", (("Russia", "RU"), ("日本", "JP"), ("Iran", "IR")))
    assert glance.fitted(200) == "2017-11-10 · on the margins of APEC · Russia, 日本, Iran"
    assert glance.fitted(30) == "2017-11-10 Đà Nẵng · RU JP IR"
    assert glance.fitted(26) == "2017-11-10 Đà Nẵng · RU +2"
    assert Glance("undated", "", "", ()).fitted(80) == "undated"


def test_a_glance_says_that_somebody_took_part_even_where_there_is_room_for_nobody() -> None:
    bodies = tuple((f"State {number}", f"S{number}") for number in range(9))
    glance = Glance("2013-06-17/2013-06-18", "Lough Erne, near Enniskillen", "", bodies)
    assert glance.fitted(40) == "2013-06-17/2013-06-18 Lough Erne · S0 +8"
    assert glance.fitted(37) == "2013-06-17/2013-06-18 Lough Erne · +9"
    assert glance.fitted(30) == "2013-06-17/2013-06-18 · S0 +8"
    assert glance.fitted(27) == "2013-06-17/2013-06-18 · +9"


async def test_no_row_is_built_that_is_not_drawn(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    of_summit, calendar = SummitCalendar._of_summit, Shelf.calendar
    trees: list[object] = []

    def counted(self: SummitCalendar, *arguments: object) -> object:
        made.append("row")
        return of_summit(self, *arguments)  # type: ignore[arg-type]

    def told(self: Shelf, *arguments: object) -> object:
        trees.append(self)
        return calendar(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(SummitCalendar, "_of_summit", counted)
    monkeypatch.setattr(Shelf, "calendar", told)
    async with opened(TRACK) as reader:
        assert len(made) < 20 < len(reader.room.summits._rows)
        # A list that is only looked at needs no tree; one that is grouped is made from the tables alone.
        assert not trees
        await reader.press("1", "a")
        assert trees
        assert len(made) < 40


async def test_hostile_words_above_the_summits_are_data(opened: Opening, second: Path) -> None:
    records = second / "records.yaml"
    records.write_text(records.read_text().replace("place: Amman", 'place: "[b]Amman"'))
    async with opened(second, size=(80, 24)) as reader:
        await reader.press("1", "a")
        assert "[b]Amman" in reader.room.summits.render_row(2, 70)[1].plain
        await _type(reader, "[red]amman")
        assert _firsts(reader) == []
