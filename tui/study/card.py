"""What there is to read about a record: a title, an address, a text and facts. The app and the command line print it.

Texts here are raw; whoever shows one passes it through `tui.text.visible`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Voice(Enum):
    """Whose words a stretch of text is."""

    DOCUMENT = "the document's own words"
    SOURCE = "told by the source"
    INSERTION = "an editor's insertion"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a clause's text, `[start, end)` in code points, in one voice."""

    start: int
    end: int
    voice: Voice


class Mark(Enum):
    """How a fact stands. The value is its sign, `meaning` what the sign says."""

    PROVED = "✓"
    EDITED = "≈"
    UNPROVED = "–"
    FAILED = "✗"

    @property
    def meaning(self) -> str:
        """What the sign says."""
        return _MEANINGS[self]


_MEANINGS = {
    Mark.PROVED: "proved verbatim, at the place named",
    Mark.EDITED: "proved, with editing that is named",
    Mark.UNPROVED: "not proved here: no file, or not the recorded one",
    Mark.FAILED: "the source does not have these words so",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know: a label and a text. `mark` says how well it is proved, where that is asked."""

    label: str
    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A record, ready to be read. `text` and `stretches` (which cover it, in order) are for clauses only."""

    kind: str
    title: str
    address: str
    text: str = ""
    stretches: tuple[Stretch, ...] = ()
    facts: tuple[Fact, ...] = ()
