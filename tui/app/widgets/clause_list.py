"""The clauses pane: the clauses in scope or, while searching, the hits, each with its matched words lit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content

from tui.app.showing import fitted, lit, shown_on_one_line, voiced
from tui.app.voices import VOICE_CLASSES, VOICE_CSS, hit_style, voice_styles
from tui.app.widgets.row_list import RowList
from tui.index.lazy import Lazy, listed
from tui.model.records import Clause
from tui.model.vocabulary import Part, ProofState
from tui.study.clause_card import mark_of, speech_word, stretches
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_FILLED: Final = 0.8
_LEAD: Final = 24
"""How many code points before the first matched word a cut text begins, at most."""

_REMEMBERED: Final = 256
"""How many clauses are kept as they were drawn."""

Spans = Sequence[tuple[int, int]]
_Looks = tuple[str, Spans, int, int]
"""What the lines of a clause depend on: its address, what of it is lit, their width, and how many there are."""


class ClauseList(RowList):
    """Clauses, three lines or more each: what is known of it, then its words."""

    ROW_HEIGHT = 3
    ROOMY_ROW_HEIGHT = 6
    BINDING_GROUP_TITLE = "Clauses"
    COMPONENT_CLASSES: ClassVar[set[str]] = VOICE_CLASSES
    DEFAULT_CSS = VOICE_CSS.replace("SELF", "ClauseList")

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._catalogue: Catalogue | None = None
        self._clauses: Lazy[Clause] = listed([], lambda clause: clause.address)
        self._spans: Callable[[int], Spans] = lambda _: ()
        self._across = False
        self._known: dict[_Looks, tuple[Clause, list[Content]]] = {}

    @property
    def clause(self) -> Clause | None:
        """The clause under the cursor."""
        return None if self.cursor is None else self._clauses[self.cursor]

    @property
    def clauses(self) -> Lazy[Clause]:
        """The clauses shown, in order."""
        return self._clauses

    def show_clauses(
        self,
        catalogue: Catalogue,
        clauses: Lazy[Clause],
        *,
        spans: Callable[[int], Spans] = lambda _: (),
        across: bool = False,
        cursor: int = 0,
        empty: str = "",
    ) -> None:
        """Show `clauses`; `spans` tells each row's matched words, `across` names each one's statement."""
        if (catalogue, across) != (self._catalogue, self._across):
            self._known.clear()
        self._catalogue, self._clauses, self._spans, self._across = catalogue, clauses, spans, across
        self.set_rows(len(clauses), cursor=cursor, empty=empty)

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a clause's lines.

        While a word is typed, most hits stay, and the same of them is lit: what was drawn for a letter serves the next.
        """
        clause, spans, lines = self._clauses[index], tuple(self._spans(index)), self.row_height - 1
        looks = clause.address, spans, width, lines
        known = self._known.get(looks)
        if known is None or known[0] != clause:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[looks] = clause, self._lines(clause, spans, width, lines)
        return list(known[1])

    def notify_style_update(self) -> None:
        """With other styles, clauses look different."""
        super().notify_style_update()
        self._known.clear()

    def _lines(self, clause: Clause, spans: Spans, width: int, lines: int) -> list[Content]:
        """The head of a clause, and `lines` lines of its words."""
        muted = self.get_visual_style("row-list--muted", partial=True)
        head = shown_on_one_line(self._head(clause), muted)
        if clause.address == self.marked:
            head = Content("◆ marked ").stylize(self.get_visual_style("row-list--mark", partial=True)) + head
        head = head.truncate(width, ellipsis=True)
        text = shown_on_one_line(clause.reading.text)
        text = voiced(text, stretches(clause.reading), voice_styles(self))
        text = lit(text, spans, hit_style(self))
        return [head, *fitted(_cut(text, spans, width * (lines - 1)), width, lines)]

    def _head(self, clause: Clause) -> str:
        standing = clause.reading.standing
        failed = " NOT PROVED" if standing is ProofState.FAILED else ""
        parts = [f"{mark_of(standing).value}{failed} {speech_word(clause.reading)}"]
        if clause.verb:
            parts.append(clause.verb)
        if clause.num:
            parts.append(clause.num)
        if clause.shown_by:
            parts.append(counted(len(clause.shown_by), "source"))
        if clause.part is not Part.BODY:
            parts.append(clause.part.label)
        if self._across and self._catalogue and (statement := self._catalogue.statement(clause.statement)):
            # The day first: of a long title the end is not seen.
            parts.append((f"{statement.date.label} " if statement.date else "") + statement.title)
        return " · ".join(parts)


def _cut(text: Content, spans: Spans, seen: int) -> Content:
    """Return the text from a little before the first matched word on, where that word lies beyond what is `seen`."""
    if not spans or spans[0][1] < seen:
        return text
    # As early as the room for the rest of the text allows; wrapping leaves some of each line empty.
    earliest = min(spans[0][0] - _LEAD, len(text.plain) - int(seen * _FILLED))
    start = text.plain.find(" ", max(0, earliest)) + 1
    return Content("…") + text[min(start, spans[0][0]) :]
