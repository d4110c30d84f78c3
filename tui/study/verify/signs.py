"""The brackets and ellipses of a quotation: which of them the source has itself, and what the others say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tui.study.verify.examined import Compared
from tui.study.verify.extract import Extract
from tui.study.verify.quotation import ELLIPSIS, Kind, Quotation, Token
from tui.text.words import words

_BRACKET: Final = re.compile(r"\[[^\[\]]*\]")
_BESIDE: Final = 8
"""So near the words of a stretch its source's own ellipsis or bracket is looked for."""
_AT_START: Final = "ellipsis at the beginning"
_AT_END: Final = "ellipsis at the end"
_OVER_NOTHING: Final = "an ellipsis that leaves out nothing"


def with_own_brackets(quotation: Quotation, extract: Extract) -> tuple[Quotation, frozenset[int]]:
    """Return a quotation in which what stands in brackets in the source too is the source's, not an editor's.

    With it come the offsets of these brackets. Those around a part of a word are left as they are.
    """
    if "[" not in quotation.text or "[" not in extract.text:
        return quotation, frozenset()
    there = {_plain(found[0]) for found in _BRACKET.finditer(extract.text)}
    changed = [token for token in quotation.tokens if token.kind is Kind.CHANGED]
    own = [
        found.span()
        for found in _BRACKET.finditer(quotation.text)
        if _plain(found[0]) in there
        and not any(token.start < found.end() and found.start() < token.end for token in changed)
    ]
    if not own:
        return quotation, frozenset()
    inside = {place for start, end in own for place in range(start, end)}
    tokens = tuple(
        token._replace(kind=Kind.PLAIN) if token.kind is Kind.INSERTED and token.start in inside else token
        for token in quotation.tokens
    )
    return Quotation(quotation.text, tokens), frozenset(sign for start, end in own for sign in (start, end - 1))


def with_words_that_stand(
    quotation: Quotation, placed: dict[Token, int], extract: Extract
) -> tuple[Quotation, dict[Token, int]]:
    """Return a quotation in which bracketed words that lie on the same words of an extract are the source's.

    `placed` has the word of the extract that each token lies on, or -1.
    """
    if "[" not in quotation.text:
        return quotation, placed
    standing: set[Token] = set()
    for found in _BRACKET.finditer(quotation.text):
        low = bisect_left(quotation.tokens, found.start(), key=lambda token: token.start)
        high = bisect_left(quotation.tokens, found.end(), key=lambda token: token.start)
        held = quotation.tokens[low:high]
        if all(_stands(token, placed[token], extract) for token in held):
            standing.update(held)
    if not standing:
        return quotation, placed
    turned = {token: token._replace(kind=Kind.PLAIN) if token in standing else token for token in quotation.tokens}
    return (
        Quotation(quotation.text, tuple(turned.values())),
        {turned[token]: place for token, place in placed.items()},
    )


def _stands(token: Token, place: int, extract: Extract) -> bool:
    return token.kind is Kind.INSERTED and place >= 0 and extract.folded[place] == token.folded


def unnamed(
    quotation: Quotation, extract: Extract, compared: Sequence[Compared], edits: Sequence[str]
) -> Iterator[str]:
    """Yield what else an editor did with brackets and ellipses: those that neither `edits` name nor the source has."""
    yield from _ellipses(quotation, extract, compared)
    yield from _brackets(quotation, extract, compared, edits)


def _ellipses(quotation: Quotation, extract: Extract, compared: Sequence[Compared]) -> Iterator[str]:
    first, last = quotation.words[0].start, quotation.words[-1].end
    low, high = compared[0].start, compared[-1].end
    if ELLIPSIS.search(quotation.text[:first]) and not ELLIPSIS.search(extract.text[max(0, low - _BESIDE) : low]):
        yield _AT_START
    for before, after in pairwise(compared):
        between = extract.text[before.end : after.start]
        inside = before.start < before.end and after.start < after.end
        if inside and not words(between) and not ELLIPSIS.search(between):
            yield _OVER_NOTHING
    if all(token.kind is not Kind.GAP for token in quotation.tokens):
        # Read as they stand, those in brackets of the quotation were set aside with the brackets.
        said = len(ELLIPSIS.findall(quotation.text[first:last]))
        if said > len(ELLIPSIS.findall(extract.text[low:high])):
            yield _OVER_NOTHING
    if ELLIPSIS.search(quotation.text[last:]) and not ELLIPSIS.search(extract.text[high : high + _BESIDE]):
        yield _AT_END


def _brackets(
    quotation: Quotation, extract: Extract, compared: Sequence[Compared], edits: Sequence[str]
) -> Iterator[str]:
    text = quotation.text
    if "[" not in text and "]" not in text:
        return
    near = extract.text[max(0, compared[0].start - _BESIDE) : compared[-1].end + _BESIDE]
    there = Counter(_plain(found[0]) for found in _BRACKET.finditer(near))
    differing = " ".join(one.right[slice(*piece.right)] for one in compared for piece in one.differing)
    named = " ".join(edits)
    alone = list(text)
    for found in _BRACKET.finditer(text):
        alone[found.start()] = alone[found.end() - 1] = " "
        there[_plain(found[0])] -= 1
        inner = found[0][1:-1].strip()
        if there[_plain(found[0])] >= 0 or found[0] in named or ELLIPSIS.fullmatch(found[0]):
            continue
        if not words(inner):
            yield f"“{found[0]}” put in"
        elif inner not in differing:
            word = _whole_word(text, *found.span())
            yield f"brackets around “{inner}”" if word == found[0] else f"brackets in “{word}”"
    for sign in "[]":
        if sign in alone and text.count(sign) > near.count(sign):
            yield f"a “{sign}” alone"


def _whole_word(text: str, start: int, end: int) -> str:
    """A bracket with what is left of the word that it is a part of."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _plain(bracket: str) -> str:
    return " ".join(bracket.split())
