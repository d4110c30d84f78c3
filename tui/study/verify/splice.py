"""Whether a quotation is joined from passages that are not together: each of them as it stands, from another clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from tui.model.records import AliasSet
from tui.search.engine import Searcher
from tui.study.verify.candidates import exact
from tui.study.verify.examine import examine
from tui.study.verify.examined import Examined
from tui.study.verify.extract import Extract, Wording
from tui.study.verify.quotation import Kind, Quotation, Token
from tui.text.words import standing

_LEAST_RUN: Final = 4
"""Fewer words side by side stand in too many places to say where they were taken from."""
_LEAST_PIECE: Final = 2
"""Between ellipses, though, each piece claims to stand somewhere."""
_MOST_RUNS: Final = 12
_LOOKED_AT: Final = 20
_TRIED: Final = 5
_UNPLACED: Final = 0.08
"""When a greater part of the words is in no passage, joining them explains nothing."""
LEAST_COST: Final = 1.5
"""What a join costs, in differing words: it is the better story only of a quotation that differs in more."""


class Run(NamedTuple):
    """Tokens of a quotation, `[first, end)` by number, that stand side by side somewhere."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Spliced:
    """The passages that a quotation is joined from, and its words that are in none of them.

    `wordings` are some that have one of the passages: what seems joined may be together in one of these.
    """

    parts: tuple[Examined, ...]
    unplaced: tuple[str, ...]
    agree: int
    wordings: tuple[Wording, ...] = ()

    @property
    def cost(self) -> float:
        """How much has to be explained, to be held against the cost of `Examined`."""
        return len(self.unplaced) + LEAST_COST * (len(self.parts) - 1) + sum(part.cost for part in self.parts)


def spliced(
    quotation: Quotation, near: Examined | None, searcher: Searcher, aliases: Sequence[AliasSet]
) -> Spliced | None:
    """Return the passages of several clauses that a quotation is joined from; None where that explains too little.

    `near` is where it lies best as a whole: what stands there is not looked for elsewhere.
    """
    found = runs(quotation.tokens, searcher)
    own = len(quotation.words)
    placed = sum(run.end - run.first for run in found)
    if len(found) < 2 or own - placed > _UNPLACED * own:
        return None
    parts: list[Examined] = []
    held: dict[tuple[str, str], Wording] = {}
    for run in found:
        piece = quotation.passage(quotation.tokens[run.first : run.end])
        known = [*parts, *([near] if near else [])]
        wordings = [one for one in exact(piece, searcher, _LOOKED_AT)[0] if not one.rendering.editorial]
        held |= {wording.key: wording for wording in wordings[:_TRIED]}
        part = _known(piece, known, aliases) or _anywhere(piece, wordings, known, aliases)
        if part is None:
            return None
        parts.append(part)
    if len({part.extract.wordings[0].key for part in parts}) < 2:
        return None
    taken = {number for run in found for number in range(run.first, run.end)}
    unplaced = (
        token
        for number, token in enumerate(quotation.tokens)
        if number not in taken and token.kind in (Kind.PLAIN, Kind.CHANGED)
    )
    words = tuple(quotation.text[token.start : token.end] for token in unplaced)
    return Spliced(tuple(parts), words, 100 * placed // own, tuple(held.values()))


def runs(tokens: Sequence[Token], searcher: Searcher) -> list[Run]:
    """Return the longest runs of words that stand somewhere, from left to right; ellipses and brackets end a run.

    Taking the longest at each step leaves the fewest runs there can be. Words in no run of some length are left out;
    once they are too many, so is all that follows.
    """
    found: list[Run] = []
    gaps = any(token.kind is Kind.GAP for token in tokens)
    room = _UNPLACED * len(tokens)
    for begin, end in _stretches(tokens):
        words = [token.folded for token in tokens[begin:end]]
        first = 0
        while first < len(words) and len(found) < _MOST_RUNS and room >= 0:
            length = searcher.longest_run(words, first)
            if length >= _LEAST_RUN or (gaps and _LEAST_PIECE <= length == len(words)):
                found.append(Run(begin + first, begin + first + length))
                first += length
            else:
                first += 1
                room -= 1
    return found


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where words follow one another that no editor has touched, `[first, end)` by number."""
    for plain, numbers in groupby(range(len(tokens)), lambda number: tokens[number].kind is Kind.PLAIN):
        if plain:
            held = list(numbers)
            yield held[0], held[-1] + 1


def _known(piece: Quotation, known: Sequence[Examined], aliases: Sequence[AliasSet]) -> Examined | None:
    """The piece in a clause that other pieces are from, if it stands there."""
    asked = [word.folded for word in piece.words]
    for one in known:
        if standing(asked, one.extract.folded):
            return examine(piece, one.extract, aliases)
    return None


def _anywhere(
    piece: Quotation, wordings: Sequence[Wording], known: Sequence[Examined], aliases: Sequence[AliasSet]
) -> Examined | None:
    """The piece where it stands first, of the same statement as other pieces where it can be."""
    statements = {_statement(one.extract.wordings[0]) for one in known}
    nearest = sorted(wordings, key=lambda wording: _statement(wording) not in statements)
    return examine(piece, Extract(nearest[:1]), aliases) if nearest else None


def _statement(wording: Wording) -> str | None:
    return wording.clause.statement if wording.clause else None
