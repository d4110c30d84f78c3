"""What depends on more than one file: days, the order of statements and summits, the listing, who takes part.

It is worked out for all files when a generation is finished. Where what it is worked out from is as it was before, it
is carried over instead: in a large collection that takes far longer than compiling a file in which a word has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tui.index.parts import Taken, gather_parts
from tui.index.tables import Row, Tables
from tui.model.records import Participant
from tui.model.vocabulary import Role

_BASIS: Final = (
    "SELECT 'statement', key, place, summit, own_earliest, own_latest, clauses FROM statement WHERE file = ?"
    " ORDER BY place",
    "SELECT 'summit', key, place, earliest, latest FROM summit WHERE file = ? ORDER BY place",
    "SELECT 'participation', place, of_summit, number, participant, roles, office, acting_for FROM participation"
    " WHERE file = ? ORDER BY place, of_summit, number",
    "SELECT DISTINCT 'undertaking', participant FROM undertaking WHERE file = ? ORDER BY participant",
    "SELECT 'participant', key, place, blob FROM record WHERE file = ? AND kind = 'Participant' ORDER BY place",
)
"""All of a file that what is worked out here depends on, but for the place of the file among the others."""


class Standing(NamedTuple):
    """How some files (keys) stand: what the order of all is worked out from, and what was worked out for theirs."""

    files: tuple[str, ...]
    basis: list[Row]
    statements: list[Row]
    summits: list[Row]

    @classmethod
    def of(cls, tables: Tables, files: Iterable[str]) -> Standing:
        """Return how files stand in the tables."""
        files = tuple(files)

        def rows(query: str) -> list[Row]:
            return [row for file in files for row in tables.rows(query, (file,))]

        return cls(
            files,
            [(file, *row) for file in files for query in _BASIS for row in tables.rows(query, (file,))],
            rows("SELECT earliest, latest, rank, first_position, key FROM statement WHERE file = ?"),
            rows("SELECT rank, key FROM summit WHERE file = ?"),
        )


def carry_over(tables: Tables, before: Standing) -> None:
    """Put in for files what was worked out for them before."""
    tables.write(
        "UPDATE statement SET earliest = ?, latest = ?, rank = ?, first_position = ? WHERE key = ?", before.statements
    )
    tables.write("UPDATE summit SET rank = ? WHERE key = ?", before.summits)


def work_out(tables: Tables) -> None:
    """Work it out for all files."""
    tables.write(
        "UPDATE statement SET"
        " earliest = COALESCE(own_earliest, (SELECT s.earliest FROM summit s WHERE s.key = summit)),"
        " latest = COALESCE(own_latest, (SELECT s.latest FROM summit s WHERE s.key = summit))",
        [()],
    )
    _rank(tables)
    _list(tables)
    _add_parts(tables)


def _rank(tables: Tables) -> None:
    """Number statements and summits in the order in which they are read, and clauses through all statements."""
    summits = tables.rows(
        "SELECT summit.key FROM summit JOIN file ON file.key = summit.file"
        " ORDER BY summit.earliest IS NULL, summit.earliest, file.place, summit.place"
    )
    tables.write("UPDATE summit SET rank = ? WHERE key = ?", [(rank, key) for rank, (key,) in enumerate(summits)])
    statements = tables.rows(
        "SELECT statement.key, clauses FROM statement JOIN file ON file.key = statement.file"
        " ORDER BY statement.earliest IS NULL, statement.earliest, file.place, statement.place"
    )
    tables.write(
        "UPDATE statement SET rank = ?, first_position = ? WHERE key = ?",
        [(rank, position, key) for rank, (position, key) in enumerate(positions(statements))],
    )


def _list(tables: Tables) -> None:
    """List each summit with its statements after it, and the statements of no summit, or of one that is not there."""
    statements: dict[str, list[tuple[str, bool]]] = {}
    rows = tables.rows(
        "SELECT statement.key, summit.key FROM statement LEFT JOIN summit ON summit.key = statement.summit"
        " ORDER BY statement.rank"
    )
    for key, summit in rows:
        statements.setdefault(summit or "", []).append((key, False))
    listed: list[tuple[str, bool]] = []
    for (key,) in tables.rows("SELECT key FROM summit ORDER BY rank"):
        listed += [(key, True), *statements.get(key, ())]
    listed += statements.get("", [])
    tables.write("DELETE FROM listing", [()])
    tables.write(
        "INSERT INTO listing VALUES (?, ?, ?)", [(place, key, summit) for place, (key, summit) in enumerate(listed)]
    )


def positions(statements: Iterable[Sequence[object]]) -> Iterator[tuple[int, object]]:
    """Yield where each of `statements` begins, with its key, when they stand one after the other.

    They are given as their key and the number of their clauses.
    """
    position = 0
    for key, clauses in statements:
        yield position, key
        position += int(str(clauses))


def _add_parts(tables: Tables) -> None:
    taken = tables.rows(
        "SELECT participant, roles, office, acting_for FROM participation"
        " LEFT JOIN statement ON NOT of_summit AND statement.key = participation.place"
        " LEFT JOIN summit ON of_summit AND summit.key = participation.place"
        " ORDER BY of_summit, COALESCE(statement.rank, summit.rank), number"
    )
    known = {participant.key: participant for participant in tables.records(Participant)}
    undertaking = [key for (key,) in tables.rows("SELECT DISTINCT participant FROM undertaking")]
    parts = gather_parts(map(taken_from, taken), [*undertaking, *known], known.get)
    tables.write("DELETE FROM part", [()])
    tables.write(
        "INSERT INTO part (participant, roles, offices, acting_for) VALUES (?, ?, ?, ?)",
        [
            (part.participant.key, "\n".join(part.roles), "\n".join(part.offices), "\n".join(part.acting_for))
            for part in parts
        ],
    )


def taken_from(row: Sequence[str]) -> Taken:
    """Return the participation that a row (participant, roles, office, acting_for) tells of."""
    who, roles, office, acting_for = row
    return Taken(who, tuple(map(Role, listed(roles))), office, listed(acting_for))


def listed(text: str) -> tuple[str, ...]:
    """Return a list as it is kept in a row."""
    return tuple(text.split("\n")) if text else ()
