"""How fast a collection is compiled, and how fast one changed file is taken up.

`python -m benchmarks.compile COLLECTION` runs `summit-tui -c COLLECTION index build` with an empty cache directory
and prints clauses a second; again with nothing changed; and again after a comment was written to the end of one file,
which is taken away afterwards. The baseline in the same run is `summit-tui -c COLLECTION check`, which reads and
checks the same files and keeps nothing; it is left out with `--no-baseline`, for it takes as long as compiling.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.collection_writer import texts_path
from benchmarks.corpora import add_work_option
from benchmarks.startup import PROGRAM
from benchmarks.tables import ratio, table, verdict

_CLAUSES_A_SECOND: Final = 10_000
_ONE_FILE: Final = 1.0


def command_line(collection: Path, *command: str) -> list[str]:
    """Return the call of the program on one collection."""
    return [PROGRAM, "-c", str(collection), *command]


def seconds(command: list[str], cache: Path) -> float:
    """Return the seconds a command takes with its cache in a folder. Raises `CalledProcessError` where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "XDG_CACHE_HOME": str(cache)})
    return time.perf_counter() - start


@contextmanager
def changed(file: Path) -> Iterator[None]:
    """A file with a comment at its end; as it was before when that is over, its time included."""
    before, times = file.read_bytes(), file.stat()
    try:
        file.write_bytes(before + b"# changed by a benchmark\n")
        yield
    finally:
        file.write_bytes(before)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def middle_file(collection: Path) -> Path:
    """Return the file in the middle of a collection made by make_collection.py."""
    files = sorted(collection.glob("*/*.yaml"))
    return files[len(files) // 2]


def count_clauses(collection: Path) -> int:
    """Return how many clauses a collection made by make_collection.py has."""
    with texts_path(collection, "txt").open("rb") as lines:
        return sum(1 for _ in lines)


def main() -> None:
    """Compile cold, again, and after a change; print the times."""
    parser = argparse.ArgumentParser(prog="benchmarks.compile", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--no-baseline", action="store_true", help="do not run check beside it")
    add_work_option(parser)
    options = parser.parse_args()
    collection = options.collection.resolve()
    clauses = count_clauses(collection)
    options.work.mkdir(parents=True, exist_ok=True)
    build = command_line(collection, "index", "build")
    with tempfile.TemporaryDirectory(dir=options.work, prefix="cache-") as folder:
        cache = Path(folder)
        times = {"cold": seconds(build, cache), "nothing changed": seconds(build, cache)}
        with changed(middle_file(collection)):
            times["one file changed"] = seconds(build, cache)
        if not options.no_baseline:
            times["baseline: check"] = seconds(command_line(collection, "check", str(collection)), cache)
    cold = times["cold"]
    rows = [(name, f"{took:.2f}", f"{clauses / took:,.0f}", ratio(took, cold)) for name, took in times.items()]
    print(f"{clauses:,} clauses")
    print(table(("summit-tui index build", "s", "clauses/s", "of cold"), rows))
    print(f"cold, at least {_CLAUSES_A_SECOND:,} clauses/s: {verdict(clauses / cold >= _CLAUSES_A_SECOND)}")
    print(f"one file changed, at most {_ONE_FILE:g} s: {verdict(times['one file changed'] <= _ONE_FILE)}")


if __name__ == "__main__":
    main()
