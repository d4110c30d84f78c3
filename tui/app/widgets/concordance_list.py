"""The concordance in the clauses pane: the hits one a line, the words that matched aligned in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style

from tui.app.showing import lit, shown_on_one_line
from tui.app.voices import VOICE_CLASSES, VOICE_CSS, hit_style, voice_styles
from tui.app.widgets.row_list import RowList
from tui.model.records import Rendering
from tui.model.vocabulary import Speech
from tui.study.clause_card import mark_of, stretches
from tui.study.concordance import Context, Line, Order, context, date_of, place_of
from tui.text.visible import one_line

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_ROOM_FOR_SPEECH: Final = 60
_ROOM_FOR_DATE: Final = 88
_ROOM_FOR_PLACE: Final = 110
_DATE_WIDTH: Final = 12
_PLACE_WIDTH: Final = 16
_SHORT: Final = 3
_SPEECH_WIDTH: Final = max(len(speech.label) for speech in Speech)


class _Columns(NamedTuple):
    """Widths in cells: the sign and whose words they are, the left context, node and right context, date and place."""

    lead: int
    left: int
    rest: int
    tail: int


class ConcordanceList(RowList):
    """Lines of a concordance: whose words, the left context, the node, the right context, date and place.

    Context is dimmed, the node is not, and of it the words that matched are lit.
    """

    ROW_HEIGHT = 1
    BINDING_GROUP_TITLE = "Concordance"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "less_than_sign",
            "sort('left')",
            "Sort left",
            id="concordance.sort-left",
            tooltip="Sort by the 1st word to the left; again, by the 2nd, the 3rd",
        ),
        Binding(
            "greater_than_sign",
            "sort('right')",
            "Sort right",
            id="concordance.sort-right",
            tooltip="Sort by the 1st word to the right; again, by the 2nd, the 3rd",
        ),
        Binding(
            "s",
            "sort('found')",
            "Sort",
            id="concordance.sort",
            tooltip="Sort as found; again, by the matched words, by date",
        ),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | < / > | sort by the words to the left, to the right |
    | s | sort as found, by the matched words, by date |
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = VOICE_CLASSES
    DEFAULT_CSS = VOICE_CSS.replace("SELF", "ConcordanceList")

    @dataclass
    class OrderWanted(Message):
        """The lines are to be sorted: by words on the side of `towards`, or as the others beside it."""

        towards: Order

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._catalogue: Catalogue | None = None
        self._lines: Sequence[Line] = ()

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        return None if self.cursor is None else self._lines[self.cursor]

    @property
    def lines(self) -> Sequence[Line]:
        """The lines shown, in order."""
        return self._lines

    def show_lines(self, catalogue: Catalogue, lines: Sequence[Line], *, cursor: int = 0, empty: str = "") -> None:
        """Show `lines`, with the cursor on one of them."""
        self._catalogue, self._lines = catalogue, lines
        self.set_rows(len(lines), cursor=cursor, empty=empty)

    def action_sort(self, towards: str) -> None:
        """Ask for another order."""
        self.post_message(self.OrderWanted(Order(towards)))

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a line of the concordance."""
        line = self._lines[index]
        columns = _columns(width)
        muted = self.get_visual_style("row-list--muted", partial=True)
        # A column of each context is for the sign that there is more.
        after_node = columns.rest - 1 - _width(one_line(line.clause.reading.text[line.start : line.end]))
        piece = context(line, max(0, columns.left - 1), max(0, after_node), _width)
        text = self._piece(line, piece, muted)
        before, after = text[: piece.left], text[piece.left :]
        if piece.more_left:
            before = shown_on_one_line("…", muted) + before
        if piece.more_right:
            after = after + shown_on_one_line("…", muted)
        row = _lead(line.clause.reading, columns.lead, muted) + _at_right(before, columns.left)
        row += after.truncate(columns.rest, ellipsis=True, pad=True)
        return [row + self._tail(line, columns.tail, muted)]

    def _piece(self, line: Line, piece: Context, muted: Style) -> Content:
        """The context and the node, in their voices."""
        text = shown_on_one_line(piece.text)
        styles, length = voice_styles(self), len(piece.text)
        for stretch in stretches(line.clause.reading):
            start, end = max(0, stretch.start - piece.begin), min(length, stretch.end - piece.begin)
            if start < end:
                text = text.stylize(styles[stretch.voice], start, end)
        text = text.stylize(muted, 0, piece.left).stylize(muted, piece.right)
        return lit(text, [(start - piece.begin, end - piece.begin) for start, end in line.lit], hit_style(self))

    def _tail(self, line: Line, width: int, muted: Style) -> Content:
        if not width or self._catalogue is None:
            return Content("")
        label = date_of(self._catalogue, line.clause)
        if width > _DATE_WIDTH:
            label += f" {place_of(self._catalogue, line.clause)}"
        return shown_on_one_line(f" {label}", muted).truncate(width, ellipsis=True, pad=True)


def _columns(width: int) -> _Columns:
    """Narrow lists do without the place, then the date; the narrowest shorten whose words they are."""
    lead = 2 + (_SPEECH_WIDTH if width >= _ROOM_FOR_SPEECH else _SHORT) + 1
    tail = (_DATE_WIDTH if width >= _ROOM_FOR_DATE else 0) + (_PLACE_WIDTH if width >= _ROOM_FOR_PLACE else 0)
    room = max(0, width - lead - tail)
    # The node begins where its middle comes to lie about the middle of the room.
    left = room * 2 // 5
    return _Columns(lead, left, room - left, tail)


def _lead(rendering: Rendering, width: int, muted: Style) -> Content:
    """How well a line is proved, and whose words it is in: a reporter's are told from the document's."""
    speech = rendering.speech.label
    if width < _SPEECH_WIDTH:
        speech = speech[:_SHORT]
    return shown_on_one_line(f"{mark_of(rendering.standing).value} {speech}", muted).truncate(width, pad=True)


def _at_right(text: Content, width: int) -> Content:
    return text.pad_left(max(0, width - text.cell_length))


def _width(text: str) -> int:
    """The cells that the screen gives a text: the context is measured by what draws it."""
    return Content(text).cell_length
