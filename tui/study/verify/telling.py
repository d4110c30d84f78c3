"""Words that no editor may put in, take out or change: negations, numbers, and the verbs that bind or allow.

The lists are of English, with the commonest of French, Spanish, German and Russian; folded as `tui.text.words` does.
"""

from __future__ import annotations

from typing import Final

from tui.study.difference.variants import NEGATIONS, is_number
from tui.text.words import words

_NEGATIONS: Final = NEGATIONS | frozenset(
    "nobody nothing nowhere arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt maynt mightnt mustnt neednt "
    "oughtnt shant shouldnt wasnt werent wont wouldnt ne pas ni sans jamais aucun aucune sin nunca ningun ninguna "
    "nicht nie ohne kein keine keinen keiner keines не нет ни без никогда нельзя".split()
)
_NUMBERS: Final = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()
)
_MODALS: Final = frozenset(
    "shall should must may might can could will would ought doit doivent devra devront devrait peut peuvent pourra "
    "debe deben debera deberan puede pueden muss mussen soll sollen sollte darf durfen kann konnen должен должна "
    "должно должны может могут".split()
)
_WANTING: Final = "less"
"""How an English word ends that says that something is wanting: harmless."""


def is_negation(word: str) -> bool:
    """Whether a folded word denies."""
    return word in _NEGATIONS


def is_telling(word: str) -> bool:
    """Whether a folded word is a negation, a number or a verb that binds or allows."""
    return is_negation(word) or is_number(word) or word in _NUMBERS or word in _MODALS


def has_telling(text: str) -> bool:
    """Whether any word of a text is a telling one."""
    return any(is_telling(word.folded) for word in words(text))


def turned(source: str, quoted: str) -> bool:
    """Whether a change of one folded word into another puts in or takes out what it tells."""
    return is_telling(source) or is_telling(quoted) or source.endswith(_WANTING) != quoted.endswith(_WANTING)


def negations(text: str) -> list[str]:
    """Return the negations in a text, as they are written there."""
    return [text[word.start : word.end] for word in words(text) if is_negation(word.folded)]
