"""Whether two ways to write a word, or what stands between words, differ in substance, in spelling or in style.

What is not known to leave the meaning alone is substantive.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from tui.search.spelling import same_word
from tui.study.difference.pieces import Kind

NEGATIONS: Final = frozenset({"no", "not", "non", "nor", "none", "never", "neither", "without", "cannot"})
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’ʼ＇", "'"))
_JOINERS: Final = re.compile("[\u00ad\u200c\u200d\u2060\u0640]")
_VOWELS: Final = re.compile("[aeiouy]+")

# One word in two spellings that no rule of `tui.search.spelling` tells.
_PAIRS: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "judgement/judgment judgements/judgments acknowledgement/acknowledgment abridgement/abridgment grey/gray "
        "practise/practice practised/practiced practising/practicing sceptic/skeptic sceptical/skeptical "
        "scepticism/skepticism ageing/aging artefact/artifact artefacts/artifacts aluminium/aluminum mould/mold "
        "plough/plow cosy/cozy whilst/while amongst/among"
    ).split()
)


def is_number(word: str) -> bool:
    """Whether a word has a digit or another numeral in it."""
    return any(char.isnumeric() for char in word)


def one_word(one: str, other: str) -> bool:
    """Whether two different folded words are one word in two known spellings. Not for numbers and negations.

    Holds the rules of a search to the places where the two spellings really differ.
    """
    if is_number(one + other) or NEGATIONS & {one, other}:
        return False
    if frozenset((one, other)) in _PAIRS:
        return True
    return same_word(one, other) and _regular(*sorted((one, other), key=len, reverse=True))


def _regular(longer: str, shorter: str) -> bool:
    """Whether words that a search takes for one differ where British and American spelling really do."""
    at = next((at for at, pair in enumerate(zip(longer, shorter, strict=False)) if pair[0] != pair[1]), len(shorter))
    before, differs = longer[:at], longer[at : at + 1]
    syllables = len(_VOWELS.findall(before))
    if longer[max(at - 1, 0) : at + 1] == "ll":
        # travelled and skilful, not filled and filed
        return syllables > 1 or "ful" in longer[at:]
    if before.endswith("o") and differs == "u":
        # honour, not fourth, mourning and source
        return len(_VOWELS.findall(before[:-1])) > 0
    if {differs, shorter[at : at + 1]} == {"s", "z"}:
        # organise, not prise
        return syllables > 1
    return True


def joined(first: str, gap: str, second: str) -> str | None:
    """Return two folded words that a hyphen joins as the one word they may also be written as, else None."""
    if len(gap) != 1 or (unicodedata.category(gap) != "Pd" and gap != "\u2011"):
        return None
    if is_number(first + second) or NEGATIONS & {first, second} - {"non"}:
        return None
    # Re-sign and resign are two words; re-establish and reestablish are one.
    return None if first == "re" and not second.startswith("e") else first + second


@lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """Return what two ways to write a word have in common if, and only if, they differ in style at most.

    Case, width and joiners are set aside; accents, apostrophes and raised digits are not, nor the capitals of what
    may be initials.
    """
    bare = _bare(word)
    if _may_be_initials(bare):
        return bare
    return bare.casefold() if _raised(bare) else unicodedata.normalize("NFKC", bare).casefold()


def _bare(word: str) -> str:
    """Return a word composed, without joiners, its apostrophes straight."""
    return unicodedata.normalize("NFC", _JOINERS.sub("", word.translate(_APOSTROPHES)))


def _may_be_initials(word: str) -> bool:
    return 2 <= len(word) <= 4 and word.isupper()


@lru_cache(maxsize=1 << 14)
def writing(left: str, right: str, heading: bool = False) -> Kind | None:
    """Return how two ways to write what folds to the same word differ; None if they are one to the eye.

    `heading`: one of the two stands among words in capitals, so that its own capitals say nothing.
    """
    one, other = (
        unicodedata.normalize("NFC", _JOINERS.sub("", word.translate(_APOSTROPHES))) for word in (left, right)
    )
    if one == other:
        return None if unicodedata.normalize("NFC", left) == unicodedata.normalize("NFC", right) else Kind.STYLE
    if one.count("'") != other.count("'") or _raised(one) != _raised(other):
        return Kind.SUBSTANTIVE
    if one.casefold() == other.casefold():
        return Kind.SUBSTANTIVE if _initials(one, other) and not heading else Kind.STYLE
    if unicodedata.normalize("NFKC", one).casefold() == unicodedata.normalize("NFKC", other).casefold():
        return Kind.STYLE
    return Kind.SPELLING


def _initials(one: str, other: str) -> bool:
    """Whether one is written as initials and the other as a word: US and us, WHO and who, AIDS and aids."""
    return any(_may_be_initials(a) and b.islower() for a, b in ((one, other), (other, one)))


def _raised(word: str) -> str:
    """Return the raised and lowered characters of a word and its fractions: 10² is not 102."""
    return "".join(char for char in word if unicodedata.decomposition(char)[:4] in ("<sup", "<sub", "<fra"))


_ALIKE: Final = str.maketrans(
    dict.fromkeys("'‘’‚‛“”„‟«»‹›ʼ＇＂「」『』", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | {"…": "...", "，": ",", "．": "."}
)
_SIGNS: Final = frozenset("-+")
_STYLE: Final = frozenset('"-.,:;()` \t\n•·、。،؛：；（）')
"""What may come and go between words without a word changed, after `_ALIKE`."""


def between(left: str, right: str, number_before: bool, number_after: bool) -> Kind | None:
    """Return how what stands between two words differs in both texts; None if it does not.

    `number_before`, `number_after`: whether a neighbour is a number, for which points and signs are substance.
    """
    if left == right:
        return None
    one, other = (" ".join(gap.translate(_ALIKE).split()) for gap in (left, right))
    if one == other:
        return Kind.STYLE
    if (number_before and number_after) or ("..." in one) != ("..." in other):
        return Kind.SUBSTANTIVE
    if number_after and one[-1:] != other[-1:] and _SIGNS & {one[-1:], other[-1:]}:
        return Kind.SUBSTANTIVE
    differ = [char for char in {*one, *other} if one.count(char) != other.count(char)]
    return Kind.STYLE if all(char in _STYLE for char in differ) else Kind.SUBSTANTIVE
