"""Clauses to search in: the sentences of the first seed, and clauses made of any text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tui.model.records import AliasSet, Clause, Location, Proof, Rendering
from tui.model.vocabulary import Authority, Part, ProofState, Speech
from tui.search.results import Hit, Results
from tui.text.words import words

SEED = Path(__file__).parents[2] / "seeds" / "000_f6681f6826ab0a45.txt"

CHANNELS = "maintain the existing military communication channels"
GENEVA_POLITICAL = "participate in the Geneva political process"
DEFEATING = "their commitment to defeating the Daesh."
DE_CONFLICTION = "enhanced de-confliction efforts"
NO_MILITARY = "there is no military solution to the conflict in Syria."
GENEVA_PROCESS = "through the Geneva process pursuant to"

ALIASES = (AliasSet(("Daesh", "ISIS", "ISIL", "Islamic State")), AliasSet(("Da Nang", "Danang")))


def clause(text: str, number: int = 0) -> Clause:
    """Return a clause with one rendering."""
    rendering = Rendering("c/source", "en", Speech.DIRECT, Authority.AGENCY, text, Proof(ProofState.UNHELD))
    return Clause(f"c/s#{number}", "c/s", str(number), Part.BODY, (rendering,), Location("c.yaml", number + 1, 1))


def clauses(texts: Iterable[str]) -> list[Clause]:
    """Return a clause for each text, in order."""
    return [clause(text, number) for number, text in enumerate(texts)]


def sentences() -> list[str]:
    """Return the paragraphs of the seed, the one with two agreements as two."""
    text = SEED.read_text(encoding="utf-8")
    return [part for part in re.split(r"\n+|(?<=in Syria\.) (?=They)", text) if part.strip()]


def text_of(hit: Hit) -> str:
    """Return the text that was searched."""
    return hit.clause.reading.text


def lit(hit: Hit) -> list[str]:
    """Return what lights up."""
    return [text_of(hit)[start:end] for start, end in hit.spans]


def folded(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [word.folded for word in words(text)]


def found(results: Results) -> list[str]:
    """Return the texts of the hits, the best first."""
    return [text_of(hit) for hit in results.hits]
