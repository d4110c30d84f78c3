"""What became of a quotation: the verdict, and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui.model.records import Clause, Rendering
from tui.model.vocabulary import Term
from tui.study.verify.examined import Compared


class Verdict(Term):
    """What can be said of a quotation. The rules, each with an example, are the table in docs/verify.md."""

    VERBATIM = "verbatim"
    EDITED = "verbatim-with-editing"
    ALIAS = "alias"
    ALTERED = "altered"
    TRUNCATED = "truncated"
    SPLICED = "spliced"
    OTHER_SOURCE = "other-source"
    REPORTED = "reported-only"
    NOT_FOUND = "not-found"
    TOO_SHORT = "too-short"

    @property
    def stands(self) -> bool:
        """Whether the words may be printed as a quotation of the document."""
        return self in (Verdict.VERBATIM, Verdict.EDITED)


MEANINGS: Final = {
    Verdict.VERBATIM: "the document has these words, in this order",
    Verdict.EDITED: "the document has these words; what an editor may change was changed",
    Verdict.ALIAS: "another name stands in the place of the document's",
    Verdict.ALTERED: "the document has other words here",
    Verdict.TRUNCATED: "a list of the document is cut short",
    Verdict.SPLICED: "words that are not together in the document are joined",
    Verdict.OTHER_SOURCE: "these are the words of another source than the one that is read first",
    Verdict.REPORTED: "these words are told of the document; they are not its own",
    Verdict.NOT_FOUND: "nothing here is near enough to be what was quoted",
    Verdict.TOO_SHORT: "one word proves nothing",
}
"""What each verdict says, in a line."""

NO_CONTROLS: Final = "control sequences of a terminal left out"
"""An edit that is the program's own, whatever the verdict is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `[start, end)` in the text of a rendering; `line` and `column` in its source, where known.

    `clause` is None for words of a source that no clause covers.
    """

    clause: Clause | None
    rendering: Rendering
    start: int
    end: int
    line: int | None = None
    column: int | None = None

    @property
    def words(self) -> str:
        """The words there, as they stand."""
        return self.rendering.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on a quotation.

    `places` are where it, or what is nearest to it, stands: one for each clause it lies in. `compared` holds it against
    these places word by word. `edits` are those that are permitted, `missing` what a cut list or a splice leaves out,
    `unplaced` the words of a splice that are in none of its passages. `others` are further places with exactly these
    words, `more` how many were not looked at; `near`, of a quotation that stands nowhere, those with most of its words
    in a row. `against` is, for another source's words, the clause as it is read first, or, if `claimed`, in the source
    whose words they were claimed to be. `cautions` are what a careful reader should know besides. `agree` says how much
    of it agrees with the places, in percent. `own`: all words there are the document's.
    """

    quotation: str
    verdict: Verdict
    places: tuple[Place, ...] = ()
    compared: tuple[Compared, ...] = ()
    edits: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    others: tuple[Place, ...] = ()
    more: int = 0
    near: tuple[Place, ...] = ()
    against: Place | None = None
    claimed: bool = False
    cautions: tuple[str, ...] = ()
    agree: int = 0
    own: bool = True
    found: int = 0
    """For a single word: how often it was found."""
