"""Two clauses, or two whole statements, held against each other word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tui.index.scope import Scope
from tui.model.records import AliasSet, Clause, Rendering, Statement
from tui.study.difference.differ import differences
from tui.study.difference.pieces import Change, Piece, turned
from tui.study.fragments import held_against, share
from tui.study.matching import Match, matched, ordered
from tui.study.twins import declared, placed
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


NO_LANGUAGE: Final = "no language in common: texts in two languages are not compared word by word"
NO_WORDS: Final = "nothing to compare word by word: on one side are only the editors' words, or a fragment of others"
"""Why nothing can be compared."""


class Fate(StrEnum):
    """What became of a clause between the left statement and the right one."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    """It stands at another place among the others; its words may have changed besides."""
    DROPPED = "dropped"
    ADDED = "added"
    NOT_COMPARED = "not compared"
    """The other side has nothing in its language, or nothing of its own words."""


@dataclass(frozen=True, slots=True)
class Side:
    """A clause in the wording that is compared, and its number in its statement, from 0."""

    clause: Clause
    rendering: Rendering
    place: int = 0

    @property
    def text(self) -> str:
        """The wording."""
        return self.rendering.text

    @property
    def of(self) -> tuple[Clause, Rendering]:
        """The clause with the rendering."""
        return self.clause, self.rendering

    @property
    def fragment(self) -> bool:
        """Whether it is but some words of the clause: what stands before and after them is not recorded."""
        return self.clause.in_fragments and not self.rendering.editorial


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause on the left and the one that stands for it on the right; None where there is none."""

    left: Side | None
    right: Side | None
    pieces: tuple[Piece, ...] = ()
    moved: bool = False
    comparable: bool = True

    @property
    def fate(self) -> Fate:
        """What became of the clause."""
        if not self.comparable:
            return Fate.NOT_COMPARED
        if self.left is None or self.right is None:
            return Fate.ADDED if self.left is None else Fate.DROPPED
        if self.moved:
            return Fate.MOVED
        return Fate.CHANGED if self.differs else Fate.SAME

    @property
    def editors(self) -> tuple[bool, bool]:
        """Whether the left and the right side stand in the editors' own words, not the document's."""
        left, right = (side is not None and side.rendering.editorial for side in (self.left, self.right))
        return left, right

    @property
    def differs(self) -> bool:
        """Whether any word or sign of the two differs, as far as they can be compared."""
        return any(piece.change is not Change.SAME for piece in self.pieces)

    def turned(self) -> Pair:
        """Return the pair seen from the right."""
        return replace(self, left=self.right, right=self.left, pieces=turned(self.pieces))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two clauses or two statements, by their addresses: pairs of clauses as they are read."""

    left: str
    right: str
    pairs: tuple[Pair, ...]

    @property
    def same(self) -> bool:
        """Whether not a sign differs."""
        return all(pair.fate is Fate.SAME for pair in self.pairs)

    @property
    def comparable(self) -> bool:
        """Whether anything could be compared: whether there is a language in common."""
        return not self.pairs or any(pair.comparable for pair in self.pairs)

    @property
    def whose(self) -> str:
        """Says which sides stand in the editors' own words, in whole or in part; nothing where none does."""
        return _whose(self.pairs)

    @property
    def incomparable(self) -> str:
        """Why nothing could be compared, where that is so."""
        return NO_WORDS if any(map(_in_one_language, self.pairs)) else NO_LANGUAGE

    @property
    def fates(self) -> Counter[Fate]:
        """How many clauses became what."""
        return Counter(pair.fate for pair in self.pairs)

    def turned(self) -> Comparison:
        """Return the comparison seen from the right."""
        return Comparison(self.right, self.left, _ordered(pair.turned() for pair in self.pairs))


