"""Brings a compiled collection up to date: only what has changed is compiled, the rest is taken over."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from tui.collection.collector import seldom
from tui.collection.head import KnownHead
from tui.collection.plan import Plan, plan
from tui.index import generation
from tui.index.codec import NOT_ENCODED
from tui.index.damage import DamagedError
from tui.index.generation import name_of
from tui.index.progress import Progress, never, nobody
from tui.index.store import Compiled, Generation, Store
from tui.index.tables import Tables

_WORKERS: Final = min(4, os.cpu_count() or 1)
_DAMAGED: Final = (DamagedError, OSError, *NOT_ENCODED)
"""What reading tables raises that are not what was written."""


def update(
    store: Store,
    *,
    fresh: bool = False,
    progress: Progress = nobody,
    cancelled: Callable[[], bool] = never,
    workers: int = _WORKERS,
) -> Compiled:
    """Return the collection of `store` as its files are now, compiled on the disk; `fresh` takes nothing over.

    Raises `OSError` where it cannot be written, `CompileCancelled`, and nothing for what is wrong with the collection.
    """
    with store.writing(), seldom():
        before = None if fresh else _before(store)
        if isinstance(before, Compiled):
            return before
        # Imported here: opening what stands compiled needs nothing that reads and validates YAML.
        from tui.index.replacing import replaced

        how = progress, cancelled, workers
        try:
            try:
                after = replaced(store, before, *how)
            except DamagedError:
                # What was to be taken over cannot be read after all.
                after = replaced(store, None, *how)
            opened = store.open_generation(after)
        except BaseException as error:
            store.tidy(store.current())
            if isinstance(error, DamagedError):
                raise OSError(errno.EIO, "what was written is not what is read", str(error.path)) from error
            raise
        store.tidy(after)
        return opened


def up_to_date(store: Store) -> bool:
    """Whether what is compiled is what the files hold now."""
    current = store.current()
    if current is None:
        return False
    try:
        with closing(Tables.open(store.tables_path(current))) as tables:
            return _changes(store.folder, tables) is None
    except _DAMAGED:
        return False


def _before(store: Store) -> Compiled | tuple[Generation, Plan] | None:
    """The generation that counts, with what has changed since; open, where nothing has; None where it is not sound.

    Its tables are looked through once, before they are copied: SQLite does that while the files are looked through.
    """
    current = store.current()
    if current is None:
        return None
    with suppress(*_DAMAGED), ThreadPoolExecutor(1) as other:
        sound = other.submit(_sound, store.tables_path(current))
        compiled = store.open_generation(current)
        changes = _changes(store.folder, compiled.tables)
        if sound.result():
            if changes is None:
                return compiled
            compiled.tables.close()
            return current, changes
    return None


def _sound(path: Path) -> bool:
    with closing(Tables.open(path)) as tables:
        return tables.row("PRAGMA quick_check(1)") == ("ok",)


def _changes(folder: Path, tables: Tables) -> Plan | None:
    """Return what is to be compiled; None where nothing has changed since the tables were filled."""
    name = partial(name_of, folder)
    known = generation.outlines(tables)
    head, _, file = before = generation.headed(tables)
    known_head = KnownHead(head, file)
    found = plan(folder, known, name, known_head=known_head)
    same = not found.again and all(known.get(key) is found.kept[key] for key in found.order)
    if same and len(known) == len(found.order) and before.says(found.head, found.problems):
        return None
    # What was dropped for another file's sake comes back when that file goes.
    again = set(generation.dropped_files(tables)).difference(found.removed)
    if not again:
        return found
    others = {key: outline for key, outline in known.items() if key not in again}
    return plan(folder, others, name, known_head=known_head)
