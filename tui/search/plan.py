"""From a query to a plan: which clauses hold a form of each of its words, and how much each word tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tui.index.arrays import Array
from tui.index.text_index import TextIndex
from tui.search.forms import Form, Forms
from tui.search.query import BareWords
from tui.search.weigh import COMMON, UNSPACED, share, weight

_TELLING: Final = 0.6
"""A word that weighs this much of the heaviest one tells something, common or not: for queries like "to the"."""

_LOOKED_AT: Final = 20_000

_TELLING_LETTERS: Final = 4
"""From so many letters on, a word that is being typed weighs what it will."""

# Of a word that no clause has, nothing is known but that it is not among the common ones.
_ORDINARY: Final = weight(0.02)


class Piece(NamedTuple):
    """A form as matching wants it: `gain` is its quality times the weight of the query words it stands for.

    `mask` has a bit set for each of those words, which are `[first, after)` of the query; it is `length` words long.
    """

    form: Form
    quality: float
    gain: float
    mask: int
    first: int
    after: int
    length: int


class Asked(NamedTuple):
    """A query word: its weight, whether it is common, and the clauses with each form of it, by the form's quality.

    The least quality (0..1) comes first.
    """

    weight: float
    common: bool
    holders: tuple[tuple[float, Array], ...]


class Best(NamedTuple):
    """What of one index stands best for a query word: how well (0..1), in how many clauses, its shortest word."""

    quality: float = 0.0
    holders: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to look for a query in one text index.

    `pieces` are by the code of their first word; `runs` are the codes that begin pieces of several words.

    `phrase` is the query as written, empty when a word of it is in no clause. `head` is that without the last word,
    when it is not finished and may become one of `endings`; `begun_gain` is what the query so begun gains.

    `total` and `heaviest` are the sum and the greatest of the weights, above 0. `common` and `telling` have a bit for
    each query word: the common ones are not lit outside a passage, and only the telling ones count there.
    """

    words: tuple[Asked, ...]
    pieces: dict[str, tuple[Piece, ...]]
    runs: frozenset[str]
    phrase: str
    head: str
    endings: range
    begun_gain: float
    total: float
    heaviest: float
    common: int
    telling: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each query word and the share of all clauses that hold it."""

    shares: tuple[float, ...]
    weights: tuple[float, ...]


def best_forms(index: TextIndex, count: int, forms: Forms) -> list[Best]:
    """Return what stands best in one index for each of the `count` words of a query."""
    found = [Best()] * count
    for form, quality in forms.quality.items():
        if form in forms.guesses and found[form.first].quality:
            continue
        numbers = [ord(code) for code in form.codes]
        for place in range(form.first, form.first + form.width):
            before = found[place]
            if quality >= before.quality:
                found[place] = _better(before, quality, index, numbers)
    return found


def _better(before: Best, quality: float, index: TextIndex, numbers: Sequence[int]) -> Best:
    # The clauses that hold a run are fewer than those with its rarest word; what they are worth is about the same.
    holders = min(map(index.frequency, numbers))
    word = index.vocabulary.word(numbers[0])
    if quality > before.quality:
        return Best(quality, holders, word)
    return Best(quality, before.holders + holders, min(before.word, word, key=len))


def weigh(query: BareWords, best: Sequence[Sequence[Best]], clauses: int) -> Weights:
    """Return the weights of a query's words, from what stands best for them in each of the indexes searched.

    `clauses` counts those of all indexes. A misspelling weighs as much as the word that was meant; a word that no
    clause has anything like, no more than an ordinary one: it may be damaged beyond telling.
    """
    shares, weights = [], []
    for number, word in enumerate(query.words):
        there = [one[number] for one in best if one[number].quality]
        top = max((one.quality for one in there), default=0.0)
        meant = [one for one in there if one.quality == top]
        looks = max(word.folded, min((one.word for one in meant), key=len, default=""), key=len)
        shares.append(share(looks if meant else word.folded, sum(one.holders for one in meant), clauses))
        weights.append(weight(shares[-1]) if meant else min(weight(shares[-1]), _ORDINARY))
    if query.unfinished and len(weights) > 1:
        weights[-1] *= _typed(query.words[-1].folded)
    return Weights(tuple(shares), tuple(weights))


def _typed(word: str) -> float:
    """How much of its weight a word has that is still being typed: of its first letters, nobody can tell what it is."""
    return 1.0 if word[0] >= UNSPACED else min(1.0, len(word) / _TELLING_LETTERS)


def make_plan(index: TextIndex, query: BareWords, forms: Forms, weights: Weights) -> Plan:
    """Return the plan for a query of one word at least, from the forms of its words in one index."""
    numbers = [index.number(word.folded) for word in query.words]
    heaviest = max(weights.weights)
    return Plan(
        words=tuple(
            map(
                Asked,
                weights.weights,
                (share > COMMON for share in weights.shares),
                _holders(index, len(query.words), forms),
            )
        ),
        pieces=_pieces(forms, weights.weights),
        runs=frozenset(form.codes[0] for form in forms.quality if len(form.codes) > 1),
        phrase="".join(map(chr, numbers)) if all(numbers) else "",
        head="".join(map(chr, numbers[:-1])) if all(numbers[:-1]) else "",
        endings=forms.endings,
        begun_gain=sum(weights.weights) - (1 - forms.ending_quality) * weights.weights[-1],
        total=sum(weights.weights),
        heaviest=heaviest,
        common=_mask(share > COMMON for share in weights.shares),
        telling=_mask(
            share <= COMMON or weight >= _TELLING * heaviest
            for share, weight in zip(weights.shares, weights.weights, strict=True)
        ),
    )


def _mask(flags: Iterable[bool]) -> int:
    return sum(1 << number for number, flag in enumerate(flags) if flag)


def _holders(index: TextIndex, count: int, forms: Forms) -> list[tuple[tuple[float, Array], ...]]:
    """For each query word, the clauses with each run that stands for it, or for it and others."""
    found: list[list[tuple[float, Array]]] = [[] for _ in range(count)]
    for form, quality in forms.quality.items():
        if form in forms.guesses:
            continue
        numbers = [ord(code) for code in form.codes]
        # Where a run stands very often, some of its clauses do: it decides nothing then.
        holders = index.some_run_holders(numbers, _LOOKED_AT)
        for number in range(form.first, form.first + form.width):
            found[number].append((quality, holders))
    return [tuple(sorted(lists, key=lambda one: one[0])) for lists in found]


def _pieces(forms: Forms, weights: Sequence[float]) -> dict[str, tuple[Piece, ...]]:
    found: dict[str, list[Piece]] = {}
    for form, quality in forms.quality.items():
        gain = quality * sum(weights[form.first : form.first + form.width])
        mask = ((1 << form.width) - 1) << form.first
        after, length = form.first + form.width, len(form.codes)
        found.setdefault(form.codes[0], []).append(Piece(form, quality, gain, mask, form.first, after, length))
    return {code: _best_first(pieces) for code, pieces in found.items()}


def _best_first(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: -piece.gain))
