"""What a query asks of a clause, decided by reading its text: slow, plain, and by other means than the engine's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from tui.index.arrays import Array
from tui.index.narrowing import Count, Masks, Meant, Nearest
from tui.search.language.tree import (
    Alternative,
    DateIn,
    Edge,
    ExactWord,
    FieldValues,
    Fuzzy,
    Group,
    Near,
    Phrase,
    Query,
    Regex,
)
from tui.text.words import Word, words

Lit = set[int]


@dataclass
class Recorded:
    """What is recorded of clauses that have texts: the values of their fields, and their day."""

    texts: Sequence[str]
    values: Sequence[Mapping[str, set[str]]]
    day: Sequence[dt.date | None]
    sizes: Sequence[int]
    """How many clauses each segment has."""


@dataclass
class Looked:
    """A `Narrowing` over what is recorded. It finds values by their names as they stand."""

    recorded: Recorded
    asked: list[str] = field(default_factory=list)

    def having(self, field: str, values: Sequence[str]) -> Masks:
        self.asked.append(field)
        return self._parted([bool(one.get(field, set()) & set(values)) for one in self.recorded.values])

    def meant(self, field: str, value: str, *, unfinished: bool = False) -> Sequence[Meant]:
        return [Meant(value, value.title())]

    def nearest(self, field: str, value: str) -> Nearest:
        return Nearest(None)

    def dated(self, ranges: Sequence[tuple[dt.date, dt.date]]) -> Masks:
        return self._parted(
            [any(day is not None and first <= day <= last for first, last in ranges) for day in self.recorded.day]
        )

    def standing(self) -> Masks:
        return self._parted([True] * len(self.recorded.texts))

    def days(self) -> Sequence[Array]:
        ordinals = np.array([day.toordinal() if day else 0 for day in self.recorded.day], np.int32)
        return np.split(ordinals, np.cumsum(self.recorded.sizes)[:-1])

    def values(self, field: str, prefix: str, most: int) -> list[Count]:
        every = self.counts(field, self.standing(), most)
        return [one for one in every if one.value.startswith(prefix)]

    def counts(self, field: str, wordings: Masks, most: int) -> list[Count]:
        found: dict[str, int] = {}
        for number in np.flatnonzero(np.concatenate(list(wordings))).tolist():
            day = self.recorded.day[number]
            year = {str(day.year)} if day else set()
            for value in year if field == "year" else self.recorded.values[number].get(field, set()):
                found[value] = found.get(value, 0) + 1
        ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
        return [Count(value, value.title(), count) for value, count in ordered[:most]]

    def _parted(self, flags: Sequence[bool]) -> Masks:
        return np.split(np.array(flags, bool), np.cumsum(self.recorded.sizes)[:-1])


def holds(query: Query, recorded: Recorded, number: int) -> bool:
    """Whether a clause has all that a query without joined bare words asks."""
    return bool(query.groups) and all(_any(group, recorded, number) for group in query.groups)


def lit(query: Query, recorded: Recorded, number: int) -> tuple[Lit, list[tuple[int, int]]]:
    """Return the positions of the words that light in a clause, and what patterns match."""
    places: Lit = set()
    matched: list[tuple[int, int]] = []
    for group in query.groups:
        for one in group.alternatives:
            if not one.negated and isinstance(one.atom, Regex):
                flags = 0 if any(map(str.isupper, one.atom.pattern)) else re.IGNORECASE
                found = re.finditer(one.atom.pattern, recorded.texts[number], flags)
                matched += [match.span() for match in found if match.end() > match.start()]
            elif not one.negated and not isinstance(one.atom, FieldValues | DateIn):
                places |= _places(one, words(recorded.texts[number]))
    return places, matched


def _any(group: Group, recorded: Recorded, number: int) -> bool:
    return any(_has(one, recorded, number) != one.negated for one in group.alternatives)


def _has(one: Alternative, recorded: Recorded, number: int) -> bool:
    text, atom = recorded.texts[number], one.atom
    if isinstance(atom, Regex):
        flags = 0 if any(map(str.isupper, atom.pattern)) else re.IGNORECASE
        return re.search(atom.pattern, text, flags) is not None
    if isinstance(atom, FieldValues):
        return bool(recorded.values[number].get(atom.field, set()) & set(atom.values))
    if isinstance(atom, DateIn):
        day = recorded.day[number]
        return day is not None and any(asked.earliest <= day <= asked.latest for asked in atom.ranges)
    return bool(_places(one, words(text)))


def _places(one: Alternative, read: Sequence[Word]) -> Lit:
    """The positions of the words that an atom is made of, wherever they stand."""
    atom, clause = one.atom, [word.folded for word in read]
    assert isinstance(atom, Fuzzy | ExactWord | Phrase | Near | Edge), "other atoms have tests of their own"
    asked = [word.folded for word in words(atom.text)]
    if isinstance(atom, Fuzzy):
        return {place for place, word in enumerate(clause) if word in asked} if set(asked) <= set(clause) else set()
    if isinstance(atom, Near):
        return near(clause, asked, atom.within)
    runs = [place for place in range(len(clause)) if _stands(clause[place:], asked, one)]
    if isinstance(atom, Edge) and atom.at_start:
        runs = [place for place in runs if place == 0]
    if isinstance(atom, Edge) and atom.at_end:
        runs = [place for place in runs if place + len(asked) == len(clause)]
    return {place + ahead for place in runs for ahead in range(len(asked))}


def _stands(clause: Sequence[str], asked: Sequence[str], one: Alternative) -> bool:
    here = list(clause[: len(asked)])
    if one.unfinished and not one.negated:
        return here[:-1] == list(asked[:-1]) and len(here) == len(asked) and here[-1].startswith(asked[-1])
    return here == list(asked)


def near(clause: Sequence[str], asked: Sequence[str], others: int) -> Lit:
    """Every way to take a word of the clause for each word asked for."""
    choices = ([place for place, word in enumerate(clause) if word == one] for one in asked)
    found: Lit = set()
    for chosen in product(*choices):
        if len(set(chosen)) == len(asked) and max(chosen) - min(chosen) + 1 <= len(asked) + others:
            found |= set(chosen)
    return found
