"""A quotation held against one extract: where it lies in it, what an editor may have changed, what else differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from tui.collection.proof import cuts_word
from tui.model.records import AliasSet
from tui.study.card import Voice
from tui.study.difference.differ import differences
from tui.study.difference.pieces import Change, Piece
from tui.study.difference.pieces import Kind as Matter
from tui.study.difference.variants import NEGATIONS, is_number
from tui.study.verify.align import MOST_TOKENS, align
from tui.study.verify.clean import Clean, cleaned
from tui.study.verify.extract import Extract
from tui.study.verify.long import align_long
from tui.study.verify.quotation import Kind, Quotation, Token
from tui.study.verify.style import style_edits
from tui.text.words import words

_STYLE, _LESSER = 0.1, 0.5
"""What a difference of style costs, and what one does of spelling, names or order, however many words it has."""
CLOSING: Final = "closing punctuation"
IDLE: Final = "brackets or an ellipsis that change nothing"
_WIDER: Final = 8
_ENDS: Final = ".,;:"
_TELLING_ENDS: Final = "?!"
_AROUND: Final = " \t\n,;:"
_MARKS: Final = "\"'“”„‟«»‘’‚‛‹›)] \t\n"


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

    `skipped` are the stretches of the extract that its ellipses leave out; `cut` a word or expression of the extract
    that it begins or ends inside of; `agreed` counts its words that stand so in the extract.
    """

    quotation: Quotation
    extract: Extract
    compared: tuple[Compared, ...]
    edits: tuple[str, ...] = ()
    skipped: tuple[tuple[int, int], ...] = ()
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
        """How many words differ; one begun or ended inside counts as one."""
        return sum(one.cost for one in self.compared) + bool(self.cut) + _STYLE * bool(self.wrong_end)

    @property
    def same(self) -> bool:
        """Whether nothing differs but what an editor may change."""
        return not self.differing and not self.cut and not self.wrong_end

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


def examine(
    quotation: Quotation, extract: Extract, aliases: Sequence[AliasSet], *, wide: bool = False
) -> Examined | None:
    """Return how a quotation lies best in an extract; None where no word of it does.

    `wide`: a few words on both sides are taken in where that makes the differences fewer, as for names in another
    order or a name that has more words in the extract.
    """
    tokens = quotation.tokens
    long = len(tokens) > MOST_TOKENS
    at = align_long(tokens, extract.folded) if long else align(tokens, extract.folded).at
    placed = dict(zip(tokens, at, strict=True))
    compared: list[Compared] = []
    edits: list[str] = []
    for piece in quotation.pieces():
        found = _window(piece, placed, extract)
        if found is None and not compared:
            start = end = 0
        elif found is None:
            start = end = compared[-1].end
        else:
            start, end = found
        clean = cleaned(quotation.text, piece, _sources(piece, placed, extract))
        if wide and not long:
            start, end = _widened(clean, extract, start, end, aliases)
        compared.append(_compare(clean, extract, start, end, aliases, edits))
    if not compared or all(one.start == one.end for one in compared):
        return None
    agreed = sum(place >= 0 and extract.folded[place] == token.folded for token, place in placed.items())
    return _examined(quotation, extract, compared, edits, agreed)


def examine_at(quotation: Quotation, extract: Extract, start: int, end: int) -> Examined:
    """Return how a quotation without an editor's signs lies in `[start, end)`, which says the same, style set aside."""
    left = extract.text[start:end]
    said = quotation.text[quotation.words[0].start : quotation.words[-1].end]
    compared = Compared(start, end, left, said, ())
    return _examined(quotation, extract, [compared], [*(style_edits(said, left) or ())], len(quotation.words))


def _examined(
    quotation: Quotation, extract: Extract, compared: Sequence[Compared], edits: list[str], agreed: int
) -> Examined:
    skipped = tuple(_skipped(compared, extract))
    for start, end in skipped:
        edits.append(f"ellipsis for “{extract.text[start:end].strip(_AROUND)}”")
    if quotation.signs and not edits:
        edits.append(IDLE)
    return Examined(
        quotation=quotation,
        extract=extract,
        compared=tuple(compared),
        edits=tuple(dict.fromkeys((*edits, *_closing(quotation, extract, compared[-1])))),
        skipped=skipped,
        cut=_cut(extract, compared),
        wrong_end=_wrong_end(quotation, extract, compared[-1]),
        agreed=agreed,
        voices=_voices(extract, compared),
    )


def _widened(clean: Clean, extract: Extract, start: int, end: int, aliases: Sequence[AliasSet]) -> tuple[int, int]:
    """Return the stretch with those of the words before and after it that make the differences the fewest."""
    for of_start in (True, False):
        near = [word.start for word in extract.words if word.start <= start][-_WIDER:][::-1]
        far = [word.end for word in extract.words if word.end >= end][:_WIDER]
        tried = [(one, end) for one in near] if of_start else [(start, one) for one in far]
        if tried:
            start, end = min(tried, key=lambda edges: _compare(clean, extract, edges[0], edges[1], aliases, []).cost)
    return start, end


def _window(piece: Sequence[Token], placed: dict[Token, int], extract: Extract) -> tuple[int, int] | None:
    at = [placed[token] for token in piece if token.kind is not Kind.INSERTED and placed[token] >= 0]
    return (extract.words[min(at)].start, extract.words[max(at)].end) if at else None


