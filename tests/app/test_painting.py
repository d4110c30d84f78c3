"""A key paints what it changes, and nothing else: counted in layouts, in lines and in what is written."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen
from textual.selection import Selection

from tests.app.conftest import Opening, Reader
from tui.app.widgets.bars import StateBar
from tui.app.widgets.key_bar import KeyBar
from tui.search.results import Results

_DARK = "#121212"
"""The background in the dark theme."""


@dataclass
class Painter:
    """What was laid out, and what was written for each picture."""

    layouts: int = 0
    written: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How much was written, in characters."""
        return sum(map(len, self.written))

    def clear(self) -> None:
        """Begin anew."""
        self.layouts = 0
        self.written.clear()


@pytest.fixture
def painter(monkeypatch: pytest.MonkeyPatch) -> Painter:
    """Watch the screen's layouts and the pictures that the app hands to the terminal's driver."""
    seen = Painter()
    lay_out, display = Screen._refresh_layout, App._display

    def laid_out(screen: Screen[Any], *args: Any, **options: Any) -> None:
        seen.layouts += 1
        lay_out(screen, *args, **options)

    def displayed(app: App[Any], screen: Screen[Any], picture: Any) -> None:
        if isinstance(picture, CompositorUpdate):
            seen.written.append(picture.render_segments(app.console))
        display(app, screen, picture)

    monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
    monkeypatch.setattr(App, "_display", displayed)
    return seen


async def _key(reader: Reader, key: str) -> None:
    """Press a key in the search box, and wait for the hits of what stands there then."""
    await reader.press(key)
    await reader.until(lambda: (found := reader.room.results) and found.query == reader.room.bar.value, key)


async def _type(reader: Reader, text: str) -> None:
    """Type a text, each letter when the hits for those before it are shown."""
    for letter in text:
        await _key(reader, "space" if letter == " " else letter)


def _everything(reader: Reader) -> int:
    """How much is written when the whole screen is painted."""
    full = reader.room._compositor.render_full_update()
    return len(full.render_segments(reader.app.console))


async def test_a_letter_lays_nothing_out(opened: Opening, painter: Painter) -> None:
    async with opened() as reader:
        await reader.press("slash")
        painter.clear()
        await _type(reader, "no military solution to the conflict zzzz")
        assert painter.written
        assert painter.layouts == 0


