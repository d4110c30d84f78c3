"""Where the passages between a quotation's ellipses stand, each looked up by itself, however short it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.model.records import AliasSet
from tui.study.card import Voice
from tui.study.verify.candidates import exact
from tui.study.verify.examine import examine
from tui.study.verify.examined import Examined
from tui.study.verify.extract import Extract
from tui.study.verify.quotation import Quotation
from tui.study.verify.reordered import reordered
from tui.study.verify.splice import Spliced
from tui.text.words import standing

if TYPE_CHECKING:
    from tui.search.engine import Searcher
    from tui.study.verify.reporters import Reporters

_MOST: Final = 12
"""A quotation of more passages is no editor's."""
_LOOKED_AT: Final = 100


class _Holder(NamedTuple):
    """An extract in which passages of the quotation stand, these by number."""

    extract: Extract
    passages: frozenset[int]


def asunder(
    quotation: Quotation,
    near: Examined | None,
    searcher: Searcher,
    reporters: Reporters,
    aliases: Sequence[AliasSet],
) -> Spliced | Examined | None:
    """Return what a quotation with ellipses is joined from, or how its passages lie in one clause in another order.

    Each passage that stands word for word somewhere is found there: in as few statements, and in as few clauses of
    them, as can be. None where `near`, the quotation's best place as a whole, is as good a story.
    """
    passages = [part for part in map(quotation.passage, quotation.pieces()) if part.words]
    if not 1 < len(passages) <= _MOST:
        return None
    holders = _holders(passages, searcher, reporters)
    chosen = _chosen(holders)
    if not chosen:
        return None
    if len(set(chosen.values())) == 1 and len(chosen) == len(passages):
        return reordered(quotation, passages, next(iter(chosen.values())).extract, aliases)
    found = _spliced(quotation, passages, chosen, [near.extract] if near else [], aliases)
    if found is None or near is None:
        return found
    if len(chosen) < len(passages):
        return found if len(chosen) > sum(not one.differing for one in near.compared) else None
    return None if near.across and _far([near]) <= _far(found.parts) else found


def _far(parts: Sequence[Examined]) -> tuple[float, bool, int]:
    """What sorts the better story first: fewer words that differ, the document's own words, fewer clauses."""
    clauses = {
        wording.key
        for part in parts
        for one in part.compared
        for wording, _, _ in part.extract.places(one.start, one.end)
    }
    return round(sum(part.cost for part in parts), 2), any(part.reported for part in parts), len(clauses)


def _holders(passages: Sequence[Quotation], searcher: Searcher, reporters: Reporters) -> list[_Holder]:
    """The wordings in which any of the passages stand, with all that do; a source's text for one in no clause."""
    extracts: dict[tuple[str, str], Extract] = {}
    for passage in passages:
        found = [Extract([wording]) for wording in exact(passage, searcher, _LOOKED_AT)[0]]
        if not found and (row := reporters.standing(passage, None)):
            found = [row.extract]
        extracts |= {extract.wordings[0].key: extract for extract in found}
    asked = [[word.folded for word in passage.words] for passage in passages]
    return [
        _Holder(extract, frozenset(number for number, words in enumerate(asked) if standing(words, extract.folded)))
        for extract in extracts.values()
    ]


def _chosen(holders: Sequence[_Holder]) -> dict[int, _Holder]:
    """For each passage that stands anywhere where it is taken to be from.

    Most are from the statement that has the most of them; in it, from the clause that has; if equal, from one in the
    document's own words.
    """
    together: dict[str, set[int]] = {}
    for one in holders:
        together.setdefault(_document(one), set()).update(one.passages)
    chosen: dict[int, _Holder] = {}
    # What the editors tell in their own words is no passage of a document while there is another.
    for among in ([one for one in holders if not _editorial(one)], holders):
        while left := [(one.passages - chosen.keys(), one) for one in among if one.passages - chosen.keys()]:
            # The first of equals: those that a search finds first.
            more, best = max(left, key=lambda pair: (len(together[_document(pair[1])]), len(pair[0]), _own(pair[1])))
            chosen |= dict.fromkeys(more, best)
    return chosen


def _editorial(holder: _Holder) -> bool:
    return holder.extract.wordings[0].rendering.editorial


def _document(holder: _Holder) -> str:
    wording = holder.extract.wordings[0]
    return wording.clause.statement if wording.clause else wording.rendering.source


def _own(holder: _Holder) -> bool:
    """Whether any of it is the document's: a source's telling is not taken where the document says the same."""
    return any(voice is Voice.DOCUMENT for voice in holder.extract.voices)


def _spliced(
    quotation: Quotation,
    passages: Sequence[Quotation],
    chosen: dict[int, _Holder],
    around: Sequence[Extract],
    aliases: Sequence[AliasSet],
) -> Spliced | None:
    """The passages as they stand, in the order of the quotation; one that stands nowhere where it is nearest.

    That is looked for in what the others are from, and `around`.
    """
    extracts = list(dict.fromkeys((*(one.extract for one in chosen.values()), *around)))
    parts: list[Examined] = []
    unplaced: list[str] = []
    for number, passage in enumerate(passages):
        near = [chosen[number].extract] if number in chosen else extracts
        tried = [found for extract in near if (found := examine(passage, extract, aliases, wide=number not in chosen))]
        best = min(tried, key=lambda one: one.cost, default=None)
        if best is not None and (number in chosen or best.cost <= len(passage.words) / 2):
            parts.append(best)
        else:
            unplaced += [passage.text[word.start : word.end] for word in passage.words]
    if len({part.extract.wordings[0].key for part in parts}) < 2:
        return None
    if len(unplaced) > len(quotation.words) / 2:
        return None
    agreed = sum(part.agreed for part in parts)
    return Spliced(tuple(parts), tuple(unplaced), 100 * agreed // len(quotation.words))
