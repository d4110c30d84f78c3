"""Opening the collections for a command."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import time
from typing import Final

from tui.cli.arguments import collection_paths
from tui.cli.streams import say
from tui.collection.bundled import bundled_content
from tui.collection.problems import counts
from tui.index.catalogue import Catalogue
from tui.index.damage import DamagedError
from tui.index.opening import cache_folder, open_collections, throw_away
from tui.index.progress import Progress, nobody

_BACK: Final = "\r\x1b[K"
_PATIENCE: Final = 0.5
"""Seconds that pass before anything is said."""


def open_catalogue(options: argparse.Namespace) -> Catalogue | None:
    """Return what the collections hold, or None, having said why, where none could be opened."""
    paths = collection_paths(options) or [bundled_content()]
    opened = open_collections(paths, cache_folder(), progress=progress_line())
    for notice in opened.notices:
        say(notice)
    if opened.problems:
        where = " ".join(shlex.quote(str(path)) for path in paths)
        say(f"{counts(opened.problems)} in the collections; see: summit-tui check {where}")
    if opened.catalogue.collections:
        return opened.catalogue
    for problem in opened.problems:
        say(str(problem))
    say("no collection could be opened")
    return None


def thrown_away(options: argparse.Namespace, error: DamagedError) -> bool:
    """Throw away what was found damaged; tell whether the command can be run again, on what is compiled anew."""
    try:
        return throw_away(collection_paths(options) or [bundled_content()], cache_folder(), error)
    except OSError as failed:
        say(f"the compiled collection cannot be taken away: {failed.strerror or failed}")
        return False


def progress_line() -> Progress:
    """Return what shows on a terminal how far compiling has come, if it takes a while; the line is gone in the end."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return nobody
    begun = time.monotonic()

    def show(done: int, files: int) -> None:
        if time.monotonic() - begun < _PATIENCE:
            return
        text = f"summit-tui: compiling {done:,} of {files:,} files" if done < files else ""
        sys.stderr.write(_BACK + text)
        sys.stderr.flush()

    return show
