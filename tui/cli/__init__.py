"""The command line: thin, it prints what the layers below return."""

from tui.cli.main import main

__all__ = ["main"]
