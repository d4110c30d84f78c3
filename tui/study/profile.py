"""All that the open collections say of a participant: offices, where it took part and how, what it undertook.

A participant that stands in several collections is gathered from all of them, and what is the same there counts once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.index.lazy import chained
from tui.index.scope import Scope
from tui.model.records import Clause, Participant, Participation, Statement, Summit
from tui.model.vocabulary import Standing, standing_of
from tui.study.page import day

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

Place = Statement | Summit


class Had(NamedTuple):
    """A participation, and where it was."""

    place: Place
    participation: Participation

    @property
    def standing(self) -> Standing:
        """How one stands by it."""
        return standing_of(self.participation.roles)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it was held by someone (a key) for others: in how many documents it is seen, the first and last."""

    name: str
    holder: str
    acting_for: tuple[str, ...]
    first: Place
    last: Place
    documents: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, among how many in the collections that have the participant."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Profile:
    """All that is said of a participant, in order of time; nothing is cut.

    `records` are its keys. `places` are its participations, and those of who acted for it, by where they were, each
    summit and statement once. `undertaken` are clauses (addresses) undertaken by name, `through` those undertaken by
    others (keys) it acts for, or who act for it. `unsaid` are those of which it is not said who undertakes them, among
    the `clauses` of the statements it took part in; `agreed` those of them that are of statements it is a party to.
    `met` are others (keys) with the number of occasions.
    """

    participant: Participant
    records: tuple[str, ...]
    offices: tuple[Office, ...]
    places: tuple[tuple[Had, ...], ...]
    statements: Count
    summits: Count
    undertaken: tuple[str, ...]
    through: Mapping[str, tuple[str, ...]]
    clauses: int
    unsaid: tuple[str, ...]
    agreed: tuple[str, ...]
    met: tuple[tuple[str, int], ...]

    def stood(self, standing: Standing) -> list[tuple[Had, ...]]:
        """Return the participations of the places where it stood so: the closest of each place counts."""
        return [
            had
            for had in self.places
            if standing_of(role for one in had for role in one.participation.roles) is standing
        ]


def profile(catalogue: Catalogue, participant: Participant) -> Profile:
    """Return what is said of a participant in all collections that have it."""
    keys = catalogue.sameness(Participant).all(participant.key)
    had = [Had(*one) for key in keys for one in catalogue.participations_of(key)]
    had.sort(key=lambda one: day(catalogue, one.place) or dt.date.max)
    part = [one for one in had if one.standing is Standing.PART]
    by_name, through = _undertaken(catalogue, keys)
    statements = list(dict.fromkeys(one.place.key for one in part if isinstance(one.place, Statement)))
    clauses, unsaid = _unsaid(catalogue, statements)
    same = catalogue.sameness(Statement)
    parties = {same.first(one.place.key) for one in part if any(role.is_party for role in one.participation.roles)}
    return Profile(
        participant,
        keys,
        tuple(offices(catalogue, had)),
        tuple(_by_place(catalogue, had)),
        _statements(catalogue, keys, statements),
        _summits(catalogue, keys, [one.place for one in part]),
        by_name,
        through,
        clauses,
        unsaid,
        tuple(address for address in unsaid if same.first(address.partition("#")[0]) in parties),
        tuple(catalogue.met(participant.key)),
    )


def _by_place(catalogue: Catalogue, had: Sequence[Had]) -> Iterator[tuple[Had, ...]]:
    places: dict[tuple[type, str], list[Had]] = {}
    for one in had:
        kind = type(one.place)
        places.setdefault((kind, catalogue.sameness(kind).first(one.place.key)), []).append(one)
    yield from map(tuple, places.values())


def offices(catalogue: Catalogue, had: Sequence[Had]) -> Iterator[Office]:
    """Yield the offices in participations that are in order of time, by when each is seen first."""
    same = catalogue.sameness(Participant)
    places: dict[tuple[str, str, tuple[str, ...]], dict[tuple[type, str], Place]] = {}
    for place, one in had:
        if one.office:
            who = (same.first(one.participant), one.office, tuple(same.once(one.acting_for)))
            where = (type(place), catalogue.sameness(type(place)).first(place.key))
            places.setdefault(who, {}).setdefault(where, place)
    for (holder, name, acting_for), seen in places.items():
        documents = list(seen.values())
        yield Office(name, holder, acting_for, documents[0], documents[-1], len(documents))


def commitments(catalogue: Catalogue, participant: Participant) -> list[str]:
    """Return the clauses (addresses) that a participant undertakes in any collection, by name or through others."""
    by_name, through = _undertaken(catalogue, catalogue.sameness(Participant).all(participant.key))
    return list(dict.fromkeys((*by_name, *through)))


def statements_of(catalogue: Catalogue, participant: Participant) -> list[str]:
    """Return the statements (keys) that a participant took part in, or undertakes clauses of, each once, in order."""
    keys = catalogue.sameness(Participant).all(participant.key)
    had = [Had(*one) for key in keys for one in catalogue.participations_of(key)]
    part = {one.place.key for one in had if one.standing is Standing.PART}
    part.update(address.partition("#")[0] for address in commitments(catalogue, participant))
    within = (key for one in keys for key in catalogue.taking_part(one) if key in part)
    return catalogue.sameness(Statement).once(within)


def _undertaken(catalogue: Catalogue, keys: Sequence[str]) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """What is undertaken by name, and through others, under any of some keys; the same clause comes once."""
    found = [catalogue.undertaken(key) for key in keys]
    through = {address: who for one in found for address, who in one.through.items()}
    by_name = [address for one in found for address in one.by_name]
    if len(keys) == 1:
        return tuple(by_name), through
    same = catalogue.sameness(Clause)
    by_name = same.once(by_name)
    once: dict[str, tuple[str, ...]] = {}
    for address, who in through.items():
        once.setdefault(same.first(address), who)
    return tuple(by_name), once


def _unsaid(catalogue: Catalogue, statements: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """How many clauses some statements have, and those of which it is not said who undertakes them."""
    same = catalogue.sameness(Clause)
    said: dict[str, bool] = {}
    for address, by in catalogue.undertakers(statements).items():
        first = same.first(address)
        said[first] = said.get(first, False) or by
    return len(said), tuple(address for address, by in said.items() if not by)


def _statements(catalogue: Catalogue, keys: Sequence[str], took_part: Sequence[str]) -> Count:
    same = catalogue.sameness(Statement)
    there = chained([catalogue.statements(Scope(collection=key.partition("/")[0])) for key in keys])
    return Count(len(same.once(took_part)), same.count(there))


def _summits(catalogue: Catalogue, keys: Sequence[str], places: Sequence[Place]) -> Count:
    same = catalogue.sameness(Summit)
    own = [place.summit if isinstance(place, Statement) else place.key for place in places]
    known = [key for key in own if key is not None and catalogue.summit(key) is not None]
    there = chained([catalogue.summits(Scope(collection=key.partition("/")[0])) for key in keys])
    return Count(len(same.once(known)), same.count(there))
