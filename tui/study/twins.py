"""Clauses of two statements that are declared the same (`same_as`), and how they stand among the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.model.records import Clause
from tui.study.matching import Match

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

Twins = list[tuple[int, int]]
"""Pairs of numbers, of a left list and of a right one; no number stands in two."""


def declared(catalogue: Catalogue, lefts: Sequence[Clause], rights: Sequence[Clause]) -> Twins:
    """Return the numbers of the clauses that are declared the same, whichever of them declares it."""
    places = {clause.key: number for number, clause in enumerate(rights)}
    found: Twins = []
    for number, clause in enumerate(lefts):
        twin = next((key for key in catalogue.same(Clause, clause.key) if key in places), None)
        if twin is not None:
            found.append((number, places.pop(twin)))
    return found


def placed(twins: Twins, others: Iterable[Match]) -> list[Match]:
    """Return twins and other matches together; what does not stand in one order with most twins was moved."""
    steady = _rising(sorted(twins))
    ours, theirs = [left for left, _ in steady], [right for _, right in steady]
    found = [Match(left, right, (left, right) not in steady) for left, right in twins]
    for match in others:
        if match.left is None or match.right is None:
            found.append(match)
        else:
            across = bisect_left(ours, match.left) != bisect_left(theirs, match.right)
            found.append(match._replace(moved=match.moved or across))
    return found


def _rising(pairs: Twins) -> Twins:
    """Return the most of some pairs, in order of their first number, whose second numbers rise (patience sorting)."""
    tops: list[int] = []
    piles: list[list[tuple[tuple[int, int], int]]] = []
    for pair in pairs:
        pile = bisect_left(tops, pair[1])
        if pile == len(tops):
            tops.append(pair[1])
            piles.append([])
        tops[pile] = pair[1]
        piles[pile].append((pair, len(piles[pile - 1]) - 1 if pile else -1))
    found: Twins = []
    at = len(piles[-1]) - 1 if piles else -1
    for pile_ in reversed(piles):
        pair, at = pile_[at]
        found.append(pair)
    return found[::-1]
