"""`concordance`: what a search finds, one occurrence a line, the matched words aligned."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tui.cli.arguments import LEAST_WIDTH, Exit
from tui.cli.commands import may_light
from tui.cli.opening import open_catalogue
from tui.cli.records_json import place_json
from tui.cli.records_text import LIT, UNLIT
from tui.cli.searching import searched
from tui.cli.streams import print_lines, printable_json, say
from tui.model.vocabulary import Speech
from tui.search.results import Hit
from tui.study.clause_card import mark_of
from tui.study.concordance import Line, Order, concordance, context, date_of, place_of, sort_lines
from tui.text.cells import cells
from tui.text.counting import counted
from tui.text.visible import one_line

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_IN_A_PIPE: Final = 100
_READABLE: Final = 60
"""Cells for words and context; with less room than that, a terminal's lines go without the address."""

_SPEECH: Final = max(len(speech.label) for speech in Speech)
_BARS: Final = 2
_MORE: Final = "…"


def run_concordance(options: argparse.Namespace) -> int:
    """Print the lines of a search's hits; return 1 where there is none."""
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    results = searched(catalogue, options)
    lines = sort_lines(concordance(results), Order(options.sort), catalogue)
    if options.json:
        width = options.width or _IN_A_PIPE
        print_lines([printable_json(_line_json(catalogue, line, results.hits[line.hit], width)) for line in lines])
    else:
        print_lines(list(_texts(catalogue, lines, options.width)))
    shown = counted(len(results.hits), "hit")
    found = shown if len(results.hits) == results.total else f"{shown} of {results.total:,}; --limit shows more"
    say(f"{counted(len(lines), 'line')} of {found}")
    return Exit.FINE if lines else Exit.NOTHING


def _texts(catalogue: Catalogue, lines: Sequence[Line], width: int | None) -> Iterator[str]:
    """Yield each line: sign, speech and date; the aligned words; and, where there is room, the clause's address."""
    dates = [date_of(catalogue, line.clause) for line in lines]
    date_width = max(map(cells, dates), default=0)
    lit = may_light()
    room, addressed = _room(lines, width, date_width, lit=lit)
    for line, date in zip(lines, dates, strict=True):
        rendering = line.clause.reading
        lead = f"{mark_of(rendering.standing).value} {rendering.speech.label:<{_SPEECH}} {_padded(date, date_width)}"
        tail = f"  {one_line(line.clause.address)}" if addressed else ""
        yield f"{one_line(lead)}  {_aligned(line, room, lit=lit)}{tail}".rstrip()


def _room(lines: Sequence[Line], width: int | None, date_width: int, *, lit: bool) -> tuple[int, bool]:
    """Cells for the words and their context, and whether the address stands after them."""
    if width is not None or not lit:
        return width or _IN_A_PIPE, True
    columns = shutil.get_terminal_size().columns - (2 + _SPEECH + 1 + date_width + 2)
    tail = 2 + max((cells(one_line(line.clause.address)) for line in lines), default=0)
    return (columns - tail, True) if columns - tail >= _READABLE else (max(LEAST_WIDTH, columns), False)


def _aligned(line: Line, width: int, *, lit: bool) -> str:
    """Return the node between bars, beginning in the same cell on every line, and `width` cells in all."""
    left = (width - _BARS) * 2 // 5
    right = width - _BARS - left
    node = cells(one_line(line.clause.reading.text[line.start : line.end]))
    # A cell on each side is for the sign that there is more.
    piece = context(line, max(0, left - 1), max(0, right - 1 - node))
    before = (_MORE if piece.more_left else "") + piece.text[: piece.left]
    middle = _shown(line, piece.text[piece.left : piece.right]) if lit else piece.text[piece.left : piece.right]
    after = piece.text[piece.right :] + (_MORE if piece.more_right else "")
    spare = right - node - cells(after)
    return f"{' ' * max(0, left - cells(before))}{before}|{middle}|{after}{' ' * max(0, spare)}"


def _shown(line: Line, node: str) -> str:
    position, parts = 0, []
    for start, end in line.lit:
        first, last = start - line.start, end - line.start
        parts += [node[position:first], LIT, node[first:last], UNLIT]
        position = last
    return "".join(parts) + node[position:]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _line_json(catalogue: Catalogue, line: Line, hit: Hit, width: int) -> dict[str, object]:
    """Offsets are code points of `text`; `left`, `node` and `right` are its pieces, as they stand in it."""
    rendering = line.clause.reading
    text = rendering.text
    piece = context(line, width * 2 // 5, width - width * 2 // 5 - cells(one_line(text[line.start : line.end])))
    return {
        **place_json(catalogue, line.clause),
        "left": text[piece.begin : line.start],
        "node": text[line.start : line.end],
        "right": text[line.end : piece.begin + len(piece.text)],
        "span": [line.start, line.end],
        "spans": [list(span) for span in line.lit],
        "text": text,
        "hit": line.hit,
        "score": hit.score,
        "place": place_of(catalogue, line.clause),
        "speech": rendering.speech.value,
        "source": rendering.source,
        "proof": rendering.standing.value,
    }
