"""A query in plain lines, for `search --explain`."""

from __future__ import annotations

import datetime as dt
from typing import Final

from tui.search.language.date_range import DateRange
from tui.search.language.printing import print_query
from tui.search.language.tree import (
    Alternative,
    Atom,
    DateIn,
    Edge,
    ExactWord,
    FieldValues,
    Fuzzy,
    FuzzyPhrase,
    Group,
    Near,
    Phrase,
    Query,
    Regex,
    Sort,
)
from tui.text.counting import counted
from tui.text.visible import one_line

_ORDERS: Final = {
    Sort.SCORE: "sorted by score, the best first",
    Sort.OLDEST: "sorted by date, the oldest first",
    Sort.NEWEST: "sorted by date, the newest first",
}


def explain(query: Query) -> list[str]:
    """Return what a query asks for, its canonical text and its notices, in lines fit for a terminal."""
    lines = [*parsed(query)]
    if written := print_query(query):
        lines.append(f"written: {written}")
    lines += [f"note: {notice}" for notice in query.notices]
    return [one_line(line) for line in lines]


def parsed(query: Query) -> list[str]:
    """Return the lines that say what must hold and in what order it is shown."""
    lines = ["all of:"] if query.groups else ["nothing is asked for"]
    for group in query.groups:
        lines += [f"  {line}" for line in _group(group)]
    if query.sort is not None:
        lines.append(_ORDERS[query.sort])
    return lines


def _group(group: Group) -> list[str]:
    if group.alone:
        return [_alternative(group.alone)]
    return ["any of:", *(f"  {_alternative(one)}" for one in group.alternatives)]


def _alternative(one: Alternative) -> str:
    return f"not: {_atom(one.atom)}" if one.negated else _atom(one.atom)


def _atom(atom: Atom) -> str:
    match atom:
        case Fuzzy(text):
            return f"fuzzy words: {text}"
        case ExactWord(text):
            return f"exact word: {text}"
        case Phrase(text):
            return f"exact phrase: {text}"
        case Near(text, within):
            return f"near one another, {counted(within, 'other word')} between at most: {text}"
        case FuzzyPhrase(text):
            return f"fuzzy phrase: {text}"
        case Edge(text, at_start, at_end):
            where = "the whole clause" if at_start and at_end else "at the start" if at_start else "at the end"
            return f"{where}: {text}"
        case Regex(pattern):
            return f"pattern: {pattern}"
        case FieldValues(field, values):
            return f"{_VERBS.get(field, f'{field} is')} {_any_of(values)}"
        case DateIn(ranges):
            return f"date may fall {'; or '.join(_days(one) for one in ranges)}"


_VERBS: Final = {"is": "speech is", "has": "has", "no": "lacks"}


def _any_of(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else f"any of: {', '.join(values)}"


def _days(asked: DateRange) -> str:
    first, last = asked.earliest, asked.latest
    if first == last:
        return f"on {first}"
    if first == dt.date.min:
        return f"up to {last}" if last != dt.date.max else "on any day"
    return f"from {first}" if last == dt.date.max else f"from {first} to {last}"
