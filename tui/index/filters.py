"""Answers what a query's fields ask, from the tables and the terms of the collections that are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np

from tui.index.arrays import Array
from tui.index.narrowing import Count, Masks
from tui.index.shelf import Shelf
from tui.index.stored_segment import StoredSegment
from tui.index.tables import Row
from tui.index.terms import folded_value
from tui.model.records import Instrument, Participant, Source, Summit
from tui.model.vocabulary import ParticipantKind
from tui.text.words import fold

_BODIES: Final = (ParticipantKind.STATE, ParticipantKind.ORGANISATION)
_NAMED: Final = ("person", "body", "cites", "source")
"""Fields whose values mean records."""
_STATEMENT: Final = ("kind", "act", "year")
"""Fields that a statement has one value of."""


class _Place(NamedTuple):
    shelf: Shelf
    number: int
    segment: StoredSegment


class _Named(NamedTuple):
    """A record as a reader may name it: by its id, or by words of any of its names."""

    key: str
    name: str
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        # A plain value (a series, a topic) has no other names, and a slash in it is a part of it.
        return self.key.rpartition("/")[2] if self.names else self.key

    def is_meant(self, value: str) -> bool:
        """Whether `value` (folded) is its id or one of its codes, or a run of words of one of its names."""
        if value in (folded_value(self.id), *map(folded_value, self.names)):
            return True
        return bool(value) and any(f" {value} " in f" {folded_value(name)} " for name in self.names)

    def goes_on_from(self, prefix: str) -> bool:
        """Whether the id, or a word of a name, begins with `prefix` (folded)."""
        return any(f" {prefix}" in f" {folded_value(name)}" for name in (self.id, *self.names))


class Filters:
    """Implements `tui.index.narrowing.Narrowing`. Statements are gone through when a field first asks for them."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves: Final = list(shelves)
        self._places: Final = [
            _Place(shelf, number, segment)
            for shelf in self._shelves
            for number, segment in shelf.compiled.segments.items()
        ]

    def having(self, field: str, values: Sequence[str]) -> Masks:
        """Return the wordings that have any of the values: an id, a code, or words of a name, case set aside."""
        if field == "no":
            lacking = [[~mask for mask in self.having("has", [value])] for value in values]
            return [np.logical_or.reduce(masks) for masks in zip(*lacking, strict=True)]
        masks = self._none()
        for value in values:
            self._mark(field, value, masks)
        return masks

    def dated(self, ranges: Sequence[tuple[dt.date, dt.date]]) -> Masks:
        """Return the wordings whose statement, or where it has no date its summit, may be of a day in any range."""
        masks = self._none()
        for first, last in ranges:
            self._mark_statements(masks, "earliest <= ? AND latest >= ?", (last.toordinal(), first.toordinal()))
        return masks

    def days(self) -> Sequence[Array]:
        """Return for each segment the first day that each wording may be of, as its ordinal (int32); 0 for none."""
        return self._days

    def values(self, field: str, prefix: str, most: int) -> list[Count]:
        """Return values of a field that go on from `prefix`, in their id or name, the most frequent first."""
        begun = folded_value(prefix) or fold(prefix)
        named = [one for one in self._known(field) if one.goes_on_from(begun)]
        every = [np.ones(len(place.segment.index), bool) for place in self._places]
        return self._counted(field, named, every, most)

    def counts(self, field: str, wordings: Masks, most: int) -> list[Count]:
        """Return how many of the wordings meant have each value of a field, the most frequent first; `year` too."""
        if field in _STATEMENT:
            return self._statement_counts(field, wordings, most)
        return self._counted(field, self._known(field), wordings, most)

    def _none(self) -> list[Array]:
        """Masks of no wordings."""
        return [np.zeros(len(place.segment.index), bool) for place in self._places]

    # Marking

    def _mark(self, field: str, value: str, masks: Sequence[Array]) -> None:
        """Mark the wordings that have a value."""
        match field:
            case "is" | "lang" | "part" | "topic" | "verb":
                wanted = folded_value(value)
                self._mark_terms(field, lambda held: wanted == folded_value(held), masks)
            case "has":
                self._mark_held(value, masks)
            case "kind" | "act":
                self._mark_statements(masks, f"{field} = ?", (value,))
            case "series" | "at":
                self._mark_summits(field, value, masks)
            case "role":
                self._mark_role(value, masks)
            case "cites" | "source":
                keys = self._keys(field, value)
                self._mark_terms(field, keys.__contains__, masks)
            case "person" | "body":
                self._mark_participants(self._keys(field, value), masks)

    def _mark_terms(self, field: str, wanted: Callable[[str], bool], masks: Sequence[Array]) -> None:
        for place, mask in zip(self._places, masks, strict=True):
            for value in place.segment.terms.values(field):
                if wanted(value):
                    mask[place.segment.terms.wordings(field, value)] = True

    def _mark_held(self, value: str, masks: Sequence[Array]) -> None:
        if value == "source":
            held = {source.key for shelf in self._shelves for source in shelf.records(Source) if source.held}
            self._mark_terms("source", held.__contains__, masks)
        else:
            self._mark_terms("has", lambda held: held == value, masks)

    def _mark_statements(self, masks: Sequence[Array], condition: str, values: Sequence[object]) -> None:
        """Mark the wordings of the statements for which a condition on their row holds; it holds no data."""
        for shelf in self._shelves:
            query = f"SELECT segment, first_clause, clauses FROM statement WHERE {condition}"
            self._mark_rows(shelf, shelf.tables.rows(query, values), masks)

    def _mark_rows(self, shelf: Shelf, rows: Iterable[Row], masks: Sequence[Array]) -> None:
        by_segment = {
            place.number: (place.segment.first_wordings, mask)
            for place, mask in zip(self._places, masks, strict=True)
            if place.shelf is shelf
        }
        for segment, first, clauses in rows:
            wordings, mask = by_segment[segment]
            mask[wordings[first] : wordings[first + clauses]] = True

    def _mark_summits(self, field: str, value: str, masks: Sequence[Array]) -> None:
        wanted = folded_value(value)
        for shelf in self._shelves:
            keys = [summit.key for summit in shelf.records(Summit) if any(_names(wanted, field, summit))]
            rows = [row for key in keys for row in _rows_of_summit(shelf, key)]
            self._mark_rows(shelf, rows, masks)

    def _mark_role(self, value: str, masks: Sequence[Array]) -> None:
        there = "char(10) || roles || char(10) LIKE '%' || char(10) || ? || char(10) || '%'"
        self._mark_statements(
            masks,
            f"key IN (SELECT place FROM participation WHERE NOT of_summit AND {there})"
            f" OR summit IN (SELECT place FROM participation WHERE of_summit AND {there})",
            (value, value),
        )

    def _mark_participants(self, keys: set[str], masks: Sequence[Array]) -> None:
        """Mark the statements that participants took part in, of their summits too, and clauses that they undertake."""
        for key in keys:
            self._mark_statements(
                masks,
                "key IN (SELECT place FROM participation WHERE NOT of_summit AND participant = ?1"
                " UNION SELECT place FROM acting WHERE NOT of_summit AND body = ?1)"
                " OR summit IN (SELECT place FROM participation WHERE of_summit AND participant = ?1"
                " UNION SELECT place FROM acting WHERE of_summit AND body = ?1)",
                (key,),
            )
        self._mark_terms("by", keys.__contains__, masks)

    # Values

    def _keys(self, field: str, value: str) -> set[str]:
        wanted = folded_value(value)
        return {one.key for one in self._named(field) if one.is_meant(wanted)}

    def _known(self, field: str) -> list[_Named]:
        """The values of a field: the records that they mean, or the plain values themselves."""
        return self._named(field) if field in _NAMED else [_Named(value, value, ()) for value in self._plain(field)]

    def _named(self, field: str) -> list[_Named]:
        """The records that a field's values mean."""
        return [one for shelf in self._shelves for one in _named_in(shelf, field)]

    def _plain(self, field: str) -> list[str]:
        """The values of a field that mean no records."""
        if field in ("series", "at"):
            summits = [summit for shelf in self._shelves for summit in shelf.records(Summit)]
            found = [summit.series if field == "series" else summit.place for summit in summits]
            return list(dict.fromkeys(value for value in found if value))
        return list(dict.fromkeys(value for place in self._places for value in place.segment.terms.values(field)))

    def _counted(self, field: str, named: Sequence[_Named], wordings: Masks, most: int) -> list[Count]:
        if field in ("series", "at"):
            found = self._summit_counts(field, [one.key for one in named], wordings)
        else:
            found = [self._count_of(field, one.key, wordings) for one in named]
        counts = [Count(one.id, one.name, there) for one, there in zip(named, found, strict=True)]
        return sorted((count for count in counts if count.wordings), key=lambda count: (-count.wordings, count.value))[
            :most
        ]

    def _count_of(self, field: str, key: str, wordings: Masks) -> int:
        """How many of the wordings meant have a value, or are of the record with this key."""
        if field in ("cites", "source"):
            terms = (place.segment.terms.wordings(field, key) for place in self._places)
            return sum(int(np.count_nonzero(meant[held])) for meant, held in zip(wordings, terms, strict=True))
        masks = self._none()
        if field in ("person", "body"):
            self._mark_participants({key}, masks)
        else:
            self._mark(field, key, masks)
        return sum(int(np.count_nonzero(mask & meant)) for mask, meant in zip(masks, wordings, strict=True))

    def _summit_counts(self, field: str, values: Sequence[str], wordings: Masks) -> list[int]:
        """How many of the wordings meant are of summits of each series, or at each place: statements are read once."""
        folded = [folded_value(value) for value in values]
        # Many summits are held at few places: which values a place has is told once.
        having: dict[tuple[str, str], list[int]] = {}
        counts = np.zeros(len(values), np.int64)
        for shelf in self._shelves:
            summits: dict[str, list[int]] = {}
            for summit in shelf.records(Summit):
                held = _held(field, summit)
                if held not in having:
                    having[held] = [at for at, wanted in enumerate(folded) if any(_names(wanted, field, summit))]
                summits[summit.key] = having[held]
            for place, meant in zip(self._places, wordings, strict=True):
                if place.shelf is shelf:
                    for key, there in _per_statement(place, "summit", meant):
                        counts[summits.get(key, [])] += there
        return counts.tolist()

    def _statement_counts(self, field: str, wordings: Masks, most: int) -> list[Count]:
        counts: dict[str, int] = {}
        for place, meant in zip(self._places, wordings, strict=True):
            for value, there in _per_statement(place, "earliest" if field == "year" else field, meant):
                if there:
                    name = f"{dt.date.fromordinal(value).year:04}" if field == "year" else value
                    counts[name] = counts.get(name, 0) + there
        ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        return [Count(value, value.replace("-", " "), there) for value, there in ordered[:most]]

    @cached_property
    def _days(self) -> list[Array]:
        days = []
        for place in self._places:
            there = np.zeros(len(place.segment.index), np.int32)
            firsts = place.segment.first_wordings
            rows = place.shelf.tables.rows(
                "SELECT first_clause, clauses, earliest FROM statement WHERE segment = ? AND earliest", (place.number,)
            )
            for first, clauses, day in rows:
                there[firsts[first] : firsts[first + clauses]] = day
            days.append(there)
        return days


