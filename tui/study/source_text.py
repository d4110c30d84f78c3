"""A source's text with the clauses that are taken from it, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.collection.proof import Wanted, prove
from tui.collection.sources import SourceText
from tui.model.records import Clause, Proof, Rendering, Source
from tui.model.vocabulary import Inserter
from tui.study.clause_card import proof_word
from tui.study.source_texts import SourceTexts

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


Stretch = tuple[int, int]
"""`[start, end)` in code points of the source's text."""


class Taken(NamedTuple):
    """A clause's place in the source, `[start, end)` in code points, and what is said of it.

    `own` are the stretches in it, in their order, that the source gives as the document's own words, but for what it
    says itself that it has put in: `inserted`.
    """

    start: int
    end: int
    clause: str
    said: str
    own: tuple[Stretch, ...] = ()
    inserted: tuple[Stretch, ...] = ()

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.clause.rpartition("#")[2]


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What there is to read of a source.

    `text` is None where none is held, and `trouble` then says why; where it is held and is not the recorded one,
    `trouble` says that. `lost` holds the addresses of clauses whose words have no place in it, or none that holds.
    """

    source: Source
    text: str | None
    trouble: str
    taken: tuple[Taken, ...] = ()
    lost: tuple[str, ...] = ()

    def covered(self, start: int, end: int) -> list[Taken]:
        """Return the clauses that stand in a stretch of the text, or in a part of it."""
        return [taken for taken in self.taken if taken.start < end and start < taken.end]


def read_source(catalogue: Catalogue, source: Source) -> SourceReading:
    """Return a source's text as its file holds it now, with the places of the clauses that are taken from it.

    Only a file that a source of its collection may be is read. Where it is, byte for byte, the one recorded, the places
    are those that were proved; in any other the words are proved anew, and what does not hold has no place.
    """
    looked = SourceTexts(catalogue).look(source)
    if looked is None:
        return SourceReading(source, None, "Its text is not held: no file is recorded for this source.")
    held, text = looked
    if text is None:
        found = held.trouble
        why = f"{found.message}{f', {found.found}' if found.found else ''}" if found else "it cannot be read"
        return SourceReading(source, None, f"Its text cannot be shown: {why}.")
    as_recorded = source.sha256 is not None and held.digest == source.sha256
    taken: list[Taken] = []
    lost: list[str] = []
    for clause, rendering in _from(catalogue, source):
        place = _recorded(clause, rendering, text) if as_recorded else _anew(clause, rendering, text)
        if place is None:
            lost.append(clause.key)
        else:
            taken.append(place)
    trouble = "" if as_recorded else _changed(source)
    return SourceReading(source, text.text, trouble, tuple(sorted(taken)), tuple(lost))


def _changed(source: Source) -> str:
    if source.sha256 is None:
        return "No hash is recorded for this file: the words were looked for anew, in the file as it is now."
    return "This file has changed since it was recorded: the words were looked for anew, and prove nothing."


def _recorded(clause: Clause, rendering: Rendering, text: SourceText) -> Taken | None:
    """Return the place that was proved, if there is one and the text is as long as it says."""
    proof = rendering.proof
    if not proof.holds or proof.start is None or proof.end is None or proof.end > len(text.text):
        return _anew(clause, rendering, text)
    own = [_place(span.proof) for span in rendering.quoted]
    return _taken(clause, rendering, text, (proof.start, proof.end), proof_word(proof.state), own)


def _anew(clause: Clause, rendering: Rendering, text: SourceText) -> Taken | None:
    """Return the place where the words stand in this text, with permitted editing at most; None where they do not."""
    inserted = [rendering.text[one.start : one.end] for one in rendering.insertions if one.by is Inserter.EDITORS]
    place = _place(prove(Wanted(rendering.text, start=rendering.proof.start, insertions=inserted), text).proof)
    if place is None:
        return None
    own = [
        _place(prove(Wanted(rendering.text[one.start : one.end], start=place[0], insertions=inserted), text).proof)
        for one in rendering.quoted
    ]
    return _taken(clause, rendering, text, place, "the words stand here", own)


def _place(proof: Proof) -> Stretch | None:
    return (proof.start, proof.end) if proof.holds and proof.start is not None and proof.end is not None else None


def _taken(
    clause: Clause,
    rendering: Rendering,
    text: SourceText,
    place: Stretch,
    said: str,
    own: Sequence[Stretch | None],
) -> Taken:
    start, end = place
    line, column = text.line_and_column(start)
    # The same words may stand elsewhere in the source, where they are not the clause's.
    inside = sorted(one for one in own if one is not None and start <= one[0] and one[1] <= end)
    put_in = [rendering.text[one.start : one.end] for one in rendering.insertions if one.by is Inserter.SOURCE]
    found = [(text.text.find(words, start, end), len(words)) for words in put_in]
    inserted = sorted((at, at + length) for at, length in found if at >= 0)
    return Taken(start, end, clause.key, f"{said}, line {line}, column {column}", tuple(inside), tuple(inserted))


def _from(catalogue: Catalogue, source: Source) -> Iterator[tuple[Clause, Rendering]]:
    """Yield the clauses that have a wording in a source, each with it."""
    for address in _addresses(catalogue, source):
        clause = catalogue.clause(address)
        for rendering in clause.renderings if clause else ():
            if clause and rendering.source == source.key:
                yield clause, rendering


def _addresses(catalogue: Catalogue, source: Source) -> list[str]:
    """Return the addresses of clauses with a wording in a source, found by the index and not one by one."""
    found: dict[str, None] = {}
    masks = catalogue.filters().having("source", [source.id])
    for segment, mask in zip(catalogue.segments(), masks, strict=True):
        for number in mask.nonzero()[0].tolist():
            if segment.alive is None or segment.alive[number]:
                found[segment.clause(number).key] = None
    return list(found)
