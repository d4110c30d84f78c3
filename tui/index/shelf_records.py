"""The records of one compiled collection by their keys and addresses, named as they are to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from tui.collection.paths import shown
from tui.collection.pointers import Pointer
from tui.collection.problems import Problem
from tui.index import references
from tui.index.generation import headed
from tui.index.store import Compiled
from tui.index.stored_segment import StoredSegment
from tui.index.stretches import Stretches
from tui.model.records import AliasSet, Clause, Collection, Location, Statement, Summit, Thread

_REMEMBERED: Final = 4096
_Record = TypeVar("_Record")


class RecordShelf:
    """One collection, open: its records. Lookups answer None for a key that nothing has."""

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

    def record(self, kind: type[_Record], key: str) -> _Record | None:
        """Return the record of a kind (any but clauses and statements) with this key."""
        record = self.tables.record(kind, key)
        return None if record is None else self._located(record)

    def records(self, kind: type[_Record]) -> list[_Record]:
        """Return all records of a kind in the order of the files."""
        return [self._located(record) for record in self.tables.records(kind)]

    def sure_summit(self, key: str) -> Summit:
        """Return a summit that is there. Raises `KeyError` where it is not."""
        summit = self.record(Summit, key)
        if summit is None:
            raise KeyError(key)
        return summit

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
        return [self._located(self.tables.decoded(Problem, blob)) for (blob,) in found]

    def by_rank(self, table: str, keys: Iterable[str]) -> list[str]:
        """Return those of some keys that a table (`summit` or `statement`) has, in order."""
        ranked = ((self.tables.row(f"SELECT rank FROM {table} WHERE key = ?", (key,)), key) for key in keys)
        return [key for _, key in sorted((row[0], key) for row, key in ranked if row)]

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
