"""Every record by its key, in whichever of the open collections it is, and which of them are the same one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from tui.collection.pointers import Pointing
from tui.index import references
from tui.index.sameness import Sameness
from tui.index.shelf import Shelf
from tui.index.store import Compiled
from tui.model.records import Clause, Collection, Instrument, Participant, Source, Statement, Summit, Thread

Record = Collection | Summit | Statement | Clause | Participant | Instrument | Source | Thread
_Item = TypeVar("_Item")


class RecordCatalogue:
    """The records of the collections that are open; of several with one id, the first.

    Lookups by key answer None for a key that nothing has (a dangling reference was reported when compiling).
    """

    def __init__(self, opened: Iterable[Compiled]) -> None:
        shelves: dict[str, Shelf] = {}
        for shelf in map(Shelf, opened):
            shelves.setdefault(shelf.collection.id, shelf)
        self._shelves: Final = shelves
        self.collections: Final = tuple(shelf.collection for shelf in shelves.values())
        self._sameness: Final[dict[str, Sameness]] = {}

    # By key

    def collection(self, name: str) -> Collection | None:
        """Return the collection with this id."""
        shelf = self._shelves.get(name)
        return shelf.collection if shelf else None

    def summit(self, key: str | None) -> Summit | None:
        """Return the summit with this key."""
        return self._record(Summit, key)

    def statement(self, key: str | None) -> Statement | None:
        """Return the statement with this key, which is its address."""
        shelf = self._shelf(key)
        return shelf.statement(key or "") if shelf else None

    def clause(self, address: str | None) -> Clause | None:
        """Return the clause at this address, or the one that was there before: its own `address` then is another."""
        shelf = self._shelf(address)
        return shelf.clause_at(address or "") if shelf else None

    def participant(self, key: str | None) -> Participant | None:
        """Return the participant with this key."""
        return self._record(Participant, key)

    def instrument(self, key: str | None) -> Instrument | None:
        """Return the instrument with this key."""
        return self._record(Instrument, key)

    def source(self, key: str | None) -> Source | None:
        """Return the source with this key."""
        return self._record(Source, key)

    def thread(self, key: str | None) -> Thread | None:
        """Return the thread with this key."""
        return self._record(Thread, key)

    def _shelf(self, key: str | None) -> Shelf | None:
        return self._shelves.get((key or "").partition("/")[0])

    def _record(self, kind: type[_Item], key: str | None) -> _Item | None:
        shelf = self._shelf(key)
        return shelf.record(kind, key or "") if shelf else None

    def find(self, address: str) -> list[Record]:
        """Return what an address names: a clause, or the records of any kind that have it as their key.

        An address that a clause had before leads to it; that it is an old one, `is_former` tells.
        """
        if "#" in address:
            clause = self.clause(address)
            return [clause] if clause else []
        found = (
            self.collection(address),
            self.statement(address),
            self.summit(address),
            self.participant(address),
            self.instrument(address),
            self.source(address),
            self.thread(address),
        )
        return [record for record in found if record is not None]

    def is_former(self, address: str) -> bool:
        """Whether a clause was at this address before, and is at another now."""
        clause = self.clause(address) if "#" in address else None
        return clause is not None and clause.address != address

    def name(self, key: str) -> str:
        """Return a participant's name; for a dangling reference, its id."""
        participant = self.participant(key)
        return participant.name if participant else key.rpartition("/")[2]

    # The same

    def same(self, kind: type[Pointing], key: str) -> list[str]:
        """Return the keys of the records in other collections that are the same one as a record of a kind here.

        It does not matter which of them declares it. Keys that nothing open has are left out.
        """
        name = kind.__name__.lower()
        shelf = self._shelf(key)
        found = references.declared_same(shelf.tables, name, key) if shelf else []
        for other in self._shelves.values():
            found += references.declaring_same(other.tables, name, key)
        return [other for other in dict.fromkeys(found) if self._has(name, other)]

    def sameness(self, kind: type[Pointing]) -> Sameness:
        """Return which records of a kind are the same in several of the open collections."""
        name = kind.__name__.lower()
        if name not in self._sameness:
            shelves = self._shelves.values() if len(self._shelves) > 1 else ()
            pairs = [pair for shelf in shelves for pair in references.same_pairs(shelf.tables, name)]
            order = {collection: place for place, collection in enumerate(self._shelves)}
            self._sameness[name] = Sameness(pairs, lambda key: self._has(name, key), order)
        return self._sameness[name]

    def _has(self, kind: str, address: str) -> bool:
        shelf = self._shelf(address)
        return shelf is not None and shelf.has(kind, address)
