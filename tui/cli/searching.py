"""Searching for a command: what the results say of themselves goes where messages go."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Final

from tui.cli.streams import say
from tui.index.catalogue import Catalogue
from tui.search.engine import searcher_through
from tui.search.results import Results

_LOOKED_FOR: Final = 200


def searched(catalogue: Catalogue, options: argparse.Namespace) -> Results:
    """Return what the query asked for finds, having said what is to be known of it."""
    # More than is shown: so it is known how many there are.
    found = searcher_through(catalogue).search(" ".join(options.query), limit=max(options.limit, _LOOKED_FOR))
    results = replace(found, hits=found.hits[: options.limit])
    for notice in (*results.notices, *(also.label for also in results.also)):
        say(notice)
    return results
