"""`verify`: whether words were said, where, and how a quotation differs from them."""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from tui.cli.arguments import Exit
from tui.cli.opening import open_catalogue
from tui.cli.records_json import Json
from tui.cli.streams import printable_json, say
from tui.collection.yaml_text import MAX_BYTES
from tui.index.catalogue import Catalogue
from tui.search.engine import searcher_through
from tui.study.difference.signs import signed
from tui.study.verify.answer import Answer, Place, Verdict
from tui.study.verify.examined import Compared
from tui.study.verify.facts import facts, mark, shown_pieces
from tui.study.verify.headline import headline
from tui.study.verify.verifier import Verifier
from tui.text.visible import one_line

_STDIN = "-"
_LABEL = 12


def run_verify(options: argparse.Namespace) -> int:
    """Print the verdict on each quotation; return 0 if all stand, 2 if any was not found, else 1."""
    if not hasattr(options, "unanswered"):
        # Where what is compiled is damaged, the command is run again: standard input cannot be read a second time,
        # and what has been answered is.
        options.unanswered, options.worst = _quotations(options), Exit.FINE
    if options.unanswered is None:
        return Exit.NO_DATA
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    if options.source is not None and catalogue.source(options.source) is None:
        say(f"no source at {options.source}; summit-tui list sources names them")
        return Exit.NO_DATA
    verifier = Verifier(catalogue, searcher_through(catalogue))
    while options.unanswered:
        answer = verifier.verify(options.unanswered[0], source=options.source)
        if options.json:
            print(printable_json(verdict_json(answer)))
        else:
            print("\n".join(_lines(catalogue, answer, named=options.file is not None)))
        options.unanswered.popleft()
        options.worst = max(options.worst, exit_code(answer.verdict))
    return Exit(options.worst)


def exit_code(verdict: Verdict) -> Exit:
    """Return what a verdict alone exits with."""
    if verdict.stands:
        return Exit.FINE
    return Exit.USAGE if verdict is Verdict.NOT_FOUND else Exit.NOTHING


def _quotations(options: argparse.Namespace) -> deque[str] | None:
    """Return what is to be verified, or None, having said why, where there is nothing."""
    if (options.file is None) == (not options.quotation):
        say("give one quotation, or - for standard input, or --file FILE")
        return None
    if options.file is None and options.quotation != [_STDIN]:
        return _given([" ".join(options.quotation)])
    text = _read(None if options.file in (None, Path(_STDIN)) else options.file)
    if text is None:
        return None
    return _given([text] if options.file is None else text.splitlines())


def _given(quotations: list[str]) -> deque[str] | None:
    """Return those of the quotations that have anything in them, or None, having said why, where none has."""
    found = deque(quotation for quotation in quotations if quotation.strip())
    if not found:
        say("there is no quotation in it")
        return None
    return found


def _read(path: Path | None) -> str | None:
    """Return the text of a file, or of standard input; None, having said why, where that is none."""
    try:
        if path is None:
            data = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""
        else:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            say(f"too large: at most {MAX_BYTES:,} bytes")
            return None
        return data.decode("utf-8-sig")
    except OSError as error:
        say(f"{path or 'standard input'} cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        say(f"{path or 'standard input'} is not UTF-8 text (byte {error.start:,})")
    return None


def _lines(catalogue: Catalogue, answer: Answer, *, named: bool) -> Iterator[str]:
    """Yield a verdict as lines: what it is, the words with the signs of what differs, the evidence."""
    if named:
        yield one_line(f"“{answer.quotation.strip()}”")
    yield one_line(f"{mark(answer.verdict).value} {headline(answer)}")
    for compared in answer.compared:
        yield one_line(f"  {signed(shown_pieces(compared), compared.left, compared.right)}")
    for fact in facts(catalogue, answer):
        sign = f"{fact.mark.value} " if fact.mark else ""
        yield one_line(f"{fact.label:<{_LABEL}}{sign}{fact.text}")
    if named:
        yield ""


def verdict_json(answer: Answer) -> Json:
    """Return a verdict as a JSON object."""
    return {
        "record": "verdict",
        "quotation": answer.quotation,
        "verdict": answer.verdict.value,
        "stands": answer.verdict.stands,
        "agree": answer.agree,
        "places": [_place(place) for place in answer.places],
        "differences": [_compared(compared) for compared in answer.compared],
        "edits": list(answer.edits),
        "missing": list(answer.missing),
        "unplaced": list(answer.unplaced),
        "read_first": _place(answer.against) if answer.against and not answer.claimed else None,
        "claimed": _place(answer.against) if answer.against and answer.claimed else None,
        "cautions": list(answer.cautions),
        "others": [_place(place) for place in answer.others],
        "more": answer.more,
        "near": [_place(place) for place in answer.near],
        "found": answer.found,
    }


def _place(place: Place) -> Json:
    rendering = place.rendering
    return {
        "address": place.clause.address if place.clause else None,
        "source": rendering.source,
        "language": rendering.language,
        "speech": rendering.speech.value,
        "authority": rendering.authority.value,
        "proof": rendering.standing.value,
        "start": place.start,
        "end": place.end,
        "words": place.words,
        "line": place.line,
        "column": place.column,
    }


def _compared(compared: Compared) -> Json:
    return {
        "document": compared.left,
        "quotation": compared.right,
        "pieces": [
            {
                "change": piece.change.value,
                "kind": piece.kind.value if piece.kind else None,
                "permitted": piece in compared.allowed,
                "document": list(piece.left),
                "quotation": list(piece.right),
                "move": piece.move,
            }
            for piece in compared.pieces
        ],
    }
