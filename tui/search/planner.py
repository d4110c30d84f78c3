"""What the bare words of a query may stand for in each segment, weighed alike in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.model.records import AliasSet
from tui.search.aliases import Aliases, Named
from tui.search.cancel import Cancelled
from tui.search.forms import Form, Forms
from tui.search.near import Meant
from tui.search.plan import Weights, best_forms, weigh
from tui.search.query import BareWords
from tui.search.results import Also
from tui.search.segments import SegmentSearcher
from tui.search.weigh import COMMON, share


@dataclass(frozen=True, slots=True)
class Meaning:
    """Bare words, one at least, with the forms in which they may stand in each segment, and their weights."""

    words: BareWords
    named: tuple[Named, ...]
    forms: tuple[Forms, ...]
    weights: Weights

    @property
    def also(self) -> tuple[Also, ...]:
        """The aliases that widen them."""
        return tuple(_also(self.words, one) for one in self.named)


class Planner:
    """Works out what bare words mean in the segments that are searched together."""

    def __init__(self, segments: Sequence[SegmentSearcher], aliases: Iterable[AliasSet]) -> None:
        self._segments = segments
        self._clauses = sum(len(segment.index) for segment in segments)
        self._aliases = Aliases(aliases)

    def meaning(self, asked: BareWords, cancelled: Cancelled) -> Meaning:
        """Return what the words, one at least, may stand for. Raises `SearchCancelled`."""
        named = tuple(self._aliases.find(asked.words))
        meant = [self._meant(word.folded) for word in asked.words]
        forms = tuple(segment.forms.find(asked, meant, named, cancelled) for segment in self._segments)
        for segment, found in zip(self._segments, forms, strict=True):
            for place, word, quality in segment.company.slips(meant, unfinished=asked.unfinished):
                found.add(Form(place, 1, chr(word)), quality)
        count = len(asked.words)
        best = [best_forms(segment.index, count, found) for segment, found in zip(self._segments, forms, strict=True)]
        return Meaning(asked, named, forms, weigh(asked, best, self._clauses))

    def telling(self, words: Iterable[str]) -> list[str]:
        """Return those of these folded words that some clause holds and few do, the rarest first, each once."""
        holders = {word: self._holders(word) for word in words}
        seldom = [word for word, held in holders.items() if held and share(word, held, self._clauses) <= COMMON]
        return sorted(seldom, key=holders.__getitem__)

    def _holders(self, word: str) -> int:
        """Return how many clauses hold a folded word."""
        numbers = [(segment.index, segment.index.number(word)) for segment in self._segments]
        return sum(index.frequency(number) for index, number in numbers if number)

    def _meant(self, word: str) -> Meant:
        holders = self._holders(word)
        return Meant(word, holders > 0, holders > 0 and share(word, holders, self._clauses) > COMMON)


def _also(asked: BareWords, named: Named) -> Also:
    words = asked.words[named.first : named.first + named.count]
    return Also(asked.text[words[0].start : words[-1].end], named.names)
