"""Which text of one list stands for which of another: by likeness, in order as far as possible, moves recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.text.words import words

if TYPE_CHECKING:
    from tui.index.arrays import Array

_ALIKE: Final = 0.5
"""Texts of which more than so much agrees, word by word, are one text changed."""
_MOVED: Final = 0.6
"""The same for texts that would have to change places."""
_MOST: Final = 4_000_000
"""For longer lists not every text is held against every other; only those between two that are equal."""
_SURROGATES: Final = 0xD800


class Match(NamedTuple):
    """A text of the left list and what stands for it in the right one, by their numbers; None where nothing does."""

    left: int | None
    right: int | None
    moved: bool = False


def turned(matches: Iterable[Match]) -> list[Match]:
    """Return the same matches seen from the right list."""
    return ordered([Match(match.right, match.left, match.moved) for match in matches])


def ordered(matches: Sequence[Match]) -> list[Match]:
    """Return matches as they are read: those in order first of all, and before each what is missing or was moved.

    Between two that are in order: what stood there on the left, then what was added there on the right.
    """
    steady = sorted((match for match in matches if not _loose(match)), key=_left)
    gone = sorted((match for match in matches if match.left is not None and _loose(match)), key=_left, reverse=True)
    new = sorted((match for match in matches if match.left is None), key=lambda match: match.right or 0, reverse=True)
    done: list[Match] = []
    for match in [*steady, None]:
        while gone and (match is None or _left(gone[-1]) < _left(match)):
            done.append(gone.pop())
        while new and (match is None or (new[-1].right or 0) < (match.right or 0)):
            done.append(new.pop())
        if match:
            done.append(match)
    return done


def _loose(match: Match) -> bool:
    return match.moved or match.left is None or match.right is None


def _left(match: Match) -> int:
    return match.left or 0


def matched(lefts: Sequence[str], rights: Sequence[str]) -> list[Match]:
    """Return how two lists of texts match: each text is in one match.

    The matches in order are those with the most likeness altogether, long texts counting more (Needleman and Wunsch
    1970); of what is left over, the most alike first, those that were moved. Turning the lists round turns the answer
    round.
    """
    # Of matches that are as good, one is taken. It must not depend on which list is on the left.
    if list(lefts) > list(rights):
        return turned(matched(rights, lefts))
    steady = [(i, j) for part in _parts(lefts, rights) for i, j in part.in_order()]
    moved = _moves(lefts, rights, steady)
    matches = [*(Match(i, j) for i, j in steady), *(Match(i, j, moved=True) for i, j in moved)]
    taken = {match.left for match in matches}, {match.right for match in matches}
    matches += [Match(i, None) for i in range(len(lefts)) if i not in taken[0]]
    matches += [Match(None, j) for j in range(len(rights)) if j not in taken[1]]
    return ordered(matches)


class _Part:
    """Texts `[i, i + len(lefts))` of the left list against `[j, j + len(rights))` of the right one."""

    def __init__(self, i: int, lefts: Sequence[str], j: int, rights: Sequence[str]) -> None:
        self._i, self._lefts = i, lefts
        self._j, self._rights = j, rights

    def in_order(self) -> Iterator[tuple[int, int]]:
        """Yield the numbers of texts that stand for each other, in order."""
        if not self._lefts or not self._rights or len(self._lefts) * len(self._rights) > _MOST:
            return
        worth = likeness(self._lefts, self._rights) * _weights(self._lefts, self._rights)
        for i, j in _best_path(worth):
            yield self._i + i, self._j + j


def _parts(lefts: Sequence[str], rights: Sequence[str]) -> Iterator[_Part]:
    """Yield what is held against each other: everything, or for very long lists what lies between equal texts."""
    if len(lefts) * len(rights) <= _MOST:
        yield _Part(0, lefts, 0, rights)
        return
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    one, other = ([numbers.setdefault(text, len(numbers)) for text in texts] for texts in (lefts, rights))
    equal = [step for step in Indel.opcodes(one, other) if step.tag == "equal"]
    pairs = [
        (step.src_start + by, step.dest_start + by) for step in equal for by in range(step.src_end - step.src_start)
    ]
    for (i, j), (end, other_end) in pairwise([(-1, -1), *pairs, (len(lefts), len(rights))]):
        yield _Part(i + 1, lefts[i + 1 : end], j + 1, rights[j + 1 : other_end])
        if end < len(lefts):
            yield _Part(end, lefts[end : end + 1], other_end, rights[other_end : other_end + 1])


def likeness(lefts: Sequence[str], rights: Sequence[str]) -> Array:
    """Return how alike each left text and each right text is: the share of their words that agree in order, 0 to 1."""
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    numbers: dict[str, int] = {}
    one, other = ([_encoded(text, numbers) for text in texts] for texts in (lefts, rights))
    alike: Array = cdist(one, other, scorer=Indel.normalized_similarity, dtype=np.float32, score_cutoff=_ALIKE)
    # Two texts without a word are as alike as they are equal.
    for i, text in enumerate(one):
        if not text:
            alike[i] = [float(lefts[i] == right) for right in rights]
    alike[alike <= _ALIKE] = 0
    return alike


def _encoded(text: str, numbers: dict[str, int]) -> str:
    """Return a text as a string with one character a folded word."""
    codes = (numbers.setdefault(word.folded, len(numbers) + 1) for word in words(text))
    return "".join(chr(code if code < _SURROGATES else code + 0x800) for code in codes)


def _weights(lefts: Sequence[str], rights: Sequence[str]) -> Array:
    """Return how much it is worth that two texts stand in order: more for long ones, since titles are moved sooner."""
    import numpy as np

    left, right = (np.array([len(words(text)) for text in texts], np.float32) for texts in (lefts, rights))
    weights: Array = np.sqrt(1 + np.minimum(left[:, np.newaxis], right[np.newaxis, :]))
    return weights


def _best_path(worth: Array) -> list[tuple[int, int]]:
    """Return the pairs in order, both numbers rising, whose worth adds up to most."""
    import numpy as np

    rows, columns = worth.shape
    best = np.zeros((rows + 1, columns + 1), np.float32)
    for i in range(rows):
        # Skipping a right text keeps the best so far: a running maximum along the row.
        best[i + 1, 1:] = np.maximum.accumulate(np.maximum(best[i, 1:], best[i, :-1] + worth[i]))
    pairs = []
    i, j = rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _moves(lefts: Sequence[str], rights: Sequence[str], steady: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return texts that stand for each other at other places, the most alike first."""
    import numpy as np

    taken = {i for i, _ in steady}, {j for _, j in steady}
    free = [i for i in range(len(lefts)) if i not in taken[0]], [j for j in range(len(rights)) if j not in taken[1]]
    if not free[0] or not free[1] or len(free[0]) * len(free[1]) > _MOST:
        return []
    alike = likeness([lefts[i] for i in free[0]], [rights[j] for j in free[1]])
    found: list[tuple[int, int]] = []
    for i, j in sorted(np.argwhere(alike >= _MOVED).tolist(), key=lambda at: (-alike[at[0], at[1]], at)):
        if all(free[0][i] != one and free[1][j] != other for one, other in found):
            found.append((free[0][i], free[1][j]))
    return found
