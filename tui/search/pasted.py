"""A passage that was pasted: its quotation marks, dashes and apostrophes were not meant as signs of the language."""

from __future__ import annotations

from typing import Final

from tui.search.candidates import LEAST_PASTED
from tui.search.language.tree import Alternative, Edge, ExactWord, Fuzzy, Group, Phrase, Query
from tui.text.words import words

_PLAIN: Final = "no clause has that to the letter: all of it was searched for as bare words"


def as_plain_words(text: str, asked: Query) -> Query | None:
    """Return the query for all words of `text` as bare words, where it may have been pasted, or None.

    That is a text of several words whose signs, as they were read in `asked`, are such as prose has.
    """
    atoms = [one.atom for group in asked.groups for one in group.alternatives]
    if not all(isinstance(atom, Fuzzy | ExactWord | Phrase | Edge) for atom in atoms):
        return None
    if all(isinstance(atom, Fuzzy) for atom in atoms) or len(words(text)) < LEAST_PASTED:
        return None
    return Query((Group((Alternative(Fuzzy(" ".join(text.split()))),)),), asked.sort, (*asked.notices, _PLAIN))
