"""An extract: one wording, or neighbouring clauses of one source read as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tui.index.scope import Scope
from tui.model.records import Clause, Rendering
from tui.study.card import Voice
from tui.study.clause_card import stretches
from tui.text.words import Word, words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.study.source_texts import SourceTexts

_BETWEEN: Final = "\n\n"
_MOST_BETWEEN: Final = 200
"""Clauses with more signs than these between them do not follow one another, whatever the signs are."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A clause in one of its renderings; `clause` is None for words of a source that no clause covers."""

    clause: Clause | None
    rendering: Rendering

    @property
    def key(self) -> tuple[str, str]:
        """The clause's address, or the place in the source, and the source's key."""
        return self.clause.address if self.clause else str(self.rendering.proof.start), self.rendering.source

    @property
    def whole_key(self) -> tuple[str, str, str]:
        """What tells it from all others: of one clause a source may give several fragments."""
        return *self.key, self.rendering.text


class Extract:
    """Wordings of one source that follow one another, as one text; `words` are those of the text, with offsets.

    `spaces` stand between each two of them. `sure` tells whether it is proved that nothing else does in the source.
    """

    def __init__(self, wordings: Sequence[Wording], spaces: Sequence[str] = (), *, sure: bool = True) -> None:
        self.wordings: Final = tuple(wordings)
        self._spaces: Final = tuple(spaces)
        self.sure: Final = sure
        texts = [wording.rendering.text for wording in wordings]
        self._begins: Final = [0]
        for text, between in zip(texts, spaces, strict=False):
            self._begins.append(self._begins[-1] + len(text) + len(between))
        self.text: Final = "".join(part for pair in zip(texts, (*spaces, ""), strict=True) for part in pair)

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text."""
        return words(self.text)

    @cached_property
    def folded(self) -> list[str]:
        """The words of the text, folded."""
        return [word.folded for word in self.words]

    def part(self, offset: int) -> int:
        """Return which of the wordings the code point at `offset` is in."""
        return bisect_right(self._begins, offset) - 1

    def places(self, start: int, end: int) -> list[tuple[Wording, int, int]]:
        """Return where `[start, end)` lies in each of the wordings that it touches, in their own offsets."""
        found = []
        for wording, begin in zip(self.wordings, self._begins, strict=True):
            low, high = max(start, begin), min(end, begin + len(wording.rendering.text))
            if low < high:
                found.append((wording, low - begin, high - begin))
        return found

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Whose each word is."""
        found: list[Voice] = []
        spoken = [
            (begin + stretch.start, begin + stretch.end, voice_of(wording, stretch.voice))
            for wording, begin in zip(self.wordings, self._begins, strict=True)
            for stretch in stretches(wording.rendering)
        ]
        place = 0
        for word in self.words:
            while place < len(spoken) - 1 and word.start >= spoken[place][1]:
                place += 1
            found.append(spoken[place][2])
        return tuple(found)

    def extended(self, catalogue: Catalogue, texts: SourceTexts, before: int, after: int) -> Extract:
        """Return the extract with so many more words, or somewhat more, of the clauses before and after it."""
        wordings, spaces = list(self.wordings), list(self._spaces)
        sure = self.sure
        for side, wanted in ((-1, before), (1, after)):
            while wanted > 0:
                edge = wordings[0] if side < 0 else wordings[-1]
                found = _neighbour(catalogue, texts, edge, side)
                if found is None:
                    break
                near, space = found
                sure = sure and space is not None
                wordings.insert(0 if side < 0 else len(wordings), near)
                spaces.insert(0 if side < 0 else len(spaces), space or _BETWEEN)
                wanted -= len(words(near.rendering.text))
        return self if len(wordings) == len(self.wordings) else Extract(wordings, spaces, sure=sure)


def in_language(clause: Clause, language: str) -> list[Rendering]:
    """Return the renderings of a clause in a language, in the order in which they are read."""
    return [one for one in clause.renderings if one.language == language]


def voice_of(wording: Wording, voice: Voice) -> Voice:
    """Return whose words those of a stretch are; in an editors' own summary none are the document's."""
    return Voice.SOURCE if wording.rendering.editorial else voice


def _neighbour(
    catalogue: Catalogue, texts: SourceTexts, wording: Wording, side: int
) -> tuple[Wording, str | None] | None:
    """Return the clause before or after a wording in the same source, and what stands between; None: not known.

    There is no neighbour where the source is known to have words between them.
    """
    if wording.clause is None:
        return None
    clauses = catalogue.clauses(Scope(statement=wording.clause.statement))
    place = clauses.place(wording.clause.address)
    if place is None or not 0 <= place + side < len(clauses):
        return None
    clause = clauses[place + side]
    source = wording.rendering.source
    rendering = next((one for one in clause.renderings if one.source == source), None)
    if rendering is None:
        return None
    first, second = (rendering, wording.rendering) if side < 0 else (wording.rendering, rendering)
    between = _between(first, second, texts)
    if between is None:
        return Wording(clause, rendering), None
    if len(between) > _MOST_BETWEEN or words(between):
        return None
    return Wording(clause, rendering), between if between.isspace() else _BETWEEN


def _between(first: Rendering, second: Rendering, texts: SourceTexts) -> str | None:
    """What stands between two renderings in their source; None where that cannot be known."""
    begin, end = first.proof.end, second.proof.start
    text = texts.text(first.source)
    if begin is None or end is None or text is None:
        return None
    # Where the one begins before the other ends they do not follow each other: as if any words stood between.
    return text.text[begin:end] if begin <= end else first.text
