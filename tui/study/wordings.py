"""A clause's wordings beside each other: where each comes from, who was first, where they part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.records import AliasSet, Clause, Rendering, Source
from tui.study.card import Fact
from tui.study.clause_card import proof_fact, speech_word
from tui.study.compare import aliases_of, same_language
from tui.study.difference.differ import differences
from tui.study.difference.pieces import Kind, Piece
from tui.study.difference.signs import differing, tally
from tui.study.fragments import held_against
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Wording:
    """A rendering, the clause it is of, and its source.

    `pieces` are its differences from the base, None where it is not held against it.
    """

    clause: Clause
    rendering: Rendering
    source: Source | None
    pieces: tuple[Piece, ...] | None

    @property
    def publisher(self) -> str:
        """Who publishes it; an undefined source is called by its id."""
        return self.source.publisher if self.source else self.rendering.source.rpartition("/")[2]


def renderings_of(catalogue: Catalogue, clause: Clause) -> list[tuple[Clause, Rendering]]:
    """Return the renderings of a clause in their order, then those of the same clause in other collections."""
    twins = filter(None, (catalogue.clause(address) for address in catalogue.same(Clause, clause.key)))
    return [(one, rendering) for one in (clause, *twins) for rendering in one.renderings]


def bases(renderings: Sequence[tuple[Clause, Rendering]]) -> list[int]:
    """Return the numbers of the renderings that others may be held against: the editors' own only if all are theirs."""
    return [number for number, (_, one) in enumerate(renderings) if not one.editorial] or [0]


def wordings(catalogue: Catalogue, clause: Clause, base: int = 0) -> list[Wording]:
    """Return the wordings of a clause, also those in other collections, each with its differences from number `base`.

    The base itself, what is in another language or script, the editors' own words and a fragment that has little in
    common with the base have none.
    """
    found = renderings_of(catalogue, clause)
    aliases = aliases_of(catalogue, *dict.fromkeys(one.key for one, _ in found))
    of, against = found[base]
    return [
        Wording(
            one,
            rendering,
            catalogue.source(rendering.source),
            _held_against(of, against, one, rendering, aliases) if number != base else None,
        )
        for number, (one, rendering) in enumerate(found)
    ]


def _held_against(
    of: Clause, base: Rendering, clause: Clause, rendering: Rendering, aliases: Sequence[AliasSet]
) -> tuple[Piece, ...] | None:
    if not same_language(base.language, rendering.language):
        return None
    pieces = differences(base.text, rendering.text, aliases)
    return pieces if held_against((of, base), (clause, rendering), pieces) else None


def heading(wording: Wording, base: Wording) -> Iterator[Fact]:
    """Yield what stands above a wording: publisher, language, authority, speech, proof, and how far it differs.

    Of a wording in another collection also which that is.
    """
    rendering = wording.rendering
    yield Fact("Publisher", wording.publisher)
    yield Fact("Language", f"{rendering.language} · {rendering.authority.label} · {speech_word(rendering)}")
    yield proof_fact("Place", rendering.proof, wording.source)
    if rendering.editorial:
        yield Fact("Differs", "not compared: the editors' own words")
    elif wording is base:
        yield Fact("Differs", "the others are held against this one")
    elif wording.pieces is None and same_language(rendering.language, base.rendering.language):
        yield Fact("Differs", "not compared: a fragment, perhaps of another passage")
    elif wording.pieces is None:
        yield Fact("Differs", f"not compared: {rendering.language} beside {base.rendering.language}")
    else:
        yield Fact("Differs", tally(wording.pieces))


def descent(catalogue: Catalogue, rendering: Rendering) -> list[Source]:
    """Return the source of a rendering, what that derives from, and so on; each source once."""
    found: list[Source] = []
    source = catalogue.source(rendering.source)
    while source is not None and source not in found:
        found.append(source)
        source = catalogue.source(source.derived_from)
    return found


