"""References by address in the tables of one compiled collection: where they lead, and what is the same as what."""

from __future__ import annotations

from collections.abc import Callable

from tui.collection.pointers import SAME, Pointer
from tui.index.tables import Tables
from tui.model.records import Location


def pointers(tables: Tables, shown: Callable[[str], str]) -> list[Pointer]:
    """Return the references by address of all records; `shown` makes the name of a file as it is to be shown."""
    found = tables.rows("SELECT origin, why, kind, address, name, line, column FROM pointer ORDER BY rowid")
    return [
        Pointer(origin, why, kind, address, Location(shown(name), line, column))
        for origin, why, kind, address, name, line, column in found
    ]


def declared_same(tables: Tables, kind: str, key: str) -> list[str]:
    """Return the addresses that a record of a kind is declared to be the same as."""
    query = "SELECT address FROM pointer WHERE origin = ? AND kind = ? AND why = ?"
    return [address for (address,) in tables.rows(query, (key, kind, SAME))]


def declaring_same(tables: Tables, kind: str, address: str) -> list[str]:
    """Return the keys of the records of a kind that are declared to be the same as the one at an address."""
    query = "SELECT origin FROM pointer WHERE address = ? AND kind = ? AND why = ? ORDER BY rowid"
    return [origin for (origin,) in tables.rows(query, (address, kind, SAME))]


def same_pairs(tables: Tables, kind: str) -> list[tuple[str, str]]:
    """Return the records of a kind that are declared the same as one in another collection, each with that one."""
    query = "SELECT origin, address FROM pointer WHERE kind = ? AND why = ? ORDER BY rowid"
    return [(origin, address) for origin, address in tables.rows(query, (kind, SAME))]


def invoking(tables: Tables, instrument: str) -> list[str]:
    """Return the statements (keys) that cite an instrument in a clause that is not known."""
    return [key for (key,) in tables.rows("SELECT statement FROM invoking WHERE instrument = ?", (instrument,))]
