"""A verdict as a sheet: what it is, the words with every difference in them, the evidence. Its places are its stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

from tui.app.columns import wrapped
from tui.app.marking import in_one
from tui.app.proving import places_of
from tui.app.showing import FACTS_WIDTH, TEXT_WIDTH, shown, shown_on_one_line
from tui.app.widgets.facts import fact_lines
from tui.app.widgets.sheet import Sheet, Stop
from tui.study.card import Fact, Mark
from tui.study.difference.pieces import Change, Piece
from tui.study.verify.answer import Answer
from tui.study.verify.examined import Compared
from tui.study.verify.facts import facts, mark, shown_pieces
from tui.study.verify.headline import headline
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_INDENT: Final = "  "
_OF_PLACES: Final = ("Where", "Read first", "Claimed", "Also at", "Also near")
"""The facts that name a place, in the order of `places_of`."""
_LONG: Final = 4_000
"""Code points of a passage that is shown whole, whatever is in it."""
_KEPT: Final = 25
"""Words on either side of a difference, where a long passage is shown in part."""
_DIFFERENCES: Final = 200
_STRETCHES: Final = 20
_FACTS: Final = 20
_ALL: Final = "summit-tui verify --file shows all"
_SIGNS: Final = "[-in the document only-] {+in the quotation only+}"
_COLOURS: Final = {Mark.PROVED: "fact--proved", Mark.EDITED: "fact--edited", Mark.FAILED: "fact--failed"}


class VerdictSheet:
    """Makes the sheet of a verdict for any width. The key of a stop is the number of its place in `places_of`."""

    def __init__(self, catalogue: Catalogue, answer: Answer) -> None:
        self.answer = answer
        self._facts = list(facts(catalogue, answer))

    @property
    def title(self) -> str:
        """The verdict in a word, with its sign."""
        return f"{mark(self.answer.verdict).value} {self.answer.verdict.label}"

    @property
    def summary(self) -> str:
        """How many places there are, and how to go there."""
        count = sum(fact.label in _OF_PLACES for fact in self._facts)
        if not count:
            return "No place to read"
        step = ", n to the next" if count > 1 else ""
        return f"{counted(count, 'place')} · Tab to the verdict{step}, Enter reads it"

    def __call__(self, widget: Widget, width: int) -> Sheet:
        """Return the sheet, `width` cells wide."""
        sheet = Sheet()
        sheet.lines += self._head(widget, width)
        sheet.lines += self._passages(widget, min(width, TEXT_WIDTH))
        self._add_facts(widget, sheet, min(width, FACTS_WIDTH))
        return sheet

    def _head(self, widget: Widget, width: int) -> Iterator[Content]:
        sign = mark(self.answer.verdict)
        style = widget.get_visual_style(_COLOURS[sign], partial=True)
        heading = widget.get_visual_style("sheet--heading", partial=True)
        line = shown(f"{sign.value} ").stylize(style) + shown_on_one_line(headline(self.answer)).stylize(heading)
        yield from line.wrap(width)
        yield Content("")

    # The words

    def _passages(self, widget: Widget, width: int) -> Iterator[Content]:
        """Yield the quotation's words, and the document's where they differ, wrapped and indented."""
        compared = [one for one in self.answer.compared if one.left or one.right]
        muted = widget.get_visual_style("sheet--muted", partial=True)
        for one in compared[:_STRETCHES]:
            for line in wrapped(_passage(widget, one), max(2, width - len(_INDENT))).lines:
                yield shown(_INDENT) + line
        if rest := len(compared[_STRETCHES:]):
            yield from shown(f"… and {counted(rest, 'passage')} more: {_ALL}").stylize(muted).wrap(width)
        if any(one.differing for one in compared):
            yield from shown(_SIGNS).stylize(muted).wrap(width)
        if compared:
            yield Content("")

    # The evidence

    def _add_facts(self, widget: Widget, sheet: Sheet, width: int) -> None:
        places = enumerate(places_of(self.answer))
        before = ""
        for fact in _bounded(self._facts):
            if fact.label in _OF_PLACES:
                number, place = next(places)
                said = f"#{place.clause.id}" if place.clause else "in no clause"
                sheet.stops.append(Stop(len(sheet.lines), said, str(number)))
            # Facts are laid one by one, so a label that repeats the one above is left out here.
            told = fact if fact.label != before else Fact("", fact.text, fact.mark)
            sheet.lines += fact_lines(widget, [told], width)
            before = fact.label


def _bounded(every: Sequence[Fact]) -> Iterator[Fact]:
    """Yield facts; of those of a kind, which can be thousands, the first, and how many more there are."""
    for label, group in groupby(every, lambda fact: fact.label):
        same = list(group)
        most = len(same) if label in _OF_PLACES else _FACTS
        yield from same[:most]
        if rest := len(same[most:]):
            yield Fact(label, f"… and {rest:,} more: {_ALL}")


def _passage(widget: Widget, compared: Compared) -> Content:
    """Return a stretch of the quotation with its differences; of a long one, what is around them."""
    pieces = shown_pieces(compared)
    whole = len(compared.left) + len(compared.right) <= _LONG
    muted = widget.get_visual_style("sheet--muted", partial=True)
    parts: list[Content] = []
    differences = 0
    for number, piece in enumerate(pieces):
        if piece.change is not Change.SAME:
            differences += 1
            if differences > _DIFFERENCES:
                rest = sum(other.change is not Change.SAME for other in pieces[number:])
                parts.append(shown(f" … and {counted(rest, 'difference')} more: {_ALL}").stylize(muted))
                break
        if whole:
            parts.append(in_one(widget, piece, compared.left, compared.right))
        else:
            parts += _in_part(widget, piece, compared)
    return Content("").join(parts)


def _in_part(widget: Widget, piece: Piece, compared: Compared) -> Iterator[Content]:
    """Yield a piece; the middle of many words that are the same is told, not shown."""
    text = compared.right[slice(*piece.right)]
    words = text.split()
    if piece.change is not Change.SAME or len(words) <= 2 * _KEPT:
        yield in_one(widget, piece, compared.left, compared.right)
        return
    before, after = (" " if edge.isspace() else "" for edge in (text[0], text[-1]))
    muted = widget.get_visual_style("sheet--muted", partial=True)
    yield shown_on_one_line(f"{before}{' '.join(words[:_KEPT])} ")
    yield shown(f"… {len(words) - 2 * _KEPT:,} words that are the same …").stylize(muted)
    yield shown_on_one_line(f" {' '.join(words[-_KEPT:])}{after}")
