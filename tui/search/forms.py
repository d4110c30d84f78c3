"""Every form in which the words of a query may stand in a clause: near, unfinished, joined, split, by another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from tui.index.text_index import TextIndex
from tui.search.aliases import Named
from tui.search.cancel import Cancelled, watched
from tui.search.near import EXACT, Meant, NearWords
from tui.search.query import BareWords

JOINED: Final = 0.92
"""What two words written as one count, and one as two."""
TORN: Final = 0.97
"""What two characters count, or three, that stand together where the four that were asked for do not."""
NAMED: Final = 0.95
"""What another name counts."""
HARDLY: Final = 0.65
"""What a word counts of which no more than one letter, or a short word, stands in the query."""

_LIKELY: Final = 100
"""Of the words that an unfinished one may become, the most frequent ones count wherever they stand in a clause."""
_GUESSED: Final = 20
"""The same for one of which hardly anything stands there."""
_REMEMBERED: Final = 4096

_ONE_WORD: Final = 4
"""So many characters of Chinese are a word or two; of more, each counts as a word."""
_LEAST_TORN: Final = 2
_SCRAPS: Final = 100
"""What stands so many times less often than a word is no half of it that was written, but what a torn line left."""
_THOUSANDS: Final = re.compile("[1-9][0-9]{0,2}")
_BETWEEN_THOUSANDS: Final = frozenset(", \u00a0\u2009\u202f")
_BETWEEN_PARTS: Final = frozenset("/⁄")
_NUMBERED: Final = re.compile("no([0-9]+)")


class Form(NamedTuple):
    """A run of text words (`codes`, one a word) that stands for `width` query words from the one numbered `first`."""

    first: int
    width: int
    codes: str


@dataclass(slots=True)
class Forms:
    """The forms of a query's words, with how well each stands for them (0..1).

    `endings` are the words that the last word may become, when it is not finished; as the last word of the phrase
    they count `ending_quality`, wherever they stand in the clause perhaps less. `guesses` are forms of which hardly
    anything stands in the query: they count where they stand, but no clause is looked at because of them.
    """

    quality: dict[Form, float] = field(default_factory=dict)
    endings: range = range(0)
    ending_quality: float = 0.0
    guesses: set[Form] = field(default_factory=set)

    def add(self, form: Form, quality: float) -> None:
        """Take a form in, at the best quality that was found for it."""
        self.quality[form] = max(quality, self.quality.get(form, 0.0))


class FormFinder:
    """Finds the forms of queries in one text index."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index
        self._near = NearWords(index)
        self._splits: dict[Meant, tuple[str, ...]] = {}

    def find(self, query: BareWords, meant: Sequence[Meant], named: Sequence[Named], cancelled: Cancelled) -> Forms:
        """Return the forms of the query's words, of which there must be one at least. Raises `SearchCancelled`.

        `meant` is what is known of each word in all clauses; `named` are the names in the query that have others.
        """
        forms = Forms()
        for one in named:
            for run in one.runs:
                self._add_run(forms, one, run)
        together = [run for run in query.unspaced if len(run) <= _ONE_WORD]
        standing = {number for run in together for number in run}
        for number, word in watched(enumerate(meant), cancelled):
            if number in standing:
                continue
            for found, quality in self._near.find(word).items():
                forms.add(Form(number, 1, chr(found)), quality)
            for split in self._split(word):
                forms.add(Form(number, 1, split), JOINED)
        for unspaced in together:
            self._add_unspaced(query, unspaced, forms)
        self._add_joined(query, forms)
        if query.unfinished:
            self._add_endings(query, forms)
        return forms

    def _add_run(self, forms: Forms, named: Named, run: Sequence[str]) -> None:
        runs = [run, (run[0] + "s",)] if len(run) == 1 and len(run[0]) > 2 else [run]  # the other one's possessive
        for each in runs:
            numbers = [self._index.number(word) for word in each]
            if all(numbers):
                forms.add(Form(named.first, named.count, "".join(map(chr, numbers))), NAMED)

    def _add_unspaced(self, query: BareWords, run: range, forms: Forms) -> None:
        """Characters that stand side by side as they do, in their order; of four also each two or three of them."""
        numbers = [self._index.number(query.words[place].folded) for place in run]
        for length in range(_LEAST_TORN if len(run) == _ONE_WORD else len(run), len(run) + 1):
            for first in range(len(run) - length + 1):
                torn = numbers[first : first + length]
                if len(self._index.places(torn)):
                    form = Form(run.start + first, length, "".join(map(chr, torn)))
                    forms.add(form, EXACT if length == len(run) else TORN)

    def _add_joined(self, query: BareWords, forms: Forms) -> None:
        for number, (word, after) in enumerate(pairwise(query.words)):
            between = query.text[word.end : after.start]
            if word.folded[-1].isdigit() and after.folded[0].isdigit():
                self._add_numbers(query, number, forms)
                continue
            joined = between and self._index.number(word.folded + after.folded)
            begun = query.unfinished and number == len(query.words) - 2 and len(after.folded) == 1
            if joined and not begun:
                forms.add(Form(number, 2, chr(joined)), JOINED)

    def _add_numbers(self, query: BareWords, first: int, forms: Forms) -> None:
        """Of numbers side by side, from the one numbered `first`, the fraction or the thousands that they may be."""
        words = query.words
        if query.text[words[first].end : words[first + 1].start] in _BETWEEN_PARTS:
            fraction = self._index.number(f"{words[first].folded}⁄{words[first + 1].folded}")
            if fraction:
                forms.add(Form(first, 2, chr(fraction)), JOINED)
            return
        last = first
        while last + 1 < len(words) and _goes_on(query, last):
            last += 1
        begins = _THOUSANDS.fullmatch(words[first].folded) and not (first and _goes_on(query, first - 1))
        joined = self._index.number("".join(word.folded for word in words[first : last + 1]))
        if last > first and begins and joined:
            forms.add(Form(first, last - first + 1, chr(joined)), JOINED)

    def _add_endings(self, query: BareWords, forms: Forms) -> None:
        last = len(query.words) - 1
        word = query.words[last].folded
        endings, nearly, quality = self._near.endings(word)
        hardly = len(word) < 2 or (len(word) < 4 and self._index.number(word) > 0)
        likely = () if hardly and not last else nearly or self._near.frequent(endings, _GUESSED if hardly else _LIKELY)
        for number in likely:
            form = Form(last, 1, chr(number))
            if hardly and form not in forms.quality:
                forms.guesses.add(form)
            forms.add(form, HARDLY if hardly else quality)
        forms.endings, forms.ending_quality = endings, quality

    def _split(self, word: Meant) -> tuple[str, ...]:
        """The ways to write a word as two words that stand side by side in some clause."""
        found = self._splits.get(word)
        if found is None:
            found = tuple(run for run in self._parts(word) if len(self._index.places([ord(code) for code in run])))
            if len(self._splits) >= _REMEMBERED:
                self._splits.clear()
            self._splits[word] = found
        return found

    def _parts(self, meant: Meant) -> Iterator[str]:
        word = meant.word
        if word.isdigit():
            # 1,500, but not 15-00.
            first = len(word) % 3 or 3
            groups = [word[:first], *(word[start : start + 3] for start in range(first, len(word), 3))]
            numbers = [self._index.number(group) for group in groups]
            if len(groups) > 1 and word[0] != "0" and all(numbers):
                yield "".join(map(chr, numbers))
            return
        if (numbered := _NUMBERED.fullmatch(word)) and (number := self._index.number(numbered[1])):
            yield chr(number)  # No5 for № 5, of which the sign is no word
        # Of a word that there is, a letter by itself is no part, but chance: to is not t o, nor peoples people s.
        least = 2 if meant.known and word.isascii() else 1
        scraps = self._index.frequency(self._index.number(word)) // _SCRAPS if meant.known else 0
        for cut in range(least, len(word) - least + 1):
            if word[cut - 1].isdigit() and word[cut].isdigit():
                continue
            first_half = self._index.number(word[:cut])
            second = self._index.number(word[cut:]) if first_half else 0
            if second and self._index.frequency(first_half) > scraps and self._index.frequency(second) > scraps:
                yield chr(first_half) + chr(second)


def _goes_on(query: BareWords, place: int) -> bool:
    """Whether the word after this one may be three more digits of the same number."""
    word, after = query.words[place : place + 2]
    between = query.text[word.end : after.start]
    return (
        between in _BETWEEN_THOUSANDS
        and word.folded.isdigit()
        and len(word.folded) < 4
        and len(after.folded) == 3
        and after.folded.isdigit()
    )
