"""How long a search takes, against exhaustive rapidfuzz with the same queries in the same run.

`python -m benchmarks.search_latency COLLECTION` takes a sample of the quote cases, real and scripted, and prints the
median time of ours, as many hits as the app asks for, and of `partial_ratio` with every clause (texts normalised
beforehand, on `--workers` threads, one by default), and the ratio. Each query of ours is asked first of all, so that
nothing it could remember is there yet.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Final

from benchmarks.cases import FILES, read_cases, sample
from benchmarks.corpora import add_work_option, cases_folder, corpora_folder
from benchmarks.engine import Search, open_searcher
from benchmarks.exhaustive import plain_seconds
from benchmarks.tables import median, ms, percentile, ratio, table, verdict
from benchmarks.texts import read_texts
from benchmarks.typing_latency import ASKED

_BARS: Final = {1_000_000: 1_000.0, 100_000: 150.0}
"""From how many clauses on ours is to be how many times faster."""


def bar_at(clauses: int) -> float | None:
    """Return how many times faster the search is to be with so many clauses; None where no bar is set."""
    return next((bar for size, bar in _BARS.items() if clauses >= size), None)


def seconds(searcher: Search, query: str) -> float:
    """Return the seconds from a query to its ranked hits."""
    start = time.perf_counter()
    searcher.search(query, limit=ASKED)
    return time.perf_counter() - start


def main() -> None:
    """Measure a sample and print the medians and their ratio."""
    parser = argparse.ArgumentParser(prog="benchmarks.search_latency", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--sample", type=int, default=10, metavar="K", help="queries of each set (default 10)")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads of the baseline (default 1)")
    add_work_option(parser)
    options = parser.parse_args()
    folder = cases_folder(corpora_folder(), options.work)
    cases = [case for name in FILES for case in sample(read_cases(folder, name), options.sample)]
    searcher = open_searcher(options.collection)
    seconds(searcher, "the first query of all opens what is opened once")
    ours = [seconds(searcher, case.query) for case in cases]
    texts, _ = read_texts(options.collection, [])
    theirs = [plain_seconds(case.query, texts, options.workers) for case in cases]
    rows = [
        (name, *(ms(figure) for figure in (median(times), percentile(times, 95), max(times))))
        for name, times in (("ours", ours), ("exhaustive partial_ratio", theirs))
    ]
    print(f"{len(texts):,} clauses, {len(cases)} queries; milliseconds")
    print(table(("", "median", "p95", "max"), rows))
    faster = median(theirs) / median(ours)
    print(f"ratio of the medians: {ratio(median(theirs), median(ours))}x", end="")
    bar = bar_at(len(texts))
    print(f"; bar {bar:g}x: {verdict(faster >= bar)}" if bar else "; no bar for so few clauses")


if __name__ == "__main__":
    main()
