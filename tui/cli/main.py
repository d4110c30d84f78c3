"""The entry point: reads the arguments, runs the command, turns its outcome into an exit code.

Nothing heavy is imported here, so that `--help` and `--version` answer at once; each command imports what it needs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from tui.cli.arguments import Exit, parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `summit-tui` with `arguments` (the process's own by default) and return its exit code."""
    _make_streams_safe()
    try:
        try:
            return _outcome(parser().parse_args(arguments))
        finally:
            # Here, where a failure can be told: of what is unwritten at its own end the interpreter makes a noise.
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away (`summit-tui list clauses | head`): not an error, and nobody to tell.
        _silence_output()
        return Exit.FINE
    except OSError as error:
        # Collections that cannot be read are problems, not exceptions; what is left is the output, on a full disk.
        _silence_output()
        print(f"summit-tui: the output could not be written: {error.strerror or error}", file=sys.stderr)
        return Exit.UNWRITTEN
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _outcome(options: argparse.Namespace) -> int:
    """Run the command; where what is compiled of the collections is damaged, compile it anew and run it once more.

    Whatever is read of it may turn out so. No command prints anything before it has read what it prints.
    """
    if options.command == "check":
        # It reads the files alone.
        return _run(options)
    # Imported here: `--help` and `--version` have been answered by now.
    from tui.index.damage import DamagedError

    try:
        return _run(options)
    except DamagedError as error:
        from tui.cli.opening import thrown_away

        if not thrown_away(options, error):
            return _damaged(error)
    try:
        return _run(options)
    except DamagedError as error:
        return _damaged(error)


def _damaged(error: Exception) -> int:
    print(f"summit-tui: {error}: summit-tui index clear takes away what is compiled", file=sys.stderr)
    return Exit.NO_DATA


def _run(options: argparse.Namespace) -> int:
    if options.command in (None, "open"):
        from tui.cli.open_app import open_app

        return open_app(options)
    if options.command == "check":
        from tui.cli.check import run_check

        return run_check(options)
    if options.command == "cite":
        from tui.cli.cite import run_cite

        return run_cite(options)
    if options.command == "concordance":
        from tui.cli.concordance import run_concordance

        return run_concordance(options)
    if options.command == "compare":
        from tui.cli.compare import run_compare

        return run_compare(options)
    if options.command == "trace":
        from tui.cli.trace import run_trace

        return run_trace(options)
    if options.command == "verify":
        from tui.cli.verify import run_verify

        return run_verify(options)
    if options.command == "index":
        from tui.cli.index import run_index

        return run_index(options)
    from tui.cli.commands import COMMANDS

    return COMMANDS[options.command](options)


def _make_streams_safe() -> None:
    """A terminal that cannot show a letter gets a question mark, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _silence_output() -> None:
    """Send what is still unwritten nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
