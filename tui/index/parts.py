"""Who takes part: the participants of some statements and summits, each with all they do there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from tui.index.lazy import Lazy
from tui.index.sameness import Sameness
from tui.model.records import Participant
from tui.model.vocabulary import ParticipantKind, Role

_ROLE_ORDER: Final = {role: number for number, role in enumerate(Role)}
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Part:
    """A participant and what they do within a scope; offices are those held on the days in question."""

    participant: Participant
    roles: tuple[Role, ...] = ()
    offices: tuple[str, ...] = ()
    acting_for: tuple[str, ...] = ()


class Taken(NamedTuple):
    """One participation: who (a key), in which roles and office, for whom (keys)."""

    participant: str
    roles: tuple[Role, ...]
    office: str | None
    acting_for: tuple[str, ...]


def gather_parts(
    taken: Iterable[Taken], others: Iterable[str], participant: Callable[[str], Participant | None]
) -> list[Part]:
    """Return the parts that participations make, by role; bodies after the persons who act for them.

    `others` (keys) are participants too, without a role. Keys that mean nobody are passed over.
    """
    found: dict[str, Part] = {}
    for one in taken:
        if who := participant(one.participant):
            before = found.get(who.key, Part(who))
            office = (one.office,) if one.office else ()
            found[who.key] = Part(
                who,
                _union(before.roles, one.roles),
                _union(before.offices, office),
                _union(before.acting_for, one.acting_for),
            )
        _add(found, one.acting_for, participant)
    _add(found, others, participant)
    return sorted(found.values(), key=rank)


def people(parts: Lazy[Part], sameness: Sameness) -> Lazy[Part]:
    """Return parts with one for all records of the same participant, with all of its roles; any of its keys finds it.

    It stands where the first of them does.
    """
    if not sameness.groups:
        return parts
    out = set(sameness.repeated(parts))
    kept = [place for place in range(len(parts)) if place not in out] if out else range(len(parts))

    def places(key: str) -> list[int]:
        return [place for one in sameness.all(key) if (place := parts.place(one)) is not None]

    def read(place: int) -> Part:
        part = parts[kept[place]]
        for other in places(part.participant.key):
            if other != kept[place]:
                part = _joined(part, parts[other], sameness)
        return part

    def find(key: str) -> int | None:
        found = min(places(key), default=None)
        return None if found is None else bisect_left(kept, found)

    return Lazy(len(kept), read, find)


def _joined(part: Part, other: Part, sameness: Sameness) -> Part:
    return Part(
        part.participant,
        _union(part.roles, other.roles),
        _union(part.offices, other.offices),
        tuple(sameness.once(_union(part.acting_for, other.acting_for))),
    )


def rank(part: Part) -> tuple[bool, int]:
    """Return what parts are ordered by."""
    body = part.participant.kind in (ParticipantKind.STATE, ParticipantKind.ORGANISATION)
    return body, min((_ROLE_ORDER[role] for role in part.roles), default=len(_ROLE_ORDER))


def _add(found: dict[str, Part], keys: Iterable[str], participant: Callable[[str], Participant | None]) -> None:
    for key in keys:
        if key not in found and (who := participant(key)):
            found[key] = Part(who)


def _union(before: tuple[_Value, ...], after: tuple[_Value, ...]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys((*before, *after)))
