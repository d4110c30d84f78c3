"""How few words our difference of two texts changes, beside `git diff --word-diff=porcelain` on the same pairs.

`python -m benchmarks.word_diff` compares quotations with the paragraphs they come from, neighbouring paragraphs of
documents, and whole documents that several publishers print. Words are counted by one counter (tui.text.words), in
what each of the two calls added or dropped. *Strict* counts every word that ours shows in another writing too
(The for the), which git counts as one dropped and one added.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.cases import FILES, read_cases
from benchmarks.corpora import ARCHIVE, add_work_option, cases_folder, corpora_folder, scale_rows
from benchmarks.tables import ms, percentile, ratio, table, verdict
from tui.study.difference.differ import changed_words, differences
from tui.study.difference.pieces import Change
from tui.text.words import words

Pair = tuple[str, str]

_ENOUGH_LINES: Final = 1_000_000
_TEXT: Final = (".txt", ".md")


class Figures(NamedTuple):
    """What comparing one pair came to: words changed by git, by ours, by ours strictly; our seconds."""

    git: int
    ours: int
    strict: int
    took: float


def git_words(left: str, right: str) -> int:
    """Return how many words `git diff --word-diff=porcelain` calls dropped or added between two texts."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("left", left), ("right", right)):
            (Path(folder) / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        command = ["git", "diff", "--no-index", "--no-color", "--no-ext-diff", "--text", f"-U{_ENOUGH_LINES}"]
        # A user's own settings would change what is measured.
        env = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        done = subprocess.run(
            [*command, "--word-diff=porcelain", "left", "right"], cwd=folder, env=env, capture_output=True
        )
    if done.returncode > 1:
        done.check_returncode()
    lines = done.stdout.decode("utf-8", "replace").split("\n")
    begin = next((number for number, line in enumerate(lines) if line.startswith("@@")), len(lines))
    return sum(len(words(line[1:])) for line in lines[begin + 1 :] if line[:1] in "+-")


def our_words(left: str, right: str) -> tuple[int, int]:
    """Return how many words ours calls added, dropped, replaced or moved; and with those only written otherwise."""
    pieces = differences(left, right)
    shown = [piece for piece in pieces if piece.change is not Change.SAME]
    strict = sum(len(words(left[slice(*piece.left)])) + len(words(right[slice(*piece.right)])) for piece in shown)
    return changed_words(pieces, left, right), strict


def figures(pair: Pair) -> Figures:
    """Compare one pair by both."""
    start = time.perf_counter()
    ours, strict = our_words(*pair)
    took = time.perf_counter() - start
    return Figures(git_words(*pair), ours, strict, took)


def quotations(folder: Path) -> Iterator[Pair]:
    """Yield each quotation and the paragraph it comes from."""
    for name in FILES:
        for case in read_cases(folder, name):
            yield case.text, case.query


def neighbours(corpora: Path, most: int) -> Iterator[Pair]:
    """Yield paragraphs of one document that follow each other."""
    rows = islice(scale_rows(corpora), most * 2)
    yield from islice(((a.text, b.text) for a, b in pairwise(rows) if a.doc == b.doc), most)


def documents(corpora: Path, work: Path) -> Iterator[Pair]:
    """Yield whole texts of one statement in one language, by two publishers or from two files."""
    sets = json.loads((corpora / "pairs.json").read_text(encoding="utf-8"))
    versions = [[one for one in entry["versions"] if one["path"].endswith(_TEXT)] for entry in sets]
    texts = _texts(corpora, work, {one["path"] for entry in versions for one in entry})
    for entry in versions:
        for one, other in combinations(entry, 2):
            alike = one["lang"].split("+")[0] == other["lang"].split("+")[0]
            if alike and one["path"] in texts and other["path"] in texts:
                yield texts[one["path"]], texts[other["path"]]


def _texts(corpora: Path, work: Path, wanted: set[str]) -> dict[str, str]:
    """Return files of the archive, kept in the work folder after the first time."""
    kept = work / "pairs-texts.json"
    if not kept.is_file():
        found = {}
        with tarfile.open(corpora / ARCHIVE, "r:xz") as archive:
            for member in archive:
                name = next((path for path in wanted if member.name.endswith(path)), None)
                if name and (stream := archive.extractfile(member)):
                    found[name] = stream.read().decode("utf-8", "replace")
        work.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(found), encoding="utf-8")
    texts: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
    return texts


def report(name: str, found: Sequence[Figures]) -> tuple[str, ...]:
    """Return a row of the table: pairs, words by git, ours, strict, the pairs in which ours is more, time."""
    git, ours, strict = (sum(figure[column] for figure in found) for column in range(3))
    more = sum(figure.ours > figure.git for figure in found)
    more_strict = sum(figure.strict > figure.git for figure in found)
    took = [figure.took for figure in found] or [0.0]
    times = ms(percentile(took, 50)), ms(max(took))
    counts = f"{git:,}", f"{ours:,}", ratio(ours, git), f"{strict:,}", str(more), str(more_strict)
    return name, str(len(found)), *counts, *times, verdict(not more)


def main() -> None:
    """Compare the pairs by both and print a table."""
    parser = argparse.ArgumentParser(prog="benchmarks.word_diff", description=__doc__)
    parser.add_argument("--sample", type=int, default=300, metavar="K", help="pairs of paragraphs (default 300)")
    add_work_option(parser)
    options = parser.parse_args()
    corpora = corpora_folder()
    quoted = list(quotations(cases_folder(corpora, options.work)))
    random.Random(4).shuffle(quoted)
    sets = {
        "quotations": quoted[: options.sample * 2],
        "neighbours": list(neighbours(corpora, options.sample)),
        "documents": list(documents(corpora, options.work)),
    }
    head = ("", "pairs", "git", "ours", "of git", "strict", "more", "strict more", "median ms", "longest ms", "no more")
    print(table(head, [report(name, [figures(pair) for pair in pairs]) for name, pairs in sets.items()]))


if __name__ == "__main__":
    main()
