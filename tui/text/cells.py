"""How many cells of a terminal a text takes: wide characters take two, combining and invisible ones none."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_NO_CELL: Final = ("Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp")
_JAMO: Final = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
"""The vowels and finals of Hangul, which stand within the cells of the letter before them."""


def cells(text: str) -> int:
    """Return the width of `text` in cells, each character on its own (emoji made of several are counted in parts)."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    """After Unicode Standard Annex 11; spacing marks take none, as in terminals that go by wcwidth."""
    if unicodedata.category(char) in _NO_CELL or any(ord(char) in block for block in _JAMO):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
