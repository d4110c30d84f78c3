"""What a query asks besides its bare words, made ready for the segments that are searched: groups of parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tui.index.narrowing import Masks, Narrowing
from tui.search.atoms.alike import Alike
from tui.search.atoms.misremembered import Misremembered
from tui.search.atoms.pattern import Pattern
from tui.search.atoms.read import WordAtom
from tui.search.atoms.run import Run
from tui.search.atoms.together import Together
from tui.search.cancel import Cancelled, watched
from tui.search.fields_meant import dates_kept, meant_by, typed_values
from tui.search.language import notices as say
from tui.search.language.fields import FIELDS
from tui.search.language.tree import (
    Alternative,
    Atom,
    DateIn,
    Edge,
    ExactWord,
    FieldValues,
    Fuzzy,
    FuzzyPhrase,
    Group,
    Near,
    Phrase,
    Query,
    Regex,
)
from tui.search.planner import Meaning, Planner
from tui.search.query import read_words
from tui.search.results import Also
from tui.search.segments import SegmentSearcher
from tui.text.words import words

_NAMES: Final[dict[type[Atom], str]] = {
    Fuzzy: "word",
    ExactWord: "word",
    Phrase: "phrase",
    Near: "near words",
    FuzzyPhrase: "fuzzy phrase",
    Regex: "pattern",
    DateIn: "date",
}


@dataclass(frozen=True, slots=True)
class Part:
    """An alternative of a group: atoms of words, one a segment; or a pattern; or masks of what fields say.

    `name` says to a reader what it narrows by.
    """

    name: str
    negated: bool
    words: Sequence[WordAtom] = ()
    pattern: Pattern | None = None
    masks: Masks = ()


@dataclass(slots=True)
class Conditions:
    """Groups of parts: of each group any must hold. `also` and `notices` are what a reader is to know of them."""

    groups: list[list[Part]] = field(default_factory=list)
    also: list[Also] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """By what they narrow, each once."""
        return tuple(dict.fromkeys("-" * part.negated + part.name for group in self.groups for part in group))

    @property
    def patterns(self) -> list[Pattern]:
        """The patterns to light."""
        return [part.pattern for group in self.groups for part in group if part.pattern and not part.negated]

    @property
    def has_patterns(self) -> bool:
        """Whether clauses have to be read."""
        return any(part.pattern for group in self.groups for part in group)

    def lighting(self, segment: int) -> list[WordAtom]:
        """Return what lights words in the segment with this place."""
        return [part.words[segment] for group in self.groups for part in group if part.words and not part.negated]


class Reader:
    """Reads what a query asks besides its bare words. Without `narrowing` there are no fields to look up."""

    def __init__(self, segments: Sequence[SegmentSearcher], planner: Planner, narrowing: Narrowing | None) -> None:
        self._segments = segments
        self._planner = planner
        self._narrowing = narrowing

    def read(self, query: Query, cancelled: Cancelled) -> Conditions:
        """Return the conditions of a query; what cannot be looked up is left out. Raises `SearchCancelled`."""
        conditions = Conditions()
        for group in watched(self._groups(query), cancelled):
            parts = [self._part(one, conditions, cancelled) for one in watched(group.alternatives, cancelled)]
            if kept := [part for part in parts if part is not None]:
                conditions.groups.append(kept)
        conditions.also = list(dict.fromkeys(conditions.also))
        conditions.notices = list(dict.fromkeys(conditions.notices))
        return conditions

    def _groups(self, query: Query) -> Iterator[Group]:
        yield from query.groups[1:] if query.fuzzy else query.groups

    def _part(self, one: Alternative, conditions: Conditions, cancelled: Cancelled) -> Part | None:
        if isinstance(one.atom, FieldValues | DateIn):
            return self._field(one, one.atom, conditions)
        name = _name(one.atom)
        if isinstance(one.atom, Regex):
            return Part(name, one.negated, pattern=Pattern(one.atom.pattern))
        # What is excluded is excluded as it stands, or a beginning would take half of what is found away.
        unfinished = one.unfinished and not one.negated
        if isinstance(one.atom, Fuzzy | FuzzyPhrase):
            atoms = self._forms(one.atom, unfinished, conditions, cancelled)
        else:
            atoms = [_exact(one.atom, segment, unfinished) for segment in self._segments]
        return Part(name, one.negated, words=atoms)

    def _forms(
        self, atom: Fuzzy | FuzzyPhrase, unfinished: bool, conditions: Conditions, cancelled: Cancelled
    ) -> list[WordAtom]:
        meaning = self._planner.meaning(read_words(atom.text, unfinished=unfinished), cancelled)
        conditions.also += meaning.also
        conditions.notices += meaning.words.notices
        indexes = [segment.index for segment in self._segments]
        if isinstance(atom, Fuzzy):
            count = len(meaning.words.words)
            return [Alike(index, count, forms) for index, forms in zip(indexes, meaning.forms, strict=True)]
        return [_misremembered(segment, meaning, place) for place, segment in enumerate(self._segments)]

    def _field(self, one: Alternative, atom: FieldValues | DateIn, conditions: Conditions) -> Part | None:
        name = _name(atom)
        if self._narrowing is None:
            conditions.notices.append(f"{name}: was left out: what is open is searched by its words alone")
            return None
        if isinstance(atom, DateIn):
            return Part(name, one.negated, masks=dates_kept(self._narrowing, atom))
        known: list[str] = []
        for value, unfinished in typed_values(one, atom):
            meant = meant_by(self._narrowing, atom.field, value, unfinished=unfinished)
            if not meant:
                conditions.notices.append(self._nothing_has(self._narrowing, atom.field, value))
            elif unfinished:
                known += (kept.value for kept in meant)
            else:
                known.append(value)
        if not known:
            return None
        masks = self._narrowing.having(atom.field, known)
        if not one.negated and FIELDS[atom.field].values is None and not any(map(np.any, masks)):
            conditions.notices.append(say.no_clause_has(name, atom.values))
        return Part(name, one.negated, masks=masks)

    @staticmethod
    def _nothing_has(narrowing: Narrowing, field: str, value: str) -> str:
        near, others = narrowing.nearest(field, value)
        return say.nothing_has(field, value, near, others)


def _exact(atom: ExactWord | Phrase | Near | Edge, segment: SegmentSearcher, unfinished: bool) -> WordAtom:
    asked = [word.folded for word in words(atom.text)]
    if isinstance(atom, Near):
        return Together(segment.index, asked, atom.within)
    if isinstance(atom, Edge):
        return Run(segment.index, asked, unfinished=unfinished, at_start=atom.at_start, at_end=atom.at_end)
    return Run(segment.index, asked, unfinished=unfinished)


def _misremembered(segment: SegmentSearcher, meaning: Meaning, place: int) -> WordAtom:
    begun = meaning.words.words[-1].folded if meaning.words.unfinished else ""
    return Misremembered(segment.index, meaning.forms[place], meaning.weights.weights, begun)


def _name(atom: Atom) -> str:
    if isinstance(atom, FieldValues):
        return atom.field
    if isinstance(atom, Edge):
        return "start" if atom.at_start else "end"
    return _NAMES[type(atom)]