def undefined_origin(catalogue: Catalogue, known: Sequence[Source]) -> str | None:
    """Return the key from which the last of a descent derives, where no source has it; else None."""
    origin = known[-1].derived_from if known else None
    return origin if origin and catalogue.source(origin) is None else None


def descent_line(catalogue: Catalogue, clause: Clause, rendering: Rendering) -> str:
    """Return where a rendering comes from: clause, rendering, source, what that derives from, each with its date."""
    known = descent(catalogue, rendering)
    sources = [_published(source) for source in known] or [f"{rendering.source} (undefined)"]
    if undefined := undefined_origin(catalogue, known):
        sources.append(f"{undefined} (undefined)")
    return " ← ".join([f"#{clause.id}", f"{rendering.language} {rendering.authority.label} wording", *sources])


def _published(source: Source) -> str:
    return f"{source.publisher} ({source.published.label if source.published else 'no date'})"


def first_line(catalogue: Catalogue, clause: Clause) -> str:
    """Return who of a clause's sources published first, as far as their dates tell; editors publish no wording."""
    carrying = (one.source for _, one in renderings_of(catalogue, clause) if not one.editorial)
    sources = list(dict.fromkeys(filter(None, map(catalogue.source, carrying))))
    if len(sources) < 2:
        return ""
    dated = [source for source in sources if source.published is not None]
    first = first_published(dated) if len(dated) > 1 else None
    if first is None:
        return "Who was first cannot be told from the dates recorded"
    return f"First{'' if len(dated) == len(sources) else ' of those with a date'}: {_published(first)}"


def first_published(sources: Sequence[Source]) -> Source | None:
    """Return the source that was out before all others by its date; None where the dates do not tell."""
    for one in sources:
        if all(other is one or _before(one, other) for other in sources):
            return one
    return None


def _before(one: Source, other: Source) -> bool:
    if one.published is None or other.published is None:
        return False
    moments = [_moment(source.published.text) for source in (one, other) if source.published]
    if moments[0] and moments[1]:
        return moments[0] < moments[1]
    return one.published.latest < other.published.earliest


def _moment(text: str) -> dt.datetime | None:
    """Return the moment that a date with a time of day writes; None for any other date."""
    try:
        return dt.datetime.fromisoformat(text) if "T" in text and "/" not in text else None
    except ValueError:
        return None


def carried_by(clause: Clause, aliases: Sequence[AliasSet]) -> str:
    """Return how many sources carry a clause and where they part: `3 sources; part at “forged” / “found”`.

    Nothing for a clause in one source; editors are none. What is in another language is counted, and not held against
    the first; neither is a fragment that has little in common with it.
    """
    carrying = [rendering for rendering in clause.renderings if not rendering.editorial]
    sources = dict.fromkeys(rendering.source for rendering in carrying)
    if len(sources) < 2:
        return ""
    said = [counted(len(sources), "source")]
    first, *others = carrying
    alike = [other for other in others if same_language(first.language, other.language)]
    held = [other for other in alike if _held_against(clause, first, clause, other, aliases) is not None]
    if held:
        said.append(_parting(first, held, aliases))
    if clause.in_fragments:
        said.append("in fragments")
    if foreign := sorted({other.language for other in others} - {other.language for other in alike}):
        said.append(f"also in {', '.join(foreign)}")
    return "; ".join(said)


def _parting(first: Rendering, others: Sequence[Rendering], aliases: Sequence[AliasSet]) -> str:
    """Return the first words that differ in substance, or that none do."""
    kinds: set[Kind] = set()
    found: list[tuple[int, str]] = []
    for other in others:
        for told in differing(differences(first.text, other.text, aliases), first.text, other.text):
            if told.piece.kind is Kind.SUBSTANTIVE:
                found.append((told.piece.left[0], f"{told.said} moved" if told.name else told.said))
            if told.piece.kind:
                kinds.add(told.piece.kind)
    if found:
        return f"part at {min(found)[1]}"
    if kinds:
        return f"differ only in {', '.join(kind for kind in Kind if kind in kinds)}"
    return "word for word the same"
