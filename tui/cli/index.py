"""`summit-tui index`: what is compiled of the collections, in the cache directory."""

from __future__ import annotations

import argparse
import time

from tui.cli.arguments import Exit, collection_paths
from tui.cli.opening import progress_line
from tui.cli.streams import printable_json, say
from tui.collection.bundled import bundled_content
from tui.collection.load import collection_folders
from tui.collection.paths import shown
from tui.collection.problems import Problems
from tui.index.opening import cache_folder
from tui.index.store import Compiled, Store
from tui.index.update import up_to_date, update
from tui.text.counting import counted


def run_index(options: argparse.Namespace) -> int:
    """Show, build or clear what is compiled of each collection; return 1 where a status is not up to date."""
    problems = Problems()
    folders = collection_folders(collection_paths(options) or [bundled_content()], problems)
    for problem in problems:
        say(str(problem))
    if not folders:
        return Exit.NO_DATA
    stores = [Store(cache_folder(), folder) for folder in folders]
    try:
        match options.action:
            case "build":
                return _build(stores, fresh=options.fresh, as_json=options.json)
            case "clear":
                return _clear(stores)
            case _:
                return _status(stores, as_json=options.json)
    except OSError as error:
        say(f"the cache cannot be written: {error.strerror or error} ({error.filename or cache_folder()})")
        return Exit.UNWRITTEN


def _status(stores: list[Store], *, as_json: bool) -> int:
    current = True
    for store in stores:
        compiled = store.open()
        fresh = compiled is not None and up_to_date(store)
        current = current and fresh
        state = "up to date" if fresh else "not compiled" if compiled is None else "to be brought up to date"
        _tell(store, compiled, state, as_json=as_json)
    return Exit.FINE if current else Exit.NOTHING


def _build(stores: list[Store], *, fresh: bool, as_json: bool) -> int:
    for store in stores:
        start = time.monotonic()
        compiled = update(store, fresh=fresh, progress=progress_line())
        files = counted(compiled.tables.number("SELECT COUNT(*) FROM file"), "file")
        _tell(store, compiled, f"compiled from {files} in {time.monotonic() - start:.1f} s", as_json=as_json)
    return Exit.FINE


def _clear(stores: list[Store]) -> int:
    for store in stores:
        store.clear()
        say(f"{shown(store.folder)}: nothing is compiled any more")
    return Exit.FINE


def _tell(store: Store, compiled: Compiled | None, state: str, *, as_json: bool) -> None:
    clauses = sum(compiled.living.values()) if compiled else 0
    size = store.size()
    if as_json:
        told = {"collection": str(store.folder), "cache": str(store.place), "state": state}
        print(printable_json({**told, "clauses": clauses, "bytes": size}))
        return
    print(f"{shown(store.folder)}: {state}")
    if compiled is not None:
        print(f"  {counted(clauses, 'clause')}, {size / 1e6:,.1f} MB in {store.place}")
