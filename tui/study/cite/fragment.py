"""The publisher's address with a text fragment: a browser that follows it shows the words.

After the WICG draft "URL Fragment Text Directives": `#:~:text=[prefix-,]textStart[,textEnd][,-suffix]`, in which a
hyphen, a comma and an ampersand are percent-encoded. Text is matched in whole words, whatever their case, and must
stand in one block, so a passage over several lines, or with anything of the editors' in it, is given by its ends.
A browser takes the first place that fits, so a prefix is always enough to tell it from others, and no suffix is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tui.model.records import Rendering, Source
from tui.model.vocabulary import Inserter
from tui.study.cite.cleaning import clean_url
from tui.text.words import words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_MARK: Final = ":~:"
_WHOLE: Final = 120
"""A passage of so many code points is given whole."""

_ENDS: Final = 5
"""Words that an end has at first; where they stand elsewhere before, it gets more."""

_MOST_BEFORE: Final = 20
_ELLIPSIS: Final = re.compile(r"\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…")


def linked(url: str, rendering: Rendering, held: str | None = None) -> str:
    """Return `url` with a fragment for the words of a rendering; `held` is its source's text, where that is held.

    Where the words do not stand first in it, more of them are given, or what stands before. Without a word to look
    for, `url` is returned.
    """
    blocks, before = _blocks(rendering, held)
    if not blocks:
        return clean_url(url)
    directive = _directive(blocks, before, held)
    base = clean_url(url)
    sign = "&" if _MARK in base else _MARK if "#" in base else f"#{_MARK}"
    return f"{base}{sign}text={directive}"


def held_text(catalogue: Catalogue, source: Source) -> str | None:
    """Return the text of a source's file, where it is held and is the one recorded."""
    collection = catalogue.collection(source.collection)
    if collection is None or not source.held or source.file is None:
        return None
    from tui.collection.sources import SourceFiles

    _, text = SourceFiles(Path(collection.folder)).look(source.file)
    return text.text if text else None


def _blocks(rendering: Rendering, held: str | None) -> tuple[list[list[str]], int | None]:
    """Return the words of each piece that stands in the source as it stands here, and where the first begins there.

    A word is given with the signs up to the next one: joined, the words of a piece are the piece.
    """
    proof = rendering.proof
    if held is not None and proof.holds and proof.start is not None and proof.end is not None:
        text = held[proof.start : proof.end]
        found = words(text)
        first = proof.start + found[0].start if found else None
        pieces: list[str] = re.split(r"\s*[\n\r\u2028\u2029\x85\f]+\s*", text)
    else:
        pieces, first = list(_unedited(rendering)), None
    return [block for piece in pieces if (block := _cut(piece))], first


def _unedited(rendering: Rendering) -> Iterator[str]:
    """Yield the pieces of a text between what the editors of the collection put into it."""
    position = 0
    for mark in sorted(rendering.insertions, key=lambda mark: mark.start):
        if mark.by is Inserter.EDITORS:
            yield from re.split(rf"{_ELLIPSIS.pattern}|[\n\r]+", rendering.text[position : mark.start])
            position = mark.end
    yield from re.split(rf"{_ELLIPSIS.pattern}|[\n\r]+", rendering.text[position:])


def _cut(piece: str) -> list[str]:
    found = words(piece)
    ends = [*(word.start for word in found[1:]), found[-1].end] if found else []
    return [piece[word.start : end] for word, end in zip(found, ends, strict=True)]


def _directive(blocks: list[list[str]], place: int | None, held: str | None) -> str:
    first, last = blocks[0], blocks[-1]
    if len(blocks) == 1 and (len("".join(first)) <= _WHOLE or len(first) <= 2 * _ENDS):
        ends = [_joined(first)]
        if held is None or place is None or _first_place(ends, held) == place:
            return _encoded(ends[0])
    most = len(first) - _ENDS if len(blocks) == 1 else len(first)
    for count in range(_ENDS, most + 1):
        ends = [_joined(first[:count]), _joined(last[-_ENDS:])]
        if held is None or place is None or _first_place(ends, held) == place:
            return ",".join(map(_encoded, ends))
    if len(blocks) == 1 and len("".join(first)) <= _WHOLE:
        ends = [_joined(first)]
    else:
        ends = [_joined(first[: max(1, min(_ENDS, most))]), _joined(last[-_ENDS:])]
    prefix = _before(ends, held or "", place or 0)
    return ",".join([*([f"{_encoded(prefix)}-"] if prefix else []), *map(_encoded, ends)])


def _joined(block: list[str]) -> str:
    """Return words as text: spaces as browsers have them, and no sign after the last word."""
    text = " ".join("".join(block).split())
    found = words(text)
    return text[: found[-1].end] if found else text


def _before(ends: list[str], held: str, place: int) -> str:
    """Return as many of the words before a place as tell it from the others where its first words stand.

    A browser takes a prefix for one only where nothing but spaces follows it: it goes up to the place, signs and all.
    """
    lines = held[:place].rstrip().rpartition("\n")
    prefix = ""
    for word in reversed(words(lines[2])[-_MOST_BEFORE:]):
        prefix = " ".join(lines[2][word.start :].split())
        if _first_place(ends, held, prefix) == place:
            break
    return prefix


def _first_place(ends: list[str], held: str, prefix: str = "") -> int | None:
    """Return where a browser that looks through `held` would find what begins with the first of `ends`."""
    before = rf"{_pattern(prefix)}\s*" if prefix else ""
    after = rf".*?{_pattern(ends[1])}" if len(ends) > 1 else ""
    found = re.search(rf"{before}(?P<here>{_pattern(ends[0])}){after}", held, re.IGNORECASE | re.DOTALL)
    return found.start("here") if found else None


def _pattern(text: str) -> str:
    # At a sign there is no word to be cut.
    start, end = (r"(?<!\w)" if text[:1].isalnum() else ""), (r"(?!\w)" if text[-1:].isalnum() else "")
    return start + r"\s+".join(map(re.escape, text.split())) + end


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")
