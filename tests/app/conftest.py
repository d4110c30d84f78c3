"""A reader at the reading room: opens it, presses keys, and looks at what it shows."""

from __future__ import annotations

import gc
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Protocol

import pytest
from textual.message import Message
from textual.pilot import Pilot

from tui.app.app import SummitApp
from tui.app.screens.reading_room import ReadingRoom
from tui.app.widgets.bars import StateBar

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
DA_NANG = CONTENT / "da-nang-2017"
"""What the tests of behaviour read: a collection small enough to count in."""
JOINT = "da-nang-2017/joint-statement"
_TRIES = 1_000


class Reader:
    """Somebody at the keyboard. `messages` is everything the app was told, in order."""

    def __init__(self, app: SummitApp, pilot: Pilot[None], messages: list[Message]) -> None:
        self.app = app
        self.pilot = pilot
        self.messages = messages

    @property
    def room(self) -> ReadingRoom:
        """The reading room, whatever lies on top of it."""
        room = self.app.screen_stack[0]
        assert isinstance(room, ReadingRoom)
        return room

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait for a condition, never for a time."""
        for _ in range(_TRIES):
            if condition():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.005)
        pytest.fail(f"it never came to be: {what or condition}; notices: {self.notices}")

    async def press(self, *keys: str) -> None:
        """Press keys and let what follows happen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def search(self, query: str) -> None:
        """Open the search box, put a query in, and wait for its results."""
        await self.press("slash")
        self.room.bar.value = query
        await self.until(lambda: self.room.results and self.room.results.query == query, f"results for {query!r}")

    @property
    def clause_ids(self) -> list[str]:
        """The ids of the clauses shown, in order."""
        return [clause.id for clause in self.room.clauses.clauses]

    @property
    def clause_id(self) -> str:
        """The id of the clause under the cursor."""
        clause = self.room.clauses.clause
        assert clause is not None
        return clause.id

    @property
    def state(self) -> str:
        """What the state bar says; nothing where it is hidden."""
        bar = self.room.query_one(StateBar)
        return str(bar.content) if bar.display else ""

    @property
    def reading(self) -> str:
        """What the reading pane says, top to bottom, as one line: where it is wrapped does not matter."""
        return " ".join(self.room.reading.text.split())

    @property
    def notices(self) -> list[str]:
        """The notices on the screen."""
        return [notification.message for notification in self.app._notifications]

    @property
    def names(self) -> list[str]:
        """The participants shown, in order."""
        pane = self.room.participants
        return [pane.part_at(row).participant.name for row in range(pane.count)]


class Opening(Protocol):
    """Opens the reading room."""

    def __call__(
        self, *paths: Path, size: tuple[int, int] = ..., theme: str | None = ...
    ) -> AbstractAsyncContextManager[Reader]: ...


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    # The time that a search took is on the screen.
    monkeypatch.setattr("tui.search.engine.perf_counter", lambda: 0.0)
    # A machine that is busy may take its time to start a helper of the clipboard.
    monkeypatch.setattr("tui.app.clipboard.helpers.TIMEOUT", 60.0)
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORTERM", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """The app freezes its records out of the collector's rounds for good; a hundred apps in one process may not."""
    yield
    gc.unfreeze()


@pytest.fixture(name="opened")
def _opened() -> Opening:
    @asynccontextmanager
    async def opened(
        *paths: Path, size: tuple[int, int] = (120, 36), theme: str | None = None
    ) -> AsyncIterator[Reader]:
        app = SummitApp(list(paths) or [DA_NANG], theme=theme)
        messages: list[Message] = []
        async with app.run_test(size=size, message_hook=messages.append) as pilot:
            reader = Reader(app, pilot, messages)
            await reader.until(lambda: reader.room.catalogue is not None, "the collections open")
            yield reader

    return opened


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A copy of the bundled collection that a test may change, with its seed beside it."""
    folder = tmp_path / "content" / "da-nang-2017"
    shutil.copytree(DA_NANG, folder)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return folder


SECOND = """
participants:
  - {id: omar, kind: person, name: Omar}
sources:
  - {id: gazette, kind: official-text, publisher: Gazette, title: Protocol, language: en}
summits:
  - {id: amman, title: Amman meeting, date: 2018-01-05, place: Amman, country: JO}
statements:
  - id: protocol
    title: Amman protocol
    kind: memorandum
    act: signed
    date: 2018-01-05
    summit: amman
    participations:
      - {participant: omar, roles: [signatory], office: Minister}
    clauses:
      - id: bridges
        part: operative
        num: 1
        renderings:
          - {source: gazette, speech: direct, authority: authentic, text: The parties shall repair every bridge.}
      - id: wells
        part: operative
        num: 2 bis
        renderings:
          - {source: gazette, speech: direct, authority: authentic, text: "The parties shall clean all wells [sic]."}
"""


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Another small collection."""
    folder = tmp_path / "second"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: second, title: Second collection}\n")
    (folder / "records.yaml").write_text(SECOND)
    return folder
