"""Who takes part: the participants of some statements and summits, each with all they do there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

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
