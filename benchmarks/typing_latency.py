"""How long each key takes while a phrase is typed: every prefix, to ranked results with spans.

`python -m benchmarks.typing_latency COLLECTION` searches for every prefix of 200 phrases that stand word for word in
the collection, touching clause, text and spans of the first 20 hits (more than a screen shows), and prints p50, p95,
p99 and the longest, with the ratio to exhaustive rapidfuzz on some of the same prefixes.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Final

from benchmarks.engine import Search, open_searcher
from benchmarks.exhaustive import plain_seconds
from benchmarks.tables import median, ms, percentile, ratio, table, verdict
from benchmarks.texts import phrases, prefixes, read_texts

SHOWN: Final = 20
ASKED: Final = 30
"""As many hits as the app asks for while a phrase is typed; further ones come when nothing more is typed."""
_BARS: Final = {1_000_000: 0.020, 100_000: 0.010}
"""From how many clauses on p99 is to be how many seconds at most."""

_COMPARED: Final = 12


def bar_at(clauses: int) -> float | None:
    """Return what p99 is to be at most, in seconds, with so many clauses; None where no bar is set."""
    return next((bar for size, bar in _BARS.items() if clauses >= size), None)


def seconds(searcher: Search, query: str) -> float:
    """Return the seconds from a query to what a screen of hits needs of them."""
    start = time.perf_counter()
    for hit in searcher.search(query, limit=ASKED).hits[:SHOWN]:
        text = hit.clause.reading.text
        _ = [text[begin:end] for begin, end in hit.spans]
    return time.perf_counter() - start


def main() -> None:
    """Type the phrases and print the times."""
    parser = argparse.ArgumentParser(prog="benchmarks.typing_latency", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--phrases", type=int, default=200, metavar="N", help="how many phrases (default 200)")
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="list the N slowest prefixes")
    options = parser.parse_args()
    searcher = open_searcher(options.collection)
    typed = [prefix for phrase in phrases(options.collection, options.phrases) for prefix in prefixes(phrase)]
    times = [seconds(searcher, prefix) for prefix in typed]
    figures = [median(times), *(percentile(times, percent) for percent in (95, 99)), max(times)]
    texts, _ = read_texts(options.collection, [])
    compared = range(len(typed) // (2 * _COMPARED), len(typed), max(1, len(typed) // _COMPARED))
    theirs = median([plain_seconds(typed[number], texts, 1) for number in compared])
    ours = median([times[number] for number in compared])
    print(f"{len(texts):,} clauses, {len(typed):,} prefixes of {options.phrases} phrases; milliseconds")
    print(table(("", "p50", "p95", "p99", "max"), [("ours", *map(ms, figures))]))
    print(f"exhaustive partial_ratio, median of {len(compared)} of them: {ms(theirs)} ms, {ratio(theirs, ours)}x ours")
    bar = bar_at(len(texts))
    print(f"p99 at most {ms(bar)} ms: {verdict(figures[2] <= bar)}" if bar else "no bar for so few clauses")
    for took, prefix in sorted(zip(times, typed, strict=True), reverse=True)[: options.slowest]:
        print(f"  {ms(took)} ms  {prefix!r}")


if __name__ == "__main__":
    main()
