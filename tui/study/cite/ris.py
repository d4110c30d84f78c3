"""References as RIS (the Research Information Systems format): a tag and a value a line, `ER` after each.

A date that is not sure, or not one day, stands in words in the fourth part of `DA`, which is there for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.model.dates import EdtfDate
from tui.study.cite.chicago import telling
from tui.study.cite.cleaning import clean, clean_url
from tui.study.cite.dates import NO_DATE, days, in_words, sure_day
from tui.study.cite.reference import Reference


def ris(references: Iterable[Reference]) -> str:
    """Return a RIS file with a record for each reference."""
    return "\n".join(map(_record, references))


def _record(reference: Reference) -> str:
    return "".join(f"{tag}  - {value}\n" for tag, value in (*_fields(reference), ("ER", "")))


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    publication = reference.publication
    titled, titled_work = reference.titled, reference.titled_work
    yield "TY", "NEWS" if reference.is_news else "GEN"
    yield "ID", reference.key
    if titled_work:
        yield from (("AU", clean(name)) for name in titled_work.names)
    if titled:
        yield "TI", clean(titled.title)
        yield "M3", clean(titled.kind)
        yield from _date(titled.date)
    if publication:
        if container := publication.publisher if reference.is_news else reference.container:
            yield "T2", clean(container)
        yield "PB", clean(publication.publisher)
        yield "LA", clean(publication.language)
        if publication.url:
            yield "UR", clean_url(publication.url)
    if titled_work:
        if titled_work.symbol:
            yield "M1", clean(titled_work.symbol)
        if titled_work.event and titled_work.event.place:
            yield "CY", clean(titled_work.event.place)
    if reference.num:
        yield "SE", clean(reference.num)
    yield "N1", clean(telling(reference))


def _date(date: EdtfDate | None) -> Iterator[tuple[str, str]]:
    day = sure_day(date)
    if day is not None:
        year, month, number = (*day.parts, 0, 0)[:3]
        yield "PY", f"{year:04}"
        if month:
            yield "DA", f"{year:04}/{month:02}/{number:02}/" if number else f"{year:04}/{month:02}//"
    elif date is None:
        yield "DA", f"///{NO_DATE}"
    else:
        first = days(date)[0]
        known = [f"{part:02}" for part in first.parts] if first else []
        yield "DA", "/".join([*known, *[""] * (3 - len(known)), in_words(date)])
