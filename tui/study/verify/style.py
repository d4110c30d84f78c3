"""What of a text is style alone: quotation marks, dashes, spacing, and how letters are put together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from rapidfuzz.distance import Indel

_SINGLE: Final = "'‘’‚‛‹›`´ʼ＇"
_DOUBLE: Final = '"“”„‟«»＂'
_DASHES: Final = "-‐‑‒–—―−﹣－"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c"
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_QUOTES: Final = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})
_LINES: Final = str.maketrans(dict.fromkeys(_DASHES, "-"))
_LETTERS: Final = str.maketrans({**dict.fromkeys(_INVISIBLE, ""), **_LIGATURES, "…": "..."})
_DASH: Final = re.compile(r"\s*-[-\s]*")
_SPACE: Final = re.compile(r"\s+")


def _quotes(text: str) -> str:
    # Two single marks side by side are a double one; which of both a style puts inside the other says nothing.
    return text.translate(_QUOTES).replace("''", '"').replace('"', "'")


def _dashes(text: str) -> str:
    return _DASH.sub("-", text.translate(_LINES))


def _spacing(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _letters(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_LETTERS))


_FOLDS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("how letters are encoded", _letters),
    ("quotation marks", _quotes),
    ("dashes", _dashes),
    ("spacing", _spacing),
)
"""Each kind of style, and what sets it aside."""


def without_style(text: str) -> str:
    """Return `text` with its style set aside; two texts that are the same then say the same in the same words."""
    for _, fold in _FOLDS:
        text = fold(text)
    return text


def style_edits(quoted: str, source: str) -> tuple[str, ...] | None:
    """Return by which kinds of style two texts differ, none where they are equal; None when they differ in more."""
    named = []
    apart = Indel.distance(quoted, source)
    for name, fold in _FOLDS:
        quoted, source = fold(quoted), fold(source)
        left = Indel.distance(quoted, source)
        if left < apart:
            named.append(name)
        apart = left
    return None if apart else tuple(named)
