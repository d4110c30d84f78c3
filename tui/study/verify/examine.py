"""A quotation held against one extract: where it lies in it, what an editor may have changed, what else differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tui.model.records import AliasSet
from tui.study.card import Voice
from tui.study.difference.differ import differences
from tui.study.difference.pieces import Change, Piece
from tui.study.difference.pieces import Kind as Matter
from tui.study.verify.align import MOST_TOKENS, align
from tui.study.verify.clean import Clean, cleaned
from tui.study.verify.ends import closing, cut, wrong_end
from tui.study.verify.examined import Compared, Examined
from tui.study.verify.extract import Extract
from tui.study.verify.long import align_long
from tui.study.verify.quotation import Kind, Quotation, Token
from tui.study.verify.signs import unnamed, with_own_brackets, with_words_that_stand
from tui.study.verify.style import style_edits
from tui.study.verify.telling import has_telling, negations
from tui.text.words import words

_WIDER: Final = 8
_AROUND: Final = " \t\n,;:"


def examine(
    quotation: Quotation, extract: Extract, aliases: Sequence[AliasSet], *, wide: bool = False
) -> Examined | None:
    """Return how a quotation lies best in an extract; None where no word of it does.

    `wide`: a few words on both sides are taken in where that makes the differences fewer, as for names in another
    order or a name that has more words in the extract.
    """
    read, kept = with_own_brackets(quotation, extract)
    tokens = read.tokens
    long = len(tokens) > MOST_TOKENS
    at = align_long(tokens, extract.folded) if long else align(tokens, extract.folded).at
    read, placed = with_words_that_stand(read, dict(zip(tokens, at, strict=True)), extract)
    compared: list[Compared] = []
    edits: list[str] = []
    pieces = list(read.pieces())
    for piece, (start, end) in zip(pieces, _windows(pieces, placed, extract), strict=True):
        clean = cleaned(quotation.text, piece, _sources(piece, placed, extract), kept)
        if wide and not long:
            start, end = _widened(clean, extract, start, end, aliases)
        held = _compare(clean, extract, start, end, aliases, edits)
        # What is an editor's alone between two ellipses stands for no words.
        if held.left or held.right:
            compared.append(held)
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
        if negations(extract.text[start:end]):
            continue
        edits.append(f"ellipsis for “{extract.text[start:end].strip(_AROUND)}”")
    edits += unnamed(quotation, extract, compared, edits)
    return Examined(
        quotation=quotation,
        extract=extract,
        compared=tuple(compared),
        edits=tuple(dict.fromkeys((*edits, *closing(quotation, extract, compared[-1])))),
        skipped=skipped,
        denied=tuple(said for start, end in skipped for said in negations(extract.text[start:end])),
        cut=cut(extract, compared),
        wrong_end=wrong_end(quotation, extract, compared[-1]),
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


def _windows(
    pieces: Sequence[Sequence[Token]], placed: dict[Token, int], extract: Extract
) -> Iterator[tuple[int, int]]:
    """Yield the stretch that each piece stands for; one of which no word is placed stands where the next begins.

    After the last that is placed it stands where that one ends.
    """
    found = [_window(piece, placed, extract) for piece in pieces]
    end = next((window[0] for window in found if window), 0)
    for window in found:
        yield window or (end, end)
        end = window[1] if window else end


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
    """Whether a bracket may take the place of these words: a word for each, and none among them that tells."""
    return len(words(source)) <= len(words(bracket)) and not has_telling(source)


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
