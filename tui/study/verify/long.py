"""Where a quotation of very many words lies in a text: too long to weigh every word against every other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Indel

from tui.study.verify.quotation import Kind, Token

_SURE: Final = 3
"""Fewer words side by side at the edge of what agrees may be there by chance."""


def align_long(tokens: Sequence[Token], source: Sequence[str]) -> tuple[int, ...]:
    """Return the place of each token in a text of these folded words, or -1: the most words that agree, in order."""
    numbers: dict[str, int] = {}
    own = [number for number, token in enumerate(tokens) if token.kind in (Kind.PLAIN, Kind.CHANGED)]
    asked = [numbers.setdefault(tokens[number].folded, len(numbers)) for number in own]
    there = [numbers.setdefault(word, len(numbers)) for word in source]
    blocks = [
        (operation.src_start, operation.dest_start, operation.src_end - operation.src_start)
        for operation in Indel.opcodes(asked, there)
        if operation.tag == "equal"
    ]
    while blocks and blocks[0][2] < _SURE:
        blocks.pop(0)
    while blocks and blocks[-1][2] < _SURE:
        blocks.pop()
    at = [-1] * len(tokens)
    for first, place, length in blocks:
        for step in range(length):
            at[own[first + step]] = place + step
    return tuple(at)
