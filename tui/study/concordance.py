"""The concordance of a search: its hits one a line, the matched words in the middle (key word in context).

Concordancers (AntConc, Sketch Engine) give a line to each occurrence of what was asked for, and so does this one. An
occurrence is a hit's passage, from the first to the last of the words that answer the query together; and besides it
each lit stretch of the same clause that has as many words as were lit in the passage, which is the phrase (or, for
one word, the word) once more. So single words of a phrase that lie strewn about the clause have no line, unless its
passage is a single word too: then no two of them stand near each other, and each has its own.

Sorting follows the same habit: by the first word to the left or right, or the second, or the third, then by those
further out; then as found. Words are compared folded, by code point, so the order is the same everywhere.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.model.records import Clause
from tui.search.results import Hit, Results, Span
from tui.text.cells import cells
from tui.text.visible import one_line
from tui.text.words import inside_word, words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_NEIGHBOURS: Final = 3
_REACH: Final = 80
"""Code points in which three words are looked for at first."""

_DENSE: Final = 4
"""Code points for a cell, at the most: a letter and the marks on it."""

_LONG_WORD: Final = 24
"""A context is not shortened by more than this many code points to begin or end at a space."""

_PIECE: Final = 12
"""With fewer cells than this, a context is empty rather than a piece of a word."""

Measure = Callable[[str], int]


class Order(StrEnum):
    """How the lines of a concordance are sorted."""

    FOUND = "found"
    LEFT = "left"
    LEFT_2 = "left2"
    LEFT_3 = "left3"
    RIGHT = "right"
    RIGHT_2 = "right2"
    RIGHT_3 = "right3"
    NODE = "node"
    DATE = "date"

    @property
    def label(self) -> str:
        """The order for a reader."""
        return _LABELS[self]


_LABELS: Final = {
    Order.FOUND: "as found",
    Order.LEFT: "by 1st word to the left",
    Order.LEFT_2: "by 2nd word to the left",
    Order.LEFT_3: "by 3rd word to the left",
    Order.RIGHT: "by 1st word to the right",
    Order.RIGHT_2: "by 2nd word to the right",
    Order.RIGHT_3: "by 3rd word to the right",
    Order.NODE: "by matched words",
    Order.DATE: "by date",
}
_LEFT: Final = (Order.LEFT, Order.LEFT_2, Order.LEFT_3)
_RIGHT: Final = (Order.RIGHT, Order.RIGHT_2, Order.RIGHT_3)
_OTHERS: Final = (Order.FOUND, Order.NODE, Order.DATE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the node, `[start, end)` in code points of `clause.reading.text`, is what was found.

    `hit` is the hit's position in the results, from 0; `lit` are the words of the node that matched, sorted.
    """

    hit: int
    clause: Clause
    start: int
    end: int
    lit: tuple[Span, ...]


class Context(NamedTuple):
    """A line as it is shown: `text` is the piece `[begin, begin + len(text))` of the clause's text, on one line.

    `left` and `right` are where the node begins and ends in `text`; `more_left` and `more_right` say whether the
    clause goes on.
    """

    text: str
    begin: int
    left: int
    right: int
    more_left: bool
    more_right: bool


def concordance(results: Results) -> list[Line]:
    """Return the lines of a search's hits, as found; those of one clause in the order of its text.

    A hit of which nothing is lit has none.
    """
    return [line for number, hit in enumerate(results.hits) for line in _lines(number, hit)]


def sort_lines(lines: Iterable[Line], order: Order, catalogue: Catalogue) -> list[Line]:
    """Return `lines` in an order; those that are equal in it stand as found.

    A missing word sorts before every word; an undated statement stands with its summit, else last.
    """
    return sorted(lines, key=lambda line: _key(line, order, catalogue))


def next_order(order: Order, towards: Order) -> Order:
    """Return the order that comes after `order`: of the orders by words on the side of `towards`, or of the others.

    The first time it is that of the nearest word; further words follow, and in the end the first comes again.
    """
    group = next(group for group in (_LEFT, _RIGHT, _OTHERS) if towards in group)
    if order not in group:
        return group[0]
    return group[(group.index(order) + 1) % len(group)]


def context(line: Line, left: int, right: int, measure: Measure = cells) -> Context:
    """Return the node with at most `left` cells of the text before it and `right` of that after it.

    The outer edges lie between words, where the room is for a word at all. `measure` counts the cells of a text.
    """
    text = line.clause.reading.text
    begin = _left_edge(text, line.start, left, measure)
    end = _right_edge(text, line.end, right, measure)
    return Context(
        text=one_line(text[begin:end]),
        begin=begin,
        left=line.start - begin,
        right=line.end - begin,
        more_left=bool(text[:begin].strip()),
        more_right=bool(text[end:].strip()),
    )


def words_before(text: str, start: int) -> list[str]:
    """Return the three folded words of `text` before `start`, the nearest first.

    A clause may be long: only as much of it is looked at as needed.
    """
    reach = _REACH
    while True:
        begin = max(0, start - reach)
        found = words(text[begin:start])
        # The first word may be cut where the piece begins.
        whole = found if begin == 0 else found[1:]
        if begin == 0 or len(whole) >= _NEIGHBOURS:
            return [word.folded for word in reversed(whole[-_NEIGHBOURS:])]
        reach *= 2


