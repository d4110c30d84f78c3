"""The YAML format: what each record may say, in which types.

These shapes are the one definition of the format. The reader validates against them, and the JSON Schema
that editors use is generated from them (`tui.collection.json_schema`), so the docstrings here are what a
person sees while writing YAML. The values in them are those of `tui.collection.schema_values`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tui.collection.schema_parts import (
    CitationShape,
    EvidenceShape,
    ParticipationShape,
    RemarkShape,
    RenderingShape,
)
from tui.collection.schema_values import (
    Address,
    Country,
    Date,
    FormatVersion,
    Language,
    Number,
    OldId,
    Place,
    Sha256,
    Shape,
    Slug,
    Sources,
    Text,
    Url,
)
from tui.model.vocabulary import (
    Act,
    Closeness,
    InstrumentKind,
    Part,
    ParticipantKind,
    SourceKind,
    StatementKind,
    ThreadState,
)


class ClauseShape(Shape):
    """The unit that is read, found and cited."""

    id: Slug
    """Lasting: with the statement's it makes the address, collection/statement#clause."""
    part: Part
    """Where in the document it stands; body, where the document has no parts."""
    num: Number | None = None
    """The number as printed in the document. Left out where none is known."""
    stands: Text | None = None
    """Where it stands, in the editors' count, when the document prints no number: unnumbered paragraph 2."""
    by: tuple[Slug, ...] = ()
    """Ids of the participants who undertake it."""
    verb: Text | None = None
    """The verb of the undertaking: agreed, reaffirmed, called on ..."""
    topics: tuple[Slug, ...] = ()
    """What it is about."""
    cites: tuple[CitationShape, ...] = ()
    """The instruments it refers to."""
    formerly: tuple[OldId, ...] = ()
    """Ids it had before it was moved or renumbered: of this statement, or statement#clause. They still lead here."""
    renderings: Annotated[list[RenderingShape], Field(min_length=1)]
    """Its wording in each source; the first is the one shown first."""
    shown_by: Sources = ()
    """For a clause in the editors' own words, the ids of the sources that show it: how sure it is, is their number."""
    closest: Closeness | None = None
    """How close to the official text the closest of them stands."""
    same_as: Address | None = None
    """The address of the same clause in another collection, which has other wordings of it."""
    note: Text | None = None
    """What a reader should know about this clause."""


class StatementShape(Shape):
    """The work: what was agreed, whoever publishes its words."""

    id: Slug
    """Lasting: the address is collection/statement."""
    title: Text
    """Its title, or what it is commonly called."""
    other_titles: tuple[Text, ...] = ()
    """What else it is called."""
    kind: StatementKind
    """What the text calls itself. It says nothing of binding force."""
    act: Act | None = None
    """What was done to it: signed and approved are two things."""
    date: Date | None = None
    """The date of the act, in EDTF."""
    summit: Slug | None = None
    """The id of the summit it came out of."""
    symbol: Text | None = None
    """The document symbol."""
    languages: tuple[Language, ...] = ()
    """The languages of the document itself, BCP 47."""
    text_seen: Text | None = None
    """How much of its text the editors have seen, and where."""
    shown_by: Sources = ()
    """The ids of the sources that show its title."""
    seen: tuple[Slug, ...] = ()
    """The ids of all sources that were read for it."""
    cites: tuple[CitationShape, ...] = ()
    """The instruments it refers to, where it is not known in which clause."""
    same_as: Address | None = None
    """The address of the same statement in another collection."""
    participations: tuple[ParticipationShape, ...] = ()
    """Who took part in it, and how."""
    evidence: tuple[EvidenceShape, ...] = ()
    """Words of a source that show what is said here of the statement itself."""
    clauses: tuple[ClauseShape, ...] = ()
    """Its clauses, in order."""
    remarks: tuple[RemarkShape, ...] = ()
    """What the editors note: where sources differ, what the context was, what was not found."""
    note: Text | None = None
    """The editors' note."""


class SummitShape(Shape):
    """A meeting."""

    id: Slug
    """Lasting."""
    title: Text
    """What it is called."""
    series: Text | None = None
    """The series it belongs to: G20, APEC, Astana format ..."""
    date: Date | None = None
    """When, in EDTF."""
    place: Text | None = None
    """Where."""
    country: Country | None = None
    """ISO 3166-1 alpha-2."""
    host: Slug | None = None
    """The id of the participant who hosted it."""
    within: Slug | None = None
    """The id of the summit it was a part of."""
    margins_of: Slug | None = None
    """The id of the summit on whose margins it was held."""
    participations: tuple[ParticipationShape, ...] = ()
    """Who took part, and how."""
    evidence: tuple[EvidenceShape, ...] = ()
    """Words of a source that show what is said here."""
    same_as: Address | None = None
    """The address of the same meeting in another collection."""
    note: Text | None = None
    """The editors' note."""


