"""Words that look like the document's and are not: with a sign that cannot be seen, or a letter of another alphabet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from tui.study.verify.examined import Compared

_SAME_TO_THE_EYE: Final = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕЗКМНОРСТУХІЅЈԚԜοναιρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhqwABE3KMHOPCTYXISJQWovaipuABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters, and the Latin ones (and a digit) that they are drawn like."""


def lookalikes(compared: Compared) -> Iterator[str]:
    """Yield for each word of a quotation that looks like the source's, and is not, by what sign it is another one."""
    for piece in compared.differing:
        there = {_seen(word): word for word in compared.left[slice(*piece.left)].split()}
        for word in compared.right[slice(*piece.right)].split():
            source = there.get(_seen(word))
            if source is not None and source != word:
                yield from _told(source, word)


def _told(source: str, word: str) -> Iterator[str]:
    for char in dict.fromkeys(char for char in word if char not in source):
        name = unicodedata.name(char, "no name").lower()
        if _hidden(char):
            yield f"what looks like “{source}” has an invisible sign in it: {name} (U+{ord(char):04X})"
        elif char in _OTHERS:
            yield f"what looks like “{source}” has a letter of another alphabet in it: {name} (U+{ord(char):04X})"


def _seen(word: str) -> str:
    """A word as the eye takes it."""
    seen = "".join(char for char in unicodedata.normalize("NFC", word) if not _hidden(char))
    return seen.translate(_SAME_TO_THE_EYE)


def _hidden(char: str) -> bool:
    return unicodedata.category(char) == "Cf"


_OTHERS: Final = frozenset(map(chr, _SAME_TO_THE_EYE)) | frozenset(map(chr, _SAME_TO_THE_EYE.values()))
