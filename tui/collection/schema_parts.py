"""What the records of the YAML format are made of: anchors, renderings, citations, participations, remarks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tui.collection.schema_values import Bracketed, Language, Shape, Slug, Sources, Text, Whole
from tui.model.vocabulary import Authority, Inserter, RemarkKind, Role, Speech


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


class RemarkShape(Shape):
    """One thing that the editors note, with where they know it from."""

    kind: RemarkKind
    """A difference between sources or sides, the context, or what was looked for and not found."""
    text: Text
    """What there is to know, in the editors' own words."""
    shown_by: Sources = ()
    """The ids of the sources that show it; how sure it is, is their number."""


class InsertionShape(Shape):
    """Words in square brackets inside a rendering's text that are not the document's."""

    exact: Bracketed
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
    shown_by: Sources = ()
    """The ids of the sources that show it; how sure it is, is their number."""
    note: Text | None = None
    """What a reader should know about this participation."""
