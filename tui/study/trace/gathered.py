"""Collects what is found, each clause once: in several wordings, in several ways, in several collections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from tui.index.parts import Part
from tui.model.records import Clause, Statement
from tui.model.vocabulary import Standing
from tui.search.results import Hit
from tui.study.compare import aliases_of, same_language
from tui.study.standing import by_standing
from tui.study.trace.matter import Matter, about
from tui.study.trace.occurrence import How, Occurrence, Span, Way, Whose, Wording, order_of, whose
from tui.study.trace.own_words import compared, own_wordings

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_SURENESS: Final = list(How)
_NEARNESS: Final = list(Whose)


@dataclass
class _Found:
    """A place, before it is dated. The wording shown is that of the lowest `rank`.

    It is about each of `matters`; where something found it that is about no matter (`any_words`), any words may stand
    for it.
    """

    statement: Statement
    addresses: dict[str, None]
    clauses: dict[str, Clause] = field(default_factory=dict)
    shown: Clause | None = None
    rank: tuple[int, int] = (len(_SURENESS), 0)
    ways: dict[Way, None] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    passage: Span | None = None
    matters: dict[Matter, None] = field(default_factory=dict)
    any_words: bool = False
    by_hit: bool = False
    """Whether the wording shown is one that was searched for."""

    @property
    def about(self) -> tuple[Matter, ...]:
        """What its words have to be about: one of these, or anything."""
        return () if self.any_words else tuple(self.matters)


class Gathered:
    """Places by their address; what is declared the same in two collections is one place."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._found: dict[str, _Found] = {}
        self._known: dict[str, _Found] = {}

    def __len__(self) -> int:
        return len(self._found)

    def has(self, address: str) -> bool:
        """Whether a clause or statement is among what was found."""
        return self._place(address) is not None

    def add(self, address: str, way: Way, matter: Matter | None = None) -> bool:
        """Add what is at an address; return whether anything is there.

        A clause is shown in its own words if it can: of fragments, in one that is about the matter.
        """
        if "#" not in address:
            statement = self._catalogue.statement(address)
            if statement is None:
                return False
            self._at(statement, address).ways[way] = None
            return True
        clause = self._catalogue.clause(address)
        if clause is None or not self._add(in_own_words(clause, [matter] if matter else []), way, hit=None):
            return False
        found = self._known[clause.key]
        if matter is None:
            found.any_words = True
        else:
            found.matters[matter] = None
        return True

    def add_hit(self, hit: Hit, way: Way) -> bool:
        """Add the clause of a hit in the wording that was found; return whether its statement is known."""
        return self._add(hit.clause, way, hit)

    def _add(self, clause: Clause, way: Way, hit: Hit | None) -> bool:
        statement = self._catalogue.statement(clause.statement)
        if statement is None:
            return False
        found = self._at(statement, clause.key)
        rank = _SURENESS.index(How.SAME if hit is None else way.how), _NEARNESS.index(whose(clause.reading))
        # A wording that was searched for and found is shown rather than one that merely stands there.
        rank = (rank[0] - 1, rank[1]) if hit is not None and way.how is not How.LIKE else rank
        if found.shown is None or rank < found.rank:
            found.statement, found.shown, found.rank = statement, clause, rank
            found.spans, found.passage = (hit.spans, _passage(hit)) if hit else ((), None)
            found.by_hit = hit is not None
        found.ways[way] = None
        return True

    def _place(self, address: str) -> _Found | None:
        found = self._known.get(address)
        if found is None:
            kind = Clause if "#" in address else Statement
            found = next(filter(None, (self._known.get(one) for one in self._catalogue.same(kind, address))), None)
        return found

    def _at(self, statement: Statement, address: str) -> _Found:
        """Return the place at an address, a new one where it was not found before."""
        found = self._place(address)
        if found is None:
            kind = Clause if "#" in address else Statement
            addresses = [address, *self._catalogue.same(kind, address)]
            found = self._found[address] = _Found(statement, dict.fromkeys(addresses))
            found.clauses = {key: clause for key in addresses if (clause := self._catalogue.clause(key))}
        for one in found.addresses:
            self._known[one] = found
        return found

    def occurrences(self) -> tuple[Occurrence, ...]:
        """Return what was found in order of time, each with what changed since the last one.

        In one statement clauses stand as there; statements of one day, as their collections have them.
        """
        made = sorted(
            ((_occurrence(self._catalogue, found), found) for found in self._found.values()),
            key=lambda pair: _order(pair[0]),
        )
        ordered = [occurrence for occurrence, _ in made]
        own = [_own(one, found) for one, found in made]
        return tuple(compared(ordered, own, aliases_of(self._catalogue, *(one.statement.key for one in ordered))))


def _own(one: Occurrence, found: _Found) -> list[Wording]:
    """Return the document's own words that may be compared: those that were found, else those about the matter."""
    if one.missing:
        return []
    passage = (one.rendering, one.passage) if one.rendering and one.passage and found.by_hit else None
    return own_wordings(list(found.clauses.values()), found.about, passage)


def _order(one: Occurrence) -> tuple[object, ...]:
    place = next((place for place, clause in enumerate(one.statement.clauses) if clause.key == one.address), -1)
    return (*order_of(one.date), one.statement.key, place, one.address)


def _occurrence(catalogue: Catalogue, found: _Found) -> Occurrence:
    statement = found.statement
    summit = catalogue.summit(statement.summit)
    date = statement.date or (summit.date if summit else None)
    # Only now all is known that it is about.
    shown = found.shown if found.shown is None or found.by_hit else in_own_words(found.shown, found.about)
    address = shown.key if shown else statement.key
    return Occurrence(
        statement,
        summit,
        date,
        statement.date is None and date is not None,
        taking_part(catalogue, statement),
        shown,
        tuple(sorted(found.ways, key=lambda way: _SURENESS.index(way.how))),
        found.spans,
        found.passage,
        tuple(other for other in found.addresses if other != address),
    )


def taking_part(catalogue: Catalogue, statement: Statement) -> tuple[Part, ...]:
    """Return who took part in a statement, by role; who was only there, or only named, did not."""
    return tuple(by_standing(catalogue, statement)[Standing.PART])


def in_own_words(clause: Clause, matters: Sequence[Matter] = ()) -> Clause:
    """Return a clause with the document's own words read first, in the language it is read in if there are such.

    Of fragments only those count that are about one of the matters; where none is, it is read as it stands, or else as
    the editors tell it.
    """
    fit = [one for one in clause.renderings if about(clause, one, matters)]
    own = [one for one in fit if whose(one) is Whose.DOCUMENT]
    alike = [one for one in own if same_language(one.language, clause.reading.language)]
    told = [one for one in fit if one is clause.reading or one.editorial]
    first = next(iter([*alike, *own, *told]), None)
    if first is None or first is clause.reading:
        return clause
    return replace(clause, renderings=(first, *(one for one in clause.renderings if one is not first)))


def _passage(hit: Hit) -> Span | None:
    return hit.passage if hit.passage[0] < hit.passage[1] else None
