"""Who undertakes what, and who meets whom, by the tables and the text index: no clause is read for it.

A participant undertakes a clause by name, where the clause says so (`by`); and through another: a body through whoever
acts for it at that statement or its summit, a person or group through the body it acts for there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from tui.index.arrays import Array
from tui.index.ordering import listed
from tui.index.shelf import Shelf
from tui.index.shelf_parties import TAKES_PART
from tui.index.stretches import clauses_having
from tui.model.records import Participant

_MET: Final = f"""
WITH member (occasion, who) AS MATERIALIZED (
    SELECT CASE WHEN of_summit THEN '^' || link.place ELSE COALESCE('^' || summit, ' ' || link.place) END, participant
    FROM participation AS link LEFT JOIN statement ON NOT of_summit AND statement.key = link.place
    WHERE {TAKES_PART.format("link.roles")}
    UNION
    SELECT CASE WHEN of_summit THEN '^' || link.place ELSE COALESCE('^' || summit, ' ' || link.place) END, body
    FROM acting AS link LEFT JOIN statement ON NOT of_summit AND statement.key = link.place
    WHERE EXISTS (
        SELECT 1 FROM participation AS own WHERE own.place = link.place AND own.of_summit = link.of_summit
        AND own.participant = link.participant AND {TAKES_PART.format("own.roles")}
        AND instr(char(10) || own.acting_for || char(10), char(10) || link.body || char(10))
    )
    UNION
    SELECT COALESCE('^' || summit, ' ' || statement), participant
    FROM undertaking JOIN statement ON statement.key = undertaking.statement
)
SELECT other.who, other.occasion FROM member JOIN member AS other ON other.occasion = member.occasion
WHERE member.who = ?1 AND other.who != ?1 ORDER BY other.who, other.occasion
"""


class Undertaken(NamedTuple):
    """Clauses (addresses) in order: undertaken by name; and through others (keys), who are given with each."""

    by_name: tuple[str, ...]
    through: Mapping[str, tuple[str, ...]]


NOTHING_UNDERTAKEN: Final = Undertaken((), {})


def undertaken(shelf: Shelf, participant: str) -> Undertaken:
    """Return what a participant undertakes. A clause undertaken by name and through others is in both."""
    rows = shelf.tables.rows("SELECT statement FROM undertaking WHERE participant = ?", (participant,))
    by_name = _addresses(shelf, {statement: {participant} for (statement,) in rows})
    return Undertaken(tuple(by_name), {address: who for address, who in _through(shelf, participant) if who})


def _through(shelf: Shelf, participant: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for place, of_summit, others in _tied(shelf, participant):
        for statement in _statements(shelf, place, of_summit):
            wanted[statement].update(others)
    everybody = {other for others in wanted.values() for other in others}
    by = {other: {key: {other} for key, who in wanted.items() if other in who} for other in sorted(everybody)}
    undertaking = {other: set(_addresses(shelf, statements)) for other, statements in by.items()}
    for address in _addresses(shelf, wanted):
        yield address, tuple(other for other, found in undertaking.items() if address in found)


def met(shelf: Shelf, participant: str) -> list[tuple[str, str]]:
    """Return with whom (a key) a participant took part, on which occasion.

    An occasion is a summit with all its statements, or a statement of no summit, as `listed_key` names them. Who was
    only there, or is only named, is in nobody's company.
    """
    return [
        (who, occasion)
        for who, occasion in shelf.tables.rows(_MET, (participant,))
        if shelf.record(Participant, who) is not None
    ]


def own_side(shelf: Shelf, participant: str) -> set[str]:
    """Return those (keys) for whom a participant acts anywhere, and those who act for it."""
    return {other for _, _, others in _tied(shelf, participant) for other in others}


def undertakers(shelf: Shelf, statements: Iterable[str]) -> dict[str, bool]:
    """Return the clauses (addresses) of some statements in order, and of each whether it says who undertakes it."""
    by: dict[str, set[str]] = {}
    for key in statements:
        rows = shelf.tables.rows("SELECT participant FROM undertaking WHERE statement = ?", (key,))
        by[key] = {who for (who,) in rows}
    said = set(_addresses(shelf, by))
    stretches = [stretch for key in shelf.by_rank("statement", by) if (stretch := shelf.stretch(key))]
    return {
        address: address in said
        for stretch in stretches
        for address in (f"{stretch.statement}#{name}" for name in stretch.ids)
    }


def _tied(shelf: Shelf, participant: str) -> list[tuple[str, bool, tuple[str, ...]]]:
    """Where a participant acts for others, or others for it: the place, whether it is a summit, and who."""
    acting = shelf.tables.rows("SELECT place, of_summit, participant FROM acting WHERE body = ?", (participant,))
    own = shelf.tables.rows(
        "SELECT place, of_summit, acting_for FROM participation WHERE participant = ?", (participant,)
    )
    found = [(place, bool(of_summit), (who,)) for place, of_summit, who in acting]
    return found + [(place, bool(of_summit), listed(bodies)) for place, of_summit, bodies in own if bodies]


def _statements(shelf: Shelf, place: str, of_summit: bool) -> list[str]:
    """The statement that a place is, or those of the summit that it is."""
    if not of_summit:
        return [place]
    return [key for (key,) in shelf.tables.rows("SELECT key FROM statement WHERE summit = ?", (place,))]


def _addresses(shelf: Shelf, by: dict[str, set[str]]) -> list[str]:
    """The clauses (addresses) of some statements that one of those named with each undertakes, in order."""
    terms: dict[tuple[int, str], Array] = {}
    found = []
    for key in shelf.by_rank("statement", by):
        stretch = shelf.stretch(key)
        if stretch is None:
            continue
        numbers: set[int] = set()
        for who in by[key]:
            term = (id(stretch.segment), who)
            if term not in terms:
                terms[term] = clauses_having(stretch.segment, "by", who)
            numbers.update(stretch.among(terms[term]))
        found += [f"{key}#{stretch.ids[number - stretch.first]}" for number in sorted(numbers)]
    return found
