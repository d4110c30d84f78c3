"""`trace`: where something stands in time, and where it dropped out."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import Final

from tui.cli.addresses import found_at
from tui.cli.arguments import Exit
from tui.cli.opening import open_catalogue
from tui.cli.records_json import Json, piece_json
from tui.cli.streams import print_lines, printable_json, say
from tui.index.catalogue import Catalogue
from tui.search.engine import Searcher
from tui.study.trace.absence import LEGEND, SIGNS, Grid, absence
from tui.study.trace.occurrence import Occurrence, Since, Trace, Way, Wording, whose
from tui.study.trace.signs import (
    signed_since,
    since_line,
    summary,
    telling,
    ways_line,
    who_line,
    whose_line,
)
from tui.study.trace.tracing import trace_query, trace_records, traceable
from tui.text.counting import counted
from tui.text.visible import one_line

_ADDRESS: Final = re.compile(r"[\w.-]+/[\w.-]+(#[\w.-]+)?")


def run_trace(options: argparse.Namespace) -> int:
    """Print the occurrences, or the grid; return 1 where there are none, 2 where what is named cannot be traced."""
    query = " ".join(options.query)
    wanted = [*([query] if query.strip() else []), *options.row]
    if options.row and not options.grid:
        say("--row is for --grid")
        return Exit.USAGE
    if not wanted and not options.grid:
        say("nothing to trace: give a phrase, topic:NAME, or the address of a clause, an instrument or a thread")
        return Exit.USAGE
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    searcher = Searcher(catalogue.segments(), catalogue.aliases(), catalogue.filters())
    traces = [] if wanted else [trace_records(catalogue, searcher, [thread]) for thread in catalogue.threads()]
    for what in wanted:
        traced = _traced(catalogue, searcher, what)
        if not isinstance(traced, Trace):
            return traced
        traces.append(traced)
    for notice in dict.fromkeys(notice for trace in traces for notice in trace.notices):
        say(notice)
    if options.grid:
        _print_grid(absence(catalogue, traces), as_json=options.json)
    else:
        _print_trace(catalogue, traces[0], as_json=options.json)
    return Exit.FINE if any(trace.occurrences for trace in traces) else Exit.NOTHING


def _traced(catalogue: Catalogue, searcher: Searcher, what: str) -> Trace | Exit:
    """Return the trace of a query or of what is at an address, or the exit code where there is none."""
    if not _ADDRESS.fullmatch(what):
        return trace_query(catalogue, searcher, what)
    records = found_at(catalogue, what)
    if not records:
        return Exit.NOTHING
    if found := traceable(records):
        return trace_records(catalogue, searcher, found)
    say(f"{what} is no clause, no instrument and no thread")
    return Exit.USAGE


def _print_trace(catalogue: Catalogue, trace: Trace, *, as_json: bool) -> None:
    lines: list[str] = []
    for number, one in enumerate(trace.occurrences):
        if as_json:
            lines.append(printable_json(_occurrence_json(trace, number, one)))
        else:
            lines += map(one_line, _block(catalogue, trace, one))
    print_lines(lines)
    say(summary(trace))


def _block(catalogue: Catalogue, trace: Trace, one: Occurrence) -> Iterator[str]:
    """Yield an occurrence: date and address first, then its words and what is to be known of them."""
    yield f"{one.when}  {one.address}  {one.statement.title}" + ("  (the summit's date)" if one.dated_by_summit else "")
    if one.rendering is not None:
        yield f"  {one.rendering.text}"
    yield f"  words: {whose_line(catalogue, one)}"
    if told := telling(one):
        yield f"  the editors: {told}"
    yield f"  since: {since_line(trace, one)}"
    if one.since.changes or one.since.unseen:
        yield f"    {signed_since(one.since)}"
    yield f"  found: {ways_line(one)}"
    if one.same:
        yield f"  also: {', '.join(one.same)}"
    if one.parts:
        yield f"  took part: {', '.join(who_line(catalogue, one))}"


def _occurrence_json(trace: Trace, number: int, one: Occurrence) -> Json:
    rendering = one.rendering
    return {
        "record": "occurrence",
        "traced": trace.what,
        "kind": trace.kind.value,
        "number": number,
        "date": one.date.text if one.date else None,
        "dated_by": None if one.date is None else "summit" if one.dated_by_summit else "statement",
        "address": one.address,
        "statement": one.statement.key,
        "title": one.statement.title,
        "summit": one.summit.key if one.summit else None,
        "place": one.summit.place if one.summit else None,
        "same": list(one.same),
        "state": "missing" if one.missing else "present",
        "whose": whose(rendering).value if rendering else None,
        "source": rendering.source if rendering else None,
        "language": rendering.language if rendering else None,
        "speech": rendering.speech.value if rendering else None,
        "authority": rendering.authority.value if rendering else None,
        "proof": rendering.standing.value if rendering else None,
        "text": rendering.text if rendering else None,
        "told_by_editors": telling(one) or None,
        "spans": [list(span) for span in one.spans],
        "passage": list(one.passage) if one.passage else None,
        "found": [_way_json(way) for way in one.ways],
        "since": _since_json(trace, one.since),
        "participants": [
            {
                "participant": part.participant.key,
                "name": part.participant.name,
                "roles": [role.value for role in part.roles],
                "offices": list(part.offices),
                "acting_for": list(part.acting_for),
            }
            for part in one.parts
        ],
    }


def _way_json(way: Way) -> Json:
    return {
        "how": way.how.name.lower(),
        "of": way.of or None,
        "state": way.state.value if way.state else None,
        "note": way.note,
        "shown_by": list(way.shown_by),
        "score": way.score,
    }


def _since_json(trace: Trace, since: Since) -> Json:
    """Offsets of pieces are code points of `left` and `right`; those in `unseen`, by number, are no changes."""
    before = trace.occurrences[since.occurrence] if since.occurrence is not None else None
    return {
        "verdict": since.verdict.name.lower().replace("_", "-"),
        "number": since.occurrence,
        "address": before.address if before else None,
        "date": before.date.text if before and before.date else None,
        "left": _wording_json(since.left),
        "right": _wording_json(since.right),
        "pieces": [piece_json(piece) for piece in since.pieces],
        "unseen": sorted(since.unseen),
    }


def _wording_json(wording: Wording | None) -> Json | None:
    if wording is None:
        return None
    return {
        "text": wording.text,
        "source": wording.rendering.source,
        "language": wording.rendering.language,
        "fragment": wording.fragment,
    }


def _print_grid(grid: Grid, *, as_json: bool) -> None:
    if as_json:
        for cells in _cells_json(grid):
            print(printable_json(cells))
    else:
        for fields in _grid_fields(grid):
            print("\t".join(map(one_line, fields)))
    say(LEGEND)
    if grid.left_out:
        say(f"left out: {counted(grid.left_out, 'statement')} of which nothing is known here")


def _grid_fields(grid: Grid) -> Iterator[list[str]]:
    """Yield what each row of the grid is; then a line for each statement, with a sign for each of these."""
    for number, row in enumerate(grid.rows, 1):
        yield [str(number), str(row.trace.kind), row.trace.title]
    for place, column in enumerate(grid.columns):
        said = [f"{number}: {row.said[place]}" for number, row in enumerate(grid.rows, 1) if row.said[place]]
        yield [column.when, *(SIGNS[row.cells[place]] for row in grid.rows), column.statement.key, *said]


def _cells_json(grid: Grid) -> Iterator[Json]:
    """Yield an object for each cell, row by row."""
    for row in grid.rows:
        for column, cell, said, first in zip(grid.columns, row.cells, row.said, row.first, strict=True):
            yield {
                "record": "cell",
                "traced": row.trace.what,
                "kind": row.trace.kind.value,
                "statement": column.statement.key,
                "date": column.date.text if column.date else None,
                "cell": cell.name.lower().replace("_", "-"),
                "said": said or None,
                "address": first.address if first else None,
            }
