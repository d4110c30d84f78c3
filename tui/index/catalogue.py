"""Every record by its key, and the links between them: what a reader's choice leaves to be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from tui.model.dates import EdtfDate
from tui.model.records import (
    AliasSet,
    Clause,
    Collection,
    Instrument,
    Participant,
    Participation,
    Rendering,
    Source,
    Statement,
    Summit,
)
from tui.model.vocabulary import ParticipantKind, Role

Record = Collection | Summit | Statement | Clause | Participant | Instrument | Source
_Keyed = TypeVar("_Keyed", Summit, Statement, Participant, Instrument, Source)
_ROLE_ORDER: Final = {role: number for number, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Scope:
    """What is being read: everything, or what a collection, summit or statement holds, or a participant's part of it.

    Each field is None or a key (a collection's is its id). A narrower field overrides the wider ones.
    """

    collection: str | None = None
    summit: str | None = None
    statement: str | None = None
    participant: str | None = None

    def without_participant(self) -> Scope:
        """The same scope for every participant."""
        return replace(self, participant=None)


EVERYTHING: Final = Scope()


@dataclass(frozen=True, slots=True)
class Part:
    """A participant and what they do within a scope; offices are those held on the days in question."""

    participant: Participant
    roles: tuple[Role, ...] = ()
    offices: tuple[str, ...] = ()
    acting_for: tuple[str, ...] = ()


class Catalogue:
    """The records of the collections that are open.

    Lookups by key answer None for a key that nothing has (a dangling reference was reported when loading).
    """

    def __init__(self, collections: Sequence[Collection]) -> None:
        self.collections = tuple(collections)
        self._summits = _by_key(collection.summits for collection in collections)
        self._statements = _by_key(collection.statements for collection in collections)
        self._participants = _by_key(collection.participants for collection in collections)
        self._instruments = _by_key(collection.instruments for collection in collections)
        self._sources = _by_key(collection.sources for collection in collections)
        self._of_summit: dict[str, list[Statement]] = {}
        for statement in self._statements.values():
            self._of_summit.setdefault(statement.summit or "", []).append(statement)
        self._clauses = {clause.key: clause for statement in self._statements.values() for clause in statement.clauses}

    def collection(self, name: str) -> Collection | None:
        """Return the collection with this id."""
        return next((collection for collection in self.collections if collection.id == name), None)

    def summit(self, key: str | None) -> Summit | None:
        """Return the summit with this key."""
        return self._summits.get(key or "")

    def statement(self, key: str | None) -> Statement | None:
        """Return the statement with this key, which is its address."""
        return self._statements.get(key or "")

    def clause(self, address: str | None) -> Clause | None:
        """Return the clause at this address."""
        return self._clauses.get(address or "")

    def participant(self, key: str | None) -> Participant | None:
        """Return the participant with this key."""
        return self._participants.get(key or "")

    def instrument(self, key: str | None) -> Instrument | None:
        """Return the instrument with this key."""
        return self._instruments.get(key or "")

    def source(self, key: str | None) -> Source | None:
        """Return the source with this key."""
        return self._sources.get(key or "")

    def find(self, address: str) -> list[Record]:
        """Return what an address names: a clause, or the records of any kind that have it as their key."""
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
        )
        return [record for record in found if record is not None]

    def addresses(self) -> Iterator[str]:
        """Yield every address there is, for suggestions."""
        yield from (collection.id for collection in self.collections)
        for records in (self._statements, self._clauses, self._summits, self._participants):
            yield from records
        yield from self._instruments
        yield from self._sources

    def name(self, key: str) -> str:
        """Return a participant's name; for a dangling reference, its id."""
        participant = self._participants.get(key)
        return participant.name if participant else key.rpartition("/")[2]

    def aliases(self) -> list[AliasSet]:
        """Return the alias sets of all collections."""
        return [alias for collection in self.collections for alias in collection.aliases]

    def clauses(self, scope: Scope = EVERYTHING) -> list[Clause]:
        """Return the clauses in scope, statement by statement, the oldest first."""
        return [
            clause
            for statement in self.statements(scope)
            for clause in statement.clauses
            if scope.participant is None or self._undertakes(scope.participant, clause, statement)
        ]

    def wordings(self) -> list[Clause]:
        """Return every clause once for each of its renderings, with that rendering as the one it is read in."""
        return [
            clause if rendering is clause.reading else replace(clause, renderings=_first(clause.renderings, rendering))
            for clause in self.clauses()
            for rendering in clause.renderings
        ]

    def statements(self, scope: Scope = EVERYTHING) -> list[Statement]:
        """Return the statements in scope, the oldest first; an undated one stands with its summit."""
        found = [statement for statement in self._statements.values() if self._in_scope(statement, scope)]
        return sorted(found, key=self._statement_day)

    def summits(self, scope: Scope = EVERYTHING) -> list[Summit]:
        """Return the summits in scope, the oldest first."""
        found = [
            summit
            for summit in self._summits.values()
            if scope.collection in (None, summit.collection)
            and scope.summit in (None, summit.key)
            and (scope.participant is None or self._attends(scope.participant, summit))
        ]
        return sorted(found, key=lambda summit: _day(summit.date))

    def parts(self, scope: Scope = EVERYTHING) -> list[Part]:
        """Return who takes part in what is in scope, by role; bodies after the persons who act for them.

        A scope's own participant does not narrow this list.
        """
        scope = scope.without_participant()
        found: dict[str, Part] = {}
        for participation in self._participations(scope):
            _add(found, participation, self._participants)
        for clause in self.clauses(scope):
            for key in clause.by:
                if participant := self._participants.get(key):
                    found.setdefault(key, Part(participant))
        if scope.statement is None and scope.summit is None:
            for participant in self._participants.values():
                if scope.collection in (None, participant.collection):
                    found.setdefault(participant.key, Part(participant))
        return sorted(found.values(), key=_rank)

    def participations_of(self, key: str) -> list[tuple[Summit | Statement, Participation]]:
        """Return each participation of a participant, or of those who act for it, with where it was."""
        places: list[Summit | Statement] = [*self.summits(), *self.statements()]
        return [
            (place, participation)
            for place in places
            for participation in place.participations
            if key == participation.participant or key in participation.acting_for
        ]

    def _statement_day(self, statement: Statement) -> dt.date:
        """An undated statement stands with its summit."""
        summit = self.summit(statement.summit)
        return _day(statement.date or (summit.date if summit else None))

    def _in_scope(self, statement: Statement, scope: Scope) -> bool:
        if scope.statement is not None:
            inside = statement.key == scope.statement
        elif scope.summit is not None:
            inside = statement.summit == scope.summit
        else:
            inside = scope.collection in (None, statement.collection)
        return inside and (scope.participant is None or self._concerns(scope.participant, statement))

    def _concerns(self, key: str, statement: Statement) -> bool:
        return any(self._undertakes(key, clause, statement) for clause in statement.clauses) or _named(
            key, statement.participations
        )

    def _undertakes(self, key: str, clause: Clause, statement: Statement) -> bool:
        """Whether a participant has part in a clause: by name, through the statement, or through who acts for it."""
        if key in clause.by or _named(key, statement.participations):
            return True
        summit = self.summit(statement.summit)
        acting = (part for part in summit.participations if key in part.acting_for) if summit else ()
        return any(part.participant in clause.by for part in acting)

    def _attends(self, key: str, summit: Summit) -> bool:
        return _named(key, summit.participations) or any(
            self._concerns(key, statement) for statement in self._of_summit.get(summit.key, ())
        )

    def _participations(self, scope: Scope) -> Iterator[Participation]:
        for statement in self.statements(scope):
            yield from statement.participations
        if scope.statement is None:
            for summit in self.summits(scope):
                yield from summit.participations


def _first(renderings: tuple[Rendering, ...], one: Rendering) -> tuple[Rendering, ...]:
    return (one, *(rendering for rendering in renderings if rendering is not one))


def _by_key(groups: Iterable[Iterable[_Keyed]]) -> dict[str, _Keyed]:
    return {record.key: record for group in groups for record in group}


def _named(key: str, participations: Iterable[Participation]) -> bool:
    return any(key == part.participant or key in part.acting_for for part in participations)


def _day(date: EdtfDate | None) -> dt.date:
    """Undated records come last."""
    return date.earliest if date else dt.date.max


def _add(found: dict[str, Part], participation: Participation, known: dict[str, Participant]) -> None:
    if participant := known.get(participation.participant):
        before = found.get(participant.key, Part(participant))
        office = (participation.office,) if participation.office else ()
        found[participant.key] = Part(
            participant,
            _union(before.roles, participation.roles),
            _union(before.offices, office),
            _union(before.acting_for, participation.acting_for),
        )
    for key in participation.acting_for:
        if body := known.get(key):
            found.setdefault(key, Part(body))


_Value = TypeVar("_Value")


def _union(before: tuple[_Value, ...], after: tuple[_Value, ...]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys((*before, *after)))


def _rank(part: Part) -> tuple[bool, int]:
    body = part.participant.kind in (ParticipantKind.STATE, ParticipantKind.ORGANISATION)
    return body, min((_ROLE_ORDER[role] for role in part.roles), default=len(_ROLE_ORDER))
