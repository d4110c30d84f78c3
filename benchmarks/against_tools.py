"""What a user has today, beside ours, on the same text: `fzf --filter` and `rg -F -i`.

`python -m benchmarks.against_tools COLLECTION` asks each for a sample of the quote cases, as they are, and prints
the median time of a query and how many have a right clause first and among the first ten (the expected one, or one
that holds the quotation as reported: cases.py). The tools read COLLECTION.txt, a clause a line, at every query, as
they do for a user; ours has its collection open. A tool that is not on this machine is left out, and that is said;
one that has not answered after `--longest` seconds has found nothing in that time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from benchmarks.cases import FILES, Judge, read_cases, sample
from benchmarks.collection_writer import texts_path
from benchmarks.corpora import add_work_option, cases_folder, corpora_folder
from benchmarks.engine import open_searcher
from benchmarks.exhaustive import KEPT
from benchmarks.normal import normalise
from benchmarks.search_quality import rank
from benchmarks.tables import median, ms, ratio, share, table
from benchmarks.texts import read_texts

_NOTHING_FOUND: Final = 1

Finder = Callable[[str], Sequence[str]]
"""From a query to the texts of the first clauses found, the best first."""


def fzf(exact: bool, file: Path, longest: float) -> Finder:
    """Return fzf over the lines of a file, its words fuzzy or exact."""

    def find(query: str) -> list[str]:
        command = ["fzf", *(["-e"] if exact else []), f"--filter={query}"]
        with file.open("rb") as lines:
            return _first_lines(command, lines.fileno(), longest)

    return find


def ripgrep(file: Path, longest: float) -> Finder:
    """Return ripgrep over the lines of a file, for the query as it stands in any case; it stops at ten."""

    def find(query: str) -> list[str]:
        command = ["rg", "-F", "-i", "--no-filename", f"--max-count={KEPT}", "-e", query, str(file)]
        return _first_lines(command, subprocess.DEVNULL, longest)

    return find


def _first_lines(command: list[str], given: int, longest: float) -> list[str]:
    """The first lines that a tool prints within so many seconds. Raises `CalledProcessError` where it fails."""
    # A user's own options for fzf would change what is measured.
    env = {name: value for name, value in os.environ.items() if not name.startswith("FZF_")}
    try:
        done = subprocess.run(command, stdin=given, capture_output=True, env=env, timeout=longest)
    except subprocess.TimeoutExpired:
        return []
    if done.returncode > _NOTHING_FOUND:
        done.check_returncode()
    return done.stdout.decode("utf-8").split("\n", KEPT)[:KEPT]


def measure(find: Finder, judges: Sequence[Judge]) -> tuple[float, int, int]:
    """Return the median seconds of a query, and in how many cases a right clause is first and in the first ten."""
    times, ranks = [], []
    for judge in judges:
        query = " ".join(judge.case.query.split())
        start = time.perf_counter()
        found = find(query)
        times.append(time.perf_counter() - start)
        ranks.append(rank(judge, (normalise(text) for text in found[:KEPT])).or_quoting)
    return median(times), ranks.count(0), sum(place is not None for place in ranks)


def main() -> None:
    """Measure each and print a table for each set of cases."""
    parser = argparse.ArgumentParser(prog="benchmarks.against_tools", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--sample", type=int, default=10, metavar="K", help="cases of each set (default 10)")
    parser.add_argument("--longest", type=float, default=60.0, metavar="SECONDS", help="for a query (default 60)")
    add_work_option(parser)
    options = parser.parse_args()
    folder = cases_folder(corpora_folder(), options.work)
    file, longest = texts_path(options.collection, "txt"), options.longest
    searcher = open_searcher(options.collection)
    finders: dict[str, Finder] = {
        "ours": lambda query: [hit.clause.reading.text for hit in searcher.search(query).hits]
    }
    for tool, those in {
        "fzf": {"fzf --filter": fzf(False, file, longest), "fzf -e --filter": fzf(True, file, longest)},
        "rg": {"rg -F -i": ripgrep(file, longest)},
    }.items():
        if shutil.which(tool):
            finders.update(those)
        else:
            print(f"skipped: {tool} is not on this machine")
    for name in FILES:
        _, judges = read_texts(options.collection, sample(read_cases(folder, name), options.sample))
        figures = {tool: measure(find, judges) for tool, find in finders.items()}
        ours = figures["ours"][0]
        rows = [
            (tool, ms(took), ratio(took, ours), share(first, len(judges)), share(ten, len(judges)))
            for tool, (took, first, ten) in figures.items()
        ]
        print(f"\n{len(judges)} {name} cases")
        print(table(("", "median ms", "of ours", "first", "in 10"), rows))


if __name__ == "__main__":
    main()
