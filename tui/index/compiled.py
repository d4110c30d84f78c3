"""What becomes of one file on its way into the compiled collection. Made in the process that read the file."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tui.collection.pointers import Pointer, pointers_of
from tui.collection.units import Findings, Outline, Records, Ties, Unit
from tui.index.arrays import Array
from tui.index.codec import encode
from tui.index.drafts import Draft, draft
from tui.index.terms import Term, terms_of
from tui.model.records import Clause, Statement


@dataclass(frozen=True, slots=True)
class Heading:
    """A statement without its clauses, and of these what is looked up: their ids, who undertakes any, where they lead.

    `pointers` are the references by address of the statement and its clauses, `former` the addresses that clauses had
    before, each with the address by now.
    """

    statement: Statement
    clauses: tuple[str, ...]
    by: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    former: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledFile:
    """One file: its outline and its ties, what was found in it (None where nothing was), its records, its clauses.

    `records` are all but the statements. The clauses of all statements stand one after the other: `blobs` holds them
    encoded, `sizes` (uint32) the bytes of each, `wordings` (uint32) how many renderings each has; `draft` and `terms`
    count the wordings from 0.
    """

    outline: Outline
    ties: Ties
    findings: Findings | None
    records: Records
    headings: tuple[Heading, ...]
    blobs: bytes
    sizes: Array
    wordings: Array
    draft: Draft
    terms: Mapping[Term, Array]


def compiled(unit: Unit) -> CompiledFile:
    """Return what one file becomes."""
    clauses = [clause for statement in unit.records.statements for clause in statement.clauses]
    blobs = [encode(clause) for clause in clauses]
    return CompiledFile(
        outline=unit.outline,
        ties=unit.ties,
        findings=unit.findings,
        records=replace(unit.records, statements=()),
        headings=tuple(map(_heading, unit.records.statements)),
        blobs=b"".join(blobs),
        sizes=np.array([len(blob) for blob in blobs], np.uint32),
        wordings=np.array([len(clause.renderings) for clause in clauses], np.uint32),
        draft=draft(rendering.text for clause in clauses for rendering in clause.renderings),
        terms=_terms(clauses),
    )


def _heading(statement: Statement) -> Heading:
    by = dict.fromkeys(key for clause in statement.clauses for key in clause.by)
    leading = (clause for clause in statement.clauses if clause.same_as is not None)
    pointers = (*pointers_of(statement), *(one for clause in leading for one in pointers_of(clause)))
    ids = tuple(clause.id for clause in statement.clauses)
    former = tuple((old, clause.address) for clause in statement.clauses for old in clause.formerly)
    return Heading(replace(statement, clauses=()), ids, tuple(by), pointers, former)


def _terms(clauses: list[Clause]) -> dict[Term, Array]:
    found: defaultdict[Term, array[int]] = defaultdict(lambda: array("I"))
    wordings = (terms for clause in clauses for terms in terms_of(clause))
    for number, terms in enumerate(wordings):
        # A source may show a clause and have a rendering of it.
        for term in dict.fromkeys(terms):
            found[term].append(number)
    return {term: np.array(numbers, np.uint32) for term, numbers in found.items()}
