"""Clauses and statements made in memory, with as many wordings as a test wants."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.records import Clause, Location, Proof, Rendering, Statement
from tui.model.vocabulary import Authority, Part, ProofState, Speech, StatementKind

_NOWHERE = Location("made.yaml", 1, 1)
_UNPROVED = Proof(ProofState.UNHELD)


def rendering(text: str, language: str = "en", source: str = "made/paper") -> Rendering:
    """A wording."""
    return Rendering(source, language, Speech.DIRECT, Authority.AGENCY, text, _UNPROVED)


def clause(name: str, *renderings: Rendering | str, statement: str = "made/one") -> Clause:
    """A clause with these wordings; a string is one in English."""
    wordings = tuple(rendering(one) if isinstance(one, str) else one for one in renderings)
    return Clause(f"{statement}#{name}", statement, name, Part.BODY, wordings, _NOWHERE)


def statement(name: str, texts: Sequence[str]) -> Statement:
    """A statement with a clause for each text: c0, c1 and so on."""
    key = f"made/{name}"
    clauses = tuple(clause(f"c{number}", text, statement=key) for number, text in enumerate(texts))
    return Statement(key, name, "made", name, StatementKind.COMMUNIQUE, _NOWHERE, clauses=clauses)
