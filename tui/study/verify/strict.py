"""Where a quotation stands in wordings that have its words in a row: to the letter, or with another style alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.collection.proof import cuts_word
from tui.model.vocabulary import ProofState
from tui.study.card import Voice
from tui.study.clause_card import stretches
from tui.study.verify.extract import Wording, in_language, voice_of
from tui.study.verify.quotation import Quotation
from tui.study.verify.style import without_style
from tui.text.words import standing, words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


class Strict(NamedTuple):
    """A wording, `[start, end)` of its text where the quotation stands, and how.

    `edited`: with another style; `own`: all of it in the document's own words; `later`: how many renderings of the
    clause in its language are read before it.
    """

    wording: Wording
    start: int
    end: int
    edited: bool
    own: bool
    later: int

    def rank(self, source: str | None) -> tuple[bool, bool, bool, bool, bool, int]:
        """What sorts the best first: the document's own words, of the source that is claimed, read first, proved."""
        rendering = self.wording.rendering
        failed = rendering.standing is ProofState.FAILED
        return (
            not self.own,
            rendering.editorial,
            source not in (None, rendering.source),
            self.edited,
            failed,
            self.later,
        )


def strict_places(quotation: Quotation, wordings: Iterable[Wording], catalogue: Catalogue) -> Iterator[Strict]:
    """Yield where the quotation stands in each of the wordings in which it does, its first place in each."""
    asked = [word.folded for word in quotation.words]
    said = quotation.text[quotation.words[0].start : quotation.words[-1].end]
    plain = without_style(said)
    for wording in wordings:
        text = wording.rendering.text
        if said not in text and plain not in without_style(text):
            continue
        held = words(text)
        found = []
        for first in standing(asked, [word.folded for word in held]):
            start, end = held[first].start, held[first + len(asked) - 1].end
            if same_words(text, start, end, said):
                found.append(Strict(wording, start, end, text[start:end] != said, _own(wording, start, end), 0))
        if found:
            best = min(found, key=lambda one: (not one.own, one.edited))
            yield best._replace(later=_later(wording, catalogue))


def same_words(text: str, start: int, end: int, said: str) -> bool:
    """Whether `[start, end)` of a text are the words `said`, style set aside, and whole ones."""
    if cuts_word(text, start) or cuts_word(text, end):
        return False
    there = text[start:end]
    return there == said or without_style(there) == without_style(said)


def _own(wording: Wording, start: int, end: int) -> bool:
    """Whether all words there are the document's, or in brackets beside them."""
    return all(
        voice_of(wording, one.voice) is not Voice.SOURCE
        for one in stretches(wording.rendering)
        if one.start < end
        and start < one.end
        and words(wording.rendering.text[max(start, one.start) : min(end, one.end)])
    )


def _later(wording: Wording, catalogue: Catalogue) -> int:
    clause = catalogue.clause(wording.clause.address) if wording.clause else None
    if clause is None:
        return 0
    same = [one.source for one in in_language(clause, wording.rendering.language)]
    return same.index(wording.rendering.source) if wording.rendering.source in same else 0
