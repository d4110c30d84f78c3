"""Passages of a quotation that stand in one extract, but in another order than the quotation has them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui.model.records import AliasSet
from tui.study.difference.blocks import Block, Tag
from tui.study.difference.names import Text
from tui.study.difference.writer import written
from tui.study.verify.examine import examine
from tui.study.verify.examined import Compared, Examined
from tui.study.verify.extract import Extract
from tui.study.verify.quotation import Quotation
from tui.text.words import standing, words

_BETWEEN: Final = " … "


def reordered(
    quotation: Quotation, passages: Sequence[Quotation], extract: Extract, aliases: Sequence[AliasSet]
) -> Examined | None:
    """Return how the passages, all of which stand in the extract, lie in it; None where their order is the same.

    What is compared are the passages alone, in the extract's order and in the quotation's, with an ellipsis between
    each two.
    """
    if _in_order(passages, extract):
        return None
    parts = [found for passage in passages if (found := examine(passage, extract, aliases))]
    stretches = [part.compared[0] for part in parts]
    order = sorted(range(len(parts)), key=lambda number: stretches[number].start)
    counts = [len(words(one.left)) for one in stretches]
    overlap = any(stretches[a].end > stretches[b].start for a, b in pairwise(order))
    if len(parts) < len(passages) or overlap or counts != [len(words(one.right)) for one in stretches]:
        return None
    left = _text([stretches[number].left for number in order])
    right = _text([one.right for one in stretches])
    pieces = tuple(written(left, right, _blocks(order, counts)))
    first, last = stretches[order[0]], stretches[order[-1]]
    return Examined(
        quotation=quotation,
        extract=extract,
        compared=(Compared(first.start, last.end, left.written, right.written, pieces),),
        cut=next((part.cut for part in parts if part.cut), None),
        wrong_end=parts[-1].wrong_end,
        agreed=sum(part.agreed for part in parts),
        voices=frozenset(voice for part in parts for voice in part.voices),
    )


def _in_order(passages: Sequence[Quotation], extract: Extract) -> bool:
    """Whether the passages stand in the extract one after the other."""
    end = 0
    for passage in passages:
        asked = [word.folded for word in passage.words]
        place = next((first for first in standing(asked, extract.folded) if first >= end), None)
        if place is None:
            return False
        end = place + len(asked)
    return True


def _text(passages: Sequence[str]) -> Text:
    joined = _BETWEEN.join(passages)
    return Text(joined, words(joined))


def _blocks(order: Sequence[int], counts: Sequence[int]) -> list[Block]:
    """Lay the passages in both orders against each other: those that stay are the same, the others are moved."""
    kept = _staying(order, counts)
    blocks: list[Block] = []
    waiting, asked = list(reversed(order)), list(reversed(range(len(order))))
    numbers = {number: move for move, number in enumerate(number for number in order if number not in kept)}
    i = j = 0
    while waiting or asked:
        if waiting and waiting[-1] not in kept:
            number = waiting.pop()
            blocks.append(Block(i, i + counts[number], j, j, Tag.MOVED, numbers[number]))
            i += counts[number]
        elif asked and asked[-1] not in kept:
            number = asked.pop()
            blocks.append(Block(i, i, j, j + counts[number], Tag.MOVED, numbers[number]))
            j += counts[number]
        else:
            count = counts[waiting.pop()]
            asked.pop()
            blocks.append(Block(i, i + count, j, j + count, Tag.SAME))
            i, j = i + count, j + count
    return blocks


def _staying(order: Sequence[int], counts: Sequence[int]) -> frozenset[int]:
    """The passages that are taken to have stayed: those with the most words that are in one order in both."""
    best: dict[int, tuple[int, frozenset[int]]] = {}
    for number in order:
        before = max((best[one] for one in best if one < number), key=lambda one: one[0], default=(0, frozenset()))
        best[number] = (before[0] + counts[number], before[1] | {number})
    return max(best.values(), key=lambda one: one[0])[1]
