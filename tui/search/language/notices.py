"""What a reader is told when a query was not taken as written: what was done, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from tui.search.language.fields import FIELDS, Field
from tui.text.counting import counted
from tui.text.nearest import nearest
from tui.text.visible import one_line

MOST: Final = 10
_LONGEST_NAME: Final = 20
_LONGEST_SHOWN: Final = 40


class Notices:
    """Collects notices, each once and only the first ten: working out what was meant takes time."""

    def __init__(self) -> None:
        self._texts: dict[str, None] = {}
        self._more = 0

    def add(self, notice: Callable[[], str]) -> None:
        """Add what `notice` returns; when there are notices enough it is not called, and the part only counted."""
        if len(self._texts) == MOST:
            self._more += 1
        else:
            self._texts[notice()] = None

    def hint(self, notice: Callable[[], str | None]) -> None:
        """Add what `notice` returns, if anything, unless there are notices enough."""
        if len(self._texts) < MOST and (text := notice()) is not None:
            self._texts[text] = None

    def texts(self) -> tuple[str, ...]:
        """Return the notices in order, the last of them saying how many parts there were no more room for."""
        if not self._more:
            return tuple(self._texts)
        return (*self._texts, f"{counted(self._more, 'more part')} of the query could not be taken as written")


def unknown_field(name: str, text: str) -> str | None:
    """Return that `text`, which begins with `name:`, is text; None when no field is near: it may well be one."""
    near = _nearest(name, tuple(FIELDS))
    return near and f"there is no field {name}: (nearest: {near}:), so {shown(text)} is searched for as text"


def unknown_value(field: Field, value: str) -> str:
    """Return that a closed field has no such value."""
    values = field.values or ()
    near = next(iter(field.beginning(value)), None) or _nearest(value, values)
    return nothing_has(field.name, value, near, values)


def nothing_has(field: str, value: str, near: str | None, values: Sequence[str] = ()) -> str:
    """Return that a field has no such value: the one that is nearest to it, or else the `values` that there are."""
    # What helps comes first: lines are cut where the screen ends.
    if near:
        return f"{field}: knows no {shown(value)} (nearest: {one_line(near)}), which was left out"
    hint = f"; it takes {one_line(', '.join(values))}" if values else ""
    return f"{field}: knows no {shown(value)}, which was left out{hint}"


def no_clause_has(field: str, values: Sequence[str]) -> str:
    """Return that values of a field are known, and no clause has any of them."""
    return f"{field}: no clause has {' or '.join(map(shown, values[:MOST]))}"


def unreadable_date(value: str) -> str:
    """Return that no days can be read in a date."""
    return (
        f"date: {shown(value)} was left out: no dates can be read in it; "
        "write 2017, 2017-07..2017-11, >=2010, 1990s or 2010-2012"
    )


def turned_date(value: str, read: str) -> str:
    """Return that a range was read the other way round."""
    return f"date: {shown(value)} is the wrong way round: it was read as {read}"


def wordless_value(field: Field, value: str) -> str:
    """Return that a value holds nothing to compare."""
    return f"{field.name}: {shown(value)} was left out: it has no letters or digits"


def no_value(field: Field) -> str:
    """Return that nothing follows the colon."""
    return f"{field.name}: was left out until a value follows, as in {field.example}"


def wordless(text: str) -> str:
    """Return that a quotation or the like holds nothing to search for."""
    return f"{shown(text)} was left out: it has no letters or digits"


def no_pattern(pattern: str, reason: str) -> str:
    """Return that a pattern was taken for words."""
    return f"{shown(f'/{pattern}/')} is no pattern ({reason}): its words are searched for as an exact phrase"


def second_sort(text: str) -> str:
    """Return that only one order can be asked for."""
    return f"{shown(text)} was left out: the last sort: counts"


def negated_sort(text: str) -> str:
    """Return that an order cannot be excluded."""
    return f"{shown(text)} was left out: an order cannot be excluded; the newest first is sort:-date"


def shown(text: str) -> str:
    """Return what was typed fit for a terminal, on one line, in quotes, no longer than a notice can bear."""
    line = one_line(text[: _LONGEST_SHOWN + 1])
    return f"“{line if len(line) <= _LONGEST_SHOWN else line[:_LONGEST_SHOWN] + '…'}”"


@lru_cache(maxsize=256)
def _nearest(name: str, names: tuple[str, ...]) -> str | None:
    return nearest(name, names) if 1 < len(name) <= _LONGEST_NAME else None
