"""British and American spelling: two ways to write one word, neither of them a slip.

Where letters alone do not tell (four is not for, mourning not morning, filed not filled, votre not voter), the words
are listed, by their stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_STEMS: Final = (
    "acknowledgement/acknowledgment aeroplane/airplane aesth/esth aetiolog/etiolog aluminium/aluminum amoeb/ameb "
    "anaem/anem archaeo/archeo artefact/artifact centred/centered coeliac/celiac councillor/councilor "
    "defence/defense despatch/dispatch diarrhoea/diarrhea encyclopaed/encycloped enquir/inquir faecal/fecal "
    "faeces/feces foetal/fetal foetus/fetus gynaeco/gyneco haemo/hemo homoeo/homeo ischaem/ischem "
    "jewellery/jewelry judgement/judgment leukaem/leukem licence/license manoeuvra/maneuvera "
    "manoeuvred/maneuvered manoeuvre/maneuver manoeuvri/maneuveri marvellous/marvelous mediaeval/medieval "
    "mould/mold oecumen/ecumen oedema/edema oesoph/esoph offence/offense oestrogen/estrogen orthopaed/orthoped "
    "paediatr/pediatr palaeo/paleo pencilled/penciled plough/plow practise/practice practisi/practici "
    "pretence/pretense sceptic/skeptic skilful/skillful sulph/sulf tranquillity/tranquility wilful/willful "
    "woollen/woolen"
)
_OUR: Final = (
    "arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|"
    "savi?|splend|succ|tum|val|vap|vig"
)
_RE: Final = "cent|theat|met|lit|spect|lust|scept|reconnoit|calib|fib|somb|sab|meag"


class _Rule(NamedTuple):
    """Letters in British spelling and those that stand for them in American, and between what they do."""

    british: str
    american: str
    before: re.Pattern[str]
    after: re.Pattern[str]


_RULES: Final = (
    *(
        _Rule(british, american, re.compile(""), re.compile(""))
        for british, _, american in (pair.partition("/") for pair in _STEMS.split())
    ),
    *(
        _Rule(british, american, re.compile(f"(?:{before})$"), re.compile(after))
        for british, american, before, after in (
            ("our", "or", _OUR, ""),
            ("re", "er", _RE, "s?$"),
            ("is", "iz", "[a-z]{3}", "e|ing|ation|abl"),  # organise
            ("ys", "yz", "l", "e|ing"),  # analyse
            ("ogue", "og", "[a-z]{2}", "s?$"),  # dialogue
            ("gramme", "gram", "[a-z]{2}", "s?$"),  # programme
            # travelled: in the second syllable or later, where no two words differ by it
            ("ll", "l", "[aeiouy].*[ae]", "(?:ed|ing|ers?|ors?)$"),
            ("l", "ll", "^(?:enro|fulfi|insti|disti|appa)", "s?$"),
            ("l", "ll", "^(?:enro|fulfi|insta)", "ments?$"),
            ("cheque", "check", "^", "s?$|book"),
            ("chequer", "checker", "^", ""),
            ("ageing", "aging", "^", "$"),
            ("grey", "gray", "^", "s?$"),
        )
    ),
)
_MOST: Final = 32
"""So many spellings of one word are looked for; none has more than a few."""


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are one word in British and American spelling; True for equals."""
    return american(one) == american(other)


@lru_cache(1 << 12)
def american(word: str) -> str:
    """Return a folded word in American spelling."""
    if word.isascii():
        for rule in _RULES:
            if rule.british in word:
                # The last place first: those before it stay where they are.
                for place in reversed(list(_places(word, rule, rule.british))):
                    word = word[:place] + rule.american + word[place + len(rule.british) :]
    return word


@lru_cache(1 << 12)
def spellings(word: str) -> tuple[str, ...]:
    """Return all spellings of a folded word, itself among them, the American one first."""
    first = american(word)
    found = {first: None}
    waiting = [first] if word.isascii() else []
    while waiting and len(found) < _MOST:
        for other in _once_more_british(waiting.pop()):
            if other not in found and american(other) == first:
                found[other] = None
                waiting.append(other)
    return tuple(found)


def _once_more_british(word: str) -> Iterator[str]:
    """The word with one place of it in British spelling."""
    for rule in _RULES:
        if rule.american in word:
            for place in _places(word, rule, rule.american):
                yield word[:place] + rule.british + word[place + len(rule.american) :]


def _places(word: str, rule: _Rule, letters: str) -> Iterator[int]:
    """Where a word has these letters between what the rule wants."""
    place = word.find(letters)
    while place >= 0:
        if rule.before.search(word[:place]) and rule.after.match(word, place + len(letters)):
            yield place
        place = word.find(letters, place + 1)
