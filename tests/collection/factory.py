"""Small collections on disk, and what a person is told about them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tui.collection.load import Library, load
from tui.collection.problems import Problem
from tui.model.records import Clause, Collection, Rendering, Source, Statement, Summit

REPORT = """\
Ann and Bob met on Saturday.

"The parties agreed to maintain the ceasefire in the south," the joint statement read.

They also praised the "successful efforts" of the experts, which "can't fail", and [sic] the «long» talks.
"""

HEAD = "format: 1\nid: good\ntitle: A good collection\n"

RECORDS = f"""\
participants:
  - {{id: ann, kind: person, name: Ann}}
  - {{id: norway, kind: state, name: Norway, code: "NO"}}
sources:
  - id: paper
    kind: news-report
    publisher: The Paper
    title: The report
    language: en
    file: report.txt
    sha256: {hashlib.sha256(REPORT.encode()).hexdigest()}
instruments:
  - {{id: pact, kind: treaty, title: The pact}}
summits:
  - {{id: meeting, title: The meeting, date: 2017-11-11, country: NO}}
statements:
  - id: joint
    title: The joint statement
    kind: joint-statement
    summit: meeting
    participations:
      - {{participant: ann, roles: [principal], acting_for: [norway]}}
    clauses:
      - id: ceasefire
        part: body
        by: [ann]
        cites:
          - {{to: pact}}
        renderings:
          - source: paper
            speech: direct
            authority: agency
            text: The parties agreed to maintain the ceasefire in the south
"""

LINE_FEED = "\n"

CLAUSE = """\
statements:
  - id: other
    title: Another statement
    kind: readout
    clauses:
      - id: clause
        part: body
        renderings:
          - source: paper
            speech: indirect
            authority: agency
            text: Ann and Bob met on Saturday.
"""
"""A second file with one sound clause, for tests that spoil it."""

PERSON = "participants:\n  - id: bob\n    kind: person\n    name: Bob\n"
SUMMIT = "summits:\n  - id: oslo\n    title: Oslo\n"
"""The beginnings of files, to which a test adds what is wrong."""


@dataclass(frozen=True)
class Shelf:
    """A folder with one sound collection, to which a test adds what it likes."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def write_marked(self, name: str, content: str) -> list[str]:
        """Write a file in which § stands directly before each place in question; return these as `line:column`."""
        places = []
        while "§" in content:
            before, content = content.split("§", 1)
            places.append(f"{before.count(LINE_FEED) + 1}:{len(before) - before.rfind(LINE_FEED)}")
            content = before + content
        self.write(name, content)
        return places

    def load(self) -> Library:
        return load([self.folder])

    def problems(self) -> list[str]:
        """What `summit-tui check` would print, each file by its name alone."""
        return said(self.load().problems)

    def source(self, name: str, text: str | bytes, *, file: str | None = None) -> None:
        """Add a source called `name` that holds `text`."""
        data = text.encode() if isinstance(text, str) else text
        self.write(file or f"{name}.txt", data)
        self.write(
            f"{name}-source.yaml",
            f"sources:\n  - {{id: {name}, kind: news-report, publisher: P, title: T, language: en,"
            f" file: {file or f'{name}.txt'}, sha256: {hashlib.sha256(data).hexdigest()}}}\n",
        )

    def rendering(self) -> Rendering:
        """The rendering of the clause in CLAUSE, however a test has changed it."""
        return clause(self.load(), "good/other#clause").reading


def shelf(folder: Path) -> Shelf:
    """Return a sound collection written into `folder`."""
    made = Shelf(folder)
    made.write("collection.yaml", HEAD)
    made.write("records.yaml", RECORDS)
    made.write("report.txt", REPORT)
    return made


def said(problems: tuple[Problem, ...]) -> list[str]:
    """Return the problems as they are printed, each file by its name alone."""
    return [str(problem).replace(problem.location.file, Path(problem.location.file).name, 1) for problem in problems]


def the(library: Library) -> Collection:
    """Return the one collection of a library."""
    (collection,) = library.collections
    return collection


def ids(library: Library) -> set[str]:
    """The ids of all summits, statements, sources and instruments."""
    collection = the(library)
    found: list[Summit | Statement | Source] = [*collection.summits, *collection.statements, *collection.sources]
    return {record.id for record in (*found, *collection.instruments)}


def clause(library: Library, address: str) -> Clause:
    """Return the clause at an address."""
    found = [
        clause
        for collection in library.collections
        for statement in collection.statements
        for clause in statement.clauses
        if clause.address == address
    ]
    assert found, f"{address} is not there"
    return found[0]


def good_ones_are_there(library: Library) -> bool:
    """Whether everything that the sound collection holds is there, and proved."""
    collection = the(library)
    ceasefire = clause(library, "good/joint#ceasefire")
    return (
        (collection.id, collection.title) == ("good", "A good collection")
        and {"ann", "norway"} <= {participant.id for participant in collection.participants}
        and any(source.id == "paper" and source.held for source in collection.sources)
        and any(instrument.id == "pact" for instrument in collection.instruments)
        and any(summit.id == "meeting" and summit.country == "NO" for summit in collection.summits)
        and ceasefire.reading.proof.holds
    )


def opened(folder: Path, name: str, records: str) -> Collection:
    """Return the collection called `name` that `records` make, whatever is wrong with them."""
    made = Shelf(folder / name)
    made.write("collection.yaml", f"format: 1\nid: {name}\ntitle: {name.title()}\n")
    made.write("records.yaml", records)
    made.write("report.txt", REPORT)
    return the(made.load())
