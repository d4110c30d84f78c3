"""Records as lines of plain text, safe to print to a terminal and good for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.index.parts import Part
from tui.model.records import Clause, Instrument, Source, Statement, Summit, Thread
from tui.search.results import Hit
from tui.study.card import Card, Stretch, Voice
from tui.study.clause_card import mark_of, proof_word, speech_word
from tui.text.visible import one_line, visible

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

# Bold and reversed: told apart without colour, so NO_COLOR needs no other way.
LIT, UNLIT = "\x1b[1;7m", "\x1b[0m"


def card_lines(card: Card) -> Iterator[str]:
    """Yield a record as lines: what it is, its words, its facts.

    In a clause's text the document's own words stand between « and »; the rest is told by the source.
    """
    yield one_line(f"{card.kind}: {card.title}")
    yield one_line(card.address)
    if card.text:
        yield ""
        yield from visible("".join(_voiced(card))).split("\n")
        if any(stretch.voice is Voice.DOCUMENT for stretch in card.stretches):
            yield "(between « and »: the document's own words; the marks are not in the text)"
    yield ""
    for fact in card.facts:
        mark = f"{fact.mark.value} " if fact.mark else ""
        yield one_line(f"{fact.label:<12}{mark}{fact.text}").rstrip()
    yield ""


def _voiced(card: Card) -> Iterator[str]:
    """Mark each run of the document's words; an insertion inside one does not end it."""
    inside = False
    for stretch in card.stretches:
        document = stretch.voice is Voice.DOCUMENT or (inside and _goes_on(card, stretch))
        if document != inside:
            yield "«" if document else "»"
            inside = document
        yield card.text[stretch.start : stretch.end]
    if inside:
        yield "»"


def _goes_on(card: Card, stretch: Stretch) -> bool:
    following = [other for other in card.stretches if other.start >= stretch.end]
    return stretch.voice is Voice.INSERTION and bool(following) and following[0].voice is Voice.DOCUMENT


def hit_lines(catalogue: Catalogue, hit: Hit, *, lit: bool) -> Iterator[str]:
    """Yield a hit: its address, its text, and the words that matched: lit in the text, or on a line of their own."""
    statement = catalogue.statement(hit.clause.statement)
    date = statement.date.label if statement and statement.date else "undated"
    rendering = hit.clause.reading
    proof = f"{mark_of(rendering.standing).value} {proof_word(rendering.standing)}"
    yield one_line(f"{hit.clause.address}  {date}  {speech_word(rendering)}  {proof}  {hit.score:g}")
    text = one_line(hit.clause.reading.text)
    if not lit:
        yield f"  {text}"
        if hit.spans:
            yield "  matched: " + " … ".join(text[start:end] for start, end in hit.spans)
        return
    position, parts = 0, []
    for start, end in hit.spans:
        parts += [text[position:start], LIT, text[start:end], UNLIT]
        position = end
    yield "  " + "".join(parts) + text[position:]


def summit_line(summit: Summit) -> str:
    """Return a summit as one line of fields between tabs: address, date, place, title."""
    place = ", ".join(part for part in (summit.place, summit.country) if part)
    return _fields(summit.key, summit.date.label if summit.date else "", place, summit.title)


def statement_line(statement: Statement) -> str:
    """Return a statement as one line of fields between tabs: address, date, act, title."""
    date, act = statement.date, statement.act
    return _fields(statement.key, date.label if date else "", act.label if act else "", statement.title)


def clause_line(clause: Clause) -> str:
    """Return a clause as one line of fields between tabs: address, speech, how well it is proved, text."""
    rendering = clause.reading
    return _fields(clause.address, speech_word(rendering), proof_word(rendering.standing), rendering.text)


def instrument_fields(instrument: Instrument) -> str:
    """Return an instrument as one line of fields between tabs: address, kind, date, title, symbol."""
    date = instrument.date.label if instrument.date else ""
    return _fields(instrument.key, instrument.kind.label, date, instrument.title, instrument.symbol or "")


def source_fields(source: Source) -> str:
    """Return a source as one line of fields between tabs: address, publisher, date, title, file."""
    date = source.published.label if source.published else ""
    return _fields(source.key, source.publisher, date, source.title, source.file or "")


def thread_line(thread: Thread) -> str:
    """Return a thread as one line of fields between tabs: address, how many members, title."""
    return _fields(thread.key, str(len(thread.members)), thread.title)


def part_line(catalogue: Catalogue, part: Part) -> str:
    """Return a participant as one line of fields between tabs: address, name, roles, offices, for whom."""
    return _fields(
        part.participant.key,
        part.participant.name,
        ", ".join(role.label for role in part.roles),
        ", ".join(part.offices),
        ", ".join(catalogue.name(key) for key in part.acting_for),
    )


def _fields(*fields: str) -> str:
    return "\t".join(one_line(field) for field in fields)
