"""Tables of figures on the terminal, and the few figures that stand in them."""

from __future__ import annotations

from collections.abc import Sequence

Row = Sequence[str]


def table(head: Row, rows: Sequence[Row]) -> str:
    """Return `rows` under `head` as lines, the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    return "\n".join(_line(row, widths) for row in (head, *rows))


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest of `values` (one at least) that `percent` % of them do not exceed: the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, -int(-percent * len(ordered) // 100) - 1)]


def median(values: Sequence[float]) -> float:
    """Return the 50th percentile, which is one of the values."""
    return percentile(values, 50)


def ms(seconds: float) -> str:
    """Return a time in milliseconds, as many digits as tell something."""
    value = seconds * 1000
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def share(part: int, whole: int) -> str:
    """Return `part` of `whole` in per cent; nothing of nothing is a dash."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def ratio(ours: float, other: float) -> str:
    """Return `ours` as a multiple of `other`; of nothing there is no multiple."""
    return f"{ours / other:.3g}" if other else "-"


def verdict(met: bool) -> str:
    """Return whether a bar is met."""
    return "met" if met else "NOT MET"


def _line(row: Row, widths: Sequence[int]) -> str:
    cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "  ".join((row[0].ljust(widths[0]), *cells)).rstrip()
