"""Which words stand for one another because they are names of one referent, or parts of such names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tui.model.records import AliasSet
from tui.text.words import words

_WHOLE: Final = 0.9
_PART: Final = 0.4

Names = Mapping[str, Mapping[str, float]]
"""For a folded word those that stand for it in a name of the same referent, each with how likely that is (0..1)."""


@lru_cache(maxsize=8)
def alike(aliases: tuple[AliasSet, ...]) -> Names:
    """Return the words of names in `aliases`. One that is a whole name stands for another such one; else it may."""
    found: dict[str, dict[str, float]] = {}
    for alias in aliases:
        names = [_told(name) for name in alias.names]
        for one in names:
            for other in names:
                how = _WHOLE if len(one) == len(other) == 1 else _PART
                for word in one if other is not one else ():
                    near = found.setdefault(word, {})
                    near |= {there: max(how, near.get(there, 0.0)) for there in other if there != word}
    return found


def _told(name: str) -> list[str]:
    """The words of a name, folded, without those that join them, which have no capital."""
    return [word.folded for word in words(name) if not name[word.start].islower()]
