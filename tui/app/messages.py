"""Messages that cross the app: what the workers report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.collection.problems import Problem
from tui.index.damage import DamagedError
from tui.search.results import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.app.clipboard.copy import Copying
    from tui.app.facet_rows import FacetRow
    from tui.index.catalogue import Catalogue
    from tui.index.narrowing import Narrowing

    # The engine is loaded by the worker that opens the collections, after the first paint.
    from tui.search.engine import Searcher
    from tui.search.language.complete import Completions


@dataclass
class LibraryOpened(Message):
    """The collections have been read: what is sound, ready to be searched, and what is not."""

    catalogue: Catalogue
    searcher: Searcher
    narrowing: Narrowing
    problems: tuple[Problem, ...]
    notices: tuple[str, ...] = ()


@dataclass
class DamageMet(Message):
    """What is compiled of the collections is damaged; `stopped`: whatever was shown of it may no longer move."""

    error: DamagedError
    stopped: bool = False


@dataclass
class CopyWanted(Message):
    """A text is to be copied: its name, and what makes it (in a worker: it may need a file)."""

    name: str
    make: Callable[[], str]


@dataclass
class MarkWanted(Message):
    """A participant (a key) is to be marked, or no longer."""

    participant: str


@dataclass
class Copied(Message):
    """A text was copied, or could not be."""

    name: str
    copying: Copying


@dataclass
class Compiling(Message):
    """So many of so many files have been compiled; only the latest matters."""

    done: int
    files: int

    def can_replace(self, message: Message) -> bool:
        """Newer news make older ones stale."""
        return isinstance(message, Compiling)


@dataclass
class SearchFinished(Message):
    """A search has its results; `further` ones hold those that were shown before, and more."""

    results: Results
    further: bool = False


@dataclass
class FacetsCounted(Message):
    """What was found is counted (None: all that is open): `of` says of which hits."""

    results: Results | None
    rows: Sequence[FacetRow]
    of: str


@dataclass
class CalendarWordsRead(Message):
    """The words that summits and statements of a catalogue are found by, by their keys in a calendar."""

    catalogue: Catalogue
    words: Mapping[str, str]


@dataclass
class OffersFound(Message):
    """What can be put into a text in the search box, the cursor at `cursor`, as was looked up in `narrowing`."""

    text: str
    cursor: int
    narrowing: Narrowing
    completions: Completions
