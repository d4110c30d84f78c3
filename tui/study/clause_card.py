"""What there is to read about a clause: whose words, by whom, from which source, at which place, proved or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tui.index.catalogue import Catalogue
from tui.model.records import Clause, Insertion, Instrument, Proof, QuotedSpan, Rendering, Source
from tui.model.vocabulary import Inserter, Part, ProofState, Speech
from tui.study.card import Card, Fact, Mark, Stretch, Voice
from tui.text.words import words

_SPEECH: Final = {
    Speech.DIRECT: "direct: the document's own words, as the source gives them",
    Speech.INDIRECT: "indirect: told by the source, not in the document's words",
    Speech.MIXED: "mixed: the quoted words are the document's, the rest is told by the source",
}
_PROOFS: Final = {
    ProofState.VERBATIM: (Mark.PROVED, "proved verbatim"),
    ProofState.EDITED: (Mark.PROVED, "proved, with editing"),
    ProofState.FAILED: (Mark.FAILED, "NOT PROVED: the source does not have these words"),
    ProofState.UNHELD: (Mark.UNPROVED, "not proved: the source's file is not held"),
}


def clause_card(catalogue: Catalogue, clause: Clause) -> Card:
    """Return what there is to read about `clause`, in the rendering that is shown first."""
    rendering = clause.reading
    return Card(
        kind="clause",
        title=" · ".join(_title(catalogue, clause)),
        address=clause.address,
        text=rendering.text,
        stretches=tuple(stretches(rendering)),
        facts=tuple(_facts(catalogue, clause, rendering)),
    )


def stretches(rendering: Rendering) -> Iterator[Stretch]:
    """Yield the stretches that a rendering's text is made of, from its first code point to its last."""
    cuts = {0, len(rendering.text)}
    marks: list[QuotedSpan | Insertion] = [*rendering.quoted, *rendering.insertions]
    for mark in marks:
        cuts.update((mark.start, mark.end))
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        yield Stretch(start, end, _voice(rendering, start, end))


def _voice(rendering: Rendering, start: int, end: int) -> Voice:
    if any(mark.start <= start and end <= mark.end for mark in rendering.insertions):
        return Voice.INSERTION
    if any(span.start <= start and end <= span.end for span in rendering.quoted):
        return Voice.DOCUMENT
    return Voice.SOURCE


def proof_fact(label: str, proof: Proof, before: str = "") -> Fact:
    """Return a fact that says where words stand in their source and how well that is proved."""
    mark, verdict = _PROOFS[proof.state]
    place = f"line {proof.line}, characters {proof.start}–{proof.end}, " if proof.start is not None else ""
    edits = f" ({', '.join(proof.edits)})" if proof.edits else ""
    return Fact(label, f"{before}{place}{verdict}{edits}", mark)


def source_line(source: Source) -> str:
    """Return a source as one line: publisher, title, date, language."""
    published = source.published.label if source.published else "no date"
    return f"{source.publisher}, {source.title}, {published}, {source.language}"


def instrument_line(instrument: Instrument) -> str:
    """Return an instrument as one line: title, symbol or date."""
    extra = [part for part in (instrument.symbol, instrument.date.label if instrument.date else None) if part]
    return f"{instrument.title} ({', '.join(extra)})" if extra else instrument.title


def _title(catalogue: Catalogue, clause: Clause) -> Iterator[str]:
    statement = catalogue.statement(clause.statement)
    if statement:
        yield statement.title
    if clause.part is not Part.BODY:
        yield clause.part.label
    if clause.num:
        yield f"paragraph {clause.num}"


def _facts(catalogue: Catalogue, clause: Clause, rendering: Rendering) -> Iterator[Fact]:
    yield Fact("Speech", _SPEECH[rendering.speech])
    if clause.by:
        names = ", ".join(catalogue.name(key) for key in clause.by)
        yield Fact("By", f"{names}: {clause.verb}" if clause.verb else names)
    if rendering.cue:
        yield Fact("Attributed", f"“{rendering.cue.exact}”", _PROOFS[rendering.cue.proof.state][0])
    yield from _source(catalogue, rendering)
    for insertion in rendering.insertions:
        whose = "the source's editor" if insertion.by is Inserter.SOURCE else "the editors of this collection"
        yield Fact("Inserted", f"{rendering.text[insertion.start : insertion.end]} by {whose}")
    for citation in clause.cites:
        instrument = catalogue.instrument(citation.instrument)
        yield Fact("Cites", instrument_line(instrument) if instrument else citation.instrument)
    if also := _also(catalogue, rendering.text):
        yield Fact("Also called", also)
    if clause.topics:
        yield Fact("Topics", ", ".join(clause.topics))
    for note in (clause.note, rendering.note):
        if note:
            yield Fact("Note", note)
    for other in clause.renderings[1:]:
        yield from _rendering(catalogue, other)
    place = clause.location
    yield Fact("File", f"{place.file}:{place.line}:{place.column}")


def _source(catalogue: Catalogue, rendering: Rendering) -> Iterator[Fact]:
    source = catalogue.source(rendering.source)
    if source is None:
        yield Fact("Source", f"undefined: {rendering.source}", Mark.FAILED)
    else:
        changed = source.file is not None and source.sha256 is not None and not source.held
        text = f"{source_line(source)} ({rendering.authority.label})"
        yield Fact("Source", text)
        if changed:
            yield Fact("", "the source's file is missing or has changed since it was recorded", Mark.FAILED)
    yield proof_fact("Place", rendering.proof)
    if rendering.speech is Speech.MIXED:
        for span in rendering.quoted:
            yield proof_fact("Quoted", span.proof, f"“{rendering.text[span.start : span.end]}” ")


def _rendering(catalogue: Catalogue, rendering: Rendering) -> Iterator[Fact]:
    yield Fact("Also as", rendering.text)
    yield from _source(catalogue, rendering)


def _also(catalogue: Catalogue, text: str) -> str:
    """Return the other names of what the text names, from the declared aliases."""
    folded = [word.folded for word in words(text)]
    found = []
    for alias in catalogue.aliases():
        for name in alias.names:
            wanted = [word.folded for word in words(name)]
            if wanted and any(folded[at : at + len(wanted)] == wanted for at in range(len(folded))):
                others = ", ".join(other for other in alias.names if other != name)
                found.append(f"{name}, also: {others}")
    return "; ".join(found)
