"""From a key to painted results, through the running app in a pseudo-terminal.

`python -m benchmarks.app_typing COLLECTION` opens the app on a collection (compiling it first where it is not), types
phrases that stand in it letter by letter, each key after the last one's results are painted and nothing has been
painted for a while, and prints median, p99 and the longest time from the key to the last byte of its picture. The
baseline is the same keys in the box of an empty three-pane Textual program (three_panes.py), which only echoes them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.startup import HERE, PYTHON
from benchmarks.tables import median, ms, percentile, ratio, table, verdict
from benchmarks.texts import phrases, prefixes
from benchmarks.typist import Typist

_MEDIAN_BAR: Final = 0.030
_P99_BAR: Final = 0.060
_CLEAR: Final = "\x15"
"""Ctrl+U empties the box."""
_PLACEHOLDER: Final = "Search all quoted text"
_ECHO: Final = 24
"""How many characters of a query are looked for in the box, which is narrower than a long one."""


def typed(typist: Typist, texts: Iterable[str], empty: str, searched: str) -> list[float]:
    """Return the seconds of each key of `texts`, the box emptied between them.

    `empty` stands on the screen while the box is empty, `searched` when results are there.
    """
    times = []
    for text in texts:
        for query in prefixes(text):
            shown = query[-_ECHO:].strip()
            times.append(typist.key(query[-1], partial(typist.shows, shown, searched)))
        typist.key(_CLEAR, partial(typist.shows, empty))
    return times


def ours(collection: Path, texts: Iterable[str], pause: float) -> tuple[list[float], int]:
    """Return the seconds of each key in the app, and how many keys were still being painted after the pause."""
    with Typist("-c", collection, pause=pause) as typist:
        typist.wait_long(lambda: typist.shows("Participants") and not typist.shows("opening …"), "the collection")
        typist.press("/").wait_for(_PLACEHOLDER)
        times = typed(typist.settle(), texts, _PLACEHOLDER, "Esc leaves")
        return times, typist.late


def baseline(texts: Iterable[str], pause: float) -> list[float]:
    """Return the seconds of each key in a box that only echoes."""
    with Typist(HERE / "three_panes.py", pause=pause, command=Path(PYTHON)) as typist:
        typist.wait_for("painted-now")
        return typed(typist.settle(), texts, "painted-now", "painted-now")


def main() -> None:
    """Type into both programs and print the times."""
    parser = argparse.ArgumentParser(prog="benchmarks.app_typing", description=__doc__)
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--phrases", type=int, default=20, metavar="N", help="how many phrases (default 20)")
    parser.add_argument("--pause", type=float, default=0.25, metavar="SECONDS", help="between keys (default 0.25)")
    options = parser.parse_args()
    # The emulator shows every script, but only plain letters can be looked for on its screen.
    texts = [phrase for phrase in phrases(options.collection, 4 * options.phrases) if phrase.isascii()]
    texts = texts[: options.phrases]
    times, late = ours(options.collection.resolve(), texts, options.pause)
    echoes = baseline(texts, options.pause)
    rows = [
        (name, *(ms(figure) for figure in (median(values), percentile(values, 99), max(values))))
        for name, values in (("summit-tui, key to results", times), ("empty program, key to echo", echoes))
    ]
    print(f"{len(times):,} keys of {len(texts)} phrases; milliseconds")
    print(table(("", "median", "p99", "max"), rows))
    print(f"ratio of the medians: {ratio(median(times), median(echoes))}x")
    met = median(times) <= _MEDIAN_BAR and percentile(times, 99) <= _P99_BAR
    print(f"median at most {ms(_MEDIAN_BAR)} ms, p99 at most {ms(_P99_BAR)} ms: {verdict(met)}")
    if late:
        print(f"{late} keys were still being painted after the pause: their times are too short; give a longer --pause")


if __name__ == "__main__":
    main()
