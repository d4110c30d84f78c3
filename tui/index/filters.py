"""Answers what a query's fields ask, from the tables and the terms of the collections that are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property
from typing import Final

import numpy as np

from tui.collection.pointers import Pointing
from tui.index.arrays import Array
from tui.index.known import RECORDS, Known, Named, languages, places, plain, records
from tui.index.narrowing import Count, Masks, Meant, Nearest
from tui.index.sameness import Sameness
from tui.index.shelf import Shelf
from tui.index.spread import Spread, party_counts, statement_counts, year_counts
from tui.index.tables import Row
from tui.index.terms import folded_value
from tui.model.records import Instrument, Participant, Source, Summit
from tui.text.words import fold

_STATEMENT: Final = ("kind", "act", "year")
"""Fields that a statement has one value of, or may be of one of."""
_NONE: Final = np.zeros(0, np.uint32)
_MOST_KEPT: Final = 20_000
"""Of a field with more values nothing is kept from one look-up to the next."""


class Filters:
    """Implements `tui.index.narrowing.Narrowing`. Statements are gone through when a field first asks for them.

    `sameness` tells which records of a kind are the same in several of the collections.
    """

    def __init__(self, shelves: Iterable[Shelf], sameness: Callable[[type[Pointing]], Sameness]) -> None:
        self._shelves: Final = list(shelves)
        self._sameness: Final = sameness
        self._values: dict[str, Known] = {}
        self._spreads: Final = [
            Spread(shelf, number, segment)
            for shelf in self._shelves
            for number, segment in shelf.compiled.segments.items()
        ]

    def having(self, field: str, values: Sequence[str]) -> Masks:
        """Return the wordings that have any of the values, each an id, a code or words of a name."""
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

    def standing(self) -> Masks:
        """Return all wordings that stand in the files."""
        return [spread.standing for spread in self._spreads]

    def days(self) -> Sequence[Array]:
        """Return for each segment the first day that each wording may be of, as its ordinal (int32); 0 for none."""
        return self._days

    def meant(self, field: str, value: str, *, unfinished: bool = False) -> list[Meant]:
        """Return what a value of an open field means; nothing, where there is no such value."""
        known = self._known(field)
        found = known.begun(value) if unfinished else known.meant(value)
        return list({one.value: Meant(one.value, one.name) for one in reversed(found)}.values())[::-1]

    def nearest(self, field: str, value: str) -> Nearest:
        """Return what comes nearest to a value of an open field that means nothing."""
        return self._known(field).nearest(value)

    def values(self, field: str, prefix: str, most: int) -> list[Count]:
        """Return values of a field that go on from `prefix`, in their id or name, the most frequent first."""
        known = self._known(field)
        begun = folded_value(prefix) or fold(prefix)
        return self._counted(field, known, known.going_on_from(begun), self.standing(), most)

    def counts(self, field: str, wordings: Masks, most: int) -> list[Count]:
        """Return how many of the wordings meant have each value of a field, the most frequent first; `year` too."""
        if field == "year":
            return year_counts(self._spreads, wordings, most)
        if field in _STATEMENT:
            return statement_counts(self._spreads, field, wordings, most)
        known = self._known(field)
        return self._counted(field, known, known.named, wordings, most)

    def _none(self) -> list[Array]:
        """Masks of no wordings."""
        return [np.zeros(len(spread.segment.index), bool) for spread in self._spreads]

    # Marking

    def _mark(self, field: str, value: str, masks: Sequence[Array]) -> None:
        """Mark the wordings that have a value."""
        match field:
            case "has":
                self._mark_held(value, masks)
            case "kind" | "act":
                self._mark_statements(masks, f"{field} = ?", (value,))
            case "role":
                self._mark_role(value, masks)
            case _:
                self._mark_keys(field, self._known(field).keys(value), masks)

    def _mark_keys(self, field: str, keys: Set[str], masks: Sequence[Array]) -> None:
        """Mark the wordings that have any of these values, or are of the records with these keys."""
        match field:
            case "series" | "at":
                self._mark_summits(field, keys, masks)
            case "person" | "body":
                self._mark_participants(keys, masks)
            case _:
                self._mark_terms(field, keys, masks)

    def _mark_terms(self, field: str, values: Set[str], masks: Sequence[Array]) -> None:
        for spread, mask in zip(self._spreads, masks, strict=True):
            for value in values:
                mask[spread.segment.terms.wordings(field, value)] = True

    def _mark_held(self, value: str, masks: Sequence[Array]) -> None:
        if value == "source":
            held = {source.key for shelf in self._shelves for source in shelf.records(Source) if source.held}
            self._mark_terms("source", held, masks)
        else:
            self._mark_terms("has", {value}, masks)

    def _mark_statements(self, masks: Sequence[Array], condition: str, values: Sequence[object]) -> None:
        """Mark the wordings of the statements for which a condition on their row holds; it holds no data."""
        for shelf in self._shelves:
            query = f"SELECT segment, first_clause, clauses FROM statement WHERE {condition}"
            self._mark_rows(shelf, shelf.tables.rows(query, values), masks)

    def _mark_rows(self, shelf: Shelf, rows: Iterable[Row], masks: Sequence[Array]) -> None:
        by_segment = {
            spread.number: (spread.segment.first_wordings, mask)
            for spread, mask in zip(self._spreads, masks, strict=True)
            if spread.shelf is shelf
        }
        for segment, first, clauses in rows:
            wordings, mask = by_segment[segment]
            mask[wordings[first] : wordings[first + clauses]] = True

    def _mark_summits(self, field: str, wanted: Set[str], masks: Sequence[Array]) -> None:
        for shelf in self._shelves:
            keys = [summit.key for summit in shelf.records(Summit) if not wanted.isdisjoint(_held(field, summit))]
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

    def _mark_participants(self, keys: Set[str], masks: Sequence[Array]) -> None:
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
        self._mark_terms("by", keys, masks)

    # Values

    def _known(self, field: str) -> Known:
        """The values of a field; looked up when they are first asked for."""
        known = self._values.get(field)
        if known is None:
            known = Known(self._named(field), records=field in RECORDS or field in ("series", "at"))
            if len(known.named) <= _MOST_KEPT:
                self._values[field] = known
        return known

    def _named(self, field: str) -> list[Named]:
        match field:
            case "person" | "body":
                return records(self._shelves, field, self._sameness(Participant))
            case "cites":
                return records(self._shelves, field, self._sameness(Instrument))
            case "source":
                return records(self._shelves, field, None)
            case "at":
                return places(self._shelves)
            case "series":
                return plain(one.series for shelf in self._shelves for one in shelf.records(Summit) if one.series)
            case _:
                values = dict.fromkeys(value for spread in self._spreads for value in spread.values(field))
                return languages(values) if field == "lang" else plain(values)

    def _counted(self, field: str, known: Known, named: Sequence[Named], wordings: Masks, most: int) -> list[Count]:
        names: dict[str, list[str]] = {}
        for one in named:
            names.setdefault(one.value, []).append(one.name)
        # What is counted is what the value keeps, which may be more than one record.
        keys = [known.keys(value) for value in names]
        if field in ("series", "at"):
            found = self._summit_counts(field, keys, wordings)
        elif field in ("person", "body"):
            found = party_counts(self._spreads, keys, wordings)
        else:
            found = [self._term_count(field, own, wordings) for own in keys]
        counts = [
            Count(value, "; ".join(dict.fromkeys(called)), there)
            for (value, called), there in zip(names.items(), found, strict=True)
            if there
        ]
        return sorted(counts, key=lambda count: (-count.wordings, count.value))[:most]

    def _term_count(self, field: str, values: Set[str], wordings: Masks) -> int:
        """How many of the wordings meant have any of these terms."""
        count = 0
        for spread, meant in zip(self._spreads, wordings, strict=True):
            having = [spread.segment.terms.wordings(field, value) for value in values]
            held = having[0] if len(having) == 1 else np.unique(np.concatenate([_NONE, *having]))
            count += int(np.count_nonzero(meant[held]))
        return count

    def _summit_counts(self, field: str, values: Sequence[Set[str]], wordings: Masks) -> list[int]:
        """How many of the wordings meant are of summits of each series, or at each place: statements are read once."""
        having: dict[str, list[int]] = {}
        for number, keys in enumerate(values):
            for key in keys:
                having.setdefault(key, []).append(number)
        counts = np.zeros(len(values), np.int64)
        for shelf in self._shelves:
            summits = {
                summit.key: sorted({number for held in _held(field, summit) for number in having.get(held, ())})
                for summit in shelf.records(Summit)
            }
            for spread, meant in zip(self._spreads, wordings, strict=True):
                if spread.shelf is shelf:
                    for key, there in spread.per_value("summit", spread.per_statement(meant)):
                        counts[summits.get(key, [])] += there
        return counts.tolist()

    @cached_property
    def _days(self) -> list[Array]:
        days = []
        for spread in self._spreads:
            there = np.zeros(len(spread.segment.index), np.int32)
            firsts = spread.segment.first_wordings
            rows = spread.shelf.tables.rows(
                "SELECT first_clause, clauses, earliest FROM statement WHERE segment = ? AND earliest", (spread.number,)
            )
            for first, clauses, day in rows:
                there[firsts[first] : firsts[first + clauses]] = day
            days.append(there)
        return days


def _held(field: str, summit: Summit) -> tuple[str, str]:
    """What a summit has of a field: its series, or its place and country; empty where it has none."""
    return (summit.series or "", "") if field == "series" else (summit.place or "", summit.country or "")


def _rows_of_summit(shelf: Shelf, key: str) -> list[Row]:
    return shelf.tables.rows("SELECT segment, first_clause, clauses FROM statement WHERE summit = ?", (key,))
