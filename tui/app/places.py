"""Where a reader has been: the places to go back to, and forward again. They last as long as the program runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

from tui.index.scope import Scope

_MOST: Final = 200


class Showing(Enum):
    """What a page shows of a record."""

    INSTRUMENT = "an instrument"
    PARTICIPANT = "a participant over time"
    LEADS_TO = "what it refers to"
    REFERRED_TO_BY = "what refers to it"
    WHO = "who has part in it"
    BOTH = "it and another party, side by side"
    INSTRUMENTS = "all instruments"
    THREADS = "all threads"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to open: what it shows, of which record (and which other one), with which row under the cursor."""

    showing: Showing
    address: str = ""
    other: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What the reading room showed: its scope, the clause and participant under the cursors, the panes, a page on top.

    `aside` is the address of a record that was read and stands in no list.
    """

    scope: Scope
    clause: str | None
    participant: str | None
    last_list: int
    pane: int
    aside: str | None = None
    leaf: Leaf | None = None


class Places:
    """Two stacks, as a browser keeps them: going somewhere new forgets what was ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, here: Place) -> None:
        """Remember a place that is left for a new one."""
        self._behind = [*self._behind, here][-_MOST:]
        self._ahead = []

    def go(self, steps: int, here: Place) -> Place | None:
        """Return the place behind (-1) or ahead (1), `here` being remembered; None where there is none.

        A place that is the same as here is passed over.
        """
        source, target = (self._behind, self._ahead) if steps < 0 else (self._ahead, self._behind)
        while source and source[-1] == here:
            source.pop()
        if not source:
            return None
        target.append(here)
        return source.pop()


@dataclass(frozen=True, slots=True)
class Steps:
    """A reader on a page wants to go back (-1) or forward (1)."""

    steps: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A reader on a page wants to narrow the panes to a participant (a key)."""

    participant: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A reader on the page of a participant (a key) wants to see it beside the marked one."""

    participant: str


@dataclass(frozen=True, slots=True)
class AtOnce:
    """A page had a single row, or none, and gave way to the address where that leads."""

    address: str


@dataclass(frozen=True, slots=True)
class ToTrace:
    """A reader on a page wants to trace what is at an address; of what has that address, the `kind`."""

    address: str
    kind: Literal["clause", "instrument", "thread"]


Wish = str | AtOnce | Leaf | Steps | Narrowing | SideBySide | ToTrace
"""What a screen on top of the reading room is closed with: the address to go to, or one of these."""