async def test_nothing_moves_while_a_phrase_is_typed(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        places = {reader.room.clauses.region}
        for letter in ("i", "s", "i", "s", "backspace", "backspace", "q", "q", "q"):
            await _key(reader, letter)
            places.add(reader.room.clauses.region)
        assert len(places) == 1


async def test_the_bar_below_gets_no_lower_until_the_search_is_over(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        reader.room.narrow_to("da-nang-2017/lavrov")
        bar = reader.room.query_one(StateBar)
        await reader.search("isis")
        height = bar.size.height
        assert height == 2
        reader.room.bar.value = "qqqq"
        await reader.until(lambda: reader.room.results and reader.room.results.query == "qqqq")
        assert bar.size.height == height
        await reader.press("escape")
        await reader.until(lambda: bar.size.height == 1, "it is as low as what it says")


async def test_a_letter_that_finds_the_same_paints_the_box_alone(opened: Opening, painter: Painter) -> None:
    async with opened() as reader:
        await reader.search("no military")
        await reader.until(lambda: reader.state)
        painter.clear()
        await reader.press("space")
        await reader.until(lambda: reader.room.results and reader.room.results.query == "no military ")
        assert 0 < painter.size < 500


async def test_the_cursor_paints_two_rows_and_what_is_read(opened: Opening, painter: Painter) -> None:
    async with opened() as reader:
        everything = _everything(reader)
        painter.clear()
        await reader.press("j")
        await reader.until(lambda: "#" in reader.reading and painter.written)
        assert painter.layouts == 0
        assert painter.size < 0.6 * everything


async def test_the_focus_moves_without_a_layout(opened: Opening, painter: Painter) -> None:
    async with opened() as reader:
        await reader.press("4")
        painter.clear()
        await reader.press("2")
        await reader.until(lambda: reader.room.focused is reader.room.clauses)
        assert painter.written
        assert painter.layouts == 0


class Slow:
    """A searcher that answers when it is let."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.begun, self.go = threading.Event(), threading.Event()

    def search(self, query: str, **options: Any) -> Results:
        """Search, but wait first."""
        self.begun.set()
        self.go.wait(timeout=20)
        found: Results = self._real.search(query, **options)
        return found


async def test_what_was_found_stays_until_a_slow_search_has_more(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("ceasefire")
        before, lines = reader.clause_ids, [reader.room.clauses.render_line(y).text for y in range(20)]
        slow = Slow(reader.room.searcher)
        reader.room.searcher = slow  # type: ignore[assignment]
        reader.room.bar.value = "military channels"
        await reader.until(slow.begun.is_set, "the search begins")
        assert reader.clause_ids == before
        assert [reader.room.clauses.render_line(y).text for y in range(20)] == lines
        slow.go.set()
        await reader.until(lambda: reader.room.results and reader.room.results.query == "military channels")
        assert reader.clause_id == "military-channels"


def _colours(reader: Reader) -> Iterator[str]:
    for strip in reader.room._compositor.render_strips():
        for segment in strip:
            if segment.style and segment.style.bgcolor:
                yield segment.style.bgcolor.name


async def test_another_theme_is_painted_everywhere(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("ceasefire")
        assert _DARK in set(_colours(reader))
        reader.app.theme = "textual-light"
        await reader.until(lambda: _DARK not in set(_colours(reader)), "nothing is dark any more")


async def test_words_are_selected_in_the_reading_pane_as_they_stand(opened: Opening) -> None:
    async with opened() as reader:
        pane = reader.room.reading
        lines = [pane.render_line(y).text for y in range(pane.size.height)]
        row = next(y for y, line in enumerate(lines) if "agreed to" in line or "agreed that" in line)
        column = lines[row].index("agreed")
        await reader.pilot.mouse_down("#reading", offset=(column + 1, row))
        await reader.pilot.hover("#reading", offset=(column + 1 + len("agreed"), row))
        await reader.pilot.mouse_up("#reading", offset=(column + 1 + len("agreed"), row))
        assert (reader.app.screen.get_selected_text() or "").startswith("agreed")
        await reader.press("right_square_bracket")
        await reader.until(lambda: pane.text_selection is None, "what is read now was not selected")


async def test_a_wrapped_text_is_copied_as_one_line(opened: Opening) -> None:
    async with opened() as reader:
        pane, clause = reader.room.reading, reader.room.clauses.clause
        assert clause is not None
        text, _ = pane.get_selection(Selection(None, None))
        assert clause.reading.text in text
        assert len(clause.reading.text) > pane.size.width


async def test_the_bar_shows_further_keys_where_it_has_room(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        bar = reader.room.query_one(KeyBar)
        await reader.until(lambda: "? Keys q Quit t Trace" in bar.render_line(0).text, "one or two have room")
        assert "Participant" not in bar.render_line(0).text
        await reader.pilot.resize_terminal(200, 60)
        await reader.until(lambda: "p Participant b Back m Mark = Compare" in bar.render_line(0).text, "all of them")


async def test_the_bar_of_keys_says_what_works_here_and_a_click_presses_it(opened: Opening) -> None:
    async with opened() as reader:
        bar = reader.room.query_one(KeyBar)
        await reader.until(lambda: "Search" in bar.render_line(0).text)
        assert "Narrow" not in bar.render_line(0).text
        await reader.press("3")
        await reader.until(lambda: "Narrow" in bar.render_line(0).text, "other keys in another pane")
        column = bar.render_line(0).text.index("Search")
        await reader.pilot.hover("KeyBar", offset=(column, 0))
        assert bar.tooltip == "Search all quoted text while typing"
        await reader.pilot.click("KeyBar", offset=(column, 0))
        await reader.until(lambda: reader.room.searching, "the search box opens")


_OPENS = """
import argparse, io, sys

class Tty(io.StringIO):
    def isatty(self):
        return True

said, sys.stdin, sys.stdout = sys.stdout, Tty(), Tty()
from tui.cli.open_app import open_app

open_app(argparse.Namespace(theme="no such theme"))
from textual.constants import MAX_FPS

print(MAX_FPS, file=said)
"""


def test_hits_wait_for_no_slow_beat() -> None:
    # In a process of its own: here, a plug-in of the tests has imported Textual first.
    environment = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    said = subprocess.run([sys.executable, "-c", _OPENS], capture_output=True, text=True, check=True, env=environment)
    assert int(said.stdout) == 500


async def test_where_the_bar_below_is_cut_a_sign_says_so(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.search("persn:putin syria kind:comunique")
        bar = reader.room.query_one(StateBar)
        shown = str(bar.render())
        assert shown.endswith("…")
        assert "nearest: person:" in " ".join(shown.split())
        assert all(line.cell_length <= bar.content_size.width for line in bar.render().split("\n"))
        await reader.search("syria")
        assert "…" not in str(bar.render())