def words_after(text: str, end: int) -> list[str]:
    """Return the three folded words of `text` after `end`, the nearest first."""
    reach = _REACH
    while True:
        found = words(text[end : end + reach])
        whole = found if end + reach >= len(text) else found[:-1]
        if end + reach >= len(text) or len(whole) >= _NEIGHBOURS:
            return [word.folded for word in whole[:_NEIGHBOURS]]
        reach *= 2


def date_of(catalogue: Catalogue, clause: Clause) -> str:
    """Return a clause's date for a reader, that of its statement."""
    statement = catalogue.statement(clause.statement)
    return statement.date.label if statement and statement.date else "undated"


def place_of(catalogue: Catalogue, clause: Clause) -> str:
    """Return where a clause was agreed: the place of its summit, else the title of that or of the statement."""
    statement = catalogue.statement(clause.statement)
    summit = catalogue.summit(statement.summit) if statement else None
    if summit:
        return summit.where
    return statement.title if statement else clause.statement


def _lines(number: int, hit: Hit) -> Iterator[Line]:
    if not hit.spans:  # found by what is recorded of it: it has no words to align
        return
    clause = hit.clause
    start, end = hit.passage
    nodes = [hit.passage]
    outside = [*_within(hit.spans, 0, start), *_within(hit.spans, end, sys.maxsize)]
    if outside:
        text = clause.reading.text
        asked = sum(len(words(text[first:last])) for first, last in _within(hit.spans, start, end))
        nodes += [node for node in (_worded(text, span, asked) for span in outside) if node]
    for first, last in sorted(nodes):
        yield Line(number, clause, first, last, tuple(_within(hit.spans, first, last)))


def _within(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of `spans` in `[start, end)`: words that matched beside a passage are one span with those in it."""
    clipped = ((max(start, first), min(end, last)) for first, last in spans)
    return ((first, last) for first, last in clipped if first < last)


def _worded(text: str, span: Span, least: int) -> Span | None:
    """Return a span from its first word to its last; None where it has fewer than `least` words, or none."""
    found = words(text[span[0] : span[1]])
    return (span[0] + found[0].start, span[0] + found[-1].end) if len(found) >= max(1, least) else None


class _Key(NamedTuple):
    """What a line is sorted by; no two lines have the same place, so no two keys are equal."""

    words: Sequence[str]
    days: tuple[dt.date, dt.date]
    hit: int
    start: int
    end: int


_NO_DAYS: Final = (dt.date.max, dt.date.max)


def _key(line: Line, order: Order, catalogue: Catalogue) -> _Key:
    text = line.clause.reading.text
    found: Sequence[str] = ()
    days = _NO_DAYS
    if order in _LEFT:
        found = words_before(text, line.start)[_LEFT.index(order) :]
    elif order in _RIGHT:
        found = words_after(text, line.end)[_RIGHT.index(order) :]
    elif order is Order.NODE:
        found = [word.folded for word in words(text[line.start : line.end])]
    elif order is Order.DATE:
        days = _days(catalogue, line.clause)
    return _Key(found, days, line.hit, line.start, line.end)


def _days(catalogue: Catalogue, clause: Clause) -> tuple[dt.date, dt.date]:
    statement = catalogue.statement(clause.statement)
    summit = catalogue.summit(statement.summit) if statement else None
    date = (statement.date if statement else None) or (summit.date if summit else None)
    return (date.earliest, date.latest) if date else _NO_DAYS


def _left_edge(text: str, start: int, room: int, measure: Measure) -> int:
    begin = max(0, start - _DENSE * room)
    while begin < start and (excess := measure(one_line(text[begin:start])) - room) > 0:
        # No code point takes more than two cells.
        begin += max(1, excess // 2)
    if begin == 0:
        return 0
    # A space alone is no context.
    last = start - len(text[begin:start]) + len(text[begin:start].rstrip())
    begin = _whole_word(text, begin if room >= _PIECE else start, range(begin, last), backwards=False)
    while begin < start and (text[begin].isspace() or measure(text[begin]) == 0):
        begin += 1
    return begin


def _right_edge(text: str, end: int, room: int, measure: Measure) -> int:
    finish = min(len(text), end + _DENSE * room)
    while finish > end and (excess := measure(one_line(text[end:finish])) - room) > 0:
        finish -= max(1, excess // 2)
    if finish == len(text):
        return finish
    first = finish - len(text[end:finish].lstrip())
    finish = _whole_word(text, finish if room >= _PIECE else end, range(finish, first, -1), backwards=True)
    # A mark goes with its letter.
    while finish > end and (text[finish - 1].isspace() or measure(text[finish]) == 0):
        finish -= 1
    return finish


def _whole_word(text: str, otherwise: int, places: range, *, backwards: bool) -> int:
    """Return the first of `places` between two words, beside a space if one is near; where there is none, `otherwise`.

    So that neither half of `de-escalation` stands alone, though they are two words.
    """
    first = next((number for number, place in enumerate(places) if not inside_word(text, place)), None)
    if first is None:
        return otherwise
    place = places[first]
    if text[place - 1].isalnum() and text[place].isalnum():  # a script without spaces
        return place
    near = places[first : first + _LONG_WORD]
    return next((other for other in near if text[other if backwards else other - 1].isspace()), place)
