"""How the baselines' texts are normalised, once, before anything is compared (reference/search.md).

NFKD, marks dropped, casefold, apostrophes dropped, everything that is no letter or digit to a space. It is not the
program's own folding, so that neither the baselines nor the judge depend on what is judged.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_APOSTROPHES: Final = "'’ʼ＇"


class _Table(dict[int, str]):
    """What becomes of a code point, worked out once each: decomposing and casefolding go character by character."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code)).casefold()
        self[code] = "".join(map(_part, parts))
        return self[code]


def _part(char: str) -> str:
    category = unicodedata.category(char)[0]
    if category == "M" or char in _APOSTROPHES:
        return ""
    return char if category in "LN" else " "


_TABLE: Final = _Table()


def normalise(text: str) -> str:
    """Return `text` normalised, its words one space apart."""
    return " ".join(text.translate(_TABLE).split())


def holds(text: str, words: str) -> bool:
    """Whether normalised `text` holds normalised `words`, at least one, word for word.

    Text without spaces between its words (Chinese) holds them wherever they stand.
    """
    spaced = words[0] < "\u0e00" and words[-1] < "\u0e00"
    return f" {words} " in f" {text} " if spaced else words in text
