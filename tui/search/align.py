"""How the words of a query lie in one clause: the best passage, and which word of it stands for which.

Positions are numbers of words in the clause, from 0, `[first, last]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from tui.search.plan import Piece, Plan

_GAP: Final = 0.1
"""What skipping one word of the clause costs, in weights of the heaviest query word: 10 words for such a word."""
_ORDER: Final = 1.5
"""What a query word that comes after the one before is worth, in words skipped."""
_SPARE: Final = 16
"""A passage has no more words than twice the query and these."""
_TRIED: Final = 8
"""For a word that the query repeats: how many of its places are tried when only a passage is looked for."""


class Occurrence(NamedTuple):
    """A position in a clause and the pieces of the query that can stand there, the best first."""

    place: int
    pieces: tuple[Piece, ...]


class Placed(NamedTuple):
    """A piece of the query at its position in the clause."""

    place: int
    piece: Piece

    @property
    def last(self) -> int:
        """The position of the last word it stands on."""
        return self.place + self.piece.length - 1


class Alignment(NamedTuple):
    """Pieces in the order of the clause, no two on one word or for one query word, and the gain of those in order."""

    placed: tuple[Placed, ...]
    in_order: float

    @property
    def gain(self) -> float:
        """The weight of the query words that are matched."""
        return sum(placed.piece.gain for placed in self.placed)

    @property
    def mask(self) -> int:
        """A bit for each query word that is matched."""
        return sum(placed.piece.mask for placed in self.placed)


def occurrences(text: str, likely: Iterable[int], plan: Plan) -> list[Occurrence]:
    """Return where pieces of the query can stand in a clause with the words `text` (one code a word).

    `likely` are the positions, in order, of the words that pieces begin with.
    """
    if not plan.runs:
        return [Occurrence(place, plan.pieces[text[place]]) for place in likely]
    return list(_with_runs(text, likely, plan))


def places(text: str, run: str) -> Iterator[int]:
    """Yield the positions at which the words of `run`, one at least, stand side by side in a clause."""
    place = text.find(run)
    while place >= 0:
        yield place
        place = text.find(run, place + 1)


def begun_places(text: str, plan: Plan) -> Iterator[int]:
    """Yield where in a clause the query stands as written but for a last word that is not finished."""
    if plan.head and plan.endings:
        length = len(plan.head)
        for place in places(text, plan.head):
            if place + length < len(text) and ord(text[place + length]) in plan.endings:
                yield place


def align(found: Sequence[Occurrence], plan: Plan) -> Alignment:
    """Return the best alignment of the query with a clause that has these occurrences, one at least."""
    first, last = _passage(found, plan)
    inside = [occurrence for occurrence in found if first <= occurrence.place <= last]
    chain, in_order = _chain(inside, len(plan.words))
    placed = sorted((*chain, *_out_of_order(inside, chain)))
    return Alignment(tuple(placed), in_order)


def _with_runs(text: str, likely: Iterable[int], plan: Plan) -> Iterator[Occurrence]:
    for place in likely:
        code = text[place]
        pieces = plan.pieces[code]
        if code in plan.runs:
            pieces = tuple(piece for piece in pieces if text.startswith(piece.form.codes, place))
        if pieces:
            yield Occurrence(place, pieces)


def _passage(found: Sequence[Occurrence], plan: Plan) -> tuple[int, int]:
    """The run of words with the most query words for the fewest other words; the first and shortest of equals."""
    gap = _GAP * plan.heaviest
    in_order = _ORDER * gap
    most = plan.total + in_order * len(plan.words)
    longest = 2 * len(plan.words) + _SPARE
    to_gain = _to_gain(found, in_order)
    best, passage = 0.0, (found[0].place, found[0].place)
    beyond = 0
    for number, (start, _) in enumerate(found):
        while beyond < len(found) and found[beyond].place < start + longest:
            beyond += 1
        # Most beginnings need no look: all that follows in reach is no more than what was found.
        no_more = to_gain[beyond] + best
        if best >= most or to_gain[number] <= no_more:
            continue
        covered, gained, reach, after, skipped = 0, 0.0, start - 1, 0, 0.0
        for (place, pieces), more in zip(found[number:beyond], to_gain[number:beyond], strict=True):
            skipping = skipped + gap * (place - reach - 1)
            if skipping > gained or most - skipping <= best or gained + more - skipping <= no_more:
                break
            # The innermost loop of a search: fields are unpacked, which is quicker than asking for them by name.
            for _, _, gain, mask, first, behind, length in pieces[:_TRIED]:
                if not mask & covered:
                    gained += gain + (in_order if first >= after else 0.0)
                    covered |= mask
                    skipped, reach, after = skipping, place + length - 1, behind
                    if gained - skipped > best:
                        best, passage = gained - skipped, (start, reach)
                        no_more = to_gain[beyond] + best
                    break
    return passage


def _to_gain(found: Sequence[Occurrence], in_order: float) -> list[float]:
    """What all from each occurrence on gain together, if each stands in order and is the only one for its words."""
    gains = (pieces[0].gain + in_order for _, pieces in reversed(found))
    return list(accumulate(gains, initial=0.0))[::-1]


class _Link(NamedTuple):
    gain: float
    placed: Placed | None = None
    before: _Link | None = None


def _chain(found: Iterable[Occurrence], count: int) -> tuple[list[Placed], float]:
    """The pieces in query order that gain the most, and what they gain: a weighted longest common subsequence.

    Hunt and Szymanski's way (CACM 20(5), 1977): only the words that match are looked at.
    """
    best = [_Link(0.0)] * (count + 1)  # by how many of the query's words may be used up
    waiting: list[tuple[int, int, _Link]] = []
    for place, pieces in found:
        for last, end, link in [entry for entry in waiting if entry[0] < place] if waiting else ():
            _improve(best, end, link)
            waiting.remove((last, end, link))
        for piece in sorted(pieces, key=_last_first) if len(pieces) > 1 else pieces:
            before = best[piece.first]
            placed = Placed(place, piece)
            link = _Link(before.gain + piece.gain, placed, before)
            if piece.length == 1:
                _improve(best, piece.after, link)
            else:  # words of a longer run are not free until it is over
                waiting.append((placed.last, piece.after, link))
    for _, end, link in waiting:
        _improve(best, end, link)
    return list(_links(best[count])), best[count].gain


def _last_first(piece: Piece) -> int:
    return -piece.first


def _improve(best: list[_Link], end: int, link: _Link) -> None:
    while end < len(best) and best[end].gain < link.gain:
        best[end] = link
        end += 1


def _links(link: _Link | None) -> Iterator[Placed]:
    while link and link.placed:
        yield link.placed
        link = link.before


def _out_of_order(found: Iterable[Occurrence], chain: Sequence[Placed]) -> Iterator[Placed]:
    """Pieces for the query words that the chain leaves out, on the words that it leaves free, the best first."""
    covered = 0
    taken: set[int] = set()
    for placed in chain:
        covered |= placed.piece.mask
        taken.update(range(placed.place, placed.last + 1))
    free = [Placed(place, piece) for place, pieces in found for piece in pieces if not piece.mask & covered]
    for placed in sorted(free, key=lambda placed: -placed.piece.gain):
        words = range(placed.place, placed.last + 1)
        if not placed.piece.mask & covered and taken.isdisjoint(words):
            covered |= placed.piece.mask
            taken.update(words)
            yield placed
