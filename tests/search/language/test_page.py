"""The page for readers, docs/query.md, tells what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.search.language.explain import parsed
from tui.search.language.fields import FIELDS
from tui.search.language.parse import parse
from tui.search.language.regex import LONGEST, MOST
from tui.search.query import MOST_CHARACTERS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "query.md").read_text(encoding="utf-8")
_ANY = {"date": "dates, as above"}
_CELL = re.compile(r"(?<!\\)\|")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins with `heading`, each a list of its cells."""
    table = PAGE[PAGE.index(f"| {heading} |") :].split("\n\n")[0]
    lines = table.strip().splitlines()[2:]
    return [[cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[1:-1]] for line in lines]


def as_read(typed: str) -> str:
    lines = [line.strip() for line in parsed(parse(typed)) if line != "all of:"]
    return "; ".join(lines).replace(":; ", ": ")


TYPED = rows("typed | finds | is read as")
ODD = rows("typed | is read as | and said")


@pytest.mark.parametrize(("typed", "finds", "read"), TYPED, ids=[row[0] for row in TYPED])
def test_an_example_is_read_as_the_page_says(typed: str, finds: str, read: str) -> None:
    assert finds
    assert as_read(typed.strip("`")) == read
    assert parse(typed.strip("`")).notices == ()


@pytest.mark.parametrize(("typed", "read", "said"), ODD, ids=[row[0] for row in ODD])
def test_what_is_unfinished_or_misspelt_is_read_as_the_page_says(typed: str, read: str, said: str) -> None:
    assert as_read(typed.strip("`")) == read
    assert ("; ".join(parse(typed.strip("`")).notices) or "nothing") == said


def test_the_table_of_fields_is_that_of_the_program() -> None:
    assert rows("field | keeps | example | values") == [
        [
            f"`{field.name}:`",
            field.keeps,
            f"`{field.example}`",
            ", ".join(field.values or (_ANY.get(field.name, "any"),)),
        ]
        for field in FIELDS.values()
    ]


def test_the_page_has_an_example_of_every_kind_of_atom() -> None:
    atoms = {
        type(one.atom).__name__
        for row in TYPED
        for group in parse(row[0].strip("`")).groups
        for one in group.alternatives
    }
    kinds = {"Fuzzy", "ExactWord", "Phrase", "Near", "FuzzyPhrase", "Edge", "Regex", "FieldValues", "DateIn"}
    assert atoms == kinds


def test_the_limits_are_those_of_the_program() -> None:
    assert (
        f"its first {MOST_CHARACTERS:,} characters, for {MOST} different patterns, and each pattern for {LONGEST} "
        "characters"
    ) in PAGE
