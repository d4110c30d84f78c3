"""The words that summits and statements are found by in a calendar: who, what, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.index.tables import Tables
from tui.model.dates import EdtfDate
from tui.model.records import Participant, Participation, Statement, Summit
from tui.text.words import words


def calendar_words(tables: Tables) -> dict[str, str]:
    """Return by `listed_key` the folded words of titles, place, series, date and participants, each after a space.

    A statement has its summit's words too; a summit has none of its statements', but for who took part for them.
    """
    names = {one.key: (one.name, *one.other_names, one.code or "") for one in tables.records(Participant)}

    def told(*texts: str | None) -> str:
        return "".join(f" {word.folded}" for text in texts if text for word in words(text))

    folded = {key: told(*texts) for key, texts in names.items()}

    def who(participations: Iterable[Participation]) -> Iterator[str]:
        for one in participations:
            yield from (one.participant, *one.acting_for)

    def of_participants(keys: Iterable[str]) -> str:
        return "".join(folded.get(key, "") for key in dict.fromkeys(keys))

    found: dict[str, str] = {}
    summits = {one.key: one for one in tables.records(Summit)}
    for key, summit in summits.items():
        beside = summits.get(summit.margins_of or "")
        place = (summit.place, summit.country, beside.title if beside else None)
        own = told(summit.title, *place, summit.series, *_date(summit.date))
        found[f"^{key}"] = own + of_participants([*who(summit.participations), summit.host or ""])
    of_summit: dict[str, str] = {}
    for statement in tables.records(Statement):
        taking_part = of_participants(who(statement.participations))
        own = told(statement.title, *statement.other_titles, statement.symbol, *_date(statement.date)) + taking_part
        summit_key = f"^{statement.summit}"
        found[f" {statement.key}"] = own + found.get(summit_key, "")
        of_summit[summit_key] = of_summit.get(summit_key, "") + taking_part
    for key, taking_part in of_summit.items():
        if key in found:
            found[key] += taking_part
    return found


def _date(date: EdtfDate | None) -> tuple[str, ...]:
    return (date.text,) if date else ()


def typed_words(text: str) -> tuple[str, ...]:
    """Return what is looked for when `text` is typed: each of its words, folded, as the beginning of one."""
    return tuple(f" {word.folded}" for word in words(text))
