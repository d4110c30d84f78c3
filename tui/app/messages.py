"""Messages that cross the app: what the workers report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.collection.problems import Problem
from tui.search.results import Results

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

    # The engine is loaded by the worker that opens the collections, after the first paint.
    from tui.search.engine import Searcher


@dataclass
class LibraryOpened(Message):
    """The collections have been read: what is sound, ready to be searched, and what is not."""

    catalogue: Catalogue
    searcher: Searcher
    problems: tuple[Problem, ...]
    notices: tuple[str, ...] = ()


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
    """A search has its results."""

    results: Results
