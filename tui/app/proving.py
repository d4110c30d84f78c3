"""Verifying in the app: what does it for the collections that are open, and the quotation as it was left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Final

from tui.app.hits import Hits
from tui.search.results import Hit, Results
from tui.text.visible import visible

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.model.records import Clause, Rendering
    from tui.search.cancel import Cancelled
    from tui.search.engine import Searcher
    from tui.study.verify.answer import Answer, Place
    from tui.study.verify.verifier import Verifier

MOST: Final = 400_000
"""Code points that a quotation may have here: some 60,000 words. The command line takes longer ones."""

_WHOLE: Final = 100.0


@dataclass
class Draft:
    """The quotation that was put in last; it outlasts the screen that it was put in on."""

    text: str = ""


class Prover:
    """Verifies quotations against the collections as they were opened once. Its verifier is made on first use."""

    def __init__(self, catalogue: Catalogue, searcher: Searcher) -> None:
        self.catalogue = catalogue
        self._searcher = searcher
        self._verifier: Verifier | None = None
        self._lock = Lock()

    def verify(self, text: str, cancelled: Cancelled) -> Answer:
        """Return the verdict on a quotation. Call it off the screen's thread; raises `SearchCancelled`."""
        # Imported here: nobody who does not verify waits for it.
        from tui.study.verify.verifier import Verifier

        with self._lock:
            if self._verifier is None:
                self._verifier = Verifier(self.catalogue, self._searcher)
        return self._verifier.verify(text, cancelled=cancelled)


def tidy(text: str) -> str:
    """Return a pasted text as it may stand in a terminal: line breaks as line feeds, what a terminal obeys as signs.

    Terminals send the line breaks of what is pasted as carriage returns. What begins a control sequence in one sign
    is shown as it is written in two, so that the sequence is still known for one.
    """
    return visible(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x9b", "\x1b["))


def places_of(answer: Answer) -> list[Place]:
    """Return the places that a verdict tells of, in the order in which its facts do."""
    return [*answer.places, *([answer.against] if answer.against else []), *answer.others, *answer.near]


def place_hits(answer: Answer, chosen: Place) -> Hits | None:
    """Return the places of a verdict as hits, the `chosen` one shown; None where no clause covers it."""
    places = [(place, place.clause) for place in places_of(answer) if place.clause is not None]
    position = next((number for number, (place, _) in enumerate(places) if place is chosen), None)
    if position is None:
        return None
    hits = tuple(_hit(number, place, clause) for number, (place, clause) in enumerate(places))
    return Hits(Results(" ".join(answer.quotation.split()), hits, len(hits)), position, of_quotation=True)


def _hit(number: int, place: Place, clause: Clause) -> Hit:
    span = (place.start, place.end)
    return Hit(number, lambda: _read_in(clause, place.rendering), _WHOLE, (span,), span)


def _read_in(clause: Clause, rendering: Rendering) -> Clause:
    """Return a clause with one of its renderings first."""
    others = (other for other in clause.renderings if other != rendering)
    return replace(clause, renderings=(rendering, *others))
