"""`search`, `show` and `list`: the same library as the app, without the screen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import Final

from tui.cli.addresses import found_at
from tui.cli.arguments import Exit
from tui.cli.opening import open_catalogue
from tui.cli.pages import page_json, page_lines, page_of
from tui.cli.records_json import (
    clause_json,
    part_json,
    place_json,
    record_json,
    statement_json,
    summit_json,
    thread_json,
)
from tui.cli.records_text import (
    card_lines,
    clause_line,
    hit_lines,
    instrument_fields,
    part_line,
    source_fields,
    statement_line,
    summit_line,
    thread_line,
)
from tui.cli.searching import searched
from tui.cli.streams import print_lines, printable_json, say
from tui.index.catalogue import Catalogue
from tui.model.records import Statement
from tui.search.language.explain import explain, parsed
from tui.search.language.parse import parse
from tui.search.language.printing import print_query
from tui.search.results import Hit
from tui.study.record_cards import card


def run_search(options: argparse.Namespace) -> int:
    """Print the clauses that answer the query, the best first; return 1 where there is none."""
    if options.explain:
        return _explain(" ".join(options.query), as_json=options.json)
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    results = searched(catalogue, options)
    lines: list[str] = []
    for hit in results.hits:
        if options.json:
            lines.append(printable_json(_hit_json(catalogue, hit)))
        else:
            lines += hit_lines(catalogue, hit, lit=may_light())
    print_lines(lines)
    found = f"{results.count} in {results.time}"
    say(", ".join(filter(None, (found, results.narrowing))) + ("; --limit shows more" if results.more else ""))
    return Exit.FINE if results.hits else Exit.NOTHING


def _explain(query: str, *, as_json: bool) -> int:
    """Print how a query is read; what it says of itself goes with it."""
    asked = parse(query)
    if as_json:
        print(printable_json({"query": print_query(asked), "asked": parsed(asked), "notices": list(asked.notices)}))
    else:
        print("\n".join(explain(asked)))
    return Exit.FINE


def run_show(options: argparse.Namespace) -> int:
    """Print what is at an address; return 1 where nothing is."""
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    records = found_at(catalogue, options.address)
    lines: list[str] = []
    for record in records:
        if options.json:
            lines.append(printable_json(record_json(catalogue, record) | page_json(catalogue, record)))
        elif (page := page_of(catalogue, record)) is not None:
            lines += page_lines(page)
        else:
            lines += card_lines(card(catalogue, record))
            if isinstance(record, Statement):
                lines += map(clause_line, record.clauses)
    print_lines(lines)
    return Exit.FINE if records else Exit.NOTHING


def run_list(options: argparse.Namespace) -> int:
    """Print records of one kind, one a line; return 1 where there are none."""
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    lines = list(_LISTINGS[options.what](catalogue, options.json))
    print_lines(lines)
    return Exit.FINE if lines else Exit.NOTHING


COMMANDS: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "search": run_search,
    "show": run_show,
    "list": run_list,
}


def may_light() -> bool:
    """Whether the output is a terminal that can make words bold and reversed."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _hit_json(catalogue: Catalogue, hit: Hit) -> dict[str, object]:
    return {
        **place_json(catalogue, hit.clause),
        "score": hit.score,
        "text": hit.clause.reading.text,
        "spans": [list(span) for span in hit.spans],
        "passage": list(hit.passage),
        "speech": hit.clause.reading.speech.value,
        "source": hit.clause.reading.source,
        "proof": hit.clause.reading.standing.value,
    }


def _summits(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [
        printable_json(summit_json(catalogue, summit)) if as_json else summit_line(summit)
        for summit in catalogue.summits()
    ]


def _statements(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [
        printable_json(statement_json(catalogue, statement, whole=False)) if as_json else statement_line(statement)
        for statement in catalogue.statements()
    ]


def _clauses(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [
        printable_json(clause_json(catalogue, clause)) if as_json else clause_line(clause)
        for clause in catalogue.clauses()
    ]


def _participants(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [
        printable_json(part_json(catalogue, part)) if as_json else part_line(catalogue, part)
        for part in catalogue.parts()
    ]


def _instruments(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [
        printable_json(record_json(catalogue, instrument)) if as_json else instrument_fields(instrument)
        for instrument in catalogue.instruments()
    ]


def _sources(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [
        printable_json(record_json(catalogue, source)) if as_json else source_fields(source)
        for source in catalogue.sources()
    ]


def _threads(catalogue: Catalogue, as_json: bool) -> list[str]:
    return [printable_json(thread_json(thread)) if as_json else thread_line(thread) for thread in catalogue.threads()]


_LISTINGS: Final[dict[str, Callable[[Catalogue, bool], list[str]]]] = {
    "summits": _summits,
    "statements": _statements,
    "clauses": _clauses,
    "participants": _participants,
    "instruments": _instruments,
    "sources": _sources,
    "threads": _threads,
}
