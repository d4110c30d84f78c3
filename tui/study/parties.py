"""Two parties side by side: what both undertake, and what only one of them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.records import Participant
from tui.study.page import Page, Row, Section, clause_rows, place_row, section
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_NOTE = "By name, or through those a party acts for at that meeting, or who act for it there."
_APART = "They are in different collections, and nothing says that one of them is in both."


@dataclass(frozen=True, slots=True)
class Shared:
    """Two parts of something, and what is in both: addresses in order."""

    both: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parties:
    """Two participants of one collection: the clauses they undertake, and the statements they have part in."""

    left: Participant
    right: Participant
    clauses: Shared
    statements: Shared


def parties(catalogue: Catalogue, left: Participant, right: Participant) -> Parties | None:
    """Return what two participants share; None where no collection has both.

    One from another collection stands for the same participant in the collection of `left`.
    """
    keys = (right.key, *catalogue.same(Participant, right.key))
    other = next((key for key in keys if key.partition("/")[0] == left.collection), None)
    there = catalogue.participant(other)
    if there is None:
        return None
    clauses = _shared(_undertaken(catalogue, left.key), _undertaken(catalogue, there.key))
    statements = _shared(catalogue.taking_part(left.key), catalogue.taking_part(there.key))
    return Parties(left, there, clauses, statements)


def _undertaken(catalogue: Catalogue, key: str) -> list[str]:
    found = catalogue.undertaken(key)
    return list(dict.fromkeys((*found.by_name, *found.through)))


def _shared(left: Sequence[str], right: Sequence[str]) -> Shared:
    in_left, in_right = set(left), set(right)
    return Shared(
        tuple(one for one in left if one in in_right),
        tuple(one for one in left if one not in in_right),
        tuple(one for one in right if one not in in_left),
    )


def parties_page(catalogue: Catalogue, left: Participant, right: Participant) -> Page:
    """Return two participants side by side as a page."""
    title, address = f"{left.name} and {right.name}", f"{left.key} {right.key}"
    found = parties(catalogue, left, right)
    sections = _sections(catalogue, found) if found else [Section("Nothing can be held side by side", note=_APART)]
    return Page("parties", title, address, sections=tuple(sections))


def _sections(catalogue: Catalogue, found: Parties) -> Iterator[Section]:
    left, right = found.left.name, found.right.name
    clauses = (
        ("Both undertake", found.clauses.both),
        (f"Only {left} undertakes", found.clauses.left),
        (f"Only {right} undertakes", found.clauses.right),
    )
    statements = (
        ("Both have part in", found.statements.both),
        (f"Only {left} has part in", found.statements.left),
        (f"Only {right} has part in", found.statements.right),
    )
    for who, addresses in clauses:
        rows = clause_rows(catalogue, addresses)
        yield section(f"{who} {counted(len(addresses), 'clause')}", rows, len(addresses), _NOTE if addresses else "")
    for who, keys in statements:
        yield section(f"{who} {counted(len(keys), 'statement')}", _statement_rows(catalogue, keys), len(keys))


def _statement_rows(catalogue: Catalogue, keys: Sequence[str]) -> Iterator[Row]:
    for key in keys:
        statement = catalogue.statement(key)
        if statement is not None:
            yield place_row(catalogue, statement)
