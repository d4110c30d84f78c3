"""The records of one compiled collection, in an SQLite database, and the links between them.

Everything but clauses: these stand in the segments, and a statement's row tells where. Rows of records are made anew
with the file that they come from; what depends on several files (the order of statements, who takes part in what) is
worked out when a generation is finished. Records are kept encoded (see `codec`).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from tui.index.codec import NOT_ENCODED, decode
from tui.index.damage import DamagedError
from tui.index.database import FULL, code, fail

SCHEMA: Final = """
CREATE TABLE head (name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE file (key TEXT PRIMARY KEY, place INTEGER, outline BLOB, ties BLOB, findings BLOB);
CREATE TABLE problem (place INTEGER PRIMARY KEY, blob BLOB);
CREATE TABLE record (
    kind TEXT, key TEXT, file TEXT, place INTEGER, blob BLOB, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX record_file ON record (file);
CREATE TABLE summit (
    key TEXT PRIMARY KEY, file TEXT, place INTEGER, earliest INTEGER, latest INTEGER, series TEXT,
    margins_of TEXT, rank INTEGER
);
CREATE INDEX summit_file ON summit (file);
CREATE INDEX summit_margins ON summit (margins_of);
CREATE INDEX summit_rank ON summit (rank);
CREATE TABLE statement (
    key TEXT PRIMARY KEY, file TEXT, place INTEGER, summit TEXT, kind TEXT, act TEXT,
    own_earliest INTEGER, own_latest INTEGER, earliest INTEGER, latest INTEGER,
    segment INTEGER, first_clause INTEGER, clauses INTEGER, ids TEXT, rank INTEGER, first_position INTEGER
);
CREATE INDEX statement_file ON statement (file);
CREATE INDEX statement_rank ON statement (rank);
CREATE INDEX statement_position ON statement (first_position);
CREATE INDEX statement_segment ON statement (segment, first_clause);
CREATE TABLE listing (place INTEGER PRIMARY KEY, key TEXT, is_summit INTEGER);
CREATE INDEX listing_key ON listing (key);
CREATE INDEX statement_summit ON statement (summit, rank);
CREATE TABLE participation (
    place TEXT, of_summit INTEGER, number INTEGER, participant TEXT, roles TEXT, office TEXT, acting_for TEXT, file TEXT
);
CREATE INDEX participation_place ON participation (place, of_summit);
CREATE INDEX participation_file ON participation (file);
CREATE INDEX participation_who ON participation (participant);
CREATE TABLE acting (place TEXT, of_summit INTEGER, participant TEXT, body TEXT, file TEXT);
CREATE INDEX acting_file ON acting (file);
CREATE INDEX acting_body ON acting (body);
CREATE TABLE undertaking (participant TEXT, statement TEXT, file TEXT, PRIMARY KEY (participant, statement))
    WITHOUT ROWID;
CREATE INDEX undertaking_file ON undertaking (file);
CREATE TABLE pointer (
    owner TEXT, section TEXT, origin TEXT, why TEXT, kind TEXT, address TEXT, name TEXT, line INTEGER, column INTEGER,
    file TEXT
);
CREATE INDEX pointer_origin ON pointer (origin, kind);
CREATE INDEX pointer_file ON pointer (file);
CREATE INDEX pointer_address ON pointer (address, kind);
CREATE TABLE invoking (statement TEXT, instrument TEXT, file TEXT);
CREATE INDEX invoking_file ON invoking (file);
CREATE INDEX invoking_instrument ON invoking (instrument);
CREATE TABLE former (address TEXT, clause TEXT, statement TEXT, number INTEGER, file TEXT);
CREATE INDEX former_file ON former (file);
CREATE INDEX former_address ON former (address);
CREATE TABLE part (rank INTEGER PRIMARY KEY, participant TEXT, roles TEXT, offices TEXT, acting_for TEXT);
"""
"""`listing` holds each summit with its statements after it. Days are ordinals, inclusive; a statement's are its own or
else its summit's. `pointer` holds references by address (`owner` is the statement for those of its clauses), `invoking`
what statements as a whole cite, `former` the addresses that clauses had before. Lists are parted by line feeds."""

OF_FILE: Final = (
    "record",
    "summit",
    "statement",
    "participation",
    "acting",
    "undertaking",
    "pointer",
    "invoking",
    "former",
)
"""The tables whose rows are made anew with their file."""

_REMEMBERED: Final = 4096
_Record = TypeVar("_Record")
_Found = TypeVar("_Found")
Row = tuple[Any, ...]


class Tables:
    """An open database. It may be used from several threads at once.

    Raises `DamagedError` where it is not what was written, and `OSError` where it cannot be written.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None, *, changing: bool = True) -> None:
        self._connection = connection
        self._path = path
        self._changing = changing
        self._lock = threading.RLock()
        self._remembered = lru_cache(_REMEMBERED)(self._record)

    @classmethod
    def in_memory(cls) -> Tables:
        """Return empty tables in memory."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        # It is there for disks that are full; what is sorted would go to one.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.executescript(SCHEMA)
        return cls(connection)

    @classmethod
    def create(cls, path: Path) -> Tables:
        """Return empty tables in a new file, to be filled."""
        with _telling(path):
            connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            _write_fast(connection)
            connection.executescript(SCHEMA)
            return cls(connection, path)

    @classmethod
    def change(cls, path: Path) -> Tables:
        """Return the tables of a file that no one else knows of, to be changed."""
        with _telling(path):
            connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            _write_fast(connection)
            return cls(connection, path)

    @classmethod
    def open(cls, path: Path) -> Tables:
        """Return the tables of a file that does not change any more."""
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with _telling(path, changing=False):
            return cls(sqlite3.connect(uri, uri=True, check_same_thread=False), path, changing=False)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    # Reading

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """Return the rows that a query finds."""
        return self._read(query, values, sqlite3.Cursor.fetchall)

    def row(self, query: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row that a query finds."""
        found: Row | None = self._read(query, values, sqlite3.Cursor.fetchone)
        return found

    def _read(self, query: str, values: Sequence[object], take: Callable[[sqlite3.Cursor], _Found]) -> _Found:
        with self._lock:
            try:
                return self._taken(query, values, take)
            except sqlite3.DatabaseError as error:
                if self._changing or code(error) != FULL:
                    fail(error, self._path, changing=self._changing)
            # There is no room on the disk for what is sorted: it is sorted in memory.
            with _telling(self._path, changing=False):
                self._connection.execute("PRAGMA temp_store = MEMORY")
                return self._taken(query, values, take)

    def _taken(self, query: str, values: Sequence[object], take: Callable[[sqlite3.Cursor], _Found]) -> _Found:
        with closing(self._connection.execute(query, values)) as cursor:
            return take(cursor)

    def number(self, query: str, values: Sequence[object] = ()) -> int:
        """Return the one number that a query finds; 0 where it finds none."""
        found = self.row(query, values)
        return int(found[0] or 0) if found else 0

    def record(self, kind: type[_Record], key: str) -> _Record | None:
        """Return the record of a kind with this key."""
        wanted: Any = kind
        found: _Record | None = self._remembered(wanted, key)
        return found

    def records(self, kind: type[_Record]) -> list[_Record]:
        """Return all records of a kind, in the order of the files."""
        return [self.decoded(kind, blob) for (blob,) in self._all("blob", kind)]

    def keys(self, kind: type[object]) -> list[str]:
        """Return the keys of all records of a kind, in the order of the files."""
        return [key for (key,) in self._all("record.key", kind)]

    def _all(self, column: str, kind: type[object]) -> list[Row]:
        return self.rows(
            f"SELECT {column} FROM record JOIN file ON file.key = record.file WHERE kind = ?"
            " ORDER BY file.place, record.place",
            (kind.__name__,),
        )

    def head(self, name: str) -> bytes | None:
        """Return what the head of the collection says under a name."""
        found = self.row("SELECT value FROM head WHERE name = ?", (name,))
        return found[0] if found else None

    def decoded(self, kind: type[_Record], blob: bytes) -> _Record:
        """Return the record of a kind that was read from these tables."""
        try:
            return decode(kind, blob)
        except NOT_ENCODED as error:
            raise DamagedError(self._path) from error

    def _record(self, kind: type[Any], key: str) -> Any:
        found = self.row("SELECT blob FROM record WHERE kind = ? AND key = ?", (kind.__name__, key))
        return self.decoded(kind, found[0]) if found else None

    # Writing

    def begin(self) -> None:
        """Begin to write: what is written before `commit` is written at once, or not at all."""
        with _telling(self._path):
            self._connection.execute("BEGIN")

    def commit(self) -> None:
        """Write."""
        with _telling(self._path):
            self._connection.execute("COMMIT")

    def write(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry a statement out for each of `rows`."""
        with _telling(self._path):
            self._connection.executemany(statement, rows)


@contextmanager
def _telling(path: Path | None, *, changing: bool = True) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        fail(error, path, changing=changing)


def _write_fast(connection: sqlite3.Connection) -> None:
    # A new generation is flushed to the disk once, when it is finished; one that is not finished is thrown away.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -65536")
