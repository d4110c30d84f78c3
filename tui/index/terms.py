"""By what clauses are filtered: terms, each a field of the query language and a value, and the wordings that have it.

Wordings are numbered as the text index numbers them: each clause once for each of its renderings. Here stand the
terms of clauses and renderings; those of statements and summits are looked up in the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from tui.index.arrays import Array, Arrays
from tui.model.records import Clause, Rendering
from tui.text.words import words

Term = tuple[str, str]
"""A field and a value of it."""

_REMEMBERED: Final = 4096
_NONE: Final = np.zeros(0, np.uint32)


def terms_of(clause: Clause) -> list[list[Term]]:
    """Return the terms of each rendering of a clause, in their order: those of the clause and the rendering's own."""
    shared = [("part", str(clause.part))]
    shared += [("by", key) for key in clause.by]
    shared += [("topic", topic) for topic in clause.topics]
    if clause.cites:
        shared += [("cites", citation.instrument) for citation in clause.cites]
        shared.append(("has", "citation"))
    if clause.shown_by:
        shared += [("source", key) for key in clause.shown_by]
    if clause.verb:
        shared.append(("verb", folded_value(clause.verb)))
    if len(clause.renderings) > 1:
        shared.append(("has", "variants"))
    return [shared + _of_rendering(clause, rendering) for rendering in clause.renderings]


@lru_cache(_REMEMBERED)
def folded_value(value: str) -> str:
    """Return a value as it is compared: its folded words."""
    return " ".join(word.folded for word in words(value))


def _of_rendering(clause: Clause, rendering: Rendering) -> list[Term]:
    own = [("is", str(rendering.speech)), ("lang", rendering.language.lower()), ("source", rendering.source)]
    if rendering.holds:
        own.append(("has", "anchor"))
    if clause.note or rendering.note:
        own.append(("has", "note"))
    return own


class Terms:
    """The wordings of one segment by their terms."""

    def __init__(self, arrays: Arrays) -> None:
        self._names = arrays["terms"]
        self._wordings = arrays["term_wordings"]
        self._from = arrays["term_from"]

    @cached_property
    def _places(self) -> dict[Term, int]:
        # Made when it is first asked for: opening a segment takes no longer for many terms.
        names = str(self._names.data, "utf-8").split("\0") if len(self._names) else []
        return {_parted(name): place for place, name in enumerate(names)}

    def wordings(self, field: str, value: str) -> Array:
        """Return the wordings that have a term, in order (uint32)."""
        place = self._places.get((field, value))
        return _NONE if place is None else self._wordings[int(self._from[place]) : int(self._from[place + 1])]

    def all(self) -> dict[Term, Array]:
        """Return every term with its wordings."""
        return {term: self.wordings(*term) for term in self._places}

    def values(self, field: str) -> list[str]:
        """Return the values that a field has here."""
        return [value for name, value in self._places if name == field]


def term_arrays(terms: Mapping[Term, Array]) -> dict[str, Array]:
    """Return the arrays that hold terms with their wordings."""
    ordered = sorted(terms)
    names = "\0".join(f"{field}\1{value}" for field, value in ordered)
    return {
        "terms": np.frombuffer(names.encode("utf-8", "surrogatepass"), np.uint8),
        "term_wordings": np.concatenate([_NONE, *(np.sort(terms[term]).astype(np.uint32) for term in ordered)]),
        "term_from": np.concatenate(([0], np.cumsum([len(terms[term]) for term in ordered]))).astype(np.uint64),
    }


def gathered(parts: Iterable[tuple[Mapping[Term, Array], int]]) -> dict[Term, Array]:
    """Return the terms of several parts as those of one; each part's wordings are moved on by its offset."""
    found: dict[Term, list[Array]] = {}
    for terms, offset in parts:
        for term, wordings in terms.items():
            found.setdefault(term, []).append(wordings.astype(np.uint32) + np.uint32(offset))
    return {term: np.concatenate(wordings) for term, wordings in found.items()}


def _parted(name: str) -> Term:
    field, _, value = name.partition("\1")
    return field, value
