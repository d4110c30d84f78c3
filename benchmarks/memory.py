"""The private memory of a program that holds a collection open and has searched it.

`python -m benchmarks.memory COLLECTION` prints the USS (what the process alone holds, from Linux's
`/proc/self/smaps_rollup`) before opening, after opening, and after 200 searches, and the ratio of the last to the
first: a Python that has loaded the library and nothing else.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from benchmarks.engine import open_searcher
from benchmarks.tables import ratio, table, verdict
from benchmarks.texts import phrases

SEARCHES: Final = 200
_ROLLUP: Final = Path("/proc/self/smaps_rollup")
_BAR: Final = 200.0


def private_mb(rollup: str) -> float:
    """Return the private megabytes (2**20 bytes) that a smaps_rollup tells of, huge pages included."""
    fields = (line.split() for line in rollup.splitlines()[1:])
    return sum(int(field[1]) for field in fields if field[0].startswith("Private_")) / 1024


def main() -> None:
    """Open, search, and print what that holds."""
    parser = argparse.ArgumentParser(prog="benchmarks.memory", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    options = parser.parse_args()
    if not _ROLLUP.exists():
        print(f"skipped: there is no {_ROLLUP} on this system")
        return
    asked = phrases(options.collection, SEARCHES)
    figures = {"before opening": private_mb(_ROLLUP.read_text())}
    searcher = open_searcher(options.collection)
    figures["open"] = private_mb(_ROLLUP.read_text())
    for query in asked:
        for hit in searcher.search(query).hits:
            _ = hit.clause.reading.text, hit.spans
    after = private_mb(_ROLLUP.read_text())
    figures[f"after {len(asked)} searches"] = after
    first = figures["before opening"]
    rows = [(name, f"{value:.0f}", ratio(value, first)) for name, value in figures.items()]
    print(table(("USS", "MiB", "ratio"), rows))
    print(f"at most {_BAR:g} MiB: {verdict(after <= _BAR)}")


if __name__ == "__main__":
    main()
