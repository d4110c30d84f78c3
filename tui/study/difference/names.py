"""Differences between names: other names of one referent, and the same names in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui.model.records import AliasSet
from tui.study.difference.blocks import UNCHANGED, Block, Path, Region, Tag
from tui.text.words import Word, words

_AND: Final = frozenset("and or et ou und oder y e o и или та i en og och eller ja ve oraz và 和 与 與 及 と".split())
_LIST_SIGNS: Final = frozenset(",;/&-‐‑‒–—،؛、，；")
_LONGEST_LIST: Final = 60
_APART: Final = 8
"""A list whose order differs shows at most so many differences."""
_BEFORE: Final = 6
"""A name of a list may begin so many words before its first word that stands elsewhere."""


class Text(NamedTuple):
    """A text and its words."""

    written: str
    words: Sequence[Word]

    def gap(self, number: int) -> str:
        """Return what stands before the word `number`, from the one before it."""
        start = self.words[number - 1].end if number else 0
        end = self.words[number].start if number < len(self.words) else len(self.written)
        return self.written[start:end]

    def span(self, number: int) -> str:
        """Return a word as it is written."""
        word = self.words[number]
        return self.written[word.start : word.end]

    def folded(self, first: int, end: int) -> tuple[str, ...]:
        """Return words `[first, end)`, folded."""
        return tuple(word.folded for word in self.words[first:end])


class _Name(NamedTuple):
    first: int
    end: int
    referent: int
    possessive: bool


def other_names(left: Text, right: Text, blocks: Sequence[Block], aliases: Sequence[AliasSet]) -> list[Region]:
    """Return where one text has a name and the other has, in its place, another name of the same alias set."""
    if not aliases or (len(blocks) < 2 and not any(block.tag is Tag.CHANGED for block in blocks)):
        return []
    known = _Names(aliases)
    elsewhere: dict[int, list[_Name]] = {}
    for name in known.of(right):
        elsewhere.setdefault(name.referent, []).append(name)
    path, found = Path(blocks), list[Region]()
    i = j = 0
    for name in known.of(left):
        if name.first < i:
            continue
        if other := _opposite(name, elsewhere.get(name.referent, []), path, j, left, right):
            i, j = name.end, other.end
            found.append(Region(name.first, i, other.first, j, Tag.ALIAS))
    return found


def _opposite(name: _Name, others: Sequence[_Name], path: Path, free: int, left: Text, right: Text) -> _Name | None:
    """Return the name in the right text, from word `free` on, that stands where `name` does and is another."""
    for first, last in path.opposite(name.first):
        at = bisect_left(others, (max(first, free), 0, 0, False))
        while at < len(others) and others[at].first <= last:
            other = others[at]
            differs = name.possessive == other.possessive and left.folded(name.first, name.end) != right.folded(
                other.first, other.end
            )
            if differs and path.holds(name.end, other.end):
                return other
            at += 1
    return None


class _Names:
    """The names of alias sets, found in texts by their folded words."""

    def __init__(self, aliases: Sequence[AliasSet]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for referent, alias in enumerate(aliases):
            for run in {tuple(word.folded for word in words(name)) for name in alias.names}:
                if run:
                    self._by_first.setdefault(run[0], []).append((run, referent))
        for runs in self._by_first.values():
            runs.sort(key=lambda run: (-len(run[0]), run))

    def of(self, text: Text) -> Iterator[_Name]:
        """Yield the names in a text by their first words; at each word the longest first, of each referent one."""
        for first, word in enumerate(text.words):
            seen = set[int]()
            runs = self._by_first.get(word.folded, ())
            if _possessive(text, first):
                runs = [*runs, *self._by_first.get(word.folded[:-1], ())]
            for run, referent in runs:
                end = first + len(run)
                if referent in seen or end > len(text.words):
                    continue
                found, owner = text.folded(first, end), _possessive(text, end - 1)
                if found == run or (owner and (*found[:-1], found[-1][:-1]) == run):
                    seen.add(referent)
                    yield _Name(first, end, referent, found != run)


def _possessive(text: Text, number: int) -> bool:
    """Whether a word ends in an apostrophe and an s: Daesh's."""
    return text.span(number)[-2:] in ("'s", "’s")


def other_orders(left: Text, right: Text, blocks: Sequence[Block]) -> list[Region]:
    """Return where both texts list the same names, in another order.

    A list is names joined by "and", commas, dashes and the like. Each name has a capital letter, in scripts that have
    them: a country's, a person's, an office's name, and not things done one after the other.
    """
    found: list[Region] = []
    at = 0
    while at < len(blocks):
        region, behind = _reordered(left, right, blocks, at)
        if region:
            found.append(region)
        at = max(behind, at + 1)
    return found


def _reordered(left: Text, right: Text, blocks: Sequence[Block], at: int) -> tuple[Region | None, int]:
    """Return the list whose first difference is block `at`, if it is one, and the number of the block after it."""
    if blocks[at].tag is not Tag.CHANGED:
        return None, at + 1
    tally = Counter[str]()
    for last in range(at, min(at + 2 * _APART, len(blocks))):
        block = blocks[last]
        if block.i2 - blocks[at].i1 > _LONGEST_LIST or block.tag not in (Tag.CHANGED, *UNCHANGED):
            break
        if block.tag in UNCHANGED:
            continue
        tally.update(left.folded(block.i1, block.i2))
        tally.subtract(right.folded(block.j1, block.j2))
        if not any(tally.values()) and (region := _as_list(left, right, blocks, at, last)):
            return region, last + 1
    return None, at + 1


def _as_list(left: Text, right: Text, blocks: Sequence[Block], at: int, last: int) -> Region | None:
    """Return the blocks as a list in another order, with as few of the words around them as make one."""
    before = blocks[at - 1].i2 - blocks[at - 1].i1 if at and blocks[at - 1].tag is Tag.SAME else 0
    follow = blocks[last + 1] if last + 1 < len(blocks) else None
    behind = follow.i2 - follow.i1 if follow and follow.tag is Tag.SAME else 0
    first, final = blocks[at], blocks[last]
    for more in range(min(behind, _BEFORE) + 1):
        for fewer in range(min(before, _BEFORE) + 1):
            names = _listed(left, first.i1 - fewer, final.i2 + more)
            others = _listed(right, first.j1 - fewer, final.j2 + more)
            if names and others and names != others and Counter(names) == Counter(others):
                return Region(first.i1 - fewer, final.i2 + more, first.j1 - fewer, final.j2 + more, Tag.ORDER)
    return None


def _listed(text: Text, first: int, end: int) -> list[tuple[str, ...]] | None:
    """Return the names that words `[first, end)` list, folded, or None where they are no list of names."""
    names: list[list[int]] = [[]]
    for number in range(first, end):
        gap = text.gap(number) if number > first else ""
        if any(char in ".!?:" for char in gap.strip()) and len(gap) > 1:
            return None
        if names[-1] and (_LIST_SIGNS & {*gap}):
            names.append([])
        # "y" joins names, "Y" begins one.
        if text.words[number].folded in _AND and text.span(number) == text.words[number].folded:
            names.append([])
        else:
            names[-1].append(number)
    kept = [name for name in names if name]
    if len(kept) < 2 or not all(_is_name(text, name) for name in kept):
        return None
    return [tuple(text.words[number].folded for number in name) for name in kept]


def _is_name(text: Text, numbers: Sequence[int]) -> bool:
    spans = [text.span(number) for number in numbers]
    cased = any(span.upper() != span.lower() for span in spans)
    return not cased or any(not span[0].islower() and span[0].isalpha() for span in spans)
