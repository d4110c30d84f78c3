"""What a query means: all of its groups must hold, and of a group any one alternative.

A tree is valid when `parse` could have made it. Texts of exact atoms begin and end with a word and hold single
spaces; a bare word is as it was typed. `printing.print_query` writes every valid tree so that it is read back equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from tui.search.language.date_range import DateRange

Place: TypeAlias = tuple[int, int]
"""`[start, end)` in code points of the query's text."""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words remembered badly, in any order. Alone: all bare words of the query, joined by single spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class ExactWord:
    """`'word'`: the word itself. What hyphens divide (`'non-sectarian'`) counts as words in a row."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """`"a phrase"`: these words in a row, folded as `tui.text.words` folds."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """`"two words"~4`: all these words, in any order, with at most `within` other words among them."""

    text: str
    within: int


@dataclass(frozen=True, slots=True)
class FuzzyPhrase:
    """`~"misremembered phrase"`: the phrase, its words allowed to differ as in fuzzy words."""

    text: str


@dataclass(frozen=True, slots=True)
class Edge:
    """`^start`, `end$`: these words in a row at the start of a clause, at its end, or (both) as the whole of it."""

    text: str
    at_start: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class Regex:
    """`/pattern/`: a pattern that `regex.compile_regex` takes."""

    pattern: str


@dataclass(frozen=True, slots=True)
class FieldValues:
    """`field:a,b`: any of the values, in the order typed. Those of a closed field are its own, rightly spelt."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateIn:
    """`date:2017,2019-07..2019-11`: a date that overlaps any of the ranges."""

    ranges: tuple[DateRange, ...]


Atom: TypeAlias = Fuzzy | ExactWord | Phrase | Near | FuzzyPhrase | Edge | Regex | FieldValues | DateIn


@dataclass(frozen=True, slots=True)
class Alternative:
    """An atom, or with `negated` that it must not hold (a negated atom is never `Fuzzy`).

    `places` are where it was typed: one for each word of joined bare words, one for any other. `unfinished`: the text
    ends in its last word and nothing closes it, so that word may still be being typed. Neither is compared.
    """

    atom: Atom
    negated: bool = False
    places: tuple[Place, ...] = field(default=(), compare=False)
    unfinished: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """One or more alternatives, of which any must hold."""

    alternatives: tuple[Alternative, ...]

    @property
    def alone(self) -> Alternative | None:
        """The alternative of a group that has only one."""
        return self.alternatives[0] if len(self.alternatives) == 1 else None


class Sort(StrEnum):
    """The order of what is found."""

    SCORE = "score"
    OLDEST = "date"
    NEWEST = "-date"


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked. Without groups, nothing was.

    The joined bare words, if there are any, are the first group. `notices` say, to a reader, what was left out or
    taken otherwise than written; like the places they are not compared, so two queries may be equal of which one is
    `unfinished`: who keeps answers by query must tell these apart.
    """

    groups: tuple[Group, ...] = ()
    sort: Sort | None = None
    notices: tuple[str, ...] = field(default=(), compare=False)

    @property
    def fuzzy(self) -> Alternative | None:
        """The joined bare words."""
        alone = self.groups[0].alone if self.groups else None
        return alone if alone is not None and isinstance(alone.atom, Fuzzy) else None

    @property
    def unfinished(self) -> bool:
        """Whether the last word of the query may still be being typed."""
        return any(one.unfinished for group in self.groups for one in group.alternatives)
