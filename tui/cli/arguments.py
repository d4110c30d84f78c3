"""What the command line takes. Imports nothing but the standard library's parser: see `tui.cli.main`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Final, NoReturn

from tui import __version__

LISTS: Final = ("summits", "statements", "clauses", "participants", "instruments", "sources", "threads")
SEARCH_LIMIT: Final = 20
ORDERS: Final = ("found", "left", "left2", "left3", "right", "right2", "right3", "node", "date")
CONCORDANCE_LIMIT: Final = 1_000
LEAST_WIDTH: Final = 20
FORMATS: Final = ("chicago", "markdown", "bibtex", "ris", "csl-json")

_LIMIT_DIGITS: Final = 9
_MOST_WIDTH: Final = 10_000

_DESCRIPTION: Final = """\
The terminal reading room for summit statements: what leaders agreed, where,
when, by whom, in which words. Without a command, opens the app."""

_EPILOG: Final = """\
examples:
  summit-tui                                    read the bundled collections
  summit-tui -c my-collection                   read your own
  summit-tui search "no militry solution to conflict"
  summit-tui concordance "no military solution" --sort right
  summit-tui show da-nang-2017/joint-statement#no-military-solution
  summit-tui verify "there is no miltary solution in Syria"
  summit-tui compare my-2017/draft my-2017/final
  summit-tui trace "no military solution" --grid
  summit-tui open da-nang-2017/joint-statement#no-military-solution
  summit-tui cite da-nang-2017/joint-statement --format bibtex
  summit-tui list clauses --json
  summit-tui check my-collection

exit codes:
  0  done; for search, concordance and trace, something was found; for check,
     the collections are sound; for compare, not a sign differs
  1  nothing was found, check found problems, or what was compared differs
  2  the command was called wrongly; for compare, also: nothing is at an
     address, or the two have no language in common
  3  none of the collections could be opened
  verify has its own: 0 the quotation stands; 1 it differs; 2 it was not
  found; 3 called wrongly, or nothing could be read
  4  the output could not be written
  130  interrupted

Data goes to standard output, talk to standard error. --json prints one JSON
object a line. A command's own options: summit-tui COMMAND --help
"""

_SEARCH_ABOUT: Final = """\
Find the clauses that hold a phrase. Typos, missing, added and swapped words
are forgiven. Quotation marks, fields and other signs narrow what is found:
docs/query.md has all of them."""

_SEARCH_EXAMPLES: Final = """\
example: summit-tui search "no militry solution to conflict"
         summit-tui search '"military solution" kind:joint-statement date:2017'
         summit-tui search 'geneva | astana -"final act" sort:-date'
         summit-tui search -- -nuclear        what begins with - goes after --
