"""What changed between one occurrence and the next, told only of the document's own words in one language.

Only words that are about what is traced are compared, and only where they are versions of one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.model.records import AliasSet, Clause, Rendering
from tui.model.vocabulary import Speech
from tui.study.compare import same_language
from tui.study.difference.differ import differences
from tui.study.difference.pieces import Change
from tui.study.trace.alike import ALIKE, agreement
from tui.study.trace.edges import unseen_at_the_edges
from tui.study.trace.matter import Matter, counts
from tui.study.trace.occurrence import Occurrence, Since, Span, Verdict, Whose, Wording, whose


def own_wordings(
    clauses: Sequence[Clause], matters: Sequence[Matter] = (), passage: tuple[Rendering, Span] | None = None
) -> list[Wording]:
    """Return the document's own words for a clause, given as it stands in each collection.

    Of fragments only those count that are about one of the `matters`. `passage` is the stretch of one rendering that
    was found: then only the wording counts that holds it.
    """
    found = [(clause, wording) for clause in clauses for wording in _of(clause)]
    if passage is None:
        return [wording for clause, wording in found if counts(clause, wording, matters)]
    rendering, (start, end) = passage
    return [one for _, one in found if one.rendering == rendering and one.start < end and start < one.end]


def _of(clause: Clause) -> Iterator[Wording]:
    """Yield a clause's own words. Beside the editors' own telling of a clause, what is quoted is never all of it."""
    told = clause.in_fragments
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
        apart = since
        if not any(left.fragment or right.fragment for left, right in pairs):
            break
    return apart or Since(Verdict.OTHER_LANGUAGE)


def _best(place: int, pairs: Sequence[tuple[Wording, Wording]], aliases: Sequence[AliasSet]) -> Since:
    """Return how the pair of wordings differs of which the most agrees."""
    left, right = max(pairs, key=lambda pair: agreement(*pair))
    if agreement(left, right) <= ALIKE:
        return Since(Verdict.OTHER_PASSAGE)
    pieces = differences(left.text, right.text, aliases)
    unseen = unseen_at_the_edges(pieces, left, right)
    if all(piece.change is not Change.SAME or number in unseen for number, piece in enumerate(pieces)):
        return Since(Verdict.OTHER_PASSAGE)
    since = Since(Verdict.CHANGED, place, left, right, pieces, unseen)
    return since if since.changes else replace(since, verdict=Verdict.SAME)
