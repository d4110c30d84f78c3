"""References by address, which may lead from one collection into another: looked up when these are opened together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, NamedTuple

from tui.collection.problems import Problem, Problems, quoted, unknown_name
from tui.model.records import Clause, Instrument, Location, Participant, Statement, Summit, Thread

Pointing = Statement | Clause | Summit | Participant | Instrument
"""The records that may be the same as one in another collection."""

SAME: Final = "same"
MEMBER: Final = "member"


class Pointer(NamedTuple):
    """A reference from the record with the key `origin` to the record of a kind at an address.

    `why` is `SAME` for two records of one thing in two collections, `MEMBER` for what a thread runs through.
    """

    origin: str
    why: str
    kind: str
    address: str
    location: Location


class Lookup(NamedTuple):
    """What is open: whether a collection is (by its id), whether a record of a kind is, and the addresses near one."""

    collections: Collection[str]
    has: Callable[[str, str], bool]
    near: Callable[[str, str], Iterable[str]]


def pointers_of(record: Pointing | Thread) -> Iterator[Pointer]:
    """Yield the references by address that a record makes; a statement's clauses make their own."""
    if isinstance(record, Thread):
        for member in record.members:
            kind = "clause" if "#" in member.address else "statement"
            yield Pointer(record.key, MEMBER, kind, member.address, member.location)
    elif record.same_as is not None:
        yield Pointer(record.key, SAME, type(record).__name__.lower(), record.same_as, record.location)


def dangling(pointers: Iterable[Pointer], lookup: Lookup) -> tuple[Problem, ...]:
    """Return what is wrong with references by address; those into a collection that is not open are passed over."""
    problems = Problems()
    for pointer in pointers:
        name = _collection(pointer.address)
        if pointer.why == SAME and name == _collection(pointer.origin):
            problems.error(
                pointer.location,
                "same_as leads into its own collection",
                found=quoted(pointer.address),
                expected="an address in another one",
            )
        elif name in lookup.collections and not lookup.has(pointer.kind, pointer.address):
            near = list(lookup.near(pointer.kind, pointer.address))
            problems.extend([unknown_name(pointer.location, f"undefined {pointer.kind}", pointer.address, near)])
    return problems.sorted()


def not_looked_up(pointers: Iterable[Pointer], lookup: Lookup) -> tuple[Problem, ...]:
    """Return a warning for each collection that references lead into and that is not open."""
    first: dict[tuple[str, str], Pointer] = {}
    for pointer in pointers:
        if (name := _collection(pointer.address)) not in lookup.collections:
            first.setdefault((_collection(pointer.origin), name), pointer)
    problems = Problems()
    for (_, name), pointer in first.items():
        problems.warning(
            pointer.location,
            f"the collection {name} is not open: what leads into it was not looked up",
            found=quoted(pointer.address),
            expected=f"{name} beside it",
        )
    return problems.sorted()


def _collection(address: str) -> str:
    return address.partition("/")[0]
