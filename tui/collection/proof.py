"""Proves that words stand in a source: exact words, not nearly.

After the W3C Web Annotation selectors: the exact words with their prefix and suffix are the truth, the
position is a hint. What may differ is what a careful editor may do, and each use of it is named in the
proof: an ellipsis, an insertion declared as the editors' own, the style of quotation marks, line breaks and
spacing, and a word that the source runs together with its neighbour. `VERBATIM` means that the source has
the words at that place character for character, and has them as whole words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from tui.collection.loose import Loose, differences, loosen
from tui.collection.sources import SourceText
from tui.model.records import Proof
from tui.model.vocabulary import ProofState
from tui.text.words import inside_word, words

_ELLIPSIS: Final = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…)\s*")
INSERTION: Final = "insertion"
"""How an edit that is an insertion begins; the insertion itself follows."""

_RUN_TOGETHER: Final = "words run together in the source"
_HYPHENS: Final = "-\u2010\u2011"
_IN_NUMBERS: Final = ".,:'’/\u066b\u066c"

# The nearest words are only a help in a message: not worth a long wait.
_MAX_FOR_NEAREST: Final = 1_000_000
_MAX_ALIGNED: Final = 500
_NEAR_ENOUGH: Final = 60.0
_AROUND: Final = 100


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


UNHELD: Final = Verdict(Proof(ProofState.UNHELD, complaint="the source's file is not held"))
"""What can be said of any words in a source that is not held."""


def prove(wanted: Wanted, source: SourceText | None, within: tuple[int, int] | None = None) -> Verdict:
    """Return where the wanted words stand in `source`, or why that cannot be said.

    `within` limits the search to `[start, end)`. A source that is not held gives `UNHELD`.
    """
    if source is None:
        # No problem is noted here: that there is no file, or no such source, is one already or is no mistake.
        return UNHELD
    low, high = within or (0, len(source.text))
    elsewhere: str | None = None
    for places in (_whole_words, _run_together, _edited):
        found = places(wanted, source)
        inside = [place for place in found if low <= place.start and place.end <= high]
        fitting = [place for place in inside if _fits(wanted, source.text, place)]
        if fitting:
            return _choose(fitting, wanted, source)
        if found and elsewhere is None:
            line, column = source.line_and_column((inside or found)[0].start)
            why = "but not between this prefix and suffix" if inside else "outside the text that they are quoted from"
            elsewhere = f"the words stand at {line}:{column}, {why}"
    return _failed(elsewhere or _missing(wanted, source))


def _choose(fitting: list[Place], wanted: Wanted, source: SourceText) -> Verdict:
    if len(fitting) > 1:
        hinted = [place for place in fitting if place.start == wanted.start]
        if not hinted:
            return _failed(f"the words stand there {len(fitting)} times; give a prefix or a suffix")
        fitting = hinted
    return _proved(fitting[0], wanted, source)


def _failed(complaint: str) -> Verdict:
    return Verdict(Proof(ProofState.FAILED, complaint=complaint), complaint)


def _proved(place: Place, wanted: Wanted, source: SourceText) -> Verdict:
    state = ProofState.EDITED if place.edits else ProofState.VERBATIM
    proof = Proof(state, place.start, place.end, *source.line_and_column(place.start), place.edits)
    if wanted.start is not None and wanted.start != place.start:
        return Verdict(proof, f"found {wanted.start}, the words stand at {place.start}", stale=True)
    return Verdict(proof)


def _fits(wanted: Wanted, text: str, place: Place) -> bool:
    return text.endswith(wanted.prefix or "", 0, place.start) and text.startswith(wanted.suffix or "", place.end)


def _whole_words(wanted: Wanted, source: SourceText) -> list[Place]:
    """Return the places where the source has the wanted text, character for character and in whole words."""
    return [place for place in _literal(wanted, source.text) if not _cut(source.text, place, cuts_word)]


def _run_together(wanted: Wanted, source: SourceText) -> list[Place]:
    """Return the places that are whole words once words that run together are parted: `Jorge SilvaU.S. President`.

    Captions run together like that in pages that were scraped. `McDonald` is cut by the same rule, so the
    proof names it.
    """
    text = source.text
    return [
        place._replace(edits=(_RUN_TOGETHER,))
        for place in _literal(wanted, text)
        if not _cut(text, place, lambda text, cut: cuts_word(text, cut) and not _new_capital(text, cut))
    ]


def _literal(wanted: Wanted, text: str) -> Iterator[Place]:
    for start in _occurrences(wanted.exact, text):
        yield Place(start, start + len(wanted.exact))


def _occurrences(part: str, text: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _cut(text: str, place: Place, cuts: Callable[[str, int], bool]) -> bool:
    return cuts(text, place.start) or cuts(text, place.end)


def cuts_word(text: str, position: int) -> bool:
    """Whether a cut there leaves something else than the source says.

    Inside a word ("the president" is not what "the presidents" says, nor "can" what "can't" says), inside a
    compound ("non-military"), a number ("500" is not what "1,500" says) or an abbreviation ("U.S.").
    """
    if inside_word(text, position):
        return True
    return _joins(text, position - 1) or _joins(text, position)


def _joins(text: str, joint: int) -> bool:
    """Whether the sign at `joint` makes one expression of what stands on both sides of it."""
    if not 0 < joint < len(text) - 1:
        return False
    before, sign, after = text[joint - 1], text[joint], text[joint + 1]
    if sign in _HYPHENS:
        return unicodedata.category(before)[0] in "LNM" and after.isalnum()
    if sign == "." and before.isalpha() and after.isalpha():
        return joint == 1 or not text[joint - 2].isalnum()  # U.S. and the like
    return sign in _IN_NUMBERS and before.isdigit() and after.isdigit()


def _new_capital(text: str, position: int) -> bool:
    return text[position - 1].islower() and text[position].isupper()


def _edited(wanted: Wanted, source: SourceText) -> list[Place]:
    """Return the places where the words stand once permitted editing is set aside, in whole words.

    The pieces between ellipses must follow one another in the source; each begin of the first piece is
    tried, each later piece is taken at its first chance, so the stretch found is the shortest from there.
    """
    remaining = wanted.exact
    edits: list[str] = []
    for insertion in wanted.insertions:
        if insertion in remaining:
            own = re.escape(insertion)
            remaining = re.sub(rf"\A{own}\s?|\s?{own}", "", remaining)
            edits.append(f"{INSERTION} {insertion}")
    pieces = _ELLIPSIS.split(remaining.strip())
    if len(pieces) > 1:
        edits.append("ellipsis")
        # An ellipsis may also open or close the words.
        pieces = pieces[not pieces[0] : len(pieces) - (not pieces[-1])]
    if not pieces or not all(words(piece) for piece in pieces):
        return []
    if remaining != remaining.strip():
        edits.append("spacing")
    chain = _Chain([loosen(piece.strip()).text for piece in pieces], source)
    places = []
    for stretches in chain.stretches():
        style = [
            name
            for piece, (start, end) in zip(pieces, stretches, strict=True)
            for name in differences(piece.strip(), source.text[start:end])
        ]
        named = tuple(dict.fromkeys([*edits, *style]))
        places.append(Place(stretches[0][0], stretches[-1][1], named))
    return places


class _Chain:
    """The stretches of a source where pieces stand one after the other."""

    def __init__(self, pieces: Sequence[str], source: SourceText) -> None:
        self._pieces = pieces
        self._text = source.text
        self._loose: Loose = source.loose
        # Where each piece was last found: begins only grow, so no part of the text is searched twice.
        self._last = [-1] * len(pieces)

    def stretches(self) -> Iterator[list[tuple[int, int]]]:
        """Yield, for each begin of the first piece, where each piece stands, in code points of the source."""
        for start in _occurrences(self._pieces[0], self._loose.text):
            if self._stands(0, start):
                chain = self._follow(start)
                if chain is None:
                    return
                yield chain

    def _follow(self, start: int) -> list[tuple[int, int]] | None:
        """Return the stretches from `start` on; None where a later piece follows nowhere, nor after any later start."""
        chain = [self._place(0, start)]
        end = start + len(self._pieces[0])
        for number in range(1, len(self._pieces)):
            found = self._next(number, end)
            if found < 0:
                return None
            chain.append(self._place(number, found))
            end = found + len(self._pieces[number])
        return chain

    def _next(self, number: int, after: int) -> int:
        found = self._last[number]
        if found < after:
            found = self._loose.text.find(self._pieces[number], after)
            while found >= 0 and not self._stands(number, found):
                found = self._loose.text.find(self._pieces[number], found + 1)
            self._last[number] = found
        return found

    def _stands(self, number: int, start: int) -> bool:
        return not _cut(self._text, Place(*self._place(number, start)), cuts_word)

    def _place(self, number: int, start: int) -> tuple[int, int]:
        last = start + len(self._pieces[number]) - 1
        return self._loose.origins[start], self._loose.origins[last] + 1


def _missing(wanted: Wanted, source: SourceText) -> str:
    """Say that the words are not in the source, with the nearest that are."""
    message = "the words are not in the source"
    if len(source.text) > _MAX_FOR_NEAREST or not wanted.exact.strip():
        return message
    composed = unicodedata.normalize("NFC", wanted.exact)
    if wanted.exact not in source.text and composed in unicodedata.normalize("NFC", source.text):
        return f"{message} in this Unicode form; copy them from it"
    near = fuzz.partial_ratio_alignment(wanted.exact[:_MAX_ALIGNED], source.text, score_cutoff=_NEAR_ENOUGH)
    if near is None:
        return message
    # The alignment may cut a word in two: a person is shown whole ones.
    low = max(0, near.dest_start - _AROUND)
    window = source.text[low : near.dest_end + _AROUND]
    inside = [word for word in words(window) if low + word.end > near.dest_start and low + word.start < near.dest_end]
    if not inside:
        return message
    start, end = low + inside[0].start, low + inside[-1].end
    line, column = source.line_and_column(start)
    return f"{message}; the nearest, at its line {line}, column {column}, are “{source.text[start:end]}”"
