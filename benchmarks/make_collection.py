"""Makes a collection for the other benchmarks from the big data.

`python -m benchmarks.make_collection N OUT` writes the first N clauses of the scale file, and those paragraphs that
the quote cases expect and that are not among them, as a collection into OUT, which must not exist. The texts are
real; kinds, dates, participants, summits, topics and citations are made up from the document's number (made_up.py).
Beside it go the same texts for the baselines (collection_writer.py). N is at most 1,000,000.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Final

from benchmarks.cases import FILES, Case, read_cases
from benchmarks.collection_writer import CollectionWriter
from benchmarks.corpora import Row, add_work_option, cases_folder, corpora_folder, scale_rows

_LANGUAGES: Final = {"arb": "ar", "ces": "cs", "deu_1996": "de", "tur": "tr", "ukr": "uk", "vie": "vi"}
"""The tags of the cases that are not BCP 47 as the format wants it."""


def make(rows: Iterable[Row], cases: Iterable[Case], folder: Path) -> CollectionWriter:
    """Write `rows`, and the expected paragraphs of `cases` that none of them is, as a collection into `folder`."""
    missing = {case.text: case for case in cases}
    name = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "big"
    with CollectionWriter(folder, name) as writer:
        writer.add_all(_tick_off(rows, missing))
        of_doc: dict[tuple[str, str], list[Row]] = {}
        for case in sorted(missing.values(), key=attrgetter("doc", "par")):
            language = _LANGUAGES.get(case.language, case.language)
            of_doc.setdefault((case.doc, language), []).append(Row(case.doc, case.par, case.text))
        for (doc, language), expected in of_doc.items():
            writer.add(doc, expected, language)
    return writer


def _tick_off(rows: Iterable[Row], missing: dict[str, Case]) -> Iterator[Row]:
    for row in rows:
        missing.pop(row.text, None)
        yield row


def main() -> None:
    """Make the collection the command line asks for, and say what it holds."""
    parser = argparse.ArgumentParser(prog="benchmarks.make_collection", description=__doc__)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("out", type=Path, metavar="OUT")
    add_work_option(parser)
    options = parser.parse_args()
    start = time.perf_counter()
    corpora = corpora_folder()
    folder = cases_folder(corpora, options.work)
    cases = [case for name in FILES for case in read_cases(folder, name)]
    made = make(islice(scale_rows(corpora), options.count), cases, options.out)
    seconds = time.perf_counter() - start
    print(f"{made.clauses:,} clauses of {made.documents:,} documents in {options.out}, {seconds:.0f} s")


if __name__ == "__main__":
    main()
