"""The records of one compiled collection, as a reader asks for them: by key, in order, and by whom they concern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np

from tui.collection.paths import shown
from tui.collection.pointers import Pointer
from tui.collection.problems import Problem
from tui.index import references
from tui.index.arrays import Array
from tui.index.calendar import Entry
from tui.index.codec import decode
from tui.index.generation import headed
from tui.index.lazy import Lazy, chained, keyed
from tui.index.ordering import listed, taken_from
from tui.index.parts import Part, gather_parts
from tui.index.segment import Segment
from tui.index.store import Compiled
from tui.index.stored_segment import StoredSegment
from tui.index.stretches import Stretch, Stretches, clauses_having
from tui.model.records import (
    AliasSet,
    Clause,
    Collection,
    Location,
    Participant,
    Participation,
    Statement,
    Summit,
    Thread,
)
from tui.model.vocabulary import ParticipantKind, Role

_REMEMBERED: Final = 4096
_SUMMIT: Final = "^"
_BODIES: Final = (ParticipantKind.STATE, ParticipantKind.ORGANISATION)
_NO_PART: Final = frozenset((Role.SUBJECT.value, Role.REPORTER.value, Role.TRANSLATOR.value))
_Record = TypeVar("_Record")


def listed_key(record: Summit | Statement) -> str:
    """Return what a summit or statement is found by in a listing: one of each kind may have the same key."""
    return (_SUMMIT if isinstance(record, Summit) else " ") + record.key


class Shelf:
    """One collection, open. Lookups answer None for a key that nothing has."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled: Final = compiled
        self.tables: Final = compiled.tables
        self._base: Final = compiled.folder if compiled.named_from_folder else None
        head = headed(self.tables).head
        self.collection: Final = Collection(
            id=head.id,
            title=head.title,
            folder=str(compiled.folder),
            description=head.description,
            language=head.language,
            licence=head.licence,
            note=head.note,
        )
        self._stretches: Final = Stretches(compiled)
        self.statement = lru_cache(_REMEMBERED)(self._statement)
        self._aliases: list[AliasSet] | None = None
        self._threads: list[Thread] | None = None
        self._shown = lru_cache(_REMEMBERED)(self._shown_file)

    # Records

    def record(self, kind: type[_Record], key: str) -> _Record | None:
        """Return the record of a kind (any but clauses and statements) with this key."""
        record = self.tables.record(kind, key)
        return None if record is None else self._located(record)

    def records(self, kind: type[_Record]) -> list[_Record]:
        """Return all records of a kind in the order of the files."""
        return [self._located(record) for record in self.tables.records(kind)]

    def aliases(self) -> list[AliasSet]:
        """Return the alias sets."""
        # Asked for with every clause that is read.
        if self._aliases is None:
            self._aliases = self.tables.records(AliasSet)
        return self._aliases

    def threads(self) -> list[Thread]:
        """Return the threads, in the order of the files."""
        # Asked for with every clause that is read.
        if self._threads is None:
            self._threads = self.records(Thread)
        return self._threads

    def pointers(self) -> list[Pointer]:
        """Return the references by address of all records."""
        return references.pointers(self.tables, self._shown_name)

    def has(self, kind: str, key: str) -> bool:
        """Whether there is a record of a kind (a clause among them) with this key."""
        if kind == "clause":
            return self.clause_at(key) is not None
        query = "SELECT 1 FROM record WHERE kind = ? AND key = ?"
        return self.tables.row(query, (kind.title(), key)) is not None

    def _statement(self, key: str) -> Statement | None:
        statement = self.tables.record(Statement, key)
        stretch = self._stretches.of(key)
        if statement is None or stretch is None:
            return None
        return replace(self._located(statement), clauses=stretch.clauses(self.clause))

    def clause(self, segment: StoredSegment, number: int) -> Clause:
        """Return a clause of a segment."""
        return self._located(segment.clause(number))

    def clause_at(self, address: str) -> Clause | None:
        """Return the clause at an address; where none is, the one that was there before."""
        stretch = self._stretches.of(address.partition("#")[0])
        clauses = stretch.clauses(self.clause) if stretch else None
        place = clauses.place(address) if clauses is not None else None
        if clauses is not None and place is not None:
            return clauses[place]
        now = self._now_at(address)
        return self.clause_at(now) if now is not None else None

    def _now_at(self, address: str) -> str | None:
        """Return the address that a clause has by now; of several that claim to have been there, the first's."""
        row = self.tables.row(
            "SELECT clause FROM former JOIN file ON file.key = former.file"
            " JOIN statement ON statement.key = former.statement AND statement.file = former.file WHERE address = ?"
            " ORDER BY file.place, statement.place, number LIMIT 1",
            (address,),
        )
        return row[0] if row else None

    def problems(self) -> list[Problem]:
        """Return what is wrong with the collection, in order."""
        found = self.tables.rows("SELECT blob FROM problem ORDER BY place")
        return [self._located(decode(Problem, blob)) for (blob,) in found]

    def _located(self, record: _Record) -> _Record:
        """Return a record with the name of its file as it is to be shown from here."""
        location = getattr(record, "location", None)
        if self._base is None or location is None:
            return record
        where = Location(self._shown_name(location.file), location.line, location.column)
        located: _Record = replace(record, location=where)  # type: ignore[type-var]
        return located

    def _shown_name(self, name: str) -> str:
        """Return the name of a file as it is to be shown from here."""
        return name if self._base is None else self._shown(name)

    def _shown_file(self, name: str) -> str:
        return shown((self._base or Path()) / name)

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

    def bodies(self, summit: str) -> list[Participant]:
        """Return the states and organisations that took part in a summit or its statements, or for which somebody did.

        Who is only spoken of, or only reports, has no part.
        """
        taken = self.tables.rows(
            "SELECT participant, acting_for, roles FROM participation WHERE of_summit AND place = ?1"
            " UNION ALL SELECT * FROM (SELECT participant, acting_for, roles FROM participation"
            " JOIN statement ON NOT of_summit AND statement.key = participation.place WHERE statement.summit = ?1"
            " ORDER BY statement.rank, number)",
            (summit,),
        )
        keys = [
            key
            for participant, acting_for, roles in taken
            if not _NO_PART.issuperset(listed(roles))
            for key in (participant, *listed(acting_for))
        ]
        found = (self.record(Participant, key) for key in dict.fromkeys(keys))
        return [one for one in found if one is not None and one.kind in _BODIES]

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

    def participations_of(self, key: str) -> list[tuple[Summit | Statement, Participation]]:
        """Return each participation of a participant, or of those who act for it, with where it was."""
        rows = self.tables.rows(
            "SELECT place, of_summit FROM participation WHERE participant = ?1"
            " UNION SELECT place, of_summit FROM acting WHERE body = ?1",
            (key,),
        )
        summits = self.by_rank("summit", [place for place, of_summit in rows if of_summit])
        statements = self.by_rank("statement", [place for place, of_summit in rows if not of_summit])
        places: list[Summit | Statement | None] = [self.record(Summit, place) for place in summits]
        places += [self.statement(place) for place in statements]
        return [
            (place, participation)
            for place in places
            if place is not None
            for participation in place.participations
            if key == participation.participant or key in participation.acting_for
        ]

    def citing(self, instruments: Sequence[str]) -> Lazy[Clause]:
        """Return the clauses that cite one of some instruments, each once, in order."""
        return self._clauses_with("cites", instruments)

    def invoking(self, instruments: Sequence[str]) -> list[Statement]:
        """Return the statements that cite one of some instruments in a clause that is not known, in order."""
        found = {key for instrument in instruments for key in references.invoking(self.tables, instrument)}
        return list(self._statements_with(self.by_rank("statement", found)))

    def stretch(self, statement: str) -> Stretch | None:
        """Return the clauses of a statement (a key), unread."""
        return self._stretches.of(statement)

    # By whom they concern

    def statements_concerning(self, participant: str, within: Iterable[str] | None = None) -> list[str]:
        """Return the statements (keys) that a participant has part in, in order; of those `within`, if given."""
        found = {*self._naming(participant), *self._undertaken(participant)}
        return self.by_rank("statement", found if within is None else found.intersection(within))

    def summits_concerning(self, participant: str) -> list[str]:
        """Return the summits (keys) that a participant takes part in, or in a statement of which, in order."""
        rows = self.tables.rows(
            "SELECT place FROM participation WHERE of_summit AND participant = ?1"
            " UNION SELECT place FROM acting WHERE of_summit AND body = ?1",
            (participant,),
        )
        statements = self.statements_concerning(participant)
        found = {key for (key,) in rows}
        for key in statements:
            row = self.tables.row("SELECT summit FROM statement WHERE key = ?", (key,))
            found.update(filter(None, row or ()))
        return self.by_rank("summit", found)

    def beside(self, summit: str) -> Lazy[Summit]:
        """Return the summits that were held on the margins of one (a key), in order."""
        rows = self.tables.rows("SELECT key FROM summit WHERE margins_of = ? ORDER BY rank", (summit,))
        return keyed([key for (key,) in rows], self.sure_summit)

    def sure_summit(self, key: str) -> Summit:
        """Return a summit that is there. Raises `KeyError` where it is not."""
        summit = self.record(Summit, key)
        if summit is None:
            raise KeyError(key)
        return summit

    def clauses_concerning(self, participant: str, within: Iterable[str] | None = None) -> Lazy[Clause]:
        """Return the clauses that a participant has part in: by name, through the statement, or who acts for it."""
        statements = self.statements_concerning(participant, within)
        whole = set(self._naming(participant))
        return chained([self._part_of(key, participant, key in whole).clauses(self.clause) for key in statements])

    def _naming(self, participant: str) -> list[str]:
        """The statements in whose making a participant took part, or somebody for it: all of their clauses count."""
        rows = self.tables.rows(
            "SELECT place FROM participation WHERE NOT of_summit AND participant = ?1"
            " UNION SELECT place FROM acting WHERE NOT of_summit AND body = ?1",
            (participant,),
        )
        return [key for (key,) in rows]

    def _undertaken(self, participant: str) -> list[str]:
        """The statements of which a participant undertakes clauses, or somebody who acted for it at the summit."""
        rows = self.tables.rows(
            "SELECT statement FROM undertaking WHERE participant = ?1 UNION SELECT undertaking.statement FROM acting"
            " JOIN statement ON statement.summit = acting.place"
            " JOIN undertaking ON undertaking.participant = acting.participant"
            " AND undertaking.statement = statement.key WHERE acting.of_summit AND acting.body = ?1",
            (participant,),
        )
        return [key for (key,) in rows]

    def _part_of(self, statement: str, participant: str, whole: bool) -> Stretch:
        stretch = self._stretches.of(statement)
        assert stretch is not None
        if whole:
            return stretch
        acting = self.tables.rows(
            "SELECT acting.participant FROM acting JOIN statement ON statement.summit = acting.place"
            " WHERE acting.of_summit AND acting.body = ? AND statement.key = ?",
            (participant, statement),
        )
        found: set[int] = set()
        for key in (participant, *(who for (who,) in acting)):
            found.update(stretch.among(clauses_having(stretch.segment, "by", key)))
        return stretch._replace(numbers=sorted(found))

    def _clauses_with(self, field: str, values: Sequence[str]) -> Lazy[Clause]:
        stretches = []
        for number, segment in self.compiled.segments.items():
            having = [clauses_having(segment, field, value) for value in values]
            if having:
                stretches += self._stretches.holding(number, np.unique(np.concatenate(having)))
        ranks = {key: rank for rank, key in enumerate(self.by_rank("statement", [one.statement for one in stretches]))}
        stretches = sorted((one for one in stretches if one.statement in ranks), key=lambda one: ranks[one.statement])
        return chained([stretch.clauses(self.clause) for stretch in stretches])

    def by_rank(self, table: str, keys: Iterable[str]) -> list[str]:
        """Return those of some keys that a table (`summit` or `statement`) has, in order."""
        ranked = ((self.tables.row(f"SELECT rank FROM {table} WHERE key = ?", (key,)), key) for key in keys)
        return [key for _, key in sorted((row[0], key) for row, key in ranked if row)]

    def _statements_with(self, keys: Sequence[str]) -> Lazy[Any]:
        return keyed(keys, self.statement)

    # What is searched

    def segments(self) -> list[Segment]:
        """Return what a search goes through."""
        return [
            Segment(segment.index, self._reader(segment), self._alive(number, segment), segment.release)
            for number, segment in self.compiled.segments.items()
        ]

    def _reader(self, segment: StoredSegment) -> Any:
        return lambda wording: self._located(segment.wording(wording))

    def _alive(self, number: int, segment: StoredSegment) -> Array | None:
        """Which wordings of a segment still stand in their files; None for all."""
        if self.compiled.living[number] == len(segment):
            return None
        alive = np.zeros(len(segment.index), bool)
        for first, clauses in self.tables.rows(
            "SELECT first_clause, clauses FROM statement WHERE segment = ?", (number,)
        ):
            alive[segment.first_wordings[first] : segment.first_wordings[first + clauses]] = True
        return alive
