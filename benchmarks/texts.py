"""The clauses of a benchmark's collection as plain texts, from the files that lie beside it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.cases import Case, Judge, judges
from benchmarks.collection_writer import texts_path
from benchmarks.normal import normalise

MOST_WORDS = 12
LEAST_WORDS = 3


def read_texts(collection: Path, cases: list[Case]) -> tuple[list[str], list[Judge]]:
    """Return every clause's text, normalised, in the order written; and judges that know this collection."""
    found, wanted = judges(cases)
    texts: list[str] = []
    with texts_path(collection, "jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            texts.append(normalise(row["text"]))
            for judge in wanted.get((row["doc"], row["par"]), ()):
                judge.learn((row["doc"], row["par"]), row["text"])
    return texts, found


def phrases(collection: Path, count: int, seed: int = 1) -> list[str]:
    """Return `count` phrases of 3 to 12 words, word for word as they stand in clauses; the same ones each time."""
    dice = random.Random(seed)
    found: list[str] = []
    for line in _lines(texts_path(collection, "txt"), dice):
        if phrase := _phrase(line, dice):
            found.append(phrase)
        if len(found) == count:
            break
    return found


def _phrase(text: str, dice: random.Random) -> str | None:
    """A run of words of `text`, or None where it has too few."""
    words = text.split()
    if len(words) < LEAST_WORDS:
        return None
    length = dice.randint(LEAST_WORDS, min(MOST_WORDS, len(words)))
    first = dice.randint(0, len(words) - length)
    phrase = " ".join(words[first : first + length])
    return phrase if len(normalise(phrase).split()) >= LEAST_WORDS else None


def _lines(path: Path, dice: random.Random) -> Iterator[str]:
    """Lines of a file that may be large, without end: each the one after a place drawn by lot."""
    size = path.stat().st_size
    with path.open("rb") as file:
        while True:
            file.seek(dice.randrange(size))
            file.readline()
            yield file.readline().decode("utf-8")


def prefixes(phrase: str) -> list[str]:
    """Return what stands in the search box as `phrase` is typed, a letter at a time."""
    return [phrase[:end] for end in range(1, len(phrase) + 1)]


def first_rank(texts: Iterator[str], wanted: Callable[[str], bool]) -> int | None:
    """Return the place, from 0, of the first text that is wanted; None where none is."""
    return next((number for number, text in enumerate(texts) if wanted(text)), None)
