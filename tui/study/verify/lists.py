"""Whether what was left out are items of a list that the quotation cuts short."""

from __future__ import annotations

import re
from typing import Final

from tui.study.difference.pieces import Change, Piece
from tui.study.difference.pieces import Kind as Matter
from tui.study.verify.examine import Examined
from tui.text.words import words

_COMMA: Final = re.compile(r"[,;،؛、，；]")
_AND: Final = frozenset("and or as et ou y o e und oder en of i и или а και ve veya و أو 和 及 与 或 以及".split())
_LONGEST_ITEM: Final = 12
_SENTENCE: Final = re.compile(r"[.!?。！？](?=\s|\Z)|\n")
_ASIDES: Final = frozenset("however therefore moreover furthermore indeed nevertheless accordingly thus also".split())


def left_out(examined: Examined) -> tuple[str, ...]:
    """Return the items of a list that a quotation leaves out, if that is all in which it differs; else nothing."""
    if examined.cut or examined.wrong_end or not examined.differing:
        return ()
    items = []
    for compared, piece in examined.differing:
        if piece.kind is Matter.STYLE:
            continue
        if piece.change is Change.ADDED and _all_and(compared.right[slice(*piece.right)]):
            continue
        source = compared.left[slice(*piece.left)]
        if piece.change is not Change.DROPPED or not _listed(compared.left, piece):
            return ()
        if not _all_and(source):
            items.append(source.strip(" \t\n,;،؛、，；"))
    return tuple(items)


def goes_on(text: str, end: int) -> str | None:
    """Return what of a list follows at once on words that end at `end` of a text, or None where none does."""
    rest = text[end:]
    stop = _SENTENCE.search(rest)
    rest = rest[: stop.start()] if stop else rest
    if not _COMMA.match(rest) or len(_COMMA.findall(rest)) < 2:
        return None
    parts = [part.strip() for part in _COMMA.split(rest) if part.strip()]
    last = [word.folded for word in words(parts[-1])]
    if not last or last[0] not in _AND or any(len(words(part)) > _LONGEST_ITEM for part in parts[:-1]):
        return None
    return ", ".join(parts)


def _all_and(text: str) -> bool:
    held = words(text)
    return all(word.folded in _AND for word in held)


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
