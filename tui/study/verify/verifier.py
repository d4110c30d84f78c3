"""Proves quotations against the collections that are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from tui.search.cancel import Cancelled, never
from tui.study.source_texts import SourceTexts
from tui.study.verify.answer import Answer, Place, Verdict
from tui.study.verify.candidates import candidates, exact
from tui.study.verify.examine import Examined, examine, examine_at
from tui.study.verify.extract import Extract, Wording
from tui.study.verify.judge import Judge
from tui.study.verify.quotation import Kind, Quotation, as_edited, as_written
from tui.study.verify.reporters import Reporters
from tui.study.verify.short import short
from tui.study.verify.splice import LEAST_COST, spliced
from tui.study.verify.strict import Strict, strict_places

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.search.engine import Searcher

_LISTED: Final = 20
_LOOKED_AT: Final = 1_000
"""Of how many clauses that have the words, case set aside, the letters are compared."""
_EXAMINED: Final = 12
_EXTENDED: Final = 6
_BESIDE: Final = 3
"""So near the edge of a clause a quotation may go on in the next one."""
_OVER_GAP: Final = 150
_SPARE: Final = 5


class Verifier:
    """Verifies quotations. It may be used from several threads at once."""

    def __init__(self, catalogue: Catalogue, searcher: Searcher) -> None:
        self._catalogue = catalogue
        self._searcher = searcher
        self._aliases = catalogue.aliases()
        self._texts = SourceTexts(catalogue)
        self._judge = Judge(catalogue, self._texts, self._aliases)

    @cached_property
    def _reporters(self) -> Reporters:
        return Reporters(self._catalogue, self._texts)

    def verify(self, text: str, *, source: str | None = None, cancelled: Cancelled = never) -> Answer:
        """Return the verdict on a quotation, any string at all.

        With `source`, a source's key, the words are claimed to be that source's. Raises `SearchCancelled`.
        """
        plain, edited = as_written(text), as_edited(text)
        if len(plain.words) < 2:
            return short(text, self._searcher, cancelled)
        standing, more = self._standing(plain, source)
        if standing and standing[0].own:
            return self._stands(text, plain, standing, more, source)
        readings = (plain, edited) if edited.signed and edited.words else (plain,)
        best = self._best(readings, [one.wording for one in standing], cancelled)
        answer = self._judge.answer(text, best, source)
        if answer.verdict in (Verdict.ALTERED, Verdict.NOT_FOUND) and (best is None or best.cost > LEAST_COST):
            answer = self._joined(answer, readings, best, source) or answer
        return answer

    # As it stands

    def _standing(self, plain: Quotation, source: str | None) -> tuple[list[Strict], int]:
        """Return where the quotation stands to the letter, style set aside, the best first, and how many more may."""
        for most in (_LISTED, _LOOKED_AT):
            wordings, total = exact(plain, self._searcher, most)
            found = sorted(strict_places(plain, wordings, self._catalogue), key=lambda one: one.rank(source))
            if found or total <= most:
                return found, total - len(wordings)
        return [], 0

    def _stands(self, text: str, plain: Quotation, standing: list[Strict], more: int, source: str | None) -> Answer:
        first = standing[0]
        best = examine_at(plain, Extract([first.wording]), first.start, first.end)
        answer = self._judge.answer(text, best, source)
        others = [
            self._judge.place(one.wording, one.start, one.end)
            for one in standing[1:_LISTED]
            if one.own and one.edited == first.edited
        ]
        return replace(answer, others=tuple(others), more=more)

    # As it may have been meant

    def _best(self, readings: Sequence[Quotation], standing: list[Wording], cancelled: Cancelled) -> Examined | None:
        """Return how the quotation lies best, of all wordings that it may come from; of equals the likeliest."""
        found: list[Examined] = []
        seen: set[tuple[str, str]] = set()
        for wording in (*standing, *candidates(readings[-1], self._searcher, cancelled)):
            if wording.key not in seen and len(seen) < _EXAMINED + len(standing):
                seen.add(wording.key)
                found += self._examined(readings, Extract([wording]))
                if found and found[-1].same and not found[-1].reported:
                    break
        found.sort(key=_worth)
        if not found or not found[0].same:
            found += [one for near in found[:_EXTENDED] for one in self._extended(readings, near)]
        best = min(found, key=_worth, default=None)
        if best is None or not best.same or best.reported:
            told = [
                one
                for wording in self._reporters.wordings(readings[-1], cancelled)
                for one in self._examined(readings, Extract([wording]))
            ]
            best = min([*([best] if best else []), *told], key=lambda one: one.cost, default=None)
        if best is None or best.same:
            return best
        return examine(best.quotation, best.extract, self._aliases, wide=True) or best

    def _examined(self, readings: Sequence[Quotation], extract: Extract) -> Iterator[Examined]:
        for reading in readings:
            found = examine(reading, extract, self._aliases)
            if found is not None:
                yield found

    def _around(self, readings: Sequence[Quotation], wording: Wording) -> Iterator[Examined]:
        """Examine the quotation with so many neighbours of a clause that it has room on either side."""
        reach = len(readings[-1].words)
        yield from self._examined(readings, Extract([wording]).extended(self._catalogue, self._texts, reach, reach))

    def _extended(self, readings: Sequence[Quotation], near: Examined) -> Iterator[Examined]:
        """Examine the quotation with the neighbours of a clause, where it may go on in them."""
        if near.extract.wordings[0].clause is None:
            return
        before, after = _beyond(near)
        wider = near.extract.extended(self._catalogue, self._texts, before, after)
        if wider is not near.extract:
            yield from self._examined(readings, wider)

    def _joined(
        self, answer: Answer, readings: Sequence[Quotation], best: Examined | None, source: str | None
    ) -> Answer | None:
        """Return the verdict that the quotation is joined from several passages, if that explains it better."""
        found = spliced(readings[-1], best, self._searcher, self._aliases)
        if found is None or (best is not None and best.cost <= found.cost):
            return None
        together = [one for wording in found.wordings for one in self._around(readings, wording)]
        nearer = min(together, key=_worth, default=None)
        if nearer is not None and nearer.cost < found.cost:
            return self._judge.answer(answer.quotation, nearer, source)
        places: list[Place] = [place for one in found.parts for place in self._judge.places(one)]
        return Answer(
            quotation=answer.quotation,
            verdict=Verdict.SPLICED,
            places=tuple(places),
            compared=tuple(compared for one in found.parts for compared in one.compared),
            unplaced=found.unplaced,
            cautions=answer.cautions,
            agree=found.agree,
        )


def _worth(found: Examined) -> tuple[float, bool, int]:
    """What is better comes first: fewer differing words, then the document's own words, then fewer clauses."""
    return found.cost, found.reported, len(found.extract.wordings)


def _beyond(near: Examined) -> tuple[int, int]:
    """Return how many words before and after its clause a quotation may have."""
    extract, quotation = near.extract, near.quotation
    gaps = any(token.kind is Kind.GAP for token in quotation.tokens)
    counts = [len(one.left.split()) for one in near.compared]
    missing = len(quotation.words) - near.agreed
    if not missing or not counts:
        return 0, 0
    first = sum(word.end <= near.start for word in islice(extract.words, _BESIDE + missing + 1))
    last = sum(word.start >= near.end for word in extract.words[-(_BESIDE + missing + 1) :])
    reach = _OVER_GAP if gaps else missing + _SPARE
    return (
        reach if gaps or first <= _BESIDE + missing else 0,
        reach if gaps or last <= _BESIDE + missing else 0,
    )
