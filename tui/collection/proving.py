"""Proves the anchors of renderings and of evidence, and finds the marked spans in a rendering's text."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.collection.declared import Sources, Stamp
from tui.collection.problems import Problems, quoted
from tui.collection.proof import INSERTION, UNHELD, Verdict, Wanted, prove
from tui.collection.schema_parts import AnchorShape, RenderingShape, WholeAnchorShape
from tui.collection.sources import SourceText
from tui.collection.yaml_nodes import Node
from tui.model.records import Evidence, Insertion, Proof, QuotedSpan, Rendering
from tui.model.vocabulary import Authority, Inserter, ProofState, Speech


class Prover:
    """Proves words against the sources of one collection (an id), and remembers which it asked for.

    What is wrong is noted in the `problems` that a method is given.
    """

    def __init__(self, sources: Sources, collection: str) -> None:
        self._sources = sources
        self._collection = collection
        self._used: dict[str, Stamp | None] = {}

    @property
    def used(self) -> tuple[tuple[str, Stamp | None], ...]:
        """The ids of the sources asked for so far, each with what the proofs took from it."""
        return tuple(sorted(self._used.items()))

    def evidence(self, shape: AnchorShape, source: str, node: Node, problems: Problems) -> Evidence:
        """Return the words that `shape` anchors in `source` (an id), with their proof."""
        text = self._text(source)
        if text is None:
            verdict = UNHELD
        else:
            verdict = prove(Wanted(shape.exact, shape.prefix, shape.suffix, shape.start), text)
            _note(verdict, shape.exact, node, "exact", "start", problems=problems)
        return Evidence(self._key(source), shape.exact, self._settled(verdict.proof, source))

    def rendering(self, shape: RenderingShape, node: Node, problems: Problems) -> Rendering:
        """Return the rendering that `shape` describes, each of its anchors proved."""
        source = self._text(shape.source)
        if source is None:
            verdict = UNHELD
        else:
            anchor = shape.anchor or WholeAnchorShape()
            verdict = prove(Wanted(shape.text, anchor.prefix, anchor.suffix, anchor.start, _own(shape)), source)
            _note(verdict, shape.text, node, "text", "anchor", "start", problems=problems)
        spans = _Spans(shape, verdict.proof, source, node, problems)
        own = spans.quoted()
        proof = verdict.proof
        if source is None and shape.authority is Authority.EDITORIAL:
            proof = replace(proof, complaint="the editors' own words, no quotation")
        if shape.speech is Speech.MIXED and not len(own) == len(shape.quoted) > 0:
            # Which of the words are the document's cannot be told, so none of it stands as proved.
            proof = replace(proof, state=ProofState.FAILED, complaint="which of its words are quoted cannot be told")
        stamp = self._used[shape.source]
        return Rendering(
            source=self._key(shape.source),
            language=shape.language or (stamp.language if stamp is not None else "und"),
            speech=shape.speech,
            authority=shape.authority,
            text=shape.text,
            proof=self._settled(proof, shape.source),
            quoted=tuple([self._settled_span(span, shape.source) for span in own]),
            insertions=spans.insertions() if shape.insertions else (),
            cue=self.evidence(shape.cue, shape.source, node.at("cue"), problems) if shape.cue else None,
            note=shape.note,
        )

    def _key(self, source: str) -> str:
        return f"{self._collection}/{source}"

    def _text(self, source: str) -> SourceText | None:
        if source not in self._used:
            self._used[source] = self._sources.stamp(source)
        stamp = self._used[source]
        return None if stamp is None or stamp.digest is None else self._sources.text(source)

    def _settled(self, proof: Proof, source: str) -> Proof:
        """Return the proof for what it is worth: words found in a file that has changed are not proved."""
        stamp = self._used[source]
        if stamp is None:
            return replace(proof, complaint="the source is undefined")
        if stamp.changed and proof.holds:
            return replace(
                proof, state=ProofState.STALE, complaint="the source's file has changed since it was recorded"
            )
        return proof

    def _settled_span(self, span: QuotedSpan, source: str) -> QuotedSpan:
        proof = self._settled(span.proof, source)
        return span if proof is span.proof else replace(span, proof=proof)


def _note(verdict: Verdict, words: str, node: Node, exact: str, *hint: str, problems: Problems) -> None:
    """Note what is wrong with words: where they stand or, for a stale hint, where the hint does."""
    if verdict.complaint is None:
        return
    if verdict.stale:
        problems.warning(node.at(*hint).location, f"a stale hint: {verdict.complaint}")
    else:
        problems.error(node.at(exact).location, f"{quoted(words)} is not proved: {verdict.complaint}")


class _Spans:
    """Finds the spans of one rendering's text; `whole` says where all of it stands in the source."""

    def __init__(
        self, shape: RenderingShape, whole: Proof, source: SourceText | None, node: Node, problems: Problems
    ) -> None:
        self._shape = shape
        self._whole = whole
        self._source = source
        self._node = node
        self._problems = problems

    def quoted(self) -> tuple[QuotedSpan, ...]:
        """Return the spans that are the document's own words: in direct speech the whole."""
        shape, node = self._shape, self._node
        if shape.speech is not Speech.MIXED:
            if shape.quoted:
                self._problems.error(
                    node.at("quoted").location,
                    f"quoted spans in {shape.speech} speech",
                    expected="none: direct speech is quoted whole, indirect not at all",
                )
            return (QuotedSpan(0, len(shape.text), self._whole),) if shape.speech is Speech.DIRECT else ()
        if not shape.quoted:
            self._problems.error(node.location, "mixed speech without quoted spans", expected='a list "quoted"')
        spans = [self._span(anchor, node.at("quoted", number)) for number, anchor in enumerate(shape.quoted)]
        return self._disjoint([span for span in spans if span])

    def _disjoint(self, spans: list[QuotedSpan]) -> tuple[QuotedSpan, ...]:
        """Return the spans in order, without those that overlap one before them."""
        kept: list[QuotedSpan] = []
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            if kept and span.start < kept[-1].end:
                self._problems.error(self._node.at("quoted").location, "quoted spans that overlap")
            else:
                kept.append(span)
        return tuple(kept)

    def _span(self, anchor: AnchorShape, node: Node) -> QuotedSpan | None:
        """Return where a quoted span stands in the rendering's text, proved inside the rendering's own place."""
        whole, text = self._whole, self._shape.text
        within = (whole.start, whole.end) if whole.start is not None and whole.end is not None else None
        wanted = Wanted(anchor.exact, anchor.prefix, anchor.suffix, anchor.start, _own(self._shape))
        verdict = prove(wanted, self._source, within)
        _note(verdict, anchor.exact, node, "exact", "start", problems=self._problems)
        place = node.at("exact").location
        both = whole.state is verdict.proof.state is ProofState.VERBATIM
        if both and whole.start is not None and verdict.proof.start is not None:
            start = verdict.proof.start - whole.start
            return QuotedSpan(start, start + len(anchor.exact), verdict.proof)
        starts = _starts(anchor, text)
        if not starts:
            self._problems.error(place, "the quoted span is not in the text", found=quoted(anchor.exact))
            return None
        if len(starts) > 1:
            self._problems.error(
                place, f"the quoted span is in the text {len(starts)} times", expected="a prefix or a suffix"
            )
            return None
        return QuotedSpan(starts[0], starts[0] + len(anchor.exact), verdict.proof)

    def insertions(self) -> tuple[Insertion, ...]:
        """Return the words in the text that are not the document's."""
        found = []
        text, proof = self._shape.text, self._whole
        for number, insertion in enumerate(self._shape.insertions):
            place = self._node.at("insertions", number)
            start = text.find(insertion.exact)
            if start < 0 or text.find(insertion.exact, start + 1) >= 0:
                self._problems.error(
                    place.at("exact").location,
                    "the insertion does not stand in the text exactly once",
                    found=quoted(insertion.exact),
                )
                continue
            if insertion.by is Inserter.EDITORS and proof.holds and not _names(proof, insertion.exact):
                self._problems.error(
                    place.at("by").location,
                    "the source has this insertion",
                    found=quoted(insertion.by.value),
                    expected=quoted(Inserter.SOURCE.value),
                )
            found.append(Insertion(start, start + len(insertion.exact), insertion.by))
        return tuple(found)


def _own(shape: RenderingShape) -> list[str]:
    """Return the insertions that the editors of the collection made: no source has them."""
    return [insertion.exact for insertion in shape.insertions if insertion.by is Inserter.EDITORS]


def _starts(anchor: AnchorShape, text: str) -> list[int]:
    """Return where a span may stand in a rendering's text: where its surroundings agree, if that tells them apart."""
    starts = [found.start() for found in re.finditer(f"(?={re.escape(anchor.exact)})", text)]
    if len(starts) < 2:
        return starts
    before, after = anchor.prefix or "", anchor.suffix or ""
    return [
        start
        for start in starts
        if (text.endswith(before, 0, start) or before.endswith(text[:start]))
        and (text.startswith(after, start + len(anchor.exact)) or after.startswith(text[start + len(anchor.exact) :]))
    ] or starts


def _names(proof: Proof, insertion: str) -> bool:
    return f"{INSERTION} {insertion}" in proof.edits
