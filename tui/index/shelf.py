"""The records of one compiled collection, as a reader asks for them: by key, in order, and by whom they concern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from tui.index import references
from tui.index.arrays import Array
from tui.index.calendar import Entry
from tui.index.lazy import Lazy, chained, keyed
from tui.index.ordering import listed, taken_from
from tui.index.parts import Part, gather_parts
from tui.index.segment import Segment
from tui.index.shelf_parties import PartyShelf
from tui.index.stored_segment import StoredSegment
from tui.index.stretches import Stretch, clauses_having
from tui.model.records import Clause, Participant, Statement, Summit
from tui.model.vocabulary import Role

_SUMMIT: Final = "^"


def listed_key(record: Summit | Statement) -> str:
    """Return what a summit or statement is found by in a listing: one of each kind may have the same key."""
    return (_SUMMIT if isinstance(record, Summit) else " ") + record.key


class Shelf(PartyShelf):
    """One collection, open: also in order, by what its records belong to, and as it is searched."""

    # In order

    def summits(self) -> Lazy[Summit]:
        """Return all summits, the oldest first."""
        return self._ranked("summit", lambda key: self.record(Summit, key))

    def statements(self) -> Lazy[Statement]:
        """Return all statements, the oldest first; an undated one stands with its summit."""
        return self._ranked("statement", self.statement)

    def _ranked(self, table: str, read: Any) -> Lazy[Any]:
        def at(rank: int) -> Any:
            row = self.tables.row(f"SELECT key FROM {table} WHERE rank = ?", (rank,))
            return read(row[0]) if row else None

        def find(key: str) -> int | None:
            row = self.tables.row(f"SELECT rank FROM {table} WHERE key = ?", (key,))
            return row[0] if row else None

        return Lazy(self.tables.number(f"SELECT MAX(rank) + 1 FROM {table}"), at, find)

    def clauses(self) -> Lazy[Clause]:
        """Return all clauses, statement by statement in their order."""

        def read(position: int) -> Clause:
            first, stretch = self._stretches.at(position)
            return self.clause(stretch.segment, stretch.numbers[position - first])

        def find(address: str) -> int | None:
            key, _, name = address.partition("#")
            row = self.tables.row("SELECT first_position, ids FROM statement WHERE key = ?", (key,))
            ids = listed(row[1]) if row else ()
            return int(row[0]) + ids.index(name) if row and name in ids else None

        return Lazy(self.tables.number("SELECT MAX(first_position + clauses) FROM statement"), read, find)

    def listing(self) -> Lazy[Summit | Statement]:
        """Return summits and after each its statements, in order; at the end the statements of no summit.

        One is found by the key that `listed_key` makes.
        """

        def read(place: int) -> Any:
            row = self.tables.row("SELECT key, is_summit FROM listing WHERE place = ?", (place,))
            if row is None:
                return None
            return self.record(Summit, row[0]) if row[1] else self.statement(row[0])

        def find(key: str) -> int | None:
            query = "SELECT place FROM listing WHERE key = ? AND is_summit = ?"
            row = self.tables.row(query, (key[1:], key[:1] == _SUMMIT))
            return row[0] if row else None

        return Lazy(self.tables.number("SELECT MAX(place) + 1 FROM listing"), read, find)

    def parts(self) -> Lazy[Part]:
        """Return all participants with all they do, by role."""

        def read(place: int) -> Any:
            query = "SELECT participant, roles, offices, acting_for FROM part WHERE rank = ?"
            row = self.tables.row(query, (place + 1,))
            who = self.record(Participant, row[0]) if row else None
            if row is None or who is None:
                return None
            return Part(who, tuple(map(Role, listed(row[1]))), listed(row[2]), listed(row[3]))

        def find(key: str) -> int | None:
            row = self.tables.row("SELECT rank FROM part WHERE participant = ?", (key,))
            return int(row[0]) - 1 if row else None

        return Lazy(self.tables.number("SELECT MAX(rank) FROM part"), read, find)

    def calendar(self, participant: str | None = None) -> list[Entry]:
        """Return what `listing` lists, without reading a record; for a participant, what concerns it."""
        rows = self.tables.rows(
            "SELECT listing.key, is_summit, statement.summit,"
            " COALESCE(summit.earliest, statement.earliest), COALESCE(summit.latest, statement.latest), summit.series"
            " FROM listing LEFT JOIN summit ON is_summit AND summit.key = listing.key"
            " LEFT JOIN statement ON NOT is_summit AND statement.key = listing.key ORDER BY listing.place"
        )
        entries = [Entry(key, bool(is_summit), *told) for key, is_summit, *told in rows]
        if participant is None:
            return entries
        wanted = {f"{_SUMMIT}{key}" for key in self.summits_concerning(participant)}
        wanted.update(f" {key}" for key in self.statements_concerning(participant))
        return [entry for entry in entries if entry.listed_key in wanted]

    # By what they belong to

    def statements_of(self, summit: str) -> Lazy[Statement]:
        """Return the statements of a summit in order."""
        rows = self.tables.rows("SELECT key FROM statement WHERE summit = ? ORDER BY rank", (summit,))
        return self._statements_with([key for (key,) in rows])

    def clauses_of(self, statements: Iterable[str]) -> Lazy[Clause]:
        """Return the clauses of some statements (keys)."""
        stretches = [stretch for key in statements if (stretch := self._stretches.of(key))]
        return chained([stretch.clauses(self.clause) for stretch in stretches])

    def parts_of(self, statements: Sequence[str], summits: Sequence[str]) -> list[Part]:
        """Return who takes part in some statements and summits (keys), by role."""
        taken = []
        for keys, of_summit in ((statements, 0), (summits, 1)):
            for key in keys:
                taken += self.tables.rows(
                    "SELECT participant, roles, office, acting_for FROM participation"
                    " WHERE place = ? AND of_summit = ? ORDER BY number",
                    (key, of_summit),
                )
        by = dict.fromkeys(
            row[0]
            for key in statements
            for row in self.tables.rows("SELECT participant FROM undertaking WHERE statement = ?", (key,))
        )
        return gather_parts(map(taken_from, taken), by, lambda key: self.record(Participant, key))

    def citing(self, instruments: Sequence[str]) -> Lazy[Clause]:
        """Return the clauses that cite one of some instruments, each once, in order."""
        return self._clauses_with("cites", instruments)

    def invoking(self, instruments: Sequence[str]) -> list[Statement]:
        """Return the statements that cite one of some instruments in a clause that is not known, in order."""
        found = {key for instrument in instruments for key in references.invoking(self.tables, instrument)}
        return list(self._statements_with(self.by_rank("statement", found)))

    def beside(self, summit: str) -> Lazy[Summit]:
        """Return the summits that were held on the margins of one (a key), in order."""
        rows = self.tables.rows("SELECT key FROM summit WHERE margins_of = ? ORDER BY rank", (summit,))
        return keyed([key for (key,) in rows], self.sure_summit)

    def stretch(self, statement: str) -> Stretch | None:
        """Return the clauses of a statement (a key), unread."""
        return self._stretches.of(statement)

    def statements_citing(self, instruments: Sequence[str]) -> list[str]:
        """Return the statements (keys) that cite one of some instruments, in a clause or as a whole, in order."""
        found = {one.statement for one in self._stretches_with("cites", instruments)}
        found.update(key for instrument in instruments for key in references.invoking(self.tables, instrument))
        return self.by_rank("statement", found)

    def _clauses_with(self, field: str, values: Sequence[str]) -> Lazy[Clause]:
        return chained([stretch.clauses(self.clause) for stretch in self._stretches_with(field, values)])

    def _stretches_with(self, field: str, values: Sequence[str]) -> list[Stretch]:
        """The clauses that have one of some values, by their statements, in order."""
        stretches: list[Stretch] = []
        for number, segment in self.compiled.segments.items():
            having = [clauses_having(segment, field, value) for value in values]
            if having:
                stretches += self._stretches.holding(number, np.unique(np.concatenate(having)))
        ranks = {key: rank for rank, key in enumerate(self.by_rank("statement", [one.statement for one in stretches]))}
        return sorted((one for one in stretches if one.statement in ranks), key=lambda one: ranks[one.statement])

    def _statements_with(self, keys: Sequence[str]) -> Lazy[Any]:
        return keyed(keys, self.statement)

    # What is searched

    def segments(self) -> list[Segment]:
        """Return what a search goes through."""
        return [
            Segment(segment.index, self._reader(segment), self.alive(number), segment.release)
            for number, segment in self.compiled.segments.items()
        ]

    def _reader(self, segment: StoredSegment) -> Any:
        return lambda wording: self._located(segment.wording(wording))

    def alive(self, number: int) -> Array | None:
        """Return which wordings of a segment still stand in their files (bool); None for all."""
        segment = self.compiled.segments[number]
        if self.compiled.living[number] == len(segment):
            return None
        alive = np.zeros(len(segment.index), bool)
        for first, clauses in self.tables.rows(
            "SELECT first_clause, clauses FROM statement WHERE segment = ?", (number,)
        ):
            alive[segment.first_wordings[first] : segment.first_wordings[first + clauses]] = True
        return alive
