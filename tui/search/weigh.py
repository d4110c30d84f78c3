"""How much a word tells: rare words decide, common ones only help.

A word's share is the part of all clauses that hold it. In a small collection that says little, so it is blended
with what to expect of a word of its length, as if a few hundred more clauses had been read (additive smoothing);
its weight is the information in it, `-ln(share)` (Spärck Jones 1972).
"""

from __future__ import annotations

from math import log
from typing import Final

COMMON: Final = 0.06
"""Words in a greater share of clauses than this only help: articles, prepositions and the like."""

UNSPACED: Final = "\u0e00"
"""From this character on, scripts write a word in one or two characters."""

_READ_BEFORE: Final = 200
_LEAST_SHARE: Final = 0.0005
_NUMBER: Final = 0.01
_OF_UNSPACED: Final = 0.03
_BY_LENGTH: Final = (1.0, 0.3, 0.25, 0.12, 0.08, 0.02, 0.01, 0.006, 0.004)


def share(word: str, holders: int, clauses: int) -> float:
    """Return the smoothed share, above 0 and at most 1, of clauses with `word`: `holders` of `clauses` hold it."""
    return (holders + _READ_BEFORE * _expected(word)) / (clauses + _READ_BEFORE)


def weight(of: float) -> float:
    """Return the weight of a word with this share, above 0; beyond one clause in 2,000 it grows no more."""
    return -log(min(0.9, max(_LEAST_SHARE, of)))


def _expected(word: str) -> float:
    """The share of clauses to expect of a word by its looks alone."""
    if any(map(str.isdigit, word)):
        return _NUMBER
    if word[0] >= UNSPACED:
        return _OF_UNSPACED if len(word) < 3 else _BY_LENGTH[-1]
    return _BY_LENGTH[min(len(word), len(_BY_LENGTH) - 1)]
