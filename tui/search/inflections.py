"""Inflections: forms of one word that differ by rule, however many letters that takes.

Plurals of English, French and Spanish, and the possessive; the cases of Russian, by the endings of nouns and
adjectives in the Snowball stemmer (Porter, snowballstem.org/algorithms/russian/stemmer.html); the article and what is
written together with it in Arabic, as Larkey's light stemmer takes it off (Larkey, Ballesteros, Connell, SIGIR 2002,
light8), and in Hebrew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_LEAST: Final = 3
_NO_PLURALS: Final = frozenset({("new", "news"), ("thu", "thus"), ("doe", "does")})
_IRREGULAR: Final = {"man": "men", "woman": "women", "child": "children"}
_VES: Final = re.compile("(?:l|ea|oa|ar|thie)f$|(?:^|[^r])ife$")
_ES: Final = re.compile("(?:ss|x|z|ch|sh|[^aeiou]o|..[aeiu]s|[a-z]{4}[lnrd]|^gas|^bus)$")
_IES: Final = re.compile("[^aeiou]y$")
_TAKES_NO_S: Final = re.compile("(?<!^[^\\W_]{3})s$|es$")
"""What ends in an s takes no second one, but for short names: the possessive of ISIS."""

_CYRILLIC: Final = re.compile("[\u0400-\u052f]+$")
_STEM: Final = 4
_NOUN: Final = (
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
).split()
_ADJECTIVE: Final = "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею".split()

# What stands in front of a word, written together with it, and how many letters it leaves at the least. One letter
# alone more often belongs to the word.
_IN_FRONT: Final = {
    "arabic": {"ال": 3, "وال": 3, "بال": 3, "كال": 3, "فال": 3, "لل": 3, "و": 4},
    "hebrew": {"ה": 3, "ו": 4, "ב": 4, "כ": 4, "ל": 4, "מ": 4, "ש": 4, "וה": 3},
}
_ARTICLES: Final = ("ال", "وال", "بال", "فال", "لل")
"""In front of these letters two are enough, as in الحل, but for words that take no article: الله is not له."""
_NO_NOUNS: Final = frozenset(
    "ان اي او ام اذ له لي لم لن لا لو ما من في عن مع هم هو هي هل ها قد كم كي ذي تي نا بل ثم".split()
)


def inflected(one: str, other: str) -> bool:
    """Whether two different folded words are forms of one word."""
    if one == other:
        return False
    if one.isascii() and other.isascii():
        shorter, longer = sorted((one, other), key=len)
        return longer in _plurals(shorter) or shorter in _plurals(longer)
    if _CYRILLIC.match(one):
        return bool(_CYRILLIC.match(other)) and any(
            mine is not None and mine == its for mine, its in zip(_stems(one), _stems(other), strict=True)
        )
    return not set(_bare(one)).isdisjoint(_bare(other))


def inflections(word: str) -> set[str]:
    """Return all that may be forms of a folded word; those in Cyrillic are not among them."""
    if word.isascii():
        return {*_plurals(word), *_singulars(word)}
    front = _in_front(word)
    found = {letters + bare for bare in _bare(word) for letters in ("", *front)} if front else set()
    return {other for other in found if inflected(word, other)}


def stem_to_decline(word: str) -> str:
    """Return what all forms of a word begin with, where they are told by their endings: in Cyrillic; else ""."""
    return min((stem for stem in _stems(word) if stem), key=len, default="") if _CYRILLIC.match(word) else ""


@lru_cache(1 << 12)
def _plurals(word: str) -> tuple[str, ...]:
    if len(word) < _LEAST or not word.isalpha():
        return ()
    return tuple(plural for plural in _written_plurals(word) if (word, plural) not in _NO_PLURALS)


def _written_plurals(word: str) -> Iterator[str]:
    if not _TAKES_NO_S.search(word):
        yield word + "s"
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    if _ES.search(word):
        yield word + "es"
    if word.endswith("z"):
        yield word[:-1] + "ces"  # juez
    if _IES.search(word):
        yield word[:-1] + "ies"
    elif _VES.search(word):
        yield word.removesuffix("e")[:-1] + "ves"
    elif word.endswith("sis"):
        yield word[:-2] + "es"


def _singulars(word: str) -> Iterator[str]:
    if not word.endswith("s"):
        yield from (singular for singular, plural in _IRREGULAR.items() if plural == word)
        return
    tried = [word[:-1]]
    for plural, singulars in (
        ("es", ("",)),
        ("ies", ("y",)),
        ("ces", ("z",)),
        ("ves", ("f", "fe")),
        ("ses", ("sis",)),
    ):
        if word.endswith(plural):
            tried += [word.removesuffix(plural) + singular for singular in singulars]
    yield from (singular for singular in tried if word in _plurals(singular))


@lru_cache(1 << 12)
def _stems(word: str) -> tuple[str | None, str | None]:
    """The stems of a Russian word as a noun and as an adjective, None where it is too short or has no such ending."""
    noun = _without(word, _NOUN) or word
    if len(noun) > _STEM and noun[-1] == "ь":
        noun = noun[:-1]
    return noun if len(noun) >= _STEM else None, _without(word, _ADJECTIVE)


def _without(word: str, endings: list[str]) -> str | None:
    """The word without the longest ending that leaves enough of it, or None."""
    found = [ending for ending in endings if word.endswith(ending) and len(word) - len(ending) >= _STEM]
    return word.removesuffix(max(found, key=len)) if found else None


def _in_front(word: str) -> dict[str, int]:
    """What may stand in front of words of this script."""
    if "\u0620" <= word[0] <= "\u06ff":
        return _IN_FRONT["arabic"]
    return _IN_FRONT["hebrew"] if "\u05d0" <= word[0] <= "\u05ea" else {}


def _bare(word: str) -> list[str]:
    """The word as it is, and without what may stand in front of it."""
    taken_off = [
        rest
        for letters, least in _in_front(word).items()
        if (rest := word.removeprefix(letters)) != word
        and (len(rest) >= least or (len(rest) == 2 and letters in _ARTICLES and rest not in _NO_NOUNS))
    ]
    return [word, *taken_off]
