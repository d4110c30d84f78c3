"""Who undertakes a clause, who took part in a statement or a summit, and who is only named; each leads to its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.model.records import Clause, Summit
from tui.model.vocabulary import Standing
from tui.study.page import Page, Row, Section, section
from tui.study.participant_page import participant_row
from tui.study.standing import by_standing
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.index.parts import Part

_NOT_SAID = "The collection does not say who undertakes this clause."
_HEADINGS = {
    Standing.PART: "{} took part in the {}",
    Standing.PRESENT: "{} present at the {} as observer or witness",
    Standing.NAMED: "{} named, not recorded as taking part in the {}",
}


def who_page(catalogue: Catalogue, address: str) -> Page:
    """Return those who undertake the clause at an address; and those with part in its statement, or in a summit."""
    return Page("participants", f"Who has part in {address}", address, sections=tuple(_sections(catalogue, address)))


def _sections(catalogue: Catalogue, address: str) -> Iterator[Section]:
    record = next((one for one in catalogue.find(address)), None)
    note = ""
    if isinstance(record, Clause):
        rows = [participant_row(catalogue, key, record.verb or "") for key in record.by if catalogue.participant(key)]
        note = "" if rows else _NOT_SAID
        if rows:
            yield section(f"Undertaken by {counted(len(rows), 'participant')}", rows, len(rows))
    place = record if isinstance(record, Summit) else catalogue.statement(address.partition("#")[0])
    if place is None:
        return
    noun = "summit" if isinstance(place, Summit) else "statement"
    for standing, parts in by_standing(catalogue, place).items():
        if parts or standing is Standing.PART:
            heading = _HEADINGS[standing].format(counted(len(parts), "participant"), noun)
            yield section(heading, _rows(catalogue, parts), len(parts), note if standing is Standing.PART else "")


def _rows(catalogue: Catalogue, parts: Sequence[Part]) -> Iterator[Row]:
    for part in parts:
        told = (", ".join(role.label for role in part.roles), ", ".join(part.offices))
        yield participant_row(catalogue, part.participant.key, ", ".join(one for one in told if one))
