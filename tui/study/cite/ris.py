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
    publication, work = reference.publication, reference.work
    titled = publication if reference.is_report and publication else work or publication
    news = reference.is_report and publication is not None and publication.is_news
    yield "TY", "NEWS" if news else "GEN"
    yield "ID", reference.key
    if titled is work and work:
        yield from (("AU", clean(name)) for name in work.names)
    if titled:
        yield "TI", clean(titled.title)
        yield "M3", clean(titled.kind)
        yield from _date(titled.date)
    if publication:
        if news:
            yield "T2", clean(publication.publisher)
        elif titled is work and work and clean(publication.title) != clean(work.title):
            yield "T2", clean(publication.title)
        yield "PB", clean(publication.publisher)
        yield "LA", clean(publication.language)
        if publication.url:
            yield "UR", clean_url(publication.url)
    if titled is work and work:
        if work.symbol:
            yield "M1", clean(work.symbol)
        if work.event and work.event.place:
            yield "CY", clean(work.event.place)
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
