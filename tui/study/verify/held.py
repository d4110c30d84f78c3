"""The text of a held source in stretches: what its clauses are taken from, and the words that no clause covers."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from tui.collection.proof import Wanted, prove
from tui.collection.sources import SourceText
from tui.model.records import Clause, Insertion, Proof, QuotedSpan, Rendering, Source
from tui.model.vocabulary import Authority, Inserter, ProofState, SourceKind, Speech
from tui.study.card import Voice
from tui.study.verify.extract import Extract, Wording
from tui.text.words import words

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_AUTHORITY: Final = {SourceKind.OFFICIAL_TEXT: Authority.AUTHENTIC, SourceKind.TRANSLATION: Authority.UNOFFICIAL}
_CHANGED: Final = "the source's file has changed since it was recorded"


class Stretch(NamedTuple):
    """Some of a source's text, `[start, end)`: of one clause, or of a paragraph that no clause covers."""

    start: int
    end: int
    wording: Wording


class HeldText:
    """A held source's text. The words of a clause in it are that clause's; only what no clause covers is without one.

    `changed` tells that the file is not the one that was recorded: what it has besides clauses is not proved then.
    """

    def __init__(
        self, source: Source, text: SourceText, taken: Iterable[tuple[Clause, Rendering]], *, changed: bool
    ) -> None:
        self.source: Final = source
        self.text: Final = text
        self._state: Final = ProofState.STALE if changed else ProofState.VERBATIM
        self._stretches: Final = list(self._cut(sorted(_places(taken, text, changed=changed), key=_first_and_longest)))
        held = words(text.text)
        self._starts: Final = array("L", (word.start for word in held))
        self._ends: Final = array("L", (word.end for word in held))
        self._folded: Final = f" {' '.join(word.folded for word in held)} "
        self._points: Final = array("L", _points(word.folded for word in held))

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Yield `[start, end)` of each paragraph that has words."""
        for found in _PARAGRAPH.finditer(self.text.text):
            if words(found[0]):
                yield found.span()

    def standing(self, asked: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield `[start, end)` wherever folded words stand in a row."""
        run = f" {' '.join(asked)} "
        at = self._folded.find(run)
        while at >= 0:
            first = bisect_left(self._points, at + 1)
            yield self._starts[first], self._ends[first + len(asked) - 1]
            at = self._folded.find(run, at + 1)

    def extract(self, start: int, end: int, before: int = 0, after: int = 0) -> tuple[Extract, int]:
        """Return the clauses and paragraphs that `[start, end)` touches, as one text, and where that begins.

        `before` and `after`: so many words more on either side are taken in.
        """
        if before and len(self._starts):
            start = min(start, self._starts[max(0, bisect_left(self._starts, start) - before)])
        if after and len(self._ends):
            end = max(end, self._ends[min(len(self._ends), bisect_right(self._ends, end) + after) - 1])
        first = bisect_right(self._stretches, start, key=lambda one: one.end)
        last = bisect_left(self._stretches, end, key=lambda one: one.start)
        held = self._stretches[first:last]
        spaces = [self.text.text[one.end : two.start] for one, two in pairwise(held)]
        return Extract([one.wording for one in held], spaces), held[0].start if held else start

    def _cut(self, taken: Sequence[Stretch]) -> Iterator[Stretch]:
        """Yield the text in stretches, in order, without what has no words; what two clauses have is the first's."""
        reached = 0
        for one in taken:
            if one.end <= reached:
                continue
            start = max(one.start, reached)
            yield from self._uncovered(reached, start)
            clause, rendering = one.wording.clause, one.wording.rendering
            yield Stretch(start, one.end, Wording(clause, _as_printed(rendering, self.text, start, one.end)))
            reached = one.end
        yield from self._uncovered(reached, len(self.text.text))

    def _uncovered(self, start: int, end: int) -> Iterator[Stretch]:
        for found in _PARAGRAPH.finditer(self.text.text, start, end):
            if words(found[0]):
                yield Stretch(*found.span(), Wording(None, self._told(*found.span())))

    def _told(self, start: int, end: int) -> Rendering:
        line, column = self.text.line_and_column(start)
        complaint = _CHANGED if self._state is ProofState.STALE else None
        return Rendering(
            source=self.source.key,
            language=self.source.language,
            speech=Speech.INDIRECT,
            authority=_AUTHORITY.get(self.source.kind, Authority.AGENCY),
            text=self.text.text[start:end],
            proof=Proof(self._state, start, end, line, column, complaint=complaint),
        )


def _first_and_longest(stretch: Stretch) -> tuple[int, int]:
    return stretch.start, -stretch.end


def _points(folded: Iterable[str]) -> Iterator[int]:
    """Yield where each word begins among all of them, with one sign before each."""
    at = 1
    for word in folded:
        yield at
        at += len(word) + 1


def _places(taken: Iterable[tuple[Clause, Rendering]], text: SourceText, *, changed: bool) -> Iterator[Stretch]:
    """Yield where clauses stand in a text; not those that do not, or no longer do since they were proved."""
    for clause, rendering in taken:
        proof = rendering.proof
        if proof.start is None or proof.end is None or proof.state is ProofState.FAILED:
            continue
        if changed and text.text[proof.start : proof.end] != rendering.text:
            own = [rendering.text[one.start : one.end] for one in rendering.insertions if one.by is Inserter.EDITORS]
            proof = prove(Wanted(rendering.text, start=proof.start, insertions=own), text).proof
        if proof.start is not None and proof.end is not None and proof.end <= len(text.text):
            yield Stretch(proof.start, proof.end, Wording(clause, rendering))


def _as_printed(rendering: Rendering, text: SourceText, start: int, end: int) -> Rendering:
    """Return a rendering as its source prints it from `start` to `end`: itself, unless editors have edited it."""
    printed = text.text[start:end]
    if printed == rendering.text:
        return rendering
    line, column = text.line_and_column(start)
    proof = replace(rendering.proof, start=start, end=end, line=line, column=column)
    return replace(
        rendering,
        text=printed,
        proof=proof,
        quoted=tuple(QuotedSpan(*span, rendering.proof) for span in _own(rendering, printed)),
        insertions=tuple(_printed_insertions(rendering, printed)),
    )


def _own(rendering: Rendering, printed: str) -> Iterator[tuple[int, int]]:
    """Yield what is the document's own of a clause as it is printed, `[start, end)`: only what the clause has too.

    An ellipsis of the editors may stand for words of the reporter.
    """
    own, there = words(rendering.text), words(printed)
    voices = Extract([Wording(None, rendering)]).voices
    numbers: dict[str, int] = {}
    sides = [[numbers.setdefault(word.folded, len(numbers)) for word in side] for side in (own, there)]
    for operation in Indel.opcodes(*sides):
        if operation.tag != "equal":
            continue
        said = zip(voices[operation.src_start :], there[operation.dest_start : operation.dest_end], strict=False)
        for voice, run in groupby(said, key=lambda one: one[0]):
            held = [word for _, word in run]
            if voice is Voice.DOCUMENT:
                yield held[0].start, held[-1].end


def _printed_insertions(rendering: Rendering, printed: str) -> Iterator[Insertion]:
    """Yield the source's own insertions where it prints them."""
    for one in rendering.insertions:
        said = rendering.text[one.start : one.end]
        if one.by is not Inserter.EDITORS and (at := printed.find(said)) >= 0:
            yield Insertion(at, at + len(said), one.by)
