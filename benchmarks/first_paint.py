"""Whether a big collection delays the first paint.

`python -m benchmarks.first_paint COLLECTION [--rounds N]` opens the app in a pseudo-terminal on a big collection and
on one of its first 10 clauses, in turn, and prints, best and median of N rounds, the time to the first paint and the
time to the open collection's title, with the ratio of the big one to the small one. Both are opened once before that,
so that what is compiled is compiled.
"""

from __future__ import annotations

import argparse
import json
import shutil
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.collection_writer import texts_path
from benchmarks.corpora import Row, add_work_option
from benchmarks.make_collection import make
from benchmarks.startup import PROGRAM, paint
from benchmarks.tables import median, ms, ratio, table, verdict
from benchmarks.typist import Typist

SMALL: Final = 10
_BAR: Final = 1.1
_PAINTED: Final = "Participants"
_TITLED: Final = "Benchmark "
"""How the titles of collections made for benchmarks begin."""


def small_collection(collection: Path, work: Path) -> Path:
    """Return a collection of the first ten clauses of another."""
    with texts_path(collection, "jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, SMALL)]
    folder = work / "ten-clauses"
    shutil.rmtree(folder, ignore_errors=True)
    make((Row(row["doc"], row["par"], row["text"]) for row in rows), (), folder)
    return folder


def open_once(collection: Path) -> None:
    """Open a collection and wait until it is there."""
    with Typist("-c", collection, pause=0.25) as typist:
        typist.wait_long(lambda: typist.shows(_TITLED), f"{collection}")


def main() -> None:
    """Measure both in rounds, so that a busy moment falls on both alike."""
    parser = argparse.ArgumentParser(prog="benchmarks.first_paint", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="default 15")
    add_work_option(parser)
    options = parser.parse_args()
    big = options.collection.resolve()
    small = small_collection(big, options.work)
    for collection in (big, small):
        open_once(collection)
    # What is waited for, and with which collection.
    measured = [(marker, collection) for marker in (_PAINTED, _TITLED) for collection in (big, small)]
    times: dict[tuple[str, Path], list[float]] = {one: [] for one in measured}
    for _ in range(options.rounds):
        for marker, collection in measured:
            times[marker, collection].append(paint(marker, PROGRAM, "-c", str(collection))())
    rows = []
    for name, marker in (("first paint", _PAINTED), ("collection open", _TITLED)):
        ours, ten = times[marker, big], times[marker, small]
        rows.append((name, ms(min(ours)), ms(min(ten)), ratio(min(ours), min(ten)), ms(median(ours)), ms(median(ten))))
    print(f"{big.name} against {SMALL} clauses; milliseconds")
    print(table(("", "best: big", "best: ten", "ratio", "median: big", "median: ten"), rows))
    met = min(times[_PAINTED, big]) <= _BAR * min(times[_PAINTED, small])
    print(f"first paint at most {_BAR}x: {verdict(met)}")


if __name__ == "__main__":
    main()
