"""The baseline that the search is held against: rapidfuzz over every clause, nothing left out.

Two readings of it. *Plain* is `partial_ratio` as it is: a clause shorter than the query is looked for inside the
query, so that a clause of one letter scores 100. *Whole* asks of those how alike they are as a whole (`ratio`); it is
the stronger baseline of the two.
"""

from __future__ import annotations

import json
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.cases import Case
from benchmarks.collection_writer import texts_path
from benchmarks.normal import normalise

KEPT: Final = 10
_CHUNK: Final = 20_000

Scored = tuple[int, float]
"""The number of a clause, from 0, and its score, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The best clauses by each reading, the best first; of equals the first in the collection."""

    plain: tuple[Scored, ...]
    whole: tuple[Scored, ...]


class Exhaustive:
    """Compares a query with all of `texts`, which are normalised."""

    def __init__(self, texts: Sequence[str]) -> None:
        # By length, so that those shorter than a query are one run.
        self._numbers = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        self._texts = [texts[number] for number in self._numbers]
        self._lengths = [len(text) for text in self._texts]

    def answer(self, query: str, workers: int = 1) -> Answer:
        """Return the best ten for any query.

        The worst score that is still among the best is handed on from chunk to chunk, which spares rapidfuzz work
        and changes no answer.
        """
        asked = normalise(query)
        end = len(self._texts)
        first_long = bisect_left(self._lengths, len(asked))
        held = self._best(asked, range(first_long, end), fuzz.partial_ratio, [], workers)
        plain = self._best(asked, range(first_long), fuzz.partial_ratio, held, workers)
        whole = self._best(asked, range(first_long), fuzz.ratio, held, workers)
        return Answer(tuple(plain), tuple(whole))

    def _best(
        self, query: str, places: range, scorer: Callable[..., float], so_far: list[Scored], workers: int
    ) -> list[Scored]:
        """The best of `so_far` and of the texts at `places`, which follow each other."""
        best = so_far
        for begin in range(places.start, places.stop, _CHUNK):
            chunk = self._texts[begin : min(begin + _CHUNK, places.stop)]
            least = best[-1][1] if len(best) == KEPT else 1.0
            scores = process.cdist(
                [query], chunk, scorer=scorer, score_cutoff=least, dtype=np.float64, workers=workers
            )[0]
            found = [(self._numbers[begin + int(at)], float(scores[at])) for at in np.flatnonzero(scores >= least)]
            best = sorted((*best, *found), key=_best_first)[:KEPT]
        return best


def plain_seconds(query: str, texts: Sequence[str], workers: int) -> float:
    """Return the seconds that `partial_ratio` of a query with all of `texts` takes, in nobody's favour."""
    start = time.perf_counter()
    scores = process.cdist([normalise(query)], texts, scorer=fuzz.partial_ratio, dtype=np.float32, workers=workers)[0]
    np.argpartition(-scores, min(KEPT, len(texts) - 1))
    return time.perf_counter() - start


class Answers:
    """The answers to a set of cases over one collection, kept in the work folder: they may take hours."""

    def __init__(self, collection: Path, work: Path) -> None:
        """Take up what was kept for a collection of this name and size."""
        size = texts_path(collection, "jsonl").stat().st_size
        self._path = work / "exhaustive" / f"{collection.name}-{size}.jsonl"
        self._known: dict[str, Answer] = {}
        if self._path.is_file():
            with self._path.open(encoding="utf-8") as lines:
                for line in lines:
                    row = json.loads(line)
                    self._known[row["query"]] = Answer(_scored(row["plain"]), _scored(row["whole"]))

    def missing(self, cases: Iterable[Case]) -> list[Case]:
        """Return the cases whose answers are still to be worked out."""
        return [case for case in cases if case.query not in self._known]

    def known(self, case: Case) -> Answer | None:
        """Return the answer to a case where it was worked out."""
        return self._known.get(case.query)

    def work_out(self, cases: Iterable[Case], texts: Sequence[str], workers: int) -> Iterator[Case]:
        """Work out what is missing and keep it at once; yield each case when that is done."""
        missing = self.missing(cases)
        if not missing:
            return
        engine = Exhaustive(texts)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        for case in missing:
            answer = engine.answer(case.query, workers)
            self._known[case.query] = answer
            row = {"query": case.query, "plain": answer.plain, "whole": answer.whole}
            # Opened anew each time: an interrupted run keeps all but the last line.
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
            yield case


def _best_first(scored: Scored) -> tuple[float, int]:
    return -scored[1], scored[0]


def _scored(rows: list[list[float]]) -> tuple[Scored, ...]:
    return tuple((int(number), score) for number, score in rows)
