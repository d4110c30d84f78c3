"""The rows of the summits pane: each is made when it is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tui.index.calendar import Grouping, Tree, tree
from tui.index.lazy import Lazy, chained, listed
from tui.index.scope import EVERYTHING, Group, Scope
from tui.model.records import Collection, Participant, Statement, Summit
from tui.text.cells import cells
from tui.text.counting import counted
from tui.text.visible import one_line

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_FEWEST: Final = 3
"""Codes of bodies, where not all fit, that are worth more than where exactly a summit was."""


@dataclass(frozen=True, slots=True)
class Glance:
    """When and where a summit was, and the bodies that took part.

    `beside` is the summit on whose margins it was, `also` says in which other collections it stands.
    """

    date: str
    place: str
    beside: str
    bodies: tuple[tuple[str, str], ...]
    also: str = ""

    def fitted(self, width: int) -> str:
        """Return it in `width` cells: with names where there is room for all, else with codes, as many as fit.

        Where not one fits, the number of the bodies is said; where even that does not fit, the town goes first.
        """
        where = f"on the margins of {self.beside}" if self.beside else self.place
        names = ", ".join(name for name, _ in self.bodies)
        for parts in ((self.date, where, names, self.also), (self.date, where, names)):
            whole = " · ".join(filter(None, parts))
            if cells(whole) <= width:
                return whole
        town = self.place.partition(",")[0].partition(" (")[0]
        heads = [" · ".join(filter(None, (self.date, place))) for place in dict.fromkeys((where, self.place, town))]
        heads.append(" ".join(filter(None, (self.date, town))))
        for least, tried in ((len(self.bodies), heads), (_FEWEST, heads), (1, heads), (0, heads), (0, [self.date])):
            for head in tried:
                if codes := self._codes(width - cells(head) - 3, min(least, len(self.bodies))):
                    return f"{head} · {codes}"
        return heads[0] if cells(heads[0]) <= width else heads[-1]

    def _codes(self, width: int, least: int) -> str:
        """As many codes as fit, at the least so many, and the number of the others; nothing where that is too much."""
        for some in range(len(self.bodies), least - 1, -1):
            others = len(self.bodies) - some
            text = " ".join([*(code for _, code in self.bodies[:some]), *([f"+{others}"] if others else [])])
            if text and cells(text) <= width:
                return text
        return ""


@dataclass(frozen=True, slots=True)
class SummitRow:
    """A row: the record (None for all collections and for a group), the scope it stands for, and its two lines.

    `depth` is how deep it stands; `folded` tells whether what stands below is hidden, None where nothing does.
    `glance` is a summit's second line, which depends on the room.
    """

    record: Collection | Summit | Statement | None
    scope: Scope
    depth: int
    first: str
    second: str
    folded: bool | None = None
    glance: Glance | None = None


class SummitCalendar:
    """What the summits pane lists: all collections, or what a participant (a key) takes part in."""

    def __init__(self, catalogue: Catalogue, participant: str | None) -> None:
        self._catalogue: Final = catalogue
        self._participant: Final = participant
        self._trees: Final[dict[Grouping, Tree]] = {}
        self._groups: Final[dict[Grouping, dict[str, Group]]] = {}

    def tree(self, grouping: Grouping) -> Tree:
        """Return the tree of a grouping; it is made when it is asked for first."""
        if grouping not in self._trees:
            self._trees[grouping] = tree(self._catalogue.calendar(self._participant), grouping)
        return self._trees[grouping]

    def group(self, grouping: Grouping, name: str) -> Group | None:
        """Return all of a group, whatever of it a participant has part in; None where there is none of the name."""
        if grouping not in self._groups:
            whole = tree(self._catalogue.calendar(), grouping) if self._participant else self.tree(grouping)
            self._groups[grouping] = whole.groups
        return self._groups[grouping].get(name)

    def rows(
        self, grouping: Grouping, folded: frozenset[str] = frozenset(), kept: Callable[[str], bool] | None = None
    ) -> Lazy[SummitRow]:
        """Return the rows that no folded one hides; of summits and statements those `kept`, and what is above them."""
        if grouping is Grouping.COLLECTION and not folded and kept is None:
            return self._all()
        folded = frozenset() if kept else folded
        nodes = self.tree(grouping).nodes
        places = self.tree(grouping).open_rows(folded, kept)

        def read(place: int) -> SummitRow:
            node = nodes[places[place]]
            below = node.end > places[place] + 1
            return self._row(grouping, node.key, node.depth, node.key in folded if below else None)

        def find(key: str) -> int | None:
            wanted = self.tree(grouping).place(key)
            place = bisect_left(places, wanted) if wanted is not None else len(places)
            return place if place < len(places) and places[place] == wanted else None

        return Lazy(len(places), read, find)

    def _all(self) -> Lazy[SummitRow]:
        """The rows by collection, nothing hidden: no tree is needed, and of a long list only what is drawn is read."""
        catalogue, participant = self._catalogue, self._participant
        rows: list[Lazy[SummitRow]] = []
        if len(catalogue.collections) > 1:
            rows.append(listed([self._everything()], _collection_key))
        for collection in catalogue.collections:
            listing = catalogue.listing(Scope(collection=collection.id, participant=participant))
            if listing or participant is None:
                rows.append(listed([self._of_collection(collection, False if listing else None)], _collection_key))
                rows.append(self._listed(listing))
        return chained(rows)

    def _listed(self, listing: Lazy[Summit | Statement]) -> Lazy[SummitRow]:
        def read(place: int) -> SummitRow:
            record = listing[place]
            if isinstance(record, Statement):
                return self._of_statement(record, 2 if self._catalogue.summit(record.summit) else 1)
            after = listing[place + 1] if place + 1 < len(listing) else None
            below = isinstance(after, Statement) and after.summit == record.key
            return self._of_summit(record, 1, False if below else None)

        return Lazy(len(listing), read, listing.place)

    # Rows

    def _row(self, grouping: Grouping, key: str, depth: int, folded: bool | None) -> SummitRow:
        catalogue, name = self._catalogue, key[1:]
        if key[:1] == "=":
            return self._of_group(grouping, name, folded)
        if key[:1] == "^" and (summit := catalogue.summit(name)):
            return self._of_summit(summit, depth, folded)
        if key[:1] == " " and (statement := catalogue.statement(name)):
            return self._of_statement(statement, depth)
        collection = catalogue.collection(key)
        return self._of_collection(collection, folded) if collection else self._everything()

    def _everything(self) -> SummitRow:
        counts = self._counts(Scope(participant=self._participant))
        return SummitRow(None, EVERYTHING, 0, "All collections", counts)

    def _of_collection(self, collection: Collection, folded: bool | None) -> SummitRow:
        counts = self._counts(Scope(collection=collection.id, participant=self._participant))
        return SummitRow(collection, Scope(collection=collection.id), 0, collection.title, counts, folded)

    def _counts(self, scope: Scope) -> str:
        """How much a scope holds; what stands in two collections counts once, and is said to."""
        catalogue = self._catalogue
        statements = catalogue.statements(scope)
        once = catalogue.sameness(Statement).count(statements)
        told = (
            counted(catalogue.sameness(Summit).count(catalogue.summits(scope)), "summit"),
            counted(once, "statement"),
            counted(len(catalogue.clauses(scope)), "clause"),
        )
        return ", ".join(told) + _twice(len(statements) - once)

    def _of_group(self, grouping: Grouping, name: str, folded: bool | None) -> SummitRow:
        here = self.tree(grouping).groups[name]
        catalogue = self._catalogue
        summits = len(catalogue.sameness(Summit).once(here.summits))
        statements = len(catalogue.sameness(Statement).once(here.statements))
        counts = f"{counted(summits, 'summit')}, {counted(statements, 'statement')}"
        counts += _twice(len(here.statements) - statements)
        return SummitRow(None, Scope(group=self.group(grouping, name)), 0, name, counts, folded)

    def _of_summit(self, summit: Summit, depth: int, folded: bool | None) -> SummitRow:
        beside = self._catalogue.summit(summit.margins_of)
        glance = Glance(
            summit.date.label if summit.date else "undated",
            one_line(summit.place or ""),
            one_line(beside.title) if beside else "",
            tuple((one_line(body.name), _code(body)) for body in self._catalogue.bodies(summit.key)),
            _also(self._catalogue, summit),
        )
        return SummitRow(summit, Scope(summit.collection, summit.key), depth, summit.title, "", folded, glance)

    def _of_statement(self, statement: Statement, depth: int) -> SummitRow:
        """A statement of no summit, or of one that is not there, says so."""
        act = statement.act.label if statement.act else statement.kind.label
        date = f" {statement.date.label}" if statement.date else ""
        also = _also(self._catalogue, statement)
        second = f"{act}{date} · {counted(len(statement.clauses), 'clause')}" + (f" · {also}" if also else "")
        scope = Scope(statement.collection, statement.summit, statement.key)
        row = SummitRow(statement, scope, depth, statement.title, second)
        known = self._catalogue.summit(statement.summit) is not None
        return row if known else replace(row, second=f"no summit recorded · {second}")


def _also(catalogue: Catalogue, record: Summit | Statement) -> str:
    """In which other collections a summit or statement stands."""
    keys = catalogue.sameness(type(record)).all(record.key)
    others = dict.fromkeys(key.partition("/")[0] for key in keys if key != record.key)
    return f"also in {', '.join(others)}" if others else ""


def _twice(statements: int) -> str:
    return f" · {counted(statements, 'statement')} in two collections" if statements else ""


def key_of(scope: Scope) -> str:
    """Return what the row that stands for a scope is found by."""
    if scope.statement:
        return f" {scope.statement}"
    if scope.summit:
        return f"^{scope.summit}"
    return f"={scope.group.name}" if scope.group else scope.collection or ""


def _collection_key(row: SummitRow) -> str:
    """What a row of a collection, or of all, is found by; `listed_key` makes those of the others."""
    return row.scope.collection or ""


def _code(body: Participant) -> str:
    return one_line(body.code or body.name)
