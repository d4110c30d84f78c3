"""Fills the tables of one generation of a compiled collection, from compiled files and from what links them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.collection.fingerprint import Fingerprint
from tui.collection.head import Head
from tui.collection.link import Links, all_problems
from tui.collection.pointers import Pointer, pointers_of
from tui.collection.problems import Problem
from tui.collection.units import ONE, Findings, Outline, Records, Ties
from tui.index.codec import encode
from tui.index.compiled import CompiledFile, Heading
from tui.index.ordering import Standing, carry_over, listed, positions, work_out
from tui.index.tables import OF_FILE, Tables
from tui.model.dates import EdtfDate
from tui.model.records import Location, Participant, Participation, Source, Statement, Summit

if TYPE_CHECKING:
    from tui.collection.plan import Plan

_YES: Final = b"yes"
_RECORDS: Final = ("participants", "sources", "instruments", "summits", "threads")


class Headed(NamedTuple):
    """What `collection.yaml` says, what is wrong with the folder itself, and by what that file is known again."""

    head: Head
    problems: tuple[Problem, ...]
    file: Fingerprint

    def says(self, head: Head, problems: tuple[Problem, ...]) -> bool:
        """Whether head and problems are these."""
        return (self.head, self.problems) == (head, problems)


class Brief(NamedTuple):
    """A compiled file without its clauses; `first` is the place of its first statement in the segment's writer."""

    outline: Outline
    ties: Ties
    findings: Findings | None
    records: Records
    headings: tuple[Heading, ...]
    first: int

    @classmethod
    def of(cls, file: CompiledFile, first: int) -> Brief:
        """Return what there is to remember of a file once its clauses are written."""
        return cls(file.outline, file.ties, file.findings, file.records, file.headings, first)


class Placed(NamedTuple):
    """A statement that is kept: its place in the segment's writer, its heading, its file and its place there."""

    writer_place: int
    heading: Heading
    file: str
    place: int


def forget_but(tables: Tables, kept: Container[str]) -> None:
    """Take out all that came from files (keys) that are not kept."""
    keys = [(key,) for (key,) in tables.rows("SELECT key FROM file") if key not in kept]
    for table in (*OF_FILE, "file"):
        column = "key" if table == "file" else "file"
        tables.write(f"DELETE FROM {table} WHERE {column} = ?", keys)


def drop(tables: Tables, links: Links, kept: Container[str]) -> bool:
    """Take out the records of files that are kept, where another file's take their place by now.

    Return whether there were any.
    """
    gone = [(file, section, name) for file, section, name in links.dropped if file in kept]
    collection = headed(tables).head.id if gone else ""
    found = 0
    for file, section, name in gone:
        found += _drop_record(tables, section, f"{collection}/{name}", file)
    return found > 0


def _drop_record(tables: Tables, section: str, key: str, file: str) -> int:
    kind = ONE[section].title()
    found = tables.number("SELECT COUNT(*) FROM record WHERE kind = ? AND key = ? AND file = ?", (kind, key, file))
    tables.write(f"DELETE FROM record WHERE kind = '{kind}' AND key = ? AND file = ?", [(key, file)])
    tables.write(f"DELETE FROM pointer WHERE owner = ? AND file = ? AND section = '{section}'", [(key, file)])
    if section in ("statements", "summits"):
        of_summit = int(section == "summits")
        tables.write(f"DELETE FROM {ONE[section]} WHERE key = ? AND file = ?", [(key, file)])
        for table in ("participation", "acting"):
            tables.write(f"DELETE FROM {table} WHERE place = ? AND file = ? AND of_summit = {of_summit}", [(key, file)])
    if section == "statements":
        for table in ("undertaking", "invoking", "former"):
            tables.write(f"DELETE FROM {table} WHERE statement = ? AND file = ?", [(key, file)])
    return found


def add_files(tables: Tables, briefs: Sequence[Brief], links: Links) -> list[Placed]:
    """Put in what came from compiled files, but for clauses and statements; return the statements that are kept."""
    placed: list[Placed] = []
    for brief in briefs:
        key = brief.outline.key
        tables.write(
            "INSERT INTO file VALUES (?, 0, ?, ?, ?)",
            [(key, encode(brief.outline), encode(brief.ties), encode(brief.findings) if brief.findings else None)],
        )
        _add_records(tables, key, links.kept(key, brief.records))
        for number, heading in enumerate(brief.headings):
            if (key, "statements", heading.statement.id) not in links.dropped:
                placed.append(Placed(brief.first + number, heading, key, number))
    return placed