def _sources(piece: Sequence[Token], placed: dict[Token, int], extract: Extract) -> dict[Token, str]:
    """The words of the extract that the changed words of a quotation stand for, where they may."""
    found = {}
    for token in piece:
        if token.kind is Kind.CHANGED and (place := placed[token]) >= 0 and token.allows(extract.folded[place]):
            word = extract.words[place]
            found[token] = extract.text[word.start : word.end]
    return found


def _compare(
    clean: Clean, extract: Extract, start: int, end: int, aliases: Sequence[AliasSet], edits: list[str]
) -> Compared:
    """Hold words of the quotation against a stretch of the extract; what an editor may do is added to `edits`."""
    left = extract.text[start:end]
    pieces = differences(left, clean.text, aliases) if left != clean.text else ()
    edits += [f"“{source}” as “{written}”" for written, source in clean.changed]
    free = dict(clean.inserted)
    allowed = set()
    for piece in pieces:
        if piece.change is Change.SAME:
            continue
        source, quoted = left[slice(*piece.left)], clean.text[slice(*piece.right)]
        if piece.kind is Matter.STYLE:
            named = style_edits(quoted, source)
            if named is not None:
                allowed.add(piece)
                edits += named
        elif (point := _instead(piece, free)) is not None and _replaceable(source, free[point]):
            allowed.add(piece)
            edits.append(f"“{source.strip()}” as “{free.pop(point)}”")
        elif piece.change is Change.DROPPED and (inserted := _insertion(extract, start + piece.left[0], source)):
            allowed.add(piece)
            edits.append(f"the insertion “{inserted}” left out")
    edits += [f"insertion “{said}”" for said in free.values() if words(said)]
    if not any(piece not in allowed and piece.change is not Change.SAME for piece in pieces):
        # What the eye cannot tell apart is no difference, and yet not the same characters.
        edits += [name for name in style_edits(clean.text, left) or () if name not in edits] if not allowed else []
    return Compared(start, end, left, clean.text, tuple(pieces), frozenset(allowed))


def _instead(piece: Piece, inserted: dict[int, str]) -> int | None:
    """Return where a bracket stands in the place of words that were dropped, or None."""
    if piece.change is not Change.DROPPED:
        return None
    near = (point for point in inserted if piece.right[0] - 1 <= point <= piece.right[1] + 1)
    return next(near, None)


def _replaceable(source: str, bracket: str) -> bool:
    """Whether a bracket may take the place of these words: a word for each, and no negation or number among them."""
    held = words(source)
    return len(held) <= len(words(bracket)) and not any(
        word.folded in NEGATIONS or is_number(word.folded) for word in held
    )


def _insertion(extract: Extract, start: int, source: str) -> str | None:
    """Return the insertion that words of an extract, which begin at `start`, are whole, brackets aside; or None."""
    held = words(source)
    if not held:
        return None
    for wording, low, high in extract.places(start + held[0].start, start + held[-1].end):
        for one in wording.rendering.insertions:
            text = wording.rendering.text
            if one.start <= low and high <= one.end and len(words(text[one.start : one.end])) == len(held):
                return text[one.start : one.end]
    return None


def _skipped(compared: Sequence[Compared], extract: Extract) -> Iterator[tuple[int, int]]:
    for before, after in pairwise(compared):
        if before.end < after.start and words(extract.text[before.end : after.start]):
            yield before.end, after.start


def _voices(extract: Extract, compared: Sequence[Compared]) -> frozenset[Voice]:
    """Whose words the stretches are."""
    return frozenset(
        voice
        for word, voice in zip(extract.words, extract.voices, strict=True)
        if any(one.start <= word.start and word.end <= one.end for one in compared)
    )


def _cut(extract: Extract, compared: Sequence[Compared]) -> str | None:
    """Return the expression of the extract that a stretch begins or ends inside of, or None."""
    for one in compared:
        for edge in (one.start, one.end):
            if one.start < one.end and cuts_word(extract.text, edge):
                return _expression(extract.text, edge)
    return None


def _expression(text: str, place: int) -> str:
    start, end = place, place
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip(_MARKS + _ENDS + "[(")


def _tail(quotation: Quotation) -> str:
    """The sign that closes a quotation after its last word, without quotation marks."""
    last = quotation.tokens[-1]
    return "" if last.kind in (Kind.GAP, Kind.INSERTED) else quotation.text[last.end :].strip(_MARKS + "[")


def _closing(quotation: Quotation, extract: Extract, last: Compared) -> Iterator[str]:
    """Yield that the quotation closes with another full stop, comma, colon or semicolon than the source has there."""
    tail = _tail(quotation)
    if tail and all(char in _ENDS for char in tail) and not _follows(extract, last.end, tail):
        yield CLOSING


def _wrong_end(quotation: Quotation, extract: Extract, last: Compared) -> str | None:
    """Return the question or exclamation mark that the quotation closes with and the source has not there."""
    tail = _tail(quotation)
    telling = [char for char in tail if char in _TELLING_ENDS]
    return telling[0] if telling and not _follows(extract, last.end, tail) else None


def _follows(extract: Extract, place: int, tail: str) -> bool:
    return extract.text[place : place + len(tail) + 8].lstrip(_MARKS).startswith(tail)
