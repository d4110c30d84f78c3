"""The words of a clause as they may be printed: quotation marks say whose they are."""

from __future__ import annotations

from typing import Final

from tui.model.records import QuotedSpan, Rendering
from tui.model.vocabulary import ProofState, Speech
from tui.study.card import Voice
from tui.study.clause_card import stretches
from tui.text.words import inside_word

_OPENING: Final = "\"“„«‘'‚‹「『"
_CLOSING: Final = "\"”“»’'›」』"


def quotation(rendering: Rendering, publisher: str) -> str:
    """Return the words with the marks that are true of them.

    The document's own words stand in quotation marks; what `publisher` tells in its own is led in as such, and the
    document's words in it stand in single marks. What is no quotation of anybody stands in none.
    """
    text = rendering.text
    if rendering.editorial:
        return f"Summary by the editors of the collection: {text}"
    if rendering.standing is ProofState.FAILED:
        return f"NOT PROVED, {publisher} was not found to have these words: {text}"
    if rendering.speech is Speech.DIRECT:
        return f"“{text}”"
    if rendering.speech is Speech.INDIRECT:
        return f"{publisher}, in its own words: “{text}”"
    return f"{publisher}, quoting in part: “{_nested(text, rendering.quoted)}”"


def _nested(text: str, quoted: tuple[QuotedSpan, ...]) -> str:
    """Return a text with its quoted spans in single marks, which take the place of the source's own."""
    parts, position = [], 0
    for span in sorted(quoted, key=lambda span: span.start):
        opened = span.start > position and text[span.start - 1] in _OPENING
        parts += [text[position : span.start - opened], "‘", text[span.start : span.end], "’"]
        position = span.end + (span.end < len(text) and text[span.end] in _CLOSING)
    return "".join([*parts, text[position:]])


def passage_voice(rendering: Rendering, start: int, end: int) -> Voice | None:
    """Return whose words the stretch `[start, end)` is, where it is clean; else None.

    It is clean where it is a part of the text in whole words, all of the document or all of the source, and cuts no
    insertion.
    """
    text = rendering.text
    passage = text[start:end]
    if not passage or passage != passage.strip() or (start, end) == (0, len(text)):
        return None
    if inside_word(text, start) or inside_word(text, end):
        return None
    if any(mark.start < edge < mark.end for mark in rendering.insertions for edge in (start, end)):
        return None
    voices = {one.voice for one in stretches(rendering) if one.start < end and one.end > start}
    voices.discard(Voice.INSERTION)
    return voices.pop() if len(voices) == 1 else None
