"""Whether the right clause comes first: the bars on phrases as written and on misquotations.

`python -m benchmarks.search_quality COLLECTION` prints
  - of 1,000 phrases taken word for word from the collection, how many bring a clause that holds them first;
  - of the quote cases, real and scripted, how many find their clause among the first ten and in first place, beside
    what exhaustive rapidfuzz finds over the same clauses (exhaustive.py: plain and whole), and the ratio to the better.
Each case counts twice: *expected*, where only the clause that was quoted is right, and *or quoting*, where a clause
that holds the quotation as it was reported is right as well. `--misses` lists the cases that are not in first place,
with what came first. The answers of the baseline are kept; at 1,000,000 clauses one takes half a minute, so that
`--sample K` takes K of each set only.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.cases import FILES, Case, Judge, read_cases, sample
from benchmarks.corpora import add_work_option, cases_folder, corpora_folder
from benchmarks.engine import Search, open_searcher
from benchmarks.exhaustive import KEPT, Answers
from benchmarks.normal import holds, normalise
from benchmarks.tables import share, table, verdict
from benchmarks.texts import phrases, read_texts

PHRASES: Final = 1_000
_LEAST_OF_EXHAUSTIVE: Final = 0.99
_OURS, _PLAIN, _WHOLE = "ours", "plain", "whole"
_SYSTEMS: Final = (_OURS, _PLAIN, _WHOLE)


@dataclass(frozen=True, slots=True)
class Ranks:
    """Where the right clause came, from 0; None where it is not among the first ten."""

    expected: int | None
    or_quoting: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, where each system placed its clause, and the text that ours placed first."""

    case: Case
    ranks: dict[str, Ranks]
    first: str


def rank(judge: Judge, texts: Iterable[str]) -> Ranks:
    """Return where the right clause comes among `texts`, normalised, the best first."""
    expected = or_quoting = None
    for number, text in enumerate(texts):
        right = judge.right(text)
        if or_quoting is None and (right or judge.quoting(text)):
            or_quoting = number
        if right:
            expected = number
            break
    return Ranks(expected, or_quoting)


def check_phrases(searcher: Search, collection: Path) -> None:
    """Print how many phrases bring a clause that holds them first, and those that do not."""
    asked = phrases(collection, PHRASES)
    missed = []
    for phrase in asked:
        hits = searcher.search(phrase).hits
        if not hits or not holds(normalise(hits[0].clause.reading.text), normalise(phrase)):
            missed.append((phrase, hits[0].clause.reading.text[:100] if hits else "nothing"))
    found = len(asked) - len(missed)
    print(f"phrases as written, first: {found} of {len(asked)}, {share(found, len(asked))}; bar 100 %: ", end="")
    print(verdict(not missed))
    for phrase, first in missed:
        print(f"  missed: {phrase!r}\n    first: {first!r}")


def outcome(judge: Judge, searcher: Search, answers: Answers, texts: Sequence[str]) -> Outcome:
    """Return where each system places the clause of a case."""
    hits = searcher.search(judge.case.query).hits[:KEPT]
    found = [normalise(hit.clause.reading.text) for hit in hits]
    ranks = {_OURS: rank(judge, found)}
    if known := answers.known(judge.case):
        ranks[_PLAIN] = rank(judge, (texts[number] for number, _ in known.plain))
        ranks[_WHOLE] = rank(judge, (texts[number] for number, _ in known.whole))
    return Outcome(judge.case, ranks, hits[0].clause.reading.text if hits else "nothing")


def report(outcomes: Sequence[Outcome], counted: str) -> str:
    """Return the table of one way to count (`expected` or `or_quoting`), and below it the verdicts."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        for group in one.case.groups:
            groups.setdefault(group, []).append(one)
    head = ("", "cases", *(f"in 10: {name}" for name in _SYSTEMS), "ratio", *(f"first: {name}" for name in _SYSTEMS))
    rows = [_row(name, groups[name], counted) for name in sorted(groups)]
    return table((*head, "bar"), rows)


def _row(name: str, outcomes: Sequence[Outcome], counted: str) -> tuple[str, ...]:
    tens = [_count(outcomes, system, counted, KEPT) for system in _SYSTEMS]
    firsts = [_count(outcomes, system, counted, 1) for system in _SYSTEMS]
    best_ten, best_first = max(tens[1:]), max(firsts[1:])
    met = tens[0] >= _LEAST_OF_EXHAUSTIVE * best_ten and firsts[0] >= best_first
    of_best = f"{tens[0] / best_ten:.3f}" if best_ten else "-"
    total = len(outcomes)
    return (
        name,
        str(total),
        *(share(count, total) for count in tens),
        of_best,
        *(share(count, total) for count in firsts),
        verdict(met),
    )


def _count(outcomes: Iterable[Outcome], system: str, counted: str, places: int) -> int:
    """In how many cases a system has the right clause among the first `places`."""
    ranks = (getattr(one.ranks[system], counted) for one in outcomes)
    return sum(place is not None and place < places for place in ranks)


def misses(outcomes: Iterable[Outcome]) -> str:
    """Return the cases that ours does not have in first place, with what is expected and what came first."""
    lines = []
    for one in outcomes:
        if one.ranks[_OURS].or_quoting != 0:
            places = ", ".join(f"{name} {_place(ranks.or_quoting)}" for name, ranks in one.ranks.items())
            lines += [
                f"{one.case.id} ({'; '.join(one.case.groups)}): {places}",
                f"  query:    {one.case.query!r}",
                f"  words:    {one.case.words!r}",
                f"  expected: {one.case.text[:300]!r}",
                f"  first:    {one.first[:300]!r}",
            ]
    return "\n".join(lines)


def _place(number: int | None) -> str:
    return "not in 10" if number is None else f"at {number + 1}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.search_quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--sample", type=int, metavar="K", help="only K cases of each set, the same ones each time")
    parser.add_argument("--misses", action="store_true", help="list the cases that are not in first place")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="threads of the baseline (default 2)")
    parser.add_argument("--exhaustive-only", action="store_true", help="work out and keep the baseline's answers")
    add_work_option(parser)
    return parser.parse_args()


def main() -> None:
    """Print what the command line asks for."""
    options = _options()
    folder = cases_folder(corpora_folder(), options.work)
    cases = [case for name in FILES for case in sample(read_cases(folder, name), options.sample)]
    texts, judges = read_texts(options.collection, cases)
    answers = Answers(options.collection, options.work)
    to_do = len(answers.missing(cases))
    for number, case in enumerate(answers.work_out(cases, texts, options.workers), 1):
        print(f"exhaustive: {number} of {to_do}, {case.id}", file=sys.stderr, flush=True)
    if options.exhaustive_only:
        return
    searcher = open_searcher(options.collection)
    print(f"{len(texts):,} clauses")
    check_phrases(searcher, options.collection)
    outcomes = [outcome(judge, searcher, answers, texts) for judge in judges]
    print(f"\nthe clause that was quoted\n{report(outcomes, 'expected')}")
    print(f"\nthat, or one that holds the quotation as reported\n{report(outcomes, 'or_quoting')}")
    if options.misses:
        print(f"\nnot in first place\n{misses(outcomes)}")


if __name__ == "__main__":
    main()
