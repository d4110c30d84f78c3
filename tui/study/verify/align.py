"""Where in a text a quotation lies: the best stretch for all of its words in order, and which word stands for which.

Semi-global alignment of words (Needleman and Wunsch, J. Mol. Biol. 48, 1970; no cost for what the text has before and
after): a row for each token of the quotation, all places of the text at once. A long stretch left out costs no more
than a dozen words, so that a quotation with a sentence missing is still one; an ellipsis leaves out any number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from tui.search.spelling import same_word
from tui.study.verify.alike import Names
from tui.study.verify.quotation import Kind, Token

_SAME: Final = 1.0
_VARIANT: Final = 0.9
_LIKE: Final = 0.4
_OTHER: Final = -0.35
_ADDED: Final = 0.4
_DROPPED: Final = 0.25
_JUMP: Final = 3.0
_NEARER: Final = 0.001
_INSTEAD: Final = -0.05
_ALIKE: Final = 70.0
"""Words of which this part of the letters agrees (0..100) may be one word, mistyped or inflected."""
_SHORT: Final = 3
_HARDLY: Final = -1e6
_NO_NAMES: Final[Names] = {}
_NO_GAINS: Final[dict[str, float]] = {}

MOST_TOKENS: Final = 500
"""A quotation of more is aligned otherwise."""

Array = np.ndarray[Any, np.dtype[Any]]


class Aligned(NamedTuple):
    """The place of each token in the text, by the number of a word, or -1; and how good all that is."""

    at: tuple[int, ...]
    score: float


def align(tokens: Sequence[Token], source: Sequence[str], names: Names = _NO_NAMES) -> Aligned:
    """Return how the tokens lie best in a text of these folded words. There are `MOST_TOKENS` at most."""
    count = len(source)
    gains = _Gains(source, names)
    index = np.arange(count + 1, dtype=np.float32)
    best = np.zeros(count + 1, np.float32)
    rows: list[tuple[Array, Array]] = []
    for token in tokens:
        if token.kind is Kind.GAP:
            reached = best
            above = np.zeros(count + 1, bool)
            best, origin = _run_on(reached, index, -_NEARER)
        else:
            free = token.kind is Kind.INSERTED
            upon = best - np.float32(0 if free else _ADDED)
            beside = np.full(count + 1, _HARDLY, np.float32)
            beside[1:] = best[:-1] + gains.of(token)
            above = beside > upon
            reached = np.where(above, beside, upon)
            walked, by_steps = _run_on(reached, index, -_DROPPED)
            jumped, at_once = _run_on(reached, index, 0.0)
            jumped = jumped - np.float32(_JUMP)
            best = np.maximum(walked, jumped)
            origin = np.where(walked >= jumped, by_steps, at_once)
            stays = reached >= best
            origin[stays] = np.flatnonzero(stays)
            best = np.maximum(best, reached)
        rows.append((above, origin))
    place = int(np.argmax(best))
    return Aligned(_traced(rows, tokens, place), float(best[place]))


def is_like(word: str, other: str, names: Names) -> bool:
    """Whether a folded word may be another one, mistyped, inflected or another name; the same is like itself.

    Short words are alike by chance: the and they.
    """
    if word == other or other in names.get(word, ()):
        return True
    return min(len(word), len(other)) > _SHORT and fuzz.ratio(word, other) >= _ALIKE


def _run_on(reached: Array, index: Array, step: float) -> tuple[Array, Array]:
    """Return the best that comes from any place before, `step` a word on the way, and from which place that is."""
    level = reached - np.float32(step) * index
    highest = np.maximum.accumulate(level)
    origin = np.maximum.accumulate(np.where(level >= highest, index, 0)).astype(np.int32)
    return highest + np.float32(step) * index, origin


def _traced(rows: Sequence[tuple[Array, Array]], tokens: Sequence[Token], place: int) -> tuple[int, ...]:
    at: list[int] = []
    for (above, origin), token in zip(reversed(rows), reversed(tokens), strict=True):
        place = int(origin[place])
        if token.kind is not Kind.GAP and above[place]:
            place -= 1
            at.append(place)
        else:
            at.append(-1)
    return tuple(reversed(at))


class _Gains:
    """What a token gains on each word of a text."""

    def __init__(self, source: Sequence[str], names: Names) -> None:
        self._names = names
        self._number: dict[str, int] = {}
        self._words = np.array([self._number.setdefault(word, len(self._number)) for word in source], np.int32)
        self._known: dict[tuple[str, Kind], Array] = {}

    def of(self, token: Token) -> Array:
        key = token.folded, token.kind
        if token.kind is Kind.CHANGED or key not in self._known:
            by_word = self._by_word(token)
            self._known[key] = by_word[self._words] if len(by_word) else np.zeros(0, np.float32)
        return self._known[key]

    def _by_word(self, token: Token) -> Array:
        """What the token gains on each different word."""
        different = list(self._number)
        if token.kind is Kind.INSERTED:
            return np.full(len(different), _INSTEAD, np.float32)
        gains = np.full(len(different), _OTHER, np.float32)
        for _, _, number in process.extract(
            token.folded, different, scorer=fuzz.ratio, limit=None, score_cutoff=_ALIKE
        ):
            gains[number] = _VARIANT if same_word(token.folded, different[number]) else _LIKE
        for other, gain in self._names.get(token.folded, _NO_GAINS).items():
            if other in self._number:
                gains[self._number[other]] = max(gain, gains[self._number[other]])
        if token.kind is Kind.CHANGED:
            for number, word in enumerate(different):
                if token.allows(word):
                    gains[number] = _SAME
        if token.folded in self._number:
            gains[self._number[token.folded]] = _SAME
        return gains
