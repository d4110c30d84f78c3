"""Looks up the references by address of collections whose records are in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.collection.pointers import Lookup, Pointer, pointers_of
from tui.model.records import Collection


def pointers_in(collections: Iterable[Collection]) -> list[Pointer]:
    """Return all references by address that collections make."""
    return [pointer for collection in collections for pointer in _of(collection)]


def lookup_in(collections: Sequence[Collection], pointers: Iterable[Pointer]) -> Lookup:
    """Return what looks up references in collections; `pointers` are the ones that will be asked for."""
    wanted = {pointer.address for pointer in pointers}
    known = {key for key in _keys(collections) if key[1] in wanted} if wanted else set()

    def near(kind: str, address: str) -> Iterable[str]:
        statement = address.partition("#")[0]
        keys = (key for found, key in _keys(collections) if found == kind)
        return keys if kind != "clause" else (key for key in keys if key.partition("#")[0] == statement)

    return Lookup({collection.id for collection in collections}, lambda kind, address: (kind, address) in known, near)


def _of(collection: Collection) -> Iterator[Pointer]:
    for records in (collection.participants, collection.instruments, collection.summits, collection.threads):
        for record in records:
            yield from pointers_of(record)
    for statement in collection.statements:
        yield from pointers_of(statement)
        for clause in statement.clauses:
            yield from pointers_of(clause)


def _keys(collections: Iterable[Collection]) -> Iterator[tuple[str, str]]:
    for collection in collections:
        yield from (("participant", one.key) for one in collection.participants)
        yield from (("instrument", one.key) for one in collection.instruments)
        yield from (("summit", one.key) for one in collection.summits)
        for statement in collection.statements:
            yield "statement", statement.key
            yield from (("clause", clause.key) for clause in statement.clauses)
