"""The summits pane: collections, their summits in order of time, and the statements that came out of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from tui.app.showing import shown_on_one_line
from tui.app.widgets.row_list import RowList
from tui.index.catalogue import EVERYTHING, Catalogue, Scope
from tui.model.records import Collection, Statement, Summit
from tui.text.counting import counted


@dataclass(frozen=True, slots=True)
class SummitRow:
    """A row: the record (None for all collections), the scope it stands for, how deep it is, and its two lines."""

    record: Collection | Summit | Statement | None
    scope: Scope
    depth: int
    first: str
    second: str


def summit_rows(catalogue: Catalogue, participant: str | None) -> list[SummitRow]:
    """Return the rows for all collections, or for what a participant (a key) takes part in."""
    rows: list[SummitRow] = []
    if len(catalogue.collections) > 1:
        everything = Scope(participant=participant)
        rows.append(SummitRow(None, EVERYTHING, 0, "All collections", _counts(catalogue, everything)))
    for collection in catalogue.collections:
        scope = Scope(collection=collection.id, participant=participant)
        inner = [*_summit_rows(catalogue, scope), *_loose_statements(catalogue, scope)]
        if inner or participant is None:
            rows += [_collection_row(catalogue, collection, scope), *inner]
    return rows


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


def _summit_rows(catalogue: Catalogue, scope: Scope) -> Iterator[SummitRow]:
    for summit in catalogue.summits(scope):
        date = summit.date.label if summit.date else "undated"
        beside = catalogue.summit(summit.margins_of)
        where = f"on the margins of {beside.title}" if beside else (summit.place or "")
        second = f"{date} · {where}" if where else date
        yield SummitRow(summit, Scope(scope.collection, summit.key), 1, summit.title, second)
        inside = Scope(scope.collection, summit.key, participant=scope.participant)
        yield from (_statement_row(statement, 2) for statement in catalogue.statements(inside))


def _loose_statements(catalogue: Catalogue, scope: Scope) -> Iterator[SummitRow]:
    """Statements of no summit, or of one that is not there, stand at the end of their collection."""
    for statement in catalogue.statements(scope):
        if catalogue.summit(statement.summit) is None:
            row = _statement_row(statement, 1)
            yield replace(row, second=f"no summit recorded · {row.second}")


def _statement_row(statement: Statement, depth: int) -> SummitRow:
    act = statement.act.label if statement.act else statement.kind.label
    date = f" {statement.date.label}" if statement.date else ""
    second = f"{act}{date} · {counted(len(statement.clauses), 'clause')}"
    scope = Scope(statement.collection, statement.summit, statement.key)
    return SummitRow(statement, scope, depth, statement.title, second)


class SummitList(RowList):
    """Collections, summits and statements, two lines each, indented by what they belong to."""

    ROW_HEIGHT = 2
    BINDING_GROUP_TITLE = "Summits"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[SummitRow] = ()

    @property
    def row(self) -> SummitRow | None:
        """The row under the cursor."""
        return None if self.cursor is None else self._rows[self.cursor]

    @property
    def scope(self) -> Scope:
        """The scope that the row under the cursor stands for."""
        return self.row.scope if self.row else EVERYTHING

    def show_rows(self, rows: Sequence[SummitRow], scope: Scope) -> None:
        """Show `rows`, with the cursor on the one that stands for `scope` where there is one."""
        wanted = scope.without_participant()
        cursor = next((index for index, row in enumerate(rows) if row.scope == wanted), 0)
        self._rows = rows
        self.set_rows(len(rows), cursor=cursor, empty="No summits are recorded.")

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a row's two lines."""
        row = self._rows[index]
        indent = "  " * row.depth
        muted = self.get_visual_style("row-list--muted", partial=True)
        return [
            shown_on_one_line(indent + row.first),
            shown_on_one_line(indent + row.second, muted).truncate(width, ellipsis=True),
        ]