def _ordered(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    by_match = {_match(pair): pair for pair in pairs}
    return tuple(by_match[match] for match in ordered(list(by_match)))


def _match(pair: Pair) -> Match:
    return Match(
        pair.left.place if pair.left else None,
        pair.right.place if pair.right else None,
        pair.moved,
    )


def compare(catalogue: Catalogue, left: Clause | Statement, right: Clause | Statement) -> Comparison:
    """Return how two clauses or two statements differ. A clause against a statement is a statement of one clause.

    Compared is what both have in one language; texts in two languages are not compared, and said to be so. Clauses that
    are declared the same stand for each other; the others by likeness.
    """
    aliases = aliases_of(catalogue, left.key, right.key)
    if isinstance(left, Clause) and isinstance(right, Clause):
        return Comparison(left.key, right.key, (compare_clauses(left, right, aliases),))
    # Which of equals is taken for moved must not depend on which text is on the left.
    if left.key > right.key:
        return compare(catalogue, right, left).turned()
    lefts, rights = _clauses(left), _clauses(right)
    pairs = compare_lists(lefts, rights, aliases, declared(catalogue, lefts, rights))
    return Comparison(left.key, right.key, pairs)


def aliases_of(catalogue: Catalogue, *keys: str) -> list[AliasSet]:
    """Return the alias sets of the collections that records (by their keys) are of."""
    collections = dict.fromkeys(sorted(key.partition("/")[0] for key in keys))
    return [alias for name in collections for alias in catalogue.aliases(Scope(collection=name))]


def _clauses(record: Clause | Statement) -> Sequence[Clause]:
    return [record] if isinstance(record, Clause) else record.clauses


def compare_clauses(left: Clause, right: Clause, aliases: Sequence[AliasSet] = ()) -> Pair:
    """Return two clauses in the first wordings that they have in one language; in no common one, not compared.

    The editors' own words are taken only where there are no others; of fragments those that have the most in common.
    """
    in_part = left.in_fragments or right.in_fragments
    common = [
        (
            one.editorial + other.editorial,
            -share(differences(one.text, other.text, aliases), one.text, other.text) if in_part else 0,
            i + j,
            max(i, j),
            one.language,
            one,
            other,
        )
        for i, one in enumerate(left.renderings)
        for j, other in enumerate(right.renderings)
        if same_language(one.language, other.language)
    ]
    if not common:
        return Pair(Side(left, left.reading), Side(right, right.reading), comparable=False)
    *_, one, other = min(common, key=lambda found: found[:5])
    return Pair(Side(left, one), Side(right, other), differences(one.text, other.text, aliases))


def compare_lists(
    lefts: Sequence[Clause],
    rights: Sequence[Clause],
    aliases: Sequence[AliasSet] = (),
    twins: Sequence[tuple[int, int]] = (),
) -> tuple[Pair, ...]:
    """Return the clauses of two statements as they are read: `twins`, by their numbers, are the same by declaration.

    The others are matched by likeness (`tui.study.matching`).
    """
    language = common_language(lefts, rights)
    one, one_apart = _sides(lefts, language, {left for left, _ in twins})
    other, other_apart = _sides(rights, language, {right for _, right in twins})
    matches = [
        Match(
            one[match.left].place if match.left is not None else None,
            other[match.right].place if match.right is not None else None,
            match.moved,
        )
        for match in matched([side.text for side in one], [side.text for side in other])
    ]
    ours, theirs = {side.place: side for side in one}, {side.place: side for side in other}
    pairs = []
    for match in placed(list(twins), matches):
        if (match.left, match.right) in twins:
            pairs.append(_twins(lefts, rights, match, aliases))
            continue
        left = ours[match.left] if match.left is not None else None
        right = theirs[match.right] if match.right is not None else None
        pieces = differences(left.text, right.text, aliases) if left and right else ()
        pairs.append(Pair(left, right, pieces, match.moved))
    pairs += [Pair(side, None, comparable=False) for side in one_apart]
    pairs += [Pair(None, side, comparable=False) for side in other_apart]
    return _ordered(pairs)


def _twins(lefts: Sequence[Clause], rights: Sequence[Clause], match: Match, aliases: Sequence[AliasSet]) -> Pair:
    """Return two clauses that are declared the same, compared if words of their own agree enough to be of one passage.

    The editors' words are held against the editors' alone: against a document's they would tell of no difference in it.
    """
    left, right = match.left or 0, match.right or 0
    pair = compare_clauses(lefts[left], rights[right], aliases)
    if pair.left is None or pair.right is None:
        return pair
    one, other = replace(pair.left, place=left), replace(pair.right, place=right)
    comparable = pair.comparable and (all(pair.editors) or held_against(one.of, other.of, pair.pieces))
    return Pair(one, other, pair.pieces if comparable else (), match.moved, comparable)


def _whose(pairs: Sequence[Pair]) -> str:
    told = []
    for name, side in (("left", 0), ("right", 1)):
        held = [pair for pair in pairs if (pair.left, pair.right)[side] is not None]
        count = sum(pair.editors[side] for pair in held)
        if count and count == len(held):
            told.append(name)
        elif count:
            told.append(f"{name} ({count:,} of {counted(len(held), 'clause')})")
    return f"{' and '.join(told).capitalize()}: the editors' own words, not the document's" if told else ""


def _in_one_language(pair: Pair) -> bool:
    if pair.left is None or pair.right is None:
        return False
    return same_language(pair.left.rendering.language, pair.right.rendering.language)


def _sides(clauses: Sequence[Clause], language: str | None, without: Container[int]) -> tuple[list[Side], list[Side]]:
    """Return clauses in their first wording in a language; and those that have none in it, in the first of all.

    Those whose numbers are `without` are left out.
    """
    ours: list[Side] = []
    apart: list[Side] = []
    for place, clause in enumerate(clauses):
        if place in without:
            continue
        found = next((one for one in clause.renderings if _plain(one.language) == language), None)
        (ours if found else apart).append(Side(clause, found or clause.reading, place))
    return ours, apart


def common_language(lefts: Sequence[Clause], rights: Sequence[Clause]) -> str | None:
    """Return the language in which most clauses of both lists have a wording; None where no language is common."""
    counts = [
        Counter(language for clause in clauses for language in {_plain(one.language) for one in clause.renderings})
        for clauses in (lefts, rights)
    ]
    common = counts[0].keys() & counts[1].keys()
    return min(common, key=lambda language: (-counts[0][language] - counts[1][language], language), default=None)


def same_language(one: str, other: str) -> bool:
    """Whether two BCP 47 tags are of one language in one script, whatever the country: en-GB and en-US."""
    return _plain(one) == _plain(other)


def _plain(tag: str) -> str:
    """Return a language tag without its country and variants."""
    language, *subtags = tag.lower().split("-")
    script = next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)
    return f"{language}-{script}" if script else language
