"""The quote cases: a quotation as it was really or by script damaged, and the paragraph it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.normal import holds, normalise

FILES: Final = {"real": "real.jsonl", "scripted": "synthetic.jsonl"}
"""The file of each set of cases."""

Place = tuple[str, int]
"""A document and the number of a paragraph in it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation and what it quotes; `groups` are the rows of a table it counts in.

    `words` are those of the source that it quotes, normalised; `places` other paragraphs that hold almost the same
    words, `reported_in` the paragraph that quotes.
    """

    id: str
    query: str
    doc: str
    par: int
    text: str
    words: str
    language: str
    groups: tuple[str, ...]
    places: tuple[Place, ...] = ()
    reported_in: Place | None = None


@dataclass(slots=True)
class Judge:
    """Says whether a clause is what a case asks for, by its text.

    A clause is right that has the expected paragraph whole, or the words of it that are quoted, or is one of those
    named as also acceptable. It is *quoting* when it holds the quotation itself as it was reported: where such a
    clause is loaded it comes first, rightly.
    """

    case: Case
    _expected: str = ""
    _query: str = ""
    _also: set[str] = field(default_factory=set)
    _quoting: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._expected = normalise(self.case.text)
        self._query = normalise(self.case.query)

    def learn(self, place: Place, text: str) -> None:
        """Take note of the text of a paragraph that the case knows by its place only."""
        if place in self.case.places:
            self._also.add(normalise(text))
        if place == self.case.reported_in:
            self._quoting.add(normalise(text))

    def right(self, text: str) -> bool:
        """Whether the clause with this text (normalised) is what was quoted."""
        return text in self._also or holds(text, self._expected) or self.case.words in text

    def quoting(self, text: str) -> bool:
        """Whether the clause with this text (normalised) holds the quotation as it was reported."""
        return text in self._quoting or holds(text, self._query)


def read_cases(folder: Path, name: str) -> list[Case]:
    """Return the cases of a set, `real` or `scripted`, from the folder with the unpacked quote cases."""
    with (folder / FILES[name]).open(encoding="utf-8") as lines:
        return [_case(json.loads(line)) for line in lines]


def sample(cases: list[Case], count: int | None) -> list[Case]:
    """Return about `count` cases spread evenly over the list, the same ones each time; all of them for None."""
    if count is None or count >= len(cases):
        return cases
    return [cases[number * len(cases) // count] for number in range(count)]


def judges(cases: Iterable[Case]) -> tuple[list[Judge], dict[Place, list[Judge]]]:
    """Return a judge for each case, and by place those that have yet to learn the text there."""
    found = [Judge(case) for case in cases]
    wanted: dict[Place, list[Judge]] = {}
    for judge in found:
        case = judge.case
        for place in {*case.places, *([case.reported_in] if case.reported_in else ())}:
            wanted.setdefault(place, []).append(judge)
    return found, wanted


def _case(row: dict[str, Any]) -> Case:
    expected = row["expected"]
    reported = row.get("reported_in", {})
    return Case(
        id=row["id"],
        query=row["query"],
        doc=expected["doc"],
        par=expected["par"],
        text=expected["text"],
        words=_words(row),
        language=row.get("lang", "en"),
        groups=_groups(row),
        places=tuple((other["doc"], other["par"]) for other in row["also_acceptable"]),
        reported_in=(reported["doc"], reported["par"]) if "doc" in reported else None,
    )


def _words(row: dict[str, Any]) -> str:
    """The words of the source; a real case's may begin or end inside a word."""
    return normalise(row.get("closest_words") or row["original"])


def _groups(row: dict[str, Any]) -> tuple[str, ...]:
    if "rate" in row:
        damaged = f"scripted, {row['rate']:.0%} of the words"
        return "scripted", damaged, f"scripted, language {row['lang']}"
    return "real", f"real, {row['kind']}"
