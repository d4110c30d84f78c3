"""Steps that many tests begin with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.terminal.driver import Terminal

DA_NANG: Final = Path(__file__).resolve().parents[2] / "content" / "da-nang-2017"

WIDE: Final = (160, 48)
"""Room for every pane, and for an address on one line."""


@contextmanager
def reading(columns: int, rows: int, *arguments: str | Path, env: dict[str, str] | None = None) -> Iterator[Terminal]:
    """Open the bundled collection of Da Nang, and wait until its clauses are there."""
    with Terminal(columns, rows, "-c", DA_NANG, *arguments, env=env) as terminal:
        yield terminal.wait_for("┏━ 2 Clauses", "✓ direct · agreed", "1/8")


def search(terminal: Terminal, query: str, result: str) -> Terminal:
    """Open the search box, type, and wait for what the bar below says of the hits."""
    return terminal.press("/").wait_for("Search all quoted text").type(query).wait_for(query, result)
