"""Occurrences made in memory."""

from __future__ import annotations

from dataclasses import replace

from tests.study.made import clause, statement
from tui.model.dates import EdtfDate
from tui.study.trace.occurrence import How, Occurrence, Way


def occurrence(date: EdtfDate | None) -> Occurrence:
    """An occurrence at a date, in a document's own words."""
    made = replace(statement("one", ["Open."]), date=date)
    return Occurrence(made, None, date, False, (), clause("c0", "Open."), (Way(How.SAME),))
