"""From how a quotation lies in the nearest passage to the verdict on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.model.records import AliasSet, Clause, Rendering
from tui.model.vocabulary import ProofState
from tui.study.difference.pieces import Change
from tui.study.difference.pieces import Kind as Matter
from tui.study.source_texts import SourceTexts
from tui.study.verify.answer import Answer, Place, Verdict
from tui.study.verify.ends import with_end
from tui.study.verify.examine import examine
from tui.study.verify.examined import Compared, Examined
from tui.study.verify.extract import Extract, Wording, in_language
from tui.study.verify.lists import goes_on, left_out
from tui.study.verify.lookalikes import lookalikes
from tui.study.verify.placing import in_clause, line_and_column
from tui.study.verify.voices import all_own, of_voices
from tui.text.words import words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_NEAR_ENOUGH: Final = 50
"""Of a quotation so many words of a hundred agree with what it was altered from; with less it was not found."""
_SKIPPED: Final = 8
"""So many words left out without an ellipsis are no slip: what is on both sides of them was joined."""

_NOTHING_NEAR: Final = "no passage shares telling words with it"


class Judge:
    """Gives verdicts. It reads what the verdicts rest on: renderings, proofs, the texts of sources."""

    def __init__(self, catalogue: Catalogue, texts: SourceTexts, aliases: Sequence[AliasSet]) -> None:
        self._catalogue = catalogue
        self._texts = texts
        self._aliases = aliases

    def answer(self, text: str, best: Examined | None, source: str | None = None) -> Answer:
        """Return the verdict on a quotation, from where it lies best; None: no word of it was found."""
        if best is None:
            return Answer(text, Verdict.NOT_FOUND, cautions=(_NOTHING_NEAR,))
        missing: tuple[str, ...] = ()
        against = None
        compared = with_end(best.compared, best.wrong_end)
        edits = best.edits
        if _of_editors(best):
            # Their sentence is no yardstick: that a quotation has its words is all there is to say.
            verdict, edits = Verdict.REPORTED, ()
            compared = tuple(replace(one, pieces=(), allowed=frozenset()) for one in compared)
        elif best.same:
            verdict = _standing(best)
            if verdict.stands and (first := self._read_first(best, source)):
                verdict, against, compared = Verdict.OTHER_SOURCE, first[0], first[1]
            if verdict is Verdict.SPLICED:
                missing = tuple(_left_out(best))
        else:
            verdict, missing = _difference(best)
        agree = _agreement(best)
        if verdict in (Verdict.ALTERED, Verdict.ALIAS) and agree < _NEAR_ENOUGH:
            verdict = Verdict.NOT_FOUND
        return Answer(
            quotation=text,
            verdict=verdict,
            places=tuple(self.places(best)),
            compared=compared,
            edits=edits,
            missing=missing,
            against=against,
            claimed=against is not None and source is not None,
            cautions=tuple(dict.fromkeys(self._cautions(best, verdict))),
            agree=agree,
            own=all_own([best]),
        )

    def places(self, found: Examined) -> Iterator[Place]:
        """Yield where a quotation lies, one place for each stretch of each clause."""
        for one in found.compared:
            for wording, start, end in found.extract.places(one.start, one.end):
                yield self.place(wording, start, end)

    def place(self, wording: Wording, start: int, end: int) -> Place:
        """Return a place with its line and column in the source, where these words are known to stand there."""
        line, column = line_and_column(wording.rendering, start, end, self._texts)
        return Place(*in_clause(wording, start, end), line, column)

    def _read_first(self, best: Examined, source: str | None) -> tuple[Place, tuple[Compared, ...]] | None:
        """Return the same clause as it is read first, and how the quotation differs from that; None where it is that.

        Of several languages each has one that is read first. With a `source`, its rendering is. Of a clause that is
        read in the editors' words the others are fragments, of which none is.
        """
        wording = best.extract.wordings[best.extract.part(best.start)]
        clause = self._catalogue.clause(wording.clause.address) if wording.clause else None
        if clause is None:
            return None
        first = _first(clause, wording.rendering, source)
        if first is None or first.editorial or first.source == wording.rendering.source:
            return None
        found = examine(best.quotation, Extract([Wording(clause, first)]), self._aliases)
        if found is None:
            return self.place(Wording(clause, first), 0, 0), ()
        return None if found.same else (next(self.places(found)), found.compared)

    def joined(self, text: str, parts: Sequence[Examined], unplaced: Sequence[str], agree: int) -> Answer:
        """Return the verdict that a quotation is joined from passages, each as it was examined where it is from."""
        cautions = [*(said for part in parts for said in self._of_place(part)), *of_voices(parts, Verdict.SPLICED)]
        return Answer(
            quotation=text,
            verdict=Verdict.SPLICED,
            places=tuple(place for one in parts for place in self.places(one)),
            compared=tuple(compared for one in parts for compared in with_end(one.compared, one.wrong_end)),
            unplaced=tuple(unplaced),
            cautions=tuple(dict.fromkeys(cautions)),
            agree=agree,
            own=all_own(parts),
        )

    def _cautions(self, best: Examined, verdict: Verdict) -> Iterator[str]:
        yield from self._of_place(best)
        yield from of_voices([best], verdict)
        if best.denied:
            yield f"the ellipsis leaves out a negation: “{'”, “'.join(dict.fromkeys(best.denied))}”"
        if verdict.stands and (rest := goes_on(best.extract.text, best.end)):
            yield f"the list goes on: “{rest}”"

    def _of_place(self, best: Examined) -> Iterator[str]:
        """Yield what to beware of where the words stand: how that is known, and how they begin and end there."""
        touched = _touched(best)
        for rendering in dict.fromkeys(wording.rendering for wording in touched):
            yield from () if rendering.editorial else self._of_proof(rendering)
        if len(touched) > 1 and not best.extract.sure:
            yield "it goes over from one clause to the next: whether anything stands between them is not known"
        if best.cut:
            yield f"it begins or ends inside of “{best.cut}”"
        if best.wrong_end:
            yield f"it closes with “{best.wrong_end}”, which does not stand there"
        for compared in best.compared:
            yield from lookalikes(compared)

    def _of_proof(self, rendering: Rendering) -> Iterator[str]:
        """Yield what a reader should know of how a rendering is proved."""
        state = rendering.standing
        source = self._catalogue.source(rendering.source)
        if state is ProofState.UNHELD:
            yield "the source's file is not held: this was checked against the wording in the collection alone"
        elif state is ProofState.STALE:
            yield "the source's file is not the one that was recorded: its words were looked up in it again"
        elif state is ProofState.FAILED and source is not None and self._texts.changed(source):
            yield "the source is no longer the one that was recorded: the collection's wording is not proved by it"
        elif state is ProofState.FAILED:
            yield "the collection's wording is not proved: its source was found not to have it so"


def _touched(best: Examined) -> list[Wording]:
    """The wordings that a quotation lies in, from its first word to its last."""
    return [wording for wording, _, _ in best.extract.places(best.start, best.end)]


def _first(clause: Clause, found: Rendering, source: str | None) -> Rendering | None:
    if source is not None:
        return next((one for one in clause.renderings if one.source == source), None)
    return in_language(clause, found.language)[0]


def _of_editors(best: Examined) -> bool:
    """Whether any of the words are the editors' own."""
    return any(
        wording.rendering.editorial
        for one in best.compared
        for wording, _, _ in best.extract.places(one.start, one.end)
    )


