"""From a query to a plan: which clauses hold a form of each of its words, and how much each word tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tui.index.postings import Postings
from tui.search.forms import Form, Forms
from tui.search.query import Query
from tui.search.weigh import COMMON, share, weight

_TELLING: Final = 0.6
"""A word that weighs this much of the heaviest one tells something, common or not: for queries like "to the"."""

# Of a word that no clause has, nothing is known but that it is not among the common ones.
_ORDINARY: Final = weight(0.02)

_Holders = tuple[tuple[float, frozenset[int]], ...]


class Piece(NamedTuple):
    """A form as matching wants it: `gain` is its quality times the weight of the query words it stands for.

    `mask` has a bit set for each of those words.
    """

    form: Form
    quality: float
    gain: float
    mask: int


class Asked(NamedTuple):
    """A query word: its weight, whether it is common, and the clauses with a form of it by the form's quality.

    The best quality (0..1) comes first.
    """

    weight: float
    common: bool
    holders: _Holders


@dataclass(frozen=True, slots=True)
class Plan:
    """How to look for a query.

    `pieces` are by the code of their first word; `runs` are the codes that begin pieces of several words. `pairs` are
    the likeliest forms of query words that follow each other, with the weight of the lighter one.

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
    endings: frozenset[str]
    begun_gain: float
    pairs: tuple[tuple[str, float], ...]
    total: float
    heaviest: float
    common: int
    telling: int


def make_plan(postings: Postings, query: Query, forms: Forms) -> Plan:
    """Return the plan for a query of one word at least, from the forms of its words."""
    by_word = _by_word(len(query.words), forms)
    holders = [_holders(postings, runs) for runs in by_word]
    shares = [
        _share(postings, word.folded, groups, runs)
        for word, groups, runs in zip(query.words, holders, by_word, strict=True)
    ]
    weights = _weights(shares, holders)
    heaviest = max(weights)
    codes = [postings.code(word.folded) or "" for word in query.words]
    return Plan(
        words=tuple(map(Asked, weights, (share > COMMON for share in shares), holders)),
        pieces=_pieces(forms, weights),
        runs=frozenset(form.codes[0] for form in forms.quality if len(form.codes) > 1),
        phrase="".join(codes) if all(codes) else "",
        head="".join(codes[:-1]) if all(codes[:-1]) else "",
        endings=forms.endings,
        begun_gain=sum(weights) - (1 - forms.ending_quality) * weights[-1],
        pairs=_pairs(by_word, weights),
        total=sum(weights),
        heaviest=heaviest,
        common=_mask(share > COMMON for share in shares),
        telling=_mask(
            share <= COMMON or weight >= _TELLING * heaviest for share, weight in zip(shares, weights, strict=True)
        ),
    )


def _pairs(by_word: Sequence[dict[float, list[str]]], weights: Sequence[float]) -> tuple[tuple[str, float], ...]:
    likeliest = [runs[max(runs)][0] if runs else "" for runs in by_word]
    return tuple(
        (likeliest[number] + likeliest[number + 1], min(weights[number : number + 2]))
        for number in range(len(weights) - 1)
        if likeliest[number] and likeliest[number + 1]
    )


def _mask(flags: Iterable[bool]) -> int:
    return sum(1 << number for number, flag in enumerate(flags) if flag)


def _by_word(count: int, forms: Forms) -> list[dict[float, list[str]]]:
    """For each query word, the runs that stand for it, or for it and others, by quality."""
    found: list[dict[float, list[str]]] = [{} for _ in range(count)]
    for form, quality in forms.quality.items():
        for number in range(form.first, form.first + form.width):
            found[number].setdefault(quality, []).append(form.codes)
    return found


def _holders(postings: Postings, runs: dict[float, list[str]]) -> _Holders:
    return tuple((quality, _union(postings, runs[quality])) for quality in sorted(runs, reverse=True))


def _union(postings: Postings, runs: Iterable[str]) -> frozenset[int]:
    return frozenset().union(*map(postings.run_holders, runs))


def _share(postings: Postings, word: str, holders: _Holders, runs: dict[float, list[str]]) -> float:
    """The share of what is best for a word, so that a misspelling weighs as much as the word that was meant."""
    if not holders:
        return share(postings, word, 0)
    quality, clauses = holders[0]
    meant = min((postings.word(codes[0]) for codes in runs[quality]), key=len)
    return share(postings, max(word, meant, key=len), len(clauses))


def _weights(shares: Sequence[float], holders: Sequence[_Holders]) -> list[float]:
    """Words that no clause has anything like weigh no more than an ordinary one: they may be damaged beyond telling."""
    weights = [weight(share) for share in shares]
    return [weight if groups else min(weight, _ORDINARY) for weight, groups in zip(weights, holders, strict=True)]


def _pieces(forms: Forms, weights: Sequence[float]) -> dict[str, tuple[Piece, ...]]:
    found: dict[str, list[Piece]] = {}
    for form, quality in forms.quality.items():
        gain = quality * sum(weights[form.first : form.first + form.width])
        mask = ((1 << form.width) - 1) << form.first
        found.setdefault(form.codes[0], []).append(Piece(form, quality, gain, mask))
    return {code: _best_first(pieces) for code, pieces in found.items()}


def _best_first(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: -piece.gain))
