"""How a quotation lies in an extract: the stretches it stands for, what differs there, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from tui.study.card import Voice
from tui.study.difference.pieces import Change, Piece
from tui.study.difference.pieces import Kind as Matter
from tui.study.verify.extract import Extract
from tui.study.verify.quotation import Quotation
from tui.text.words import words

_STYLE, _LESSER = 0.1, 0.5
"""What a difference of style costs, and what one does of spelling, names or order, however many words it has."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A stretch of an extract, `[start, end)`, and the words of the quotation that stand for it, word by word.

    `pieces` say how `right` (the quotation's words, without an editor's brackets) differs from `left` (the extract's);
    `allowed` are those of them that an editor may have made.
    """

    start: int
    end: int
    left: str
    right: str
    pieces: tuple[Piece, ...]
    allowed: frozenset[Piece] = frozenset()

    @property
    def differing(self) -> tuple[Piece, ...]:
        """What differs and may not."""
        return tuple(one for one in self.pieces if one.change is not Change.SAME and one not in self.allowed)

    @property
    def cost(self) -> float:
        """How many words differ and may not; those of other kinds than substance cost less."""
        return sum(map(self._cost, self.differing))

    def _cost(self, piece: Piece) -> float:
        if piece.kind is not Matter.SUBSTANTIVE:
            return _STYLE if piece.kind is Matter.STYLE else _LESSER
        return max(len(words(self.left[slice(*piece.left)])), len(words(self.right[slice(*piece.right)])), 1)


@dataclass(frozen=True)
class Examined:
    """How a quotation lies in an extract: the stretches between its ellipses, and the edits that are permitted.

    `skipped` are the stretches of the extract that its ellipses leave out, `denied` the negations in these; `cut` a
    word or expression of the extract that it begins or ends inside of; `agreed` counts its words that stand so in the
    extract.
    """

    quotation: Quotation
    extract: Extract
    compared: tuple[Compared, ...]
    edits: tuple[str, ...] = ()
    skipped: tuple[tuple[int, int], ...] = ()
    denied: tuple[str, ...] = ()
    cut: str | None = None
    wrong_end: str | None = None
    agreed: int = 0
    voices: frozenset[Voice] = field(default=frozenset())

    @cached_property
    def differing(self) -> tuple[tuple[Compared, Piece], ...]:
        """All that differs and may not, each with the stretch that it is in."""
        return tuple((one, piece) for one in self.compared for piece in one.differing)

    @cached_property
    def cost(self) -> float:
        """How many words differ; one begun or ended inside counts as one, and so does a negation left out."""
        own = sum(one.cost for one in self.compared)
        return own + bool(self.cut) + _STYLE * bool(self.wrong_end) + len(self.denied)

    @property
    def same(self) -> bool:
        """Whether nothing differs but what an editor may change."""
        return not self.differing and not self.cut and not self.wrong_end and not self.denied

    @property
    def start(self) -> int:
        """Where in the extract it begins."""
        return self.compared[0].start

    @property
    def end(self) -> int:
        """Where in the extract it ends."""
        return self.compared[-1].end

    @property
    def reported(self) -> bool:
        """Whether any of it is told by the source, not said by the document."""
        return Voice.SOURCE in self.voices

    @property
    def told(self) -> bool:
        """Whether none of it is the document's."""
        return Voice.DOCUMENT not in self.voices

    @property
    def across(self) -> bool:
        """Whether an ellipsis leaves out words of more than one clause, or the break between two."""
        return any(
            self.extract.part(before.start) != self.extract.part(after.end - 1)
            for before, after in pairwise(self.compared)
        )
