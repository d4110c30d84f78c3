"""A trace in words and signs that say the same without colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.model.vocabulary import Speech
from tui.study.difference.pieces import Change
from tui.study.difference.signs import name_of, tally
from tui.study.shown_by import sure
from tui.study.trace.edges import bracketed, runs_of
from tui.study.trace.occurrence import How, Occurrence, Since, Trace, Verdict, Way, whose
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


def signed_since(since: Since) -> str:
    """Return both wordings as one: `[-dropped-]`, `{+added+}`, in round brackets what only one was seen to have."""
    parts = []
    for run in runs_of(since):
        piece, dropped, added = run.pieces[0], run.left, run.right
        if run.unseen:
            parts.append(bracketed(run))
        elif piece.change is Change.SAME:
            parts.append(added)
        else:
            name = name_of(piece)
            parts.append((f"[-{dropped}-]" if dropped else "") + (f"{{+{added}+}}" if added else ""))
            parts.append(f"({name})" if name else "")
    return "".join(parts)


def since_line(trace: Trace, one: Occurrence, *, addressed: bool = True) -> str:
    """Return what became of an occurrence's own words: `changed since 2017-01-24: 1 difference: 1 substantive`.

    `addressed` names the address of the last occurrence too, and says where only one of the two was seen to go on.
    """
    since = one.since
    if since.occurrence is None or since.left is None or since.right is None:
        return since.verdict.value
    before = trace.occurrences[since.occurrence]
    when = f"{before.when} ({before.address})" if addressed else before.when
    shown = _not_shown(before, one) if addressed else ""
    if since.verdict is Verdict.SAME:
        return f"{_same(since, when)}{shown}"
    unseen = ", beside what was not seen of both" if since.unseen and addressed else ""
    return f"changed since {when}: {tally(since.changes)}{unseen}{shown}"


def _same(since: Since, when: str) -> str:
    """Return how much is known to be the same: of a fragment no more than what was seen of both."""
    if since.in_part:
        return f"in part the same words as {when}; of the rest too little was seen to compare"
    if since.unseen:
        return f"the same words as {when}, as far as both were seen"
    if since.left and since.right and (since.left.fragment or since.right.fragment):
        return f"the fragment's words are the same as {when}; no more was seen"
    return f"{since.verdict.value} as {when}"


def _not_shown(before: Occurrence, one: Occurrence) -> str:
    """Return which words were compared, of both, where these are not the ones that are shown."""
    left, right = one.since.left, one.since.right
    if left is None or right is None or (left.rendering == before.rendering and right.rendering == one.rendering):
        return ""
    return f"; the words compared are “{left.text}” then and “{right.text}” here"


def fate(one: Occurrence) -> str:
    """Return what became of an occurrence's words as a sign, as in the grid: `≠` changed, `=` the same, or a space."""
    if one.changed:
        return "≠"
    return "=" if one.since.verdict is Verdict.SAME and not one.since.in_part else " "


def ways_line(one: Occurrence) -> str:
    """Return how an occurrence was found, the editors' declaration apart from what is alike."""
    return "; ".join(_way(way) for way in one.ways)


def _way(way: Way) -> str:
    said = way.how.value
    if way.how in (How.THREAD, How.CITES):
        said = f"{said} “{way.title}”" + (f": {way.state.label}" if way.state and way.state.value != "seen" else "")
    if way.how is How.TOPIC:
        said = f"{said} {way.of}"
    if way.score is not None:
        said = f"{said} ({way.score:g} of 100)"
    extra = ", ".join(filter(None, (way.note, sure(way.shown_by))))
    return f"{said} ({extra})" if extra else said


def who_line(catalogue: Catalogue, one: Occurrence) -> Iterator[str]:
    """Yield who took part: a name, and for a person those whom they act for."""
    for part in one.parts:
        acting = " and ".join(catalogue.name(key) for key in part.acting_for)
        roles = ", ".join(role.label for role in part.roles)
        extra = "; ".join(filter(None, (roles, f"for {acting}" if acting else "")))
        yield f"{part.participant.name} ({extra})" if extra else part.participant.name


def whose_line(catalogue: Catalogue, one: Occurrence) -> str:
    """Return whose words are shown, and who publishes them: `the document's own words, in TASS (agency)`."""
    rendering = one.rendering
    if rendering is None:
        if one.missing:
            return "the editors say that it is missing here"
        return "in a clause that is not known"
    if rendering.editorial:
        return "the editors' words, no quotation"
    source = catalogue.source(rendering.source)
    publisher = source.publisher if source else rendering.source
    said = "told, with words of the document quoted" if rendering.speech is Speech.MIXED else whose(rendering).value
    return f"{said}, {publisher} ({rendering.language}, {rendering.authority.label})"


def telling(one: Occurrence) -> str:
    """Return how the editors tell the clause, where the words shown are another's; else nothing."""
    if one.clause is None or one.rendering is None or one.rendering.editorial:
        return ""
    told = (rendering for rendering in one.clause.renderings if rendering.editorial)
    return next((rendering.text for rendering in told), "")


def summary(trace: Trace) -> str:
    """Return how often and between which dates it occurs."""
    present = trace.present
    if not present:
        return f"{trace.kind}: {trace.title} occurs nowhere"
    dated = [one for one in present if one.date is not None]
    span = f", {dated[0].when} to {dated[-1].when}" if len(dated) > 1 else f", {dated[0].when}" if dated else ""
    statements = len({one.statement.key for one in present})
    missing = len(trace.occurrences) - len(present)
    gone = f"; declared missing in {counted(missing, 'place')}" if missing else ""
    return f"{counted(len(present), 'occurrence')} in {counted(statements, 'statement')}{span}{gone}"
