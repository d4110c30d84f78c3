"""Who took part in a statement or a summit, who was only there, and who is only named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.index.scope import Scope
from tui.model.records import Statement, Summit
from tui.model.vocabulary import Standing, standing_of

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.index.parts import Part


def by_standing(catalogue: Catalogue, place: Statement | Summit) -> dict[Standing, list[Part]]:
    """Return the participants of a statement, or of a summit and its statements, by how they stand to it.

    A body stands as the closest of those who act for it; who undertakes a clause has part.
    """
    scope = Scope(summit=place.key) if isinstance(place, Summit) else Scope(statement=place.key)
    statements = list(catalogue.statements(scope)) if isinstance(place, Summit) else [place]
    standings = {who: Standing.PART for one in statements for clause in one.clauses for who in clause.by}
    for one in (place, *statements):
        for participation in one.participations:
            standing = standing_of(participation.roles)
            for key in (participation.participant, *participation.acting_for):
                standings[key] = min(standings.get(key, standing), standing, key=lambda known: known.value)
    found: dict[Standing, list[Part]] = {standing: [] for standing in Standing}
    for part in catalogue.parts(scope):
        found[standings[part.participant.key]].append(part)
    return found
