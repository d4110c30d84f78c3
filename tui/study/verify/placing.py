"""Where words of a wording stand: in the text of their clause, and at which line and column of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.collection.proof import Wanted, prove
from tui.collection.sources import SourceText
from tui.model.records import Clause, Rendering
from tui.model.vocabulary import Inserter
from tui.study.verify.extract import Wording
from tui.text.words import standing, words

if TYPE_CHECKING:
    from tui.study.source_texts import SourceTexts


def line_and_column(
    rendering: Rendering, start: int, end: int, texts: SourceTexts
) -> tuple[int, int] | tuple[None, None]:
    """Return the line and column in the source of `[start, end)` of a rendering's text.

    Nothing where the source is not held, or where the words do not stand there, or more than once.
    """
    proof = rendering.proof
    text = texts.text(rendering.source) if proof.start is not None else None
    if text is None or proof.start is None or proof.end is None:
        return None, None
    there = text.text[proof.start : proof.end]
    if there == rendering.text:
        return text.line_and_column(proof.start + start)
    own = [rendering.text[one.start : one.end] for one in rendering.insertions if one.by is Inserter.EDITORS]
    found = prove(Wanted(rendering.text[start:end], insertions=own), SourceText(there)).proof
    if not found.holds or found.start is None:
        return None, None
    return text.line_and_column(proof.start + found.start)


def in_clause(wording: Wording, start: int, end: int) -> tuple[Clause | None, Rendering, int, int]:
    """Return words of a wording as words of their clause, in its own rendering; all of it where editors changed them.

    Only a wording that was read from a source, not from the collection, has another text than its clause.
    """
    clause, rendering = wording.clause, wording.rendering
    if clause is None or rendering in clause.renderings:
        return clause, rendering, start, end
    own = next((one for one in clause.renderings if one.source == rendering.source), rendering)
    held = words(own.text)
    asked = [word.folded for word in words(rendering.text[start:end])]
    first = next(iter(standing(asked, [word.folded for word in held])), None)
    if first is None:
        return clause, own, 0, len(own.text)
    return clause, own, held[first].start, held[first + len(asked) - 1].end
