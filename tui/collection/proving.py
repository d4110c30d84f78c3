"""Proves the anchors of renderings and of evidence, and finds the marked spans in a rendering's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import replace

from tui.collection.problems import Problems, quoted
from tui.collection.proof import INSERTION, Verdict, Wanted, prove
from tui.collection.schema import AnchorShape, RenderingShape, WholeAnchorShape
from tui.collection.sources import SourceText
from tui.collection.validate import at
from tui.collection.yaml_nodes import Node
from tui.model.records import Evidence, Insertion, Proof, QuotedSpan, Rendering
from tui.model.vocabulary import Inserter, ProofState, Speech


class Prover:
    """Proves words against the sources of one collection.

    `texts` and `languages` are by the source's id, `changed` are the ids of those whose file is not the one
    recorded; `key` makes a record's key of its id.
    """

    def __init__(
        self,
        texts: Mapping[str, SourceText | None],
        languages: Mapping[str, str],
        changed: Set[str],
        key: Callable[[str], str],
        problems: Problems,
    ) -> None:
        self._texts = texts
        self._languages = languages
        self._changed = changed
        self._key = key
        self._problems = problems

    def evidence(self, shape: AnchorShape, source: str, node: Node) -> Evidence:
        """Return the words that `shape` anchors in `source` (an id), with their proof."""
        wanted = Wanted(shape.exact, shape.prefix, shape.suffix, shape.start)
        verdict = prove(wanted, self._texts.get(source))
        self._note(verdict, shape.exact, at(node, "exact"), at(node, "start"))
        return Evidence(self._key(source), shape.exact, self._settled(verdict.proof, source))

    def rendering(self, shape: RenderingShape, node: Node) -> Rendering:
        """Return the rendering that `shape` describes, each of its anchors proved."""
        source = self._texts.get(shape.source)
        anchor = shape.anchor or WholeAnchorShape()
        verdict = prove(Wanted(shape.text, anchor.prefix, anchor.suffix, anchor.start, _own(shape)), source)
        self._note(verdict, shape.text, at(node, "text"), at(node, "anchor", "start"))
        spans = self._quoted(shape, verdict.proof, source, node)
        proof = verdict.proof
        if shape.speech is Speech.MIXED and not len(spans) == len(shape.quoted) > 0:
            # Which of the words are the document's cannot be told, so none of it stands as proved.
            proof = replace(proof, state=ProofState.FAILED, complaint="which of its words are quoted cannot be told")
        return Rendering(
            source=self._key(shape.source),
            language=shape.language or self._languages.get(shape.source, "und"),
            speech=shape.speech,
            authority=shape.authority,
            text=shape.text,
            proof=self._settled(proof, shape.source),
            quoted=tuple(replace(span, proof=self._settled(span.proof, shape.source)) for span in spans),
            insertions=self._insertions(shape, verdict.proof, node),
            cue=self.evidence(shape.cue, shape.source, at(node, "cue")) if shape.cue else None,
            note=shape.note,
        )

    def _settled(self, proof: Proof, source: str) -> Proof:
        """Return the proof for what it is worth: words found in a file that has changed are not proved."""
        if source not in self._languages:
            return replace(proof, complaint="the source is undefined")
        if proof.holds and source in self._changed:
            return replace(
                proof, state=ProofState.STALE, complaint="the source's file has changed since it was recorded"
            )
        return proof

    def _note(self, verdict: Verdict, words: str, place: Node, hint: Node) -> None:
        if verdict.complaint is None:
            return
        if verdict.stale:
            self._problems.warning(hint.location, f"a stale hint: {verdict.complaint}")
        else:
            self._problems.error(place.location, f"{quoted(words)} is not proved: {verdict.complaint}")

    def _quoted(
        self, shape: RenderingShape, proof: Proof, source: SourceText | None, node: Node
    ) -> tuple[QuotedSpan, ...]:
        if shape.speech is not Speech.MIXED:
            if shape.quoted:
                self._problems.error(
                    at(node, "quoted").location,
                    f"quoted spans in {shape.speech} speech",
                    expected="none: direct speech is quoted whole, indirect not at all",
                )
            whole = QuotedSpan(0, len(shape.text), proof)
            return (whole,) if shape.speech is Speech.DIRECT else ()
        if not shape.quoted:
            self._problems.error(node.location, "mixed speech without quoted spans", expected='a list "quoted"')
        spans = [
            self._span(anchor, shape, proof, source, at(node, "quoted", number))
            for number, anchor in enumerate(shape.quoted)
        ]
        return self._disjoint([span for span in spans if span], node)

    def _disjoint(self, spans: list[QuotedSpan], node: Node) -> tuple[QuotedSpan, ...]:
        """Return the spans in order, without those that overlap one before them."""
        kept: list[QuotedSpan] = []
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            if kept and span.start < kept[-1].end:
                self._problems.error(at(node, "quoted").location, "quoted spans that overlap")
            else:
                kept.append(span)
        return tuple(kept)

    def _span(
        self, anchor: AnchorShape, rendering: RenderingShape, whole: Proof, source: SourceText | None, node: Node
    ) -> QuotedSpan | None:
        """Return where a quoted span stands in the rendering's text, proved inside the rendering's own place."""
        within = (whole.start, whole.end) if whole.start is not None and whole.end is not None else None
        wanted = Wanted(anchor.exact, anchor.prefix, anchor.suffix, anchor.start, _own(rendering))
        verdict = prove(wanted, source, within)
        self._note(verdict, anchor.exact, at(node, "exact"), at(node, "start"))
        place = at(node, "exact").location
        both = whole.state is verdict.proof.state is ProofState.VERBATIM
        if both and whole.start is not None and verdict.proof.start is not None:
            start = verdict.proof.start - whole.start
            return QuotedSpan(start, start + len(anchor.exact), verdict.proof)
        starts = _starts(anchor, rendering.text)
        if not starts:
            self._problems.error(place, "the quoted span is not in the text", found=quoted(anchor.exact))
            return None
        if len(starts) > 1:
            self._problems.error(
                place, f"the quoted span is in the text {len(starts)} times", expected="a prefix or a suffix"
            )
            return None
        return QuotedSpan(starts[0], starts[0] + len(anchor.exact), verdict.proof)

    def _insertions(self, shape: RenderingShape, proof: Proof, node: Node) -> tuple[Insertion, ...]:
        found = []
        for number, insertion in enumerate(shape.insertions):
            place = at(node, "insertions", number)
            start = shape.text.find(insertion.exact)
            if start < 0 or shape.text.find(insertion.exact, start + 1) >= 0:
                self._problems.error(
                    at(place, "exact").location,
                    "the insertion does not stand in the text exactly once",
                    found=quoted(insertion.exact),
                )
                continue
            if insertion.by is Inserter.EDITORS and proof.holds and not _names(proof, insertion.exact):
                self._problems.error(
                    at(place, "by").location,
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
