"""Every form in which the words of a query may stand in a clause: near, unfinished, joined, split, by another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import pairwise
from typing import Final, NamedTuple

from tui.index.postings import Postings
from tui.search.aliases import Aliases
from tui.search.cancel import Cancelled, watched
from tui.search.near import NearWords
from tui.search.query import Query
from tui.search.results import Also
from tui.search.weigh import COMMON, share
from tui.text.words import Word

JOINED: Final = 0.95
"""What two words written as one count, and one as two."""
NAMED: Final = 0.95
"""What another name counts."""
HARDLY: Final = 0.65
"""What a word counts of which no more than one letter, or a short word, stands in the query."""

_LIKELY: Final = 100
_REMEMBERED: Final = 4096


class Form(NamedTuple):
    """A run of text words (`codes`, one a word) that stands for `width` query words from the one numbered `first`."""

    first: int
    width: int
    codes: str


@dataclass(slots=True)
class Forms:
    """The forms of a query's words, with how well each stands for them (0..1).

    `endings` are the codes of the words that the last word may become, when it is not finished; as the last word of
    the phrase they count `ending_quality`, wherever they stand in the clause perhaps less.
    """

    quality: dict[Form, float] = field(default_factory=dict)
    endings: frozenset[str] = frozenset()
    ending_quality: float = 0.0
    also: tuple[Also, ...] = ()

    def add(self, form: Form, quality: float) -> None:
        """Take a form in, at the best quality that was found for it."""
        self.quality[form] = max(quality, self.quality.get(form, 0.0))


class FormFinder:
    """Finds the forms of queries in one set of clauses."""

    def __init__(self, postings: Postings, aliases: Aliases) -> None:
        self._postings = postings
        self._aliases = aliases
        self._near = NearWords(postings)
        self._splits: dict[str, tuple[str, ...]] = {}

    def find(self, query: Query, cancelled: Cancelled) -> Forms:
        """Return the forms of the query's words, of which there must be one at least. Raises `SearchCancelled`."""
        forms = Forms()
        self._add_aliases(query, forms)
        for number, word in watched(enumerate(query.words), cancelled):
            for code, quality in self._near.find(word.folded, common=self._common(word.folded)).items():
                forms.add(Form(number, 1, code), quality)
            for run in self._split(word.folded):
                forms.add(Form(number, 1, run), JOINED)
        self._add_joined(query, forms)
        if query.unfinished:
            self._add_endings(query.words, forms)
        return forms

    def _add_joined(self, query: Query, forms: Forms) -> None:
        for number, (word, after) in enumerate(pairwise(query.words)):
            joined = self._postings.code(word.folded + after.folded)
            begun = query.unfinished and number == len(query.words) - 2 and len(after.folded) == 1
            if joined and not begun:
                forms.add(Form(number, 2, joined), JOINED)

    def _add_endings(self, words: Sequence[Word], forms: Forms) -> None:
        last = len(words) - 1
        word = words[last].folded
        endings, quality = self._near.endings(word)
        likely: Sequence[str] = endings
        hardly = self._near.hardly_begun(word)
        if hardly:
            likely = nlargest(_LIKELY, endings, self._postings.frequency) if last else ()
        for code in likely:
            forms.add(Form(last, 1, code), HARDLY if hardly else quality)
        forms.endings, forms.ending_quality = frozenset(endings), quality

    def _add_aliases(self, query: Query, forms: Forms) -> None:
        also = []
        for named in self._aliases.find(query.words):
            words = query.words[named.first : named.first + named.count]
            also.append(Also(query.text[words[0].start : words[-1].end], named.names))
            for run in named.runs:
                codes = [self._postings.code(word) for word in run]
                if None not in codes:
                    forms.add(Form(named.first, named.count, "".join(filter(None, codes))), NAMED)
        forms.also = tuple(also)

    def _common(self, word: str) -> bool:
        code = self._postings.code(word)
        return code is not None and share(self._postings, word, self._postings.frequency(code)) > COMMON

    def _split(self, word: str) -> tuple[str, ...]:
        """The ways to write `word` as two words that stand side by side in some clause."""
        found = self._splits.get(word)
        if found is None:
            found = tuple(run for run in self._halves(word) if self._postings.run_holders(run))
            if len(self._splits) >= _REMEMBERED:
                self._splits.clear()
            self._splits[word] = found
        return found

    def _halves(self, word: str) -> Iterator[str]:
        for cut in range(1, len(word)):
            first, second = self._postings.code(word[:cut]), self._postings.code(word[cut:])
            if first and second:
                yield first + second
