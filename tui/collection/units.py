"""What one YAML file of a collection gives: its records, and what the other files need to know of them.

A unit is made from its file and from the sources that its anchors are proved against, and from nothing else, so
files can be compiled alone, in any order and in other processes. What crosses files (an id used twice, a reference
to nothing, a cycle) is found afterwards by `tui.collection.link`, from their ties alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from tui.collection.declared import Declared, Sources, Stamp
from tui.collection.fingerprint import Fingerprint
from tui.collection.problems import Problem
from tui.model.compact import Compact
from tui.model.records import AliasSet, Instrument, Participant, Source, Statement, Summit, Thread

SECTIONS: Final = ("participants", "sources", "instruments", "summits", "statements", "threads")
"""The lists of records that have ids."""

ONE: Final = {section: section[:-1] for section in SECTIONS}
"""What one record of a list is called."""


class File(NamedTuple):
    """A YAML file of a collection.

    `key` is its path below the collection's folder, with `/`; `name` is what messages and locations call it.
    """

    key: str
    path: Path
    name: str


class Step(NamedTuple):
    """A reference from a record to another of its kind that must not lead back: `field` is the key it stands under."""

    to: str
    field: str
    line: int
    column: int


class Claim(NamedTuple):
    """A record's claim to its id.

    `line` is where the record begins; `id_line` and `id_column` are where its id stands. What is not `sound` was
    dropped, but a reference to it is no reference to nothing.
    """

    section: str
    id: str
    sound: bool
    line: int
    id_line: int
    id_column: int
    steps: tuple[Step, ...] = ()


class Former(NamedTuple):
    """A clause's claim to an address it had before: `address` and `clause`, its own, are statement#clause."""

    address: str
    clause: str
    line: int
    column: int


class Reference(NamedTuple):
    """A reference from a record to the one with an id; `after` counts the record's problems found before it."""

    section: str
    id: str
    line: int
    column: int
    after: int


@dataclass(frozen=True, slots=True)
class Context:
    """All that a unit depends on besides its file; it can be sent to another process. `collection` is the id."""

    collection: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class Finding(Compact):
    """What was found while one record was made: what is wrong with it, and what it refers to. Both in order."""

    section: str
    id: str
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Findings(Compact):
    """All that a file's problems are told from, together with the links between the files.

    `problems` stand whatever the other files hold; what was found of a record counts only where it is kept.
    """

    problems: tuple[Problem, ...]
    of_records: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outline(Compact):
    """What the next compilation needs to know of one file, to tell whether it is to be compiled again.

    `collection` is the id the addresses begin with. `declared` are its sound sources; `used` are the ids of the
    sources that its anchors are proved against, each with what the proofs took from it.
    """

    key: str
    name: str
    collection: str
    fingerprint: Fingerprint
    declared: tuple[Declared, ...]
    used: tuple[tuple[str, Stamp | None], ...]

    def differs_in(self, context: Context) -> bool:
        """Whether the unit would be another in `context`, though its file is the same."""
        if self.collection != context.collection:
            return True
        return any(context.sources.stamp(name) != stamp for name, stamp in self.used)

    def touched(self, fingerprint: Fingerprint, declared: tuple[Declared, ...]) -> Outline:
        """Return the outline of the same file as it is known by now."""
        return replace(self, fingerprint=fingerprint, declared=declared)


@dataclass(frozen=True, slots=True)
class Ties(Compact):
    """What ties one file to the others.

    `unread` tells that what the file holds is not known. `needs` are the ids it refers to, with their sections;
    `former` are the addresses that its clauses had before.
    """

    key: str
    name: str
    unread: bool
    claims: tuple[Claim, ...]
    needs: frozenset[tuple[str, str]]
    former: tuple[Former, ...] = ()

    def bind_like(self, other: Ties) -> bool:
        """Whether all that another file may see of this one is as in `other`, wherever in the file it stands."""
        return self._seen() == other._seen()

    def _seen(self) -> tuple[object, ...]:
        claims = [(one.section, one.id, one.sound, [step.to for step in one.steps]) for one in self.claims]
        return self.unread, self.needs, claims, [(one.address, one.clause) for one in self.former]


@dataclass(frozen=True, slots=True)
class Records(Compact):
    """The sound records of one file, of several with one id the first; each list in order."""

    participants: tuple[Participant, ...] = ()
    sources: tuple[Source, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    aliases: tuple[AliasSet, ...] = ()
    summits: tuple[Summit, ...] = ()
    statements: tuple[Statement, ...] = ()
    threads: tuple[Thread, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit(Compact):
    """What one file gives.

    `findings` are None where nothing is wrong with the file alone: where the links between the files concern it,
    `tui.collection.compile.findings_of` tells what it refers to.
    """

    outline: Outline
    ties: Ties
    findings: Findings | None
    records: Records
