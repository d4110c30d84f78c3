"""The records a collection is made of, checked and resolved.

Texts are exactly as the files hold them; whoever shows one passes it through `tui.text.visible`. Offsets are
code points, `[start, end)`. A record's `key` is `collection/id`, unique among the records of its kind; a
statement's key is its address, and a clause's is `collection/statement#clause`. References between records
are keys, except between a clause and what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.model.compact import Compact
from tui.model.dates import EdtfDate
from tui.model.vocabulary import (
    Act,
    Authority,
    Closeness,
    Inserter,
    InstrumentKind,
    Part,
    ParticipantKind,
    ProofState,
    RemarkKind,
    Role,
    SourceKind,
    Speech,
    StatementKind,
    ThreadState,
)

# Told once: a member of an enumeration takes longer to ask for than most of what is asked of a record.
_HOLDING: Final = (ProofState.VERBATIM, ProofState.EDITED)
_BEST_FIRST: Final = tuple(ProofState)


@dataclass(frozen=True, slots=True)
class Location(Compact):
    """Where a record is written: file, line and column, counted from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Proof(Compact):
    """What checking words against their source file found.

    `start` and `end` are the place in the source in code points, `line` and `column` the same place counted
    from 1; all None when the words were not found or the source is not held. `edits` names what had to be
    understood for the words to agree (an ellipsis, an insertion, quotation marks); empty for `VERBATIM`.
    `complaint` says why the words are not proved, where they are not.
    """

    state: ProofState
    start: int | None = None
    end: int | None = None
    line: int | None = None
    column: int | None = None
    edits: tuple[str, ...] = ()
    complaint: str | None = None

    @property
    def holds(self) -> bool:
        """Whether the words stand in the source, with nothing but permitted editing."""
        return self.state in _HOLDING


@dataclass(frozen=True, slots=True)
class Evidence(Compact):
    """Words of a source (`source` is its key) that show a fact about a summit, a statement or a participation."""

    source: str
    exact: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Remark(Compact):
    """One thing that editors note, with the sources (keys) that show it."""

    kind: RemarkKind
    text: str
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedSpan(Compact):
    """A stretch of a rendering's text that its source gives as the document's own words."""

    start: int
    end: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Insertion(Compact):
    """A stretch of a rendering's text, in square brackets, that is not the document's."""

    start: int
    end: int
    by: Inserter


