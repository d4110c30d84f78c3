"""Who has part in a clause, a statement or a summit, each leading to its own page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.index.scope import Scope
from tui.model.records import Clause, Summit
from tui.study.page import Page, Row, Section, section
from tui.study.participant_page import participant_row
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


def who_page(catalogue: Catalogue, address: str) -> Page:
    """Return those who undertake the clause at an address; and those with part in its statement, or in a summit."""
    return Page("participants", f"Who has part in {address}", address, sections=tuple(_sections(catalogue, address)))


def _sections(catalogue: Catalogue, address: str) -> Iterator[Section]:
    record = next((one for one in catalogue.find(address)), None)
    if isinstance(record, Clause):
        rows = [participant_row(catalogue, key, record.verb or "") for key in record.by if catalogue.participant(key)]
        note = "" if rows else "The collection does not say who undertakes this clause."
        yield section(f"Undertaken by {counted(len(rows), 'participant')}", rows, len(rows), note)
    summit = isinstance(record, Summit)
    scope = Scope(summit=address) if summit else Scope(statement=address.partition("#")[0])
    parts = catalogue.parts(scope)

    def others() -> Iterator[Row]:
        for part in parts:
            told = (", ".join(role.label for role in part.roles), ", ".join(part.offices))
            yield participant_row(catalogue, part.participant.key, ", ".join(one for one in told if one))

    where = "summit" if summit else "statement"
    yield section(f"{counted(len(parts), 'participant')} of the {where}", others(), len(parts))