def _names(wanted: str, field: str, summit: Summit) -> Iterator[bool]:
    """Whether a summit's series, place or country is meant."""
    for value in _held(field, summit):
        if value:
            yield f" {wanted} " in f" {folded_value(value)} "


def _held(field: str, summit: Summit) -> tuple[str, str]:
    """What a summit has of a field: its series, or its place and country; empty where it has none."""
    return (summit.series or "", "") if field == "series" else (summit.place or "", summit.country or "")


def _per_statement(place: _Place, column: str, meant: Array) -> Iterator[tuple[Any, int]]:
    """Yield for each statement of a segment what it has in a column, and how many of the wordings meant it has.

    A statement that has nothing there is left out.
    """
    rows = place.shelf.tables.rows(
        f"SELECT first_clause, clauses, {column} FROM statement WHERE segment = ? AND {column} IS NOT NULL",
        (place.number,),
    )
    firsts, sums = place.segment.first_wordings, np.concatenate(([0], np.cumsum(meant)))
    for first, clauses, value in rows:
        yield value, int(sums[firsts[first + clauses]] - sums[firsts[first]])


def _rows_of_summit(shelf: Shelf, key: str) -> list[Row]:
    return shelf.tables.rows("SELECT segment, first_clause, clauses FROM statement WHERE summit = ?", (key,))


def _named_in(shelf: Shelf, field: str) -> Iterator[_Named]:
    match field:
        case "person" | "body":
            for participant in shelf.records(Participant):
                if (participant.kind in _BODIES) == (field == "body"):
                    code = (participant.code,) if participant.code else ()
                    names = (participant.name, *participant.other_names, *code)
                    yield _Named(participant.key, participant.name, names)
        case "cites":
            for instrument in shelf.records(Instrument):
                symbol = (instrument.symbol,) if instrument.symbol else ()
                yield _Named(instrument.key, instrument.title, (instrument.title, *symbol))
        case "source":
            for source in shelf.records(Source):
                yield _Named(source.key, f"{source.publisher}, {source.title}", (source.publisher, source.title))
