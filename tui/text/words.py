"""Words of a text in any script, folded for comparison, each with its place in the original.

A word is folded alone, so offsets are exact whatever folding does to its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

_ASCII_WORD: Final = re.compile(r"([A-Za-z0-9]+(?:'[A-Za-z0-9]+)*)")
_APOSTROPHES: Final = "'’ʼ＇"

# Latin, Greek and Cyrillic letters, general punctuation and currency signs: no marks, no joiners, no script without
# spaces. In such a text a pattern finds the words, several times as fast as going from character to character.
_PLAIN_TEXT: Final = re.compile(
    "[\x00-\xac\xae-\u02bb\u02bd-\u02ff\u0370-\u0482\u048a-\u058a\u1e00-\u200b\u200e-\u2027\u2030-\u205f\u2070-\u20cf\u2100-\u2bff]*+"
)
_PLAIN_WORD: Final = re.compile(rf"([^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*)")
_JOINERS: Final = "\u00ad\u200c\u200d\u2060\u0640"  # soft hyphen, ZWNJ, ZWJ, word joiner, tatweel

# Letters that compatibility decomposition leaves alone, though readers type them as their plain neighbours.
_PLAIN: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
)

# Scripts written without spaces: every character (with its marks) counts as a word.
_UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),  # the repeating mark, the closing mark and the zero that Han writes
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)


class Word(NamedTuple):
    """A word: `[start, end)` in code points of the text it stands in, and its folded form."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return `word` with case, accents, ligatures, width, apostrophes and joiners set aside.

    й stays й (it is a letter of its own), ё becomes е. The result may be longer or shorter than the word.
    """
    if word.isascii():
        return word.lower().replace("'", "")
    kept: list[str] = []
    for char in unicodedata.normalize("NFC", word).casefold():
        if char == "й":
            kept.append(char)
        elif char not in _APOSTROPHES and char not in _JOINERS:
            parts = unicodedata.normalize("NFKD", char).casefold()
            kept.extend(part for part in parts if _kept(part))
    return "".join(kept).translate(_PLAIN)


def folded_all(words: Sequence[str]) -> list[str]:
    """Return what `fold` makes of each of `words`, which hold no line feed: of those in ASCII together, as one text."""
    folded = "\n".join(words).lower().replace("'", "").split("\n") if words else []
    for place, word in enumerate(words):
        if not word.isascii():
            folded[place] = fold(word)
    return folded


def _kept(part: str) -> bool:
    """Whether a part of a decomposed character counts: letters, digits and the stroke of a fraction (½ is not 12)."""
    return part == "⁄" or (unicodedata.category(part)[0] in "LN" and part not in _JOINERS and part not in _APOSTROPHES)


class _Kinds(dict[str, str]):
    """What a character is to the word splitter, looked up once a character."""

    def __missing__(self, char: str) -> str:
        category = unicodedata.category(char)[0]
        if category == "M" or char in _JOINERS:
            kind = "mark"
        elif char in _APOSTROPHES:
            kind = "apostrophe"
        elif category not in "LN":
            kind = "gap"
        elif any(first <= ord(char) <= last for first, last in _UNSPACED):
            kind = "single"
        else:
            kind = "letter"
        self[char] = kind
        return kind


_KINDS = _Kinds()
KINDS: Final = ("gap", "letter", "single", "mark", "apostrophe")
"""The kinds of characters: a mark goes with the character before it, a single one counts as a word."""


def kind(char: str) -> str:
    """Return which of `KINDS` a character is."""
    return _KINDS[char]


def words(text: str) -> list[Word]:
    """Return the words of `text` in order, with offsets in code points; words that fold to nothing are left out."""
    found: list[Word] = []
    start = 0
    for number, piece in enumerate(pieces(text)):
        if number % 2 and (folded := fold(piece)):
            found.append(Word(start, start + len(piece), folded))
        start += len(piece)
    return found


def standing(run: list[str], folded: list[str]) -> list[int]:
    """Return where folded words stand in a row among others: the number of the first of them, for each such place.

    The places are in order and may overlap. No words stand nowhere.
    """
    if not run:
        return []
    last = len(folded) - len(run)
    return [at for at in range(last + 1) if folded[at] == run[0] and folded[at : at + len(run)] == run]


def pieces(text: str) -> list[str]:
    """Return `text` cut at its words: what stands before the first, the first, what follows it, the second, and so on.

    The second piece and every other one after it is a word as it is written, also one that folds to nothing.
    """
    pattern = _ASCII_WORD if text.isascii() else _PLAIN_WORD if _PLAIN_TEXT.fullmatch(text) else None
    if pattern is not None:
        return pattern.split(text)
    cuts = [cut for span in _spans(text) for cut in span]
    return [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position, length = 0, len(text)
    while position < length:
        kind = _KINDS[text[position]]
        if kind not in ("letter", "single"):
            position += 1
            continue
        end = position + 1
        while end < length and _goes_on(text, end, kind):
            end += 1
        spans.append((position, end))
        position = end
    return spans


def _goes_on(text: str, position: int, first: str) -> bool:
    """Whether the word that began with a character of kind `first` still holds the one at `position`."""
    kind = _KINDS[text[position]]
    if kind == "mark":
        return True
    if first == "single":
        return False
    if kind == "apostrophe":
        return position + 1 < len(text) and _KINDS[text[position + 1]] == "letter"
    return kind == "letter"


def inside_word(text: str, position: int) -> bool:
    """Whether `position` lies between two characters of one word of `text`, as `words` divides it.

    Looks only at the neighbours, so it costs the same in a text of any length.
    """
    if not 0 < position < len(text):
        return False
    base = _base_before(text, position)
    if base < 0:
        return False
    first, last = _KINDS[text[base]], _KINDS[text[position]]
    if last == "mark":
        return first in ("letter", "single")
    if first == "apostrophe":
        # An apostrophe belongs to a word only between two of its letters, with no mark after it.
        before = _base_before(text, base)
        return last == "letter" and base == position - 1 and before >= 0 and _KINDS[text[before]] == "letter"
    return first == "letter" and _goes_on(text, position, first)


def _base_before(text: str, position: int) -> int:
    """Return the place of the nearest character before `position` that is not a mark, or -1."""
    position -= 1
    while position >= 0 and _KINDS[text[position]] == "mark":
        position -= 1
    return position
