"""Searching for a command: what the results say of themselves goes where messages go."""

from __future__ import annotations

import argparse

from tui.cli.streams import say
from tui.index.catalogue import Catalogue
from tui.search.engine import searcher_through
from tui.search.results import Results


def searched(catalogue: Catalogue, options: argparse.Namespace) -> Results:
    """Return what the query asked for finds, having said what is to be known of it."""
    results = searcher_through(catalogue).search(" ".join(options.query), limit=options.limit)
    for notice in (*results.notices, *(also.label for also in results.also)):
        say(notice)
    return results
