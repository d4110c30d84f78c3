"""A stretch of a quotation without its brackets, so that it can be held against the source word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.study.verify.quotation import Kind, Token

_BRACKETS: Final = re.compile(r"[\[\]]")
_NONE: Final[frozenset[int]] = frozenset()
_WHOLE: Final = re.compile(r"\[[^\[\]]*\]")


@dataclass(slots=True)
class Clean:
    """The stretch's own words. `inserted` are the words in brackets, by the offset where they stood.

    `changed` are the words changed by a bracket, with what the source has in their place.
    """

    text: str = ""
    inserted: dict[int, str] = field(default_factory=dict)
    changed: list[tuple[str, str]] = field(default_factory=list)


def cleaned(text: str, tokens: Sequence[Token], sources: Mapping[Token, str], kept: frozenset[int] = _NONE) -> Clean:
    """Return tokens of the quotation `text` that have no ellipsis between them, without brackets.

    `sources` has the source's word for each changed word that a bracket may make of it; `kept` are the offsets of the
    brackets that are the source's own.
    """
    clean = Clean()
    end = None
    for token in tokens:
        if token.kind is Kind.INSERTED:
            continue
        if end is not None:
            _add_gap(clean, text, end, token.start, kept)
        elif token is not tokens[0]:
            _add_gap(clean, text, tokens[0].start - 1, token.start, kept)
            clean.text = ""
            clean.inserted = {0: " ".join(clean.inserted.values())} if clean.inserted else {}
        _add_word(clean, token, text, sources)
        end = token.end
    if tokens[-1].kind is Kind.INSERTED:
        said = text[max(0, tokens[0].start - 1) if end is None else end : tokens[-1].end + 1]
        clean.inserted.update({len(clean.text): found[0] for found in _WHOLE.finditer(said)})
    return clean


def _add_word(clean: Clean, token: Token, text: str, sources: Mapping[Token, str]) -> None:
    written = text[token.start : token.end]
    if token.kind is Kind.CHANGED:
        own = _BRACKETS.sub("", written)
        source = sources.get(token)
        if source is not None and source != own:
            clean.changed.append((_with_brackets(text, token), source))
        clean.text += source if source is not None else own
    else:
        clean.text += written


def _with_brackets(text: str, token: Token) -> str:
    """A changed word as it stands in the quotation: its opening bracket may stand before it, its closing one after."""
    start = token.start - (text[: token.start].endswith("[") and "]" in text[token.start : token.end])
    end = token.end + (text[token.end : token.end + 1] == "]")
    return text[start:end]


def _add_gap(clean: Clean, text: str, start: int, end: int, kept: frozenset[int]) -> None:
    """Add what stands between two words, without an editor's insertions and brackets."""
    stays = [True] * (end - start)
    for found in _WHOLE.finditer(text, start, end):
        if found.start() not in kept:
            clean.inserted[len(clean.text)] = found[0]
            stays[found.start() - start : found.end() - start] = [False] * len(found[0])
    gap = text[start:end]
    bare = "".join(
        char
        for place, char in enumerate(gap, start)
        if stays[place - start] and (place in kept or not _BRACKETS.match(char))
    )
    # What stood on both sides of an insertion left two spaces.
    clean.text += (re.sub(r"\s\s+", " ", bare) if "[" in gap else bare) or " "
