"""`compare`: two clauses or two statements, word by word."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui.cli.addresses import found_at
from tui.cli.arguments import Exit
from tui.cli.opening import open_catalogue
from tui.cli.records_json import Json, piece_json
from tui.cli.streams import printable_json, say
from tui.index.catalogue import Catalogue
from tui.model.records import Clause, Statement
from tui.study.compare import Comparison, Fate, Pair, Side, compare
from tui.study.difference.signs import signed, tally
from tui.text.counting import counted
from tui.text.visible import one_line


def run_compare(options: argparse.Namespace) -> int:
    """Print how what is at two addresses differs; return 1 where it does, 2 where it could not be compared."""
    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    left, right = (_found(catalogue, address) for address in (options.left, options.right))
    if left is None or right is None:
        return Exit.USAGE
    comparison = compare(catalogue, left, right)
    for pair in comparison.pairs:
        if options.json:
            print(printable_json(_pair_json(pair)))
        else:
            print("\n".join(_pair_lines(pair)))
    say(_summary(comparison))
    if not comparison.comparable:
        return Exit.USAGE
    return Exit.FINE if comparison.same else Exit.NOTHING


def _found(catalogue: Catalogue, address: str) -> Clause | Statement | None:
    """Return the clause or statement at an address; where there is none, say so."""
    records = found_at(catalogue, address)
    found = [record for record in records if isinstance(record, Clause | Statement)]
    if records and not found:
        say(f"{address} is no clause and no statement")
    return found[0] if found else None


def _summary(comparison: Comparison) -> str:
    if not comparison.comparable:
        return comparison.incomparable
    if len(comparison.pairs) == 1 and comparison.pairs[0].left and comparison.pairs[0].right:
        return tally(comparison.pairs[0].pieces)
    fates = comparison.fates
    each = ", ".join(f"{fates[fate]:,} {fate}" for fate in Fate if fates[fate])
    return f"{counted(len(comparison.pairs), 'clause')}: {each}" if each else "no clauses on either side"


def _pair_lines(pair: Pair) -> Iterator[str]:
    """Yield what became of a clause, where it stands, and its words with the signs of what differs."""
    sides = pair.left, pair.right
    yield "\t".join([str(pair.fate), *(one_line(side.clause.address) if side else "-" for side in sides)])
    if named := _named(pair.editors):
        yield f"  {named}: the editors' own words, not the document's"
    if named := _named(tuple(side is not None and side.fragment for side in sides)):
        yield f"  {named}: a fragment; what stands before and after it is not recorded"
    if not pair.comparable:
        yield from (f"  {side.rendering.language}: {one_line(side.text)}" for side in sides if side)
        return
    left, right = (side.text if side else "" for side in sides)
    if pair.fate is Fate.DROPPED:
        yield f"  [-{one_line(left)}-]"
    elif pair.fate is Fate.ADDED:
        yield f"  {{+{one_line(right)}+}}"
    else:
        yield f"  {one_line(signed(pair.pieces, left, right))}"
    if pair.differs:
        yield f"  {tally(pair.pieces)}"


def _named(sides: tuple[bool, ...]) -> str:
    """Return by name which of the two sides it is."""
    return " and ".join(name for name, is_one in zip(("left", "right"), sides, strict=True) if is_one)


def _pair_json(pair: Pair) -> Json:
    return {
        "record": "comparison",
        "fate": pair.fate.value,
        "left": _side_json(pair.left),
        "right": _side_json(pair.right),
        "pieces": [piece_json(piece) for piece in pair.pieces],
    }


def _side_json(side: Side | None) -> Json | None:
    if side is None:
        return None
    rendering = side.rendering
    return {
        "address": side.clause.address,
        "source": rendering.source,
        "language": rendering.language,
        "speech": rendering.speech.value,
        "authority": rendering.authority.value,
        "text": rendering.text,
    }
