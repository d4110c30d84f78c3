"""The pages of instruments and participants as lines of plain text and as JSON, where nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.records_json import Json
from tui.model.records import Instrument, Participant, Statement, Summit
from tui.model.vocabulary import Standing
from tui.study.instrument_page import bodies_of, instrument_page
from tui.study.page import Page, Row
from tui.study.participant_page import participant_page
from tui.study.profile import Profile, profile
from tui.study.references import referring, referring_rows, statements_referring
from tui.text.visible import one_line

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record


def page_of(catalogue: Catalogue, record: Record) -> Page | None:
    """Return the page of a record of a kind that has pages."""
    if isinstance(record, Instrument):
        return instrument_page(catalogue, record)
    return participant_page(catalogue, record) if isinstance(record, Participant) else None


def page_lines(page: Page) -> Iterator[str]:
    """Yield a page as lines, safe to print; the address where a row leads stands below it."""
    yield one_line(f"{page.kind}: {page.title}")
    yield one_line(page.address)
    yield ""
    for fact in page.facts:
        yield one_line(f"{fact.label:<12}{fact.text}")
    for section in page.sections:
        yield ""
        yield one_line(section.heading)
        if section.note:
            yield one_line(f"({section.note})")
        for row in section.rows:
            yield from _row_lines(row)
        if section.more:
            yield f"  … and {section.more:,} more: --json has all"
    yield ""


def _row_lines(row: Row) -> Iterator[str]:
    yield one_line("  " + "  ".join(part for part in (row.date, row.title) if part))
    for text in (row.detail, row.address):
        if text:
            yield one_line(f"      {text}")


def page_json(catalogue: Catalogue, record: Record) -> Json:
    """Return what the page of a record tells besides the record's own fields; nothing for a kind without pages."""
    if isinstance(record, Instrument):
        found = referring(catalogue, record)
        return {
            "invoked_by": [
                {"address": row.address, "date": row.date, "title": row.title}
                for row in referring_rows(catalogue, found)
            ],
            "invoked_in": [
                {"address": one.key, "took_part": [body.key for body in bodies_of(catalogue, one)]}
                for one in map(catalogue.statement, statements_referring(catalogue, found))
                if one is not None
            ],
        }
    return _profile(profile(catalogue, record)) if isinstance(record, Participant) else {}


def _profile(found: Profile) -> Json:
    named = set(found.undertaken)
    through = {address: list(who) for address, who in found.through.items()}
    clauses = [*found.undertaken, *(address for address in through if address not in named)]
    return {
        "offices": [
            {
                "office": office.name,
                "participant": office.holder,
                "acting_for": list(office.acting_for),
                "first": _place(office.first),
                "last": _place(office.last),
                "documents": office.documents,
            }
            for office in found.offices
        ],
        "records": list(found.records),
        "statements": {"took_part": found.statements.number, "of": found.statements.of},
        "summits": {"took_part": found.summits.number, "of": found.summits.of},
        "took_part": _had(found, Standing.PART),
        "looked_on": _had(found, Standing.PRESENT),
        "named": _had(found, Standing.NAMED),
        "undertakes": [
            {"address": address, "by_name": address in named, "through": through.get(address, [])}
            for address in clauses
        ],
        "not_said_who_undertakes": {"clauses": len(found.unsaid), "of": found.clauses},
        "party_to_statements_of": list(found.agreed),
        "met": [{"participant": who, "occasions": count} for who, count in found.met],
    }


def _had(found: Profile, standing: Standing) -> list[Json]:
    return [
        _place(place)
        | {
            "participant": one.participant,
            "roles": [role.value for role in one.roles],
            "office": one.office,
            "acting_for": list(one.acting_for),
            "note": one.note,
        }
        for there in found.stood(standing)
        for place, one in there
    ]


def _place(place: Statement | Summit) -> Json:
    record = "summit" if isinstance(place, Summit) else "statement"
    return {"record": record, "address": place.key, "date": place.date.text if place.date else None}
