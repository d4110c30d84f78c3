"""What there is to say of a verdict, for the screen and the command line alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.model.records import Rendering
from tui.study.card import Fact, Mark
from tui.study.clause_card import mark_of, proof_line
from tui.study.difference.pieces import Change, Piece
from tui.study.difference.pieces import Kind as Matter
from tui.study.shown_by import source_line
from tui.study.verify.answer import NO_CONTROLS, Answer, Place, Verdict
from tui.study.verify.examined import Compared
from tui.study.wordings import descent, undefined_origin
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_SHOWN: Final = 5
_MARKS: Final = {Verdict.VERBATIM: Mark.PROVED, Verdict.EDITED: Mark.EDITED}


def mark(verdict: Verdict) -> Mark:
    """Return the sign of a verdict."""
    return _MARKS.get(verdict, Mark.FAILED)


def shown_pieces(compared: Compared) -> tuple[Piece, ...]:
    """Return the differences word by word as a reader wants them: style that an editor may change is none."""
    if not compared.pieces:
        return (Piece(Change.SAME, (0, len(compared.left)), (0, len(compared.right))),) if compared.left else ()
    return tuple(
        piece._replace(change=Change.SAME, kind=None)
        if piece in compared.allowed and piece.kind is Matter.STYLE
        else piece
        for piece in compared.pieces
    )


def facts(catalogue: Catalogue, answer: Answer) -> Iterator[Fact]:
    """Yield the evidence for a verdict: where, in which source, what was edited, what is missing, what to beware of."""
    seen: set[str] = set()
    for place in answer.places:
        yield Fact("Where", where(catalogue, place))
        if place.rendering.source not in seen:
            seen.add(place.rendering.source)
            yield from _source(catalogue, place.rendering)
    if answer.against is not None:
        yield Fact("Claimed" if answer.claimed else "Read first", where(catalogue, answer.against))
        yield Fact("", f"“{answer.against.words}”")
        yield from _source(catalogue, answer.against.rendering)
    for edit in answer.edits:
        if edit == NO_CONTROLS or answer.verdict is not Verdict.SPLICED:
            yield Fact("Edited", edit, Mark.EDITED)
    label = "Missing" if answer.verdict is Verdict.TRUNCATED else "Left out"
    for missing in answer.missing:
        yield Fact(label, f"“{missing}”", Mark.FAILED)
    if answer.unplaced:
        yield Fact("In neither", f"“{' '.join(answer.unplaced)}”", Mark.FAILED)
    for caution in answer.cautions:
        yield Fact("Beware", caution)
    for place in answer.others[:_SHOWN]:
        yield Fact("Also at", f"{where(catalogue, place)} ({place.rendering.source})")
    if rest := len(answer.others[_SHOWN:]) + answer.more:
        yield Fact("", _further(answer, rest))
    for place in answer.near:
        yield Fact("Also near", f"“{place.words}”: {where(catalogue, place)} ({place.rendering.source})")


def _further(answer: Answer, rest: int) -> str:
    """Say in how many wordings more the words stand: of one word all are counted, of more some may be written else."""
    if answer.verdict is Verdict.TOO_SHORT:
        return f"and in {counted(rest, 'wording')} more"
    return f"and in up to {counted(rest, 'wording')} more that have these words"


def where(catalogue: Catalogue, place: Place) -> str:
    """Return a place in words: the clause, its statement and date, or the source's own text."""
    if place.clause is None:
        return f"{place.rendering.source}, outside every clause{_line(place)}"
    statement = catalogue.statement(place.clause.statement)
    named = [place.clause.address]
    if statement is not None:
        named.append(statement.title)
        named += [statement.date.label] if statement.date else []
    return ", ".join(named) + _line(place)


def _line(place: Place) -> str:
    return f"; in the source at line {place.line}, column {place.column}" if place.line is not None else ""


def _source(catalogue: Catalogue, rendering: Rendering) -> Iterator[Fact]:
    """A rendering's source, how well it is proved there, and the chain it comes through."""
    known = descent(catalogue, rendering)
    proof = rendering.proof
    yield Fact("Source", source_line(known[0]) if known else rendering.source, mark_of(rendering.standing))
    yield Fact("", f"{rendering.authority.label}; {rendering.speech.label} speech; {proof_line(proof)}")
    chain = [source_line(origin) for origin in known[1:]]
    if undefined := undefined_origin(catalogue, known):
        chain.append(undefined)
    if chain:
        yield Fact("Comes from", " ← ".join(chain))
