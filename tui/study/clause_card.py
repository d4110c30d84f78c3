"""What there is to read about a clause: whose words, by whom, from which source, at which place, proved or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tui.index.scope import Scope
from tui.model.records import Clause, Evidence, Insertion, Instrument, Proof, QuotedSpan, Rendering, Source
from tui.model.vocabulary import Inserter, Part, ProofState, Speech
from tui.study.card import Card, Fact, Mark, Stretch, Voice
from tui.study.shown_by import CLOSEST, source_facts, source_line, sure
from tui.text.words import standing, words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_SPEECH: Final = {
    Speech.DIRECT: "direct: the document's own words, as the source gives them",
    Speech.INDIRECT: "indirect: told by the source, not in the document's words",
    Speech.MIXED: "mixed: the quoted words are the document's, the rest is told by the source",
}
_NAMES: Final = 1 << 14
"""Names of aliases of which the words are kept."""
_EDITORIAL: Final = "indirect: told in the editors' own words, not in the document's"
_PROOFS: Final = {
    ProofState.VERBATIM: (Mark.PROVED, "proved verbatim"),
    ProofState.EDITED: (Mark.EDITED, "proved, with editing"),
    ProofState.UNHELD: (Mark.UNPROVED, "not proved"),
    ProofState.STALE: (Mark.UNPROVED, "not proved"),
    ProofState.FAILED: (Mark.FAILED, "NOT PROVED"),
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
    """Whose words a stretch is. Words that a source was found not to have are never shown as the document's."""
    if any(mark.start <= start and end <= mark.end for mark in rendering.insertions):
        return Voice.INSERTION
    quoted = (span for span in rendering.quoted if span.proof.state is not ProofState.FAILED)
    if any(span.start <= start and end <= span.end for span in quoted):
        return Voice.DOCUMENT
    return Voice.SOURCE


def speech_word(rendering: Rendering) -> str:
    """Return whose words a rendering is in, in a word or three; the editors' own are called theirs."""
    if rendering.editorial and rendering.speech is Speech.INDIRECT:
        return "editors' words"
    return rendering.speech.label


def mark_of(state: ProofState) -> Mark:
    """Return the sign of a state."""
    return _PROOFS[state][0]


def proof_word(state: ProofState) -> str:
    """Return a state in a word or two."""
    return _PROOFS[state][1]


def proof_line(proof: Proof) -> str:
    """Return in words how well something is proved, and where not, why."""
    verdict = _PROOFS[proof.state][1]
    edits = f" ({', '.join(proof.edits)})" if proof.edits else ""
    why = f": {proof.complaint}" if proof.complaint else ""
    return f"{verdict}{edits}{why}"


def proof_fact(label: str, proof: Proof, source: Source | None, before: str = "") -> Fact:
    """Return a fact that says how well words are proved, and where in which file they stand.

    The place is `file:line:column`, counted from 1, as editors open it.
    """
    held = source.file if source and source.file else None
    place = f", {held}:{proof.line}:{proof.column}" if held and proof.line is not None else ""
    return Fact(label, f"{before}{proof_line(proof)}{place}", mark_of(proof.state))


def instrument_line(instrument: Instrument) -> str:
    """Return an instrument as one line: title, symbol or date, and the editors' note, which says what is theirs."""
    extra = [part for part in (instrument.symbol, instrument.date.label if instrument.date else None) if part]
    title = f"{instrument.title} ({', '.join(extra)})" if extra else instrument.title
    return f"{title}. {instrument.note}" if instrument.note else title


def _title(catalogue: Catalogue, clause: Clause) -> Iterator[str]:
    statement = catalogue.statement(clause.statement)
    if statement:
        yield statement.title
    if clause.part is not Part.BODY:
        yield clause.part.label
    if clause.num:
        yield f"paragraph {clause.num}"
    if clause.stands:
        yield clause.stands


def _facts(catalogue: Catalogue, clause: Clause, rendering: Rendering) -> Iterator[Fact]:
    yield _speech(rendering)
    if clause.by:
        names = ", ".join(catalogue.name(key) for key in clause.by)
        yield Fact("By", f"{names}: {clause.verb}" if clause.verb else names)
    elif clause.verb:
        yield Fact("Verb", clause.verb)
    yield from _sure(clause)
    if rendering.cue:
        yield _cue(rendering.cue)
    yield from _source(catalogue, rendering)
    yield from _inserted(rendering)
    if carried := _carried(catalogue, clause):
        yield Fact("Carried by", carried)
    for citation in clause.cites:
        instrument = catalogue.instrument(citation.instrument)
        yield Fact("Cites", instrument_line(instrument) if instrument else citation.instrument)
    if also := _also(catalogue, clause, rendering.text):
        yield Fact("Also called", f"{also} (declared by the editors)")
    if clause.formerly:
        yield Fact("Formerly", ", ".join(clause.formerly))
    if clause.topics:
        yield Fact("Topics", ", ".join(clause.topics))
    for note in (clause.note, rendering.note):
        if note:
            yield Fact("Note", note)
    yield from _source_note(catalogue, rendering)
    for other in clause.renderings[1:]:
        yield from _rendering(catalogue, other)
    for address in catalogue.same(Clause, clause.key):
        yield from _same(catalogue, address)
    for thread in catalogue.threads_of(clause.key):
        yield Fact("Thread", f"{thread.title} ({thread.key})")
    yield from source_facts(catalogue, "Shown by", clause.shown_by)
    place = clause.location
    yield Fact("Encoded in", f"{place.file}:{place.line}:{place.column}")


