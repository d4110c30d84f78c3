"""What a trace is made of. Whose words something is, and how it was found, are kept apart throughout."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tui.index.parts import Part
from tui.model.dates import EdtfDate
from tui.model.records import Clause, Rendering, Statement, Summit
from tui.model.vocabulary import Speech, ThreadState
from tui.study.difference.pieces import Change, Kind, Piece

Span = tuple[int, int]


class How(StrEnum):
    """How an occurrence was found; the surest first."""

    THREAD = "editors' thread"
    """The editors declared it."""
    CITES = "cites the instrument"
    TOPIC = "topic"
    QUERY = "answers the query"
    """It has what the query's fields and signs ask for."""
    ITSELF = "the clause itself"
    SAME = "same wording"
    """The words of the phrase stand there in a row."""
    LIKE = "like wording"
    """Found by likeness alone."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which an occurrence was found.

    `of` is the key of the thread or instrument, or the topic; `title` what it is called. `state`, `note` and
    `shown_by` (sources' keys) are what the editors of a thread say. `score` is that of the search, 0 to 100.
    """

    how: How
    of: str = ""
    title: str = ""
    state: ThreadState | None = None
    note: str | None = None
    shown_by: tuple[str, ...] = ()
    score: float | None = None


class Whose(StrEnum):
    """Whose words a wording is."""

    DOCUMENT = "the document's own words"
    REPORTER = "told by a source"
    EDITORS = "the editors' words"


def whose(rendering: Rendering) -> Whose:
    """Return whose words a wording is; of what is told with quoted spans, those spans are the document's."""
    if rendering.editorial:
        return Whose.EDITORS
    return Whose.REPORTER if rendering.speech is Speech.INDIRECT else Whose.DOCUMENT


class Verdict(StrEnum):
    """What became of the document's own words since the last occurrence that has some in the same language."""

    FIRST = "first with words of its own"
    SAME = "the same words"
    CHANGED = "changed"
    OTHER_PASSAGE = "not compared: no earlier words are alike enough to be a version of these"
    OTHER_LANGUAGE = "not compared: no earlier words in this language"
    NOT_OWN = "not compared: no words of the document's own are shown"


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch, `[start, end)` in code points, of a rendering's text, in the document's own words.

    A `fragment` is not the whole clause: what stands before and after it was not seen.
    """

    rendering: Rendering
    start: int
    end: int
    fragment: bool

    @property
    def text(self) -> str:
        """The words."""
        return self.rendering.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier occurrence: `left` are its words, `right` those of the later one.

    `pieces` cover both. `unseen` are the numbers of pieces at the edges of a fragment: no change, since nobody saw how
    it goes on there.
    """

    verdict: Verdict
    occurrence: int | None = None
    left: Wording | None = None
    right: Wording | None = None
    pieces: tuple[Piece, ...] = ()
    unseen: frozenset[int] = frozenset()

    @property
    def changes(self) -> tuple[Piece, ...]:
        """The pieces that differ, as far as both were seen."""
        return tuple(
            piece
            for number, piece in enumerate(self.pieces)
            if piece.change is not Change.SAME and number not in self.unseen
        )

    @property
    def in_part(self) -> bool:
        """Whether both have words of which nobody knows whether they stand against each other."""
        unseen = [self.pieces[number] for number in self.unseen if self.pieces[number].change is not Change.SAME]
        return any(one.left[0] < one.left[1] for one in unseen) and any(one.right[0] < one.right[1] for one in unseen)

    @property
    def substantive(self) -> bool:
        """Whether any change may touch the meaning."""
        return any(piece.kind is Kind.SUBSTANTIVE for piece in self.changes)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place in time: a clause, or a statement of which the clause is not known.

    `date` is the statement's, or else its summit's (`dated_by_summit`). `rendering` is the wording that is shown, of
    `clause`, which is in it; `spans` what matched in it and `passage` the stretch from the first to the last. `same`
    are the addresses of the same clause (or statement) in other collections, whose words were looked at too. A thread's
    member that is declared missing has no words.
    """

    statement: Statement
    summit: Summit | None
    date: EdtfDate | None
    dated_by_summit: bool
    parts: tuple[Part, ...]
    clause: Clause | None
    ways: tuple[Way, ...]
    spans: tuple[Span, ...] = ()
    passage: Span | None = None
    same: tuple[str, ...] = ()
    since: Since = Since(Verdict.NOT_OWN)

    @property
    def address(self) -> str:
        """The address of the clause, or of the statement where it is not known which."""
        return self.clause.key if self.clause else self.statement.key

    @property
    def rendering(self) -> Rendering | None:
        """The wording that is shown."""
        return self.clause.reading if self.clause and not self.missing else None

    @property
    def missing(self) -> bool:
        """Whether the editors say that the commitment is missing here, and nothing says that it is not."""
        return all(way.state is ThreadState.MISSING for way in self.ways)

    @property
    def when(self) -> str:
        """The date for a reader."""
        return self.date.label if self.date else "undated"

    @property
    def where(self) -> str:
        """Where it was, for a reader: as its summit tells, else the statement's title."""
        return self.summit.where if self.summit else self.statement.title

    @property
    def changed(self) -> bool:
        """Whether the editors say so, or the document's own words differ in substance, as far as both were seen."""
        if any(way.state is ThreadState.CHANGED for way in self.ways):
            return True
        return self.since.verdict is Verdict.CHANGED and self.since.substantive

    @property
    def only_alike(self) -> bool:
        """Whether nothing but likeness found it."""
        return all(way.how is How.LIKE for way in self.ways)


_LAST = dt.date.max, dt.date.max


def order_of(date: EdtfDate | None) -> tuple[dt.date, dt.date]:
    """Return what dates are ordered by: the first day they may be of, then the last; no date stands last."""
    return (date.earliest, date.latest) if date else _LAST


class Kinds(StrEnum):
    """What was traced."""

    PHRASE = "phrase"
    QUERY = "query"
    TOPIC = "topic"
    CLAUSE = "clause"
    INSTRUMENT = "instrument"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Trace:
    """The occurrences of something in order of time. `notices` are for the reader.

    Where it is `cut` there was more than was looked at: nothing can be said to be missing.
    """

    kind: Kinds
    what: str
    title: str
    occurrences: tuple[Occurrence, ...]
    notices: tuple[str, ...] = ()
    cut: bool = False

    @property
    def present(self) -> tuple[Occurrence, ...]:
        """The occurrences, without the places where the editors say that it is missing."""
        return tuple(one for one in self.occurrences if not one.missing)
