"""Makes the pictures of the README: `make pictures`. Each is the app itself, with keys pressed, as SVG."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from textual.pilot import Pilot
from textual.screen import Screen

from tui.app.app import SummitApp
from tui.app.screens.page import PageScreen
from tui.app.screens.reading_room import ReadingRoom
from tui.app.screens.trace import TraceScreen
from tui.collection.bundled import bundled_content

HERE: Final = Path(__file__).resolve().parent
_TRIES: Final = 1_000


class Picture(NamedTuple):
    """A picture: its file, the screen, the theme, the keys pressed, and what must be so before it is taken.

    The app opens at `address`, where there is one; the keys are pressed once what is there can be read.
    """

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]
    ready: Callable[[ReadingRoom], bool]
    address: str | None = None


PICTURES: Final = (
    Picture(
        "search-120x36.svg",
        (120, 36),
        "textual-dark",
        ("slash", *"no militry solution to conflict"),
        lambda room: room.results is not None and room.results.query == "no militry solution to conflict",
    ),
    Picture(
        "reading-80x24.svg",
        (80, 24),
        "textual-light",
        ("4",),
        lambda room: room.focused is room.reading,
        "da-nang-2017/joint-statement#geneva-2254",
    ),
    Picture(
        "trace-120x36.svg",
        (120, 36),
        "textual-dark",
        ("t",),
        lambda room: _traced(room.app.screen),
        "syria-track/no-military-solution",
    ),
    Picture(
        "participant-120x36.svg",
        (120, 36),
        "textual-dark",
        ("p",),
        lambda room: _paged(room.app.screen),
        "syria-track/lavrov",
    ),
    Picture(
        "instrument-80x24.svg",
        (80, 24),
        "textual-light",
        ("i",),
        lambda room: _paged(room.app.screen),
        "da-nang-2017/geneva-process",
    ),
)


def _traced(screen: Screen[Any]) -> bool:
    return isinstance(screen, TraceScreen) and screen.trace is not None


def _paged(screen: Screen[Any]) -> bool:
    return isinstance(screen, PageScreen) and screen.page is not None


async def take(picture: Picture) -> None:
    """Open the bundled collections, press the keys, write the picture."""
    app = SummitApp([bundled_content()], theme=picture.theme, address=picture.address)
    async with app.run_test(size=picture.size) as pilot:
        room = app.screen
        assert isinstance(room, ReadingRoom)
        await until(pilot, lambda: room.catalogue is not None)
        await pilot.pause()
        await pilot.press(*picture.keys)
        await until(pilot, lambda: picture.ready(room))
        svg = app.export_screenshot(title="summit-tui")
    # The drawing names fonts on the web; the viewer's own monospace will do, and nothing is fetched.
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    (HERE / picture.name).write_text(svg, encoding="utf-8")
    print(picture.name)


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for a condition."""
    for _ in range(_TRIES):
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.005)
    raise TimeoutError("the screen never came to be as wanted")


async def main() -> None:
    """Take every picture."""
    for picture in PICTURES:
        await take(picture)


if __name__ == "__main__":
    asyncio.run(main())
