"""`cite`: citations of clauses, statements and sources, in the formats that others read."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from tui.cli.addresses import found_at
from tui.cli.arguments import Exit
from tui.cli.opening import open_catalogue
from tui.cli.streams import say
from tui.study.cite.citing import cite
from tui.study.cite.formats import Format, written

if TYPE_CHECKING:
    from tui.study.cite.reference import Reference


def run_cite(options: argparse.Namespace) -> int:
    """Print the citations of what is at the addresses; return 1 where there is nothing at one, 2 for what has none."""
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    outcome = Exit.FINE
    references: list[Reference] = []
    for address in options.addresses:
        records = found_at(catalogue, address)
        found = [reference for record in records if (reference := cite(catalogue, record))]
        references += found
        if not records:
            outcome = max(outcome, Exit.NOTHING)
        elif not found:
            say(f"{address} cannot be cited: only clauses, statements and sources can")
            outcome = Exit.USAGE
    if references:
        sys.stdout.write(_printable(written(references, Format(options.format)), options.format))
    return outcome


def _printable(text: str, format_: str) -> str:
    """Return JSON with escapes alone where the output's encoding lacks one of its letters; all else as it is."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return f"{json.dumps(json.loads(text))}\n" if format_ == Format.CSL_JSON else text
    return text
