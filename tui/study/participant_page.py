"""The page of a participant: offices held, where it took part and how, what it undertook, with whom most often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.model.records import Participant, Participation, Statement, Summit
from tui.model.vocabulary import ParticipantKind
from tui.study.card import Fact
from tui.study.page import Page, Row, Section, clause_row, date_label, day, place_row, section
from tui.study.record_cards import participation_line
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

Place = Statement | Summit


class Had(NamedTuple):
    """A participation, and where it was."""

    place: Place
    participation: Participation


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it was held by someone (a key) for others: in how many documents it is seen, the first and last."""

    name: str
    holder: str
    acting_for: tuple[str, ...]
    first: Place
    last: Place
    documents: int


@dataclass(frozen=True, slots=True)
class Profile:
    """All that the collection of a participant says of it, in order of time; nothing is cut.

    `undertaken` are clauses (addresses) undertaken by name, `through` those undertaken by others (keys) it acts for, or
    who act for it. `met` are others (keys) with the number of occasions.
    """

    participant: Participant
    offices: tuple[Office, ...]
    had: tuple[Had, ...]
    undertaken: tuple[str, ...]
    through: Mapping[str, tuple[str, ...]]
    met: tuple[tuple[str, int], ...]


def profile(catalogue: Catalogue, participant: Participant) -> Profile:
    """Return what is said of a participant in its own collection."""
    had = [Had(*one) for one in catalogue.participations_of(participant.key)]
    had.sort(key=lambda one: day(catalogue, one.place) or dt.date.max)
    undertaken = catalogue.undertaken(participant.key)
    met = tuple(catalogue.met(participant.key))
    return Profile(participant, tuple(offices(had)), tuple(had), undertaken.by_name, undertaken.through, met)


def offices(had: Sequence[Had]) -> Iterator[Office]:
    """Yield the offices in participations that are in order of time, by when each is seen first."""
    places: dict[tuple[str, str, tuple[str, ...]], dict[tuple[type, str], Place]] = {}
    for place, one in had:
        if one.office:
            seen = places.setdefault((one.participant, one.office, one.acting_for), {})
            seen.setdefault((type(place), place.key), place)
    for (holder, name, acting_for), seen in places.items():
        documents = list(seen.values())
        yield Office(name, holder, acting_for, documents[0], documents[-1], len(documents))


def participant_page(catalogue: Catalogue, participant: Participant) -> Page:
    """Return the page of a participant. Long sections are cut, and say how much more there is."""
    found = profile(catalogue, participant)
    return Page(
        participant.kind.label,
        participant.name,
        participant.key,
        tuple(_facts(participant)),
        tuple(_sections(catalogue, found)),
    )


def _facts(participant: Participant) -> Iterator[Fact]:
    pairs = (("Also as", ", ".join(participant.other_names)), ("Code", participant.code), ("Note", participant.note))
    for label, text in pairs:
        if text:
            yield Fact(label, text)
    place = participant.location
    yield Fact("Encoded in", f"{place.file}:{place.line}:{place.column}")


def _sections(catalogue: Catalogue, found: Profile) -> Iterator[Section]:
    rows = [row for office in found.offices for row in _office_rows(catalogue, found.participant, office)]
    note = "As the documents name them. Between the first and the last document that is all that is known."
    yield section(counted(len(found.offices), "office"), rows, len(rows), note)
    parts = (place_row(catalogue, place, participation_line(catalogue, one)) for place, one in found.had)
    yield section(f"Took part: {counted(len(found.had), 'time')}", parts, len(found.had))
    yield from _commitments(catalogue, found)
    met = (participant_row(catalogue, who, counted(count, "occasion")) for who, count in found.met)
    note = "An occasion is a summit with its statements. Those it acts for, or who act for it, are left out."
    yield section(f"With {counted(len(found.met), 'other')}, most often first", met, len(found.met), note)
    if same := catalogue.same(Participant, found.participant.key):
        others = (participant_row(catalogue, key, key) for key in same)
        yield section("The same in other collections", others, len(same), "Not counted here.")


def _office_rows(catalogue: Catalogue, participant: Participant, office: Office) -> Iterator[Row]:
    who = "" if office.holder == participant.key else f"{catalogue.name(office.holder)}, "
    bodies = " and ".join(catalogue.name(key) for key in office.acting_for if key != participant.key)
    title = f"{who}{office.name}" + (f", for {bodies}" if bodies else "")
    if not who and participant.kind in (ParticipantKind.STATE, ParticipantKind.ORGANISATION):
        title += " (no person is named)"
    first, last = office.first, office.last
    if office.documents == 1:
        yield Row(date_label(catalogue, first), title, f"seen in one document: {first.title}", first.key)
        return
    seen = f"first of {office.documents:,} documents: {first.title}"
    yield Row(date_label(catalogue, first), title, seen, first.key)
    yield Row(date_label(catalogue, last), title, f"last of {office.documents:,}: {last.title}", last.key)


def _commitments(catalogue: Catalogue, found: Profile) -> Iterator[Section]:
    by_name = (commitment_row(catalogue, address, found) for address in found.undertaken)
    yield section(f"Undertakes {counted(len(found.undertaken), 'clause')} by name", by_name, len(found.undertaken))
    named = set(found.undertaken)
    only = [address for address in found.through if address not in named]
    rows = (commitment_row(catalogue, address, found) for address in only)
    note = "Undertaken by those it acts for at that meeting, or who act for it there; each row says by whom."
    if only:
        yield section(f"Undertakes {counted(len(only), 'clause')} through others", rows, len(only), note)


def commitment_row(catalogue: Catalogue, address: str, found: Profile) -> Row:
    """Return a clause that a participant undertakes as a row; where it is through others, by whom."""
    clause = catalogue.clause(address)
    if clause is None:
        return Row("", address)
    through = found.through.get(address, ())
    by = "" if address in found.undertaken else f"by {' and '.join(map(catalogue.name, through))}"
    return clause_row(catalogue, clause, " ".join(part for part in (clause.verb, by) if part))


def participant_row(catalogue: Catalogue, key: str, detail: str) -> Row:
    """Return a participant as a row that leads to its page."""
    return Row("", catalogue.name(key), detail, key, "participant")
