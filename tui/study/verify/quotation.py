"""A quotation as it was pasted: its words, and the signs by which an editor tells what is not the source's.

An ellipsis stands for words left out. Square brackets hold what the editor put in: whole words (`[is]`), or a part of
one, whose case or ending was changed (`[g]lobal`, `meet[ing]`). What no editor may put in, as `[not]`, is read as the
source's wherever it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final, NamedTuple

from tui.study.verify.telling import has_telling, turned
from tui.text.words import words

ELLIPSIS: Final = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)|\.{3,}|\.(?: \.){2,}|…|⋯")
_ESCAPES: Final = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-Z\\-_]")
_SIGNS: Final = re.compile(rf"(?P<gap>{ELLIPSIS.pattern})|(?P<bracket>\[[^\[\]]*\])")
_JOINER: Final = "\u2060"
"""Stands in the place of a bracket inside a word: it keeps offsets, and the word whole."""
_HYPHENS: Final = "-\u2010\u2011"
_LEAST_KEPT: Final = 3
"""So many letters of a word stand outside its bracket, or it is another word."""


class Kind(Enum):
    """What a token of a quotation is."""

    PLAIN = auto()
    CHANGED = auto()
    INSERTED = auto()
    GAP = auto()


class Token(NamedTuple):
    """A word of a quotation or an ellipsis: `[start, end)` in code points, the word folded, and what it is.

    A changed word has what stands before and after its bracket, folded, in `kept`.
    """

    start: int
    end: int
    folded: str
    kind: Kind = Kind.PLAIN
    kept: tuple[str, str] = ("", "")

    def allows(self, source: str) -> bool:
        """Whether a changed word may stand for a folded word of the source."""
        if self.folded == source:
            return True
        before, after = self.kept
        # Before a word a bracket may make a capital, not an un-, a dis- or a re-.
        if not before or turned(source, self.folded):
            return False
        if len(before) + len(after) < _LEAST_KEPT or len(before) + len(after) > len(source):
            return False
        return source.startswith(before) and source.endswith(after)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation and its tokens, in order."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[Token, ...]:
        """The words that claim to be the source's, whole or but for a bracket."""
        return tuple(token for token in self.tokens if token.kind in (Kind.PLAIN, Kind.CHANGED))

    @property
    def signs(self) -> int:
        """How many ellipses and words in brackets are in it."""
        return sum(token.kind is not Kind.PLAIN for token in self.tokens)

    @property
    def plain(self) -> str:
        """Its own words, with a space between any two."""
        return " ".join(word.folded for word in self.words)

    def pieces(self) -> Iterator[tuple[Token, ...]]:
        """Yield its tokens between ellipses, where there are any."""
        for gap, tokens in groupby(self.tokens, lambda token: token.kind is Kind.GAP):
            if not gap:
                yield tuple(tokens)


def without_escapes(text: str) -> str:
    """Return a text without the sequences that tell a terminal of colours and the like: they are no part of it."""
    return _ESCAPES.sub("", text)


def as_written(text: str) -> Quotation:
    """Return a quotation of which every word, in brackets or not, claims to be the source's."""
    return Quotation(text, tuple(Token(*word) for word in words(text)))


def as_edited(text: str) -> Quotation:
    """Return a quotation whose ellipses and square brackets are read as an editor's."""
    chars = list(text)
    gaps: list[tuple[int, int]] = []
    brackets: list[tuple[int, int]] = []
    for sign in _SIGNS.finditer(text):
        start, end = sign.span()
        if sign["gap"]:
            gaps.append((start, end))
            chars[start:end] = " " * (end - start)
        else:
            brackets.append((start, end))
            glued = _glued(text, start, end)
            chars[start] = chars[end - 1] = _JOINER if glued else " "
    return Quotation(text, tuple(_tokens(text, "".join(chars), gaps, brackets)))


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a bracket is a part of the word beside it: no space inside it, a letter outside."""
    if any(char.isspace() for char in text[start:end]) or end - start == len("[]"):
        return False
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def _claims(text: str, start: int, end: int) -> bool:
    """Whether words in a bracket count as the source's: no editor may put them in, or tie them to a word of it."""
    tied = text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum()
    tied = tied or (start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum())
    return tied or has_telling(text[start:end])


def _tokens(text: str, cleaned: str, gaps: list[tuple[int, int]], brackets: list[tuple[int, int]]) -> Iterator[Token]:
    waiting = iter([*gaps, (len(text) + 1, 0)])
    gap = next(waiting)
    ends = [end for _, end in brackets]
    for word in words(cleaned):
        while gap[0] < word.start:
            yield Token(*gap, "", Kind.GAP)
            gap = next(waiting)
        near = bisect_right(ends, word.start)
        yield _token(text, Token(*word), brackets[near]) if near < len(brackets) else Token(*word)
    while gap[0] < len(text):
        yield Token(*gap, "", Kind.GAP)
        gap = next(waiting)


def _token(text: str, token: Token, bracket: tuple[int, int]) -> Token:
    """A word as what the first bracket that ends after its begin makes of it."""
    start, end = bracket
    if start <= token.start and token.end <= end:
        return token if _claims(text, start, end) else token._replace(kind=Kind.INSERTED)
    if start < token.end:
        before = "".join(word.folded for word in words(text[token.start : start]))
        after = "".join(word.folded for word in words(text[end : token.end]))
        return token._replace(kind=Kind.CHANGED, kept=(before, after))
    return token
