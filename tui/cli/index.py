"""`summit-tui index`: what is compiled of the collections, in the cache directory."""

from __future__ import annotations

import argparse
import time

from tui.cli.arguments import Exit, collection_paths
from tui.cli.opening import progress_line
from tui.cli.streams import printable_json, say
from tui.collection.bundled import bundled_content
from tui.collection.folders import collection_folders
from tui.collection.paths import shown
from tui.collection.problems import Problems
from tui.index.opening import cache_folder
from tui.index.status import State, Status, as_opened, as_written, status
from tui.index.store import Store
from tui.index.update import update
from tui.text.counting import counted
from tui.text.visible import one_line


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
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"the cache cannot be written: {error.strerror or error} ({error.filename or cache_folder()})")
        return Exit.UNWRITTEN


def _status(stores: list[Store], *, as_json: bool) -> int:
    current = True
    for store in stores:
        size = store.size()
        found = status(store)
        current = current and found.state is State.UP_TO_DATE
        _tell(store, found, found.state, size, as_json=as_json)
    return Exit.FINE if current else Exit.NOTHING


def _build(stores: list[Store], *, fresh: bool, as_json: bool) -> int:
    for store in stores:
        start = time.monotonic()
        before = Status(State.NOT_COMPILED) if fresh else as_opened(store)
        compiled = update(store, fresh=fresh, progress=progress_line())
        if before.compiled is not None and before.compiled.content == compiled.content:
            # Nothing was to be done: there is time to read all of it.
            before = as_written(store)
            if before.state is State.DAMAGED:
                compiled = update(store, progress=progress_line())
        files = counted(compiled.tables.number("SELECT COUNT(*) FROM file"), "file")
        state = f"compiled from {files} in {time.monotonic() - start:.1f} s"
        if before.state is State.DAMAGED:
            state = f"was damaged, {state}"
        _tell(store, before._replace(compiled=compiled), state, store.size(), as_json=as_json)
    return Exit.FINE


def _clear(stores: list[Store]) -> int:
    for store in stores:
        store.clear()
        say(f"{shown(store.folder)}: nothing is compiled any more")
    return Exit.FINE


def _tell(store: Store, found: Status, state: str, size: int, *, as_json: bool) -> None:
    clauses = sum(found.compiled.living.values()) if found.compiled else 0
    if as_json:
        told = {"collection": str(store.folder), "cache": str(store.place), "state": state, "why": found.why or None}
        print(printable_json({**told, "clauses": clauses, "bytes": size}))
        return
    print(f"{shown(store.folder)}: {state}" + (f" ({one_line(found.why)})" if found.why else ""))
    if found.compiled is not None:
        print(f"  {counted(clauses, 'clause')}, {size / 1e6:,.1f} MB in {store.place}")
    elif found.state is State.DAMAGED:
        print("  it is compiled anew when it is next opened, or by: summit-tui index build")