@dataclass(frozen=True, slots=True)
class Rendering(Compact):
    """A clause's wording in one source.

    `quoted` holds the whole text for direct speech, nothing for indirect, and the marked spans for mixed.
    `cue` is how the source attributes the words ("the joint statement read"), with its proof.
    """

    source: str
    language: str
    speech: Speech
    authority: Authority
    text: str
    proof: Proof
    quoted: tuple[QuotedSpan, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    cue: Evidence | None = None
    note: str | None = None

    @property
    def holds(self) -> bool:
        """Whether its text and all its quoted spans stand in the source, with nothing but permitted editing."""
        return self.proof.holds and all(span.proof.holds for span in self.quoted)

    @property
    def standing(self) -> ProofState:
        """How well the rendering is proved: the worst of its text and its quoted spans."""
        states = [self.proof.state, *(span.proof.state for span in self.quoted)]
        return max(states, key=_BEST_FIRST.index)

    @property
    def editorial(self) -> bool:
        """Whether it is the editors' own summary: words of no document and of no publisher."""
        return self.authority is Authority.EDITORIAL


@dataclass(frozen=True, slots=True)
class Citation(Compact):
    """A clause's reference to an instrument (its key), with the words that make it when they are recorded."""

    instrument: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Clause(Compact):
    """The unit that is read, found and cited. `by` holds the keys of those who undertake it.

    `stands` tells where it stands when no number is printed. A clause in the editors' own words is `shown_by` sources
    (keys), of which the `closest` stands so close to the official text. `same_as` is the address of the same clause in
    another collection. `formerly` are the addresses it had before it was moved or renumbered: they still lead to it.
    """

    key: str
    statement: str
    id: str
    part: Part
    renderings: tuple[Rendering, ...]
    location: Location
    num: str | None = None
    by: tuple[str, ...] = ()
    verb: str | None = None
    topics: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    formerly: tuple[str, ...] = ()
    note: str | None = None
    stands: str | None = None
    shown_by: tuple[str, ...] = ()
    closest: Closeness | None = None
    same_as: str | None = None

    @property
    def address(self) -> str:
        """The lasting address, `collection/statement#clause`."""
        return self.key

    @property
    def reading(self) -> Rendering:
        """The rendering shown first: the first that the file gives."""
        return self.renderings[0]

    @property
    def in_fragments(self) -> bool:
        """Whether the editors tell it in their own words, so that its other renderings are fragments."""
        return any(one.editorial for one in self.renderings)


@dataclass(frozen=True, slots=True)
class Participation(Compact):
    """One participant's part in a summit or statement, in the office held that day."""

    participant: str
    roles: tuple[Role, ...]
    acting_for: tuple[str, ...] = ()
    office: str | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Compact):
    """The work: what was agreed, whoever publishes its words. `summit` is a key or None.

    `shown_by` are the sources (keys) that show its title, `seen` those that were read for it, `cites` what it refers
    to in a clause that is not known. `same_as` is the address of the same statement in another collection.
    """

    key: str
    id: str
    collection: str
    title: str
    kind: StatementKind
    location: Location
    act: Act | None = None
    date: EdtfDate | None = None
    summit: str | None = None
    symbol: str | None = None
    languages: tuple[str, ...] = ()
    participations: tuple[Participation, ...] = ()
    clauses: Sequence[Clause] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    other_titles: tuple[str, ...] = ()
    text_seen: str | None = None
    shown_by: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Summit(Compact):
    """A meeting. `within` and `margins_of` are keys of the summit it was part of or held beside."""

    key: str
    id: str
    collection: str
    title: str
    location: Location
    series: str | None = None
    date: EdtfDate | None = None
    place: str | None = None
    country: str | None = None
    host: str | None = None
    within: str | None = None
    margins_of: str | None = None
    participations: tuple[Participation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    same_as: str | None = None

    @property
    def where(self) -> str:
        """What tells a reader where it was: its place, else its title."""
        return self.place or self.title


@dataclass(frozen=True, slots=True)
class Participant(Compact):
    """A body, a person, or persons named only together."""

    key: str
    id: str
    collection: str
    kind: ParticipantKind
    name: str
    location: Location
    other_names: tuple[str, ...] = ()
    code: str | None = None
    note: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument(Compact):
    """What clauses cite: a resolution, treaty, process, meeting and the like.

    `statement` is the key of the statement that has its text, where the collection has it.
    """

    key: str
    id: str
    collection: str
    kind: InstrumentKind
    title: str
    location: Location
    symbol: str | None = None
    date: EdtfDate | None = None
    place: str | None = None
    note: str | None = None
    statement: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Source(Compact):
    """A publisher's text.

    `held`: its file is here and is, byte for byte, the one recorded; `changed`: it is here and is another.
    """

    key: str
    id: str
    collection: str
    kind: SourceKind
    publisher: str
    title: str
    language: str
    location: Location
    published: EdtfDate | None = None
    url: str | None = None
    file: str | None = None
    sha256: str | None = None
    derived_from: str | None = None
    held: bool = False
    changed: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Member(Compact):
    """A statement or clause (its address) that a thread runs through, and how the commitment stands there.

    `shown_by` are the sources (keys) that show it.
    """

    address: str
    state: ThreadState
    location: Location
    note: str | None = None
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread(Compact):
    """How a commitment recurs, as editors see it. A statement that is no member was not seen to have it.

    `phrases` are words in which documents have it, in any language.
    """

    key: str
    id: str
    collection: str
    title: str
    location: Location
    members: tuple[Member, ...]
    description: str | None = None
    note: str | None = None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasSet:
    """Names of one referent. They widen a search and say so; inside a quotation they are never the same words."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of statements, with everything in it that is sound. Records are in the order of their files."""

    id: str
    title: str
    folder: str
    description: str | None = None
    language: str | None = None
    licence: str | None = None
    note: str | None = None
    summits: tuple[Summit, ...] = ()
    statements: tuple[Statement, ...] = ()
    participants: tuple[Participant, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    sources: tuple[Source, ...] = ()
    threads: tuple[Thread, ...] = ()
    aliases: tuple[AliasSet, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from all others, as the key of any record does: its id."""
        return self.id