def _carried(catalogue: Catalogue, clause: Clause) -> str:
    """Return how many sources carry the clause, where there are several, and where they part."""
    if len(clause.renderings) < 2:
        return ""
    # Imported here: few clauses have several wordings, and words are compared only then.
    from tui.study.wordings import carried_by

    return carried_by(clause, catalogue.aliases(Scope(collection=clause.statement.partition("/")[0])))


def _speech(rendering: Rendering) -> Fact:
    if rendering.speech is Speech.DIRECT and rendering.proof.state is ProofState.FAILED:
        return Fact("Speech", "direct, by the collection; the source does not bear it out", Mark.FAILED)
    if rendering.editorial and rendering.speech is Speech.INDIRECT:
        return Fact("Speech", _EDITORIAL)
    return Fact("Speech", _SPEECH[rendering.speech])


def _sure(clause: Clause) -> Iterator[Fact]:
    """How sure a clause in the editors' own words is, and how close to the text the sources stand that show it."""
    closest = f"closest to the official text: {CLOSEST[clause.closest]}" if clause.closest else ""
    if told := "; ".join(filter(None, (sure(clause.shown_by), closest))):
        yield Fact("Sure", told)


def _same(catalogue: Catalogue, address: str) -> Iterator[Fact]:
    """The same clause in another collection, in each of its wordings."""
    yield Fact("The same", address)
    other = catalogue.clause(address)
    for rendering in other.renderings if other else ():
        yield from _rendering(catalogue, rendering)


def _cue(cue: Evidence) -> Fact:
    why = "" if cue.proof.holds else f" {proof_line(cue.proof)}"
    return Fact("Attributed", f"“{cue.exact}”{why}", mark_of(cue.proof.state))


def _inserted(rendering: Rendering) -> Iterator[Fact]:
    for insertion in rendering.insertions:
        whose = "the source's editor" if insertion.by is Inserter.SOURCE else "the editors of this collection"
        yield Fact("Inserted", f"{rendering.text[insertion.start : insertion.end]} by {whose}")


def _source(catalogue: Catalogue, rendering: Rendering) -> Iterator[Fact]:
    source = catalogue.source(rendering.source)
    yield proof_fact("Place", rendering.proof, source)
    if rendering.speech is Speech.MIXED:
        for span in rendering.quoted:
            yield proof_fact("Quoted", span.proof, source, f"“{rendering.text[span.start : span.end]}” ")
    if source is None:
        yield Fact("Source", f"undefined: {rendering.source}", Mark.FAILED)
    else:
        yield Fact("Source", f"{source_line(source)} ({rendering.authority.label})")
        if source.url:
            yield Fact("", source.url)
        if source.changed:
            yield Fact("", f"{source.file} has changed since it was recorded", Mark.FAILED)
        elif source.file is not None and rendering.proof.state is ProofState.UNHELD:
            yield Fact("", f"{source.file} is missing or cannot be read", Mark.FAILED)


def _source_note(catalogue: Catalogue, rendering: Rendering) -> Iterator[Fact]:
    source = catalogue.source(rendering.source)
    if source and source.note:
        yield Fact("Source note", source.note)


def _rendering(catalogue: Catalogue, rendering: Rendering) -> Iterator[Fact]:
    """Another wording: whose words it is in is said as plainly as for the first."""
    text = rendering.text
    for span in reversed(rendering.quoted):
        text = f"{text[: span.start]}«{text[span.start : span.end]}»{text[span.end :]}"
    yield Fact("Also as", text)
    yield _speech(rendering)
    if rendering.cue:
        yield _cue(rendering.cue)
    yield from _source(catalogue, rendering)
    yield from _inserted(rendering)
    if rendering.note:
        yield Fact("Note", rendering.note)
    yield from _source_note(catalogue, rendering)


@lru_cache(_NAMES)
def _folded(name: str) -> list[str]:
    """The words of a name, folded once: a clause is read with every key, and asked for all names."""
    return [word.folded for word in words(name)]


def _also(catalogue: Catalogue, clause: Clause, text: str) -> str:
    """Return the other names of what the text names, from the declared aliases."""
    folded = [word.folded for word in words(text)]
    found = []
    scope = Scope(collection=clause.statement.partition("/")[0])
    for alias in catalogue.aliases(scope):
        for name in alias.names:
            if standing(_folded(name), folded):
                others = ", ".join(other for other in alias.names if other != name)
                found.append(f"{name}, also: {others}")
    return "; ".join(found)
