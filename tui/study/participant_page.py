"""The page of a participant: offices held, where it took part and how, what it undertook, with whom most often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.model.records import Participant
from tui.model.vocabulary import ParticipantKind, Standing
from tui.study.card import Fact
from tui.study.page import Page, Row, Section, clause_row, clause_rows, date_label, place_row, section
from tui.study.profile import Count, Had, Office, Profile, profile
from tui.study.record_cards import participation_line
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_PRESENT = "Was there by the record, and is not recorded as having a part in it."
_NAMED = "Announced, described or reported it, or is spoken of in it: none of this is counted as taking part."
_AGREED = "It is not recorded who undertakes them. {} is a principal, signatory or guarantor of each statement."


def participant_page(catalogue: Catalogue, participant: Participant) -> Page:
    """Return the page of a participant. Long sections are cut, and say how much more there is."""
    found = profile(catalogue, participant)
    return Page(
        participant.kind.label,
        participant.name,
        participant.key,
        tuple(_facts(catalogue, found)),
        tuple(_sections(catalogue, found)),
    )


def _facts(catalogue: Catalogue, found: Profile) -> Iterator[Fact]:
    records = [one for key in found.records if (one := catalogue.participant(key))]
    names = dict.fromkeys(name for one in records for name in (one.name, *one.other_names))
    pairs = [("Also as", ", ".join(name for name in names if name != found.participant.name))]
    pairs += [("Code", code) for code in dict.fromkeys(one.code for one in records if one.code)]
    pairs += [("Note", note) for note in dict.fromkeys(one.note for one in records if one.note)]
    for label, text in pairs:
        if text:
            yield Fact(label, text)
    for one in records:
        if one.key != found.participant.key:
            yield Fact("The same", f"{one.key}, in another collection: gathered here")
    for one in records:
        yield Fact("Encoded in", f"{one.location.file}:{one.location.line}:{one.location.column}")


def _sections(catalogue: Catalogue, found: Profile) -> Iterator[Section]:
    rows = [row for office in found.offices for row in _office_rows(catalogue, found, office)]
    note = "As the documents name them. Between the first and the last document that is all that is known."
    yield section(counted(len(found.offices), "office"), rows, len(rows), note)
    yield from _presence(catalogue, found)
    yield from _commitments(catalogue, found)
    met = (participant_row(catalogue, who, counted(count, "occasion")) for who, count in found.met)
    note = "An occasion is a summit with its statements. Those it acts for, or who act for it, are left out."
    yield section(f"With {counted(len(found.met), 'other')}, most often first", met, len(found.met), note)


def _presence(catalogue: Catalogue, found: Profile) -> Iterator[Section]:
    part = found.stood(Standing.PART)
    counts = [_of(found.statements, "statement")] if found.statements.of else []
    counts += [_of(found.summits, "summit")] if found.summits.of else []
    where = " and ".join(key.partition("/")[0] for key in found.records)
    note = f"Of those in {where}. Each is counted once, however many acted for the same participant there."
    heading = f"Took part in {', '.join(counts)}" if counts else "Took part in nothing that is recorded"
    yield section(heading, _places(catalogue, part), len(part), note)
    others = (
        (Standing.PRESENT, "Present as observer or witness in {}", _PRESENT),
        (Standing.NAMED, "Named in {}, not recorded as taking part", _NAMED),
    )
    for standing, heading, note in others:
        if places := found.stood(standing):
            heading = heading.format(counted(len(places), "record"))
            yield section(heading, _places(catalogue, places), len(places), note)


def _of(count: Count, noun: str) -> str:
    return f"{count.number:,} of {counted(count.of, noun)}"


def _places(catalogue: Catalogue, places: Iterable[Sequence[Had]]) -> Iterator[Row]:
    """Each place as a row: who was there and how, with the editors' notes, and in which other collection it stands."""
    for there in places:
        first = there[0].place
        lines = [participation_text(catalogue, one) for one in there]
        also = dict.fromkeys(one.place.collection for one in there if one.place.collection != first.collection)
        lines += [f"also in {name}" for name in also]
        yield place_row(catalogue, first, "; ".join(dict.fromkeys(lines)))


def participation_text(catalogue: Catalogue, had: Had) -> str:
    """Return a participation as one line, with the editors' note on it."""
    line = participation_line(catalogue, had.participation)
    note = had.participation.note
    return f"{line}: {note.rstrip('.')}" if note else line


def _office_rows(catalogue: Catalogue, found: Profile, office: Office) -> Iterator[Row]:
    participant = found.participant
    who = "" if office.holder in found.records else f"{catalogue.name(office.holder)}, "
    bodies = " and ".join(catalogue.name(key) for key in office.acting_for if key not in found.records)
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
    note = unsaid_note(len(found.unsaid), found.clauses)
    heading = f"Undertakes {counted(len(found.undertaken), 'clause')} by name"
    yield section(heading, by_name, len(found.undertaken), note)
    named = set(found.undertaken)
    only = [address for address in found.through if address not in named]
    rows = (commitment_row(catalogue, address, found) for address in only)
    note = "Undertaken by those it acts for at that meeting, or who act for it there; each row says by whom."
    if only:
        yield section(f"Undertakes {counted(len(only), 'clause')} through others", rows, len(only), note)
    if found.agreed:
        heading = f"In statements it is a party to: {counted(len(found.agreed), 'more clause')}"
        note = _AGREED.format(found.participant.name)
        yield section(heading, clause_rows(catalogue, found.agreed), len(found.agreed), note)


def unsaid_note(unsaid: int, clauses: int) -> str:
    """Return of how many of the clauses of the statements that one took part in nobody is said to undertake them."""
    if not unsaid:
        return ""
    of = f"{unsaid:,} of the {counted(clauses, 'clause')}"
    return f"For {of} of the statements it took part in, the collection does not say who undertakes them."


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
