"""How much two wordings agree: enough to be versions of one another, or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.study.trace.occurrence import Wording
from tui.text.words import words

ALIKE: Final = 0.5
"""Of two wordings more than so much has to agree for one to be the other, changed; as of clauses that are compared."""
_LEAST: Final = 2
"""So many words have to agree at least: of fragments one is soon found in both."""
LONG: Final = 4
"""Shorter words are mostly *of*, *and*, *the*: they tell no matter."""


def agreement(left: Wording, right: Wording) -> float:
    """Return how much of two wordings agrees in order, 0 to 1; of a fragment only what it has can agree.

    Counted are all words, and then the long ones alone: the lesser share is the answer. Two sentences that have little
    but *to the* and *of* in common are no versions of one another.
    """
    one, other = ([word.folded for word in words(wording.text)] for wording in (left, right))
    share = _share(one, other, left.fragment, right.fragment)
    long, others = ([word for word in side if len(word) >= LONG] for side in (one, other))
    return min(share, _share(long, others, left.fragment, right.fragment)) if long and others else share


def _share(one: Sequence[str], other: Sequence[str], left_fragment: bool, right_fragment: bool) -> float:
    from rapidfuzz.distance import LCSseq

    common = LCSseq.similarity(one, other)
    if common < min(_LEAST, len(one), len(other)) or not common:
        return 0.0
    if left_fragment and right_fragment:
        return common / min(len(one), len(other))
    if left_fragment or right_fragment:
        return common / len(one if left_fragment else other)
    return 2 * common / (len(one) + len(other))
