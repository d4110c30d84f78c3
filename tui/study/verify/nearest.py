"""Where a quotation lies best: the likeliest wordings, their neighbours, and what the sources say besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from tui.model.records import AliasSet
from tui.search.cancel import Cancelled, watched
from tui.study.source_texts import SourceTexts
from tui.study.verify.candidates import candidates, sharing, telling
from tui.study.verify.examine import examine
from tui.study.verify.examined import Examined
from tui.study.verify.extract import Extract, Wording
from tui.study.verify.quotation import Kind, Quotation
from tui.study.verify.reporters import Reporters

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.search.engine import Searcher

_EXAMINED: Final = 12
_EXTENDED: Final = 6
_WORDS: Final = 3_000
"""A long quotation is held against fewer wordings: no more words of it than these are gone through, or of two."""
_FEWEST: Final = 2
_FAR: Final = 0.3
"""When a greater part of the words differs, the quotation is looked for by its runs of words too."""
_BESIDE: Final = 3
"""So near the edge of a clause a quotation may go on in the next one."""
_OVER_GAP: Final = 150
_SPARE: Final = 5

Readings = Sequence[Quotation]
"""A quotation as it is written, and as an editor may have signed it: one or two."""


def worth(found: Examined) -> tuple[float, bool, bool, int]:
    """Return what sorts the best first: the fewest differing words, then the document's own, then fewer clauses.

    The editors' own come after any reporter's.

    From one word on, parts of a word decide nothing: of such equals the one that a search finds first is the likelier.
    """
    cost = float(round(found.cost)) if found.cost >= 1 else found.cost
    return cost, found.reported, _of_editors(found), len(found.extract.wordings)


class Nearest:
    """Finds where quotations lie best in a catalogue."""

    def __init__(
        self, catalogue: Catalogue, searcher: Searcher, texts: SourceTexts, aliases: Sequence[AliasSet]
    ) -> None:
        self._catalogue = catalogue
        self._searcher = searcher
        self._texts = texts
        self._aliases = aliases

    @cached_property
    def reporters(self) -> Reporters:
        """What the sources say besides their clauses; read when it is first needed."""
        return Reporters(self._catalogue, self._texts)

    def find(self, readings: Readings, standing: Iterable[Wording], cancelled: Cancelled) -> Examined | None:
        """Return how the quotation lies best; None where no word of it lies anywhere. Raises `SearchCancelled`.

        `standing` are wordings that have its words in a row.
        """
        quotation = readings[-1]
        found: list[Examined] = []
        seen: set[tuple[str, str, str]] = set()

        def look(wordings: Iterable[Wording], most: int) -> None:
            new = (wording for wording in wordings if wording.whole_key not in seen)
            for wording in watched(islice(new, _allowed(quotation, most)), cancelled):
                seen.add(wording.whole_key)
                found.extend(self.held_against(readings, Extract([wording])))
                if _settled(found):
                    return

        look(standing, _EXAMINED)
        if not _settled(found):
            look(candidates(quotation, self._searcher, cancelled), _EXAMINED)
        if not found or min(map(worth, found))[0] > _FAR * len(quotation.words):
            # A search weighs words by how rare they are; a quotation of common words is told by their order.
            look(sharing(quotation, self._searcher), _EXAMINED)
        if not found:
            look(telling(quotation, self._searcher), _EXAMINED)
        found.sort(key=worth)
        if not found or not found[0].same:
            for near in watched(found[: _allowed(quotation, _EXTENDED)], cancelled):
                found += self._extended(readings, near)
        best = min(found, key=worth, default=None)
        if best is None or not best.same or best.reported:
            best = self._or_told(readings, best, cancelled)
        if best is None or best.same:
            return best
        return examine(best.quotation, best.extract, self._aliases, wide=True) or best

    def held_against(self, readings: Readings, extract: Extract) -> Iterator[Examined]:
        """Yield how each reading of a quotation lies in an extract, where any word of it does."""
        for reading in readings:
            found = examine(reading, extract, self._aliases)
            if found is not None and _may_count(found):
                yield found

    def around(self, readings: Readings, wordings: Iterable[Wording]) -> Examined | None:
        """Return how the quotation lies best in any of these wordings with room on both sides for all of it."""
        quotation = readings[-1]
        reach = len(quotation.words)
        wider = (
            Extract([wording]).extended(self._catalogue, self._texts, reach, reach)
            for wording in islice(wordings, _allowed(quotation, _EXAMINED))
        )
        return min((one for extract in wider for one in self.held_against(readings, extract)), key=worth, default=None)

    def _or_told(self, readings: Readings, best: Examined | None, cancelled: Cancelled) -> Examined | None:
        """The best, or where the sources have the quotation better, in words of no clause or of several."""
        quotation = readings[-1]
        told = [best] if best else []
        for held, start, end in islice(self.reporters.likely(quotation, cancelled), _allowed(quotation, _EXAMINED)):
            found = list(self.held_against(readings, held.extract(start, end)[0]))
            told += found
            near = min(found, key=worth, default=None)
            if near is not None and not near.same and any(beyond := _beyond(near)):
                told += self.held_against(readings, held.extract(start, end, *beyond)[0])
        return min(told, key=_to_tell, default=None)

    def _extended(self, readings: Readings, near: Examined) -> Iterator[Examined]:
        """Examine the quotation with the neighbours of a clause, where it may go on in them."""
        if near.extract.wordings[0].clause is None:
            return
        wider = near.extract.extended(self._catalogue, self._texts, *_beyond(near))
        if wider is not near.extract:
            yield from self.held_against(readings, wider)


def _to_tell(found: Examined) -> tuple[float, bool]:
    """The cost of a place, where a source's own words must be nearer by a word than the document's to be shown."""
    return found.cost + (found.reported and not found.same), found.reported


def _allowed(quotation: Quotation, most: int) -> int:
    """How many wordings, `most` at most, a quotation is held against: fewer the longer it is."""
    return min(most, max(_FEWEST, _WORDS // max(1, len(quotation.tokens))))


def _may_count(found: Examined) -> bool:
    """Whether a quotation may be held against this: against the editors' own words only where it has all of them."""
    return found.cost < 1 or not _of_editors(found)


def _of_editors(found: Examined) -> bool:
    return any(wording.rendering.editorial for wording in found.extract.wordings)


def _settled(found: Sequence[Examined]) -> bool:
    """Whether the last that was found leaves nothing to be found better."""
    return bool(found) and found[-1].same and not found[-1].reported


def _beyond(near: Examined) -> tuple[int, int]:
    """Return how many words before and after its clause a quotation may have."""
    extract, quotation = near.extract, near.quotation
    missing = len(quotation.words) - near.agreed
    if not missing:
        return 0, 0
    if any(token.kind is Kind.GAP for token in quotation.tokens):
        return max(missing, _OVER_GAP), max(missing, _OVER_GAP)
    edge = _BESIDE + missing
    first = sum(word.end <= near.start for word in extract.words[: edge + 1])
    last = sum(word.start >= near.end for word in extract.words[-edge - 1 :])
    reach = missing + _SPARE
    return reach if first <= edge else 0, reach if last <= edge else 0
