"""What the participants of one compiled collection have part in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.index.lazy import Lazy, chained
from tui.index.ordering import listed
from tui.index.shelf_records import RecordShelf
from tui.index.stretches import Stretch, clauses_having
from tui.model.records import Clause, Participant, Participation, Statement, Summit
from tui.model.vocabulary import ParticipantKind, Role, Standing, standing_of

_BODIES: Final = (ParticipantKind.STATE, ParticipantKind.ORGANISATION)


def _takes_part() -> str:
    """What of the roles in a column is left without those that are no part: no role's name is within another's."""
    left = "{}"
    for role in Role:
        if role.standing is not Standing.PART:
            left = f"replace({left}, '{role.value}', '')"
    return f"replace({left}, char(10), '') != ''"


TAKES_PART: Final = _takes_part()
"""Whether one has part who has the roles in a column (which `format` puts in): a condition of a query."""


class PartyShelf(RecordShelf):
    """One collection, open: its records, and which of them concern whom."""

    def bodies(self, summit: str) -> list[Participant]:
        """Return the states and organisations that took part in a summit or its statements, or for which somebody did.

        Who was only there, or only named, has no part.
        """
        taken = self.tables.rows(
            "SELECT participant, acting_for, roles FROM participation WHERE of_summit AND place = ?1"
            " UNION ALL SELECT * FROM (SELECT participant, acting_for, roles FROM participation"
            " JOIN statement ON NOT of_summit AND statement.key = participation.place WHERE statement.summit = ?1"
            " ORDER BY statement.rank, number)",
            (summit,),
        )
        keys = [
            key
            for participant, acting_for, roles in taken
            if standing_of(map(Role, listed(roles))) is Standing.PART
            for key in (participant, *listed(acting_for))
        ]
        found = (self.record(Participant, key) for key in dict.fromkeys(keys))
        return [one for one in found if one is not None and one.kind in _BODIES]

    def participations_of(self, key: str) -> list[tuple[Summit | Statement, Participation]]:
        """Return each participation of a participant, or of those who act for it, with where it was."""
        rows = self.tables.rows(
            "SELECT place, of_summit FROM participation WHERE participant = ?1"
            " UNION SELECT place, of_summit FROM acting WHERE body = ?1",
            (key,),
        )
        summits = self.by_rank("summit", [place for place, of_summit in rows if of_summit])
        statements = self.by_rank("statement", [place for place, of_summit in rows if not of_summit])
        places: list[Summit | Statement | None] = [self.record(Summit, place) for place in summits]
        places += [self.statement(place) for place in statements]
        return [
            (place, participation)
            for place in places
            if place is not None
            for participation in place.participations
            if key == participation.participant or key in participation.acting_for
        ]

    def statements_concerning(self, participant: str, within: Iterable[str] | None = None) -> list[str]:
        """Return the statements (keys) that a participant has part in, in order; of those `within`, if given."""
        found = {*self._naming(participant), *self._undertaken(participant)}
        return self.by_rank("statement", found if within is None else found.intersection(within))

    def summits_concerning(self, participant: str) -> list[str]:
        """Return the summits (keys) that a participant takes part in, or in a statement of which, in order."""
        rows = self.tables.rows(
            "SELECT place FROM participation WHERE of_summit AND participant = ?1"
            " UNION SELECT place FROM acting WHERE of_summit AND body = ?1",
            (participant,),
        )
        statements = self.statements_concerning(participant)
        found = {key for (key,) in rows}
        for key in statements:
            row = self.tables.row("SELECT summit FROM statement WHERE key = ?", (key,))
            found.update(filter(None, row or ()))
        return self.by_rank("summit", found)

    def clauses_concerning(self, participant: str, within: Iterable[str] | None = None) -> Lazy[Clause]:
        """Return the clauses that a participant has part in: by name, through the statement, or who acts for it."""
        statements = self.statements_concerning(participant, within)
        whole = set(self._naming(participant))
        return chained([self._part_of(key, participant, key in whole).clauses(self.clause) for key in statements])

    def _naming(self, participant: str) -> list[str]:
        """The statements in whose making a participant took part, or somebody for it: all of their clauses count."""
        rows = self.tables.rows(
            "SELECT place FROM participation WHERE NOT of_summit AND participant = ?1"
            " UNION SELECT place FROM acting WHERE NOT of_summit AND body = ?1",
            (participant,),
        )
        return [key for (key,) in rows]

    def _undertaken(self, participant: str) -> list[str]:
        """The statements of which a participant undertakes clauses, or somebody who acted for it at the summit."""
        rows = self.tables.rows(
            "SELECT statement FROM undertaking WHERE participant = ?1 UNION SELECT undertaking.statement FROM acting"
            " JOIN statement ON statement.summit = acting.place"
            " JOIN undertaking ON undertaking.participant = acting.participant"
            " AND undertaking.statement = statement.key WHERE acting.of_summit AND acting.body = ?1",
            (participant,),
        )
        return [key for (key,) in rows]

    def _part_of(self, statement: str, participant: str, whole: bool) -> Stretch:
        stretch = self._stretches.of(statement)
        assert stretch is not None
        if whole:
            return stretch
        acting = self.tables.rows(
            "SELECT acting.participant FROM acting JOIN statement ON statement.summit = acting.place"
            " WHERE acting.of_summit AND acting.body = ? AND statement.key = ?",
            (participant, statement),
        )
        found: set[int] = set()
        for key in (participant, *(who for (who,) in acting)):
            found.update(stretch.among(clauses_having(stretch.segment, "by", key)))
        return stretch._replace(numbers=sorted(found))
