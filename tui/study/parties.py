"""Two parties side by side: what both undertake, and what only one of them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.records import Participant
from tui.study.page import Page, Row, Section, clause_rows, place_row, section
from tui.study.profile import commitments, statements_of
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
    """Two participants: the clauses they undertake, the statements they took part in, and of those it is not said."""

    left: Participant
    right: Participant
    clauses: Shared
    statements: Shared
    unsaid: int
    of: int


def parties(catalogue: Catalogue, left: Participant, right: Participant) -> Parties | None:
    """Return what two participants share, in all collections that have them; None where no collection has both.

    `unsaid` is of how many clauses `of` the statements that both took part in nobody is said to undertake them.
    """
    same = catalogue.sameness(Participant)
    collections = [{key.partition("/")[0] for key in same.all(one.key)} for one in (left, right)]
    if collections[0].isdisjoint(collections[1]):
        return None
    clauses = _shared(commitments(catalogue, left), commitments(catalogue, right))
    statements = _shared(statements_of(catalogue, left), statements_of(catalogue, right))
    said = catalogue.undertakers(statements.both)
    return Parties(left, right, clauses, statements, sum(not by for by in said.values()), len(said))


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
        ("Both took part in", found.statements.both),
        (f"Only {left} took part in", found.statements.left),
        (f"Only {right} took part in", found.statements.right),
    )
    for number, (who, addresses) in enumerate(clauses):
        rows = clause_rows(catalogue, addresses)
        note = _NOTE if addresses else ""
        if number == 0 and found.unsaid:
            note = f"{note} {_unsaid(found)}".lstrip()
        yield section(f"{who} {counted(len(addresses), 'clause')}", rows, len(addresses), note)
    for who, keys in statements:
        yield section(f"{who} {counted(len(keys), 'statement')}", _statement_rows(catalogue, keys), len(keys))


def _unsaid(found: Parties) -> str:
    of = f"{found.unsaid:,} of the {counted(found.of, 'clause')}"
    return f"For {of} of the statements that both took part in, the collection does not say who undertakes them."


def _statement_rows(catalogue: Catalogue, keys: Sequence[str]) -> Iterator[Row]:
    for key in keys:
        statement = catalogue.statement(key)
        if statement is not None:
            yield place_row(catalogue, statement)
