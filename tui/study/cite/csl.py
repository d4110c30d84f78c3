"""References as CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`), one array."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.model.dates import EdtfDate
from tui.study.cite.chicago import telling
from tui.study.cite.cleaning import clean, clean_url
from tui.study.cite.dates import in_csl
from tui.study.cite.reference import Reference, Work
from tui.text.visible import json_line

Item = dict[str, object]


def csl_json(references: Iterable[Reference]) -> str:
    """Return a JSON array with an item a line."""
    lines = ",\n".join(f"  {json_line(csl_item(reference))}" for reference in references)
    return f"[\n{lines}\n]\n"


def csl_item(reference: Reference) -> Item:
    """Return the item of a reference. Texts are cleaned: they are for people, and may be shown on a terminal."""
    return {name: value for name, value in _variables(reference) if value not in (None, "", [])}


def _variables(reference: Reference) -> Iterator[tuple[str, object]]:
    publication, work = reference.publication, reference.work
    titled = reference.titled
    yield "id", reference.key
    yield "type", "article-newspaper" if reference.is_news else "document"
    if titled:
        yield "title", clean(titled.title)
        yield "genre", clean(titled.kind)
        yield "issued", _date(titled.date)
    if reference.titled_work:
        yield from _of_the_work(reference.titled_work)
    if publication:
        yield "container-title", clean(publication.publisher if reference.is_news else reference.container or "")
        yield "publisher", clean(publication.publisher)
        yield "language", clean(publication.language)
        yield "URL", clean_url(publication.url) if publication.url else None
    if work and work.event:
        yield "event-title", clean(work.event.title)
        yield "event-place", clean(work.event.place or "")
        yield "event-date", _date(work.event.date)
    yield "section", reference.part
    yield "locator", clean(reference.num or "")
    yield "note", telling(reference)
    yield "custom", {"summit-tui-address": reference.address}


def _of_the_work(work: Work) -> Iterator[tuple[str, object]]:
    # Literal: nobody recorded which part of a name is the family's.
    yield "author", [{"literal": clean(name)} for name in work.names]
    yield "number", clean(work.symbol or "")


def _date(date: EdtfDate | None) -> object:
    return in_csl(date) if date else None
