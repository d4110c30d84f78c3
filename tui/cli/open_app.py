"""`summit-tui` without a command, and `open`: opens the app."""

from __future__ import annotations

import argparse
import sys

from tui.cli.arguments import Exit, collection_paths
from tui.cli.streams import say
from tui.collection.bundled import bundled_content
from tui.text.nearest import nearest


def open_app(options: argparse.Namespace) -> int:
    """Run the app on the collections asked for, at an address where one is; return its exit code.

    2 where there is no terminal or no such theme; for an address, 1 where it leads to nothing, 3 where no collection
    can be opened.
    """
    # Either is None where the shell has closed it.
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        say("the app needs a terminal; see --help for the commands that do not")
        return Exit.USAGE
    # The app before anything of Textual's: it says how fast the screen beats.
    from tui.app.app import SummitApp  # isort: skip
    from textual.theme import BUILTIN_THEMES

    from tui.app.turns import take_short_turns

    take_short_turns()

    if options.theme is not None and options.theme not in BUILTIN_THEMES:
        near = nearest(options.theme, BUILTIN_THEMES)
        known = f"did you mean {near}?" if near else f"there are {', '.join(sorted(BUILTIN_THEMES))}"
        say(f"no theme {options.theme!r}; {known}")
        return Exit.USAGE
    address = getattr(options, "address", None)
    if address is not None and (outcome := _looked_up(options, address)) is not Exit.FINE:
        return outcome
    app = SummitApp(collection_paths(options) or [bundled_content()], theme=options.theme, address=address)
    app.run(mouse=not options.no_mouse)
    return app.return_code or Exit.FINE


def _looked_up(options: argparse.Namespace, address: str) -> Exit:
    """Look whether there is anything at an address, before the screen is taken: what is said then stays to be read."""
    from tui.cli.addresses import found_at
    from tui.cli.opening import open_catalogue

    catalogue = open_catalogue(options)
    if catalogue is None:
        return Exit.NO_DATA
    return Exit.FINE if found_at(catalogue, address) else Exit.NOTHING
