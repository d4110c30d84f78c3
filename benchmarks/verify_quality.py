"""Whether verdicts on quotations are right, never falsely verbatim, and quick.

`python -m benchmarks.verify_quality COLLECTION` prints
  - of the quote cases, real and scripted, of how many the verdict and the clause are right, by an oracle that shares
    nothing with the program (`expected`): words that stand in the paragraph, brackets and ellipses read as a pattern,
    must be verbatim or with editing; all others must not, and must not be unknown;
  - of quotations that are not in the collection, how many are falsely said to be: real ones (the negative cases),
    phrases of documents that are not loaded, and phrases of the collection with one word changed;
  - how long a verdict takes: median, p99, longest.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.cases import FILES, Case, Judge, read_cases, sample
from benchmarks.corpora import add_work_option, cases_folder, corpora_folder, scale_rows
from benchmarks.engine import open_verifier
from benchmarks.normal import normalise
from benchmarks.tables import median, ms, percentile, share, table, verdict
from benchmarks.texts import phrases, read_texts
from tui.study.verify.answer import Answer, Verdict
from tui.study.verify.verifier import Verifier

_DECIDED: Final = {"real": 0.97, "scripted": 0.99}
_MOST_DAMAGE: Final = "scripted, 30"
_SLOWEST: Final = 0.150
_QUOTES: Final = str.maketrans(
    {**dict.fromkeys("'‘’‚‛‹›`´", "'"), **dict.fromkeys('"“”„‟«»', "'"), **dict.fromkeys("‐‑–—−", "-")}
)
_SIGN: Final = re.compile(r"\[\s*(?:\.\.\.|…)\s*\]|\.\.\.+|…|\. \. \.|(\w*)\[([^\[\]]*)\](\w*)")


@dataclass(frozen=True, slots=True)
class Decided:
    """A case, the answer, and whether its verdict and its clause are right."""

    case: Case
    answer: Answer
    stands: bool
    verdict: bool
    clause: bool


def expected(quotation: str, text: str) -> bool:
    """Whether a paragraph has the words of a quotation, style and the signs of an editor set aside."""
    source = _plain(text)
    pattern, end = r"(?<!\w)", 0
    # What stands before the first word and after the last is the quoting text's own.
    said = re.sub(r"^[^\w\[…]+|[^\w\]…]+$", "", _plain(quotation))
    for sign in _SIGN.finditer(said):
        pattern += _literal(said[end : sign.start()])
        before, _, after = sign[1], sign[2], sign[3]
        if sign[2] is None:
            pattern += r".*?"
        elif before or after:
            # A bracket inside a word changes its case or its ending.
            pattern += rf"\s*\b{re.escape(before or '')}\w*{re.escape(after or '')}"
        else:
            pattern += r"(?:\s*\S+){0,8}?\s*"
        end = sign.end()
    pattern += _literal(said[end:])
    return re.search(rf"{pattern}(?!\w)", source) is not None


def _plain(text: str) -> str:
    text = re.sub(r"\s*-[-\s]*", "-", text.translate(_QUOTES))
    return re.sub(r"\s+", " ", text).strip(" '")


def _literal(text: str) -> str:
    text = text.strip(" .,;:'")
    return r"\s*" + re.escape(text).replace(r"\ ", r"\s*") if text else ""


def decide(judge: Judge, verifier: Verifier) -> Decided:
    """Return whether a case is judged rightly."""
    case = judge.case
    answer = verifier.verify(case.query)
    found = [place.rendering.text for place in answer.places]
    stands = any(expected(case.query, text) for text in (case.text, *found))
    known = answer.verdict not in (Verdict.NOT_FOUND, Verdict.TOO_SHORT)
    right = answer.verdict.stands if stands else known and not answer.verdict.stands
    return Decided(case, answer, stands, right, any(map(_right(judge), found)))


def _right(judge: Judge) -> Callable[[str], bool]:
    """Whether a clause is the one quoted, or one that holds the quotation as it was reported."""

    def right(text: str) -> bool:
        normal = normalise(text)
        return judge.right(normal) or judge.quoting(normal)

    return right


def report(decided: Sequence[Decided]) -> str:
    """Return the table of the cases, by group."""
    groups: dict[str, list[Decided]] = {}
    for one in decided:
        for group in one.case.groups:
            groups.setdefault(group, []).append(one)
    rows = []
    for name, members in sorted(groups.items()):
        right = sum(one.verdict and one.clause for one in members)
        bar = _DECIDED[name.partition(",")[0]]
        rows.append(
            (
                name,
                str(len(members)),
                share(sum(one.verdict for one in members), len(members)),
                share(sum(one.clause for one in members), len(members)),
                share(right, len(members)),
                "" if name.startswith(_MOST_DAMAGE) else verdict(right >= bar * len(members)),
            )
        )
    return table(("", "cases", "verdict", "clause", "both", "bar"), rows)


def falsely(quotations: Iterable[str], verifier: Verifier) -> tuple[Counter[str], list[str], list[float]]:
    """Return the verdicts on quotations, those that are falsely said to stand, and the seconds that each took."""
    verdicts: Counter[str] = Counter()
    false: list[str] = []
    seconds: list[float] = []
    for quotation in quotations:
        begun = time.perf_counter()
        answer = verifier.verify(quotation)
        seconds.append(time.perf_counter() - begun)
        verdicts[answer.verdict.value] += 1
        if answer.verdict.stands and not expected(
            quotation, "\n\n".join(place.rendering.text for place in answer.places)
        ):
            false.append(quotation)
    return verdicts, false, seconds


def negatives(folder: Path) -> list[str]:
    """Return the quotations that are in none of the data."""
    with (folder / "negative.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["query"] for line in lines]


def not_loaded(corpora: Path, loaded: int, count: int) -> Iterator[str]:
    """Yield runs of words of documents that come after the first `loaded` clauses of the scale file."""
    dice = random.Random(4)
    found = 0
    for row in islice(scale_rows(corpora), loaded + loaded // 100, None):
        words = row.text.split()
        if len(words) >= 8 and dice.random() < 0.3:
            length = dice.randint(6, min(20, len(words)))
            first = dice.randint(0, len(words) - length)
            yield " ".join(words[first : first + length])
            found += 1
            if found == count:
                return


def one_word_changed(collection: Path, count: int) -> Iterator[str]:
    """Yield phrases of the collection with one word left out, put in, put in the place of another, or misspelt."""
    dice = random.Random(5)
    spare = [word for phrase in phrases(collection, 300, seed=6) for word in phrase.split() if word.isalpha()]
    for phrase in phrases(collection, count, seed=7):
        words = phrase.split()
        place = dice.randrange(1, len(words) - 1)
        match dice.randrange(4):
            case 0 if len(words) > 3:
                del words[place]
            case 1:
                words.insert(place, dice.choice(spare))
            case 2:
                words[place] = dice.choice(spare)
            case _:
                words[place] += "s"
        yield " ".join(words)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.verify_quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("collection", type=Path, metavar="COLLECTION")
    parser.add_argument("--sample", type=int, metavar="K", help="only K cases of each set, the same ones each time")
    parser.add_argument(
        "--false", type=int, default=5_000, metavar="N", help="quotations of each kind that are not there"
    )
    parser.add_argument("--misses", action="store_true", help="list the cases that are judged wrongly")
    add_work_option(parser)
    return parser.parse_args()


def main() -> None:
    """Print what the command line asks for."""
    options = _options()
    corpora = corpora_folder()
    folder = cases_folder(corpora, options.work)
    cases = [case for name in FILES for case in sample(read_cases(folder, name), options.sample)]
    texts, judges = read_texts(options.collection, cases)
    loaded = len(texts)
    del texts
    verifier = open_verifier(options.collection)
    verifier.verify("the first verdict reads what the others need")
    print(f"{loaded:,} clauses")
    decided = [decide(judge, verifier) for judge in judges]
    print(report(decided))
    if options.misses:
        for one in decided:
            if not (one.verdict and one.clause):
                there = one.answer.places[0].words if one.answer.places else "nothing"
                said = f"{one.answer.verdict}, {one.answer.agree} %"
                print(f"{one.case.id}: {said}; stands: {one.stands}; clause: {one.clause}")
                print(f"  query:    {one.case.query!r}\n  expected: {one.case.words!r}\n  there:    {there!r}")
    kinds = {
        "negative cases": negatives(folder),
        "not loaded": not_loaded(corpora, loaded, options.false),
        "one word changed": one_word_changed(options.collection, options.false),
    }
    seconds: list[float] = []
    for name, quotations in kinds.items():
        verdicts, false, took = falsely(quotations, verifier)
        seconds += took
        each = ", ".join(f"{kind} {count:,}" for kind, count in verdicts.most_common())
        print(f"{name}, {verdicts.total():,}: falsely verbatim {len(false)}, bar 0: {verdict(not false)}; {each}")
        for quotation in false[:10]:
            print(f"  falsely: {quotation!r}")
    slow = percentile(seconds, 99)
    print(
        f"a verdict: median {ms(median(seconds))} ms, p99 {ms(slow)} ms, longest {ms(max(seconds))} ms; "
        f"bar {ms(_SLOWEST)} ms: {verdict(slow <= _SLOWEST)}"
    )


if __name__ == "__main__":
    main()
