"""British and American spelling: two ways to write one word, neither of them a slip."""

from __future__ import annotations

import re
from typing import Final

_SHORTEST: Final = 5
"""Of shorter words too many differ by such letters and are two words: four and for, tour and tor."""

SPELT_IN_FRONT: Final = ("ae", "oe", "e")
"""How words begin whose first letter may be another in the other spelling."""

# Folded words of which each pair has the same spelling afterwards: honour, organise, analyse, centre, defence,
# dialogue, programme, travelled, encyclopaedia.
_AMERICAN: Final = (
    (re.compile("our"), "or"),
    (re.compile("is(?=e|ing|ation)"), "iz"),
    (re.compile("ys(?=e|ing)"), "yz"),
    (re.compile("tre(?=s?$)"), "ter"),
    (re.compile("enc(?=es?$)"), "ens"),
    (re.compile("ogue(?=s?$)"), "og"),
    (re.compile("mme(?=s?$)"), "m"),
    (re.compile("ll"), "l"),
    (re.compile("ae|oe"), "e"),
)


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are one word in British and American spelling; True for equals of five letters on."""
    return min(len(one), len(other)) >= _SHORTEST and _american(one) == _american(other)


def _american(word: str) -> str:
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word
