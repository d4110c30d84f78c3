"""The summits pane: collections, their summits in order of time, and the statements that came out of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content

from tui.app.showing import shown_on_one_line
from tui.app.widgets.row_list import RowList
from tui.index.lazy import Lazy, chained, listed
from tui.index.scope import EVERYTHING, Scope
from tui.model.records import Collection, Statement, Summit
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class SummitRow:
    """A row: the record (None for all collections), the scope it stands for, how deep it is, and its two lines."""

    record: Collection | Summit | Statement | None
    scope: Scope
    depth: int
    first: str
    second: str


def summit_rows(catalogue: Catalogue, participant: str | None) -> Lazy[SummitRow]:
    """Return the rows for all collections, or for what a participant (a key) takes part in; each is made when shown."""
    rows: list[Lazy[SummitRow]] = []
    if len(catalogue.collections) > 1:
        counts = _counts(catalogue, Scope(participant=participant))
        rows.append(listed([SummitRow(None, EVERYTHING, 0, "All collections", counts)], _key))
    for collection in catalogue.collections:
        scope = Scope(collection=collection.id, participant=participant)
        inner = catalogue.listing(scope)
        if inner or participant is None:
            rows += [listed([_collection_row(catalogue, collection, scope)], _key), _rows_of(catalogue, inner)]
    return chained(rows)


def _rows_of(catalogue: Catalogue, listing: Lazy[Summit | Statement]) -> Lazy[SummitRow]:
    def read(place: int) -> SummitRow:
        record = listing[place]
        return _summit_row(catalogue, record) if isinstance(record, Summit) else _statement_in(catalogue, record)

    return Lazy(len(listing), read, listing.place)


def _collection_row(catalogue: Catalogue, collection: Collection, scope: Scope) -> SummitRow:
    return SummitRow(collection, Scope(collection=collection.id), 0, collection.title, _counts(catalogue, scope))


def _counts(catalogue: Catalogue, scope: Scope) -> str:
    return ", ".join(
        (
            counted(len(catalogue.summits(scope)), "summit"),
            counted(len(catalogue.statements(scope)), "statement"),
            counted(len(catalogue.clauses(scope)), "clause"),
        )
    )


def _summit_row(catalogue: Catalogue, summit: Summit) -> SummitRow:
    date = summit.date.label if summit.date else "undated"
    beside = catalogue.summit(summit.margins_of)
    where = f"on the margins of {beside.title}" if beside else (summit.place or "")
    second = f"{date} · {where}" if where else date
    return SummitRow(summit, Scope(summit.collection, summit.key), 1, summit.title, second)


def _statement_in(catalogue: Catalogue, statement: Statement) -> SummitRow:
    """A statement of no summit, or of one that is not there, says so: it stands at the end of its collection."""
    if catalogue.summit(statement.summit) is not None:
        return _statement_row(statement, 2)
    row = _statement_row(statement, 1)
    return replace(row, second=f"no summit recorded · {row.second}")


def _key_of(scope: Scope) -> str:
    """What the row that stands for a scope is found by."""
    if scope.statement:
        return f" {scope.statement}"
    return f"^{scope.summit}" if scope.summit else scope.collection or ""


def _key(row: SummitRow) -> str:
    """What a row of a collection, or of all, is found by; `listed_key` makes those of the others."""
    return row.scope.collection or ""


def _statement_row(statement: Statement, depth: int) -> SummitRow:
    act = statement.act.label if statement.act else statement.kind.label
    date = f" {statement.date.label}" if statement.date else ""
    second = f"{act}{date} · {counted(len(statement.clauses), 'clause')}"
    scope = Scope(statement.collection, statement.summit, statement.key)
    return SummitRow(statement, scope, depth, statement.title, second)


def _address(record: Collection | Summit | Statement) -> str:
    """Return the address of a statement; nothing for what cannot be marked."""
    return record.key if isinstance(record, Statement) else ""


class SummitList(RowList):
    """Collections, summits and statements, two lines each, indented by what they belong to."""

    ROW_HEIGHT = 2
    BINDING_GROUP_TITLE = "Summits"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Lazy[SummitRow] = listed([], _key)

    @property
    def row(self) -> SummitRow | None:
        """The row under the cursor."""
        return None if self.cursor is None else self._rows[self.cursor]

    @property
    def scope(self) -> Scope:
        """The scope that the row under the cursor stands for."""
        return self.row.scope if self.row else EVERYTHING

    def show_rows(self, rows: Lazy[SummitRow], scope: Scope) -> None:
        """Show `rows`, with the cursor on the one that stands for `scope` where there is one."""
        cursor = rows.place(_key_of(scope)) or 0
        self._rows = rows
        self.set_rows(len(rows), cursor=cursor, empty="No summits are recorded.")

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a row's two lines."""
        row = self._rows[index]
        indent = "  " * row.depth
        mark = "◆ " if self.marked and row.record and _address(row.record) == self.marked else ""
        muted = self.get_visual_style("row-list--muted", partial=True)
        return [
            shown_on_one_line(indent + mark + row.first),
            shown_on_one_line(indent + row.second, muted).truncate(width, ellipsis=True),
        ]
