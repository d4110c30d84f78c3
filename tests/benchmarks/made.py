"""Made-up rows and cases, so that the benchmarks' own parts are tested without the big data."""

from __future__ import annotations

from benchmarks.cases import Case
from benchmarks.corpora import Row

ODD = 'Tab\there, "quotes": #no comment, {braces}, \x9d control, \u2028 line, \x85 next, \x00 nul, \\ slash, – и 议 👍'


def rows(count: int) -> list[Row]:
    """Return rows of documents of seven clauses each, every fifth with characters that YAML has trouble with."""
    return [
        Row(f"press/doc {number // 7}.md", number % 7, f"Clause {number} on bridges. {ODD if number % 5 == 0 else ''}")
        for number in range(count)
    ]


def case(text: str, query: str, words: str = "", **more: object) -> Case:
    """Return a case that expects a paragraph with this text."""
    made = Case("case-1", query, "press/other.md", 3, text, words or text.casefold(), "fr", ("real",))
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made
