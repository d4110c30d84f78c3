"""Proves quotations against the collections that are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.search.cancel import Cancelled, never
from tui.study.source_texts import SourceTexts
from tui.study.verify.answer import NO_CONTROLS, Answer, Place, Verdict
from tui.study.verify.asunder import asunder
from tui.study.verify.beside import beside
from tui.study.verify.candidates import exact
from tui.study.verify.examine import examine_at
from tui.study.verify.examined import Examined
from tui.study.verify.extract import Extract
from tui.study.verify.judge import Judge
from tui.study.verify.nearest import Nearest, Readings, worth
from tui.study.verify.quotation import Quotation, as_edited, as_written, without_escapes
from tui.study.verify.short import short
from tui.study.verify.splice import LEAST_COST, spliced
from tui.study.verify.strict import Strict, strict_places

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.search.engine import Searcher

_LISTED: Final = 20
_BESIDE: Final = 3
_PLACED: Final = (Verdict.VERBATIM, Verdict.EDITED, Verdict.OTHER_SOURCE, Verdict.SPLICED)
"""Of what was found as it is, or in pieces, no other place is near."""
_MOST_SIGNS: Final = 200
"""No editor needs more brackets and ellipses than these; they are taken as they stand then."""
_LOOKED_AT: Final = 1_000
"""Of how many clauses that have the words, case set aside, the letters are compared."""


class Verifier:
    """Verifies quotations. It may be used from several threads at once."""

    def __init__(self, catalogue: Catalogue, searcher: Searcher) -> None:
        self._catalogue = catalogue
        self._searcher = searcher
        self._aliases = catalogue.aliases()
        texts = SourceTexts(catalogue)
        self._judge = Judge(catalogue, texts, self._aliases)
        self._nearest = Nearest(catalogue, searcher, texts, self._aliases)

    def verify(self, text: str, *, source: str | None = None, cancelled: Cancelled = never) -> Answer:
        """Return the verdict on a quotation, any string at all.

        With `source`, a source's key, the words are claimed to be that source's. Raises `SearchCancelled`.
        """
        said = without_escapes(text)
        answer = self._verdict(text, said, source, cancelled)
        return answer if said == text else replace(answer, edits=(*answer.edits, NO_CONTROLS))

    def _verdict(self, text: str, said: str, source: str | None, cancelled: Cancelled) -> Answer:
        """Return the verdict on what a quotation says without control sequences."""
        plain, edited = as_written(said), as_edited(said)
        if len(plain.words) < 2:
            return short(text, said, self._searcher)
        standing, more = self._standing(plain, source)
        if standing and standing[0].own:
            return self._stands(text, plain, standing, more, source)
        row = self._nearest.reporters.standing(plain, source)
        if row is not None and (row.own or not standing):
            return self._judge.answer(text, examine_at(plain, row.extract, row.start, row.end), source)
        signed = edited.words and 0 < edited.signs <= _MOST_SIGNS
        readings = (plain, edited) if signed else (plain,)
        best = self._nearest.find(readings, [one.wording for one in standing], cancelled)
        apart = best is None or not best.same or best.across
        if signed and apart and (answer := self._asunder(text, edited, best, source)):
            return answer
        answer = self._judge.answer(text, best, source)
        if answer.verdict in (Verdict.ALTERED, Verdict.NOT_FOUND) and (best is None or best.cost > LEAST_COST):
            answer = self._joined(answer, readings, best, source) or answer
        return replace(answer, near=tuple(self._beside(plain, answer)))

    def _beside(self, quotation: Quotation, answer: Answer) -> Iterator[Place]:
        """Yield where else most words of a quotation that stands nowhere stand in a row."""
        if answer.verdict in _PLACED:
            return
        known = {place.clause.address for place in answer.places if place.clause}
        for wording, start, end in beside(quotation, self._searcher, known, _BESIDE):
            yield self._judge.place(wording, start, end)

    def _standing(self, plain: Quotation, source: str | None) -> tuple[list[Strict], int]:
        """Return where the quotation stands to the letter, style set aside, the best first, and how many more may."""
        for most in (_LISTED, _LOOKED_AT):
            wordings, total = exact(plain, self._searcher, most)
            found = sorted(strict_places(plain, wordings, self._catalogue), key=lambda one: one.rank(source))
            if found or total <= most:
                return found, total - len(wordings)
        return [], 0

    def _stands(self, text: str, plain: Quotation, standing: Sequence[Strict], more: int, source: str | None) -> Answer:
        first = standing[0]
        best = examine_at(plain, Extract([first.wording]), first.start, first.end)
        others = [
            self._judge.place(one.wording, one.start, one.end)
            for one in standing[1:_LISTED]
            if one.own and one.edited == first.edited
        ]
        return replace(self._judge.answer(text, best, source), others=tuple(others), more=more)

    def _joined(self, answer: Answer, readings: Readings, best: Examined | None, source: str | None) -> Answer | None:
        """Return the verdict that the quotation is joined from several passages, if that explains it better."""
        found = spliced(readings[-1], best, self._searcher, self._aliases)
        if found is None or (best is not None and best.cost <= found.cost):
            return None
        together = self._nearest.around(readings, found.wordings)
        if together is not None and worth(together)[0] < found.cost:
            return self._judge.answer(answer.quotation, together, source)
        return self._judge.joined(answer.quotation, found.parts, found.unplaced, found.agree)

    def _asunder(self, text: str, edited: Quotation, best: Examined | None, source: str | None) -> Answer | None:
        """Return the verdict on a quotation whose passages between ellipses stand elsewhere than in a row."""
        found = asunder(edited, best, self._searcher, self._nearest.reporters, self._aliases)
        if found is None:
            return None
        if isinstance(found, Examined):
            return self._judge.answer(text, found, source)
        return self._judge.joined(text, found.parts, found.unplaced, found.agree)
