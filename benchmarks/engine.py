"""The one place where the benchmarks open a collection: only this changes when collections are opened another way."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Protocol

from tui.index.opening import cache_folder, open_collections
from tui.search.cancel import Cancelled, never
from tui.search.engine import searcher_through
from tui.search.results import Results
from tui.study.verify.verifier import Verifier


class Search(Protocol):
    """What is measured."""

    def search(self, query: str, *, limit: int = 100, cancelled: Cancelled = never) -> Results:
        """Return the clauses that answer `query`, the best first."""
        ...


def open_searcher(collection: Path) -> Search:
    """Open the collection at a folder as the app does, its garbage collector's habits included."""
    catalogue = open_collections([collection], cache_folder()).catalogue
    searcher = searcher_through(catalogue)
    gc.freeze()
    return searcher


def open_verifier(collection: Path) -> Verifier:
    """Open the collection at a folder to verify quotations in it."""
    catalogue = open_collections([collection], cache_folder()).catalogue
    return Verifier(catalogue, searcher_through(catalogue))
