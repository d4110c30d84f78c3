"""Counts in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a count with its noun: `1 clause`, `8 clauses`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
