"""Whether what was left out are items of a list that the quotation cuts short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from tui.study.difference.pieces import Kind as Matter
from tui.study.difference.pieces import Piece
from tui.study.verify.examined import Examined
from tui.text.words import Word, words

_COMMA: Final = re.compile(r"[,;،؛、，；]")
_AND: Final = frozenset("and or as et ou y o e und oder en of i и или а και ve veya و أو 和 及 与 或 以及".split())
_LONGEST_ITEM: Final = 12
_SENTENCE: Final = re.compile(r"[.!?。！？](?=\s|\Z)|\n")
_ASIDES: Final = frozenset("however therefore moreover furthermore indeed nevertheless accordingly thus also".split())


def left_out(examined: Examined) -> tuple[str, ...]:
    """Return the items of a list that a quotation leaves out, if that is all in which it differs; else nothing.

    The last of the items that are kept may get an `and`, as in “a, b and c” for “a, b, c and d”.
    """
    if examined.cut or examined.wrong_end:
        return ()
    items: list[str] = []
    for compared in examined.compared:
        differing = [piece for piece in compared.differing if piece.kind is not Matter.STYLE]
        if not differing:
            continue
        source = _words_of(compared.left, (piece.left for piece in differing))
        quoted = _words_of(compared.right, (piece.right for piece in differing))
        missing = _without(source, [word.folded for word in quoted])
        listed = (_listed(compared.left, piece) for piece in differing if piece.left[0] < piece.left[1])
        if not missing or not all(listed):
            return ()
        items += _runs(compared.left, missing)
    return tuple(items)


def _words_of(text: str, spans: Iterable[tuple[int, int]]) -> list[Word]:
    """The words of some stretches but for each `and`, with their offsets in the text."""
    found = [
        Word(start + word.start, start + word.end, word.folded)
        for start, end in spans
        for word in words(text[start:end])
        if word.folded not in _AND
    ]
    return sorted(found)


def _without(source: list[Word], quoted: list[str]) -> list[Word]:
    """The words of the source that are not quoted elsewhere; none if any is quoted that the source has not."""
    left = Counter(quoted)
    missing = []
    for word in reversed(source):
        if left[word.folded]:
            left[word.folded] -= 1
        else:
            missing.append(word)
    return [] if +left else missing[::-1]


def _runs(text: str, held: list[Word]) -> Iterator[str]:
    """Yield words as they stand, those together that have no other word between them."""
    for _, run in groupby(enumerate(held), lambda one: _number(text, one[1]) - one[0]):
        together = [word for _, word in run]
        yield text[together[0].start : together[-1].end]


def _number(text: str, word: Word) -> int:
    return len(words(text[: word.start]))


def goes_on(text: str, end: int) -> str | None:
    """Return what of a list follows at once on words that end at `end` of a text, or None where none does."""
    rest = text[end:]
    stop = _SENTENCE.search(rest)
    rest = rest[: stop.start()] if stop else rest
    if not _COMMA.match(rest):
        return None
    parts = [part.strip() for part in _COMMA.split(rest) if part.strip()]
    first, last = ([word.folded for word in words(part)] for part in (parts[0], parts[-1])) if parts else ([], [])
    if not first or first[0] in _AND or not _AND.intersection(last):
        return None
    return None if any(len(words(part)) > _LONGEST_ITEM for part in parts) else ", ".join(parts)


def _listed(text: str, piece: Piece) -> bool:
    """Whether what was dropped are items of a list: commas and a final `and` around it, in its sentence."""
    start, end = piece.left
    dropped = [word.folded for word in words(text[start:end])]
    if not dropped or set(dropped) <= _ASIDES:
        return False
    before = list(_SENTENCE.finditer(text, 0, start))
    after = _SENTENCE.search(text, end)
    low, high = before[-1].end() if before else 0, after.start() if after else len(text)
    joints = len(_COMMA.findall(text, low, high))
    around = [word.folded for word in words(text[low:high])]
    if not joints and sum(word in _AND for word in around) < 2:
        return False
    return any(word in _AND for word in around) and _at_joint(text, start, end)


def _at_joint(text: str, start: int, end: int) -> bool:
    """Whether a comma or an `and` stands on both sides of a stretch, or at its edges."""
    return _edge(text[:start], text[start:end], last=True) and _edge(text[end:], text[start:end], last=False)


def _edge(outside: str, inside: str, *, last: bool) -> bool:
    near = outside[-3:] if last else outside[:3]
    own = inside[:3] if last else inside[-3:]
    held, within = words(outside), words(inside)
    neighbour = held[-1 if last else 0].folded if held else ""
    first = within[0 if last else -1].folded if within else ""
    return bool(_COMMA.search(near) or _COMMA.search(own)) or neighbour in _AND or first in _AND