def _standing(best: Examined) -> Verdict:
    """The verdict where nothing differs but what an editor may change."""
    if best.across:
        return Verdict.SPLICED
    if best.reported:
        return Verdict.REPORTED
    return Verdict.EDITED if best.edits else Verdict.VERBATIM


def _difference(best: Examined) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict where something differs, and what is missing of a list or between what was joined."""
    matters = [piece.kind for _, piece in best.differing]
    if (best.cut or best.wrong_end) and not best.across:
        return Verdict.ALTERED, ()
    if Matter.ALIAS in matters and not best.denied and all(matter is Matter.ALIAS for matter in matters):
        return Verdict.ALIAS, ()
    if best.across:
        return Verdict.SPLICED, tuple(_left_out(best))
    if best.denied:
        return Verdict.ALTERED, tuple(_left_out(best))
    if items := left_out(best):
        return Verdict.TRUNCATED, items
    if joined := _joined(best):
        return Verdict.SPLICED, joined
    return Verdict.ALTERED, ()


def _joined(best: Examined) -> tuple[str, ...]:
    """Return what was left out, without a sign, where long stretches are all in which a quotation differs."""
    found = []
    for compared, piece in best.differing:
        source = compared.left[slice(*piece.left)]
        if piece.kind is Matter.STYLE:
            continue
        if piece.change is not Change.DROPPED or len(words(source)) < _SKIPPED:
            return ()
        found.append(" ".join(source.split()))
    return tuple(found)


def _left_out(best: Examined) -> Iterator[str]:
    for low, high in best.skipped:
        yield " ".join(best.extract.text[low:high].split())


def _agreement(best: Examined) -> int:
    """How many words of a hundred agree, of the quotation and of what it stands for."""
    if best.same:
        return 100
    asked = len(best.quotation.words)
    there = sum(len(words(one.left)) for one in best.compared)
    return int(100 * min(1.0, 2 * best.agreed / max(1, asked + there)))
