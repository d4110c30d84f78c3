"""Proves that words stand in a source: exact words, not nearly.

After the W3C Web Annotation selectors: the exact words with their prefix and suffix are the truth, the
position is a hint. What may differ is what a careful editor may do, and each use of it is named in the
proof: an ellipsis, an insertion declared as the editors' own, the style of quotation marks, and line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from tui.collection.sources import SourceText
from tui.model.records import Proof
from tui.model.vocabulary import ProofState
from tui.text.words import words

_SINGLE: Final = "'‘’‚‛‹›"
_DOUBLE: Final = '"“”„‟«»'
_QUOTES: Final = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})
_ELLIPSIS: Final = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…)\s*")
_MAX_FOR_NEAREST: Final = 1_000_000
_NEAR_ENOUGH: Final = 60.0


class Place(NamedTuple):
    """A stretch of a source, `[start, end)` in code points, with the editing that was understood on the way."""

    start: int
    end: int
    edits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be proved: the words, what surrounds them, and what of them is the editors' own."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    insertions: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proof and, where it fails or the hint is stale, what a person should be told."""

    proof: Proof
    complaint: str | None = None
    stale: bool = False


def prove(wanted: Wanted, source: SourceText | None, within: tuple[int, int] | None = None) -> Verdict:
    """Return where the wanted words stand in `source`, or why that cannot be said.

    `within` limits the search to `[start, end)`. A source that is not held gives `UNHELD`.
    """
    if source is None:
        return Verdict(Proof(ProofState.UNHELD))
    low, high = within or (0, len(source.text))
    places = [place for place in _places(wanted, source.text) if low <= place.start and place.end <= high]
    if not places:
        return _failed(_missing(wanted, source))
    fitting = [place for place in places if _fits(wanted, source.text, place)]
    if not fitting:
        line, column = source.line_and_column(places[0].start)
        return _failed(f"the words stand at {line}:{column}, but not between this prefix and suffix")
    if len(fitting) > 1:
        hinted = [place for place in fitting if place.start == wanted.start]
        if not hinted:
            return _failed(f"the words stand there {len(fitting)} times; give a prefix or a suffix")
        fitting = hinted
    return _proved(fitting[0], wanted, source)


def _failed(complaint: str) -> Verdict:
    return Verdict(Proof(ProofState.FAILED), complaint)


def _proved(place: Place, wanted: Wanted, source: SourceText) -> Verdict:
    state = ProofState.EDITED if place.edits else ProofState.VERBATIM
    proof = Proof(state, place.start, place.end, *source.line_and_column(place.start), place.edits)
    if wanted.start is not None and wanted.start != place.start:
        return Verdict(proof, f"found {wanted.start}, the words stand at {place.start}", stale=True)
    return Verdict(proof)


def _places(wanted: Wanted, text: str) -> list[Place]:
    exact = [Place(start, start + len(wanted.exact)) for start in _occurrences(wanted.exact, text)]
    places = [place for place in exact if not _cuts_word(text, place)]
    return places or [place for place in _edited(wanted, text) if not _cuts_word(text, place)]


def _occurrences(part: str, text: str) -> list[int]:
    starts: list[int] = []
    start = text.find(part)
    while start >= 0:
        starts.append(start)
        start = text.find(part, start + 1)
    return starts


def _cuts_word(text: str, place: Place) -> bool:
    """Whether a place begins or ends inside a word: "the president" is not what "the presidents" says.

    A capital after a small letter begins a word (captions run together like that in scraped pages).
    """
    return any(
        0 < cut < len(text)
        and text[cut - 1].isalnum()
        and text[cut].isalnum()
        and not (text[cut - 1].islower() and text[cut].isupper())
        for cut in (place.start, place.end)
    )


def _fits(wanted: Wanted, text: str, place: Place) -> bool:
    before, after = text[: place.start], text[place.end :]
    return before.endswith(wanted.prefix or "") and after.startswith(wanted.suffix or "")


class _Loose(NamedTuple):
    """A text with quotation marks of one style and single spaces, and where each character came from."""

    text: str
    origins: list[int]


def _loosen(text: str) -> _Loose:
    kept: list[str] = []
    origins: list[int] = []
    for position, char in enumerate(text.translate(_QUOTES)):
        space = char.isspace()
        if space and kept and kept[-1] == " ":
            continue
        kept.append(" " if space else char)
        origins.append(position)
    return _Loose("".join(kept), [*origins, len(text)])


def _edited(wanted: Wanted, text: str) -> list[Place]:
    """Return the places where the words stand once permitted editing is set aside.

    The pieces between ellipses must follow one another in the source; each begin of the first piece is
    tried, each later piece is taken at its first chance, so the stretch found is the shortest from there.
    """
    remaining = wanted.exact
    edits: list[str] = []
    for insertion in wanted.insertions:
        if insertion in remaining:
            remaining = re.sub(rf"\s?{re.escape(insertion)}", "", remaining)
            edits.append(f"insertion {insertion}")
    pieces = [piece.strip() for piece in _ELLIPSIS.split(remaining)]
    if len(pieces) > 1:
        edits.append("ellipsis")
    if not all(words(piece) for piece in pieces):
        return []
    loose = _loosen(text)
    loose_pieces = [_loosen(piece).text for piece in pieces]
    places = []
    for start in _occurrences(loose_pieces[0], loose.text):
        stretches = _follow(loose_pieces, loose.text, start)
        if stretches is not None:
            found = [(loose.origins[first], loose.origins[last - 1] + 1) for first, last in stretches]
            style = _style(pieces, [text[first:last] for first, last in found])
            places.append(Place(found[0][0], found[-1][1], (*edits, *style)))
    return places


def _follow(pieces: list[str], text: str, start: int) -> list[tuple[int, int]] | None:
    """Return the stretch of each piece, the first from `start`, or None where one does not follow."""
    stretches = [(start, start + len(pieces[0]))]
    for piece in pieces[1:]:
        found = text.find(piece, stretches[-1][1])
        if found < 0:
            return None
        stretches.append((found, found + len(piece)))
    return stretches


def _style(pieces: list[str], found: list[str]) -> list[str]:
    """Name the differences of style between the pieces as wanted and as found."""
    edits = []
    if any(_marks(piece) != _marks(stretch) for piece, stretch in zip(pieces, found, strict=True)):
        edits.append("quotation marks")
    if any(
        piece.translate(_QUOTES) != stretch.translate(_QUOTES) for piece, stretch in zip(pieces, found, strict=True)
    ):
        edits.append("spacing")
    return edits


def _marks(text: str) -> list[str]:
    return [char for char in text if char in _SINGLE + _DOUBLE]


def _missing(wanted: Wanted, source: SourceText) -> str:
    """Say that the words are not in the source, with the nearest that are."""
    message = "the words are not in the source"
    if len(source.text) > _MAX_FOR_NEAREST or not wanted.exact.strip():
        return message
    near = fuzz.partial_ratio_alignment(wanted.exact, source.text, score_cutoff=_NEAR_ENOUGH)
    if near is None:
        return message
    # The alignment may cut a word in two: a person is shown whole ones.
    inside = [word for word in words(source.text) if word.end > near.dest_start and word.start < near.dest_end]
    if not inside:
        return message
    start, end = inside[0].start, inside[-1].end
    line, column = source.line_and_column(start)
    return f"{message}; the nearest, at {line}:{column}, are “{source.text[start:end]}”"
