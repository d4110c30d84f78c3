"""The YAML format: what each record may say, in which types.

These shapes are the one definition of the format. The reader validates against them, and the JSON Schema
that editors use is generated from them (`tui.collection.json_schema`), so the docstrings here are what a
person sees while writing YAML. Values come in as the strings that were written.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from tui.model.countries import CODES
from tui.model.dates import EXPECTED as EXPECTED_DATE
from tui.model.dates import EdtfDate
from tui.model.vocabulary import (
    Act,
    Authority,
    Inserter,
    InstrumentKind,
    Part,
    ParticipantKind,
    Role,
    SourceKind,
    Speech,
    StatementKind,
)

FORMAT: Final = 1
"""The version of the format that this program reads."""

SLUG: Final = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
OLD_ID: Final = rf"{SLUG[:-1]}(?:#{SLUG[1:-1]})?$"
_LANGUAGE: Final = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*$"


def _whole(value: object) -> object:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 12:
        return int(value)
    raise ValueError("expected a whole number, 0 or more")


def _format(value: object) -> object:
    if value != str(FORMAT):
        raise ValueError(f"expected {FORMAT}, the version that this program reads")
    return FORMAT


def _country(value: str) -> str:
    if value not in CODES:
        raise ValueError("expected a country code of ISO 3166-1, two capital letters such as VN or NO")
    return value


def _date(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(f"expected {EXPECTED_DATE}")
    return EdtfDate.parse(value)


def _insertion(value: str) -> str:
    if "[" in value[1:-1] or "]" in value[1:-1]:
        raise ValueError("expected words in one pair of square brackets")
    return value


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Slug = Annotated[str, StringConstraints(pattern=SLUG), Field(description="An id: small letters, digits, hyphens.")]
OldId = Annotated[
    str,
    StringConstraints(pattern=OLD_ID),
    Field(description="An id that was a clause's: of this statement, or statement#clause of another."),
]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Date = Annotated[EdtfDate, BeforeValidator(_date), WithJsonSchema({"type": ["string", "integer"]})]
Country = Annotated[str, AfterValidator(_country), WithJsonSchema({"enum": sorted(CODES)})]
Language = Annotated[str, StringConstraints(pattern=_LANGUAGE)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Number = Annotated[Text, WithJsonSchema({"type": ["string", "integer"]})]


# Lists that may be absent are tuples: a default that could change would be copied for every record. Lists of at
# least so many are lists: a tuple that has unsound items would be called too short as well.


class Shape(BaseModel):
    """What every shape shares: no unknown keys, docstrings as descriptions."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        # The docstrings of the shapes are the editors' help; pydantic's invented titles are noise there.
        json_schema_extra=lambda schema: _drop_titles(schema),
    )


def _drop_titles(schema: dict[str, Any]) -> None:
    schema.pop("title", None)
    for prop in schema.get("properties", {}).values():
        if isinstance(prop.get("title"), str):
            prop.pop("title")


class AnchorShape(Shape):
    """Where words stand in a source: W3C Web Annotation, TextQuoteSelector and TextPositionSelector."""

    exact: Text
    """The words, exactly as the source has them. They are the truth."""
    prefix: Text | None = None
    """Words that stand directly before, where the exact words stand in the source more than once."""
    suffix: Text | None = None
    """Words that stand directly after."""
    start: Whole | None = None
    """The place in the source, in code points from 0. A hint: it may grow stale, the words may not."""


class WholeAnchorShape(Shape):
    """Where a rendering's whole text stands in its source; the exact words are the text itself."""

    prefix: Text | None = None
    """Words that stand directly before."""
    suffix: Text | None = None
    """Words that stand directly after."""
    start: Whole | None = None
    """The place in the source, in code points from 0. A hint."""


class EvidenceShape(AnchorShape):
    """Words of a source that show the fact they stand with."""

    source: Slug
    """The id of the source the words are in."""


class InsertionShape(Shape):
    """Words in square brackets inside a rendering's text that are not the document's."""

    exact: Annotated[Text, StringConstraints(pattern=r"^\[[\s\S]*\]$"), AfterValidator(_insertion)]
    """The insertion with its brackets, as it stands in the text."""
    by: Inserter
    """Who inserted it: the source's own editor, or the editors of this collection."""


class RenderingShape(Shape):
    """A clause's wording in one source."""

    source: Slug
    """The id of the source."""
    speech: Speech
    """Whose words: the document's own (direct), told by the source (indirect), or told with quoted spans (mixed)."""
    authority: Authority
    """How close to the agreed text this wording stands."""
    text: Text
    """The words, exactly as the source prints them."""
    anchor: WholeAnchorShape | None = None
    """Where the text stands in the source. Needed only where the words stand there more than once."""
    quoted: tuple[AnchorShape, ...] = ()
    """In mixed speech: each span that the source gives as the document's own words, anchored on its own."""
    cue: AnchorShape | None = None
    """The source's own words that attribute the text, such as: the joint statement read."""
    insertions: tuple[InsertionShape, ...] = ()
    """Words in square brackets in the text that are not the document's."""
    language: Language | None = None
    """BCP 47 tag, where it differs from the source's."""
    note: Text | None = None
    """What a reader should know about this wording."""


class CitationShape(Shape):
    """A reference from a clause to an instrument."""

    to: Slug
    """The id of the instrument."""
    words: Text | None = None
    """The words of the clause that make the reference, exactly."""


class ClauseShape(Shape):
    """The unit that is read, found and cited."""

    id: Slug
    """Lasting: with the statement's it makes the address, collection/statement#clause."""
    part: Part
    """Where in the document it stands; body, where the document has no parts."""
    num: Number | None = None
    """The number as printed in the document. Left out where none is known."""
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
    note: Text | None = None
    """What a reader should know about this clause."""


class ParticipationShape(Shape):
    """One participant's part in a summit or a statement."""

    participant: Slug
    """The id of the participant."""
    roles: Annotated[list[Role], Field(min_length=1)]
    """What they did."""
    acting_for: tuple[Slug, ...] = ()
    """Ids of the bodies they acted for."""
    office: Text | None = None
    """The office held that day."""
    evidence: tuple[EvidenceShape, ...] = ()
    """Words of a source that show it."""
    note: Text | None = None
    """What a reader should know about this participation."""


class StatementShape(Shape):
    """The work: what was agreed, whoever publishes its words."""

    id: Slug
    """Lasting: the address is collection/statement."""
    title: Text
    """Its title, or what it is commonly called."""
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
    participations: tuple[ParticipationShape, ...] = ()
    """Who took part in it, and how."""
    evidence: tuple[EvidenceShape, ...] = ()
    """Words of a source that show what is said here of the statement itself."""
    clauses: tuple[ClauseShape, ...] = ()
    """Its clauses, in order."""
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


class CollectionShape(Shape):
    """collection.yaml: what the collection is."""

    format: Annotated[int, BeforeValidator(_format), WithJsonSchema({"const": FORMAT})]
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
