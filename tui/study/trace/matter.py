"""What is traced, as far as words tell: whether a fragment of a document is about a thread, a topic or an instrument.

A clause often holds several matters, and what was quoted of it may be about another. So a fragment counts only where it
has words of the matter; else the editors' sentence stands for the clause. What is not sure is not taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tui.model.records import AliasSet, Clause, Instrument, Rendering, Thread
from tui.model.vocabulary import InstrumentKind, Speech
from tui.study.trace.alike import ALIKE, LONG, agreement
from tui.study.trace.occurrence import Wording
from tui.text.words import words

_ENOUGH: Final = 2
"""So many words of a title have to stand in a fragment, where the editors declare no words of their thread."""
_ENDING: Final = 3
"""Two words that begin alike are one, where the longer has at most so many letters more: election, elections."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What something is about. Folded words: one of `rows` has to stand as it is, or `enough` of `names`, in any order.

    A clause of which `topic` is the only topic is all about it. With one of `names` in it, a fragment is about it where
    it is like one of `whole`, the words of clauses that are about it as a whole.
    """

    rows: tuple[Row, ...] = ()
    names: Row = ()
    enough: int = 0
    topic: str | None = None
    whole: tuple[Wording, ...] = ()

    def stands_in(self, text: str) -> bool:
        """Return whether a text has words of it."""
        there = folded(text)
        if any(_has(there, row) for row in self.rows):
            return True
        known = sum(any(_one(name, word) for word in there) for name in self.names)
        if self.enough and known >= self.enough:
            return True
        return bool(known) and any(agreement(_fragment(one, text), one) > ALIKE for one in self.whole)

    def is_all_of(self, clause: Clause) -> bool:
        """Return whether a clause is about nothing else."""
        return self.topic is not None and clause.topics == (self.topic,)


UNKNOWN: Final = Matter()
"""Nothing tells which words are meant: no fragment counts."""


def of_thread(thread: Thread, members: Sequence[Clause], aliases: Sequence[AliasSet]) -> Matter:
    """Return what a thread is about: the words its editors declare, else those of its title and of its members."""
    if thread.phrases:
        return Matter(_rows(thread.phrases, aliases))
    names = tuple(dict.fromkeys(word for word in folded(thread.title) if len(word) >= LONG))
    whole = [Wording(one, 0, len(one.text), False) for clause in members for one in _whole(clause)]
    return Matter(names=names, enough=min(_ENOUGH, len(names)), whole=tuple(whole))


def of_topic(topic: str, aliases: Sequence[AliasSet]) -> Matter:
    """Return what a topic is about: all words of its name."""
    names = tuple(dict.fromkeys(folded(topic)))
    return Matter(_rows([topic], aliases), names, len(names), topic)


def of_instrument(instrument: Instrument, cited_as: Iterable[str], aliases: Sequence[AliasSet]) -> Matter:
    """Return what an instrument is called: its title and symbol, a resolution's number, the words that cite it."""
    names = [instrument.title, *([instrument.symbol] if instrument.symbol else []), *cited_as]
    if instrument.kind is InstrumentKind.RESOLUTION:
        names += [word for word in folded(instrument.title) if word.isdigit()]
    return Matter(_rows(names, aliases))


def about(clause: Clause, rendering: Rendering, matters: Sequence[Matter]) -> bool:
    """Return whether a wording of a clause may stand for one of the matters; any may, where there are none."""
    if not clause.in_fragments or rendering.editorial:
        return True
    if rendering.speech is Speech.MIXED:
        return any(holds(clause, rendering.text[span.start : span.end], matters) for span in rendering.quoted)
    return holds(clause, rendering.text, matters)


def counts(clause: Clause, wording: Wording, matters: Sequence[Matter]) -> bool:
    """Return whether a stretch of a clause may be compared: it is the whole clause, or is about one of the matters."""
    return not wording.fragment or holds(clause, wording.text, matters)


def holds(clause: Clause, text: str, matters: Sequence[Matter]) -> bool:
    """Return whether a fragment of a clause has words of one of the matters; any has, where there are none."""
    return not matters or any(matter.is_all_of(clause) or matter.stands_in(text) for matter in matters)


def _whole(clause: Clause) -> Iterator[Rendering]:
    """Yield the document's own words for a whole clause: there are none where the editors tell it."""
    if not clause.in_fragments:
        yield from (one for one in clause.renderings if one.speech is Speech.DIRECT)


def _fragment(like: Wording, text: str) -> Wording:
    return Wording(replace(like.rendering, text=text), 0, len(text), True)


def folded(text: str) -> Row:
    """Return the folded words of a text."""
    return tuple(word.folded for word in words(text))


def _rows(phrases: Iterable[str], aliases: Sequence[AliasSet]) -> tuple[Row, ...]:
    """Return phrases as words, each also with the other names of whom or what it names."""
    rows = dict.fromkeys(row for row in map(folded, phrases) if row)
    return tuple(dict.fromkeys([*rows, *(other for row in rows for other in _renamed(row, aliases))]))


def _renamed(row: Row, aliases: Sequence[AliasSet]) -> Iterator[Row]:
    for alias in aliases:
        names = [folded(name) for name in alias.names]
        for name in names:
            for place in range(len(row) - len(name) + 1):
                if name and row[place : place + len(name)] == name:
                    yield from (row[:place] + other + row[place + len(name) :] for other in names)


def _has(there: Row, row: Row) -> bool:
    return any(there[place : place + len(row)] == row for place in range(len(there) - len(row) + 1))


def _one(name: str, word: str) -> bool:
    short, long = sorted((name, word), key=len)
    return short == long or (len(short) >= LONG and long.startswith(short) and len(long) - len(short) <= _ENDING)
