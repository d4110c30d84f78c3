"""The records of the open collections and the links between them: what a reader's choice leaves to be read.

Collections stand one after the other, in the order in which they were opened. Sequences read what is asked of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from tui.collection.pointers import Lookup, dangling
from tui.collection.problems import Problem
from tui.index.calendar import Entry
from tui.index.calendar_words import calendar_words
from tui.index.catalogue_records import Record, RecordCatalogue
from tui.index.filters import Filters
from tui.index.lazy import Lazy, chained, keyed, listed
from tui.index.parts import Part, people
from tui.index.scope import EVERYTHING, Scope
from tui.index.segment import Segment
from tui.index.shelf import Shelf, listed_key
from tui.index.undertaken import NOTHING_UNDERTAKEN, Undertaken, met, own_side, undertaken, undertakers
from tui.model.records import (
    AliasSet,
    Clause,
    Collection,
    Instrument,
    Participant,
    Participation,
    Source,
    Statement,
    Summit,
    Thread,
)

__all__ = ["EVERYTHING", "Catalogue", "Part", "Record", "Scope"]

_Item = TypeVar("_Item")
_FEW: Final = 2_000


class Catalogue(RecordCatalogue):
    """The records of the collections that are open: by their keys, all of a kind, and in the scope of a choice."""

    @classmethod
    def of(cls, collections: Iterable[Collection]) -> Catalogue:
        """Return the catalogue of collections whose records are in memory."""
        # Imported here: what is compiled already is opened without what compiles.
        from tui.index.in_memory import records_in_memory

        return cls(map(records_in_memory, collections))

    def addresses(self, near: str) -> Iterator[str]:
        """Yield the addresses there are; of very many clauses only those of the statement that `near` begins with."""
        for shelf in self._shelves.values():
            yield shelf.collection.id
            for kind in (Statement, Summit, Participant, Instrument, Source, Thread):
                yield from shelf.tables.keys(kind)
        statement = self.statement(near.partition("#")[0])
        clauses = self.clauses()
        if statement is not None or len(clauses) <= _FEW:
            yield from (clause.address for clause in (statement.clauses if statement else clauses))

    # All of a kind

    def aliases(self, scope: Scope = EVERYTHING) -> list[AliasSet]:
        """Return the alias sets of a collection, or of all."""
        return [alias for shelf in self._in(scope) for alias in shelf.aliases()]

    def instruments(self, scope: Scope = EVERYTHING) -> list[Instrument]:
        """Return the instruments of a collection, or of all."""
        return [record for shelf in self._in(scope) for record in shelf.records(Instrument)]

    def sources(self, scope: Scope = EVERYTHING) -> list[Source]:
        """Return the sources of a collection, or of all."""
        return [record for shelf in self._in(scope) for record in shelf.records(Source)]

    def threads(self, scope: Scope = EVERYTHING) -> list[Thread]:
        """Return the threads of a collection, or of all."""
        return [thread for shelf in self._in(scope) for thread in shelf.threads()]

    def problems(self) -> list[Problem]:
        """Return what is wrong with the collections, each one's in order; at the end, references that lead nowhere."""
        pointers = [pointer for shelf in self._shelves.values() for pointer in shelf.pointers()]
        own = [problem for shelf in self._shelves.values() for problem in shelf.problems()]
        return [*own, *dangling(pointers, Lookup(self._shelves.keys(), self._has, self._near))]

    def _near(self, kind: str, address: str) -> Iterator[str]:
        return (found for found in self.addresses(address) if ("#" in found) == (kind == "clause"))

    def filters(self) -> Filters:
        """Return what answers a query's fields; its masks are those of `segments`."""
        return Filters(self._shelves.values(), self.sameness)

    def segments(self) -> list[Segment]:
        """Return what a search goes through."""
        return [segment for shelf in self._shelves.values() for segment in shelf.segments()]

    # In scope

    def clauses(self, scope: Scope = EVERYTHING) -> Lazy[Clause]:
        """Return the clauses in scope, statement by statement, the oldest first in each collection."""
        who = scope.participant
        own = self._own(who)
        if _is_wide(scope):
            return self._chained(scope, lambda shelf: shelf.clauses_concerning(own(shelf)) if who else shelf.clauses())
        keys = self._statement_keys(scope)
        return self._chained(
            scope, lambda shelf: shelf.clauses_concerning(own(shelf), keys) if who else shelf.clauses_of(keys)
        )

    def statements(self, scope: Scope = EVERYTHING) -> Lazy[Statement]:
        """Return the statements in scope, the oldest first; an undated one stands with its summit."""
        who = scope.participant
        if _is_wide(scope) and who is None:
            return self._chained(scope, Shelf.statements)
        own = self._own(who)

        def of(shelf: Shelf) -> Lazy[Statement]:
            if _is_wide(scope):
                keys = shelf.statements_concerning(own(shelf))
            else:
                keys = [key for key in self._statement_keys(scope) if self._shelf(key) is shelf]
                keys = shelf.statements_concerning(own(shelf), keys) if who else keys
            return keyed(keys, _sure(shelf.statement))

        return self._chained(scope, of)

    def summits(self, scope: Scope = EVERYTHING) -> Lazy[Summit]:
        """Return the summits in scope, the oldest first."""
        who = scope.participant
        wanted = _summit_keys(scope)
        if wanted is None and who is None:
            return self._chained(scope, Shelf.summits)
        own = self._own(who)

        def of(shelf: Shelf) -> Lazy[Summit]:
            keys = shelf.summits_concerning(own(shelf)) if who else wanted or ()
            within = frozenset(keys if wanted is None else wanted)
            known = [key for key in keys if key in within and shelf.record(Summit, key) is not None]
            return keyed(known, shelf.sure_summit)

        return self._chained(scope, of)

    def listing(self, scope: Scope) -> Lazy[Summit | Statement]:
        """Return the summits of a collection, each followed by its statements, and the statements of no summit.

        A participant narrows them to those that concern it.
        """
        shelf = self._shelves.get(scope.collection or "")
        if shelf is None:
            return listed([], listed_key)
        if scope.participant is None:
            return shelf.listing()
        statements = list(self.statements(scope))
        summits = list(self.summits(scope))
        rows: list[Summit | Statement] = []
        for summit in summits:
            rows += [summit, *(one for one in statements if one.summit == summit.key)]
        known = {summit.key for summit in summits}
        rows += [one for one in statements if one.summit not in known]
        return listed(rows, listed_key)

    def calendar(self, participant: str | None = None) -> list[tuple[str, list[Entry]]]:
        """Return what `listing` lists, collection by collection (its id), without reading any record.

        For a participant, collections of which nothing concerns it are left out.
        """
        own = self._own(participant)
        entries = [(name, shelf.calendar(own(shelf) if participant else None)) for name, shelf in self._shelves.items()]
        return [(name, found) for name, found in entries if found or participant is None]

    def calendar_words(self) -> dict[str, str]:
        """Return the words that a summit or statement can be found by in a calendar, by its `listed_key`."""
        return {key: words for shelf in self._shelves.values() for key, words in calendar_words(shelf.tables).items()}

    def bodies(self, summit: str) -> list[Participant]:
        """Return the states and organisations that took part in a summit (a key) or for which somebody did."""
        shelf = self._shelf(summit)
        return shelf.bodies(summit) if shelf else []

    def parts(self, scope: Scope = EVERYTHING) -> Lazy[Part]:
        """Return who takes part in what is in scope, by role; bodies after the persons who act for them.

        A scope's own participant does not narrow this list.
        """
        if _is_wide(scope):
            return self._chained(scope, Shelf.parts)
        summits = [] if scope.statement else _summit_keys(scope) or ()
        keys = self._statement_keys(scope)
        return self._chained(
            scope, lambda shelf: listed(shelf.parts_of(keys, summits), lambda part: part.participant.key)
        )

    def people(self, scope: Scope = EVERYTHING) -> Lazy[Part]:
        """Return what `parts` returns, but one part for all records of the same participant, found by any of them."""
        return people(self.parts(scope), self.sameness(Participant))

    def participations_of(self, key: str) -> list[tuple[Summit | Statement, Participation]]:
        """Return each participation of a participant, or of those who act for it, with where it was."""
        shelf = self._shelf(key)
        return shelf.participations_of(key) if shelf else []

    def beside(self, summit: str) -> Lazy[Summit]:
        """Return the summits that were held on the margins of one (a key)."""
        shelf = self._shelf(summit)
        return shelf.beside(summit) if shelf else listed([], lambda summit: summit.key)

    def citing(self, *instruments: str) -> Lazy[Clause]:
        """Return the clauses that cite one of some instruments (keys of one collection), each once."""
        shelf = self._shelf(instruments[0]) if instruments else None
        return shelf.citing(instruments) if shelf else listed([], lambda clause: clause.key)

    def invoking(self, *instruments: str) -> list[Statement]:
        """Return the statements that cite one of some instruments (keys of one collection), not known in which clause.

        Each comes once.
        """
        shelf = self._shelf(instruments[0]) if instruments else None
        return shelf.invoking(instruments) if shelf else []

    def statements_citing(self, *instruments: str) -> list[str]:
        """Return the statements (keys) that cite one of some instruments (keys of one collection), each once."""
        shelf = self._shelf(instruments[0]) if instruments else None
        return shelf.statements_citing(instruments) if shelf else []

    def undertaken(self, participant: str) -> Undertaken:
        """Return the clauses that a participant (a key) undertakes, and those undertaken through another."""
        shelf = self._shelf(participant)
        return undertaken(shelf, participant) if shelf else NOTHING_UNDERTAKEN

    def taking_part(self, participant: str) -> list[str]:
        """Return the statements (keys) that a participant has part in, in order; none is read for it."""
        shelf = self._shelf(participant)
        return shelf.statements_concerning(participant) if shelf else []

    def met(self, participant: str) -> list[tuple[str, int]]:
        """Return with whom (keys) a participant took part, and on how many occasions, the most first.

        All records of a participant, and of an occasion, count as one. Left out are those for whom the participant
        acts anywhere, and those who act for it: they are on its own side by definition.
        """
        same, summits, statements = self.sameness(Participant), self.sameness(Summit), self.sameness(Statement)
        keys = same.all(participant)
        occasions: dict[str, set[str]] = {}
        side = set(same.once(keys))
        for key in keys:
            if shelf := self._shelf(key):
                side.update(same.once(own_side(shelf, key)))
                for who, occasion in met(shelf, key):
                    there = summits if occasion[:1] == "^" else statements
                    occasions.setdefault(same.first(who), set()).add(occasion[:1] + there.first(occasion[1:]))
        counts = [(who, len(found)) for who, found in occasions.items() if who not in side]
        return sorted(counts, key=lambda one: (-one[1], one[0]))

    def undertakers(self, statements: Iterable[str]) -> dict[str, bool]:
        """Return the clauses (addresses) of some statements (keys), and of each whether it says who undertakes it."""
        keys = list(statements)
        found: dict[str, bool] = {}
        for shelf in self._shelves.values():
            found |= undertakers(shelf, [key for key in keys if self._shelf(key) is shelf])
        return found

    def threads_of(self, address: str) -> list[Thread]:
        """Return the threads that run through a clause, or through a statement or any of its clauses."""
        wanted = [address, *self.same(Clause if "#" in address else Statement, address)]
        return [
            thread
            for thread in self.threads()
            if any(member.address in wanted or member.address.partition("#")[0] in wanted for member in thread.members)
        ]

    def _own(self, participant: str | None) -> Callable[[Shelf], str]:
        """Return what tells by which key a collection has a participant; none, where it does not have it."""
        keys = {key.partition("/")[0]: key for key in self.sameness(Participant).all(participant or "")}
        return lambda shelf: keys.get(shelf.collection.id, "")

    def _statement_keys(self, scope: Scope) -> list[str]:
        """The statements of a scope that is a statement, a summit or a group."""
        if scope.statement is not None:
            return [scope.statement] if self.statement(scope.statement) is not None else []
        if scope.summit is None and scope.group is not None:
            return list(scope.group.statements)
        shelf = self._shelf(scope.summit)
        return [statement.key for statement in shelf.statements_of(scope.summit or "")] if shelf else []

    def _in(self, scope: Scope) -> Iterable[Shelf]:
        """The collections in scope; a record's key begins with its collection's id."""
        narrow = scope.statement or scope.summit
        shelf = self._shelf(narrow) if narrow else self._shelves.get(scope.collection or "")
        if shelf is not None:
            return [shelf]
        return [] if narrow or scope.collection else self._shelves.values()

    def _chained(self, scope: Scope, of: Callable[[Shelf], Lazy[_Item]]) -> Lazy[_Item]:
        return chained([of(shelf) for shelf in self._in(scope)])


def _is_wide(scope: Scope) -> bool:
    """Whether a scope is a collection, or everything."""
    return scope.statement is None and scope.summit is None and scope.group is None


def _summit_keys(scope: Scope) -> tuple[str, ...] | None:
    """The summits of a scope that is one or a group of them; None where it is wider."""
    if scope.summit is not None:
        return (scope.summit,)
    return scope.group.summits if scope.group is not None else None


def _sure(find: Callable[[str], _Item | None]) -> Callable[[str], _Item]:
    """Return a lookup of keys that are known to be there."""

    def read(key: str) -> _Item:
        found = find(key)
        if found is None:
            raise KeyError(key)
        return found

    return read
