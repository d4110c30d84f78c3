"""The publisher's address with a text fragment: a browser that follows it shows the words.

After the WICG draft "URL Fragment Text Directives": `#:~:text=[prefix-,]textStart[,textEnd][,-suffix]`, in which a
hyphen, a comma and an ampersand are percent-encoded. Text is matched in whole words, whatever their case, and must
stand in one block, so a passage over several lines, or with anything of the editors' in it, is given by its ends.
A browser takes the first place that fits: where the words stand elsewhere before, more of them are given, or what
stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tui.model.records import Rendering, Source
from tui.model.vocabulary import Inserter
from tui.study.cite.cleaning import clean_url
from tui.text.words import words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_Place = tuple[int, int]
_MARK: Final = ":~:"
_WHOLE: Final = 120
"""A passage of so many code points is given whole."""

_ENDS: Final = 5
"""Words that an end has at first; where they stand elsewhere before, it gets more."""

_MOST: Final = 30
"""Words that it gets at most, and that are given of what stands before or after."""

_ELLIPSIS: Final = re.compile(r"\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…")


def linked(url: str, rendering: Rendering, held: str | None = None) -> str:
    """Return `url` with a fragment for the words of a rendering; `held` is its source's text, where that is held.

    Where the words do not stand first in it, more of them are given, or what stands before. Without a word to look
    for, `url` is returned.
    """
    blocks, place = _blocks(rendering, held)
    if not blocks:
        return clean_url(url)
    if held is None or place is None:
        directive = _encoded_ends(next(_ends(blocks)))
    else:
        directive = _sure_directive(blocks, place, held)
    base = clean_url(url)
    sign = "&" if _MARK in base else _MARK if "#" in base else f"#{_MARK}"
    return f"{base}{sign}text={directive}"


def held_text(catalogue: Catalogue, source: Source) -> str | None:
    """Return the text of a source's file, where it is held and is the one recorded."""
    if not source.held:
        return None
    from tui.study.source_texts import SourceTexts

    text = SourceTexts(catalogue).text(source.key)
    return text.text if text else None


def _blocks(rendering: Rendering, held: str | None) -> tuple[list[list[str]], _Place | None]:
    """Return the words of each piece that stands in the source as it stands here, and where all of them stand there.

    A word is given with the signs up to the next one: joined, the words of a piece are the piece.
    """
    proof = rendering.proof
    if held is not None and proof.holds and proof.start is not None and proof.end is not None:
        text = held[proof.start : proof.end]
        found = words(text)
        place = (proof.start + found[0].start, proof.start + found[-1].end) if found else None
        pieces: list[str] = re.split(r"\s*[\n\r\u2028\u2029\x85\f]+\s*", text)
    else:
        pieces, place = list(_unedited(rendering)), None
    return [block for piece in pieces if (block := _cut(piece))], place


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


def _ends(blocks: list[list[str]]) -> Iterator[list[str]]:
    """Yield ways to give the words: whole where they are few, else by their ends, these longer and longer."""
    first, last = blocks[0], blocks[-1]
    single = len(blocks) == 1
    if single and (len("".join(first)) <= _WHOLE or len(first) <= 2 * _ENDS):
        yield [_joined(first)]
    if single and len(first) <= 2 * _ENDS:
        return
    longest = len(first) - _ENDS if single else _MOST
    for count in range(_ENDS, min(longest, _MOST) + 1):
        yield [_joined(first[:count]), _joined(last[-_ENDS:])]
    for count in range(_ENDS + 1, min(longest, _MOST) + 1):
        yield [_joined(first[:_ENDS]), _joined(last[-count:])]
    if single:
        yield [_joined(first)]


def _sure_directive(blocks: list[list[str]], place: _Place, held: str) -> str:
    """Return the shortest directive that leads to a place, and to none before it; where there is none, the longest."""
    for ends in _ends(blocks):
        if _found(ends, held) == place:
            return _encoded_ends(ends)
    ends = next(_ends(blocks))
    prefix = suffix = ""
    for prefix in _before(held, place[0]):
        if _found(ends, held, prefix) == place:
            return _encoded_ends(ends, prefix)
    for suffix in _after(held, place[1]):
        if _found(ends, held, prefix, suffix) == place:
            break
    return _encoded_ends(ends, prefix, suffix)


def _joined(block: list[str]) -> str:
    """Return words as text: spaces as browsers have them, and no sign after the last word."""
    text = " ".join("".join(block).split())
    found = words(text)
    return text[: found[-1].end] if found else text


def _before(held: str, end: int) -> Iterator[str]:
    """Yield more and more of the line before a place, or of the one above it.

    A browser takes a prefix for one only where nothing but spaces follows it: it goes up to the place, signs and all.
    """
    line = held[:end].rstrip().rpartition("\n")[2]
    for word in reversed(words(line)[-_MOST:]):
        yield " ".join(line[word.start :].split())


def _after(held: str, start: int) -> Iterator[str]:
    """Yield more and more of the line after a place, or of the one below it, in the same way."""
    line = held[start : start + 100 * _MOST].lstrip().partition("\n")[0]
    for word in words(line)[:_MOST]:
        yield " ".join(line[: word.end].split())


def _found(ends: list[str], held: str, prefix: str = "", suffix: str = "") -> _Place | None:
    """Return what a browser that looks through `held` would show."""
    before = rf"{_pattern(prefix)}\s*" if prefix else ""
    between = rf".*?{_pattern(ends[1])}" if len(ends) > 1 else ""
    after = rf"(?=\s*{_pattern(suffix)})" if suffix else ""
    looked_for = rf"{before}(?P<here>{_pattern(ends[0])}{between}){after}"
    found = re.search(looked_for, held, re.IGNORECASE | re.DOTALL)
    return found.span("here") if found else None


def _pattern(text: str) -> str:
    # At a sign there is no word to be cut.
    start, end = (r"(?<!\w)" if text[:1].isalnum() else ""), (r"(?!\w)" if text[-1:].isalnum() else "")
    return start + r"\s+".join(map(re.escape, text.split())) + end


def _encoded_ends(ends: list[str], prefix: str = "", suffix: str = "") -> str:
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    parts += map(_encoded, ends)
    return ",".join([*parts, f"-{_encoded(suffix)}"] if suffix else parts)


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")
