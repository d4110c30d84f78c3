"""What changed between one occurrence and the next, told only of the document's own words in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tui.model.records import AliasSet, Clause, Rendering
from tui.model.vocabulary import Speech
from tui.study.compare import same_language
from tui.study.difference.differ import differences
from tui.study.difference.pieces import Change, Piece
from tui.study.trace.occurrence import Occurrence, Since, Span, Verdict, Whose, Wording, whose
from tui.text.words import words

_ALIKE: Final = 0.5
"""Of two wordings more than so much has to agree for one to be the other, changed; as of clauses that are compared."""
_LEAST: Final = 2
"""So many words have to agree at least: of fragments one is soon found in both."""


def own_wordings(clauses: Sequence[Clause], passage: tuple[Rendering, Span] | None = None) -> list[Wording]:
    """Return the document's own words for a clause, given as it stands in each collection.

    `passage` is the stretch of one rendering that was found; where a wording holds it, only that one counts.
    """
    found = [wording for clause in clauses for wording in _of(clause)]
    if passage is None:
        return found
    rendering, (start, end) = passage
    holding = [one for one in found if one.rendering == rendering and one.start < end and start < one.end]
    return holding or found


def _of(clause: Clause) -> Iterator[Wording]:
    """Yield a clause's own words. Beside the editors' own telling of a clause, what is quoted is never all of it."""
    told = any(whose(rendering) is Whose.EDITORS for rendering in clause.renderings)
    for rendering in clause.renderings:
        if whose(rendering) is not Whose.DOCUMENT:
            continue
        if rendering.speech is Speech.DIRECT:
            yield Wording(rendering, 0, len(rendering.text), told)
        else:
            yield from (Wording(rendering, span.start, span.end, True) for span in rendering.quoted)


def compared(
    occurrences: Sequence[Occurrence], own: Sequence[Sequence[Wording]], aliases: Sequence[AliasSet]
) -> list[Occurrence]:
    """Return occurrences, in order of time, each with what changed since the last one of an earlier statement.

    `own` has for each occurrence its own wordings. The last one is the last that has words in the same language; of
    fragments, the last that has these words, since others are of another passage.
    """
    return [replace(one, since=_since(number, occurrences, own, aliases)) for number, one in enumerate(occurrences)]


def _since(
    number: int, occurrences: Sequence[Occurrence], own: Sequence[Sequence[Wording]], aliases: Sequence[AliasSet]
) -> Since:
    if not own[number]:
        return Since(Verdict.NOT_OWN)
    statement = occurrences[number].statement.key
    earlier = [place for place in range(number) if own[place] and occurrences[place].statement.key != statement]
    if not earlier:
        return Since(Verdict.FIRST)
    apart: Since | None = None
    for place in reversed(earlier):
        pairs = [
            (left, right)
            for right in own[number]
            for left in own[place]
            if same_language(left.rendering.language, right.rendering.language)
        ]
        if not pairs:
            continue
        since = _best(place, pairs, aliases)
        if since.verdict is not Verdict.OTHER_PASSAGE:
            return since
        apart = apart or since
        if not any(left.fragment or right.fragment for left, right in pairs):
            break
    return apart or Since(Verdict.OTHER_LANGUAGE)


def _best(place: int, pairs: Sequence[tuple[Wording, Wording]], aliases: Sequence[AliasSet]) -> Since:
    """Return how the pair of wordings differs of which the most agrees."""
    left, right = max(pairs, key=lambda pair: agreement(*pair))
    if agreement(left, right) <= _ALIKE:
        return Since(Verdict.OTHER_PASSAGE, place, left, right)
    pieces = differences(left.text, right.text, aliases)
    since = Since(Verdict.CHANGED, place, left, right, pieces, frozenset(_unseen(pieces, left, right)))
    return since if since.changes else replace(since, verdict=Verdict.SAME)


def agreement(left: Wording, right: Wording) -> float:
    """Return how much of two wordings agrees in order, 0 to 1; of a fragment only what it has can agree."""
    from rapidfuzz.distance import LCSseq

    one, other = ([word.folded for word in words(wording.text)] for wording in (left, right))
    common = LCSseq.similarity(one, other)
    if common < min(_LEAST, len(one), len(other)) or not common:
        return 0.0
    if left.fragment or right.fragment:
        shorter = [len(side) for side, wording in ((one, left), (other, right)) if wording.fragment]
        return common / min(*shorter, len(one), len(other)) if len(shorter) > 1 else common / shorter[0]
    return 2 * common / (len(one) + len(other))


def _unseen(pieces: Sequence[Piece], left: Wording, right: Wording) -> Iterator[int]:
    """Yield the numbers of the pieces at both ends that stand beyond the end of the other side's fragment."""
    for numbers in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        for number in numbers:
            change = pieces[number].change
            if not (change is Change.ADDED and left.fragment) and not (change is Change.DROPPED and right.fragment):
                break
            yield number
