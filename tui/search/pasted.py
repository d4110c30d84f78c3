"""A passage that was pasted: its quotation marks, dashes and apostrophes were not meant as signs of the language."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tui.search.candidates import LEAST_PASTED
from tui.search.language.tree import Alternative, Edge, ExactWord, Fuzzy, Group, Phrase, Query
from tui.search.query import MOST_CHARACTERS
from tui.text.words import words

_PROSE: Final = (Fuzzy, ExactWord, Phrase, Edge)
_PLAIN: Final = "no clause has that to the letter: all of it was searched for as bare words"


def as_plain_words(text: str, asked: Query) -> Query | None:
    """Return the query for all words of `text` as bare words, where it may have been pasted, or None.

    That is a text of several words whose signs, as they were read in `asked`, are such as prose has.
    """
    alone = [group.alone for group in asked.groups]
    if not all(one and not one.negated and isinstance(one.atom, _PROSE) for one in alone):
        return None
    held = words(text[:MOST_CHARACTERS])
    if all(one and isinstance(one.atom, Fuzzy) for one in alone) or len(held) < LEAST_PASTED:
        return None
    # Characters that stand side by side are words together: they stay so.
    gaps = ["" if word.end == after.start else " " for word, after in pairwise(held)]
    written = zip((text[word.start : word.end] for word in held), (*gaps, ""), strict=True)
    plain = Fuzzy("".join(word + gap for word, gap in written))
    return Query((Group((Alternative(plain),)),), asked.sort, (*asked.notices, _PLAIN))