"""


class Exit(IntEnum):
    """The exit codes, as `--help` and the README give them."""

    FINE = 0
    NOTHING = 1
    USAGE = 2
    NO_DATA = 3
    UNWRITTEN = 4
    INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """Shows what it does not understand, and never sends it raw to the terminal."""

    misused = 2
    """What a wrong call exits with; a command with codes of its own says so by `set_defaults` too."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.misused = getattr(options, "misused", self.misused)
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options

    def error(self, message: str) -> NoReturn:
        from tui.text.visible import one_line

        self.print_usage(sys.stderr)
        self.exit(self.misused, f"{self.prog}: error: {one_line(message)}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    main = _Parser(
        prog="summit-tui",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main.add_argument("--version", action="version", version=f"summit-tui {__version__}")
    _collection(main, "collections")
    main.add_argument("--theme", metavar="NAME", help="the app's theme, such as textual-light or ansi-dark")
    main.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    commands = main.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_search(commands)
    _add_concordance(commands)
    _add_show(commands)
    _add_verify(commands)
    _add_compare(commands)
    _add_trace(commands)
    _add_open(commands)
    _add_cite(commands)
    _add_list(commands)
    _add_check(commands)
    _add_index(commands)
    return main


_Commands = argparse._SubParsersAction  # argparse has no public name for it


def _add_search(commands: _Commands[_Parser]) -> None:
    search = commands.add_parser(
        "search",
        help="find a phrase, however badly it is remembered",
        description=_SEARCH_ABOUT,
        epilog=_SEARCH_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    search.add_argument("query", nargs="+", metavar="QUERY", help="the phrase; several words need no quotation marks")
    search.add_argument("--explain", action="store_true", help="print how the query is read, and search for nothing")
    search.add_argument(
        "--limit", type=_limit, default=SEARCH_LIMIT, metavar="N", help=f"at most N hits (default {SEARCH_LIMIT})"
    )
    _common(search)


def _add_concordance(commands: _Commands[_Parser]) -> None:
    concordance = commands.add_parser(
        "concordance",
        help="print what a search finds one occurrence a line, the matched words aligned",
        description="Print the hits of a search one occurrence a line: the matched words, between bars, are aligned, "
        "with their context left and right (key word in context).",
        epilog='example: summit-tui concordance "no military solution" --sort right',
    )
    concordance.add_argument("query", nargs="+", metavar="QUERY", help="as for search")
    concordance.add_argument(
        "--sort",
        choices=ORDERS,
        default=ORDERS[0],
        metavar="ORDER",
        help="as found (the default), by the 1st, 2nd or 3rd word to the left or right, by the matched words (node) "
        f"or by date: one of {', '.join(ORDERS)}",
    )
    concordance.add_argument(
        "--width",
        type=_width,
        metavar="N",
        help=f"cells for the matched words and their context, {LEAST_WIDTH} at least (default: as many as the "
        "terminal has left; 100 in a pipe); matched words are never cut",
    )
    concordance.add_argument(
        "--limit",
        type=_limit,
        default=CONCORDANCE_LIMIT,
        metavar="N",
        help=f"the lines of at most N clauses, the best (default {CONCORDANCE_LIMIT:,})",
    )
    _common(concordance)


def _add_show(commands: _Commands[_Parser]) -> None:
    show = commands.add_parser(
        "show",
        help="print a clause, a statement or any other record",
        description="Print what is at an address: collection/statement#clause, collection/statement, a collection's "
        "id, or collection/id of a summit, participant, instrument, source or thread.",
        epilog="example: summit-tui show da-nang-2017/joint-statement#no-military-solution",
    )
    show.add_argument("address", metavar="ADDRESS")
    _common(show)


def _add_verify(commands: _Commands[_Parser]) -> None:
    verify = commands.add_parser(
        "verify",
        help="say whether a quotation stands, where, and how it differs",
        description="Hold a quotation against all that is open: is it verbatim, with an editor's changes, altered, cut "
        "short, joined, another source's, a reporter's words or nowhere to be found? docs/verify.md has the rules. "
        "Exit 0: it stands; 1: it differs; 2: not found; 3: called wrongly, or nothing could be read.",
        epilog='example: summit-tui verify "there is no miltary solution in Syria"',
    )
    verify.misused = Exit.NO_DATA
    verify.set_defaults(misused=Exit.NO_DATA)
    verify.add_argument("quotation", nargs="*", metavar="QUOTE", help="the quotation, or - to read it from the input")
    verify.add_argument("--file", type=Path, metavar="FILE", help="verify each line of FILE (- for the input)")
    verify.add_argument(
        "--source", metavar="ADDRESS", help="the source that it is claimed to be from (default: any that is read first)"
    )
    _common(verify)


def _add_compare(commands: _Commands[_Parser]) -> None:
    compare = commands.add_parser(
        "compare",
        help="say how two clauses or two statements differ, word by word",
        description="Print how two clauses, or two statements clause by clause, differ: [-dropped-] {+added+} words, "
        "and by name what may leave the meaning alone: other spelling, another name of the same referent (alias), the "
        "same names in another order (order), case and punctuation (style). Exit 0: the same; 1: they differ; "
        "2: nothing at an address, or no language in common.",
        epilog="example: summit-tui compare my-2017/draft my-2017/final",
    )
    compare.add_argument("left", metavar="ADDRESS", help="a clause, or a statement")
    compare.add_argument("right", metavar="ADDRESS", help="what it is held against")
    _common(compare)


def _add_trace(commands: _Commands[_Parser]) -> None:
    trace = commands.add_parser(
        "trace",
        help="say where a phrase, a topic, an instrument, a clause or a thread stands in time",
        description="Print each occurrence in order of time: the words as they stand there, what changed in the "
        "document's own words since the last time, who took part, and how it was found. A query is looked for as by "
        "search (topic:NAME for a topic); an address of a clause, an instrument or a thread is followed. "
        "docs/trace.md has the rules. Exit 0: found; 1: found nowhere; 2: what is at the address cannot be traced.",
        epilog='example: summit-tui trace "no military solution"\n'
        "         summit-tui trace topic:elections --grid --row topic:constitution\n"
        "         summit-tui trace --grid              every thread that editors have declared",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    trace.add_argument(
        "query",
        nargs="*",
        metavar="QUERY|ADDRESS",
        help="what is traced; several words need no quotation marks; with --grid, by default every declared thread",
    )
    trace.add_argument(
        "--grid", action="store_true", help="print where it is present, changed, missing or not seen by the editors"
    )
    trace.add_argument(
        "--row",
        action="append",
        default=[],
        metavar="QUERY|ADDRESS",
        help="with --grid: one more row; may be given again",
    )
    _common(trace)


def _add_open(commands: _Commands[_Parser]) -> None:
    opening = commands.add_parser(
        "open",
        help="open the app at a clause, a statement or any other record",
        description="Open the app at an address, as show takes them: a clause is read, a statement, summit or "
        "participant is selected, a source or an instrument is read.",
        epilog="example: summit-tui open da-nang-2017/joint-statement#no-military-solution",
    )
    opening.add_argument("address", metavar="ADDRESS")
    _collection(opening, "more_collections")


def _add_cite(commands: _Commands[_Parser]) -> None:
    cite = commands.add_parser(
        "cite",
        help="print the citation of a clause, a statement or a source",
        description="Print citations: what was published is cited, and said to quote or to report the statement where "
        "that is all there is. Several addresses give one document; one that comes twice stands in it once.",
        epilog="example: summit-tui cite da-nang-2017/joint-statement#no-military-solution --format bibtex",
    )
    cite.add_argument("addresses", nargs="+", metavar="ADDRESS", help="of clauses, statements or sources")
    cite.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        metavar="FORMAT",
        help=f"a note of the Chicago Manual of Style (chicago, the default), or one of {', '.join(FORMATS[1:])}",
    )
    _collection(cite, "more_collections")


def _add_list(commands: _Commands[_Parser]) -> None:
    listing = commands.add_parser(
        "list",
        help="list what the collections hold",
        description="List records, one a line: fields between tabs, the address first.",
        epilog="example: summit-tui list clauses --json",
    )
    listing.add_argument("what", choices=LISTS, metavar="WHAT", help=f"one of {', '.join(LISTS)}")
    _common(listing)


def _add_check(commands: _Commands[_Parser]) -> None:
    check = commands.add_parser(
        "check",
        help="say what is wrong with a collection, by file, line and column",
        description="Check collections: the YAML, the references, and every anchor against its source. Prints "
        "problems as file:line:column: severity: message.",
        epilog="example: summit-tui check my-collection",
    )
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="folders or files (default: the bundled)")
    _common(check)


def _add_index(commands: _Commands[_Parser]) -> None:
    index = commands.add_parser(
        "index",
        help="what is compiled of the collections, for opening and searching them at once",
        description="Collections are compiled into the user's cache directory when they are opened, changed files "
        "only. status tells what is there (exit 1 where it is not up to date), build brings it up to date now, clear "
        "takes it away; nothing is ever lost by that.",
        epilog="example: summit-tui -c my-collection index build",
    )
    index.add_argument("action", choices=("status", "build", "clear"), metavar="ACTION", help="status, build or clear")
    index.add_argument("--fresh", action="store_true", help="with build: compile every file, changed or not")
    _common(index)


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON, one object a line")
    # A place of its own: argparse lets a subcommand's default overwrite what stood before the command.
    _collection(command, "more_collections")


def _collection(target: argparse.ArgumentParser, name: str) -> None:
    target.add_argument(
        "-c",
        "--collection",
        dest=name,
        action="append",
        type=Path,
        metavar="PATH",
        help="a collection's folder, or a folder of collections; may be given again (default: the bundled ones)",
    )


def collection_paths(options: argparse.Namespace) -> list[Path]:
    """Return the paths given with -c, before or after the command."""
    return [*(options.collections or ()), *(getattr(options, "more_collections", None) or ())]


def _width(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not LEAST_WIDTH <= int(text[:_LIMIT_DIGITS]) <= _MOST_WIDTH:
        raise argparse.ArgumentTypeError(
            f"expected a whole number from {LEAST_WIDTH} to {_MOST_WIDTH:,}, found {text!r}"
        )
    return int(text)


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _LIMIT_DIGITS or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 to {10**_LIMIT_DIGITS - 1:,}, found {text!r}")
    return int(text)