class ParticipantShape(Shape):
    """A body (state or organisation), a person, or persons named only together (a group)."""

    id: Slug
    """Lasting."""
    kind: ParticipantKind
    """What it is."""
    name: Text
    """The name shown."""
    other_names: tuple[Text, ...] = ()
    """The same name in other spellings and scripts."""
    code: Text | None = None
    """For a state, its ISO 3166-1 code."""
    same_as: Address | None = None
    """The address of the same participant in another collection."""
    note: Text | None = None
    """The editors' note."""


class InstrumentShape(Shape):
    """What clauses cite."""

    id: Slug
    """Lasting."""
    kind: InstrumentKind
    """What it is."""
    title: Text
    """What it is called."""
    symbol: Text | None = None
    """The document symbol."""
    date: Date | None = None
    """When, in EDTF."""
    place: Text | None = None
    """Where, for a meeting."""
    statement: Slug | None = None
    """The id of the statement that has its text, where this collection has it."""
    same_as: Address | None = None
    """The address of the same instrument in another collection."""
    note: Text | None = None
    """The editors' note."""


class SourceShape(Shape):
    """A publisher's text."""

    id: Slug
    """Lasting."""
    kind: SourceKind
    """What kind of publication."""
    publisher: Text
    """Who published it."""
    title: Text
    """Its title; a title the editors supply stands in square brackets."""
    language: Language
    """BCP 47."""
    published: Date | None = None
    """When, in EDTF, with time and zone where known."""
    url: Url | None = None
    """Its address."""
    file: Text | None = None
    """The file that holds its text: below the collection's folder, or in seeds/."""
    sha256: Sha256 | None = None
    """The SHA-256 of that file, so that a change is noticed."""
    derived_from: Slug | None = None
    """The id of the source it was made from."""
    note: Text | None = None
    """The editors' note."""


class AliasShape(Shape):
    """Names of one referent. They widen a search; inside a quotation they are never the same words."""

    names: Annotated[list[Text], Field(min_length=2)]
    """The names, in any spelling or script."""
    note: Text | None = None
    """The editors' note."""


class MemberShape(Shape):
    """One statement, or a clause of it, that a thread runs through."""

    at: Place
    """The statement's id, or statement#clause; with its collection before it, where that is another."""
    state: ThreadState = ThreadState.SEEN
    """How the commitment stands there. Where nothing is known of a statement, it is no member: that is not missing."""
    note: Text | None = None
    """What it says there, in the editors' own words."""
    shown_by: Sources = ()
    """The ids of the sources that show it; how sure it is, is their number."""


class ThreadShape(Shape):
    """How a commitment recurs from statement to statement, as the editors see it."""

    id: Slug
    """Lasting."""
    title: Text
    """The commitment, in a few words."""
    description: Text | None = None
    """What the editors follow, and what they leave out."""
    members: Annotated[list[MemberShape], Field(min_length=1)]
    """Where it is seen, in order of time."""
    phrases: tuple[Text, ...] = ()
    """Words in which documents have it, in any language. A fragment is shown for it only where it has some of these."""
    note: Text | None = None
    """The editors' note."""


class CollectionShape(Shape):
    """collection.yaml: what the collection is."""

    format: FormatVersion
    """The version of this format."""
    id: Slug
    """The first part of every address in the collection."""
    title: Text
    """What it is called."""
    description: Text | None = None
    """What it holds, in a sentence or two."""
    language: Language | None = None
    """The language the editors write in, BCP 47."""
    licence: Text | None = None
    """Under which terms the editors' own words may be used."""
    note: Text | None = None
    """The editors' note: what was seen and what was not."""


class RecordsShape(Shape):
    """Every other YAML file of a collection: any of these lists, in any file."""

    participants: tuple[ParticipantShape, ...] = ()
    """Bodies and persons."""
    sources: tuple[SourceShape, ...] = ()
    """Who published which words."""
    instruments: tuple[InstrumentShape, ...] = ()
    """What clauses cite."""
    aliases: tuple[AliasShape, ...] = ()
    """Names of one referent."""
    summits: tuple[SummitShape, ...] = ()
    """Meetings."""
    statements: tuple[StatementShape, ...] = ()
    """What was agreed."""
    threads: tuple[ThreadShape, ...] = ()
    """How commitments recur."""
