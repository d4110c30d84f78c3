"""How long it takes to compare two statements of 300 clauses, one with changed, moved, dropped and added clauses.

`python -m benchmarks.compare` takes the clauses from the scale file. The bar is one second.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from itertools import islice
from typing import Final

from benchmarks.corpora import corpora_folder, scale_rows
from benchmarks.tables import median, ms, table, verdict
from tui.index.catalogue import Catalogue
from tui.model.records import Clause, Collection, Location, Proof, Rendering, Statement
from tui.model.vocabulary import Authority, Part, ProofState, Speech, StatementKind
from tui.study.compare import compare

_BAR: Final = 1.0
_RUNS: Final = 5


def statement(name: str, texts: Sequence[str]) -> Statement:
    """Return a statement with a clause for each text."""
    key, place = f"made/{name}", Location("made.yaml", 1, 1)
    clauses = [
        Clause(f"{key}#c{number}", key, f"c{number}", Part.BODY, (_rendering(text),), place)
        for number, text in enumerate(texts)
    ]
    return Statement(key, name, "made", name, StatementKind.COMMUNIQUE, place, clauses=clauses)


def _rendering(text: str) -> Rendering:
    return Rendering("made/s", "en", Speech.DIRECT, Authority.AGENCY, text, Proof(ProofState.UNHELD))


def revised(texts: Sequence[str], draw: random.Random) -> list[str]:
    """Return texts as a later statement might have them: half changed by a few words, some dropped, added, moved."""
    found = []
    for text in texts:
        words = text.split(" ")
        chance = draw.random()
        if chance < 0.05:
            continue
        if chance < 0.55:
            for _ in range(draw.randint(1, 4)):
                words[draw.randrange(len(words))] = draw.choice(texts).split(" ")[0]
        found.append(" ".join(words))
        if chance > 0.95:
            found.append(draw.choice(texts)[::-1])
    for _ in range(len(found) // 20):
        found.insert(draw.randrange(len(found)), found.pop(draw.randrange(len(found))))
    return found


def main() -> None:
    """Compare, and print the time."""
    parser = argparse.ArgumentParser(prog="benchmarks.compare", description=__doc__)
    parser.add_argument("--clauses", type=int, default=300, metavar="N", help="clauses of a statement (default 300)")
    options = parser.parse_args()
    texts = [row.text for row in islice(scale_rows(corpora_folder()), options.clauses)]
    catalogue = Catalogue.of([Collection("made", "Made", "/made")])
    rows = []
    others = {"itself": texts, "revised": revised(texts, random.Random(4)), "another one": [t[::-1] for t in texts]}
    for name, other in others.items():
        times = []
        for _ in range(_RUNS):
            start = time.perf_counter()
            found = compare(catalogue, statement("one", texts), statement("two", other))
            times.append(time.perf_counter() - start)
        fates = ", ".join(f"{count} {fate}" for fate, count in sorted(found.fates.items()))
        rows.append((name, ms(median(times)), ms(max(times)), fates, verdict(max(times) <= _BAR)))
    print(table(("", "median ms", "longest ms", "clauses", "within 1 s"), rows))


if __name__ == "__main__":
    main()