def in_order(placed: Iterable[Placed], tables: Tables, order: Sequence[str]) -> list[Placed]:
    """Return statements in the order in which they are read: by day, an undated one with its summit, then by file."""
    file_place = {key: place for place, key in enumerate(order)}
    days: dict[str, int | None] = {}
    days.update(tables.rows("SELECT key, earliest FROM summit"))

    def by_day(one: Placed) -> tuple[bool, int, int, int]:
        statement = one.heading.statement
        day = _days(statement.date)[0] or days.get(statement.summit or "")
        return day is None, day or 0, file_place[one.file], one.place

    return sorted(placed, key=by_day)


def add_statements(tables: Tables, placed: Sequence[Placed], segment: int) -> None:
    """Put in statements whose clauses stand in a segment, one statement after the other in this order."""
    first = 0
    rows = []
    for one in placed:
        statement, clauses = one.heading.statement, one.heading.clauses
        own = _days(statement.date)
        act = statement.act.value if statement.act else None
        ids = "\n".join(clauses)
        where = segment, first, len(clauses), ids
        rows.append((statement.key, one.file, one.place, statement.summit, statement.kind.value, act, *own, *where))
        first += len(clauses)
    tables.write(
        "INSERT INTO statement (key, file, place, summit, kind, act, own_earliest, own_latest, segment, first_clause,"
        " clauses, ids) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    for one in placed:
        statement = one.heading.statement
        _add_record(tables, one.file, one.place, statement)
        _add_participations(tables, one.file, statement.key, False, statement.participations)
    tables.write(
        "INSERT INTO undertaking VALUES (?, ?, ?)",
        [(key, one.heading.statement.key, one.file) for one in placed for key in one.heading.by],
    )
    tables.write(
        "INSERT INTO invoking VALUES (?, ?, ?)",
        [
            (statement.key, instrument, one.file)
            for one in placed
            for statement in [one.heading.statement]
            for instrument in dict.fromkeys(cited.instrument for cited in statement.cites)
        ],
    )
    tables.write(
        "INSERT INTO former VALUES (?, ?, ?, ?, ?)",
        [
            (old, now, one.heading.statement.key, number, one.file)
            for one in placed
            for number, (old, now) in enumerate(one.heading.former)
        ],
    )
    for one in placed:
        _add_pointers(tables, one.file, "statements", one.heading.statement.key, one.heading.pointers)


def move_statements(tables: Tables, statements: Sequence[tuple[str, int]], segment: int) -> None:
    """Say that statements (keys, with the number of their clauses) stand one after the other in another segment."""
    tables.write(
        "UPDATE statement SET segment = ?, first_clause = ? WHERE key = ?",
        [(segment, first, key) for first, key in positions(statements)],
    )


def keep_findings(tables: Tables, file: str, findings: Findings) -> None:
    """Put in what was found in a file."""
    tables.write("UPDATE file SET findings = ? WHERE key = ?", [(encode(findings), file)])


def finish(tables: Tables, plan: Plan, links: Links, number: int, before: Standing | None) -> None:
    """Work out what depends on more than one file: order, days, positions, parts, problems.

    Where nothing was compiled or removed, and the head is as it was, what the collection says is that of an older
    generation, and is still called by its number. `before` is how the files that were compiled stood; None where other
    files have changed too.
    """
    said = content(tables)
    same = said and not plan.again and not plan.removed and headed(tables).says(plan.head, plan.problems)
    tables.write("UPDATE file SET place = ? WHERE key = ?", [(place, key) for place, key in enumerate(plan.order)])
    if not plan.again:
        # Only the times of files have changed. Beside what was compiled that can wait: hashes tell the same meanwhile.
        outlines_now = [(encode(outline), key) for key, outline in plan.kept.items()]
        tables.write("UPDATE file SET outline = ? WHERE key = ?", outlines_now)
    if before is None or before.basis != Standing.of(tables, before.files).basis:
        work_out(tables)
    else:
        carry_over(tables, before)
    tables.write("DELETE FROM head", [()])
    dropped = "\n".join(sorted({key for key, _, _ in links.dropped}))
    head = Headed(plan.head, tuple(plan.problems), plan.head_file)
    number_said = said if same else str(number)
    rows = [("head", encode(head)), ("dropped", dropped.encode()), ("content", number_said.encode())]
    rows += [("fit", _YES)] if links.fit else []
    tables.write("INSERT INTO head VALUES (?, ?)", rows)
    tables.write("DELETE FROM problem", [()])
    tables.write(
        "INSERT INTO problem (blob) VALUES (?)", [(encode(problem),) for problem in _told(tables, plan, links)]
    )


def _told(tables: Tables, plan: Plan, links: Links) -> tuple[Problem, ...]:
    """All problems of the collection, from the findings that are kept."""
    found = tables.rows("SELECT outline, findings FROM file WHERE findings IS NOT NULL ORDER BY place")
    return all_problems(
        plan.problems,
        [(tables.decoded(Outline, outline), tables.decoded(Findings, findings)) for outline, findings in found],
        links,
        lambda statement: _clause_ids(tables, f"{plan.head.id}/{statement}"),
    )


def _clause_ids(tables: Tables, statement: str) -> tuple[str, ...]:
    """The ids of the clauses of a statement (a key)."""
    row = tables.row("SELECT ids FROM statement WHERE key = ?", (statement,))
    return listed(row[0]) if row else ()


def outlines(tables: Tables) -> dict[str, Outline]:
    """Return the outlines of all files by their keys, in their order."""
    found = tables.rows("SELECT key, outline FROM file ORDER BY place")
    return {key: tables.decoded(Outline, outline) for key, outline in found}


def ties(tables: Tables) -> dict[str, Ties]:
    """Return the ties of all files by their keys, in their order."""
    return {key: tables.decoded(Ties, blob) for key, blob in tables.rows("SELECT key, ties FROM file ORDER BY place")}


def ties_of(tables: Tables, key: str) -> Ties | None:
    """Return the ties of one file; None where it is not known."""
    row = tables.row("SELECT ties FROM file WHERE key = ?", (key,))
    return tables.decoded(Ties, row[0]) if row else None


def fitted(tables: Tables) -> bool:
    """Whether all files fitted together when the tables were filled."""
    return tables.head("fit") == _YES


def name_of(folder: Path, path: Path) -> str:
    """What a file is called in what is compiled: that is kept, wherever it is read from."""
    return path.relative_to(folder).as_posix()


def headed(tables: Tables) -> Headed:
    """Return the head of the collection. Raises `ValueError` where there is none."""
    found = tables.head("head")
    if found is None:
        raise ValueError("found no head")
    return tables.decoded(Headed, found)


def content(tables: Tables) -> str:
    """Return the number of the generation that first said what this one says."""
    return (tables.head("content") or b"").decode()


def dropped_files(tables: Tables) -> tuple[str, ...]:
    """Return the files (keys) of which records were dropped, since another file has their ids."""
    return listed((tables.head("dropped") or b"").decode())


def living(tables: Tables) -> dict[int, int]:
    """Return the segments that statements stand in, with the number of their clauses."""
    return dict(tables.rows("SELECT segment, SUM(clauses) FROM statement GROUP BY segment"))


def _add_records(tables: Tables, file: str, records: Records) -> None:
    for section in _RECORDS:
        for place, record in enumerate(getattr(records, section)):
            _add_record(tables, file, place, record)
            if not isinstance(record, Source):
                _add_pointers(tables, file, section, record.key, pointers_of(record))
    for place, alias in enumerate(records.aliases):
        tables.write(
            "INSERT INTO record VALUES ('AliasSet', ?, ?, ?, ?)", [(f"{file}#{place}", file, place, encode(alias))]
        )
    for place, summit in enumerate(records.summits):
        tables.write(
            "INSERT INTO summit VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
            [(summit.key, file, place, *_days(summit.date), summit.series, summit.margins_of)],
        )
        _add_participations(tables, file, summit.key, True, summit.participations)


def _add_pointers(tables: Tables, file: str, section: str, owner: str, pointers: Iterable[Pointer]) -> None:
    tables.write(
        "INSERT INTO pointer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (owner, section, one.origin, one.why, one.kind, one.address, *_of_location(one.location), file)
            for one in pointers
        ],
    )


def _of_location(location: Location) -> tuple[str, int, int]:
    return location.file, location.line, location.column


def _add_record(tables: Tables, file: str, place: int, record: Statement | Summit | Participant) -> None:
    kind = type(record).__name__
    tables.write("INSERT INTO record VALUES (?, ?, ?, ?, ?)", [(kind, record.key, file, place, encode(record))])


def _add_participations(
    tables: Tables, file: str, place: str, of_summit: bool, participations: Sequence[Participation]
) -> None:
    tables.write(
        "INSERT INTO participation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                place,
                of_summit,
                number,
                one.participant,
                "\n".join(one.roles),
                one.office,
                "\n".join(one.acting_for),
                file,
            )
            for number, one in enumerate(participations)
        ],
    )
    tables.write(
        "INSERT INTO acting VALUES (?, ?, ?, ?, ?)",
        [(place, of_summit, one.participant, body, file) for one in participations for body in one.acting_for],
    )


def _days(date: EdtfDate | None) -> tuple[int | None, int | None]:
    return (date.earliest.toordinal(), date.latest.toordinal()) if date else (None, None)
