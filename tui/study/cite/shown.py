"""What to cite of a clause that the editors tell: a document's own words, or else the pages that show the fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tui.model.records import Clause, Rendering, Source
from tui.model.vocabulary import Authority, ProofState, SourceKind, Speech
from tui.study.cite.cleaning import clean, is_editors
from tui.study.cite.dates import in_words
from tui.study.shown_by import CLOSEST

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_NEAREST: Final = (
    SourceKind.OFFICIAL_TEXT,
    SourceKind.OFFICIAL_PAGE,
    SourceKind.OFFICIAL_COPY,
    SourceKind.TRANSLATION,
    SourceKind.DATABASE,
)
"""Kinds of sources, the nearest to an official text first; all others are as far."""
_AUTHORITIES: Final = list(Authority)


def is_theirs(source: Source | None) -> bool:
    """Whether a source is the editors of the collection themselves, who publish nothing."""
    return source is not None and source.kind is SourceKind.EDITORS


def own_words(clause: Clause) -> Rendering | None:
    """Return the document's own words in a clause that is read in the editors', to be cited in their place.

    Those in the clause's language come first, of these the ones with the most authority. None where there are none.
    """
    language = clause.reading.language
    found = [
        one
        for one in clause.renderings
        if one.speech is Speech.DIRECT and not one.editorial and one.standing is not ProofState.FAILED
    ]
    return min(found, key=lambda one: (one.language != language, _AUTHORITIES.index(one.authority)), default=None)


def pages(catalogue: Catalogue, shown_by: Sequence[str]) -> list[Source]:
    """Return the sources (keys) that show a fact, those of a kind nearest to an official text first."""
    found = [source for source in map(catalogue.source, shown_by) if source is not None]
    return sorted(found, key=lambda one: _NEAREST.index(one.kind) if one.kind in _NEAREST else len(_NEAREST))


def shown_notes(clause: Clause, others: Sequence[Source]) -> Iterator[str]:
    """Yield what is to be said of a clause in the editors' words: that it is, which other pages show it, how close."""
    yield "the wording is that of the collection's editors, not the document's"
    if clause.closest:
        yield f"closest to the official text: {CLOSEST[clause.closest]}"
    for source in others:
        yield f"also shown by {_page(source)}"


def _page(source: Source) -> str:
    title = clean(source.title)
    said = [title if is_editors(title) else f"“{title}”", source.publisher, in_words(source.published), source.url]
    return ", ".join(part for part in said if part)
